//! The ledger: how every selected check fared, so that nothing is silently absent.

use std::io::{self, Write};

use super::markup::{Anchor, Pill, SeverityMark, Text};
use super::{Fared, Page};
use crate::model::summary::ResultCounts;
use crate::report::layout::words::number;

/// Puts the section.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let checks = &page.report.summary.checks;
    writeln!(
        out,
        r#"<section id="coverage" aria-labelledby="coverage-title"><h2 id="coverage-title">Coverage</h2>
<p class="faint">Every selected check and what it came to: {} selected, {} evaluated wherever they looked, {} unknown somewhere.</p>
<div class="scroll tall" role="region" aria-label="Outcomes of every check" tabindex="0"><table class="grid"><thead><tr><th scope="col">Check</th><th scope="col">Severity</th><th scope="col" class="number">Fail</th><th scope="col" class="number">Unknown</th><th scope="col" class="number">Pass</th><th scope="col" class="number">Not applicable</th><th scope="col" class="number">Muted</th><th scope="col">Unknown in</th></tr></thead><tbody>"#,
        number(checks.selected),
        number(checks.evaluated),
        number(checks.unknown)
    )?;
    for fared in page.checks.values() {
        put_row(fared, out)?;
    }
    writeln!(out, "</tbody></table></div></section>")
}

fn put_row(fared: &Fared<'_>, out: &mut dyn Write) -> io::Result<()> {
    let ResultCounts { pass, fail, unknown, not_applicable, muted } = fared.counts;
    let id = &fared.check.id;
    write!(
        out,
        r##"<tr><th scope="row"><a href="#{}">{}</a></th><td>{}</td>"##,
        Anchor(id),
        Text(id),
        SeverityMark(fared.check.severity)
    )?;
    for (total, class) in [(fail, "bad"), (unknown, "caution"), (pass, ""), (not_applicable, ""), (muted, "")] {
        let class = if total == 0 { "zero" } else { class };
        write!(out, r#"<td class="number {class}">{}</td>"#, number(total))?;
    }
    if fared.looked == 0 {
        writeln!(out, "<td>{}</td></tr>", Pill { tone: "caution", word: "never looked" })
    } else {
        writeln!(out, "<td>{}</td></tr>", Text(&fared.unknown.join(", ")))
    }
}
