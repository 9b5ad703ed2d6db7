//! The binary `scan`: parse, settle, run, say what went wrong, leave with a documented code.

use std::process::ExitCode;

fn main() -> ExitCode {
    posture_scan::cli::main()
}
