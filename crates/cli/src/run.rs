//! From what was typed to files, on all cores, to pages in order.

use std::collections::VecDeque;
use std::io::{ErrorKind, IsTerminal, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::anyhow;
use indicatif::{ProgressBar, ProgressStyle};
use walkdir::{DirEntry, WalkDir};

use crate::args::{Common, Files, Inputs};
use crate::escape::Line;
use crate::opened::Input;
use crate::page::{Format, Page, Verdict};
use crate::session::{INTERRUPTED, is_interrupted, session, stop_on_interrupt};
use crate::style::ERROR;

/// The exit code of wrong usage (clap's own) and of trouble apart from the files.
pub(crate) const TROUBLE: u8 = 2;
/// The exit code when a file failed or has defects.
const SOME_FAILED: u8 = 1;
/// Bytes of a reader's stack: enough for messages and storages as deep as options can allow.
const STACK: usize = 32 << 20;

/// A command that looks at one file at a time.
pub(crate) trait PerFile: Sync {
    /// Whether text about one of many files has its name above it.
    const HEADED: bool = true;
    /// Whether it makes files, so that it goes on when nobody reads what it prints.
    const WRITES: bool = false;

    /// The folder that is written into: no input, unless it was asked for.
    fn output(&self) -> Option<&Path> {
        None
    }

    /// What is found out about a file before others are looked at, in their order.
    type Plan: Send;

    /// Plans the work for a file; called for all files in order, by one thread.
    fn plan(&self, input: &Input, many: bool) -> Self::Plan;

    /// Looks at a file.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn look(&self, input: &Input, plan: Self::Plan, page: &mut Page) -> anyhow::Result<()>;
}

/// Runs a command over all files.
///
/// # Errors
/// When the output cannot be written. What is wrong with a file is no error here.
pub(crate) fn run<C: PerFile>(
    common: &Common,
    files: &Files,
    command: &C,
) -> anyhow::Result<ExitCode> {
    let many = files.inputs.paths.len() > 1 || files.inputs.paths.iter().any(|path| path.is_dir());
    let format = match (files.json, files.pretty) {
        (false, _) => Format::Text,
        (true, false) => Format::Json,
        (true, true) => Format::PrettyJson,
    };
    let page = |name: String| Page::new(name, format, C::HEADED && many);
    let threads = common.jobs.or_else(|| thread::available_parallelism().ok());
    let threads = if many { threads.map_or(1, NonZero::get) } else { 1 };
    let session = session(common, threads)?;
    if many {
        stop_on_interrupt(&session);
    }
    // Nothing for a file that was not looked at, or not to its end, since somebody stopped us.
    let look = |input: Input, plan| {
        let _span = tracing::info_span!("file", name = %Line(input.name())).entered();
        let mut page = page(input.name());
        let work = |scope| command.look(&input.within(scope), plan, &mut page);
        match session.scope(work).map_err(anyhow::Error::from).and_then(|looked| looked) {
            Ok(()) => Some(page),
            Err(_) if is_interrupted(&session) => None,
            Err(error) => {
                page.fail(&error);
                Some(page)
            }
        }
    };

    let bar = many.then(|| bar(&files.inputs, command.output())).flatten();
    let mut output = Output::new(bar, C::WRITES);
    // Pages wait for those before them; so many may wait, and no more are begun.
    let window = threads.saturating_mul(4);
    let stop = AtomicBool::new(false);
    let (give, take) = sync_channel::<(Input, C::Plan, SyncSender<Page>)>(window);
    let take = Mutex::new(take);
    let work = || {
        // The lock is let go before the work begins.
        let next = || take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok((input, plan, answer)) = next() {
            if stop.load(Relaxed) {
                return;
            }
            if let Some(page) = look(input, plan) {
                // Nobody takes the page if the output failed.
                _ = answer.send(page);
            }
        }
    };
    thread::scope(|scope| -> anyhow::Result<()> {
        for _ in 0..threads {
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        }
        let mut put = |answered: Receiver<Page>| match answered.recv() {
            Ok(page) => output.put(page),
            Err(_) if is_interrupted(&session) => Ok(()),
            Err(error) => Err(error.into()),
        };
        let mut feed = || -> anyhow::Result<()> {
            let mut waiting: VecDeque<Receiver<Page>> = VecDeque::with_capacity(window);
            for found in walk(&files.inputs, command.output()) {
                if waiting.len() >= window
                    && let Some(first) = waiting.pop_front()
                {
                    put(first)?;
                }
                if is_interrupted(&session) {
                    break;
                }
                let (answer, answered) = sync_channel(1);
                match found {
                    Ok(path) => {
                        let input = Input::new(&path, common);
                        let plan = command.plan(&input, many);
                        give.send((input, plan, answer)).map_err(|_| anyhow!("no reader left"))?;
                    }
                    Err(error) => {
                        let name = error.path().map(|path| path.display().to_string());
                        let mut page = page(name.unwrap_or_default());
                        page.fail(&error.into_io_error().map_or_else(
                            || anyhow!("a folder that holds itself"),
                            anyhow::Error::from,
                        ));
                        answer.send(page)?;
                    }
                }
                waiting.push_back(answered);
            }
            waiting.into_iter().try_for_each(&mut put)
        };
        let fed = feed();
        stop.store(fed.is_err(), Relaxed);
        drop(give);
        fed
    })?;
    output.end(many, is_interrupted(&session))
}

/// Prints a page: its colours only where they are wanted.
pub(crate) fn print(page: &str) -> std::io::Result<()> {
    // To look for colours where there are none takes longer than to make many a page.
    if !page.contains('\x1B') {
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(page.as_bytes())?;
        return stdout.flush();
    }
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(page.as_bytes())?;
    stdout.flush()
}

/// One line on the standard error output. That it cannot be written is no reason to stop.
pub(crate) fn complain(what: &str) {
    _ = writeln!(anstream::stderr(), "{ERROR}openimsg{ERROR:#}: {}", Line(what));
}

/// The paths that are meant: arguments as they are, and of folders the messages below them, in
/// the order of their names. Links are not followed, and `output` is not entered.
fn walk<'a>(
    inputs: &'a Inputs,
    output: Option<&'a Path>,
) -> impl Iterator<Item = Result<PathBuf, walkdir::Error>> + 'a {
    let is_output = move |entry: &DirEntry| {
        // It may come into being on the way, so that it is looked for each time.
        let same =
            |output: &Path| Some(output.canonicalize().ok()? == entry.path().canonicalize().ok()?);
        entry.depth() > 0 && entry.file_type().is_dir() && output.and_then(same) == Some(true)
    };
    inputs.paths.iter().flat_map(move |path| {
        let is_folder = path.is_dir();
        // A file is not looked at here: what opens it has the better error.
        let file = (!is_folder).then(|| Ok(path.clone()));
        let folder = is_folder.then(|| {
            let entries = WalkDir::new(path).sort_by_file_name().into_iter();
            let entries = entries.filter_entry(move |entry| !is_output(entry));
            entries.filter_map(move |entry| match entry {
                Ok(entry) => {
                    let wanted = entry.file_type().is_file()
                        && (inputs.all_files || is_message(entry.path()));
                    wanted.then(|| Ok(entry.into_path()))
                }
                Err(error) => Some(Err(error)),
            })
        });
        file.into_iter().chain(folder.into_iter().flatten())
    })
}

