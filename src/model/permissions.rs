//! The API actions that a scan needs, each with what it is for.

pub mod aws_managed;
pub mod managed_policy;

use std::collections::{BTreeMap, BTreeSet};

/// Actions that stand for many things, and the resources on which a scan calls them ("Actions, resources, and condition keys for Amazon
/// API Gateway Management V2": the paths of both kinds of API).
const READ_OF: &[(&str, &[&str])] = &[(
    "apigateway:GET",
    &[
        "arn:aws:apigateway:*::/apis",
        "arn:aws:apigateway:*::/apis/*/stages",
        "arn:aws:apigateway:*::/restapis",
        "arn:aws:apigateway:*::/restapis/*/stages",
    ],
)];

/// The resources on which a scan calls an action, in the commercial partition and in any region; `None` for the most of them, which it
/// may call on any.
#[must_use]
pub fn resources_of(action: &str) -> Option<&'static [&'static str]> {
    READ_OF.iter().find(|(limited, _)| *limited == action).map(|(_, resources)| *resources)
}

/// What a preflight calls beyond what a scan does: the simulation of the caller's policies, and where a role is in IAM's tree of paths.
pub const PREFLIGHT_ACTIONS: &[&str] = &["iam:GetRole", "iam:SimulatePrincipalPolicy"];

/// What an action is for besides checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To learn which regions the account has, before anything is read.
    Regions,
    /// To list what the inventory has in any case.
    Inventory,
    /// To learn what has changed since an earlier scan.
    Changes,
    /// To learn before a scan what the caller may do.
    Preflight,
}

impl Purpose {
    /// The word for it in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Regions => "regions",
            Self::Inventory => "inventory",
            Self::Changes => "changes",
            Self::Preflight => "preflight",
        }
    }
}

/// Why a scan needs an action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Need {
    /// What for besides checks.
    pub purposes: BTreeSet<Purpose>,
    /// The ids of the checks that look at what it tells.
    pub checks: BTreeSet<String>,
}

/// The actions that a scan may call, in IAM's spelling and sorted by it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Permissions {
    needs: BTreeMap<&'static str, Need>,
}

impl Permissions {
    /// Adds actions for a purpose.
    pub fn add_purpose(&mut self, actions: &[&'static str], purpose: Purpose) {
        self.add(actions, |need| _ = need.purposes.insert(purpose));
    }

    /// Adds actions for checks.
    pub fn add_checks(&mut self, actions: &[&'static str], checks: &[impl AsRef<str>]) {
        self.add(actions, |need| need.checks.extend(checks.iter().map(|check| check.as_ref().to_owned())));
    }

    fn add(&mut self, actions: &[&'static str], mut change: impl FnMut(&mut Need)) {
        for action in actions.iter().filter(|action| !needs_no_grant(action)) {
            change(self.needs.entry(action).or_default());
        }
    }

    /// Every action with its need, sorted by action.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&'static str, &Need)> {
        self.needs.iter().map(|(action, need)| (*action, need))
    }

    /// Every action, sorted.
    #[must_use]
    pub fn actions(&self) -> Vec<&'static str> {
        self.needs.keys().copied().collect()
    }

    /// Why the scan needs an action; `None` where it does not.
    #[must_use]
    pub fn need(&self, action: &str) -> Option<&Need> {
        self.needs.get(action)
    }
}

/// Whether everybody may call an action, whatever their policies say ("GetCallerIdentity" in the AWS STS API reference).
fn needs_no_grant(action: &str) -> bool {
    action == "sts:GetCallerIdentity"
}

/// The service of an action: `s3` of `s3:GetBucketAcl`.
#[must_use]
pub fn service_of(action: &str) -> &str {
    action.split_once(':').map_or(action, |(service, _)| service)
}

/// The action without its service: `GetBucketAcl` of `s3:GetBucketAcl`.
#[must_use]
pub fn name_of(action: &str) -> &str {
    action.split_once(':').map_or(action, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_there_once_with_all_that_it_is_for() {
        let mut permissions = Permissions::default();
        permissions.add_checks(&["b:List", "a:List"], &["two", "one"]);
        permissions.add_checks(&["b:List"], &["three"]);
        permissions.add_purpose(&["b:List", "sts:GetCallerIdentity"], Purpose::Inventory);
        assert_eq!(permissions.actions(), ["a:List", "b:List"]);
        let need = permissions.need("b:List").unwrap();
        assert_eq!(need.checks.iter().map(String::as_str).collect::<Vec<_>>(), ["one", "three", "two"]);
        assert_eq!(need.purposes.iter().copied().collect::<Vec<_>>(), [Purpose::Inventory]);
        assert_eq!(permissions.need("sts:GetCallerIdentity"), None, "nobody has to grant it");
    }
}
