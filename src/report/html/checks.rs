//! What each check is about: its risk, and how to mend what it found.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::markup::{Anchor, Lines, Link, SeverityMark, Text};
use super::{Fared, Page};
use crate::report::layout::words::count;

/// Puts the section: the checks by service.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        r#"<section id="checks" aria-labelledby="checks-title"><h2 id="checks-title">Checks</h2>
<p class="faint">Why each check matters, and how to mend what it found.</p>"#
    )?;
    let mut services: BTreeMap<&str, Vec<&Fared<'_>>> = BTreeMap::new();
    for fared in page.checks.values() {
        services.entry(&fared.check.service).or_default().push(fared);
    }
    for (service, mut checks) in services {
        checks.sort_by_key(|fared| (fared.counts.fail == 0, fared.check.severity, fared.check.id.as_str()));
        let findings = checks.iter().map(|fared| fared.counts.fail).sum();
        let (total, findings) = (count(checks.len() as u64, "check", "checks"), count(findings, "finding", "findings"));
        writeln!(
            out,
            r#"<details class="group"><summary><b>{}</b> <span class="faint">{total}, {findings}</span></summary>"#,
            Text(service)
        )?;
        for fared in checks {
            put_check(fared, out)?;
        }
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</section>")
}

fn put_check(fared: &Fared<'_>, out: &mut dyn Write) -> io::Result<()> {
    let check = fared.check;
    let (class, findings) = match fared.counts.fail {
        0 => ("check", String::new()),
        fail => ("check found", format!(r#" <span class="tag bad">{}</span>"#, count(fail, "finding", "findings"))),
    };
    writeln!(
        out,
        r#"<details class="{class}" id="{}"><summary>{} {}{findings}</summary>
<p class="code faint">{}</p>
<h3>Risk</h3><p>{}</p>
<h3>Remediation</h3><p>{}</p>"#,
        Anchor(&check.id),
        SeverityMark(check.severity),
        Text(&check.title),
        Text(&check.id),
        Text(&check.risk),
        Text(&check.remediation.text)
    )?;
    for (name, code) in [("CLI", &check.remediation.cli), ("Terraform", &check.remediation.terraform)] {
        if let Some(code) = code {
            writeln!(out, r#"<h4>{name}</h4><pre data-copy="the {name} code"><code>{}</code></pre>"#, Lines(code))?;
        }
    }
    if let Some(url) = &check.remediation.url {
        writeln!(out, "<p>{}</p>", Link { url, text: "The provider's documentation" })?;
    }
    write!(out, r#"<dl class="facts"><div><dt>Resource type</dt><dd>{}</dd></div>"#, Text(&check.resource))?;
    let asks = check.requirements.iter().map(|it| format!("{} {}", it.framework, it.requirement)).collect::<Vec<_>>().join(", ");
    for (term, text) in
        [("Categories", check.categories.join(", ")), ("Asked for by", asks), ("Known elsewhere as", check.aliases.join(", "))]
    {
        if !text.is_empty() {
            write!(out, "<div><dt>{term}</dt><dd>{}</dd></div>", Text(&text))?;
        }
    }
    writeln!(out, "</dl></details>")
}
