//! Reports of large scans are written as they are made: memory does not grow with the number of results.
//!
//! A process of its own, because the peak is that of the whole process.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test says so when something is missing")]

use std::fs;
use std::io::sink;

use posture_scan::report::format::{Extent, by_name};
use posture_scan::report::{ocsf, sample};

/// Kilobytes that a report may take besides the scan itself: buffers, the rules, what allocators keep.
const MOST: u64 = 16 * 1024;

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

#[test]
fn a_report_of_many_results_takes_no_more_memory_than_one_of_few() {
    let report = sample::large(10_000).report;
    for name in ["csv", "ocsf", "asff", "json", "junit", "sarif"] {
        let format = by_name(name).unwrap();
        forget_peak();
        let before = kilobytes("VmRSS");
        (format.write)(&report, Extent::Whole, &mut sink()).unwrap();
        let grown = kilobytes("VmHWM").saturating_sub(before);
        println!("{name}: {grown} kB");
        assert!(grown < MOST, "{name} took {grown} kB");
    }
    forget_peak();
    let before = kilobytes("VmRSS");
    for part in ocsf::parquet::parts(&report, Extent::Whole) {
        part.write(&mut sink()).unwrap();
    }
    let grown = kilobytes("VmHWM").saturating_sub(before);
    println!("ocsf-parquet: {grown} kB");
    assert!(grown < 2 * MOST, "Parquet took {grown} kB");
}
