//! Scans of every shape are played to the estimator, which does not know how they will end; this test does.

use std::time::Duration;

use super::*;
use crate::model::{Event, Job, JobKind, JobOutcome, JobStatus};
use crate::progress::rehearsal::{
    job_finished, job_progressed, job_started, outcome, plan, scan_finished, scan_resumed, scan_started,
};

/// A scan of some shape.
#[derive(Clone, Copy)]
struct Shape {
    name: &'static str,
    regions: usize,
    /// Jobs side by side.
    pool: usize,
    /// Seconds that a job takes.
    length: fn(&Job) -> f64,
    /// Steps of each job.
    steps: u32,
}

/// What was said at one moment of a scan.
struct Said {
    at: f64,
    estimate: Estimate,
}

/// Plays a scan at ten judgements per second; gives all of them and the scan's length.
fn play(shape: Shape) -> (Vec<Said>, f64) {
    play_run(shape, &scan_started(shape.regions), 0.0)
}

/// The seconds between the start of a scan and the moment at which it is taken up again.
const LATER: f64 = 3_600.0;

/// Plays the rest of a scan of which an earlier run finished the first `finished` jobs.
fn play_resumed(shape: Shape, finished: usize) -> (Vec<Said>, f64) {
    let ended = |job: &Job| outcome(&job.id, JobStatus::Succeeded, (1.0, 1.0 + (shape.length)(job)), (1, 1));
    let earlier: Vec<JobOutcome> = plan(shape.regions).iter().take(finished).map(ended).collect();
    play_run(shape, &scan_resumed(shape.regions, &earlier, LATER), LATER)
}

/// Plays a run that begins so, `begun` seconds after the scan's start.
fn play_run(shape: Shape, start: &Event, begun: f64) -> (Vec<Said>, f64) {
    let Event::ScanStarted { jobs, .. } = start else { unreachable!() };
    let (mut view, mut estimator, mut said) = (View::default(), Estimator::default(), Vec::new());
    view.apply(start);
    let queued: Vec<&Job> = jobs.iter().filter(|job| job.status == JobStatus::Queued).collect();
    let mut queue = queued.into_iter();
    let mut running: Vec<(&Job, f64)> = Vec::new();
    for tick in 0_u32.. {
        let now = f64::from(tick) / 10.0;
        while running.len() < shape.pool
            && let Some(job) = queue.next()
        {
            view.apply(&job_started(&job.id, begun + now));
            running.push((job, now));
        }
        running.retain(|(job, since)| advance(&mut view, shape, job, (begun, *since), now));
        said.push(Said { at: now, estimate: estimator.judge(&view, Duration::from_secs_f64(now)) });
        if running.is_empty() && queue.len() == 0 {
            view.apply(&scan_finished(shape.regions, 1));
            said.push(Said { at: now, estimate: estimator.judge(&view, Duration::from_secs_f64(now)) });
            return (said, now);
        }
    }
    unreachable!()
}

/// Takes a running job to where it is `now`; false when it has ended.
fn advance(view: &mut View, shape: Shape, job: &Job, (begun, since): (f64, f64), now: f64) -> bool {
    let part = (now - since) / (shape.length)(job);
    if part >= 1.0 {
        view.apply(&job_finished(&job.id, JobStatus::Succeeded, (begun + since, begun + now), (1, 1)));
        return false;
    }
    let done = (1..=shape.steps).take_while(|step| f64::from(*step) / f64::from(shape.steps) <= part).count() as u64;
    if done > 0 {
        view.apply(&job_progressed(&job.id, (done, u64::from(shape.steps)), (0, 0), 1));
    }
    true
}

fn primary(job: &Job) -> bool {
    job.region.as_deref() == Some("us-east-1")
}

const EVEN: fn(&Job) -> f64 = |job| if job.kind == JobKind::Compliance { 2.8 } else { 2.0 };
const HEAVY_PRIMARY: fn(&Job) -> f64 = |job| EVEN(job) * if primary(job) { 3.0 } else { 1.0 };
const TEN_TIMES_SLOWER: fn(&Job) -> f64 = |job| EVEN(job) * 10.0;
const SLOW_DISCOVERY: fn(&Job) -> f64 = |job| if job.kind == JobKind::Discovery { 9.0 } else { 1.5 };

fn shapes() -> Vec<Shape> {
    let shape = |name, regions, pool, length, steps| Shape { name, regions, pool, length, steps };
    vec![
        shape("one region", 1, 32, EVEN, 15),
        shape("even, all at once", 12, 32, EVEN, 15),
        shape("even, queued", 12, 8, EVEN, 15),
        shape("many regions, queued", 40, 16, EVEN, 15),
        shape("many regions, ten times slower", 40, 16, TEN_TIMES_SLOWER, 15),
        shape("a heavy primary region", 12, 32, HEAVY_PRIMARY, 15),
        shape("slow discovery", 12, 18, SLOW_DISCOVERY, 15),
        shape("few steps", 12, 8, EVEN, 3),
        shape("no steps at all", 20, 6, EVEN, 0),
    ]
}

