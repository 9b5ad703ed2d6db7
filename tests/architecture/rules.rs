//! The rules: which module may see which, and where a crate may be named.

use std::collections::BTreeSet;

use crate::paths::{Target, references};

/// What each module may see besides itself.
const MAY_SEE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("checks", &["model"]),
    ("provider", &["model"]),
    ("engine", &["checks", "model", "provider"]),
    ("report", &["model"]),
    ("progress", &["model"]),
    ("store", &["model"]),
    ("cli", &["checks", "engine", "model", "progress", "provider", "report", "store"]),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// Crates and the only files or folders, without their ending, that may name them. A name that ends in `_` stands for all that begin so.
const FENCES: &[(&str, &[&str])] = &[
    ("anyhow", &["src/cli", "src/main"]),
    ("aws_", &["src/provider/aws"]),
    ("cel", &["src/checks/expression"]),
    ("clap", &["src/cli", "src/main"]),
    ("indicatif", &["src/progress"]),
    ("parquet", &["src/report/ocsf/parquet"]),
    ("rusqlite", &["src/store"]),
];

/// What is wrong with `source`, the file at `file` (`src/engine/plan.rs`): one line each.
pub(crate) fn violations(file: &str, source: &str) -> Vec<String> {
    let mut violations = Vec::new();
    if file.ends_with("/mod.rs") {
        violations.push(format!("{file}: call it by its module's name beside the folder, not mod.rs"));
    }
    if !source.starts_with("//!") {
        violations.push(format!("{file}: begin with //!, what the module is for and what it must not know"));
    }
    let stem = file.trim_start_matches("src/").trim_end_matches(".rs");
    let path: Vec<String> = stem.split('/').map(str::to_owned).collect();
    let root = matches!(stem, "main" | "lib");
    if !MAY_SEE.iter().any(|(module, _)| path.first().is_some_and(|first| first == module)) {
        violations.push(format!("{file}: a new top-level module needs its place in the order of dependencies"));
    }
    // One complaint per file and target; the first line that names it is enough to find the rest.
    let mut complained = BTreeSet::new();
    for reference in references(if root { &[] } else { &path }, source) {
        let complaint = match &reference.target {
            Target::Ours(target) => forbidden_edge(&path, target),
            Target::Foreign(name) => outside_its_fence(file, name),
        };
        if let Some(complaint) = complaint
            && complained.insert(complaint.clone())
        {
            violations.push(format!("{file}:{}: {complaint}", reference.line));
        }
    }
    violations
}

/// Why the module at `from` may not see `target`, where it may not.
fn forbidden_edge(from: &[String], target: &[String]) -> Option<String> {
    let (here, there) = (from.first()?.as_str(), target.first()?.as_str());
    // A name of the library's root that is no module: nothing but a glob can stand there.
    let is_module = MAY_SEE.iter().any(|(module, _)| *module == there);
    let named = format!("crate::{}", target.join("::"));
    if here == there {
        let cloud = |path: &[String]| path.get(1).filter(|name| matches!(name.as_str(), "aws" | "mock")).cloned();
        let crosses = here == "provider" && matches!((cloud(from), cloud(target)), (Some(one), Some(other)) if one != other);
        return crosses.then(|| format!("one provider must not see another: {named}"));
    }
    let (_, visible) = MAY_SEE.iter().find(|(module, _)| *module == here)?;
    if is_module && !visible.contains(&there) {
        return Some(format!("{here} must not see {there}: {named}"));
    }
    let item = target.get(1).and_then(|name| name.chars().next());
    let behind_the_trait = here == "engine" && there == "provider" && item.is_some_and(|first| !first.is_uppercase());
    behind_the_trait.then(|| format!("engine sees the provider trait only: {named}"))
}

/// Why `file` may not name the crate, where it may not.
fn outside_its_fence(file: &str, name: &str) -> Option<String> {
    let (_, places) = FENCES.iter().find(|(fenced, _)| name == *fenced || (fenced.ends_with('_') && name.starts_with(fenced)))?;
    let inside = places.iter().any(|place| file.strip_prefix(place).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')));
    (!inside).then(|| format!("{name} may be named only in {}", places.join(" and ")))
}
