//! Shapes of accessanalyzer.

use super::ResourceType;

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[];
