//! The warnings, with what to do about each; the same trouble in several regions is told once.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::plain_text::{elide_end, neutralise};
use crate::model::{GapKind, ScanReport, Warning};

use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::Page;
use crate::report::layout::words::names;

/// Columns of what a cloud said; it may be long and is in the JSON report.
const DETAIL_LIMIT: usize = 240;

/// Names of checks shown of one trouble.
const SHOWN_CHECKS: usize = 5;

/// The same gap, of one action or several, in one region or several.
pub(in crate::report) struct Trouble<'a> {
    /// Why.
    pub(in crate::report) kind: GapKind,
    /// What was asked.
    pub(in crate::report) actions: Vec<&'a str>,
    /// Where.
    pub(in crate::report) regions: Vec<&'a str>,
    /// What the cloud said.
    pub(in crate::report) details: BTreeSet<&'a str>,
    /// The checks that it leaves unknown.
    pub(in crate::report) checks: BTreeSet<&'a str>,
}

/// Puts the warnings section, where there are any.
pub(super) fn put(report: &ScanReport, page: &mut Page) {
    if report.warnings.is_empty() {
        return;
    }
    let (troubles, notes) = sort_out(&report.warnings);
    let labels = troubles.iter().map(|trouble| trouble.kind.as_str()).chain(notes.iter().map(|note| note.code.as_str()));
    let indent = labels.map(|label| words(label).len()).max().unwrap_or_default() + 4;
    page.heading("Warnings");
    for (code, message) in fold_regions(&notes) {
        page.wrapped(&label(code), indent, &neutralise(&message), None);
    }
    for trouble in troubles {
        put_trouble(&trouble, indent, page);
    }
}

fn label(code: &str) -> String {
    format!("  {}", paint(Ink::Caution, &words(code)))
}

fn words(code: &str) -> String {
    neutralise(code).replace('_', " ")
}

fn put_trouble(trouble: &Trouble<'_>, indent: usize, page: &mut Page) {
    let (actions, regions) = (trouble.actions.join(", "), trouble.regions.join(", "));
    let place = if trouble.regions.len() > 1 { format!("{} regions: {regions}", trouble.regions.len()) } else { regions.clone() };
    page.wrapped(&label(trouble.kind.as_str()), indent, &neutralise(&format!("{actions} in {place}")), None);
    if let Some(detail) = trouble.details.first() {
        page.wrapped("", indent, &elide_end(&neutralise(detail), DETAIL_LIMIT), Some(Ink::Faint));
    }
    if !trouble.checks.is_empty() {
        let checks: Vec<&str> = trouble.checks.iter().copied().collect();
        page.wrapped("", indent, &format!("leaves unknown: {}", neutralise(&names(&checks, SHOWN_CHECKS, "checks"))), None);
    }
    let action = if trouble.actions.len() > 1 { "these actions" } else { &actions };
    let place = if trouble.regions.len() > 3 { "those regions" } else { &regions };
    let reason = trouble.details.iter().copied().collect::<String>();
    page.wrapped("", indent, &format!("→ {}", neutralise(&trouble.kind.advice_on(&reason, action, place))), None);
}

/// Gaps folded by kind and action, then by kind, regions and reason; and the other warnings as they are.
pub(in crate::report) fn sort_out(warnings: &[Warning]) -> (Vec<Trouble<'_>>, Vec<&Warning>) {
    let mut troubles: BTreeMap<(GapKind, &str), Trouble<'_>> = BTreeMap::new();
    let mut notes = Vec::new();
    for warning in warnings {
        let Some(kind) = GapKind::of_code(&warning.code).filter(|_| !warning.action.is_empty()) else {
            notes.push(warning);
            continue;
        };
        let trouble = troubles.entry((kind, &warning.action)).or_insert_with(|| Trouble {
            kind,
            actions: vec![&warning.action],
            regions: Vec::new(),
            details: BTreeSet::new(),
            checks: BTreeSet::new(),
        });
        trouble.regions.push(&warning.region);
        trouble.details.extend(detail(warning, kind));
        trouble.checks.extend(warning.checks.iter().map(String::as_str));
    }
    (fold_actions(troubles.into_values()), notes)
}

/// Where several actions met the same trouble in the same regions, they share an entry.
fn fold_actions<'a>(troubles: impl Iterator<Item = Trouble<'a>>) -> Vec<Trouble<'a>> {
    let mut folded: Vec<Trouble<'a>> = Vec::new();
    for trouble in troubles {
        let same = |other: &&mut Trouble<'a>| {
            (other.kind, &other.regions, &other.details) == (trouble.kind, &trouble.regions, &trouble.details)
        };
        match folded.iter_mut().find(same) {
            Some(other) => {
                other.actions.extend(trouble.actions);
                other.checks.extend(trouble.checks);
            }
            None => folded.push(trouble),
        }
    }
    folded
}

/// The message of a note, parted where it names the note's region; nothing stands behind where it does not.
type Parts<'a> = (&'a str, Option<&'a str>);