fn is_message(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ["msg", "oft"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// A progress bar, if somebody sees it. It would tear text apart that goes to the same terminal.
fn bar(inputs: &Inputs, output: Option<&Path>) -> Option<ProgressBar> {
    if !std::io::stderr().is_terminal() || std::io::stdout().is_terminal() {
        return None;
    }
    let total = u64::try_from(walk(inputs, output).count()).ok()?;
    let bar = ProgressBar::new(total);
    let style = ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} files, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    Some(bar)
}

/// Where pages go, and what is counted of them.
struct Output {
    bar: Option<ProgressBar>,
    /// Also when what is printed is read no more.
    goes_on: bool,
    files: u64,
    failed: u64,
    with_defects: u64,
    defects: u64,
}

impl Output {
    fn new(bar: Option<ProgressBar>, goes_on: bool) -> Self {
        Output { bar, goes_on, files: 0, failed: 0, with_defects: 0, defects: 0 }
    }

    fn put(&mut self, page: Page) -> anyhow::Result<()> {
        let (out, errors, verdict) = page.into_parts();
        let count = |n: &mut u64, more| *n = n.saturating_add(more);
        count(&mut self.files, 1);
        match verdict {
            Verdict::Fine | Verdict::Defects(0) => {}
            Verdict::Defects(found) => {
                count(&mut self.with_defects, 1);
                count(&mut self.defects, found);
            }
            Verdict::Failed => count(&mut self.failed, 1),
        }
        match print(&out) {
            Err(error) if self.goes_on && error.kind() == ErrorKind::BrokenPipe => {}
            printed => printed?,
        }
        let complain_all = || errors.iter().for_each(|error| complain(error));
        match &self.bar {
            Some(bar) if errors.is_empty() => bar.inc(1),
            Some(bar) => {
                bar.suspend(complain_all);
                bar.inc(1);
            }
            None => complain_all(),
        }
        Ok(())
    }

    fn end(self, many: bool, is_interrupted: bool) -> anyhow::Result<ExitCode> {
        let Output { bar, goes_on: _, files, failed, with_defects, defects } = self;
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        if many {
            let s = |n: u64| if n == 1 { "" } else { "s" };
            let mut summary = format!("{files} file{}, {failed} failed", s(files));
            if with_defects > 0 {
                summary +=
                    &format!(", {with_defects} with defects ({defects} defect{})", s(defects));
            }
            let after = if is_interrupted { "interrupted after " } else { "" };
            _ = writeln!(anstream::stderr(), "openimsg: {after}{summary}");
        }
        if is_interrupted {
            return Ok(ExitCode::from(INTERRUPTED));
        }
        let all_well = failed == 0 && with_defects == 0;
        Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::from(SOME_FAILED) })
    }
}
