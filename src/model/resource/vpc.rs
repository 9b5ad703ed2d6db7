//! Shapes of vpc.

use super::ResourceType;

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[];
