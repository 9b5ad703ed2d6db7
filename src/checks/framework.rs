//! What a framework's file must be beyond readable.

use std::collections::BTreeSet;

pub use crate::model::framework::{Framework, FrameworkRequirement};

/// The levels that frameworks tell apart.
const LEVELS: std::ops::RangeInclusive<u8> = 1..=2;

/// The first thing that is wrong with a framework, whichever checks there are.
#[must_use]
pub fn problem(framework: &Framework) -> Option<String> {
    let texts = [("title", &framework.title), ("version", &framework.version), ("url", &framework.url)];
    if let Some((name, _)) = texts.into_iter().find(|(_, text)| text.trim().is_empty()) {
        return Some(format!("the {name} is empty"));
    }
    if framework.requirements.is_empty() {
        return Some("it has no requirements".to_owned());
    }
    let mut seen = BTreeSet::new();
    framework.requirements.iter().find_map(|requirement| {
        let twice = (!seen.insert(&requirement.id)).then_some("stands there twice");
        twice.or_else(|| flaw(requirement)).map(|flaw| format!("requirement {} {flaw}", requirement.id))
    })
}

fn flaw(requirement: &FrameworkRequirement) -> Option<&'static str> {
    let FrameworkRequirement { id, title, section: _, level, manual, checks } = requirement;
    let distinct: BTreeSet<&String> = checks.iter().collect();
    let flaws = [
        (id.trim().is_empty() || id.contains(char::is_whitespace), "has an id that nobody can type"),
        (title.trim().is_empty(), "has no title"),
        (level.is_some_and(|level| !LEVELS.contains(&level)), "has a level that is neither 1 nor 2"),
        (*manual && !checks.is_empty(), "is manual and has checks; it can only be one of both"),
        (!manual && checks.is_empty(), "has no checks; say `manual: true` where a person has to look"),
        (distinct.len() < checks.len(), "names a check twice"),
    ];
    flaws.into_iter().find_map(|(is_flawed, flaw)| is_flawed.then_some(flaw))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framework(requirements: &str) -> Framework {
        let text = format!("id: own-1\ntitle: Our own\nversion: '1'\nurl: https://example.com\nrequirements: {requirements}");
        serde_saphyr::from_str(&text).unwrap()
    }

    #[test]
    fn a_requirement_is_either_decided_by_checks_or_looked_at_by_a_person() {
        for (requirements, expected) in [
            ("[{ id: a, title: t, checks: [x, y], level: 2, section: s }, { id: b, title: t, manual: true }]", None),
            ("[]", Some("it has no requirements")),
            ("[{ id: a, title: t }]", Some("requirement a has no checks; say `manual: true` where a person has to look")),
            (
                "[{ id: a, title: t, manual: true, checks: [x] }]",
                Some("requirement a is manual and has checks; it can only be one of both"),
            ),
            ("[{ id: a, title: t, checks: [x, x] }]", Some("requirement a names a check twice")),
            ("[{ id: a, title: t, manual: true, level: 3 }]", Some("requirement a has a level that is neither 1 nor 2")),
            ("[{ id: a, title: ' ', manual: true }]", Some("requirement a has no title")),
            ("[{ id: a b, title: t, manual: true }]", Some("requirement a b has an id that nobody can type")),
            ("[{ id: a, title: t, manual: true }, { id: a, title: t, manual: true }]", Some("requirement a stands there twice")),
        ] {
            assert_eq!(problem(&framework(requirements)).as_deref(), expected, "{requirements}");
        }
    }

    #[test]
    fn a_framework_says_what_it_is() {
        let whole = framework("[{ id: a, title: t, manual: true }]");
        assert_eq!(problem(&Framework { url: String::new(), ..whole }).as_deref(), Some("the url is empty"));
    }
}
