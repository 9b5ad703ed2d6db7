//! `scan history`: which scans there are, and getting rid of old ones.

use std::time::Duration;

use super::{Archive, eventually, items};

#[test]
fn nothing_stored_is_one_sentence_and_no_error() {
    let archive = Archive::new();
    for list in ["history", "assets", "findings", "history prune --keep 1"] {
        let told = archive.told(list).replace('\n', " ");
        assert!(told.starts_with("no scan is stored in ") && told.contains("scan --mock"), "{list}: {told}");
    }
    let told = archive.run("query").arg("SELECT * FROM scans").run().exit_code(0).stdout;
    assert!(told.starts_with("no scan is stored in "), "{told}");
    assert_eq!(items(&archive.json("history"), "scans").len(), 0);
    assert_eq!(items(&archive.json("assets"), "assets").len(), 0);
    assert_eq!(items(&archive.json("findings"), "results").len(), 0);
    assert!(!archive.state().exists(), "reading makes nothing");
}

#[test]
fn a_scan_that_is_not_stored_cannot_be_shown() {
    let archive = Archive::new();
    for command in ["show", "status", "report", "diff", "show last", "assets --scan 2026"] {
        archive.refused(command).says(&["no scan is stored in", "run one first"]);
    }
    let id = archive.scan("clean");
    let wrong = format!("{}x", &id[..id.len() - 1]);
    for command in ["show", "status", "report", "diff", "assets --scan", "findings --scan"] {
        archive.refused(&format!("{command} {wrong}")).says(&[&wrong, "did you mean", &id]);
    }
}

#[test]
fn the_newest_scan_comes_first_with_what_it_found() {
    let archive = Archive::new();
    let (clean, demo, partial) = (archive.scan("clean"), archive.report("demo"), archive.scan("partial"));
    let history = archive.json("history");
    let scans = items(&history, "scans");
    let ids: Vec<&str> = scans.iter().map(|scan| scan["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [partial.as_str(), demo["scan"]["id"].as_str().unwrap(), &clean]);
    for field in ["account_id", "profile", "type", "status", "regions", "started_at", "ended_at", "duration_ms"] {
        assert_eq!(scans[1][field], demo["scan"][field], "{field}");
    }
    assert_eq!(scans[1]["findings"], demo["summary"]["findings"]);
    assert_eq!(scans[0]["status"], "partial");
    let told = archive.told("history");
    let place = |id: &str| told.find(id).unwrap_or_else(|| panic!("{id} is not in\n{told}"));
    assert!(place(&partial) < place(&clean), "{told}");
}

#[test]
fn a_history_can_be_narrowed_and_says_that_there_is_more() {
    let archive = Archive::new();
    let (clean, _, newest) = (archive.scan("clean"), archive.scan("demo"), archive.scan("demo"));
    let narrowed = archive.json("history --limit 1");
    assert_eq!((items(&narrowed, "scans").len(), &narrowed["scans"][0]["id"]), (1, &newest.as_str().into()));
    assert!(archive.told("history --limit 1").contains("--limit N shows more"));
    assert!(!archive.told("history --limit 3").contains("--limit"));
    let account = archive.json("show")["scan"]["account_id"].as_str().unwrap().to_owned();
    let of_account = archive.json(&format!("history --account {account}"));
    assert!(items(&of_account, "scans").iter().all(|scan| scan["id"] != clean.as_str()));
    assert_eq!(items(&of_account, "scans").len(), 2);
    assert_eq!(archive.told("history --account 0"), "no scan of account 0 is stored\n");
}

#[test]
fn a_hostile_name_is_harmless() {
    let archive = Archive::new();
    let name = "evil\u{1b}[2J\u{7}\nAll fine\u{202e}";
    archive.run("--mock clean --mock-speed 0 --quiet --name").arg(name).run().exit_code(0);
    for command in ["history", "show", "status"] {
        let told = archive.told(command);
        assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']) && !told.contains("\nAll fine"), "{told:?}");
        assert!(told.contains("\\u{1b}[2J"), "{told:?}");
    }
    assert_eq!(archive.json("history")["scans"][0]["name"], name);
}

#[test]
fn a_prune_deletes_the_oldest_and_says_so() {
    let archive = Archive::new();
    let ids = ["clean", "clean", "clean"].map(|account| archive.scan(account));
    let told = archive.told("history prune --keep 1");
    assert!(told.starts_with(&format!("deleted {}\ndeleted {}\n2 scans deleted, ", ids[0], ids[1])), "{told}");
    assert!(told.ends_with("; 1 scan stays\n"), "{told}");
    assert_eq!(archive.told("history prune --keep 1"), "nothing deleted; 1 scan stays\n");
    assert_eq!(archive.told("history prune --older-than 1d"), "nothing deleted; 1 scan stays\n");
    assert!(archive.told("history prune --older-than 0h").contains("; 0 scans stay"));
    assert!(archive.told("history").starts_with("no scan is stored in "));
    archive.refused("show last").says(&["no scan is stored in"]);
}

#[test]
fn a_prune_needs_to_know_what_stays() {
    let archive = Archive::new();
    archive.refused("history prune").says(&["--keep", "--older-than"]);
    archive.refused("history prune --keep 1 --older-than 1d").says(&["cannot be used with"]);
    archive.refused("history prune --older-than soon").says(&["soon", "7d"]);
    archive.refused("history --limit 1 prune --keep 1");
}

#[test]
fn a_scan_under_way_is_never_deleted() {
    let archive = Archive::new();
    archive.scan("clean");
    let running = archive.run("--mock demo --mock-speed 1 --quiet").within(Duration::from_mins(2)).start();
    let is_running = || archive.json("history")["scans"][0]["status"] == "running";
    eventually(|| is_running().then_some(()));
    let told = archive.told("history prune --keep 0");
    assert!(told.contains("1 scan deleted") && told.contains("; 1 scan stays"), "{told}");
    running.interrupt();
    running.wait().exit_code(130);
    assert_eq!(archive.json("show")["scan"]["status"], "cancelled");
}
