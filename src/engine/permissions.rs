//! The permissions that a scan needs: those of the calls that its plan makes, and of no others.

use std::sync::Arc;

use super::assignment::{Assignment, Listing};
use super::plan::{Inventory, plan};
use super::prepare::inventory_of;
use crate::checks::Check;
use crate::checks::selection::Selection;
use crate::model::regions::{PARTITIONS, Partition};
use crate::model::resource::{CHANGE_ACTIONS, Facet, Nature, ResourceType, SCAN_ACTIONS};
use crate::model::{Permissions, Purpose, ScanType};

/// Any region: the same is asked of each, and what is asked once belongs to the first.
const ANY: &str = "any";

/// What a scan of the selection may call of a provider with these resource types, in the commercial partition. Regions make no
/// difference.
#[must_use]
pub fn permissions(types: &'static [ResourceType], selection: &Selection, scan_type: ScanType) -> Permissions {
    needed(types, &selection.checks, &selection.profile, scan_type, &PARTITIONS[0])
}

/// The same for the checks of a profile, in a partition; it has no name where checks were named one by one.
pub(super) fn needed(
    types: &'static [ResourceType],
    checks: &[Arc<Check>],
    profile: &str,
    scan_type: ScanType,
    partition: &'static Partition,
) -> Permissions {
    let mut permissions = Permissions::default();
    permissions.add_purpose(SCAN_ACTIONS, Purpose::Regions);
    if scan_type == ScanType::Incremental {
        permissions.add_purpose(CHANGE_ACTIONS, Purpose::Changes);
    }
    let inventory = inventory_of(profile);
    for planned in plan(types, checks, &[ANY.to_owned()], ANY, inventory, partition) {
        for assignment in &planned.assignments {
            add(&mut permissions, assignment, inventory);
        }
    }
    permissions
}

fn add(permissions: &mut Permissions, assignment: &Assignment, inventory: Inventory) {
    let listing = assignment.resource_type.list_actions;
    permissions.add_checks(listing, &assignment.dependants);
    let is_listed_anyway = inventory == Inventory::Whole && assignment.resource_type.nature == Nature::Inventory;
    if is_listed_anyway && assignment.listing == Listing::Reported {
        permissions.add_purpose(listing, Purpose::Inventory);
    }
    for check in &assignment.checks {
        let facets: Vec<&'static Facet> = check.facets().into_iter().chain(check.account_facets()).collect();
        for facet in facets {
            permissions.add_checks(facet.actions, &[&check.metadata.id]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Library;
    use crate::checks::selection::{Names, select};
    use crate::model::resource::AWS;

    fn needed(profiles: &[&str], checks: &[&str], scan_type: ScanType) -> Permissions {
        let library = Library::load(&[]).unwrap();
        let [profiles, checks] = [profiles, checks].map(|names| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        let names = Names { profiles: &profiles, frameworks: &[], checks: &checks };
        permissions(&AWS, &select(&library, names).unwrap(), scan_type)
    }

    #[test]
    fn a_single_check_needs_its_own_calls_only() {
        let permissions = needed(&[], &["aws-s3-bucket-is-encrypted-by-default"], ScanType::Quick);
        let expected = ["ec2:DescribeRegions", "s3:GetBucketLocation", "s3:GetEncryptionConfiguration", "s3:ListAllMyBuckets"];
        assert_eq!(permissions.actions(), expected);
        let need = permissions.need("s3:GetEncryptionConfiguration").unwrap();
        assert_eq!((need.checks.len(), need.purposes.len()), (1, 0));
    }

    #[test]
    fn a_profile_comes_with_the_inventory_and_with_no_facet_that_it_does_not_look_at() {
        let permissions = needed(&["mvp15"], &[], ScanType::Standard);
        let need = permissions.need("ec2:DescribeVolumes").unwrap();
        assert!(need.purposes.contains(&Purpose::Inventory) && need.checks.is_empty(), "{need:?}");
        assert_eq!(permissions.need("s3:GetBucketVersioning"), None);
        assert_eq!(permissions.need("cloudtrail:LookupEvents"), None);
    }

    #[test]
    fn what_a_check_declares_is_what_it_is_named_for() {
        let permissions = needed(&["everything"], &[], ScanType::Incremental);
        for check in Library::load(&[]).unwrap().checks() {
            let id = &check.metadata.id;
            let named = permissions.iter().filter(|(_, need)| need.checks.contains(id)).map(|(action, _)| action);
            assert_eq!(named.collect::<Vec<_>>(), check.actions(), "{id}");
        }
        assert!(permissions.need("cloudtrail:LookupEvents").unwrap().purposes.contains(&Purpose::Changes));
    }
}
