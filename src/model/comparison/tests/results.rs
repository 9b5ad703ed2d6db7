//! What becomes of results.

use super::*;
use crate::model::comparison::coverage::Coverage;

/// How a scan may come to know of the one bucket, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It has a result.
    Found(Outcome),
    /// Everything was listed and the bucket was not there.
    Absent,
    /// The buckets could not be listed.
    Unlisted,
    /// The bucket is in the inventory, but has no result.
    Passed,
    /// The check was selected and never came to the region.
    Unreached,
    /// The check was not selected.
    Unselected,
    /// The region was not scanned.
    Elsewhere,
}

use Outcome::{Fail, Muted, NotApplicable, Pass, Unknown};
use Transition::{Appeared, EvidenceGained, EvidenceLost, NewlyVisible, NotComparable, Resolved, Unchanged};
use Way::{Absent, Elsewhere, Found, Passed, Unlisted, Unreached, Unselected};

const WAYS: [Way; 11] = [
    Found(Fail),
    Found(Unknown),
    Found(Pass),
    Found(NotApplicable),
    Found(Muted),
    Absent,
    Unlisted,
    Passed,
    Unreached,
    Unselected,
    Elsewhere,
];

fn known_so(id: &str, way: Way) -> ScanSide {
    let bucket = resource(BUCKET, "a-1", "logs");
    let mut known = side(id, if way == Elsewhere { &["b-1"] } else { &["a-1", "b-1"] });
    match way {
        Found(outcome) => known.add_result(CHECK, found(outcome, Severity::High, bucket)),
        Unlisted => known.add_result(CHECK, found(Unknown, Severity::High, ResourceReference::unlisted(BUCKET, "a-1"))),
        Passed => known.add_asset(bucket),
        Unreached | Unselected => {
            known.coverage = Coverage::of_regions(&known.scan.regions);
            if way == Unreached {
                known.coverage.select(CHECK, Some(BUCKET));
            }
        }
        Absent | Elsewhere => {}
    }
    known
}

fn transition(before: Way, after: Way) -> Option<Transition> {
    let comparison = Comparison::of(&known_so("1", before), &known_so("2", after)).unwrap();
    assert!(comparison.changes.len() <= 1, "{before:?} → {after:?}");
    comparison.changes.first().map(|change| change.transition)
}

