//! Which regions get a line of their own when there are more regions than lines.
//!
//! Finished regions fold first, then queued ones; running ones stay in sight as long as there is any room.

use super::state::RegionView;
use crate::model::JobStatus;

/// One line of the table of regions.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    /// A region of its own.
    Region(RegionView),
    /// Several regions in one line.
    Folded(Folded),
}

/// Several regions in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    /// Where they all stand; for ended ones the worst of their statuses.
    pub(super) status: JobStatus,
    /// How many they are, in words.
    pub(super) label: String,
    /// Their assets.
    pub(super) assets: u64,
    /// Their findings.
    pub(super) findings: u64,
}

/// At most `room` lines for all regions.
#[must_use]
pub(super) fn fold(regions: Vec<RegionView>, room: usize) -> Vec<Row> {
    if regions.len() <= room {
        return regions.into_iter().map(Row::Region).collect();
    }
    let (ended, under_way): (Vec<_>, Vec<_>) = regions.into_iter().partition(|region| region.status.is_final());
    let (queued, running): (Vec<_>, Vec<_>) = under_way.into_iter().partition(|region| region.status == JobStatus::Queued);
    let mut rows = Vec::with_capacity(room);
    rows.extend(fold_rest(ended, 1, |_, ended| all_ended(ended)));
    let left = room.saturating_sub(rows.len());
    // One line is kept for the queue, whatever runs.
    let (running_room, queue) = (left.saturating_sub(usize::from(!queued.is_empty())), queued.len());
    let running = fold_rest(running, running_room, |shown, rest| together(JobStatus::Running, shown, rest));
    let queue_room = left.saturating_sub(running.len()).min(queue);
    rows.extend(running);
    rows.extend(fold_rest(queued, queue_room, |shown, rest| together(JobStatus::Queued, shown, rest)));
    rows.truncate(room);
    rows
}

/// The first regions in lines of their own and the rest, where there is one, in the last of `room` lines.
fn fold_rest(regions: Vec<RegionView>, room: usize, label: impl Fn(usize, &[RegionView]) -> Folded) -> Vec<Row> {
    if regions.len() <= room {
        return regions.into_iter().map(Row::Region).collect();
    }
    let shown = room.saturating_sub(1);
    let folded = label(shown, &regions[shown..]);
    regions.into_iter().take(shown).map(Row::Region).chain([Row::Folded(folded)]).collect()
}

/// `8 regions done (1 failed, 2 partial)`.
fn all_ended(regions: &[RegionView]) -> Folded {
    let count = |status: JobStatus| regions.iter().filter(|region| region.status == status).count();
    let worse: Vec<(usize, JobStatus)> = [JobStatus::Failed, JobStatus::Cancelled, JobStatus::Partial]
        .into_iter()
        .map(|status| (count(status), status))
        .filter(|(count, _)| *count > 0)
        .collect();
    let notes: Vec<String> = worse.iter().map(|(count, status)| format!("{count} {status}")).collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    let status = worse.first().map_or(JobStatus::Succeeded, |(_, status)| *status);
    folded(status, format!("{} regions done{notes}", regions.len()), regions)
}

/// `5 regions queued`, or `5 more regions queued` below some that have lines of their own.
fn together(status: JobStatus, shown: usize, regions: &[RegionView]) -> Folded {
    let more = if shown > 0 { "more " } else { "" };
    let noun = if regions.len() == 1 { "region" } else { "regions" };
    folded(status, format!("{} {more}{noun} {status}", regions.len()), regions)
}

fn folded(status: JobStatus, label: String, regions: &[RegionView]) -> Folded {
    Folded {
        status,
        label,
        assets: regions.iter().map(|region| region.assets).sum(),
        findings: regions.iter().map(|region| region.findings).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::state::Share;
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};

    fn regions(parts: &[(usize, JobStatus)]) -> Vec<RegionView> {
        let statuses = parts.iter().flat_map(|(count, status)| std::iter::repeat_n(*status, *count));
        let region = |(place, status)| {
            let share = Share { status, fraction: 0.0 };
            RegionView { name: format!("r{place}"), status, discovery: share, compliance: share, assets: 10, findings: 1 }
        };
        statuses.enumerate().map(region).collect()
    }

    /// The lines in short: names of regions, labels of folds.
    fn shown(parts: &[(usize, JobStatus)], room: usize) -> Vec<String> {
        let row = |row| match row {
            Row::Region(region) => region.name,
            Row::Folded(folded) => folded.label,
        };
        fold(regions(parts), room).into_iter().map(row).collect()
    }

    #[test]
    fn nothing_folds_while_there_is_room() {
        assert_eq!(shown(&[(2, Succeeded), (1, Running), (1, Queued)], 4), ["r0", "r1", "r2", "r3"]);
        assert_eq!(shown(&[], 0), [""; 0]);
    }

    #[test]
    fn finished_regions_fold_before_queued_ones_and_running_ones_stay() {
        assert_eq!(shown(&[(3, Succeeded), (2, Running), (1, Queued)], 5), ["3 regions done", "r3", "r4", "r5"]);
        assert_eq!(
            shown(&[(3, Succeeded), (2, Running), (4, Queued)], 5),
            ["3 regions done", "r3", "r4", "r5", "3 more regions queued"]
        );
        assert_eq!(
            shown(&[(3, Succeeded), (3, Running), (4, Queued)], 5),
            ["3 regions done", "r3", "r4", "r5", "4 regions queued"]
        );
        assert_eq!(shown(&[(2, Running), (9, Queued)], 3), ["r0", "r1", "9 regions queued"]);
    }

    #[test]
    fn running_regions_fold_only_when_they_alone_are_too_many() {
        assert_eq!(
            shown(&[(1, Succeeded), (6, Running), (4, Queued)], 5),
            ["r0", "r1", "r2", "4 more regions running", "4 regions queued"]
        );
        assert_eq!(shown(&[(6, Running)], 4), ["r0", "r1", "r2", "3 more regions running"]);
        assert_eq!(shown(&[(2, Succeeded), (6, Running), (4, Queued)], 1), ["2 regions done"]);
    }

    #[test]
    fn a_fold_says_what_went_wrong_and_adds_up() {
        let row = fold(regions(&[(5, Succeeded), (1, Failed), (2, Partial), (1, Cancelled), (1, Running)]), 2);
        let expected = Folded {
            status: Failed,
            label: "9 regions done (1 failed, 1 cancelled, 2 partial)".to_owned(),
            assets: 90,
            findings: 9,
        };
        assert_eq!(row[0], Row::Folded(expected));
    }

    #[test]
    fn never_more_lines_than_room() {
        for room in 0..12 {
            for (ended, running, queued) in [(0, 0, 40), (40, 0, 0), (0, 40, 0), (3, 30, 7), (30, 3, 7), (1, 1, 38)] {
                let lines = shown(&[(ended, Succeeded), (running, Running), (queued, Queued)], room);
                assert!(lines.len() <= room, "{ended} {running} {queued} in {room}: {lines:?}");
            }
        }
    }
}
