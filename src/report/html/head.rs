//! What stands around the sections: the head with its policy, the header, the navigation, and the script at the end.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::Page;
use super::markup::{Pill, Text};
use crate::model::ScanStatus;
use crate::report::layout::words::{count, duration, known, moment};

/// The page's only style.
pub(super) const STYLE: &str = include_str!("style.css");
/// The page's only script.
pub(super) const SCRIPT: &str = include_str!("script.js");

/// Puts everything up to the first section.
pub(super) fn put(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let header = &page.report.header;
    let (account, id) = (Text(known(&header.account_id)), Text(&header.id));
    write!(
        out,
        r##"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Posture of account {account}, scan {id}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
"##,
        policy()
    )?;
    put_header(page, out)?;
    put_navigation(page, out)?;
    writeln!(out, "<main>")
}

/// Puts everything after the last section.
pub(super) fn put_end(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let header = &page.report.header;
    write!(
        out,
        r"</main>
<footer><p>Written by posture-scan {} from scan {}. The JSON report of the same scan holds every result.</p></footer>
<script>{SCRIPT}</script>
</body>
</html>
",
        Text(&header.tool_version),
        Text(&header.id)
    )
}

/// The Content-Security-Policy: this style and this script, and nothing from anywhere.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        source(SCRIPT),
        source(STYLE)
    )
}

/// What allows one inline element: `sha256-` and the digest of its text in base64.
fn source(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text)))
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or_default();
            text.push(if place > group.len() { '=' } else { char::from(ALPHABET[letter]) });
        }
    }
    text
}

fn put_header(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = page.report;
    let header = &report.header;
    let tone = match report.status {
        ScanStatus::Completed => "good",
        ScanStatus::Partial => "caution",
        ScanStatus::Failed | ScanStatus::SubmissionError => "bad",
        ScanStatus::NotStarted | ScanStatus::Queued | ScanStatus::Running | ScanStatus::Cancelled => "quiet",
    };
    write!(
        out,
        r#"<header>
<p class="brand"><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M9 1l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V4z"/><path class="tick" d="M5.5 9l2.5 2.5L12.5 7"/></svg> posture-scan</p>
<h1>Account {}</h1>
<p class="status">{} <span>{}</span></p>
<dl class="facts">
"#,
        Text(known(&header.account_id)),
        Pill { tone, word: report.status.as_str() },
        Text(&report.status_reason)
    )?;
    let mut facts = vec![("Scan", header.id.clone())];
    facts.extend(header.name.clone().map(|name| ("Name", name)));
    facts.push(("Provider", header.provider.clone()));
    if !header.profile.is_empty() {
        facts.push(("Profile", header.profile.clone()));
    }
    facts.push(("Type", header.scan_type.as_str().to_owned()));
    facts.push(("Regions", count(header.regions.len() as u64, "region", "regions")));
    facts.push(("Started", moment(header.started_at)));
    facts.push(("Took", duration(report.duration_ms())));
    for (term, text) in facts {
        writeln!(out, "<div><dt>{term}</dt><dd>{}</dd></div>", Text(&text))?;
    }
    writeln!(out, "</dl>\n</header>")
}

fn put_navigation(page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sections = [
        ("summary", "Summary", true),
        ("frameworks", "Frameworks", !page.report.frameworks.is_empty()),
        ("findings", "Findings", true),
        ("warnings", "Warnings", !page.report.warnings.is_empty()),
        ("regions", "Regions", true),
        ("coverage", "Coverage", true),
        ("checks", "Checks", true),
        ("assets", "Assets", true),
    ];
    write!(out, r#"<nav aria-label="Sections"><ul>"#)?;
    for (id, name, _) in sections.into_iter().filter(|(.., is_there)| *is_there) {
        write!(out, r##"<li><a href="#{id}">{name}</a></li>"##)?;
    }
    writeln!(out, "</ul></nav>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_reads_as_in_its_rfc() {
        for (given, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")]
        {
            assert_eq!(base64(given.as_bytes()), expected);
        }
    }

    #[test]
    fn style_and_script_fit_into_their_elements_and_stay_small() {
        assert!(STYLE.len() + SCRIPT.len() < 40_000, "{} bytes", STYLE.len() + SCRIPT.len());
        for (text, end) in [(STYLE, "</style"), (SCRIPT, "</script")] {
            assert!(!text.contains(end) && !text.contains("<!--"));
            assert!(!text.contains('\r'), "browsers change line ends before they hash");
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
        assert!(!SCRIPT.contains("innerHTML") && !SCRIPT.contains("eval("));
    }
}
