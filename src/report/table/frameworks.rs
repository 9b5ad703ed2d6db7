//! How far the account meets each framework of the scan: the score, and the requirements that want attention.

use unicode_width::UnicodeWidthStr;

use crate::model::compliance::{Compliance, RequirementCounts, RequirementOutcome};
use crate::model::plain_text::{elide_end, elide_middle, neutralise};
use crate::model::{Fulfilment, ScanReport};
use crate::report::layout::grid::{GUTTER, Side, lay_some};
use crate::report::layout::ink::{Ink, paint};
use crate::report::layout::page::{Page, wrap};
use crate::report::layout::words::{count, number};

/// Columns of the bar on a page of 80 columns or more, and on a narrower one.
const BARS: [u64; 2] = [30, 20];
/// Columns before a requirement.
const INDENT: usize = 2;
/// The most columns of a requirement's id.
const LONGEST_ID: usize = 16;
/// Lines that one title may take.
const TITLE_LINES: usize = 3;

/// Requirements that a list shows; the others are counted. What is unknown mostly has one reason, and the warnings tell it.
const fn shown(fulfilment: Fulfilment) -> usize {
    if matches!(fulfilment, Fulfilment::Unknown) { 15 } else { 40 }
}

/// Puts a section for each framework.
pub(in crate::report) fn put(report: &ScanReport, page: &mut Page) {
    for compliance in report.compliance() {
        put_framework(&compliance, page);
    }
}

/// `cis-aws-5.0: 22 of 35 met (62 %), 3 unknown`, one for each framework.
pub(super) fn in_a_line(report: &ScanReport) -> String {
    let told: Vec<String> = report.compliance().iter().map(sentence).collect();
    told.join("; ")
}

fn sentence(compliance: &Compliance<'_>) -> String {
    let counts = &compliance.counts;
    let score = counts.score().map_or_else(
        || "nothing decided".to_owned(),
        |score| format!("{} of {} met ({score} %)", number(counts.met), number(counts.decided())),
    );
    let unknown = format!("{} unknown", number(counts.unknown));
    let unknown = if counts.unknown > 0 { paint(Ink::Caution, &unknown) } else { unknown };
    format!("{}: {score}, {unknown}", neutralise(&compliance.framework.id))
}

fn put_framework(compliance: &Compliance<'_>, page: &mut Page) {
    let framework = compliance.framework;
    let name = format!("{} {}", neutralise(&framework.title), neutralise(&framework.version));
    page.heading(&elide_end(&name, page.width() - 6));
    put_score(&compliance.counts, page);
    put_lists(compliance, page);
    page.blank();
    let hint = format!("scan frameworks show {} tells what each requirement asks for", neutralise(&framework.id));
    page.wrapped("", 0, &hint, Some(Ink::Faint));
    if let Some(coverage) = &framework.coverage {
        page.wrapped("", 0, &neutralise(coverage), Some(Ink::Faint));
    }
}

/// Puts the requirements that want attention, first those that are not met.
fn put_lists(compliance: &Compliance<'_>, page: &mut Page) {
    let lists = [(Fulfilment::NotMet, "NOT MET", Ink::Bad), (Fulfilment::Unknown, "UNKNOWN", Ink::Caution)];
    let of = |fulfilment| compliance.requirements.iter().filter(move |outcome| outcome.fulfilment == fulfilment);
    let told: Vec<&RequirementOutcome<'_>> =
        lists.iter().flat_map(|(fulfilment, ..)| of(*fulfilment).take(shown(*fulfilment))).collect();
    let mut rows = rows(&told, page.width()).into_iter();
    for (fulfilment, label, ink) in lists {
        let (total, shown) = (of(fulfilment).count(), shown(fulfilment));
        if total == 0 {
            continue;
        }
        page.blank();
        page.line(&format!("{}  {}", paint(ink, label), count(total as u64, "requirement", "requirements")));
        page.blank();
        for line in rows.by_ref().take(total.min(shown)).flatten() {
            page.line(&format!("{:INDENT$}{line}", ""));
        }
        if total > shown {
            let more = format!("… and {} more; --json holds them all", number((total - shown) as u64));
            page.line(&format!("{:INDENT$}{}", "", paint(Ink::Faint, &more)));
        }
    }
}

