//! The store as the program uses it: whole scans through the recorder, several processes, one that dies.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a failure in the support is a failed test, and processes tell each other where they are"
)]

mod processes;
mod reports;
mod size;
mod support;
