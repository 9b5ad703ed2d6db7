//! Rebuilds when a file is added to what the binary embeds, since the macro that embeds sees only changes of files it already knows; and
//! packs the binary's relocations where the system's loader can unpack them.

use std::env;
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
