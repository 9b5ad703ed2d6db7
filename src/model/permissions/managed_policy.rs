//! Actions as IAM policies that a customer manages, as many as their size demands.

use serde_json::{Value, json};

use super::service_of;

/// Characters of a managed policy, white space not counted ("IAM and AWS STS quotas" in the IAM user guide).
pub const SIZE_LIMIT: usize = 6_144;

/// The name of a policy with all that a scan needs.
pub const WHOLE: &str = "PostureScan";

/// The name of a policy with what another one lacks.
pub const ADDITION: &str = "PostureScanAddition";

/// A policy that allows actions on every resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagedPolicy {
    /// The name to give it, with a number from the second one on.
    pub name: String,
    /// What it allows, sorted.
    pub actions: Vec<&'static str>,
}

impl ManagedPolicy {
    /// The policy document.
    #[must_use]
    pub fn document(&self) -> Value {
        document(&self.actions)
    }

    /// Its size as IAM counts it.
    #[must_use]
    pub fn characters(&self) -> usize {
        characters(&self.actions)
    }
}

/// Policies called `name` that together allow `actions`, none of them larger than IAM takes. A service's actions stay together where they
/// fit.
#[must_use]
pub fn managed_policies(name: &str, actions: &[&'static str]) -> Vec<ManagedPolicy> {
    let mut sorted = actions.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut parts: Vec<Vec<&'static str>> = Vec::new();
    for of_service in sorted.chunk_by(|one, other| service_of(one) == service_of(other)) {
        match parts.last_mut() {
            Some(part) if fits(part, of_service) => part.extend(of_service),
            _ => place(&mut parts, of_service),
        }
    }
    // The first keeps the name that it had when it was the only one: another one would be another policy.
    let numbered = |place: usize| if place == 0 { name.to_owned() } else { format!("{name}{}", place + 1) };
    parts.into_iter().enumerate().map(|(place, actions)| ManagedPolicy { name: numbered(place), actions }).collect()
}

/// Begins a part with the actions of a service, and another one wherever a part is full.
fn place(parts: &mut Vec<Vec<&'static str>>, of_service: &[&'static str]) {
    let mut part: Vec<&'static str> = Vec::new();
    for action in of_service {
        if !fits(&part, &[action]) {
            parts.push(std::mem::take(&mut part));
        }
        part.push(action);
    }
    parts.push(part);
}

fn fits(part: &[&'static str], more: &[&'static str]) -> bool {
    characters(&[part, more].concat()) <= SIZE_LIMIT
}

fn characters(actions: &[&'static str]) -> usize {
    document(actions).to_string().chars().filter(|character| !character.is_whitespace()).count()
}

fn document(actions: &[&'static str]) -> Value {
    json!({
        "Version": "2012-10-17",
        "Statement": [{ "Sid": "PostureScanReads", "Effect": "Allow", "Action": actions, "Resource": "*" }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many actions of a service, each of 30 characters.
    fn actions(service: &str, count: usize) -> Vec<&'static str> {
        let action = |number: usize| &*format!("{service}:{number:0width$}", width = 29 - service.len()).leak();
        (0..count).map(action).collect()
    }

    #[test]
    fn what_fits_is_one_policy() {
        let policies = managed_policies(WHOLE, &["s3:ListAllMyBuckets", "ec2:DescribeVpcs", "s3:ListAllMyBuckets"]);
        assert_eq!(policies.len(), 1);
        assert_eq!(
            (policies[0].name.as_str(), &policies[0].actions[..]),
            ("PostureScan", &["ec2:DescribeVpcs", "s3:ListAllMyBuckets"][..])
        );
        let written = serde_json::to_string_pretty(&policies[0].document()).unwrap();
        assert_eq!(policies[0].characters(), written.chars().filter(|character| !character.is_whitespace()).count());
    }

    #[test]
    fn more_than_iam_takes_is_split_between_services_and_within_one_that_is_too_large() {
        // 33 characters each in the list, beside some 100 of the rest: 182 fit.
        let all = [actions("a", 100), actions("b", 100), actions("c", 200)].concat();
        let policies = managed_policies(WHOLE, &all);
        let parts: Vec<(&str, usize)> = policies.iter().map(|policy| (policy.name.as_str(), policy.actions.len())).collect();
        assert_eq!(parts, [("PostureScan", 100), ("PostureScan2", 100), ("PostureScan3", 182), ("PostureScan4", 18)]);
        assert!(policies.iter().all(|policy| policy.characters() <= SIZE_LIMIT));
        assert_eq!(policies.iter().flat_map(|policy| policy.actions.clone()).collect::<Vec<_>>(), all);
    }

    #[test]
    fn nothing_to_allow_is_no_policy() {
        assert_eq!(managed_policies(WHOLE, &[]), []);
    }
}
