//! The HTML report in a browser: it opens without an error and without a request, filters, sorts, prints, and can be read by everybody.
//!
//! `tests/html/package.json` names a Chromium and what drives it; `make test` puts both into `<target>/html-browser`, where this test
//! looks. A Chromium of the machine is used instead where `POSTURE_SCAN_CHROMIUM` or PATH names one. Without a browser the test says
//! that it was skipped; `POSTURE_SCAN_REQUIRE_BROWSER=1` makes that a failure.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test says so when something is missing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use posture_scan::model::KnownFindings;
use posture_scan::report::format::Extent;
use posture_scan::report::html;
use posture_scan::report::sample::{self, Sample};
use serde_json::Value;

/// A Chromium, and the folder in which Node finds what drives it.
fn browser() -> Option<(PathBuf, PathBuf)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("html-browser");
    let named = std::env::var_os("POSTURE_SCAN_CHROMIUM").map(PathBuf::from);
    let search = std::env::var_os("PATH").unwrap_or_default();
    let installed = || {
        let programs = ["chromium", "chromium-browser", "google-chrome", "chrome-headless-shell"];
        std::env::split_paths(&search).flat_map(|place| programs.map(|name| place.join(name))).find(|file| file.is_file())
    };
    let chromium = named.or_else(|| Some(folder.join("chromium")).filter(|file| file.exists())).or_else(installed);
    if let Some(chromium) = chromium
        && folder.join("node_modules/puppeteer-core").exists()
    {
        return Some((chromium, folder));
    }
    assert!(
        std::env::var_os("POSTURE_SCAN_REQUIRE_BROWSER").is_none(),
        "there is no browser, or nothing to drive it in {}",
        folder.display()
    );
    eprintln!("skipped: there is no Chromium, or npm has not installed what drives it in {}", folder.display());
    None
}

/// What the driver saw of each report.
fn seen((chromium, folder): &(PathBuf, PathBuf), samples: &[Sample]) -> Vec<Value> {
    let pages = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let write = |sample: &Sample| {
        let file = pages.path().join(format!("{}.html", sample.report.header.id));
        html::write(&sample.report, Extent::Whole, &mut fs::File::create(&file).unwrap()).unwrap();
        file
    };
    let files: Vec<PathBuf> = samples.iter().map(write).collect();
    // Node looks for packages beside the script, which each run puts there for itself.
    let script = tempfile::Builder::new().suffix(".mjs").tempfile_in(folder).unwrap();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/drive.mjs"), script.path()).unwrap();
    let run = Command::new("node").arg(script.path()).arg(chromium).args(files).env("TMPDIR", pages.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

/// The completed scan, of whose findings an earlier scan had all but the first two.
fn compared() -> Sample {
    let Sample { report, events } = sample::completed();
    let uids = report.findings().skip(2).map(|finding| finding.uid(&report.header.account_id)).collect();
    let known = KnownFindings {
        scan_id: "earlier".to_owned(),
        started_at: report.header.started_at,
        findings: uids,
        accepted: std::collections::BTreeSet::default(),
    };
    let report = report.as_ref().clone().compared_with(Some(Arc::new(known)));
    Sample { report: Arc::new(report), events }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().filter_map(Value::as_str).collect()
}

/// The number of rows that a filter leaves, as its count announces it.
fn announced(look: &Value) -> u64 {
    let text = look["count"].as_str().unwrap();
    text.split(' ').next().unwrap().replace(',', "").parse().unwrap()
}

#[test]
fn the_report_works_in_a_browser() {
    let Some(browser) = browser() else { return };
    let samples =
        [sample::partial(), sample::measured(), sample::hostile(), sample::clean(), sample::failed(), sample::large(3_000)];
    for (sample, saw) in samples.iter().zip(seen(&browser, &samples)) {
        let (report, id) = (&sample.report, &sample.report.header.id);
        let results = &report.summary.results;
        let total = results.fail + results.unknown + results.muted;
        assert_eq!(texts(&saw["errors"]), Vec::<&str>::new(), "{id}");
        assert_eq!(texts(&saw["requests"]), Vec::<&str>::new(), "{id}");
        assert_eq!((&saw["overhang_on_a_phone"], &saw["overhang_on_a_desk"]), (&Value::from(0), &Value::from(0)), "{id}");
        for scheme in ["light", "dark"] {
            assert!(saw["contrast"][scheme]["measured"].as_u64().unwrap() > 30);
            assert_eq!(texts(&saw["contrast"][scheme]["low"]), Vec::<&str>::new(), "{id} in the {scheme} scheme");
        }
        assert_eq!(saw["assets"], report.summary.assets, "{id}");
        assert!(saw["copies"].as_u64() >= saw["codes"].as_u64(), "{id}");
        assert!(saw["pdf_bytes"].as_u64().unwrap() > 10_000, "{id}");
        let listed: u64 = [results.fail, results.unknown, results.muted].into_iter().map(|number| number.min(500)).sum();
        assert_eq!(saw["listed_without_script"], listed, "{id}");
        assert_eq!(saw["explorer_without_script"], false, "{id}");
        if total > 0 {
            table_is_right(&saw, total, [results.fail, results.unknown, results.muted]);
            assert_eq!(saw["printed"], total.min(1_000), "{id}");
        }
    }
}

#[test]
fn new_findings_are_told_from_known_ones() {
    let Some(browser) = browser() else { return };
    let sample = compared();
    let results = sample.report.summary.results.clone();
    // The muted finding is one that the earlier scan had not.
    let (new, known) = (2 + results.muted, results.fail - 2);
    for saw in seen(&browser, &[sample]) {
        let of = |novelty: &str| announced(&saw["filtered"]["baseline"][novelty]);
        assert_eq!((of("new"), of("known")), (new, known));
    }
}

/// Counts, filters, order, slices and details of the findings table.
fn table_is_right(saw: &Value, total: u64, [fail, unknown, muted]: [u64; 3]) {
    assert_eq!(announced(&saw["first"]), total);
    assert_eq!(texts(&saw["first"]["severities"]).len() as u64, total.min(50));
    assert_eq!(saw["first"]["sorted"][0], "ascending");
    for (filter, column) in [("severity", "severities"), ("status", "statuses"), ("region", "regions")] {
        let mut sum = 0;
        for (value, look) in saw["filtered"][filter].as_object().unwrap() {
            sum += announced(look);
            assert!(texts(&look[column]).iter().all(|text| text.contains(value.as_str())), "{filter}={value}: {look}");
        }
        assert_eq!(sum, total, "{filter}");
    }
    let services: u64 = saw["filtered"]["service"].as_object().unwrap().values().map(announced).sum();
    assert_eq!(services, total);
    for (status, expected) in [("fail", fail), ("unknown", unknown), ("muted", muted)] {
        let look = &saw["filtered"]["status"][status];
        assert_eq!(if look.is_null() { 0 } else { announced(look) }, expected, "{status}");
    }
    assert_eq!((&saw["ascending"]["sorted"][3], &saw["descending"]["sorted"][3]), (&"ascending".into(), &"descending".into()));
    if total > 1 {
        assert_ne!(saw["ascending"]["resources"], saw["descending"]["resources"]);
    }
    assert!(saw["nothing"]["count"].as_str().unwrap().starts_with("No result fits"));
    assert!(saw["detail"].as_str().unwrap().contains("Finding uid"));
    assert_eq!(saw["led_to_an_open_check"], true);
    if total > 50 {
        assert_eq!(texts(&saw["more"]["severities"]).len() as u64, total.min(250));
        assert_eq!(saw["focused"], "52", "the keyboard goes on with the first new row");
    }
}
