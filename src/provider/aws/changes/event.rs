//! One event of CloudTrail's history, and what it may have changed.

use std::collections::BTreeSet;

use aws_sdk_cloudtrail::types::Event;
use serde_json::Value;

use crate::model::resource::{AWS, Renewal};
use crate::provider::Change;

/// Calls that CloudTrail counts among the writing ones and that change nothing which a facet holds: images come and go in repositories,
/// nodes in their groups.
const HARMLESS: &[(&str, &[&str])] = &[
    (
        "ecr.amazonaws.com",
        &[
            "BatchDeleteImage",
            "CompleteLayerUpload",
            "InitiateLayerUpload",
            "PolicyExecutionEvent",
            "PutImage",
            "StartImageScan",
            "UploadLayerPart",
        ],
    ),
    ("autoscaling.amazonaws.com", &["CompleteLifecycleAction", "RecordLifecycleActionHeartbeat"]),
];

/// Error codes of calls that nobody was allowed to make.
const DENIED: &[&str] = &["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "UnauthorizedOperation"];

/// An event that does not say which service was called.
#[derive(Debug)]
pub(super) struct Nameless;

/// The change that an event tells of; `None` where it changed nothing that a facet holds.
pub(super) fn change(event: Event) -> Result<Option<Change>, Nameless> {
    // Without the record itself nothing is known but the service, and with it everything of the service may have changed.
    let record: Value = event.cloud_trail_event.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let text = |key: &str| record[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let source = text("eventSource").or(event.event_source).filter(|source| !source.is_empty()).ok_or(Nameless)?;
    let name = text("eventName").or(event.event_name).unwrap_or_default();
    let denied = text("errorCode").is_some_and(|code| DENIED.contains(&code.as_str()));
    if denied || !is_told_of(&source) || is_harmless(&source, &name) {
        return Ok(None);
    }
    let mut mentions = BTreeSet::new();
    for part in ["requestParameters", "responseElements", "resources"] {
        collect(&record[part], &mut mentions);
    }
    mentions.extend(event.resources.unwrap_or_default().into_iter().filter_map(|resource| resource.resource_name));
    let parameters = record["requestParameters"].as_object();
    let parameters = parameters.into_iter().flatten().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    Ok(Some(Change { source, parameters: parameters.collect(), mentions }))
}

/// Whether any facet's log listens to the service.
fn is_told_of(source: &str) -> bool {
    AWS.iter().flat_map(|resource_type| resource_type.facets).any(|facet| match facet.renewal {
        Renewal::OnChange(log) => log.sources.contains(&source),
        Renewal::EveryScan => false,
    })
}

fn is_harmless(source: &str, name: &str) -> bool {
    HARMLESS.iter().any(|(harmless, names)| *harmless == source && names.contains(&name))
}

/// Every text in `value`, at any depth.
fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(entries) => entries.values().for_each(|item| collect(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
