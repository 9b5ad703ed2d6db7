//! The findings, and with them what is unknown and what is muted: filters, the table that the script fills, and its data.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::data::{put_rows, shown};
use super::markup::{SeverityMark, Text, place_of};
use super::{Fared, Page};
use crate::model::summary::ResultCounts;
use crate::model::{CheckResult, Gap, Mute, Novelty, Outcome, ScanStatus};
use crate::report::layout::words::{count, number};

/// Findings listed for readers without script.
const WITHOUT_SCRIPT: usize = 500;

/// A check as the script knows it: id, title, severity, service.
#[derive(Serialize)]
struct CheckRow<'a>(Cow<'a, str>, Cow<'a, str>, &'static str, Cow<'a, str>);

/// A result as the script knows it: number of the check, outcome, region, name, id where it is not the name, ARN, resource type, message,
/// 1 where it is new and 2 where it is known, uid, and [`Extra`].
#[derive(Serialize)]
struct Row<'a>(
    usize,
    u8,
    Cow<'a, str>,
    Cow<'a, str>,
    Cow<'a, str>,
    Cow<'a, str>,
    Cow<'a, str>,
    Cow<'a, str>,
    u8,
    String,
    Extra<'a>,
);

/// What there is to say of a result besides.
#[derive(Serialize)]
#[serde(untagged)]
enum Extra<'a> {
    Nothing,
    /// What to do about evidence that is missing.
    Advice(String),
    /// Why, who, until when, and the rule's place.
    Mute(Cow<'a, str>, Cow<'a, str>, Option<String>, usize),
}

/// Puts the section.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let results = &page.report.summary.results;
    writeln!(out, r#"<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>"#)?;
    let total = results.fail + results.unknown + results.muted;
    if total == 0 {
        let text = match page.report.status {
            ScanStatus::Completed => "No findings, and nothing unknown.",
            _ if page.report.evaluated_nothing() => {
                "Not evaluated: the scan came to no result, for the reason at the top of this page."
            }
            _ => "No findings in what could be read.",
        };
        return writeln!(out, r#"<p class="nothing">{text}</p></section>"#);
    }
    writeln!(
        out,
        r#"<p class="faint">{}, {} and {}. Unknown means that the evidence could not be read: it is no pass. Muted findings are accepted and not counted as findings.</p>"#,
        count(results.fail, "finding", "findings"),
        count(results.unknown, "unknown result", "unknown results"),
        count(results.muted, "muted finding", "muted findings")
    )?;
    put_shell(page, out)?;
    put_list(page, out)?;
    put_data(page, out)?;
    writeln!(out, "</section>")
}

/// Controls and an empty table; the script shows and fills them.
fn put_shell(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let select = |id: &str, label: &str| {
        format!(r#"<label for="by-{id}">{label}</label><select id="by-{id}"><option value="">all</option></select>"#)
    };
    let baseline = if page.new.is_some() { format!("<p>{}</p>", select("baseline", "Baseline")) } else { String::new() };
    write!(
        out,
        r#"<div id="explorer" hidden>
<div class="filters" role="search" aria-label="Filter the findings">
<p class="wide"><label for="by-text">Text</label><input id="by-text" type="search" autocomplete="off" spellcheck="false" placeholder="name, ARN, check, message"></p>
<p>{}</p><p>{}</p><p>{}</p><p>{}</p>{baseline}
<p class="narrow"><label for="order">Sort by</label><select id="order"></select></p>
<p><button type="button" id="reset">Reset</button></p>
</div>
<p id="count" class="faint" role="status"></p>
<table id="table" role="table" aria-labelledby="findings-title" aria-describedby="count"><thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader" class="c-severity"><button type="button" data-sort="severity">Severity</button></th>
<th scope="col" role="columnheader" class="c-status"><button type="button" data-sort="status">Status</button></th>
<th scope="col" role="columnheader"><button type="button" data-sort="check">Finding</button></th>
<th scope="col" role="columnheader" class="c-resource"><button type="button" data-sort="resource">Resource</button></th>
<th scope="col" role="columnheader" class="c-region"><button type="button" data-sort="region">Region</button></th>
</tr></thead><tbody role="rowgroup" id="rows"></tbody></table>
<p class="more"><button type="button" id="more">Show more</button></p>
</div>
"#,
        select("severity", "Severity"),
        select("status", "Status"),
        select("service", "Service"),
        select("region", "Region")
    )
}

/// The list for readers without script: the findings, and folded what is unknown and what is muted.
fn put_list(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<noscript>")?;
    if results_of(page).fail > 0 {
        put_findings(page, out)?;
    }
    let of = |outcome: Outcome| page.report.results.iter().filter(move |result| result.outcome == outcome);
    let unknown = |result: &CheckResult| result.gap.as_deref().map(Gap::advice).unwrap_or_default();
    put_folded("Unknown", results_of(page).unknown, of(Outcome::Unknown), unknown, out)?;
    let muted = |result: &CheckResult| result.mute.as_deref().map(Mute::sentence).unwrap_or_default();
    put_folded("Muted", results_of(page).muted, of(Outcome::Muted), muted, out)?;
    writeln!(out, "</noscript>")
}

/// The findings for readers without script, as far as a page takes them.
fn put_findings(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let total = results_of(page).fail;
    let limit = WITHOUT_SCRIPT as u64;
    if total > limit {
        let (limit, total) = (number(limit), number(total));
        writeln!(
            out,
            r#"<p class="note">These are the first {limit} of {total} findings, the worst first. With scripts allowed this page shows, sorts and filters them all. The JSON report holds them too.</p>"#
        )?;
    } else {
        writeln!(out, r#"<p class="note">These are the findings. With scripts allowed this page also sorts and filters.</p>"#)?;
    }
    writeln!(
        out,
        r#"<table><thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Resource</th><th scope="col">Region</th></tr></thead><tbody>"#
    )?;
    for result in page.report.findings().take(WITHOUT_SCRIPT) {
        let resource = result.reported();
        writeln!(
            out,
            r#"<tr><td>{}</td><td>{}<br><span class="faint">{}</span></td><td>{}</td><td>{}</td></tr>"#,
            SeverityMark(result.check.severity),
            Text(&result.message),
            Text(&result.check.id),
            Text([&resource.name, &resource.id].into_iter().find(|it| !it.is_empty()).map_or("–", String::as_str)),
            Text(&resource.region)
        )?;
    }
    writeln!(out, "</tbody></table>")
}

const fn results_of<'a>(page: &Page<'a>) -> &'a ResultCounts {
    &page.report.summary.results
}

/// Results that are no findings, folded: for readers without script, as far as a page takes them. `besides` is what to know of each.
fn put_folded<'a>(
    title: &str,
    total: u64,
    results: impl Iterator<Item = &'a CheckResult>,
    besides: impl Fn(&CheckResult) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    if total == 0 {
        return Ok(());
    }
    writeln!(out, "<details><summary>{title}: {}</summary>", number(total))?;
    if total > WITHOUT_SCRIPT as u64 {
        writeln!(
            out,
            r#"<p class="note">These are the first {} of them; the JSON report holds them all.</p>"#,
            number(WITHOUT_SCRIPT as u64)
        )?;
    }
    writeln!(
        out,
        r#"<table><thead><tr><th scope="col">Severity</th><th scope="col">Result</th><th scope="col">Resource</th><th scope="col">Region</th></tr></thead><tbody>"#
    )?;
    for result in results.take(WITHOUT_SCRIPT) {
        let resource = result.reported();
        writeln!(
            out,
            r#"<tr><td>{}</td><td>{}<br>{}<br><span class="faint">{}</span></td><td>{}</td><td>{}</td></tr>"#,
            SeverityMark(result.check.severity),
            Text(&result.message),
            Text(&besides(result)),
            Text(&result.check.id),
            Text([&resource.name, &resource.id].into_iter().find(|it| !it.is_empty()).map_or("–", String::as_str)),
            Text(&resource.region)
        )?;
    }
    writeln!(out, "</tbody></table></details>")
}

