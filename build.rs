//! Rebuilds when a file is added to what the binary embeds, since the macro that embeds sees only changes of files it already knows; and
//! makes the binary small where the tools at hand can: packed relocations, and one copy of functions whose code is the same.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The first glibc whose loader knows packed relocations (DT_RELR).
const KNOWS_RELR: (u32, u32) = (2, 36);

fn main() {
    for folder in ["checks", "profiles", "frameworks", "fixtures", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    // Seven megabytes that every start would read. Only where the binary is built for the machine at hand: another may be older.
    let is_for_here = env::var("HOST") == env::var("TARGET");
    if is_for_here && glibc().is_some_and(|version| version >= KNOWS_RELR) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    // The cloud's generated code says the same thing thousands of times. Not worth the time while the code is being worked on.
    if is_for_here && env::var("PROFILE").is_ok_and(|profile| profile == "release") && linker_takes(FOLDING) {
        println!("cargo:rustc-link-arg-bins={FOLDING}");
    }
}

/// Tells a linker to fold functions of the same code into one. Nothing here compares the addresses of functions.
const FOLDING: &str = "-Wl,--icf=all";

/// Whether the linker behind this compiler knows an argument, found out by linking a program that does nothing.
fn linker_takes(argument: &str) -> bool {
    let (Some(rustc), Some(folder)) = (env::var_os("RUSTC"), env::var_os("OUT_DIR").map(PathBuf::from)) else { return false };
    let source = folder.join("nothing.rs");
    if std::fs::write(&source, "fn main() {}").is_err() {
        return false;
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let mut command = Command::new(rustc);
    command.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        command.arg("-C").arg(format!("linker={}", PathBuf::from(linker).display()));
    }
    let linked = command.arg("-C").arg(format!("link-arg={argument}")).arg("-o").arg(folder.join("nothing")).arg(source).output();
    linked.is_ok_and(|told| told.status.success())
}

/// The version of glibc that runs this, where one does.
fn glibc() -> Option<(u32, u32)> {
    let is_linux = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    let is_glibc = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|environment| environment == "gnu");
    if !is_linux || !is_glibc {
        return None;
    }
    let told = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?.stdout;
    let (major, minor) = std::str::from_utf8(&told).ok()?.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
}
