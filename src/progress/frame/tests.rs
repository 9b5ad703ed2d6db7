//! Pictures of scans, at the widths and heights that terminals have.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::{Event, JobStatus};
use crate::progress::rehearsal::{job_finished, job_progressed, job_started, regions, scan_finished, scan_started};

const ESTIMATE: Estimate = Estimate { percent: 42, remaining: Some(Duration::from_secs(6)) };

/// A scan under way: the first `ended` regions have ended, of the next `running` each is a bit less far, the rest is queued.
fn under_way(count: usize, ended: usize, running: usize) -> View {
    let mut view = View::default();
    view.apply(&scan_started(count));
    for (place, region) in regions(count).iter().enumerate().take(ended + running) {
        let (discovery, compliance) = (format!("discovery:{region}"), format!("compliance:{region}"));
        view.apply(&job_started(&discovery, 0.0));
        view.apply(&job_started(&compliance, 0.0));
        let steps = 12_u64.saturating_sub((place - ended.min(place)) as u64 * 2);
        view.apply(&job_progressed(&discovery, (steps, 13), (steps * 20, 0), 1_204));
        view.apply(&job_progressed(&compliance, (steps / 2, 13), (0, steps / 3), 1_204));
        if place < ended {
            let status = [JobStatus::Succeeded, JobStatus::Partial, JobStatus::Failed][place % 3];
            view.apply(&job_finished(&discovery, JobStatus::Succeeded, (0.0, 1.0), (263, 0)));
            view.apply(&job_finished(&compliance, status, (0.0, 2.0), (0, 4)));
        }
    }
    view.apply(&job_started("clusters", 0.0));
    view.apply(&job_progressed("clusters", (1, 3), (3, 1), 1_204));
    view
}

fn picture(view: &View, width: usize, rows: usize) -> String {
    render(view, ESTIMATE, Some(286), Duration::from_millis(4_200), Area { width, rows }, Colour::Off).join("\n")
}

#[test]
fn six_regions_on_80_columns() {
    insta::assert_snapshot!(picture(&under_way(6, 3, 2), 80, 24));
}

#[test]
fn six_regions_on_120_columns() {
    insta::assert_snapshot!(picture(&under_way(6, 3, 2), 120, 40));
}

#[test]
fn six_regions_on_60_columns() {
    insta::assert_snapshot!(picture(&under_way(6, 3, 2), 60, 20));
}

#[test]
fn forty_regions_fold_into_24_rows() {
    insta::assert_snapshot!(picture(&under_way(40, 8, 6), 80, 24));
}

#[test]
fn forty_regions_fold_into_9_rows() {
    insta::assert_snapshot!(picture(&under_way(40, 8, 6), 80, 9));
}

#[test]
fn a_scan_that_stops_says_how_to_abort() {
    let mut view = under_way(2, 0, 1);
    view.apply(&Event::CancellationRequested);
    let first = picture(&view, 80, 24).lines().next().map(str::to_owned);
    assert_eq!(first.as_deref(), Some(" ⠹  42%  4 s · stopping… (ctrl-c again to abort)      1,204 calls · 3 throttled"));
}

#[test]
fn the_first_line_leaves_away_what_does_not_fit() {
    let view = under_way(2, 0, 1);
    let table = [
        (80, " ⠹  42%  4 s · about 6 s left                 1,204 calls · 286/s · 3 throttled"),
        (60, " ⠹  42%  4 s · about 6 s left     1,204 calls · 3 throttled"),
        (48, " ⠹  42%  4 s · about 6 s left       1,204 calls"),
        (34, " ⠹  42%  4 s · about 6 s left"),
        (20, " ⠹  42%  4 s · abou…"),
    ];
    for (width, expected) in table {
        assert_eq!(picture(&view, width, 24).lines().next(), Some(expected), "{width}");
    }
}

#[test]
fn the_pace_of_calls_is_shown_as_soon_as_it_is_known() {
    let line = |pace| {
        let area = Area { width: 80, rows: 24 };
        let lines = render(&under_way(2, 0, 1), ESTIMATE, pace, Duration::from_millis(4_200), area, Colour::Off);
        lines[0].clone()
    };
    assert!(line(None).ends_with("  1,204 calls · 3 throttled"), "{}", line(None));
    assert!(line(Some(0)).ends_with("  1,204 calls · 0/s · 3 throttled"), "{}", line(Some(0)));
    assert!(line(Some(1_500)).ends_with("  1,204 calls · 1,500/s · 3 throttled"), "{}", line(Some(1_500)));
}

#[test]
fn nothing_is_shown_before_the_start_and_after_the_end() {
    assert_eq!(picture(&View::default(), 80, 24), "");
    let mut view = under_way(2, 2, 0);
    view.apply(&scan_finished(2, 1));
    assert_eq!(picture(&view, 80, 24), "");
}

#[test]
fn a_picture_fits_every_terminal() {
    for count in [1, 6, 40] {
        let view = under_way(count, count / 3, count / 3);
        for (width, rows) in (1..140).step_by(7).flat_map(|width| (1..30).map(move |rows| (width, rows))) {
            let picture = picture(&view, width, rows);
            assert!(picture.lines().count() <= rows, "{count} regions on {width} x {rows}:\n{picture}");
            assert!(picture.lines().all(|line| line.width() <= width), "{count} regions on {width} x {rows}:\n{picture}");
        }
    }
}

#[test]
fn colours_change_nothing_but_the_colour() {
    let view = under_way(6, 3, 2);
    let area = Area { width: 80, rows: 24 };
    let coloured = render(&view, ESTIMATE, Some(286), Duration::from_millis(4_200), area, Colour::On).join("\n");
    assert!(coloured.contains("\u{1b}[33mpartial\u{1b}[0m"));
    let mut bare = String::new();
    for (place, part) in coloured.split('\u{1b}').enumerate() {
        bare.push_str(if place == 0 { part } else { part.split_once('m').map_or("", |(_, text)| text) });
    }
    let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
    assert_eq!(trimmed.join("\n"), picture(&view, 80, 24));
}
