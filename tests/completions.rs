//! The completion scripts and the manual pages are what the binary prints.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

#[test]
fn the_completion_scripts_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for (shell, file) in
        [("bash", "scan.bash"), ("zsh", "_scan"), ("fish", "scan.fish"), ("powershell", "_scan.ps1"), ("elvish", "scan.elv")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_scan"))
            .args(["completions", shell])
            .env("XDG_CONFIG_HOME", "/nowhere")
            .output()
            .unwrap();
        assert!(output.status.success(), "{shell}");
        let path = folder.join(file);
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::write(&path, &output.stdout).unwrap();
        }
        let written = std::fs::read(&path).unwrap_or_default();
        assert!(written == output.stdout, "completions/{file} is stale: run `make generate`");
    }
}

#[test]
fn the_scripts_offer_values_that_are_known() {
    for (shell, values) in [
        ("bash", ["mvp15", "cis-aws-5.0", "aws-s3-bucket-is-not-public", "eu-central-1", "partial"]),
        ("zsh", ["mvp15", "cis-aws-5.0", "aws-s3-bucket-is-not-public", "eu-central-1", "partial"]),
        ("fish", ["mvp15", "cis-aws-5.0", "aws-s3-bucket-is-not-public", "eu-central-1", "partial"]),
        ("powershell", ["'mvp15'", "'cis-aws-5.0'", "'aws-s3-bucket-is-not-public'", "'eu-central-1'", "'scan;plan --mock'"]),
        ("elvish", ["'mvp15'", "'cis-aws-5.0'", "'aws-s3-bucket-is-not-public'", "'eu-central-1'", "'scan;plan --mock'"]),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_scan"))
            .args(["completions", shell])
            .env("XDG_CONFIG_HOME", "/nowhere")
            .output()
            .unwrap();
        let script = String::from_utf8(output.stdout).unwrap();
        for value in values {
            assert!(script.contains(value), "{shell} does not offer {value}");
        }
    }
    // What is offered is not what is valid.
    let output = Command::new(env!("CARGO_BIN_EXE_scan")).args(["--help"]).output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains("aws-s3-bucket-is-not-public,"));
}

/// The files of a folder and what stands in each.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap);
    entries.filter_map(|entry| Some((entry.file_name().into_string().ok()?, std::fs::read(entry.path()).ok()?))).collect()
}

#[test]
fn the_manual_pages_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("man");
    let fresh = tempfile::tempdir().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_scan")).arg("man").arg(fresh.path()).status().unwrap();
    assert!(status.success());
    let pages = files(fresh.path());
    assert!(pages.contains_key("scan.1") && pages.contains_key("scan-checks-show.1"), "{:?}", pages.keys());
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, page) in &pages {
            std::fs::write(folder.join(name), page).unwrap();
        }
    }
    let written = files(&folder);
    assert!(written.keys().eq(pages.keys()), "man/ has other pages: run `make generate`");
    for (name, page) in &pages {
        assert!(written[name] == *page, "man/{name} is stale: run `make generate`");
    }
    let printed = Command::new(env!("CARGO_BIN_EXE_scan")).arg("man").output().unwrap();
    assert!(printed.stdout == pages["scan.1"]);
}