/// Code and message of each note; notes of one code that say the same of several regions share an entry.
pub(in crate::report) fn fold_regions<'a>(notes: &[&'a Warning]) -> Vec<(&'a str, String)> {
    let mut folded: Vec<(&str, Parts<'a>, Vec<&str>)> = Vec::new();
    for note in notes {
        let named = Some(note.region.as_str()).filter(|region| !region.is_empty());
        let parted = named.and_then(|region| note.message.split_once(region)).map(|(before, after)| (before, Some(after)));
        let parts = parted.unwrap_or((&note.message, None));
        match folded.iter_mut().find(|(code, other, _)| (*code, *other) == (note.code.as_str(), parts)) {
            Some((.., regions)) => regions.push(&note.region),
            None => folded.push((&note.code, parts, vec![&note.region])),
        }
    }
    let told = |(code, (before, after), regions): (&'a str, Parts<'a>, Vec<&str>)| match after {
        Some(after) => (code, format!("{before}{}{after}", regions.join(", "))),
        None => (code, before.to_owned()),
    };
    folded.into_iter().map(told).collect()
}

/// What the cloud said: the message of a gap's warning without its action, region, kind and advice, which are shown apart.
fn detail(warning: &Warning, kind: GapKind) -> Option<&str> {
    let advice = kind.advice_on(&warning.message, &warning.action, &warning.region);
    let said = warning.message.strip_suffix(&advice)?.strip_suffix("; ")?;
    said.strip_prefix(&format!("{} in {} {}: ", warning.action, warning.region, kind.in_words()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Gap;

    fn gap(kind: GapKind, action: &str, region: &str, detail: &str) -> Warning {
        let gap = Gap { kind, action: action.to_owned(), region: region.to_owned(), detail: detail.to_owned() };
        Warning::of_gap(&gap, 1, vec![format!("check-{region}")])
    }

    fn told<'a>(troubles: &'a [Trouble<'a>]) -> Vec<(GapKind, String, String)> {
        troubles.iter().map(|it| (it.kind, it.actions.join(" "), it.regions.join(" "))).collect()
    }

    #[test]
    fn the_same_trouble_in_several_regions_is_told_once() {
        let warnings = [
            Warning::note("region_skipped", "left out".to_owned()),
            gap(GapKind::Denied, "s3:GetBucketAcl", "eu-west-1", "not authorized"),
            gap(GapKind::Denied, "s3:GetBucketAcl", "us-east-1", "not authorized"),
            gap(GapKind::Throttled, "s3:GetBucketAcl", "us-east-1", ""),
        ];
        let (troubles, notes) = sort_out(&warnings);
        assert_eq!(notes.len(), 1);
        assert_eq!(
            told(&troubles),
            [
                (GapKind::Denied, "s3:GetBucketAcl".to_owned(), "eu-west-1 us-east-1".to_owned()),
                (GapKind::Throttled, "s3:GetBucketAcl".to_owned(), "us-east-1".to_owned())
            ]
        );
        assert!(troubles[0].details.contains("not authorized"));
        assert_eq!(troubles[0].checks.len(), 2);
    }

    #[test]
    fn what_is_denied_explicitly_is_not_to_be_granted() {
        let reason = "not authorized to perform this with an explicit deny in a service control policy";
        let warnings = [gap(GapKind::Denied, "ec2:DescribeVpcs", "eu-west-1", reason)];
        let (troubles, _) = sort_out(&warnings);
        assert!(troubles[0].details.contains(reason), "{:?}", troubles[0].details);
        let mut page = Page::new(200);
        put_trouble(&troubles[0], 20, &mut page);
        let text = page.text().to_owned();
        assert!(text.contains("no grant beats that") && !text.contains("grant ec2:DescribeVpcs"), "{text}");
    }

    #[test]
    fn notes_that_say_the_same_of_several_regions_are_told_once() {
        let note = |code: &str, region: &str, message: &str| Warning {
            region: region.to_owned(),
            ..Warning::note(code, message.replace("REGION", region))
        };
        let notes = [
            note("full_reading", "eu-west-1", "the log in REGION was denied; grant it"),
            note("full_reading", "us-east-1", "the log in REGION was denied; grant it"),
            note("full_reading", "us-east-2", "the log in REGION is too long; scan more often"),
            note("region_skipped", "sa-east-1", "it is REGION"),
            note("region_skipped", "sa-east-1", "something that names no region"),
            note("other", "", "something of the whole scan"),
        ];
        let told: Vec<String> = fold_regions(&notes.iter().collect::<Vec<_>>()).into_iter().map(|(_, message)| message).collect();
        assert_eq!(
            told,
            [
                "the log in eu-west-1, us-east-1 was denied; grant it",
                "the log in us-east-2 is too long; scan more often",
                "it is sa-east-1",
                "something that names no region",
                "something of the whole scan",
            ]
        );
    }

    #[test]
    fn several_actions_share_an_entry_where_all_else_is_the_same() {
        let warnings = [
            gap(GapKind::Denied, "ec2:DescribeImages", "eu-west-1", "not authorized"),
            gap(GapKind::Denied, "ec2:DescribeVolumes", "eu-west-1", "not authorized"),
            gap(GapKind::Denied, "ec2:DescribeVpcs", "eu-west-1", "explicit deny"),
            gap(GapKind::Denied, "ec2:DescribeSubnets", "us-east-1", "not authorized"),
        ];
        let (troubles, _) = sort_out(&warnings);
        let actions: Vec<String> = troubles.iter().map(|it| it.actions.join(" ")).collect();
        assert_eq!(actions, ["ec2:DescribeImages ec2:DescribeVolumes", "ec2:DescribeSubnets", "ec2:DescribeVpcs"]);
    }
}
