//! `scan diff`: two stored scans side by side.

use serde_json::Value;

use super::{Archive, items};

/// Two scans of the demo account, the second one with one more open group: their ids.
fn grown(archive: &Archive) -> [String; 2] {
    let mut account: Value = serde_json::from_str(include_str!("../../../fixtures/demo.json")).unwrap();
    let path = archive.folder.path().join("demo.json");
    let scanned = |account: &Value| {
        std::fs::write(&path, account.to_string()).unwrap();
        archive.scan(path.to_str().unwrap())
    };
    let before = scanned(&account);
    let assets = account["assets"].as_array_mut().unwrap();
    let mut group = assets.iter().find(|asset| asset["id"] == "sg-0995de7175347bad0").expect("the fixture has that group").clone();
    group["id"] = "sg-00000000000000001".into();
    group["arn"] = "arn:aws:ec2:eu-central-1:111122223333:security-group/sg-00000000000000001".into();
    assets.push(group);
    [before, scanned(&account)]
}

#[test]
fn the_last_two_scans_of_the_account_are_compared() {
    let archive = Archive::new();
    let [before, after] = grown(&archive);
    let compared = archive.json("diff");
    assert_eq!((&compared["before"]["scan_id"], &compared["after"]["scan_id"]), (&before.as_str().into(), &after.as_str().into()));
    let new = items(&compared["results"], "new");
    assert_eq!(new.len(), 1, "{new:?}");
    assert_eq!(new[0]["resource"]["id"], "sg-00000000000000001");
    let told = archive.told("diff");
    assert!(told.contains("sg-00000000000000001") && told.contains("1 high"), "{told}");
}

#[test]
fn scans_can_be_named_in_either_order() {
    let archive = Archive::new();
    let [before, after] = grown(&archive);
    let backwards = archive.json(&format!("diff {after} {before}"));
    assert_eq!(items(&backwards["results"], "resolved").len(), 1);
    let since = archive.json(&format!("diff {before}"));
    assert_eq!((&since["after"]["scan_id"], items(&since["results"], "new").len()), (&after.as_str().into(), 1));
    archive.refused(&format!("diff {after}")).says(&["no scan of the same account ended after"]);
    let same = archive.told(&format!("diff {after} {after}"));
    assert!(same.contains("nothing changed"), "{same}");
}

#[test]
fn scans_of_another_account_are_passed_over_and_refused() {
    let archive = Archive::new();
    let demo = archive.scan("demo");
    let clean = archive.scan("clean");
    archive.refused("diff").says(&["no two scans", "scan again"]);
    archive.refused(&format!("diff {demo} {clean}")).says(&["only scans of the same account can be compared", &demo]);
    let again = archive.scan("demo");
    assert_eq!(archive.json("diff")["before"]["scan_id"], demo.as_str());
    assert_eq!(archive.json("diff")["after"]["scan_id"], again.as_str());
}
