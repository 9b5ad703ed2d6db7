//! A policy document as JSON gives it, with the places where AWS takes one value or several made lists.

mod json;
mod parse;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use parse::PolicyError;

/// A resource or identity policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyDocument {
    /// The statements, in the document's order.
    pub statements: Vec<Statement>,
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The statement's own id, `Sid`; may be empty.
    pub id: String,
    /// `Allow` or `Deny`.
    pub effect: String,
    /// Who, by kind (`AWS`, `Service`, `Federated`, `CanonicalUser`); a bare `"*"` is kind `AWS`, value `*`. `null` in identity policies.
    pub principals: Option<BTreeMap<String, Vec<String>>>,
    /// Everyone but these, by kind; `null` where the statement has no `NotPrincipal`.
    pub not_principals: Option<BTreeMap<String, Vec<String>>>,
    /// The actions, wildcards as written; `null` where the statement has `NotAction`.
    pub actions: Option<Vec<String>>,
    /// Every action but these.
    pub not_actions: Option<Vec<String>>,
    /// The resources, wildcards as written; `null` where the statement has `NotResource` or neither.
    pub resources: Option<Vec<String>>,
    /// Every resource but these.
    pub not_resources: Option<Vec<String>>,
    /// Conditions: operator, then key in lower case, then values.
    pub conditions: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}
