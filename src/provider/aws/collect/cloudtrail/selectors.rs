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
    let mut some_management = management != Parts::default();
    for selector in advanced {
        match equals(selector, "eventCategory").as_slice() {
            ["Management"] => {
                some_management = true;
                management = management.and(Parts::whole(selector));
            }
            ["Data"] => data_resources.extend(advanced_data_resources(selector)),
            _ => {}
        }
    }
    EventSelectors { management_events: some_management, management_read_write: management.word().to_owned(), data_resources }
}

/// What an advanced selector takes of its types: the kinds of events that it takes whole, and apart from them those of which it takes some.
fn advanced_data_resources(selector: &AdvancedEventSelector) -> Vec<DataResource> {
    let arn = field(selector, "resources.ARN");
    let values = arn.map_or_else(Vec::new, |arn| patterns(arn.equals(), arn.starts_with(), arn.ends_with()));
    let excluded = arn.map_or_else(Vec::new, |arn| patterns(arn.not_equals(), arn.not_starts_with(), arn.not_ends_with()));
    let whole = Parts::whole(selector);
    let kinds = [(whole, Vec::new()), (Parts::of_advanced(selector).without(whole), filters(selector))];
    let mut resources = Vec::new();
    for resource_type in equals(selector, "resources.type") {
        let taken = kinds.iter().filter(|(parts, _)| *parts != Parts::default());
        resources.extend(taken.map(|(parts, filters)| DataResource {
            resource_type: resource_type.to_owned(),
            read_write: parts.word().to_owned(),
            values: values.clone(),
            excluded_values: excluded.clone(),
            filters: filters.clone(),
        }));
    }
    resources
}

/// What a field is compared with: a star stands where any text may, so before an end and behind a beginning.
fn patterns(equals: &[String], starts: &[String], ends: &[String]) -> Vec<String> {
    let starts = starts.iter().map(|start| format!("{start}*"));
    let ends = ends.iter().map(|end| format!("*{end}"));
    equals.iter().cloned().chain(starts).chain(ends).collect()
}

/// The fields of which only some values are taken or some are left out, but those that are told apart: what is left out may be the very
/// thing that is asked for.
fn filters(selector: &AdvancedEventSelector) -> Vec<String> {
    let is_data = equals(selector, "eventCategory") == ["Data"];
    let narrows = |field: &&AdvancedFieldSelector| match field.field() {
        "eventCategory" | "readOnly" => false,
        "resources.ARN" | "resources.type" => !is_data,
        "eventSource" => is_data || !leaves_out_the_frequent(field),
        _ => true,
    };
    selector.field_selectors().iter().filter(narrows).map(|field| field.field().to_owned()).collect()
}

/// Sources that a trail may leave out for their many events and take all management events nevertheless: "Logging management events" in
/// the AWS CloudTrail User Guide.
const FREQUENT_SOURCES: [&str; 2] = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

fn leaves_out_the_frequent(source: &AdvancedFieldSelector) -> bool {
    let others = [source.equals(), source.starts_with(), source.ends_with(), source.not_starts_with(), source.not_ends_with()];
    others.iter().all(|values| values.is_empty())
        && source.not_equals().iter().all(|name| FREQUENT_SOURCES.contains(&name.as_str()))
}

fn field<'a>(selector: &'a AdvancedEventSelector, name: &str) -> Option<&'a AdvancedFieldSelector> {
    selector.field_selectors().iter().find(|field| field.field() == name)
}

/// The kinds of events that the field `eventName` of a selector leaves out some of; both where it names those that it takes, or where
/// nobody can tell reading from writing by a name.
fn left_out(selector: &AdvancedEventSelector, event_names: &AdvancedFieldSelector) -> Parts {
    if equals(selector, "resources.type") != [OBJECTS] {
        return Parts::named("All");
    }
    if !patterns(event_names.equals(), event_names.starts_with(), event_names.ends_with()).is_empty() {
        return Parts::named("All");
    }
    let beginnings = event_names.not_equals().iter().chain(event_names.not_starts_with());
    let known = beginnings.map(|beginning| Parts::of_event(beginning));
    // The end of a name does not tell its kind.
    let unknown = event_names.not_ends_with().iter().map(|_| Parts::named("All"));
    known.chain(unknown).fold(Parts::default(), Parts::and)
}

/// The type of the resources whose events have the names below.
const OBJECTS: &str = "AWS::S3::Object";
/// Verbs with which the names of reading and of writing events of objects begin: "Amazon S3 CloudTrail events" in the Amazon S3 User Guide.
const READING: [&str; 4] = ["Describe", "Get", "Head", "List"];
const WRITING: [&str; 7] = ["Abort", "Complete", "Copy", "Delete", "Put", "Restore", "Upload"];

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

    /// The kinds of events of which an advanced selector leaves out none.
    fn whole(selector: &AdvancedEventSelector) -> Self {
        let parts = Self::of_advanced(selector);
        match filters(selector).as_slice() {
            [] => parts,
            [only] if only == "eventName" => {
                field(selector, "eventName").map_or(parts, |names| parts.without(left_out(selector, names)))
            }
            _ => Self::default(),
        }
    }

    /// The kind of the events whose names are `name` or begin so; both where that does not tell it.
    fn of_event(name: &str) -> Self {
        let begins = |verbs: &[&str]| {
            let rest = verbs.iter().find_map(|verb| name.strip_prefix(verb));
            rest.is_some_and(|rest| !rest.starts_with(char::is_lowercase))
        };
        Self::named(match (begins(&READING), begins(&WRITING)) {
            (true, _) => "ReadOnly",
            (_, true) => "WriteOnly",
            _ => "All",
        })
    }

    const fn without(self, other: Self) -> Self {
        Self { reads: self.reads && !other.reads, writes: self.writes && !other.writes }
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
mod tests;
