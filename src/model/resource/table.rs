//! The words in which services describe their resource types, each in the table beside its shapes.

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::{ChangeLog, Facet, Nature, Renewal, ResourceType, Scope, Sweep};

/// The schema of a shape.
pub(super) fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

/// A facet that is read in every scan.
pub(super) const fn facet(name: &'static str, actions: &'static [&'static str]) -> Facet {
    Facet { name, actions, renewal: Renewal::EveryScan }
}

/// A facet that changes only through calls that CloudTrail's event history tells.
pub(super) const fn logged(name: &'static str, actions: &'static [&'static str], log: &'static ChangeLog) -> Facet {
    Facet { renewal: Renewal::OnChange(log), ..facet(name, actions) }
}

/// A type that every scan lists in each region.
pub(super) const fn regional(
    name: &'static str,
    plural: &'static str,
    list_actions: &'static [&'static str],
    schema: fn() -> Value,
) -> ResourceType {
    ResourceType {
        name,
        plural,
        scope: Scope::Regional,
        sweep: Sweep::Region,
        nature: Nature::Inventory,
        list_actions,
        facets: &[],
        schema,
    }
}

/// A type that every scan lists once.
pub(super) const fn global(
    name: &'static str,
    plural: &'static str,
    list_actions: &'static [&'static str],
    schema: fn() -> Value,
) -> ResourceType {
    ResourceType { scope: Scope::Global, ..regional(name, plural, list_actions, schema) }
}

/// The same as `resource_type`, listed only where a selected check looks at it.
pub(super) const fn on_demand(resource_type: ResourceType) -> ResourceType {
    ResourceType { nature: Nature::OnDemand, ..resource_type }
}

/// The same as `resource_type`, a setting of the account or of a region.
pub(super) const fn setting(resource_type: ResourceType) -> ResourceType {
    ResourceType { nature: Nature::Setting, ..resource_type }
}
