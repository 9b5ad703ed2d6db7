//! How fast checks are evaluated: every check of the catalogue on a hundred thousand assets, on one core.
//!
//! The assets are those of the checks' own examples, over and over, so that passes, failures and unknowns come in the mixture that the
//! examples have. `cargo bench -p posture-scan-benches`

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use posture_scan::checks::example::Example;
use posture_scan::checks::expression::{Evidence, Subject};
use posture_scan::checks::{Check, Library};
use posture_scan::model::Properties;

/// Assets in all.
const ASSETS: usize = 100_000;

/// One asset as a provider gives it, and the checks that look at its type.
struct Case<'l> {
    resource: Properties,
    account: Properties,
    now: jiff::Timestamp,
    checks: Vec<&'l Check>,
}

/// The assets of every example of every check.
fn cases(library: &Library) -> Vec<Case<'_>> {
    let checks: Vec<&Check> = library.checks().map(AsRef::as_ref).collect();
    let of_type = |name: &str| checks.iter().copied().filter(|check| check.resource_type.name == name).collect::<Vec<_>>();
    let of_check = |check: &&Check| {
        let examples = check.examples.iter().filter_map(|document| Example::build(check, document).ok()).collect::<Vec<_>>();
        let looking = of_type(check.resource_type.name);
        let case = move |example: Example| Case {
            resource: example.resource,
            account: example.account,
            now: example.now,
            checks: looking.clone(),
        };
        examples.into_iter().map(case).collect::<Vec<_>>()
    };
    checks.iter().flat_map(of_check).collect()
}

fn subject(case: &Case<'_>) -> Subject {
    Subject::new(Evidence::new(&case.resource), Evidence::new(&case.account), case.now)
}

fn main() {
    let library = Library::load(&[]).expect("the checks inside the binary");
    let cases = cases(&library);
    let mut criterion = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(8)).configure_from_args();

    let mut group = criterion.benchmark_group("evaluation");
    group.throughput(Throughput::Elements(cases.len() as u64));
    group.bench_function("prepare an asset", |bencher| {
        bencher.iter(|| cases.iter().for_each(|case| drop(black_box(subject(case)))));
    });
    let subjects: Vec<(Subject, &Case<'_>)> = cases.iter().map(|case| (subject(case), case)).collect();
    let evaluations: usize = cases.iter().map(|case| case.checks.len()).sum();
    group.throughput(Throughput::Elements(evaluations as u64));
    group.bench_function("evaluate a check", |bencher| bencher.iter(|| black_box(evaluate_all(&subjects))));
    group.finish();
    criterion.final_summary();

    let begun = Instant::now();
    let mut evaluated = 0;
    for case in cases.iter().cycle().take(ASSETS) {
        let subject = subject(case);
        for check in &case.checks {
            black_box(check.evaluate(&subject, "the bench"));
            evaluated += 1;
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    let rate = evaluated as f64 / seconds;
    println!(
        "{} checks, {ASSETS} assets, {evaluated} evaluations, preparation included: {seconds:.2} s, {rate:.0} a second",
        library.checks().count()
    );
}

fn evaluate_all(subjects: &[(Subject, &Case<'_>)]) -> usize {
    let decided = |(subject, case): &(Subject, &Case<'_>)| {
        case.checks.iter().filter(|check| check.evaluate(subject, "the bench").gap.is_none()).count()
    };
    subjects.iter().map(decided).sum()
}
