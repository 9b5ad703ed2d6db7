//! How far the account meets each framework: the score, and every requirement.

use std::io::{self, Write};

use super::Page;
use super::chart::{Part, put_whole};
use super::markup::{Anchor, Link, Pill, Text};
use crate::model::Fulfilment;
use crate::model::compliance::{Compliance, RequirementCounts, RequirementOutcome};
use crate::model::summary::ResultCounts;
use crate::report::layout::words::{count, number};

/// Puts the section, where the scan names frameworks.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    if page.report.frameworks.is_empty() {
        return Ok(());
    }
    writeln!(out, r#"<section id="frameworks" aria-labelledby="frameworks-title"><h2 id="frameworks-title">Frameworks</h2>"#)?;
    for compliance in page.report.compliance() {
        put_framework(page, &compliance, out)?;
    }
    writeln!(out, "</section>")
}

/// The parts of the bar.
fn parts(counts: &RequirementCounts) -> [Part; 5] {
    [
        Part { class: "met", size: counts.met },
        Part { class: "not-met", size: counts.not_met },
        Part { class: "unknown", size: counts.unknown },
        Part { class: "not-applicable", size: counts.not_applicable },
        Part { class: "manual", size: counts.manual },
    ]
}

fn put_framework(page: &Page<'_>, compliance: &Compliance<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Compliance { framework, requirements, counts } = compliance;
    let score = counts.score().map_or_else(|| "–".to_owned(), |score| format!("{score} %"));
    let met = match counts.decided() {
        0 => "no requirement could be decided".to_owned(),
        decided => format!("{} of {} met, of those that could be decided", number(counts.met), number(decided)),
    };
    let title = format!("{} {}", framework.title, framework.version);
    writeln!(
        out,
        r#"<div class="card framework"><h3>{}</h3>
<p class="score"><b>{score}</b> <span>{met}</span></p>"#,
        Text(&title)
    )?;
    let parts = parts(counts);
    let told: Vec<String> = parts.iter().map(|part| format!("{} {}", number(part.size), part.class.replace('-', " "))).collect();
    let about = format!("{}: {}", count(counts.total, "requirement", "requirements"), told.join(", "));
    put_whole(&about, &parts, out)?;
    put_requirements(page, &title, requirements, out)?;
    let link = Link { url: &framework.url, text: "Where it is published" };
    write!(out, r#"<p class="faint">{} · {link}"#, Text(&framework.id))?;
    if let Some(coverage) = &framework.coverage {
        write!(out, " · {}", Text(coverage))?;
    }
    writeln!(out, "</p></div>")
}

fn put_requirements(page: &Page<'_>, name: &str, outcomes: &[RequirementOutcome<'_>], out: &mut dyn Write) -> io::Result<()> {
    let total = count(outcomes.len() as u64, "requirement", "requirements");
    // What is short stands open.
    let open = if outcomes.len() <= 12 { " open" } else { "" };
    writeln!(
        out,
        r#"<details{open}><summary>{total}</summary><div class="scroll" role="region" aria-label="Requirements of {}" tabindex="0"><table>
<thead><tr><th scope="col">Requirement</th><th scope="col">Status</th><th scope="col">Results</th><th scope="col">Checks</th></tr></thead><tbody>"#,
        Text(name)
    )?;
    let mut section = None;
    for outcome in outcomes {
        let requirement = outcome.requirement;
        if section != requirement.section.as_deref() {
            section = requirement.section.as_deref();
            if let Some(section) = section {
                writeln!(out, r#"<tr class="part"><th colspan="4" scope="rowgroup">{}</th></tr>"#, Text(section))?;
            }
        }
        let level = requirement.level.map(|level| format!(r#" <span class="tag">level {level}</span>"#)).unwrap_or_default();
        let (id, title) = (Text(&requirement.id), Text(&requirement.title));
        let pill = Pill { tone: tone(outcome.fulfilment), word: outcome.fulfilment.as_str() };
        write!(out, r#"<tr><th scope="row"><span class="code">{id}</span> {title}{level}</th><td>{pill}</td>"#)?;
        write!(out, "<td>{}</td><td class=\"ids\">", results(&outcome.results, outcome.fulfilment))?;
        for id in &requirement.checks {
            if page.checks.contains_key(id.as_str()) {
                write!(out, r##"<a href="#{}">{}</a> "##, Anchor(id), Text(id))?;
            } else {
                write!(out, "{} ", Text(id))?;
            }
        }
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</tbody></table></div></details>")
}

const fn tone(fulfilment: Fulfilment) -> &'static str {
    match fulfilment {
        Fulfilment::Met => "good",
        Fulfilment::NotMet => "bad",
        Fulfilment::Unknown => "caution",
        Fulfilment::NotApplicable | Fulfilment::Manual => "quiet",
    }
}

/// `3 findings, 1 unknown`, or what there is instead.
fn results(results: &ResultCounts, fulfilment: Fulfilment) -> String {
    let ResultCounts { pass, fail, unknown, not_applicable, muted } = *results;
    if fulfilment == Fulfilment::Manual {
        return "a person has to look".to_owned();
    }
    let mut parts = Vec::new();
    if fail > 0 {
        parts.push(count(fail, "finding", "findings"));
    }
    if muted > 0 {
        parts.push(count(muted, "muted finding", "muted findings"));
    }
    for (number_of, word) in [(unknown, "unknown"), (pass, "passed"), (not_applicable, "not applicable")] {
        if number_of > 0 {
            parts.push(format!("{} {word}", number(number_of)));
        }
    }
    if parts.is_empty() { "not looked at".to_owned() } else { parts.join(", ") }
}
