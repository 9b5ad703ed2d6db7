//! A line of a crontab.

use super::{Unit, comment, in_shell};

/// The line; `program` is the path of `scan`.
pub(super) fn line(unit: &Unit, program: &str) -> String {
    let head = comment(&[
        &format!("Posture scan, {}: add this line with `crontab -e`. Cron mails what the scan prints.", unit.cadence.as_str()),
        "The scan finds its credentials in ~/.aws, or in variables set above the line.",
    ]);
    // A bare percent sign is a line break to cron, quoted or not.
    let command = format!("{} {}", in_shell(program), unit.in_shell()).replace('%', r"\%");
    format!("{head}{} {command}\n", unit.cadence.cron())
}
