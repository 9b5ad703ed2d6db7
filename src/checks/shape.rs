//! Evidence written by hand, held against a resource type's JSON schema: what does not fit is refused, what is not given is unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::nearest::suggestion;
use crate::model::resource::ResourceType;
use crate::model::{Gap, GapKind, Property};

/// Properties that every asset has besides those of its schema.
pub const OF_EVERY_ASSET: [&str; 5] = ["id", "arn", "name", "region", "tags"];

/// The properties of `given`, completed with an unknown for every property of the schema that it leaves out, at every depth.
///
/// # Errors
/// Each misfit, naming the property's path.
pub fn complete(resource_type: &ResourceType, given: &BTreeMap<String, Value>) -> Result<BTreeMap<String, Property>, Vec<String>> {
    let schema = (resource_type.schema)();
    let walker = Walker { root: &schema, gap: not_given(resource_type.name) };
    let mut problems = Vec::new();
    let mut properties = BTreeMap::new();
    let mut rest = serde_json::Map::new();
    for (key, value) in given {
        if OF_EVERY_ASSET.contains(&key.as_str()) && schema["properties"].get(key).is_none() {
            if value.is_string() {
                properties.insert(key.clone(), Property::from(value.clone()));
            } else {
                problems.push(format!("{key} must be text"));
            }
        } else {
            rest.insert(key.clone(), value.clone());
        }
    }
    if let Property::Map(map) = walker.walk(&schema, &Value::Object(rest), "resource", &mut problems) {
        properties.extend(map);
    }
    for key in OF_EVERY_ASSET.into_iter().filter(|key| *key != "tags") {
        properties.entry(key.to_owned()).or_insert_with(|| Property::Unknown(Arc::clone(&walker.gap)));
    }
    if problems.is_empty() { Ok(properties) } else { Err(problems) }
}

/// Whether the schema has a property at the end of `chain` (the root's name left out). Chains that go on behind a list or a free map
/// are not followed.
///
/// # Errors
/// The first field that the schema does not know.
pub fn follow(resource_type: &ResourceType, chain: &[String]) -> Result<(), String> {
    let root = (resource_type.schema)();
    let walker = Walker { root: &root, gap: not_given(resource_type.name) };
    let mut schema = root.clone();
    for (depth, field) in chain.iter().enumerate() {
        if depth == 0 && OF_EVERY_ASSET.contains(&field.as_str()) && schema["properties"].get(field).is_none() {
            return Ok(());
        }
        let Some(properties) = walker.object(&schema) else { return Ok(()) };
        let Some(next) = properties.get(field) else {
            let known = properties.keys().map(String::as_str);
            let hint = suggestion(field, known, &format!("`scan checks schema {}` shows what there is", resource_type.name));
            return Err(format!("{} has no property `{}`{hint}", resource_type.name, chain[..=depth].join(".")));
        };
        schema = next.clone();
    }
    Ok(())
}

fn not_given(resource_type: &str) -> Arc<Gap> {
    Arc::new(Gap {
        kind: GapKind::NotCollected,
        action: resource_type.to_owned(),
        region: "the example".to_owned(),
        detail: "the example does not give it".to_owned(),
    })
}

struct Walker<'a> {
    root: &'a Value,
    gap: Arc<Gap>,
}

impl Walker<'_> {
    /// `schema` with its reference followed.
    fn resolve<'s>(&'s self, schema: &'s Value) -> &'s Value {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => reference.strip_prefix('#').and_then(|path| self.root.pointer(path)).unwrap_or(schema),
            None => schema,
        }
    }

    /// The branches that a value may take: `anyOf` for what may be null, else the schema itself.
    fn branches<'s>(&'s self, schema: &'s Value) -> Vec<&'s Value> {
        let schema = self.resolve(schema);
        match schema.get("anyOf").and_then(Value::as_array) {
            Some(branches) => branches.iter().map(|branch| self.resolve(branch)).collect(),
            None => vec![schema],
        }
    }

    /// The properties of the object that `schema` describes, where it describes one with fixed properties.
    fn object<'s>(&'s self, schema: &'s Value) -> Option<&'s serde_json::Map<String, Value>> {
        self.branches(schema).into_iter().find_map(|branch| branch.get("properties").and_then(Value::as_object))
    }

    fn walk(&self, schema: &Value, value: &Value, path: &str, problems: &mut Vec<String>) -> Property {
        let branches = self.branches(schema);
        let Some(branch) = branches.iter().find(|branch| accepts(branch, value)) else {
            let wanted: Vec<String> = branches.iter().map(|branch| kind_of(branch)).collect();
            problems.push(format!("{path} must be {}, not {}", wanted.join(" or "), kind_of_value(value)));
            return Property::Null;
        };
        match value {
            Value::Object(entries) => self.walk_object(branch, entries, path, problems),
            Value::Array(items) => {
                let any = Value::Bool(true);
                let of_items = branch.get("items").unwrap_or(&any);
                let walk = |(index, item): (usize, &Value)| self.walk(of_items, item, &format!("{path}[{index}]"), problems);
                Property::List(items.iter().enumerate().map(walk).collect())
            }
            scalar => Property::from(scalar.clone()),
        }
    }

    fn walk_object(
        &self,
        branch: &Value,
        entries: &serde_json::Map<String, Value>,
        path: &str,
        problems: &mut Vec<String>,
    ) -> Property {
        let none = serde_json::Map::new();
        let known = branch.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let mut map = BTreeMap::new();
        for (key, value) in entries {
            let path = format!("{path}.{key}");
            let free = branch.get("additionalProperties").filter(|schema| schema.is_object());
            if let Some(schema) = known.get(key).or(free) {
                map.insert(key.clone(), self.walk(schema, value, &path, problems));
            } else {
                let hint = suggestion(key, known.keys().map(String::as_str), "`scan checks schema` shows what there is");
                problems.push(format!("{path} does not exist{hint}"));
            }
        }
        for key in known.keys() {
            map.entry(key.clone()).or_insert_with(|| Property::Unknown(Arc::clone(&self.gap)));
        }
        Property::Map(map)
    }
}

fn types_of(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn accepts(schema: &Value, value: &Value) -> bool {
    let types = types_of(schema);
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    types.is_empty() || types.contains(&kind) || (kind == "integer" && types.contains(&"number"))
}

fn kind_of(schema: &Value) -> String {
    let types = types_of(schema);
    if types.is_empty() { "anything".to_owned() } else { types.join(" or ") }
}

const fn kind_of_value(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
