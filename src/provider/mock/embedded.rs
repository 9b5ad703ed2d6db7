//! The fixtures inside the binary: the folder `fixtures/` is the registry.

use include_dir::{Dir, include_dir};

static FIXTURES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fixtures");

/// The embedded names, sorted.
pub(super) fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = FIXTURES.files().filter_map(|file| file.path().to_str()?.strip_suffix(".json")).collect();
    names.sort_unstable();
    names
}

/// The text of the fixture called `name`.
pub(super) fn text(name: &str) -> Option<&'static str> {
    FIXTURES.get_file(format!("{name}.json"))?.contents_utf8()
}

#[cfg(test)]
mod tests;