fn put_data<'a>(page: &Page<'a>, out: &mut dyn Write) -> io::Result<()> {
    let check = |fared: &Fared<'a>| {
        let check = fared.check;
        CheckRow(shown(&check.id), shown(&check.title), check.severity.as_str(), shown(&check.service))
    };
    put_rows("checks-data", page.checks.values().map(check), out)?;
    put_rows("findings-data", page.to_look_at().map(|result| row(page, result)), out)
}

fn row<'a>(page: &Page<'_>, result: &'a CheckResult) -> Row<'a> {
    let resource = result.reported();
    let number = page.checks.get(result.check.id.as_str()).map_or(0, |fared| fared.number);
    let novelty = match page.report.novelty(result) {
        None => 0,
        Some(Novelty::New) => 1,
        Some(Novelty::Known) => 2,
    };
    let extra = match (result.outcome, &result.gap, &result.mute) {
        (Outcome::Unknown, Some(gap), _) => Extra::Advice(shown(&gap.advice()).into_owned()),
        (Outcome::Muted, _, Some(mute)) => {
            Extra::Mute(shown(&mute.reason), shown(&mute.owner), mute.expires.map(|date| date.to_string()), mute.rule)
        }
        _ => Extra::Nothing,
    };
    let id = if resource.id == resource.name { Cow::Borrowed("") } else { shown(&resource.id) };
    Row(
        number,
        place_of(result.outcome),
        shown(&resource.region),
        shown(&resource.name),
        id,
        shown(&resource.arn),
        shown(&resource.resource_type),
        shown(&result.message),
        novelty,
        result.uid(&page.report.header.account_id),
        extra,
    )
}
