//! `scan checks coverage`: which ids of other tools are checks here, and which are left out on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use serde::Serialize;
use serde_json::json;

use crate::checks::Library;
use crate::cli::card::{self, Paper};
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::terminal::write_stdout;

/// What became of another tool's check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Fate {
    /// Its id.
    id: String,
    /// `covered`, `excluded` or `unknown`.
    state: &'static str,
    /// The checks here that do the same.
    checks: Vec<String>,
    /// Why it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Looks up `ids` and those of the file `from`; every known id where neither is given. Ids that nobody here knows are findings.
pub(super) fn run(
    library: &Library,
    mut ids: Vec<String>,
    from: Option<&Path>,
    json: bool,
    paper: &Paper,
) -> anyhow::Result<Ending> {
    let excluded = library.exclusions();
    let mut covered: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for check in library.checks() {
        for alias in &check.metadata.aliases {
            covered.entry(alias).or_default().push(check.metadata.id.clone());
        }
    }
    if let Some(path) = from {
        let text =
            std::fs::read_to_string(path).map_err(|error| Failure::usage(format!("cannot read {}: {error}", path.display())))?;
        ids.extend(first_column(&text));
        if ids.is_empty() {
            return Err(Failure::usage(format!("there is no id in {}", path.display())).into());
        }
    }
    if ids.is_empty() {
        let known: BTreeSet<&str> = covered.keys().copied().chain(excluded.keys().map(String::as_str)).collect();
        ids = known.into_iter().map(str::to_owned).collect();
    }
    let fates: Vec<Fate> = ids
        .into_iter()
        .map(|id| {
            let own = library.check(&id).map(|check| vec![check.metadata.id.clone()]);
            let checks = own.or_else(|| covered.get(id.as_str()).cloned()).unwrap_or_default();
            let reason = excluded.get(&id).cloned();
            let state = match (checks.is_empty(), &reason) {
                (false, _) => "covered",
                (true, Some(_)) => "excluded",
                (true, None) => "unknown",
            };
            Fate { id, state, checks, reason }
        })
        .collect();
    write_stdout(if json { as_json(&fates) } else { as_table(&fates, paper) }.as_bytes())?;
    Ok(if fates.iter().any(|fate| fate.state == "unknown") { Ending::Findings } else { Ending::Success })
}

/// The first column of each line of a list or a table with commas, without its heading and without what is no id.
fn first_column(text: &str) -> Vec<String> {
    let words = text.lines().filter_map(|line| line.split([',', ';', '\t']).next()).map(|word| word.trim().trim_matches('"'));
    let is_id = |word: &&str| {
        let plain = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
        !word.is_empty() && word.chars().all(plain) && !word.to_ascii_lowercase().ends_with("check_id")
    };
    words.filter(is_id).map(str::to_owned).collect()
}

fn count(fates: &[Fate], state: &str) -> usize {
    fates.iter().filter(|fate| fate.state == state).count()
}

fn as_json(fates: &[Fate]) -> String {
    let counts = json!({
        "covered": count(fates, "covered"), "excluded": count(fates, "excluded"), "unknown": count(fates, "unknown"),
    });
    card::pretty(&json!({ "summary": counts, "ids": fates }))
}

fn as_table(fates: &[Fate], paper: &Paper) -> String {
    let what = |fate: &Fate| fate.reason.clone().filter(|_| fate.checks.is_empty()).unwrap_or_else(|| fate.checks.join(", "));
    let rows = fates.iter().map(|fate| [fate.id.clone(), fate.state.to_owned(), what(fate)]);
    let mut text = card::table(["other tool's id", "state", "check here, or why there is none"], rows, paper);
    let [covered, excluded, unknown] = ["covered", "excluded", "unknown"].map(|state| count(fates, state));
    let _ = writeln!(text, "\n{} ids: {covered} covered, {excluded} left out on purpose, {unknown} unknown", fates.len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_from_lists_and_tables() {
        let text = "prowler_check_id,service\niam_root_mfa_enabled,iam\n\"S3.8\",s3\n\n# a note\nec2_x\n";
        assert_eq!(first_column(text), ["iam_root_mfa_enabled", "S3.8", "ec2_x"]);
    }
}
