//! What every attempt on the wire passes.

use crate::model::GapKind;

/// Why the gate stopped sending.
#[derive(Debug, thiserror::Error)]
#[error("{detail}")]
pub struct GaveUp {
    /// What that means for the evidence.
    pub kind: GapKind,
    /// In words.
    pub detail: String,
}
