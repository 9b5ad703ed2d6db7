//! Basic and advanced event selectors told in the same words.

use aws_sdk_cloudtrail::types::{AdvancedEventSelector, AdvancedFieldSelector, EventSelector};

use crate::model::resource::cloudtrail::{DataResource, EventSelectors};

/// Which events the selectors of a trail take together.
pub(super) fn event_selectors(basic: &[EventSelector], advanced: &[AdvancedEventSelector]) -> EventSelectors {
    // "CreateTrail" in the CloudTrail API reference: a trail that was never given selectors takes every management event.
    let untold = basic.is_empty() && advanced.is_empty();
    let mut management = if untold { Parts::named("All") } else { Parts::default() };
    let mut data_resources = Vec::new();
    for selector in basic {
        let parts = Parts::named(selector.read_write_type().map_or("All", |word| word.as_str()));
        // What a selector leaves out it takes: "IncludeManagementEvents … By default, the value is true".
        if selector.include_management_events().unwrap_or(true) {
            management = management.and(parts);
        }
        data_resources.extend(selector.data_resources().iter().map(|resource| DataResource {
            resource_type: resource.r#type().unwrap_or_default().to_owned(),
            read_write: parts.word().to_owned(),
            values: resource.values().to_vec(),
            excluded_values: Vec::new(),
            filters: Vec::new(),
        }));
    }
    for selector in advanced {
        let parts = Parts::of_advanced(selector);
        match equals(selector, "eventCategory").as_slice() {
            ["Management"] => management = management.and(parts),
            ["Data"] => data_resources.extend(advanced_data_resources(selector, parts)),
            _ => {}
        }
    }
    EventSelectors {
        management_events: management != Parts::default(),
        management_read_write: management.word().to_owned(),
        data_resources,
    }
}

fn advanced_data_resources(selector: &AdvancedEventSelector, parts: Parts) -> impl Iterator<Item = DataResource> {
    let arn = field(selector, "resources.ARN");
    let values = arn.map_or_else(Vec::new, |arn| patterns(arn.equals(), arn.starts_with(), arn.ends_with()));
    let excluded = arn.map_or_else(Vec::new, |arn| patterns(arn.not_equals(), arn.not_starts_with(), arn.not_ends_with()));
    let filters = filters(selector);
    equals(selector, "resources.type").into_iter().map(move |resource_type| DataResource {
        resource_type: resource_type.to_owned(),
        read_write: parts.word().to_owned(),
        values: values.clone(),
        excluded_values: excluded.clone(),
        filters: filters.clone(),
    })
}

/// What a field is compared with: a star stands where any text may, so before an end and behind a beginning.
fn patterns(equals: &[String], starts: &[String], ends: &[String]) -> Vec<String> {
    let starts = starts.iter().map(|start| format!("{start}*"));
    let ends = ends.iter().map(|end| format!("*{end}"));
    equals.iter().cloned().chain(starts).chain(ends).collect()
}

/// The fields of which only some values are taken, but those that are told apart. Whom a selector merely leaves out does not count; events
/// that it leaves out do, for they may be the very ones that are asked for.
fn filters(selector: &AdvancedEventSelector) -> Vec<String> {
    let narrows = |field: &&AdvancedFieldSelector| match field.field() {
        "eventCategory" | "readOnly" | "resources.ARN" | "resources.type" => false,
        "eventName" => true,
        _ => !(field.equals().is_empty() && field.starts_with().is_empty() && field.ends_with().is_empty()),
    };
    selector.field_selectors().iter().filter(narrows).map(|field| field.field().to_owned()).collect()
}

fn field<'a>(selector: &'a AdvancedEventSelector, name: &str) -> Option<&'a AdvancedFieldSelector> {
    selector.field_selectors().iter().find(|field| field.field() == name)
}

/// Which of reading and writing events are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Parts {
    reads: bool,
    writes: bool,
}

impl Parts {
    fn named(word: &str) -> Self {
        Self { reads: word != "WriteOnly", writes: word != "ReadOnly" }
    }

    fn of_advanced(selector: &AdvancedEventSelector) -> Self {
        match equals(selector, "readOnly").as_slice() {
            ["true"] => Self { reads: true, writes: false },
            ["false"] => Self { reads: false, writes: true },
            _ => Self { reads: true, writes: true },
        }
    }

    fn and(self, other: Self) -> Self {
        Self { reads: self.reads || other.reads, writes: self.writes || other.writes }
    }

    fn word(self) -> &'static str {
        match (self.reads, self.writes) {
            (true, true) => "All",
            (true, false) => "ReadOnly",
            (false, true) => "WriteOnly",
            (false, false) => "None",
        }
    }
}

fn equals<'a>(selector: &'a AdvancedEventSelector, name: &str) -> Vec<&'a str> {
    field(selector, name).map_or_else(Vec::new, |field| field.equals().iter().map(String::as_str).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_sdk_cloudtrail::types::{DataResource as Basic, ReadWriteType};

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

    #[test]
    fn an_advanced_selector_of_single_events_or_without_some_takes_some_only_and_one_that_leaves_out_logs_does_not() {
        let objects = [("eventCategory", "Data"), ("resources.type", "AWS::S3::Object")];
        let filters = |selector| event_selectors(&[], &[selector]).data_resources[0].filters.clone();
        assert_eq!(filters(advanced(&[objects[0], objects[1], ("eventName", "DeleteObject")])), ["eventName"]);
        let with = |field: AdvancedFieldSelector| {
            let fields = advanced(&objects).field_selectors().iter().cloned().chain([field]).collect();
            AdvancedEventSelector::builder().set_field_selectors(Some(fields)).build().expect("complete")
        };
        let event = || AdvancedFieldSelector::builder().field("eventName");
        for narrowed in [event().not_equals("GetObject"), event().not_starts_with("Get"), event().not_ends_with("Object")] {
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
}
