//! Evidence written by hand, held against a resource type's JSON schema: what does not fit is refused, what is not given is unknown.
//!
//! It understands the part of JSON Schema that the typed shapes beside it give: types, references, nullable references, lists, maps and
//! closed objects.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::ResourceType;
use crate::model::nearest::suggestion;
use crate::model::{Gap, Properties, Property};

/// What does not fit, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The path of the property: `resource.encryption.rules[0].algorithm`.
    pub path: String,
    /// What is wrong with it and what would be right.
    pub problem: String,
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.path, self.problem)
    }
}

/// The schema of a resource type, made once for many assets.
#[derive(Debug, Clone)]
pub struct Shape {
    resource_type: &'static str,
    root: Value,
}

impl Shape {
    /// The shape of a resource type.
    #[must_use]
    pub fn of(resource_type: &ResourceType) -> Self {
        Self { resource_type: resource_type.name, root: (resource_type.schema)() }
    }

    /// The schema as a whole.
    #[must_use]
    pub const fn root(&self) -> &Value {
        &self.root
    }

    /// The properties of the object that `schema`, a part of this shape, describes, where it describes one with fixed properties.
    #[must_use]
    pub fn fields<'s>(&'s self, schema: &'s Value) -> Option<&'s Map<String, Value>> {
        self.branches(schema).into_iter().find_map(|branch| branch.get("properties").and_then(Value::as_object))
    }

    /// `given` as evidence, completed with an unknown for every property that it leaves out, at every depth. `gap_of` says why, by the
    /// name of the outermost property; paths begin with `root`.
    ///
    /// # Errors
    /// Every misfit.
    pub fn evidence(
        &self,
        given: &Map<String, Value>,
        root: &str,
        gap_of: &dyn Fn(&str) -> Gap,
    ) -> Result<Properties, Vec<Misfit>> {
        let mut misfits = Vec::new();
        let evidence = self.entries(&self.root, given, root, &|key| Arc::new(gap_of(key)), &mut misfits);
        if misfits.is_empty() { Ok(evidence) } else { Err(misfits) }
    }

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

    fn entries(
        &self,
        branch: &Value,
        given: &Map<String, Value>,
        path: &str,
        gap_of: &dyn Fn(&str) -> Arc<Gap>,
        misfits: &mut Vec<Misfit>,
    ) -> Properties {
        let none = Map::new();
        let known = branch.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let free = branch.get("additionalProperties").filter(|schema| schema.is_object());
        let mut evidence = Properties::new();
        for (key, value) in given {
            let path = format!("{path}.{key}");
            if let Some(schema) = known.get(key).or(free) {
                evidence.insert(key.as_str(), self.property(schema, value, &path, &|| gap_of(key), misfits));
            } else {
                let otherwise = format!("`scan checks schema {}` shows what there is", self.resource_type);
                let hint = suggestion(key, known.keys().map(String::as_str), &otherwise);
                misfits.push(Misfit { path, problem: format!("does not exist{hint}") });
            }
        }
        for key in known.keys() {
            evidence.insert_absent(key.as_str(), || Property::Unknown(gap_of(key)));
        }
        evidence
    }

    fn property(
        &self,
        schema: &Value,
        value: &Value,
        path: &str,
        gap: &dyn Fn() -> Arc<Gap>,
        misfits: &mut Vec<Misfit>,
    ) -> Property {
        let branches = self.branches(schema);
        let Some(branch) = branches.iter().find(|branch| accepts(branch, value)) else {
            let wanted: Vec<String> = branches.iter().map(|branch| kind_of(branch)).collect();
            let problem = format!("must be {}, not {}", wanted.join(" or "), in_words(type_of(value)));
            misfits.push(Misfit { path: path.to_owned(), problem });
            return Property::Null;
        };
        match value {
            Value::Object(given) => Property::Map(self.entries(branch, given, path, &|_| gap(), misfits)),
            Value::Array(items) => {
                let any = Value::Bool(true);
                let of_items = branch.get("items").unwrap_or(&any);
                let property =
                    |(index, item): (usize, &Value)| self.property(of_items, item, &format!("{path}[{index}]"), gap, misfits);
                Property::List(items.iter().enumerate().map(property).collect())
            }
            Value::String(text) => {
                misfits.extend(no_point_in_time(text, path));
                Property::Text(text.clone())
            }
            scalar => Property::from(scalar.clone()),
        }
    }
}

/// What is wrong with text whose property's name promises a point in time.
fn no_point_in_time(text: &str, path: &str) -> Option<Misfit> {
    let promised = path.ends_with("_at") && text.parse::<Timestamp>().is_err();
    let problem = || format!("must be a point in time such as 2026-01-15T09:30:00Z, not `{text}`");
    promised.then(|| Misfit { path: path.to_owned(), problem: problem() })
}

fn types_of(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The schema's word for what a value is.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn accepts(schema: &Value, value: &Value) -> bool {
    let types = types_of(schema);
    let kind = type_of(value);
    types.is_empty() || types.contains(&kind) || (kind == "integer" && types.contains(&"number"))
}

fn kind_of(schema: &Value) -> String {
    let types = types_of(schema);
    let words: Vec<&str> = types.into_iter().map(in_words).collect();
    if words.is_empty() { "anything".to_owned() } else { words.join(" or ") }
}

fn in_words(schema_type: &str) -> &str {
    match schema_type {
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "text",
        "array" => "a list",
        "object" => "an object",
        other => other,
    }
}

#[cfg(test)]
mod tests;
