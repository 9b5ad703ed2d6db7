//! Which checks a list shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::checks::{Check, Library};
use crate::cli::arguments::CheckFilter;
use crate::cli::exit_code::Failure;
use crate::model::Severity;
use crate::model::nearest::suggestion;

/// The checks that every option of `filter` holds for.
pub(super) fn checks(library: &Library, filter: &CheckFilter) -> Result<Vec<Arc<Check>>, Failure> {
    hold(library, filter)?;
    let of_profiles = filter.profile.iter().filter_map(|name| library.profile(name));
    let of_profiles: BTreeSet<String> =
        of_profiles.flat_map(|profile| library.checks_of(profile)).map(|check| check.metadata.id.clone()).collect();
    let words: Vec<String> = filter.search.iter().flat_map(|words| words.split_whitespace()).map(str::to_lowercase).collect();
    let severities: Vec<Severity> = filter.severity.iter().map(|choice| Severity::from(*choice)).collect();
    let fits = |check: &&Arc<Check>| {
        let metadata = &check.metadata;
        let requirements = || metadata.requirements.iter().map(|requirement| &requirement.framework);
        (filter.service.is_empty() || filter.service.contains(&metadata.service))
            && (severities.is_empty() || severities.contains(&metadata.severity))
            && (filter.category.is_empty() || metadata.categories.iter().any(|category| filter.category.contains(category)))
            && (filter.framework.is_empty() || requirements().any(|framework| filter.framework.contains(framework)))
            && (filter.profile.is_empty() || of_profiles.contains(&metadata.id))
            && words.iter().all(|word| mentions(check, word))
    };
    Ok(library.checks().filter(fits).cloned().collect())
}

/// Whether the check's names or texts hold `word`, which is in lower case.
fn mentions(check: &Check, word: &str) -> bool {
    let metadata = &check.metadata;
    let texts = [&metadata.id, &metadata.title, &metadata.risk];
    texts.into_iter().chain(&metadata.aliases).any(|text| text.to_lowercase().contains(word))
}

/// A value that fits no check at all is a slip of the finger, not a question with an empty answer.
fn hold(library: &Library, filter: &CheckFilter) -> Result<(), Failure> {
    let services: BTreeSet<&str> = library.checks().map(|check| check.metadata.service.as_str()).collect();
    let categories: BTreeSet<&str> = library.checks().flat_map(|check| &check.metadata.categories).map(String::as_str).collect();
    let frameworks: BTreeSet<&str> = library.frameworks().map(|framework| framework.id.as_str()).collect();
    let profiles: BTreeSet<&str> = library.profile_names().collect();
    let given = [
        ("service", &filter.service, services),
        ("category", &filter.category, categories),
        ("framework", &filter.framework, frameworks),
        ("profile", &filter.profile, profiles),
    ];
    for (what, values, known) in given {
        if let Some(value) = values.iter().find(|value| !known.contains(value.as_str())) {
            let all = format!("choose one of {}", known.iter().copied().collect::<Vec<_>>().join(", "));
            return Err(Failure::usage(format!("no check is of a {what} called `{value}`{}", suggestion(value, known, &all))));
        }
    }
    Ok(())
}
