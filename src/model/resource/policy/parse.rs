//! From a policy document's JSON text to its typed shape.
//!
//! Strict where a guess could turn a verdict: a document that AWS itself would not accept is an error, never half a document.

use std::collections::BTreeMap;

use super::json::Json;
use super::{PolicyDocument, Statement};

/// Why a policy document could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// It is not JSON, or a key of it comes twice.
    #[error("the policy document is not readable JSON: {0}")]
    Json(String),
    /// It is JSON, but no policy.
    #[error("the policy document is no policy: {0}")]
    Shape(String),
}

type Entries = Vec<(String, Json)>;
type ByKind = BTreeMap<String, Vec<String>>;

impl PolicyDocument {
    /// Reads a document as AWS returns it, once any URL encoding is taken off.
    ///
    /// Element names count in any case; a single statement, value or principal becomes a list of one; the keys of conditions are
    /// lower-cased; numbers and booleans become text.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let json = serde_json::from_str(text).map_err(|error| PolicyError::Json(error.to_string()))?;
        document(json).map_err(PolicyError::Shape)
    }
}

fn document(json: Json) -> Result<PolicyDocument, String> {
    let mut elements = Elements::of("the document", json)?;
    let statements = match elements.take("Statement")? {
        Some(Json::List(items)) => items,
        Some(single @ Json::Map(_)) => vec![single],
        Some(other) => return Err(format!("Statement is {}", other.kind())),
        None => return Err("it has no Statement".to_owned()),
    };
    let statements = statements.into_iter().enumerate().map(|(index, item)| statement(index + 1, item));
    Ok(PolicyDocument { statements: statements.collect::<Result<_, _>>()? })
}

fn statement(number: usize, json: Json) -> Result<Statement, String> {
    let place = format!("statement {number}");
    let mut elements = Elements::of(&place, json)?;
    let statement = Statement {
        id: elements.text("Sid")?.unwrap_or_default(),
        effect: effect(&mut elements)?,
        principals: elements.principals("Principal")?,
        not_principals: elements.principals("NotPrincipal")?,
        actions: elements.list("Action")?,
        not_actions: elements.list("NotAction")?,
        resources: elements.list("Resource")?,
        not_resources: elements.list("NotResource")?,
        conditions: elements.conditions()?,
    };
    elements.nothing_left()?;
    if statement.actions.is_some() == statement.not_actions.is_some() {
        return Err(format!("{place} needs Action or NotAction, not both"));
    }
    if statement.principals.is_some() && statement.not_principals.is_some() {
        return Err(format!("{place} has Principal and NotPrincipal"));
    }
    if statement.resources.is_some() && statement.not_resources.is_some() {
        return Err(format!("{place} has Resource and NotResource"));
    }
    Ok(statement)
}

fn effect(elements: &mut Elements) -> Result<String, String> {
    match elements.text("Effect")? {
        Some(effect) if effect == "Allow" || effect == "Deny" => Ok(effect),
        Some(other) => Err(format!("{} has the Effect {other:?}", elements.place)),
        None => Err(format!("{} has no Effect", elements.place)),
    }
}

/// The elements of a document or statement that have not been read yet.
struct Elements {
    place: String,
    entries: Entries,
}

impl Elements {
    fn of(place: &str, json: Json) -> Result<Self, String> {
        match json {
            Json::Map(entries) => Ok(Self { place: place.to_owned(), entries }),
            other => Err(format!("{place} is {}", other.kind())),
        }
    }

    fn take(&mut self, name: &str) -> Result<Option<Json>, String> {
        let Some(index) = self.entries.iter().position(|(key, _)| key.eq_ignore_ascii_case(name)) else { return Ok(None) };
        let (_, value) = self.entries.remove(index);
        if self.entries.iter().any(|(key, _)| key.eq_ignore_ascii_case(name)) {
            return Err(format!("{} has {name} twice", self.place));
        }
        Ok(Some(value))
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        self.take(name)?.map(|json| scalar(&self.place, name, json)).transpose()
    }

    fn list(&mut self, name: &str) -> Result<Option<Vec<String>>, String> {
        self.take(name)?.map(|json| scalars(&self.place, name, json)).transpose()
    }

    fn principals(&mut self, name: &str) -> Result<Option<ByKind>, String> {
        match self.take(name)? {
            None => Ok(None),
            Some(Json::Scalar(everyone)) if everyone == "*" => Ok(Some(BTreeMap::from([("AWS".to_owned(), vec![everyone])]))),
            Some(Json::Map(kinds)) => kinds
                .into_iter()
                .map(|(kind, json)| Ok((kind, scalars(&self.place, name, json)?)))
                .collect::<Result<_, _>>()
                .map(Some),
            Some(other) => Err(format!("{}: {name} is {} other than \"*\"", self.place, other.kind())),
        }
    }

    fn conditions(&mut self) -> Result<BTreeMap<String, ByKind>, String> {
        let Some(json) = self.take("Condition")? else { return Ok(BTreeMap::new()) };
        let operators = Self::of(&format!("{}: Condition", self.place), json)?;
        operators.entries.into_iter().map(|(operator, json)| Ok((operator, condition_keys(&operators.place, json)?))).collect()
    }

    fn nothing_left(&self) -> Result<(), String> {
        match self.entries.first() {
            None => Ok(()),
            Some((key, _)) => Err(format!("{} has the unknown element {key:?}", self.place)),
        }
    }
}

fn condition_keys(place: &str, json: Json) -> Result<ByKind, String> {
    let mut keys = BTreeMap::new();
    for (key, json) in Elements::of(place, json)?.entries {
        let key = key.to_ascii_lowercase();
        let values = scalars(place, &key, json)?;
        if keys.insert(key.clone(), values).is_some() {
            return Err(format!("{place} has {key:?} twice"));
        }
    }
    Ok(keys)
}

fn scalar(place: &str, name: &str, json: Json) -> Result<String, String> {
    match json {
        Json::Scalar(text) => Ok(text),
        other => Err(format!("{place}: {name} is {}", other.kind())),
    }
}

fn scalars(place: &str, name: &str, json: Json) -> Result<Vec<String>, String> {
    match json {
        Json::List(items) => items.into_iter().map(|item| scalar(place, name, item)).collect(),
        single => Ok(vec![scalar(place, name, single)?]),
    }
}

#[cfg(test)]
mod tests;
