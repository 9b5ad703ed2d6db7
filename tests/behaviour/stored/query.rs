//! `scan query`: questions in SQL that can change nothing.

use super::Archive;

fn asked(archive: &Archive, flags: &str, sql: &str) -> String {
    archive.run("query").args(flags).arg(sql).run().exit_code(0).stdout
}

#[test]
fn the_views_are_listed_without_a_question() {
    let archive = Archive::new();
    for command in ["query", "query --views"] {
        let told = archive.told(command);
        for part in ["scans", "findings", "duration_ms", "gap_action", "scan query 'SELECT"] {
            assert!(told.contains(part), "no {part} in\n{told}");
        }
    }
    let views = archive.json("query");
    let scans = views.as_array().unwrap().iter().find(|view| view["name"] == "scans").unwrap();
    assert!(scans["columns"].as_array().unwrap().contains(&"account_id".into()));
}

#[test]
fn answers_are_those_of_the_report() {
    let archive = Archive::new();
    let report = archive.report("demo");
    let answer = archive.run("query --json").arg("SELECT count(*) AS n, 'a' AS t, NULL AS z FROM findings").run().exit_code(0);
    assert_eq!(answer.json()[0]["n"], report["summary"]["findings"]["total"]);
    assert_eq!(answer.json()[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["n", "t", "z"]);
    let sql = "SELECT region, count(*) AS findings FROM findings WHERE severity = 'critical' GROUP BY region ORDER BY region";
    assert_eq!(asked(&archive, "--csv", sql), "region,findings\r\neu-west-1,1\r\nus-east-1,1\r\n");
    let table = asked(&archive, "", sql);
    assert_eq!(table, "region     findings\neu-west-1         1\nus-east-1         1\n\n2 rows\n");
}

#[test]
fn what_does_not_fit_a_table_is_shown_row_by_row() {
    let archive = Archive::new();
    let id = archive.scan("clean");
    let told = asked(&archive, "", "SELECT * FROM scans");
    assert!(told.starts_with("row 1\n") && told.contains(&format!("id             {id}\n")), "{told}");
}

#[test]
fn long_answers_are_cut_where_a_person_reads_and_whole_for_programs() {
    let archive = Archive::new();
    archive.scan("clean");
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) SELECT i FROM n";
    let told = asked(&archive, "", many);
    assert!(told.ends_with("the first 1,000 rows; --limit N shows more\n"), "{}", told.lines().last().unwrap_or_default());
    assert_eq!(asked(&archive, "--csv", many).lines().count(), 2_501);
    let limited = archive.run("query --csv --limit 10").arg(many).run().exit_code(0).says(&["note:", "first 10 rows"]);
    assert_eq!(limited.stdout.lines().count(), 11);
}

#[test]
fn nothing_can_be_changed_and_mistakes_are_explained() {
    let archive = Archive::new();
    archive.scan("clean");
    let refused = |sql: &str| archive.run("query").arg(sql).run().exit_code(2);
    refused("DELETE FROM scans").says(&["begins with SELECT", "DELETE"]);
    refused("WITH a AS (SELECT 1) DELETE FROM scans").says(&["error: "]);
    refused("SELECT * FROM t_scan").says(&["t_scan"]);
    refused("SELECT * FROM scanss").says(&["did you mean scans?"]);
    refused("SELECT 1; SELECT 2").says(&["one statement"]);
    refused("").says(&["SELECT * FROM scans"]);
    archive.refused("query --csv").says(&["SQL"]);
    assert_eq!(asked(&archive, "--csv", "SELECT count(*) AS n FROM scans"), "n\r\n1\r\n");
}

#[test]
fn what_somebody_else_chose_is_harmless() {
    let archive = Archive::new();
    let name = "evil\u{1b}[2J\u{202e}";
    archive.run("--mock clean --mock-speed 0 --quiet --name").arg(name).run().exit_code(0);
    let told = asked(&archive, "", "SELECT name FROM scans");
    assert!(told.contains("evil\\u{1b}[2J\\u{202e}"), "{told}");
}
