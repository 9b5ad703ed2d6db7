//! The policies that close a gap, named after what they hold.

use crate::model::Preflight;
use crate::model::permissions::managed_policy::{ADDITION, ManagedPolicy, managed_policies};

/// The policies with all that a grant makes available. Another gap has policies of other names: who takes them all keeps what the earlier
/// ones allow.
pub(super) fn policies(preflight: &Preflight) -> Vec<ManagedPolicy> {
    let actions = preflight.grantable();
    let named = |policy: ManagedPolicy| ManagedPolicy { name: format!("{ADDITION}-{:08x}", hash(&policy.actions)), ..policy };
    managed_policies(ADDITION, &actions).into_iter().map(named).collect()
}

/// FNV-1a of 32 bits: the same on every machine and in every version.
fn hash(actions: &[&str]) -> u32 {
    let bytes = actions.iter().flat_map(|action| action.bytes().chain([b' ']));
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn another_gap_has_another_name() {
        assert_eq!(hash(&[]), 0x811c_9dc5);
        assert_ne!(hash(&["a:B", "a:C"]), hash(&["a:B"]));
        assert_ne!(hash(&["a:B", "a:C"]), hash(&["a:Ba:C"]));
    }
}
