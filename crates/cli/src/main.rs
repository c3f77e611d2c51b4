//! `openimsg`: Outlook `.msg` files at the command line.
//!
//! A user of the facade crate like any other: it knows people at a terminal, and no format.
//! Every command looks at one file at a time and writes a [`page::Page`] about it; [`run`] finds
//! the files, keeps all cores busy and puts the pages out in order.

mod args;
mod assignment;
mod commands;
mod escape;
mod facts;
mod opened;
mod page;
mod quote;
mod run;
mod session;
mod style;
mod time;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    anstream::ColorChoice::from(arguments.common.color).write_global();
    trace(arguments.common.verbose);
    let common = &arguments.common;
    let done = match &arguments.command {
        Command::Show(show) => run::run(common, &show.files, show),
        Command::Render(render) => commands::render::run(common, render),
        Command::Props(props) => run::run(common, &props.files, props),
        Command::Tree(tree) => run::run(common, &tree.files, tree),
        Command::Extract(extract) => commands::extract::prepare(extract)
            .and_then(|()| run::run(common, &extract.files, extract)),
        Command::Check(check) => run::run(common, &check.files, check),
        Command::Diff(diff) => commands::diff::run(common, diff),
        Command::New(new) => commands::new::run(common, new),
        Command::Edit(edit) => commands::edit::run(common, edit),
        Command::Embed(embed) => commands::edit::embed(common, embed),
        Command::Dump(dump) => run::run(common, &dump.as_files(), &commands::dump::Dump),
        Command::Completions { shell } => commands::shell::completions(*shell),
        Command::Man { folder } => commands::shell::manual(folder.as_deref()),
    };
    match done {
        Ok(code) => code,
        // Who reads us has seen enough: `openimsg tree … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            run::complain(&format!("{error:#}"));
            ExitCode::from(run::TROUBLE)
        }
    }
}

/// What the library traces, on the standard error output; never contents of messages.
fn trace(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => tracing::Level::DEBUG,
        _ => tracing::Level::TRACE,
    };
    use tracing_subscriber::fmt::format::FmtSpan;
    let spans = if verbose > 1 { FmtSpan::NEW | FmtSpan::CLOSE } else { FmtSpan::CLOSE };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_span_events(spans)
        .with_writer(anstream::stderr)
        .init();
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