/// One row for each way before, one column for each way after, in the order of [`WAYS`].
#[test]
fn every_way_of_knowing_before_and_after_has_its_meaning() {
    const NONE: Option<Transition> = None;
    let (new, visible) = (Some(Appeared), Some(NewlyVisible));
    let (same, gone, muted, doubt) = (Some(Unchanged), Some(Resolved), Some(Transition::Muted), Some(NotComparable));
    let (won, lost) = (Some(EvidenceGained), Some(EvidenceLost));
    let table = [
        // fail   unknown pass  n.a.  muted  absent unlisted passed unreached unselected elsewhere
        (Found(Fail), [same, doubt, gone, gone, muted, gone, doubt, doubt, doubt, doubt, doubt]),
        (Found(Unknown), [visible, NONE, won, won, won, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Found(Pass), [new, lost, NONE, NONE, NONE, NONE, lost, lost, lost, NONE, NONE]),
        (Found(NotApplicable), [new, lost, NONE, NONE, NONE, NONE, lost, lost, lost, NONE, NONE]),
        (Found(Muted), [new, lost, NONE, NONE, NONE, NONE, lost, lost, lost, NONE, NONE]),
        (Absent, [new, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Unlisted, [visible, NONE, won, won, won, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Passed, [visible, NONE, won, won, won, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Unreached, [visible, NONE, won, won, won, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Unselected, [visible, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE]),
        (Elsewhere, [visible, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE]),
    ];
    assert_eq!(table.map(|(before, _)| before), WAYS);
    for (before, row) in table {
        for (after, expected) in WAYS.into_iter().zip(row) {
            assert_eq!(transition(before, after), expected, "{before:?} → {after:?}");
        }
    }
}

#[test]
fn a_finding_is_resolved_only_by_an_answer_about_it() {
    let resolving: Vec<Way> = WAYS.into_iter().filter(|after| transition(Found(Fail), *after) == Some(Resolved)).collect();
    assert_eq!(resolving, [Found(Pass), Found(NotApplicable), Absent]);
}

#[test]
fn a_finding_that_cannot_be_followed_says_why() {
    for (after, standing, gap) in [
        (Found(Unknown), "unknown", Some("s3:GetBucketAcl in a-1 was denied")),
        (Unlisted, "unlisted", Some("s3:GetBucketAcl in a-1 was denied")),
        (Passed, "not_reached", None),
        (Unreached, "not_reached", None),
        (Unselected, "check_not_selected", None),
        (Elsewhere, "region_not_scanned", None),
    ] {
        let comparison = Comparison::of(&known_so("1", Found(Fail)), &known_so("2", after)).unwrap();
        let change = &comparison.changes[0];
        assert_eq!((change.after.as_str(), change.gap.as_deref()), (standing, gap), "{after:?}");
        assert_eq!(change.message, "Bucket logs is so");
    }
}

#[test]
fn a_finding_of_a_global_service_was_not_reached_where_the_scan_ended_early() {
    let user = resource(USER, "global-1", "alice");
    let mut before = side("1", &["a-1"]);
    before.add_result("users", found(Fail, Severity::Low, user));
    let mut after = side("2", &["a-1"]);
    after.coverage.select("users", Some(USER));
    let comparison = Comparison::of(&before, &after).unwrap();
    assert_eq!(comparison.changes[0].after, Standing::NotReached);
}

#[test]
fn a_check_that_looks_at_another_type_now_resolves_nothing() {
    let mut before = known_so("1", Found(Fail));
    let after = side("2", &["a-1"]);
    let other_type = resource(USER, "a-1", "alice");
    before.results.clear();
    before
        .results
        .insert(ResultKey { check_id: CHECK.to_owned(), resource: (&other_type).into() }, found(Fail, Severity::High, other_type));
    let comparison = Comparison::of(&before, &after).unwrap();
    assert_eq!(comparison.changes[0].transition, NotComparable);
}

#[test]
fn the_same_id_elsewhere_is_another_resource_and_a_new_name_is_not() {
    let mut before = side("1", &["a-1", "b-1"]);
    before.add_result(CHECK, found(Fail, Severity::High, resource(BUCKET, "a-1", "logs")));
    let mut moved = side("2", &["a-1", "b-1"]);
    moved.add_result(CHECK, found(Fail, Severity::High, resource(BUCKET, "b-1", "logs")));
    let told: Vec<Transition> = Comparison::of(&before, &moved).unwrap().changes.iter().map(|it| it.transition).collect();
    assert_eq!(told, [Resolved, Appeared]);

    let renamed = ResourceReference { name: "a new name".to_owned(), ..resource(BUCKET, "a-1", "logs") };
    let mut after = side("2", &["a-1", "b-1"]);
    after.add_result(CHECK, found(Fail, Severity::High, renamed));
    let comparison = Comparison::of(&before, &after).unwrap();
    assert_eq!(comparison.changes[0].transition, Unchanged);
    assert_eq!(comparison.changes[0].resource.name, "a new name");
}

#[test]
fn of_two_results_on_one_resource_the_worse_one_counts() {
    for order in [[Pass, Fail], [Fail, Pass]] {
        let mut twice = side("1", &["a-1"]);
        for outcome in order {
            twice.add_result(CHECK, found(outcome, Severity::High, resource(BUCKET, "a-1", "logs")));
        }
        assert_eq!(twice.results.values().map(|result| result.outcome).collect::<Vec<_>>(), [Fail]);
    }
}

#[test]
fn new_findings_are_counted_from_a_severity_up_whether_they_appeared_or_became_visible() {
    let mut before = side("1", &["a-1"]);
    before.add_result(CHECK, found(Unknown, Severity::Critical, resource(BUCKET, "a-1", "seen-now")));
    before.add_result(CHECK, found(Fail, Severity::Critical, resource(BUCKET, "a-1", "old")));
    let mut after = side("2", &["a-1"]);
    for (id, severity) in
        [("seen-now", Severity::Critical), ("old", Severity::Critical), ("new", Severity::High), ("newer", Severity::Medium)]
    {
        after.add_result(CHECK, found(Fail, severity, resource(BUCKET, "a-1", id)));
    }
    let comparison = Comparison::of(&before, &after).unwrap();
    let counts = Severity::ALL.map(|severity| comparison.new_at_or_above(severity));
    assert_eq!(counts, [1, 2, 3, 3, 3]);
    assert_eq!(comparison.counts(Appeared).total, 2);
    assert!(!comparison.nothing_changed());
    let severities: Vec<Severity> = comparison.changes.iter().map(|change| change.severity).collect();
    assert!(severities.is_sorted(), "{severities:?}");
}

#[test]
fn a_scan_differs_in_nothing_from_itself() {
    for way in WAYS {
        let comparison = Comparison::of(&known_so("1", way), &known_so("1", way)).unwrap();
        assert!(comparison.nothing_changed() && comparison.scope.is_empty(), "{way:?}");
        assert_eq!(comparison.counts(Unchanged).total, u64::from(way == Found(Fail)), "{way:?}");
        assert_eq!(comparison.new_at_or_above(Severity::Informational), 0);
    }
}
