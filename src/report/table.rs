//! What a person sees in the terminal at the end of a scan.
//!
//! The longer it is, the more of it has scrolled away: what matters most comes last, next to the prompt. Every text that somebody
//! else chose is neutralised before it is laid out. Without colour nothing is lost: colours repeat what words say.

pub(in crate::report) mod findings;
pub(in crate::report) mod frameworks;
pub(in crate::report) mod jobs;
pub(in crate::report) mod regions;
pub(in crate::report) mod summary;
pub(in crate::report) mod warnings;

pub use super::layout::TableStyle;
pub use crate::model::Colour;
use crate::model::ScanReport;

/// The report as text, ended by a line break: findings, regions, jobs that failed, warnings, frameworks, and last the summary.
#[must_use]
pub fn render(report: &ScanReport, style: &TableStyle) -> String {
    let mut page = style.page();
    findings::put(report, &mut page);
    regions::put(report, &mut page);
    jobs::put(report, &mut page);
    warnings::put(report, &mut page);
    frameworks::put(report, &mut page);
    summary::put(report, &mut page);
    style.print(&page)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::report::sample::{self, Sample};

    fn plain(sample: &Sample, width: usize) -> String {
        render(&sample.report, &TableStyle { width, colour: Colour::Off })
    }

    #[test]
    fn a_partial_scan_reads_so_on_80_columns() {
        insta::assert_snapshot!(plain(&sample::partial(), 80));
    }

    #[test]
    fn a_completed_scan_reads_so_on_120_columns() {
        insta::assert_snapshot!(plain(&sample::completed(), 120));
    }

    #[test]
    fn a_clean_scan_reads_so() {
        insta::assert_snapshot!(plain(&sample::clean(), 80));
    }

    #[test]
    fn an_incremental_scan_reads_so() {
        let table = plain(&sample::incremental(), 80);
        let (_, summary) = table.split_once("Summary").unwrap();
        insta::assert_snapshot!(summary);
    }

    #[test]
    fn a_failed_scan_reads_so() {
        insta::assert_snapshot!(plain(&sample::failed(), 80));
    }

    #[test]
    fn a_cancelled_scan_reads_so() {
        insta::assert_snapshot!(plain(&sample::cancelled(), 80));
    }

    /// Everything up to the sections that the other samples show.
    fn frameworks_of(table: &str) -> &str {
        table.split_once("── CIS").map_or("", |(_, rest)| rest)
    }

    #[test]
    fn a_framework_reads_so_on_80_columns() {
        insta::assert_snapshot!(frameworks_of(&plain(&sample::measured(), 80)));
    }

    #[test]
    fn a_framework_reads_so_on_120_columns() {
        insta::assert_snapshot!(frameworks_of(&plain(&sample::measured(), 120)));
    }

    #[test]
    fn a_framework_reads_so_in_colour() {
        let text = render(&sample::measured().report, &TableStyle { width: 100, colour: Colour::On });
        insta::assert_snapshot!(text.split_once("CIS").unwrap().1.replace('\u{1b}', "␛"));
    }

    #[test]
    fn hostile_names_read_so() {
        insta::assert_snapshot!(plain(&sample::hostile(), 80));
    }

    #[test]
    fn a_large_scan_reads_so() {
        insta::assert_snapshot!(plain(&sample::large(300), 100));
    }

    #[test]
    fn a_partial_scan_reads_so_in_colour() {
        let text = render(&sample::partial().report, &TableStyle { width: 100, colour: Colour::On });
        insta::assert_snapshot!(text.replace('\u{1b}', "␛"));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for sample in sample::all().iter().chain([&sample::large(300)]) {
            for width in [60, 80, 100, 120, 160] {
                for line in plain(sample, width).lines() {
                    assert!(line.width() <= width, "{} columns instead of {width}: {line}", line.width());
                }
            }
        }
    }

    #[test]
    fn colour_adds_nothing_but_colour() {
        for sample in sample::all() {
            let coloured = render(&sample.report, &TableStyle { width: 80, colour: Colour::On });
            assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain(&sample, 80));
        }
    }

    #[test]
    fn no_control_character_reaches_the_terminal() {
        for sample in sample::all() {
            let text = plain(&sample, 80);
            assert_eq!(text.find(|character: char| character.is_control() && character != '\n'), None);
            assert!(!text.contains(['\u{202e}', '\u{200b}']), "{text}");
        }
    }
}
