//! Answers as a table, as blocks, as JSON and as comma-separated values.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::Colour;
use crate::report::sample::HOSTILE_NAME;
use crate::report::stored::TableStyle;

fn answer(columns: &[&str], rows: Vec<Vec<Value>>) -> Answer {
    Answer { columns: columns.iter().map(|name| (*name).to_owned()).collect(), rows, is_cut: false }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn plain(answer: &Answer, width: usize) -> String {
    render(answer, &TableStyle { width, colour: Colour::Off })
}

fn narrow() -> Answer {
    let rows = vec![
        vec![text("aws-s3-bucket-is-not-public"), Value::Integer(12), Value::Number(0.5), Value::Null],
        vec![text(HOSTILE_NAME), Value::Integer(-1), Value::Number(1e30), text("")],
        vec![text("名前"), Value::Null, Value::Null, Value::Bytes(vec![0, 255])],
    ];
    answer(&["check_id", "findings", "share", "\u{1b}[31mred"], rows)
}

fn wide() -> Answer {
    let columns: Vec<String> = (0..20).map(|number| format!("a_column_named_{number}")).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let row = |filler: &str| (0..20).map(|number| text(&format!("{filler} {number}"))).collect();
    answer(&columns, vec![row("a value of"), row(&"long ".repeat(30))])
}

#[test]
fn a_table_reads_so() {
    insta::assert_snapshot!(plain(&narrow(), 80));
}

#[test]
fn columns_that_do_not_fit_read_so() {
    let mut wide = wide();
    wide.is_cut = true;
    wide.columns.truncate(9);
    wide.rows.iter_mut().for_each(|row| row.truncate(9));
    insta::assert_snapshot!(plain(&wide, 80));
}

#[test]
fn the_widest_column_gives_way_first() {
    let answer = answer(&["id", "message"], vec![vec![text("i-0a1b2c3d4e5f60718"), text(&"very ".repeat(40))]]);
    let told = plain(&answer, 60);
    assert!(told.contains("i-0a1b2c3d4e5f60718  very very"), "{told}");
}

#[test]
fn no_line_is_wider_than_the_terminal_and_no_control_character_reaches_it() {
    for answer in [narrow(), wide(), answer(&["a"], vec![vec![text(&"x".repeat(5_000))]])] {
        for width in [60, 80, 100, 120, 160] {
            let told = plain(&answer, width);
            for line in told.lines() {
                assert!(line.width() <= width, "{} columns instead of {width}: {line}", line.width());
            }
            assert_eq!(told.find(|character: char| character.is_control() && character != '\n'), None);
        }
    }
}

#[test]
fn no_rows_are_said_to_be_none() {
    assert_eq!(plain(&answer(&["a"], Vec::new()), 80), "no rows\n");
    assert_eq!(csv(&answer(&["a", "b"], Vec::new())), "a,b\r\n");
    assert_eq!(json(&answer(&["a"], Vec::new())).unwrap(), "[]\n");
}

#[test]
fn programs_get_everything_as_it_is() {
    let value: serde_json::Value = serde_json::from_str(&json(&narrow()).unwrap()).unwrap();
    assert_eq!(value[1]["check_id"], HOSTILE_NAME);
    assert_eq!((&value[0]["findings"], &value[0]["share"]), (&serde_json::json!(12), &serde_json::json!(0.5)));
    assert_eq!((&value[2]["findings"], &value[2]["\u{1b}[31mred"]), (&serde_json::Value::Null, &serde_json::json!("00ff")));
}

#[test]
fn of_columns_with_the_same_name_the_last_one_counts() {
    let answer = answer(&["a", "b", "a"], vec![vec![Value::Integer(1), Value::Integer(2), Value::Integer(3)]]);
    assert_eq!(json(&answer).unwrap().split_whitespace().collect::<String>(), r#"[{"b":2,"a":3}]"#);
}

#[test]
fn comma_separated_values_quote_what_needs_it() {
    let row = vec![text("plain"), text("a,b"), text("a \"b\""), text("a\nb"), text(""), Value::Null, Value::Integer(1)];
    let told = csv(&answer(&["a", "b", "c", "d", "e", "f", "g,h"], vec![row]));
    assert_eq!(told, "a,b,c,d,e,f,\"g,h\"\r\nplain,\"a,b\",\"a \"\"b\"\"\",\"a\nb\",\"\",,1\r\n");
}
