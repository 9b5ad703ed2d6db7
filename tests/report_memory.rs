//! Reports of large scans are written as they are made: memory does not grow with the number of results.
//!
//! A process of its own, because the peak is that of the whole process.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test says so when something is missing")]

use std::fs;
use std::io::sink;

use posture_scan::model::ScanReport;
use posture_scan::report::format::{Extent, FORMATS};
use posture_scan::report::{ocsf, sample};

/// Kilobytes that four times as many results may take more: what allocators keep, and the row groups of a second region.
const MOST_MORE: u64 = 3 * 1024;

/// Kilobytes that any report may take besides the scan itself: buffers, the rules, what allocators keep.
const MOST: u64 = 32 * 1024;

/// Kilobytes of memory: `VmRSS` now, or `VmHWM` at the worst moment since the last [`forget_peak`].
fn kilobytes(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Sets the peak to what is used now (proc(5), `/proc/pid/clear_refs`, 5).
fn forget_peak() {
    fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// Takes what the allocator has free: a report could grow into it unseen.
fn take_what_is_free() -> Vec<Vec<u8>> {
    let before = kilobytes("VmRSS");
    let mut taken = Vec::new();
    while kilobytes("VmRSS") < before + 1024 {
        taken.extend((0..1_000).map(|_| vec![1; 512]));
    }
    taken
}

/// Kilobytes by which the process grows at the worst moment of a report.
fn grown_by(write: impl FnOnce()) -> u64 {
    forget_peak();
    let before = kilobytes("VmRSS");
    write();
    kilobytes("VmHWM").saturating_sub(before)
}

fn parquet(report: &ScanReport) {
    for part in ocsf::parquet::parts(report, Extent::Whole) {
        part.write(&mut sink()).unwrap();
    }
}

#[test]
fn a_report_of_many_results_takes_no_more_memory_than_one_of_few() {
    let (few, many) = (sample::large(4_000).report, sample::large(16_000).report);
    let taken = take_what_is_free();
    let formats = FORMATS.iter().map(|format| {
        let write = |report: &ScanReport| drop((format.write)(report, Extent::Whole, &mut sink()).unwrap());
        (format.name, [&few, &many].map(|report| grown_by(|| write(report))))
    });
    for (name, [of_few, of_many]) in formats.chain([("ocsf-parquet", [&few, &many].map(|report| grown_by(|| parquet(report))))]) {
        println!("{name}: {of_few} kB, then {of_many} kB");
        assert!(of_few.max(of_many) < MOST, "{name} took {of_few} kB, then {of_many} kB");
        assert!(of_many < of_few + MOST_MORE, "{name} took {of_few} kB, and {of_many} kB for four times as many results");
    }
    drop(taken);
}
