//! A folder of scans that may only be read: a backup, or somebody else's.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use super::Archive;

/// Runs the binary as somebody who may not write to the folder. Whoever runs the tests as root becomes nobody for this.
fn read(archive: &Archive, arguments: &[&str]) -> Output {
    let probe = archive.state().join("probe");
    let is_root = std::fs::write(&probe, "").is_ok();
    let binary = env!("CARGO_BIN_EXE_scan");
    let mut command = if is_root {
        std::fs::remove_file(&probe).unwrap();
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", binary]);
        command
    } else {
        Command::new(binary)
    };
    command.args(arguments).current_dir("/").env_clear().env("PATH", "/usr/bin:/bin").env("NO_COLOR", "1");
    command.env("POSTURE_SCAN_STATE_DIR", archive.state()).output().unwrap()
}

#[test]
fn reading_needs_no_right_to_write() {
    let archive = Archive::new();
    let report = archive.run("--mock partial --mock-speed 0 --quiet --format json").run().exit_code(3).stdout;
    let (folder, state) = (archive.folder.path(), archive.state());
    set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    set_permissions(state.join("scans.db"), Permissions::from_mode(0o444)).unwrap();
    set_permissions(&state, Permissions::from_mode(0o555)).unwrap();
    let told = |arguments: &[&str]| {
        let output = read(&archive, arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), said)
    };
    assert_eq!(told(&["report", "--format", "json"]), (Some(0), report, String::new()));
    for arguments in
        [&["history"][..], &["show", "--jobs"], &["status"], &["findings"], &["assets"], &["query", "SELECT * FROM jobs"]]
    {
        let (code, stdout, said) = told(arguments);
        assert!(code == Some(0) && !stdout.is_empty() && said.is_empty(), "{arguments:?} ended with {code:?}: {said}");
    }
    let (code, _, said) = told(&["history", "prune", "--keep", "0"]);
    assert!(code == Some(4) && said.contains("check the folder's permissions"), "{code:?}: {said}");
    set_permissions(&state, Permissions::from_mode(0o755)).unwrap();
}
