//! Standard output and standard error: a reader who has gone away is a quiet success.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use super::exit_code::{Ending, Failure};
use crate::model::plain_text::neutralise;

/// Writes a finished text to stdout.
pub(super) fn write_stdout(bytes: &[u8]) -> anyhow::Result<Ending> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(Ending::Success),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ending::Success),
        Err(error) => Err(Failure { ending: Ending::Failed, message: format!("cannot write to stdout: {error}") }.into()),
    }
}

/// Lines that wait until the live area is gone; `None` while there is none.
static HELD: Mutex<Option<Vec<String>>> = Mutex::new(None);

/// From now on lines wait, each once, so that they do not tear what is painted on the terminal.
pub(super) fn hold_lines() {
    HELD.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default();
}

/// Says what has waited.
pub(super) fn release_lines() {
    let held = HELD.lock().unwrap_or_else(PoisonError::into_inner).take();
    held.into_iter().flatten().for_each(|line| say(&line));
}

/// Writes one line to stderr; where nobody can read it, nothing is lost that could be saved.
pub(super) fn say(line: &str) {
    if let Some(held) = HELD.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
        if !held.iter().any(|other| other == line) {
            held.push(line.to_owned());
        }
        return;
    }
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Says an error as one chain and gives its exit code.
pub(super) fn end_with_error(error: &anyhow::Error) -> ExitCode {
    let ending = error.downcast_ref::<Failure>().map_or(Ending::Failed, |failure| failure.ending);
    let chain = error.chain().map(|cause| neutralise(&cause.to_string()).into_owned()).collect::<Vec<_>>().join(": ");
    say(&format!("error: {chain}"));
    ending.into()
}

/// Shows clap's help, version or complaint.
pub(super) fn end_with_usage(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    let could_not_write = printed.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
    match (error.use_stderr(), could_not_write) {
        (true, _) => Ending::Usage.into(),
        (false, true) => Ending::Failed.into(),
        (false, false) => Ending::Success.into(),
    }
}
