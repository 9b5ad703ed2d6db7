//! A report written from the store is the one that was written at the time.

use std::time::Duration;

use posture_scan::model::{Colour, Listener, ScanReport};
use posture_scan::report::format::{Extent, FORMATS};
use posture_scan::report::sample;
use posture_scan::report::table::{self, TableStyle};
use posture_scan::store::{Recorder, Retention, Store};

use crate::support::{queue, record, store};

/// The report in every format.
fn written(report: &ScanReport) -> Vec<Vec<u8>> {
    let mut written: Vec<Vec<u8>> = Vec::new();
    for (format, extent) in FORMATS.iter().flat_map(|format| [(format, Extent::Whole), (format, Extent::Findings)]) {
        let mut out = Vec::new();
        (format.write)(report, extent, &mut out).unwrap();
        written.push(out);
    }
    written.push(table::render(report, &TableStyle { colour: Colour::On, width: 120 }).into_bytes());
    written
}

#[test]
fn every_format_is_the_same_to_the_byte() {
    let (_home, store) = store();
    let mut samples: Vec<sample::Sample> = sample::all().into();
    samples.push(sample::large(2_000));
    // Two samples may share an id: each gets a store of its own besides.
    for sample in &samples {
        let (_home, alone) = crate::support::store();
        record(&alone, sample);
        let reopened = Store::open_read_only(alone.directory()).unwrap();
        let id = &sample.report.header.id;
        assert!(written(&reopened.report(id).unwrap()) == written(&sample.report), "{id} alone");
    }
    for sample in &samples {
        record(&store, sample);
    }
    for sample in &samples {
        let id = &sample.report.header.id;
        assert!(written(&store.report(id).unwrap()) == written(&sample.report), "{id} among others");
    }
}

#[test]
fn pruning_beside_a_scan_takes_nothing_from_it() {
    let (_home, store) = store();
    std::thread::scope(|scope| {
        let directory = store.directory();
        // Two scans in turn that share most values: what one stores is there already, and being deleted with the other.
        let recording = scope.spawn(|| {
            let store = Store::open(directory).unwrap();
            let samples = [sample::partial(), sample::completed()];
            for sample in samples.iter().cycle().take(30) {
                let Some((last, events)) = sample.events.split_last() else { panic!("no events") };
                let id = &sample.report.header.id;
                store.prune(Retention::Newest(1)).unwrap();
                let recorder = Recorder::start(Store::open(directory).unwrap(), queue(&store, sample), || ()).unwrap();
                for event in events {
                    recorder.hear(event);
                }
                while store.find(id).unwrap().jobs.queued > 0 {
                    std::thread::sleep(Duration::from_millis(1));
                }
                let report = store.report(id).unwrap();
                assert_eq!((report.results, report.assets), (sample.report.results.clone(), sample.report.assets.clone()));
                recorder.hear(last);
                recorder.finish().unwrap();
            }
        });
        while !recording.is_finished() {
            store.prune(Retention::Newest(0)).unwrap();
            std::thread::sleep(Duration::from_millis(1));
        }
        recording.join().unwrap();
    });
}

#[test]
fn the_counts_of_the_list_are_those_of_the_report() {
    let (_home, store) = store();
    for sample in sample::all() {
        record(&store, &sample);
        let listed = store.find(&sample.report.header.id).unwrap();
        let summary = &sample.report.summary;
        assert_eq!(listed.findings, summary.findings);
        assert_eq!((listed.assets, &listed.calls), (summary.assets, &summary.api_calls));
        assert_eq!((listed.status, &listed.reason), (sample.report.status, &sample.report.status_reason));
        assert_eq!((listed.percent, listed.jobs.total()), (100, sample.report.jobs.len() as u64));
    }
}
