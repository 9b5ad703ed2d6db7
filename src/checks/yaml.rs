//! Files of YAML that people write: checks, profiles, frameworks, suppressions.

use serde::de::DeserializeOwned;

/// What `text` says.
///
/// # Errors
/// The first line of what is wrong with it, which names the place.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_saphyr::from_str(text).map_err(|error| {
        let whole = error.to_string();
        let first = whole.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("not valid YAML");
        // Whoever prints the message says that it is an error.
        first.trim_start_matches("error:").trim_start().to_owned()
    })
}
