//! The session that a command works in, and what Ctrl-C does to it.

use std::process::ExitCode;

use openimsg::edit::Options;
use openimsg::{Limits, Session, SessionFlags};

use crate::args::Common;
use crate::run::complain;

/// The exit code after Ctrl-C, as shells have it: 128 and the number of SIGINT.
pub(crate) const INTERRUPTED: u8 = 130;

/// A session in which so many files are open at once, each with its own limits: together they may
/// ask for as many times as much, so that none fails because of another.
///
/// # Errors
/// None that can be thought of.
pub(crate) fn session(common: &Common, at_once: usize) -> anyhow::Result<Session> {
    let at_once = u64::try_from(at_once).unwrap_or(u64::MAX);
    let mut options = Options { open: common.options(), ..Options::default() };
    let Limits { decoded_bytes, pending_bytes, .. } = &mut options.open.limits;
    for limit in [decoded_bytes, pending_bytes] {
        *limit = limit.saturating_mul(at_once);
    }
    Ok(Session::with_flags(SessionFlags::UNICODE, options)?)
}

/// From now on Ctrl-C stops the work of the session where it can be stopped: between files, and
/// before a new file takes the place of an old one. A second one ends the program at once.
pub(crate) fn stop_on_interrupt(session: &Session) {
    let budget = session.budget();
    let stop = move || match budget.proceed() {
        Ok(()) => budget.cancel(),
        Err(_) => std::process::exit(INTERRUPTED.into()),
    };
    // Without it Ctrl-C ends the program, as it did so far.
    _ = ctrlc::set_handler(stop);
}

/// Whether Ctrl-C was pressed.
pub(crate) fn is_interrupted(session: &Session) -> bool {
    session.budget().proceed().is_err()
}

/// Does what changes one file; a save that Ctrl-C stopped leaves everything as it was.
///
/// # Errors
/// Those of `work`.
pub(crate) fn change_a_file(
    common: &Common,
    work: impl FnOnce(&Session, Options) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    let session = session(common, 1)?;
    match session.scope(|options| work(&session, options))? {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(_) if is_interrupted(&session) => {
            complain("interrupted; nothing was changed");
            Ok(ExitCode::from(INTERRUPTED))
        }
        Err(error) => Err(error),
    }
}
