//! Files read back, against the events of the JSON lines.

use std::collections::BTreeMap;
use std::fs::File;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Map, Value, json};

use super::*;
use crate::report::{ocsf, sample};

/// The files' names and contents.
fn files(report: &ScanReport, extent: Extent, group_bytes: usize) -> BTreeMap<String, Vec<u8>> {
    let write = |part: &Part<'_>| {
        let mut out = Vec::new();
        part.write_in_groups(group_bytes, &mut out).unwrap();
        (part.path().to_str().unwrap().to_owned(), out)
    };
    parts(report, extent).iter().map(write).collect()
}

fn reader(content: &[u8]) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content).unwrap();
    SerializedFileReader::new(file).unwrap()
}

/// The events of a file, as JSON.
fn events_of(file: &[u8]) -> Vec<Value> {
    reader(file).get_row_iter(None).unwrap().map(|row| object(row.unwrap())).collect()
}

/// Absent where JSON has it absent.
fn object(row: Row) -> Value {
    let fields = row.into_columns().into_iter().filter(|(_, field)| *field != Field::Null);
    Value::Object(fields.map(|(name, field)| (name, value(field))).collect::<Map<_, _>>())
}

fn value(field: Field) -> Value {
    match field {
        Field::Int(number) => number.into(),
        Field::Long(number) => number.into(),
        Field::Str(text) => text.into(),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => list.elements().iter().cloned().map(value).collect(),
        other => panic!("{other:?} is of no kind that events have"),
    }
}

/// The events of the JSON lines, by the region that they are of.
fn lines(report: &ScanReport, extent: Extent) -> BTreeMap<String, Vec<Value>> {
    let mut out = Vec::new();
    ocsf::write(report, extent, &mut out).unwrap();
    let mut events: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in String::from_utf8(out).unwrap().lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        events.entry(event["cloud"]["region"].as_str().unwrap().to_owned()).or_default().push(event);
    }
    events
}

#[test]
fn every_region_has_a_file_of_its_events_as_the_json_lines_have_them() {
    for sample in sample::all() {
        for extent in [Extent::Whole, Extent::Findings] {
            let report = &sample.report;
            let files = files(report, extent, ROW_GROUP_BYTES);
            let read: Vec<Vec<Value>> = files.values().map(|file| events_of(file)).collect();
            assert_eq!(read, lines(report, extent).into_values().collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_file_stands_where_a_security_lake_looks_for_its_partition() {
    let report = sample::partial().report;
    let paths: Vec<String> = files(&report, Extent::Whole, ROW_GROUP_BYTES).into_keys().collect();
    let id = &report.header.id;
    let expected = ["ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1"]
        .map(|region| format!("region={region}/accountId=111122223333/eventDay=20260115/{id}.parquet"));
    assert_eq!(paths, expected);
}

/// "application version x.y.z (build hash)": readers that cannot make out the writer leave the statistics of texts aside.
#[test]
fn a_file_says_who_has_written_it_in_the_form_that_readers_know() {
    let (_, file) = files(&sample::clean().report, Extent::Whole, ROW_GROUP_BYTES).pop_first().unwrap();
    let reader = reader(&file);
    let created_by = reader.metadata().file_metadata().created_by().unwrap().to_owned();
    let (application, rest) = created_by.split_once(" version ").unwrap();
    let (version, build) = rest.split_once(" (build ").unwrap();
    assert_eq!((application, version), ("posture-scan", env!("CARGO_PKG_VERSION")));
    assert!(build.len() > 1 && build.ends_with(')'), "{created_by}");
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let mut report = sample::partial().report.as_ref().clone();
    for result in &mut report.results {
        result.resource.region = "../../eu".to_owned();
        result.satisfied_by = None;
    }
    let header = Arc::make_mut(&mut report.header);
    header.account_id = "..".to_owned();
    let path = parts(&report, Extent::Whole)[0].path();
    assert!(path.starts_with("region=..%2F..%2Feu/accountId=_../"), "{}", path.display());
}

#[test]
fn names_of_any_length_make_paths_that_file_systems_take() {
    let mut report = sample::clean().report.as_ref().clone();
    report.results.iter_mut().for_each(|result| result.resource.region = "é".repeat(400));
    let header = Arc::make_mut(&mut report.header);
    (header.account_id, header.id) = ("1".repeat(400), "x".repeat(400));
    let folder = tempfile::tempdir().unwrap();
    for part in parts(&report, Extent::Whole) {
        let path = folder.path().join(part.path());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        part.write(&mut File::create(path).unwrap()).unwrap();
    }
}

#[test]
fn a_large_file_has_many_row_groups_and_loses_nothing_between_them() {
    let report = sample::large(400).report;
    let expected = lines(&report, Extent::Whole);
    let files = files(&report, Extent::Whole, 50_000);
    for (file, expected) in files.into_values().zip(expected.into_values()) {
        let groups = reader(&file).num_row_groups();
        assert!(groups > 5 && groups < 50, "{groups}");
        assert_eq!(events_of(&file), expected);
    }
}

#[test]
fn an_event_that_lacks_what_is_required_is_refused() {
    let schema = Arc::new(parse_message_type(layout::MESSAGE).unwrap());
    let mut event = lines(&sample::clean().report, Extent::Whole).into_values().next().unwrap().remove(0);
    let mut columns = Columns::of(&schema);
    columns.add(&event).unwrap();
    event["time"] = json!("yesterday");
    assert!(columns.add(&event).unwrap_err().to_string().contains("no fitting time"));
    event.as_object_mut().unwrap().remove("time");
    assert!(columns.add(&event).is_err());
}
