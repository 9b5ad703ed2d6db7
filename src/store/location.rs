//! Where the store is: a pure function of what the user said and of the environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The environment variable that names the folder.
pub const VARIABLE: &str = "POSTURE_SCAN_STATE_DIR";

/// The folder's name below the places where programs keep their state.
const NAME: &str = "posture-scan";

/// The folder of the store: what `--state-dir` says, else [`VARIABLE`], else `posture-scan` in `$XDG_STATE_HOME`, else in
/// `~/.local/state` (the XDG base directory specification's place for what a program remembers). An empty variable counts as unset.
///
/// # Errors
/// There is no home folder either.
pub fn resolve(state_dir: Option<&Path>, environment: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, StoreError> {
    let variable = |name| environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(named) = state_dir.map(Path::to_owned).or_else(|| variable(VARIABLE)) {
        return Ok(named);
    }
    // "All paths set in these environment variables must be absolute", else they are to be ignored.
    let state_home = variable("XDG_STATE_HOME").filter(|path| path.is_absolute());
    let state_home = state_home.or_else(|| variable("HOME").map(|home| home.join(".local").join("state")));
    let state_home = state_home.or_else(|| variable("LOCALAPPDATA"));
    state_home.map(|place| place.join(NAME)).ok_or(StoreError::NoPlace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(state_dir: Option<&str>, environment: &[(&str, &str)]) -> Option<String> {
        let variable = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
        let place = resolve(state_dir.map(Path::new), variable).ok()?;
        Some(place.to_str().unwrap().to_owned())
    }

    #[test]
    fn the_flag_beats_the_variable_and_both_beat_the_usual_places() {
        let environment = [("POSTURE_SCAN_STATE_DIR", "variable"), ("XDG_STATE_HOME", "/xdg"), ("HOME", "/home/a")];
        assert_eq!(resolved(Some("flag"), &environment).as_deref(), Some("flag"));
        assert_eq!(resolved(None, &environment).as_deref(), Some("variable"));
        assert_eq!(resolved(None, &environment[1..]).as_deref(), Some("/xdg/posture-scan"));
        assert_eq!(resolved(None, &environment[2..]).as_deref(), Some("/home/a/.local/state/posture-scan"));
        assert_eq!(resolved(None, &[("LOCALAPPDATA", "/data")]).as_deref(), Some("/data/posture-scan"));
        assert_eq!(resolved(None, &[]), None);
    }

    #[test]
    fn empty_variables_and_a_relative_xdg_folder_count_as_unset() {
        let environment = [("POSTURE_SCAN_STATE_DIR", ""), ("XDG_STATE_HOME", "relative"), ("HOME", "/home/a")];
        assert_eq!(resolved(None, &environment).as_deref(), Some("/home/a/.local/state/posture-scan"));
        assert_eq!(resolved(None, &[("XDG_STATE_HOME", ""), ("HOME", "")]), None);
    }
}
