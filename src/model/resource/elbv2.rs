//! Shapes of elbv2.

use super::ResourceType;

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[];
