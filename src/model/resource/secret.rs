//! The shape in which evidence tells of secrets: where they stand and what they look like, never what they are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place of a text that looks like a secret in the clear.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecretTrace {
    /// What it looks like: `AWS access key`, `password`.
    pub kind: String,
    /// The text's line, counted from 1.
    pub line: i64,
}
