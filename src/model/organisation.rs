//! The accounts of an organisation, as it lists them.

/// An account of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberAccount {
    /// Its number.
    pub id: String,
    /// What the organisation calls it; may be empty.
    pub name: String,
    /// Why it cannot be scanned, in a word such as `suspended`; `None` for one that is active.
    pub inactive: Option<String>,
}