#[test]
fn the_percentage_never_falls_and_is_100_only_at_the_end() {
    for shape in shapes() {
        let (said, _) = play(shape);
        let percents: Vec<u8> = said.iter().map(|said| said.estimate.percent).collect();
        assert!(percents.is_sorted(), "{}: {percents:?}", shape.name);
        assert_eq!(percents.iter().position(|percent| *percent == 100), Some(percents.len() - 1), "{}", shape.name);
        let halfway = percents[percents.len() / 2];
        assert!((25..=75).contains(&halfway), "{}: {halfway} % halfway", shape.name);
    }
}

#[test]
fn the_time_to_go_is_told_soon_but_not_at_once_and_comes_true() {
    for shape in shapes() {
        let (said, length) = play(shape);
        let first = said.iter().find(|said| said.estimate.remaining.is_some()).expect(shape.name);
        assert!(first.at >= 0.7 && first.at <= (0.4 * length).max(1.0), "{}: told first at {} of {length}", shape.name, first.at);
        for said in said.iter().filter(|said| said.at >= 0.4 * length && said.at <= 0.95 * length) {
            let end = said.at + said.estimate.remaining.expect(shape.name).as_secs_f64();
            assert!(
                end >= 0.7 * length && end <= 1.4 * length,
                "{}: at {:.1} the end was expected at {end:.1}, it came at {length}",
                shape.name,
                said.at
            );
        }
    }
}

#[test]
fn the_time_to_go_does_not_jump() {
    for shape in shapes() {
        let (said, length) = play(shape);
        let ends: Vec<f64> = said.iter().filter_map(|said| Some(said.at + said.estimate.remaining?.as_secs_f64())).collect();
        for pair in ends.windows(2) {
            assert!((pair[1] - pair[0]).abs() <= 0.1 * length, "{}: {:.1} became {:.1}", shape.name, pair[0], pair[1]);
        }
    }
}

#[test]
fn a_resumed_scan_starts_where_it_had_come_to_and_its_time_to_go_comes_true() {
    let shape = Shape { name: "", regions: 12, pool: 4, length: EVEN, steps: 15 };
    for finished in [6, 13, 20] {
        let (said, length) = play_resumed(shape, finished);
        let percents: Vec<u8> = said.iter().map(|said| said.estimate.percent).collect();
        assert!(percents.is_sorted(), "{finished}: {percents:?}");
        assert_eq!(percents.iter().position(|percent| *percent == 100), Some(percents.len() - 1), "{finished}");
        let (first, had) = (usize::from(percents[0]), 100 * finished / 26);
        assert!(first.abs_diff(had) <= 12, "{finished}: starts at {first} % with {had} % of the jobs");
        for said in said.iter().filter(|said| said.at >= 0.3 * length && said.at <= 0.95 * length) {
            let end = said.at + said.estimate.remaining.expect("told by then").as_secs_f64();
            assert!(
                end >= 0.7 * length && end <= 1.4 * length,
                "{finished}: at {:.1} the end was expected at {end:.1}, it came at {length}",
                said.at
            );
        }
    }
}

#[test]
fn more_regions_take_longer() {
    let told = |regions| {
        let (said, _) = play(Shape { name: "", regions, pool: 8, length: EVEN, steps: 15 });
        said.iter().find_map(|said| (said.at >= 2.5).then_some(said.estimate.remaining)).flatten().expect("told by then")
    };
    let (few, many) = (told(6), told(24));
    assert!(many > 3 * few, "{few:?} for 6 regions, {many:?} for 24");
}

#[test]
fn nothing_is_said_of_a_scan_that_has_not_started() {
    let estimate = Estimator::default().judge(&View::default(), Duration::from_mins(1));
    assert_eq!(estimate, Estimate { percent: 0, remaining: None });
}

#[test]
fn jobs_that_fail_at_once_do_not_make_the_rest_look_fast() {
    let judge = |failed: usize| {
        let (mut view, mut estimator) = (View::default(), Estimator::default());
        view.apply(&scan_started(12));
        for (place, job) in plan(12).iter().enumerate() {
            view.apply(&job_started(&job.id, 0.0));
            view.apply(&if place < failed {
                job_finished(&job.id, JobStatus::Failed, (0.0, 0.01), (0, 0))
            } else {
                job_progressed(&job.id, (1, 10), (0, 0), 1)
            });
        }
        estimator.judge(&view, Duration::from_secs(4)).remaining.expect("told by then").as_secs_f64()
    };
    let (alone, beside_failed) = (judge(0), judge(10));
    assert!((alone - beside_failed).abs() < 0.1 * alone, "{alone} without, {beside_failed} with failed jobs");
}

#[test]
fn a_stop_leaves_the_percentage_where_it_was() {
    let (mut view, mut estimator) = (View::default(), Estimator::default());
    view.apply(&scan_started(2));
    view.apply(&job_started("clusters", 0.0));
    view.apply(&job_progressed("clusters", (1, 2), (0, 0), 1));
    let before = estimator.judge(&view, Duration::from_secs(1)).percent;
    view.apply(&Event::CancellationRequested);
    assert_eq!(estimator.judge(&view, Duration::from_secs(1)).percent, before);
    assert!(before > 0);
}
