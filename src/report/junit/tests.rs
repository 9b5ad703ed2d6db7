//! The report read back by a strict parser of XML.

use roxmltree::{Document, Node};

use crate::model::{Outcome, ScanReport};
use crate::report::format::Extent;
use crate::report::sample::{self, HOSTILE_NAME, Sample};

fn written(report: &ScanReport) -> String {
    let mut out = Vec::new();
    super::write(report, Extent::Whole, &mut out).unwrap();
    String::from_utf8(out).unwrap().replace(&format!("value=\"{}\"", env!("CARGO_PKG_VERSION")), "value=\"[version]\"")
}

fn children<'a, 'x>(node: Node<'a, 'x>, name: &'static str) -> impl Iterator<Item = Node<'a, 'x>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

fn number(node: Node<'_, '_>, attribute: &str) -> usize {
    node.attribute(attribute).unwrap().parse().unwrap()
}

/// Cases, failures, errors and skipped ones, as the elements tell them.
fn ends(suite: Node<'_, '_>) -> [usize; 4] {
    let cases: Vec<_> = children(suite, "testcase").collect();
    let with = |name| cases.iter().filter(|case| children(**case, name).next().is_some()).count();
    [cases.len(), with("failure"), with("error"), with("skipped")]
}

fn told(suite: Node<'_, '_>) -> [usize; 4] {
    ["tests", "failures", "errors", "skipped"].map(|attribute| number(suite, attribute))
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
fn hostile_names_read_so() {
    insta::assert_snapshot!(written(&sample::hostile().report));
}

#[test]
fn counts_and_times_say_what_is_there() {
    for sample in sample::all() {
        let text = written(&sample.report);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        let mut sum = [0; 4];
        let mut seconds = 0.0;
        for suite in children(root, "testsuite") {
            assert_eq!(told(suite), ends(suite), "{}", suite.attribute("name").unwrap());
            assert_ne!(told(suite)[0], 0);
            sum = std::array::from_fn(|place| sum[place] + told(suite)[place]);
            seconds += suite.attribute("time").unwrap().parse::<f64>().unwrap();
        }
        assert_eq!(told(root), sum);
        assert_eq!(root.attribute("time").unwrap(), format!("{seconds:.3}"));
        let results = &sample.report.summary.results;
        let cases = 1 + results.pass + results.fail + results.unknown + results.muted;
        assert_eq!(sum[0] as u64, cases, "nothing but what is not applicable is left out");
    }
}

#[test]
fn a_scan_that_is_not_complete_is_an_error_even_without_results() {
    for (sample, errors) in [(sample::failed(), 1), (sample::cancelled(), 1), (sample::clean(), 0)] {
        let text = written(&sample.report);
        let document = Document::parse(&text).unwrap();
        assert_eq!(number(document.root_element(), "errors"), errors, "{}", sample.report.header.id);
    }
}

#[test]
fn a_finding_that_is_accepted_says_by_whom_and_a_new_one_that_it_is_new() {
    let Sample { report, .. } = sample::compared();
    let text = written(&report);
    let document = Document::parse(&text).unwrap();
    let skipped: Vec<_> = document.descendants().filter(|node| node.has_tag_name("skipped")).collect();
    assert_eq!(
        skipped[0].attribute("message"),
        Some("accepted by platform team until 2026-03-31: the key of a machine that is replaced in spring")
    );
    let of = |value: &str| {
        let is_it = |node: &Node<'_, '_>| node.attribute("name") == Some("baseline") && node.attribute("value") == Some(value);
        document.descendants().filter(is_it).count()
    };
    let findings = report.results.iter().filter(|result| matches!(result.outcome, Outcome::Fail | Outcome::Muted)).count();
    assert_eq!((of("known"), of("new")), (findings.div_ceil(2), findings / 2));
}

#[test]
fn hostile_names_are_values_and_nothing_else() {
    let text = written(&sample::hostile().report);
    let document = Document::parse(&text).unwrap();
    let elements: std::collections::BTreeSet<_> =
        document.descendants().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    let expected = ["failure", "properties", "property", "system-out", "testcase", "testsuite", "testsuites"];
    assert_eq!(elements.into_iter().collect::<Vec<_>>(), expected);
    let shown = super::safe(HOSTILE_NAME).into_owned();
    let named = document.descendants().filter(|node| node.attribute("name").is_some_and(|name| name.contains(&shown)));
    assert_eq!(named.count(), 1);
}
