//! The report read back as a viewer reads it.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::report::sample::{self, Sample};

fn written(report: &ScanReport) -> String {
    let mut out = Vec::new();
    write(report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Everything that GitHub knows.
fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all()).collect()
}

/// The structure, without texts and code spans.
fn structure(text: &str) -> String {
    let mut structure = String::new();
    for event in events(text) {
        match event {
            Event::Text(_) | Event::Code(_) => {}
            other => writeln!(structure, "{other:?}").unwrap(),
        }
    }
    structure
}

#[test]
fn a_partial_scan_reads_so() {
    insta::assert_snapshot!(written(&sample::partial().report));
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(written(&sample::clean().report));
}

#[test]
fn a_scan_that_is_compared_and_one_that_is_measured_read_so() {
    insta::assert_snapshot!(written(&sample::compared().report) + &written(&sample::measured().report));
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(written(&sample::hostile().report));
}

#[test]
fn only_our_own_folds_are_html_and_nothing_is_a_link() {
    for sample in sample::all() {
        let text = written(&sample.report);
        for event in events(&text) {
            match event {
                Event::Html(html) => {
                    let ours = html.starts_with("<details>") || html.starts_with("</details>") || html.starts_with("<summary>");
                    assert!(ours, "{html}");
                }
                Event::InlineHtml(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::FootnoteReference(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::List(_)) => {
                    panic!("{event:?}");
                }
                _ => {}
            }
        }
    }
}

/// GitHub makes links and mentions out of texts, never of code.
#[test]
fn no_text_outside_of_code_holds_what_github_would_link() {
    for sample in sample::all() {
        let text = written(&sample.report);
        for event in events(&text) {
            if let Event::Text(text) = event {
                assert!(
                    !text.contains(['@', '#', '<', '$', '[', ']', '|']) && !text.contains("://") && !text.contains("www."),
                    "{text}"
                );
            }
        }
    }
}

/// The same scan with harmless names has the same cells, rows and folds.
#[test]
fn a_hostile_name_changes_no_structure() {
    let Sample { report, .. } = sample::hostile();
    let shape = |name: &str| {
        let mut report = report.as_ref().clone();
        for result in &mut report.results {
            for text in [&mut result.resource.name, &mut result.resource.id] {
                name.clone_into(text);
            }
            result.message = format!("Group {name}");
        }
        structure(&written(&report))
    };
    let harmless = shape("sg-1");
    for name in [
        sample::HOSTILE_NAME,
        "a | b",
        "a\\| b \\",
        "`",
        "``` a `",
        "\\`",
        "x | --- | ---\n| a |",
        "</summary></details><img src=x onerror=y>",
        "![a](https://evil.example/a.png)",
        "<https://evil.example>",
        "@octocat #1 www.evil.example a@evil.example",
        "$$x$$ [^1] ~~a~~ **b** _c_",
        "&lt;b&gt; &#124;",
    ] {
        assert_eq!(shape(name), harmless, "{name}");
    }
}

#[test]
fn a_hundred_thousand_findings_stay_below_a_mebibyte() {
    let Sample { report, .. } = sample::large(100_000);
    let mut out = Vec::new();
    let warning = write(&report, &mut out).unwrap().unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.len() < 1_048_576 && text.len() > LIMIT * 9 / 10, "{}", text.len());
    let rows = text.lines().filter(|line| line.starts_with("| `aws-")).count();
    assert!(warning.contains(&format!("leaves out {} of 100,000 findings", 100_000 - rows)), "{rows} rows: {warning}");
    let told: usize = text
        .lines()
        .filter_map(|line| line.strip_prefix("… and ")?.split_once(" more of this severity"))
        .map(|(count, _)| count.replace(',', "").parse::<usize>().unwrap())
        .sum();
    assert_eq!(told, 100_000 - rows);
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    assert_eq!(text.matches("<summary>").count(), 5, "every severity is at least counted");
}

#[test]
fn nothing_of_any_length_makes_it_too_large() {
    let Sample { report, .. } = sample::large(3_000);
    let mut report = report.as_ref().clone();
    let long = "\u{1b}|`名".repeat(5_000);
    for result in &mut report.results {
        result.message.clone_from(&long);
    }
    let warning =
        crate::model::Warning { region: long.clone(), action: long.clone(), ..crate::model::Warning::note("x", long.clone()) };
    report.warnings = vec![warning; 2_000];
    for job in &mut report.jobs {
        job.error = Some(long.clone());
    }
    report.jobs = report.jobs.iter().cycle().take(2_000).cloned().collect();
    report.status_reason = long;
    for limit in [LIMIT, 50_000] {
        let (text, left_out) = render(&report, limit);
        assert!(text.len() <= limit, "{}", text.len());
        assert!(left_out > 0);
        assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
        assert!(text.contains("more warnings; the JSON report"), "{limit}");
    }
}
