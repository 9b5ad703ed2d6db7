//! A systemd service and its timer, in one text with the names of both files.

use super::{Cadence, Unit, comment};

/// Both units; `program` is the path of `scan`.
pub(super) fn units(unit: &Unit, program: &str) -> String {
    let (name, cadence) = (unit.name(), unit.cadence.as_str());
    let calendar = match unit.cadence {
        Cadence::Daily => "*-*-* 03:17:00",
        Cadence::Weekly => "Sun *-*-* 01:17:00",
    };
    let command: Vec<String> = std::iter::once(program).chain(unit.options.iter().map(String::as_str)).map(word).collect();
    let head = comment(&[
        &format!("Two files for ~/.config/systemd/user: {name}.service and {name}.timer. After that:"),
        &format!("systemctl --user daemon-reload && systemctl --user enable --now {name}.timer && loginctl enable-linger"),
        "In /etc/systemd/system instead, the service needs a User= whose home has the credentials, and systemctl no --user.",
        "The scan finds its credentials as your shell does: in ~/.aws, or in variables given here with Environment=.",
    ]);
    format!(
        "{head}
# ---- {name}.service
[Unit]
Description=Cloud posture scan, {cadence}
StartLimitIntervalSec=1h
StartLimitBurst=4

[Service]
Type=oneshot
ExecStart={}
# Exit code 5: nothing ran, as when the network is not there yet.
RestartForceExitStatus=5
RestartSec=5min

# ---- {name}.timer
[Unit]
Description=Cloud posture scan, {cadence}

[Timer]
OnCalendar={calendar}
RandomizedDelaySec=30min
Persistent=true

[Install]
WantedBy=timers.target
",
        command.join(" ")
    )
}

/// `text` as one word of a command line in a unit ("Command lines" in systemd.service(5)): % and $ have a meaning everywhere.
fn word(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('"', r#"\""#).replace('%', "%%").replace('$', "$$");
    let is_plain =
        !escaped.is_empty() && !escaped.contains(|character: char| character.is_whitespace() || "'\"\\;".contains(character));
    if is_plain { escaped } else { format!("\"{escaped}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_units_loses_it() {
        assert_eq!(word("--profile"), "--profile");
        assert_eq!(word("the one"), r#""the one""#);
        assert_eq!(word(r#"100% "$HOME"\"#), r#""100%% \"$$HOME\"\\""#);
        assert_eq!(word(""), r#""""#);
    }
}
