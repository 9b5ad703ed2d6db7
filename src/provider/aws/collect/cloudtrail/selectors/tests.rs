//! What selectors of a trail record.

use aws_sdk_cloudtrail::types::builders::AdvancedFieldSelectorBuilder;
use aws_sdk_cloudtrail::types::{DataResource as Basic, ReadWriteType};

use super::*;

fn advanced(fields: &[(&str, &str)]) -> AdvancedEventSelector {
    let fields = fields.iter().map(|(name, value)| AdvancedFieldSelector::builder().field(*name).equals(*value).build());
    let fields = fields.collect::<Result<Vec<_>, _>>().expect("complete");
    AdvancedEventSelector::builder().set_field_selectors(Some(fields)).build().expect("complete")
}

#[test]
fn a_trail_without_selectors_takes_every_management_event() {
    let selectors = event_selectors(&[], &[]);
    assert_eq!((selectors.management_events, selectors.management_read_write.as_str()), (true, "All"));
    assert!(selectors.data_resources.is_empty());
}

#[test]
fn a_basic_selector_takes_what_it_leaves_out() {
    let selectors = event_selectors(&[EventSelector::builder().build()], &[]);
    assert_eq!((selectors.management_events, selectors.management_read_write.as_str()), (true, "All"));
}

#[test]
fn selectors_that_exclude_management_events_take_none() {
    let resource = Basic::builder().r#type("AWS::S3::Object").values("arn:aws:s3").build();
    let data = EventSelector::builder()
        .include_management_events(false)
        .read_write_type(ReadWriteType::WriteOnly)
        .data_resources(resource)
        .build();
    let selectors = event_selectors(&[data], &[]);
    assert_eq!((selectors.management_events, selectors.management_read_write.as_str()), (false, "None"));
    assert_eq!(selectors.data_resources[0].read_write, "WriteOnly");
    assert_eq!(selectors.data_resources[0].values, ["arn:aws:s3"]);
}

#[test]
fn reads_and_writes_of_two_selectors_are_all() {
    let reads = advanced(&[("eventCategory", "Management"), ("readOnly", "true")]);
    let writes = advanced(&[("eventCategory", "Management"), ("readOnly", "false")]);
    assert_eq!(event_selectors(&[], std::slice::from_ref(&reads)).management_read_write, "ReadOnly");
    assert_eq!(event_selectors(&[], &[reads, writes]).management_read_write, "All");
}

#[test]
fn an_advanced_data_selector_names_its_resources() {
    let data = advanced(&[("eventCategory", "Data"), ("resources.type", "AWS::Lambda::Function"), ("resources.ARN", "arn:a")]);
    let selectors = event_selectors(&[], &[data]);
    assert!(!selectors.management_events);
    let resource = &selectors.data_resources[0];
    assert_eq!((resource.resource_type.as_str(), resource.values.len()), ("AWS::Lambda::Function", 1));
}

fn with(fields: &[(&str, &str)], field: AdvancedFieldSelector) -> AdvancedEventSelector {
    let fields = advanced(fields).field_selectors().iter().cloned().chain([field]).collect();
    AdvancedEventSelector::builder().set_field_selectors(Some(fields)).build().expect("complete")
}

#[test]
fn a_selector_that_leaves_out_events_of_one_kind_takes_the_other_kind_whole() {
    let objects = [("eventCategory", "Data"), ("resources.type", "AWS::S3::Object")];
    let event = || AdvancedFieldSelector::builder().field("eventName");
    for (left_out, whole, some) in [
        (event().not_equals("GetObject").not_equals("HeadObject"), "WriteOnly", "ReadOnly"),
        (event().not_starts_with("List"), "WriteOnly", "ReadOnly"),
        (event().not_equals("PutObject"), "ReadOnly", "WriteOnly"),
    ] {
        let taken = event_selectors(&[], &[with(&objects, left_out.build().expect("complete"))]).data_resources;
        let told: Vec<_> = taken.iter().map(|data| (data.read_write.as_str(), data.filters.len())).collect();
        assert_eq!(told, [(whole, 0), (some, 1)]);
    }
    let writes = [objects[0], objects[1], ("readOnly", "false")];
    let taken = event_selectors(&[], &[with(&writes, event().not_equals("GetObject").build().expect("complete"))]).data_resources;
    assert_eq!(taken.iter().map(|data| (data.read_write.as_str(), data.filters.len())).collect::<Vec<_>>(), [("WriteOnly", 0)]);
}

