//! Shapes of autoscaling.

use super::ResourceType;

/// The resource types.
pub(super) const TYPES: &[ResourceType] = &[];
