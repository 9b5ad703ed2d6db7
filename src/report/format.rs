//! Every format that is written from a finished scan, by name. A new one is a module beside this file and an entry in [`FORMATS`].

use std::io;

use super::{asff, csv, github_annotations, html, json, junit, markdown, ocsf, sarif};
use crate::model::{CheckResult, Outcome, ScanReport};

/// How much of a scan a report holds, where its format leaves the choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// No inventory, and of the results only what a person has to look at: findings, muted ones too, and what is unknown.
    Findings,
}

impl Extent {
    /// Whether a report of this extent holds the result.
    #[must_use]
    pub const fn holds(self, result: &CheckResult) -> bool {
        match self {
            Self::Whole => true,
            Self::Findings => matches!(result.outcome, Outcome::Fail | Outcome::Muted | Outcome::Unknown),
        }
    }
}

/// A format.
#[derive(Debug)]
pub struct Format {
    /// What the user calls it.
    pub name: &'static str,
    /// The file's name in a folder of reports.
    pub file_name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// Whether a folder of reports has one.
    pub is_usual: bool,
    /// Writes a report; gives back what the user must know of it.
    pub write: fn(&ScanReport, Extent, &mut dyn io::Write) -> io::Result<Option<String>>,
}

/// Every format, in the order in which they are listed.
pub const FORMATS: &[Format] = &[
    Format {
        name: "html",
        file_name: "report.html",
        about: "one page for a browser, for people",
        is_usual: true,
        write: |report, extent, out| html::write(report, extent, out).map(|()| None),
    },
    Format {
        name: "json",
        file_name: "report.json",
        about: "everything, for programs",
        is_usual: true,
        write: |report, extent, out| json::write(report, extent, out).map(|()| None),
    },
    Format {
        name: "sarif",
        file_name: "report.sarif",
        about: "SARIF 2.1.0, for code scanning",
        is_usual: true,
        write: |report, _, out| sarif::write(report, out),
    },
    Format {
        name: "junit",
        file_name: "junit.xml",
        about: "JUnit XML, for the test pages of CI systems",
        is_usual: true,
        write: |report, extent, out| junit::write(report, extent, out).map(|()| None),
    },
    Format {
        name: "markdown",
        file_name: "summary.md",
        about: "Markdown, for step summaries and comments",
        is_usual: true,
        write: |report, _, out| markdown::write(report, out),
    },
    Format {
        name: "github-annotations",
        file_name: "github-annotations.txt",
        about: "workflow commands on stdout, for GitHub Actions",
        is_usual: false,
        write: |report, _, out| github_annotations::write(report, out),
    },
    Format {
        name: "csv",
        file_name: "findings.csv",
        about: "every result, for spreadsheets",
        is_usual: true,
        write: |report, extent, out| csv::write_results(report, extent, out),
    },
    Format {
        name: "csv-assets",
        file_name: "assets.csv",
        about: "the inventory, for spreadsheets",
        is_usual: true,
        write: |report, _, out| csv::write_assets(report, out).map(|()| None),
    },
    Format {
        name: "ocsf",
        file_name: "findings.ocsf.jsonl",
        about: "OCSF compliance findings, for security lakes",
        is_usual: true,
        write: |report, extent, out| ocsf::write(report, extent, out).map(|()| None),
    },
    Format {
        name: "asff",
        file_name: "findings.asff.json",
        about: "AWS Security Hub's finding format, for batch-import-findings",
        is_usual: false,
        // Security Hub learns from passes what was mended.
        write: |report, _, out| asff::write(report, Extent::Whole, out),
    },
];

/// The format of that name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::report::sample;

    #[test]
    fn no_two_formats_share_a_name_or_a_file() {
        let names: BTreeSet<&str> = FORMATS.iter().map(|format| format.name).collect();
        let files: BTreeSet<&str> = FORMATS.iter().map(|format| format.file_name).collect();
        assert_eq!((names.len(), files.len()), (FORMATS.len(), FORMATS.len()));
    }

    #[test]
    fn every_format_writes_every_sample_the_same_twice() {
        for format in FORMATS {
            for sample in sample::all() {
                let written = || {
                    let mut out = Vec::new();
                    (format.write)(&sample.report, Extent::Whole, &mut out).unwrap();
                    out
                };
                assert!(!written().is_empty(), "{}", format.name);
                assert_eq!(written(), written(), "{}", format.name);
            }
        }
    }
}