#[test]
fn a_selector_of_some_management_events_does_not_count_for_all_of_their_kind() {
    let management = [("eventCategory", "Management")];
    let told = |name: &str, narrowed: fn(AdvancedFieldSelectorBuilder) -> AdvancedFieldSelectorBuilder| {
        let field = narrowed(AdvancedFieldSelector::builder().field(name));
        let selectors = event_selectors(&[], &[with(&management, field.build().expect("complete"))]);
        (selectors.management_events, selectors.management_read_write)
    };
    assert_eq!(told("eventName", |field| field.equals("DeleteTrail")), (true, "None".to_owned()));
    assert_eq!(told("eventSource", |field| field.equals("iam.amazonaws.com")), (true, "None".to_owned()));
    let none = (true, "None".to_owned());
    // Names of management events do not tell reading from writing: `ListenToEvents`, `GetFederationToken`.
    assert_eq!(told("eventName", |field| field.not_starts_with("Describe")), none);
    assert_eq!(told("eventName", |field| field.not_starts_with("List")), none);
    assert_eq!(told("userIdentity.arn", |field| field.not_starts_with("arn:aws:")), none);
    assert_eq!(told("eventType", |field| field.not_equals("AwsApiCall")), none);
    assert_eq!(told("sessionCredentialFromConsole", |field| field.not_equals("true")), none);
    assert_eq!(told("resources.ARN", |field| field.starts_with("arn:aws:iam::")), none);
    assert_eq!(told("eventSource", |field| field.not_equals("iam.amazonaws.com")), none);
    assert_eq!(told("eventSource", |field| field.not_starts_with("kms")), none);
}

#[test]
fn the_sources_of_many_events_may_be_left_out() {
    for sources in [vec!["kms.amazonaws.com"], vec!["kms.amazonaws.com", "rdsdata.amazonaws.com"]] {
        let field =
            sources.iter().fold(AdvancedFieldSelector::builder().field("eventSource"), |field, source| field.not_equals(*source));
        let selector = with(&[("eventCategory", "Management")], field.build().expect("complete"));
        assert_eq!(event_selectors(&[], &[selector]).management_read_write, "All", "{sources:?}");
    }
}

#[test]
fn names_tell_reading_from_writing_for_objects_only() {
    let event = || AdvancedFieldSelector::builder().field("eventName").not_equals("GetObject").build().expect("complete");
    let tables = with(&[("eventCategory", "Data"), ("resources.type", "AWS::DynamoDB::Table")], event());
    let taken = event_selectors(&[], &[tables]).data_resources;
    assert_eq!(taken.iter().map(|data| (data.read_write.as_str(), data.filters.len())).collect::<Vec<_>>(), [("All", 1)]);
}

#[test]
fn a_data_selector_that_leaves_out_callers_takes_some_only() {
    let objects = [("eventCategory", "Data"), ("resources.type", "AWS::S3::Object")];
    let field = AdvancedFieldSelector::builder().field("userIdentity.arn").not_equals("arn:aws:iam::123456789012:role/etl");
    let taken = event_selectors(&[], &[with(&objects, field.build().expect("complete"))]).data_resources;
    assert_eq!(taken.iter().map(|data| data.filters.clone()).collect::<Vec<_>>(), [["userIdentity.arn"]]);
}

#[test]
fn an_advanced_selector_of_single_events_or_without_some_takes_some_only_and_one_that_leaves_out_logs_does_not() {
    let objects = [("eventCategory", "Data"), ("resources.type", "AWS::S3::Object")];
    let filters = |selector| event_selectors(&[], &[selector]).data_resources[0].filters.clone();
    assert_eq!(filters(advanced(&[objects[0], objects[1], ("eventName", "DeleteObject")])), ["eventName"]);
    let with = |field| with(&objects, field);
    let event = || AdvancedFieldSelector::builder().field("eventName");
    for narrowed in
        [event().not_equals("GetObject").not_equals("PutObject"), event().not_starts_with("G"), event().not_ends_with("Object")]
    {
        assert_eq!(filters(with(narrowed.build().expect("complete"))), ["eventName"]);
    }
    let arn = || AdvancedFieldSelector::builder().field("resources.ARN");
    assert!(filters(with(arn().not_starts_with("arn:aws:s3:::logs/").build().expect("complete"))).is_empty());
    let left_out = arn().not_equals("arn:a").not_starts_with("arn:b").not_ends_with("c").build().expect("complete");
    let resource = event_selectors(&[], &[with(left_out)]).data_resources.remove(0);
    assert_eq!(resource.excluded_values, ["arn:a", "arn:b*", "*c"]);
    let taken = arn().equals("arn:a").starts_with("arn:b").ends_with(".pdf").build().expect("complete");
    let resource = event_selectors(&[], &[with(taken)]).data_resources.remove(0);
    assert_eq!((resource.values, resource.filters.len()), (["arn:a", "arn:b*", "*.pdf"].map(str::to_owned).to_vec(), 0));
}
