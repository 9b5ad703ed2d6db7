//! `scan status --watch` on a terminal, which `script` provides.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use super::Archive;
use super::status::started;

/// Watches the newest scan on a terminal of its own.
fn watch(archive: &Archive) -> Child {
    let binary = env!("CARGO_BIN_EXE_scan");
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--flush", "--command", &format!("{binary} status --watch"), "/dev/null"]);
    command.env_clear().env("PATH", "/usr/bin:/bin").env("TERM", "xterm").env("POSTURE_SCAN_STATE_DIR", archive.state());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

const HIDE_CURSOR: &str = "\u{1b}[?25l";
const SHOW_CURSOR: &str = "\u{1b}[?25h";

#[test]
fn a_scan_is_followed_to_its_end() {
    let archive = Archive::new();
    let running = started(&archive);
    let watching = watch(&archive);
    running.wait().exit_code(0);
    let output = watching.wait_with_output().unwrap();
    let seen = String::from_utf8_lossy(&output.stdout);
    let (pictures, end) = seen.split_once(SHOW_CURSOR).unwrap_or_else(|| panic!("the cursor stays hidden: {seen}"));
    assert!(pictures.contains(HIDE_CURSOR) && pictures.contains("us-east-1") && pictures.contains("running"), "{pictures}");
    assert!(end.contains("── Scan") || end.contains("Scan\u{1b}"), "{end}");
    assert!(end.contains("all 26 jobs succeeded"), "{end}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn whoever_stops_watching_does_not_stop_the_scan() {
    let archive = Archive::new();
    let running = started(&archive);
    let mut watching = watch(&archive);
    let (mut keyboard, mut screen) = (watching.stdin.take().unwrap(), watching.stdout.take().unwrap());
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains(HIDE_CURSOR) {
        let mut buffer = [0; 4096];
        let length = screen.read(&mut buffer).unwrap();
        assert!(length > 0, "no picture was painted: {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..length]);
    }
    keyboard.write_all(b"\x03").unwrap();
    screen.read_to_end(&mut seen).unwrap();
    assert_eq!(watching.wait().unwrap().code(), Some(130), "{}", String::from_utf8_lossy(&seen));
    assert!(String::from_utf8_lossy(&seen).contains(SHOW_CURSOR), "{}", String::from_utf8_lossy(&seen));
    running.wait().exit_code(0);
    assert_eq!(archive.json("show")["scan"]["status"], "completed");
}
