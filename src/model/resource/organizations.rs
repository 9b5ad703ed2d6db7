//! Shapes of AWS Organizations: facets of the account that is part of one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::PolicyDocument;

/// An organisation as one of its accounts sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// `o-…`.
    pub id: String,
    /// The account that manages it.
    pub management_account_id: String,
    /// Whether that is the scanned account.
    pub is_management_account: bool,
}

/// An account that manages services for the whole organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DelegatedAdministrator {
    /// The account's id.
    pub account_id: String,
}

/// A policy that bounds what the organisation's accounts may do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceControlPolicy {
    /// `p-…`.
    pub id: String,
    /// The policy's name.
    pub name: String,
    /// What it says; unknown where the document could not be read.
    pub document: Option<PolicyDocument>,
}

/// A policy that says how resources are tagged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TagPolicy {
    /// `p-…`.
    pub id: String,
    /// The policy's name.
    pub name: String,
    /// How many roots, units and accounts it is attached to.
    pub targets: i64,
}

/// A policy on the use of the organisation's content by AI services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AiOptOutPolicy {
    /// `p-…`.
    pub id: String,
    /// The policy's name.
    pub name: String,
    /// Whether its default for all services is to opt out.
    pub opts_out_by_default: bool,
    /// Whether no child policy may change that default.
    pub is_final: bool,
}
