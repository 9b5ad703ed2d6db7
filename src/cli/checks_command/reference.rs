//! The reference of all checks in Markdown, rendered from the checks themselves: a page for each service, and one that leads to them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::checks::{Check, Library};
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::terminal::write_stdout;

/// Writes every page into `folder`.
pub(super) fn write(library: &Library, folder: &Path) -> anyhow::Result<Ending> {
    let failed = |path: &Path, error: &std::io::Error| Failure::usage(format!("cannot write {}: {error}", path.display()));
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let pages = pages(library);
    for (name, text) in &pages {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| failed(&path, &error))?;
    }
    write_stdout(format!("{} pages in {}\n", pages.len(), folder.display()).as_bytes())
}

/// The pages by file name.
fn pages(library: &Library) -> BTreeMap<String, String> {
    let mut by_service: BTreeMap<&str, Vec<&Check>> = BTreeMap::new();
    for check in library.checks() {
        by_service.entry(&check.metadata.service).or_default().push(check);
    }
    let mut index = String::from(
        "# Checks\n\nEvery check of `scan`, by service. `scan checks show ID` prints one, `scan checks list` finds some.\n\n\
         | service | checks | critical | high | medium | low | informational |\n|---|---|---|---|---|---|---|\n",
    );
    for (service, checks) in &by_service {
        let _ = write!(index, "| [{service}]({service}.md) | {} |", checks.len());
        for severity in crate::model::Severity::ALL {
            let count = checks.iter().filter(|check| check.metadata.severity == severity).count();
            let _ = write!(index, " {} |", if count == 0 { String::new() } else { count.to_string() });
        }
        index.push('\n');
    }
    let mut pages: BTreeMap<String, String> =
        by_service.into_iter().map(|(service, checks)| (format!("{service}.md"), page(service, &checks))).collect();
    pages.insert("README.md".to_owned(), index);
    pages
}

fn page(service: &str, checks: &[&Check]) -> String {
    let mut page = format!("# Checks of {service}\n\n| severity | check | the good condition |\n|---|---|---|\n");
    for check in checks {
        let metadata = &check.metadata;
        let _ = writeln!(page, "| {} | [{id}](#{id}) | {} |", metadata.severity, cell(&metadata.title), id = metadata.id);
    }
    for check in checks {
        page.push_str(&section(check));
    }
    page
}

fn section(check: &Check) -> String {
    let metadata = &check.metadata;
    let mut text = format!("\n## {}\n\n**{}** · {} · `{}`\n\n", metadata.id, metadata.title, metadata.severity, metadata.resource);
    let _ = writeln!(text, "{}\n\n{}\n", metadata.risk, metadata.remediation.text.trim());
    for (language, code) in [("sh", &metadata.remediation.cli), ("hcl", &metadata.remediation.terraform)] {
        if let Some(code) = code {
            let _ = writeln!(text, "```{language}\n{}\n```\n", code.trim_end());
        }
    }
    let when = check.when.as_ref().map(|when| format!("when {}\n", when.source())).unwrap_or_default();
    let _ = writeln!(text, "```cel\n{when}pass {}\n```\n", check.pass.source());
    if let Some(reported) = check.reported_on() {
        let _ = writeln!(text, "{reported}\n");
    }
    if check.parameters.iter().next().is_some() {
        text.push_str("| parameter | default | what it decides |\n|---|---|---|\n");
        for (name, parameter) in check.parameters.iter() {
            let _ = writeln!(text, "| `{name}` | `{}` | {} |", parameter.default, cell(&parameter.description));
        }
        text.push('\n');
    }
    let code = |words: Vec<String>| words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let requirements: Vec<String> =
        metadata.requirements.iter().map(|one| format!("{} {}", one.framework, one.requirement)).collect();
    let facts = [
        ("Categories", metadata.categories.join(", ")),
        ("API actions", code(check.actions().into_iter().map(str::to_owned).collect())),
        ("Also known as", code(metadata.aliases.clone())),
        ("Asked for by", requirements.join(", ")),
        ("More", metadata.remediation.url.clone().map(|url| format!("<{url}>")).unwrap_or_default()),
    ];
    for (label, fact) in facts.into_iter().filter(|(_, fact)| !fact.is_empty()) {
        let _ = writeln!(text, "- {label}: {fact}");
    }
    text
}

/// Text that may stand in a table's cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;

    /// `UPDATE_GENERATED=1` writes the pages instead.
    #[test]
    fn the_pages_below_docs_are_fresh() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
        let pages = pages(&Library::load(&[]).unwrap());
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            let _ = fs::remove_dir_all(&folder);
            write(&Library::load(&[]).unwrap(), &folder).unwrap();
            return;
        }
        for (name, text) in &pages {
            let written = fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(written == *text, "docs/checks/{name} is stale: run `make generate`");
        }
        let written = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(written.collect::<BTreeSet<_>>(), pages.keys().cloned().collect(), "run `make generate`");
    }

    #[test]
    fn a_check_tells_what_a_pass_is_reported_on() {
        let library = Library::load(&[]).unwrap();
        let check = library.checks().find(|check| check.reports.is_some()).unwrap();
        let text = section(check);
        assert!(text.contains("A pass is reported on the element of `") && text.contains("with which alone"), "{text}");
        let other = library.checks().find(|check| check.reports.is_none()).unwrap();
        assert!(!section(other).contains("A pass is reported"));
    }

    #[test]
    fn a_check_is_told_with_all_that_a_reader_needs() {
        let library = Library::load(&[]).unwrap();
        let text = section(library.check("aws-iam-access-keys-are-rotated").unwrap());
        for part in
            ["## aws-iam-access-keys-are-rotated", "| `max_age_days` | `90` |", "`iam:GetCredentialReport`", "cis-aws-5.0 1.13"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
