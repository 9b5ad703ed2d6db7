//! What a check and its examples say of a resource, held against the resource type's schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::model::nearest::suggestion;
use crate::model::resource::ResourceType;
use crate::model::resource::shape::Shape;
use crate::model::{Gap, GapKind, Properties, Property};

/// Properties that every asset has besides those of its schema.
pub const OF_EVERY_ASSET: [&str; 5] = ["id", "arn", "name", "region", "tags"];

/// The properties of `given`, completed with an unknown for every property of the schema that it leaves out, at every depth.
///
/// # Errors
/// Each misfit, naming the property's path.
pub fn complete(resource_type: &ResourceType, given: &BTreeMap<String, Value>) -> Result<Properties, Vec<String>> {
    let shape = Shape::of(resource_type);
    let gap = not_given(resource_type.name);
    let mut problems = Vec::new();
    let mut properties = Properties::new();
    let mut rest = Map::new();
    for (key, value) in given {
        if OF_EVERY_ASSET.contains(&key.as_str()) && shape.root()["properties"].get(key).is_none() {
            if value.is_string() {
                properties.insert(key.as_str(), Property::from(value.clone()));
            } else {
                problems.push(format!("{key} must be text"));
            }
        } else {
            rest.insert(key.clone(), value.clone());
        }
    }
    match shape.evidence(&rest, "resource", &|_| gap.clone()) {
        Ok(evidence) => properties.extend(evidence),
        Err(misfits) => problems.extend(misfits.iter().map(ToString::to_string)),
    }
    for key in OF_EVERY_ASSET.into_iter().filter(|key| *key != "tags") {
        properties.insert_absent(key, || Property::unknown(gap.clone()));
    }
    if problems.is_empty() { Ok(properties) } else { Err(problems) }
}

/// Whether the schema has a property at the end of `chain` (the root's name left out). Chains that go on behind a list or a free map
/// are not followed.
///
/// # Errors
/// The first field that the schema does not know.
pub fn follow(resource_type: &ResourceType, chain: &[String]) -> Result<(), String> {
    let shape = Shape::of(resource_type);
    let mut schema = shape.root();
    for (depth, field) in chain.iter().enumerate() {
        if depth == 0 && OF_EVERY_ASSET.contains(&field.as_str()) && schema["properties"].get(field).is_none() {
            return Ok(());
        }
        let Some(properties) = shape.fields(schema) else { return Ok(()) };
        let Some(next) = properties.get(field) else {
            let known = properties.keys().map(String::as_str);
            let hint = suggestion(field, known, &format!("`scan checks schema {}` shows what there is", resource_type.name));
            return Err(format!("{} has no property `{}`{hint}", resource_type.name, chain[..=depth].join(".")));
        };
        schema = next;
    }
    Ok(())
}

fn not_given(resource_type: &str) -> Gap {
    Gap {
        kind: GapKind::NotCollected,
        action: resource_type.to_owned(),
        region: "the example".to_owned(),
        detail: "the example does not give it".to_owned(),
    }
}
