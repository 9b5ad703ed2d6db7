//! The completion scripts are what the binary prints.

use std::path::Path;
use std::process::Command;

#[test]
fn the_completion_scripts_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for (shell, file) in
        [("bash", "scan.bash"), ("zsh", "_scan"), ("fish", "scan.fish"), ("powershell", "_scan.ps1"), ("elvish", "scan.elv")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_scan")).args(["completions", shell]).output().unwrap();
        assert!(output.status.success(), "{shell}");
        let path = folder.join(file);
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::write(&path, &output.stdout).unwrap();
        }
        let written = std::fs::read(&path).unwrap_or_default();
        assert!(written == output.stdout, "completions/{file} is stale: run `make generate`");
    }
}
