//! Why a fixture cannot be served.

use std::path::PathBuf;

/// Why a fixture cannot be served; each message names the file, the place in it and the next step.
#[derive(Debug, thiserror::Error)]
pub enum FixtureError {
    /// No embedded fixture has this name.
    #[error("no mock account is called `{name}`{}: choose one of {}, or give a file's path", did_you_mean(nearest), known.join(", "))]
    UnknownName {
        /// What was asked for.
        name: String,
        /// The embedded names that look most like it, best first.
        nearest: Vec<String>,
        /// Every embedded name.
        known: Vec<String>,
    },
    /// The file cannot be read.
    #[error("cannot read fixture {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not JSON or YAML of the fixture format.
    #[error("fixture {fixture} is not a fixture: {problem}; compare it with fixtures/demo.json of the project")]
    Syntax {
        /// The file or the embedded name.
        fixture: String,
        /// What is wrong, with line and column.
        problem: String,
    },
    /// The fixture reads well, but something in it cannot be.
    #[error("fixture {fixture}: {place}: {problem}")]
    Invalid {
        /// The file or the embedded name.
        fixture: String,
        /// Which asset and property, or which other part.
        place: String,
        /// What is wrong and what to write instead.
        problem: String,
    },
}

/// ` (did you mean …?)`, or nothing where nothing is near.
pub(super) fn did_you_mean(nearest: &[String]) -> String {
    if nearest.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = nearest.iter().map(|name| format!("`{name}`")).collect();
    format!(" (did you mean {}?)", quoted.join(" or "))
}

/// At most two of `candidates` that look like `name`, best first.
pub(super) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    // Below this likeness a suggestion is noise; found by trying one- and two-letter slips on the names used here.
    const LIKENESS: f64 = 0.75;
    let mut near: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0));
    near.into_iter().take(2).map(|(_, candidate)| candidate.to_owned()).collect()
}
