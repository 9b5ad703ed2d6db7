//! The whole page, under a parser that follows the HTML standard.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Node, NodeData, RcDom};
use serde_json::Value;

use super::head::{SCRIPT, STYLE};
use super::*;
use crate::model::KnownFindings;
use crate::model::plain_text::neutralise;
use crate::model::summary::ResultCounts;
use crate::report::sample;

fn written(report: &ScanReport, extent: Extent) -> String {
    let mut out = Vec::new();
    write(report, extent, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(report: &ScanReport) -> String {
    written(report, Extent::Whole)
}

/// The markup alone.
fn markup(page: &str) -> String {
    let (before, after) = page.split_once("'sha256-").unwrap();
    let (_, after) = after.split_once("base-uri").unwrap();
    let page = format!("{before}[hashes]; base-uri{after}").replace(STYLE, "[style]").replace(SCRIPT, "[script]");
    page.replace(env!("CARGO_PKG_VERSION"), "[version]")
}

fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, after) = page.split_once(&format!(r#"<section id="{id}""#)).unwrap();
    after.split_once("</section>").unwrap().0
}

fn data(page: &str, id: &str) -> Vec<Value> {
    let (_, after) = page.split_once(&format!(r#"<script type="application/json" id="{id}">"#)).unwrap();
    serde_json::from_str(after.split_once("</script>").unwrap().0).unwrap()
}

/// An element: its name, its attributes, and its text where it has no other content.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// Every element of a page, as a reader without script has them, and what the parser had to forgive.
fn parsed(page: &str) -> (Vec<Element>, Vec<String>) {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, exact_errors: true, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let dom = parse_document(RcDom::default(), options).one(page);
    let mut elements = Vec::new();
    gather(&dom.document, &mut elements);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    (elements, errors)
}

fn gather(node: &Rc<Node>, elements: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow().iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
        let children = node.children.borrow();
        let text = children.iter().filter_map(|child| match &child.data {
            NodeData::Text { contents } => Some(contents.borrow().to_string()),
            _ => None,
        });
        elements.push(Element { name: name.local.to_string(), attributes, text: text.collect() });
    }
    node.children.borrow().iter().for_each(|child| gather(child, elements));
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(markup(&page(&sample::clean().report)));
}

#[test]
fn a_partial_scan_reads_so() {
    let page = page(&sample::partial().report);
    let sections = ["summary", "findings", "warnings", "regions", "coverage", "assets"];
    insta::assert_snapshot!(sections.map(|id| section(&page, id)).join("\n=====\n"));
}

#[test]
fn a_framework_reads_so() {
    insta::assert_snapshot!(section(&page(&sample::measured().report), "frameworks"));
}

#[test]
fn hostile_names_read_so() {
    let page = page(&sample::hostile().report).replace(&"x".repeat(1_024), "[1,024 times x]");
    let sections = ["frameworks", "findings", "warnings", "assets"];
    insta::assert_snapshot!(sections.map(|id| section(&page, id)).join("\n=====\n"));
}

#[test]
fn a_parser_finds_nothing_to_forgive() {
    for sample in sample::all() {
        let (elements, errors) = parsed(&page(&sample.report));
        assert_eq!(errors, Vec::<String>::new(), "{}", sample.report.header.id);
        let ids: Vec<&str> = elements.iter().filter_map(|it| it.attribute("id")).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "an id stands twice");
        for element in &elements {
            for name in ["aria-labelledby", "aria-describedby", "for"] {
                assert!(element.attribute(name).is_none_or(|id| distinct.contains(id)), "{:?}", element.attributes);
            }
            let fragment = element.attribute("href").and_then(|it| it.strip_prefix('#'));
            assert!(fragment.is_none_or(|id| distinct.contains(id)), "a link leads nowhere: {fragment:?}");
        }
    }
}

#[test]
fn nothing_is_fetched_and_nothing_runs_but_the_script() {
    for sample in sample::all() {
        let page = page(&sample.report);
        let (elements, _) = parsed(&page);
        let known = ["application/json", ""];
        let scripts: Vec<&Element> = elements.iter().filter(|it| it.name == "script").collect();
        assert!(scripts.iter().all(|it| known.contains(&it.attribute("type").unwrap_or_default())));
        let running: Vec<&&Element> = scripts.iter().filter(|it| it.attribute("type").is_none()).collect();
        assert!(running.len() == 1 && running[0].text == SCRIPT, "{}", running.len());
        let styles: Vec<&Element> = elements.iter().filter(|it| it.name == "style").collect();
        assert!(styles.len() == 1 && styles[0].text == STYLE, "{}", styles.len());
        for element in &elements {
            assert!(
                !["link", "base", "form", "iframe", "img", "object", "embed"].contains(&element.name.as_str()),
                "{}",
                element.name
            );
            for (name, value) in &element.attributes {
                assert!(
                    !name.starts_with("on") && !["style", "src", "srcset", "action"].contains(&name.as_str()),
                    "{name}={value}"
                );
                assert!(name != "href" || value.starts_with('#') || value.starts_with("https://"), "{value}");
            }
        }
    }
}

#[test]
fn every_control_has_a_label_and_every_table_its_headings() {
    let (elements, _) = parsed(&page(&sample::partial().report));
    for control in elements.iter().filter(|it| ["input", "select"].contains(&it.name.as_str())) {
        let id = control.attribute("id").unwrap();
        assert!(elements.iter().any(|it| it.name == "label" && it.attribute("for") == Some(id)), "{id}");
    }
    assert!(elements.iter().filter(|it| it.name == "th").all(|it| it.attribute("scope").is_some()));
    let drawings = elements.iter().filter(|it| it.name == "svg");
    assert!(drawings.into_iter().all(|it| it.attribute("aria-label").is_some() || it.attribute("aria-hidden") == Some("true")));
    for landmark in ["header", "nav", "main", "footer", "h1"] {
        assert_eq!(elements.iter().filter(|it| it.name == landmark).count(), 1, "{landmark}");
    }
    assert!(elements.iter().any(|it| it.attribute("role") == Some("status")), "the count is announced");
}

#[test]
fn no_control_character_reaches_the_page() {
    for sample in sample::all() {
        let page = page(&sample.report);
        assert_eq!(page.find(|character: char| character.is_control() && !matches!(character, '\n' | '\t')), None);
        assert!(!page.contains(['\u{202e}', '\u{200b}']));
    }
    let page = page(&sample::hostile().report);
    let names: Vec<Value> = data(&page, "findings-data").into_iter().map(|row| row[3].clone()).collect();
    assert!(names.contains(&Value::from(neutralise(sample::HOSTILE_NAME))), "{names:?}");
}

#[test]
fn every_result_that_wants_attention_is_in_the_data() {
    for sample in sample::all() {
        let results = &sample.report.summary.results;
        if results.fail + results.unknown + results.muted == 0 {
            continue;
        }
        let rows = data(&page(&sample.report), "findings-data");
        let of = |outcome: u64| rows.iter().filter(|row| row[1] == outcome).count() as u64;
        assert_eq!((of(0), of(1), of(2)), (results.fail, results.unknown, results.muted));
        for row in rows {
            match row[1].as_u64() {
                Some(0) => assert!(row[10].is_null()),
                Some(1) => assert!(row[10].is_string(), "what is unknown says what to do: {row}"),
                _ => assert_eq!((&row[10][1], &row[10][2]), (&Value::from("platform team"), &Value::from("2026-03-31"))),
            }
        }
    }
}

#[test]
fn what_is_new_is_told_from_what_is_known() {
    let report = sample::completed().report;
    let uids: Vec<String> = report.findings().map(|it| it.uid(&report.header.account_id)).collect();
    let known = KnownFindings {
        scan_id: "earlier".to_owned(),
        started_at: report.header.started_at,
        findings: uids[2..].iter().cloned().collect(),
        accepted: BTreeSet::default(),
    };
    let page = page(&report.as_ref().clone().compared_with(Some(Arc::new(known))));
    let rows = data(&page, "findings-data");
    let of = |novelty: u64| rows.iter().filter(|row| row[1] == 0 && row[8] == novelty).count();
    assert_eq!((of(0), of(1), of(2)), (0, 2, uids.len() - 2));
    assert!(page.contains("2 findings are new since scan earlier") && page.contains(r#"<select id="by-baseline">"#));
}

#[test]
fn a_report_without_inventory_keeps_the_counts() {
    let page = written(&sample::partial().report, Extent::Findings);
    assert!(!page.contains(r#"id="assets-data""#) && page.contains("without the inventory"));
    assert!(section(&page, "assets").contains(r#"S3 buckets <span class="tag">6</span>"#));
}

#[test]
fn without_script_the_first_findings_are_listed_and_the_limit_is_told() {
    let (elements, _) = parsed(&page(&sample::large(501).report));
    let note = elements.iter().find(|it| it.text.contains("These are the first 500 of 501 findings"));
    assert!(note.is_some());
    let messages = elements.iter().filter(|it| it.name == "td" && it.text.contains("resource-"));
    assert_eq!(messages.count(), 2 * 500, "name and message of each");
}

#[test]
fn without_script_what_is_unknown_and_muted_is_listed_too() {
    for (title, outcome, sample) in
        [("Unknown", Outcome::Unknown, sample::partial()), ("Muted", Outcome::Muted, sample::completed())]
    {
        let report = &sample.report;
        let page = page(report);
        let list = page.split(&format!("<details><summary>{title}: ")).nth(1).unwrap().split("</details>").next().unwrap();
        let results: Vec<_> = report.results.iter().filter(|result| result.outcome == outcome).collect();
        assert!(!results.is_empty() && list.matches("<tr><td>").count() == results.len(), "{list}");
        assert!(results.iter().all(|result| list.contains(&result.check.id)), "{list}");
        assert_eq!(list.contains("(accepted by platform team until 2026-03-31)"), outcome == Outcome::Muted, "{list}");
    }
}

#[test]
fn without_script_no_findings_are_no_empty_table() {
    let mut report = sample::partial().report.as_ref().clone();
    report.results.retain(|result| result.outcome == Outcome::Unknown);
    report.summary.results = ResultCounts { unknown: report.results.len() as u64, ..ResultCounts::default() };
    let page = page(&report);
    let list = section(&page, "findings").split("<noscript>").nth(1).unwrap().split("</noscript>").next().unwrap();
    assert!(!list.contains("These are the findings") && list.matches("<table>").count() == 1, "{list}");
    assert!(list.contains("<summary>Unknown: ") && list.contains(r#"<th scope="col">Result</th>"#), "{list}");
}

#[test]
fn a_scan_that_came_to_no_result_counts_nothing() {
    let page = page(&sample::failed().report);
    let summary = section(&page, "summary");
    for name in ["Findings", "Unknown", "Muted", "Passed"] {
        assert!(summary.contains(&format!("<dt>{name}</dt><dd><b>–</b> <span>not evaluated</span>")), "{summary}");
    }
    assert!(section(&page, "findings").contains("Not evaluated: the scan came to no result"));
    assert!(!page.contains("No findings"));
}

/// Takes what is written, and remembers the most that came at once.
#[derive(Default)]
struct Gauge {
    most: usize,
    total: usize,
}

impl Write for Gauge {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.most = self.most.max(bytes.len());
        self.total += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_large_report_leaves_as_it_is_made() {
    let mut gauge = Gauge::default();
    write(&sample::large(10_000).report, Extent::Whole, &mut gauge).unwrap();
    assert!(gauge.total > 2_000_000 && gauge.most <= 128 * 1024, "{} of {} bytes at once", gauge.most, gauge.total);
}
