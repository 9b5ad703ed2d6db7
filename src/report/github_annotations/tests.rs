//! The annotations, read back as the runner reads them.

use super::*;
use crate::report::sample::{self, Sample};

fn written(sample: &Sample) -> (String, Option<String>) {
    let mut out = Vec::new();
    let warning = write(&sample.report, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), warning)
}

/// Command, title and message of a line. As in the runner, the properties end at the first `::`.
fn read(line: &str) -> (&str, String, String) {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (command, properties) = head.split_once(' ').unwrap();
    let properties: Vec<(&str, &str)> = properties.split(',').map(|property| property.split_once('=').unwrap()).collect();
    let [("title", title)] = properties[..] else { panic!("{properties:?}") };
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    (command, data(&title.replace("%3A", ":").replace("%2C", ",")), data(message))
}

#[test]
fn a_partial_scan_reads_so() {
    insta::assert_snapshot!(written(&sample::partial()).0);
}

#[test]
fn a_clean_scan_reads_so() {
    insta::assert_snapshot!(written(&sample::clean()).0);
}

#[test]
fn hostile_names_read_so() {
    insta::assert_snapshot!(written(&sample::hostile()).0);
}

#[test]
fn an_unknown_result_says_what_it_is_about_and_what_to_do() {
    let text = written(&sample::partial()).0;
    let lead = text.lines().map(read).find(|(command, ..)| *command == "notice").expect("the counts").2;
    let unlisted =
        lead.lines().find(|line| line.contains(" on all aws.ec2.security_group in sa-east-1")).expect("what could not be listed");
    assert!(unlisted.ends_with("; scan again when sa-east-1 is quieter, or with a lower --api-share"), "{unlisted}");
    assert!(lead.contains("; grant s3:GetBucketPolicyStatus to the scanning role"), "{lead}");
}

#[test]
fn every_line_is_one_command_whatever_a_name_holds() {
    for sample in sample::all() {
        let (text, _) = written(&sample);
        for line in text.lines() {
            let (command, title, message) = read(line);
            assert!(["error", "warning", "notice"].contains(&command) && !title.is_empty() && !message.is_empty(), "{line}");
        }
        assert_eq!(text.find(|character: char| character.is_control() && character != '\n'), None);
    }
    assert_eq!(data("100 % of\r\n::error::x"), "100 %25 of%0D%0A::error::x");
    assert_eq!(property("a: b, 5 %"), "a%3A b%2C 5 %25");
}

#[test]
fn no_kind_has_more_than_ten_and_the_tenth_counts_the_rest() {
    let (text, warning) = written(&sample::large(600));
    let read: Vec<_> = text.lines().map(read).collect();
    for (level, left_out) in [("error", 300 - 9), ("warning", 100 - 9), ("notice", 200 - 8)] {
        let of_level: Vec<_> = read.iter().filter(|(command, ..)| *command == level).collect();
        assert_eq!(of_level.len(), SHOWN, "{level}");
        assert_eq!(of_level[9].1, format!("{left_out} more findings left out"));
    }
    assert!(read[0].1.starts_with("critical: ") && read[9].2.starts_with("191 critical and 100 high"), "{:?}", read[9]);
    assert!(warning.unwrap().contains("leave out 574 of 600 findings"));
}

#[test]
fn a_scan_that_is_not_complete_says_so_first() {
    for (sample, expected) in [
        (sample::partial(), "warning"),
        (sample::failed(), "error"),
        (sample::cancelled(), "error"),
        (sample::clean(), "notice"),
        (sample::completed(), "notice"),
    ] {
        let (text, _) = written(&sample);
        let lead = text.lines().map(read).find(|(command, title, _)| *command == expected && title.starts_with("posture scan"));
        assert!(lead.is_some(), "{text}");
        assert!(!text.contains("is completed"));
    }
}

#[test]
fn new_findings_come_first_among_those_of_their_severity() {
    let Sample { report, .. } = sample::compared();
    for level in [Level::Error, Level::Warning, Level::Notice] {
        let keys: Vec<_> =
            findings(&report, level).iter().map(|finding| (finding.check.severity, !is_new(&report, finding))).collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
    let (text, _) = written(&sample::compared());
    let new = text.lines().filter(|line| read(line).1.starts_with("new, ")).count();
    assert_eq!(new, report.findings().filter(|finding| is_new(&report, finding)).count());
    assert!(new > 0);
}
