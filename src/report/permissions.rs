//! The permissions that a scan needs: as policies to attach, as a table for people, and for programs.

mod cloudformation;
pub mod json;
mod table;
mod terraform;

use serde_json::{Map, Value};

use crate::model::permissions::managed_policy::ManagedPolicy;

pub use super::layout::TableStyle;
pub use cloudformation::cloudformation;
pub(in crate::report) use table::in_words;
pub use table::{difference, render};
pub use terraform::terraform;

/// What the permissions are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The names of the profiles and frameworks, joined with `+`; empty where checks were named one by one.
    pub profile: String,
    /// How many checks.
    pub checks: u64,
}

impl Subject {
    /// `mvp15 (15 checks)`, `3 checks`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let checks = super::layout::words::count(self.checks, "check", "checks");
        if self.profile.is_empty() { checks } else { format!("{} ({checks})", self.profile) }
    }
}

/// One policy as IAM takes it; several as an object of documents by name.
#[must_use]
pub fn policy_json(policies: &[ManagedPolicy]) -> String {
    let value = match policies {
        [only] => only.document(),
        several => {
            let documents: Map<String, Value> = several.iter().map(|policy| (policy.name.clone(), policy.document())).collect();
            Value::Object(documents)
        }
    };
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

/// What stands at the policies, for whoever finds them in an account one day. It never changes: with another description, CloudFormation
/// and Terraform make another policy ("AWS::IAM::ManagedPolicy" in the CloudFormation template reference: Update requires replacement).
const DESCRIPTION: &str = "Read-only access for posture-scan";

/// What the policies are of, as a line of a comment.
fn comment(subject: &Subject) -> String {
    let plain = |character: char| if character.is_ascii_alphanumeric() || " .+-_()".contains(character) { character } else { '_' };
    let words: String = subject.in_words().chars().map(plain).collect();
    format!("# What a scan calls: {words}")
}
