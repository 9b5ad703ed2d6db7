//! The warnings, with what to do about each; the same trouble in several regions is told once.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Page;
use super::markup::{Anchor, Lines, Pill, Text};
use crate::model::GapKind;
use crate::report::layout::words::count;
use crate::report::table::warnings::{Trouble, fold_regions, sort_out};

/// Answers of the cloud shown of one trouble; the others are counted.
const SHOWN_DETAILS: usize = 3;

/// Puts the section, where there are any.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let warnings = &page.report.warnings;
    if warnings.is_empty() {
        return Ok(());
    }
    let (troubles, notes) = sort_out(warnings);
    writeln!(out, r#"<section id="warnings" aria-labelledby="warnings-title"><h2 id="warnings-title">Warnings</h2>"#)?;
    put_grants(&troubles, out)?;
    writeln!(out, r#"<ul class="warnings">"#)?;
    for trouble in &troubles {
        put_trouble(page, trouble, out)?;
    }
    for (code, message) in fold_regions(&notes) {
        writeln!(out, r"<li>{} <p>{}</p></li>", Pill { tone: "quiet", word: code }, Text(&message))?;
    }
    writeln!(out, "</ul></section>")
}

/// Every API action that a grant would mend, to copy into a policy.
fn put_grants(troubles: &[Trouble<'_>], out: &mut dyn Write) -> io::Result<()> {
    let is_mended = |trouble: &&Trouble<'_>| {
        trouble.kind == GapKind::Denied && !trouble.details.iter().any(|detail| detail.contains("explicit deny"))
    };
    let actions: BTreeSet<&str> = troubles.iter().filter(is_mended).flat_map(|trouble| trouble.actions.iter().copied()).collect();
    if actions.is_empty() {
        return Ok(());
    }
    let list = actions.into_iter().collect::<Vec<_>>().join("\n");
    writeln!(
        out,
        r#"<div class="card"><h3>To grant to the scanning role</h3><pre data-copy="the actions"><code>{}</code></pre></div>"#,
        Lines(&list)
    )
}

fn put_trouble(page: &Page<'_>, trouble: &Trouble<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (actions, regions) = (trouble.actions.join(", "), trouble.regions.join(", "));
    let pill = Pill { tone: "caution", word: trouble.kind.as_str() };
    writeln!(out, r#"<li>{pill} <p><b class="code">{}</b> in {}</p>"#, Text(&actions), Text(&regions))?;
    for detail in trouble.details.iter().take(SHOWN_DETAILS) {
        writeln!(out, r#"<p class="faint">{}</p>"#, Text(detail))?;
    }
    if let Some(more) = trouble.details.len().checked_sub(SHOWN_DETAILS).filter(|more| *more > 0) {
        writeln!(out, r#"<p class="faint">and {more} more such answers, which the JSON report holds</p>"#)?;
    }
    let action = if trouble.actions.len() > 1 { "these actions" } else { &actions };
    let place = if trouble.regions.len() > 3 { "those regions" } else { &regions };
    let reason = trouble.details.iter().copied().collect::<String>();
    writeln!(out, "<p>→ {}</p>", Text(&trouble.kind.advice_on(&reason, action, place)))?;
    if !trouble.checks.is_empty() {
        let checks = count(trouble.checks.len() as u64, "check", "checks");
        write!(out, r#"<details><summary>leaves {checks} unknown</summary><p class="ids">"#)?;
        for id in &trouble.checks {
            if page.checks.contains_key(id) {
                write!(out, r##"<a href="#{}">{}</a> "##, Anchor(id), Text(id))?;
            } else {
                write!(out, "{} ", Text(id))?;
            }
        }
        writeln!(out, "</p></details>")?;
    }
    writeln!(out, "</li>")
}
