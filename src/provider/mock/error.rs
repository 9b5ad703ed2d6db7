//! Why a fixture cannot be served.

use std::path::PathBuf;

/// Why a fixture cannot be served; each message names the file, the place in it and the next step.
#[derive(Debug, thiserror::Error)]
pub enum FixtureError {
    /// No embedded fixture has this name.
    #[error("no mock account is called `{name}` (there are {known}; a path names a file){suggestion}")]
    UnknownName {
        /// What was asked for.
        name: String,
        /// How to go on: `; did you mean …?`.
        suggestion: String,
        /// Every embedded name.
        known: String,
    },
    /// The file cannot be read.
    #[error("cannot read fixture {}: {source}; give the path of a fixture, or one of the names that `scan --help` shows", path.display())]
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