/// Puts the bar, the score and what it leaves out.
fn put_score(counts: &RequirementCounts, page: &mut Page) {
    let unknown = paint(Ink::Caution, &format!("{} unknown", number(counts.unknown)));
    match counts.score() {
        Some(score) => {
            let [wide, narrow] = BARS;
            let columns = if page.width() < 80 { narrow } else { wide };
            let filled = score * columns / 100;
            let cells = |cell: &str, count: u64| cell.repeat(usize::try_from(count).unwrap_or_default());
            let ink = if counts.not_met + counts.unknown == 0 { Ink::Good } else { Ink::Caution };
            let bar = format!("{}{}", paint(ink, &cells("█", filled)), paint(Ink::Faint, &cells("░", columns - filled)));
            let score = paint(Ink::Strong, &format!("{score} %"));
            let met = format!("{} of {} met", number(counts.met), number(counts.decided()));
            let unknown = if counts.unknown > 0 { format!(", {unknown}") } else { String::new() };
            page.line(&format!("  {bar}  {score}  {met}{unknown}"));
        }
        None => page.line(&format!("  no requirement could be decided, {unknown}")),
    }
    let others = [(counts.not_applicable, "with nothing to look at"), (counts.manual, "for a person to look at")];
    let others: Vec<String> =
        others.into_iter().filter(|(others, _)| *others > 0).map(|(others, what)| format!("{} {what}", number(others))).collect();
    if !others.is_empty() {
        page.wrapped("  ", 2, &format!("besides: {}", others.join(", ")), None);
    }
}

/// The lines of each requirement: id, level, title, and how much is wrong. Columns are the same for all of them.
fn rows(outcomes: &[&RequirementOutcome<'_>], width: usize) -> Vec<Vec<String>> {
    let ids: Vec<String> = outcomes.iter().map(|outcome| id(outcome)).collect();
    let wrongs: Vec<String> = outcomes.iter().map(|outcome| wrong(outcome)).collect();
    let widest = |cells: &[String]| cells.iter().map(|cell| cell.width()).max().unwrap_or_default();
    let has_levels = outcomes.iter().any(|outcome| outcome.requirement.level.is_some());
    let places: &[usize] = if has_levels { &[0, 1, 2, 3] } else { &[0, 2, 3] };
    let level_width = if has_levels { GUTTER + 2 } else { 0 };
    let room = width - INDENT - widest(&ids) - level_width - widest(&wrongs) - 2 * GUTTER;
    let rows: Vec<[String; 4]> = outcomes
        .iter()
        .zip(ids.into_iter().zip(wrongs))
        .map(|(outcome, (id, wrong))| {
            let level = outcome.requirement.level.map_or_else(String::new, |level| paint(Ink::Faint, &format!("L{level}")));
            [id, level, title(outcome, room), wrong]
        })
        .collect();
    lay_some(places, [Side::Left, Side::Left, Side::Left, Side::Right], &rows)
}

fn id(outcome: &RequirementOutcome<'_>) -> String {
    elide_middle(&neutralise(&outcome.requirement.id), LONGEST_ID).into_owned()
}

fn title(outcome: &RequirementOutcome<'_>, width: usize) -> String {
    let title = neutralise(&outcome.requirement.title);
    let mut lines = wrap(&title, width);
    if lines.len() > TITLE_LINES {
        let rest = lines.split_off(TITLE_LINES - 1).join(" ");
        lines.push(elide_end(&rest, width).into_owned().into());
    }
    lines.join("\n")
}

/// How much stands against the requirement.
fn wrong(outcome: &RequirementOutcome<'_>) -> String {
    let results = &outcome.results;
    match (outcome.fulfilment, results.fail, results.unknown) {
        (Fulfilment::NotMet, 0, _) => count(results.muted, "muted finding", "muted findings"),
        (Fulfilment::NotMet, fail, _) => count(fail, "finding", "findings"),
        (_, _, 0) => "not looked at".to_owned(),
        (_, _, unknown) => format!("{} unknown", number(unknown)),
    }
}
