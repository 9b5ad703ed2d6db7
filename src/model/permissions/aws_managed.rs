//! The policies that AWS manages for those who only look: what each of them allows, from a copy with a date.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Permissions, resources_of, service_of};
use crate::model::pattern::covers;

/// AWS changes these policies now and then: `tests/moto/managed_policies.py` takes a new copy.
const COPY: &str = include_str!("aws_managed.json");

static COPIED: LazyLock<Copied> = LazyLock::new(|| serde_json::from_str(COPY).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Copied {
    source: String,
    taken_on: String,
    policies: Vec<AwsManagedPolicy>,
}

/// A policy that AWS manages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwsManagedPolicy {
    /// `SecurityAudit`.
    pub name: String,
    path: String,
    /// AWS's own version: `v94`.
    pub version: String,
    /// The day on which AWS made that version: `2026-09-30`.
    pub updated_on: String,
    statements: Vec<Statement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    resources: Vec<String>,
    conditional: bool,
    /// Names of actions by service, blanks between them.
    actions: BTreeMap<String, String>,
}

/// How far a policy allows an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// On every resource that a scan calls it on.
    Everywhere,
    /// On some resources only, or under a condition.
    Partly,
    /// Not at all.
    Nowhere,
}

/// Every policy of the copy.
pub fn all() -> impl Iterator<Item = &'static AwsManagedPolicy> {
    COPIED.policies.iter()
}

/// The policy called `name`, in whatever case.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static AwsManagedPolicy> {
    all().find(|policy| policy.name.eq_ignore_ascii_case(name))
}

/// The day on which the copy was taken, and from where: `2026-11-21`, `moto 5.2.5`.
#[must_use]
pub fn copied() -> (&'static str, &'static str) {
    (&COPIED.taken_on, &COPIED.source)
}

impl AwsManagedPolicy {
    /// The ARN in a partition.
    #[must_use]
    pub fn arn(&self, partition: &str) -> String {
        format!("arn:{partition}:iam::aws:policy{}{}", self.path, self.name)
    }

    /// How far it allows an action.
    #[must_use]
    pub fn allows(&self, action: &str) -> Extent {
        let naming: Vec<&Statement> = self.statements.iter().filter(|statement| statement.names(action)).collect();
        // Several statements may cover together what none of them covers alone.
        let reached = |resource: &&str| naming.iter().any(|statement| statement.reaches(resource));
        match resources_of(action).unwrap_or(&["*"]).iter().all(reached) {
            true => Extent::Everywhere,
            false if naming.is_empty() => Extent::Nowhere,
            false => Extent::Partly,
        }
    }
}

impl Statement {
    /// IAM does not tell cases apart in the names of actions.
    fn names(&self, action: &str) -> bool {
        let (service, name) = action.split_once(':').unwrap_or((service_of(action), ""));
        let fits = |pattern: &str| covers(&pattern.to_ascii_lowercase(), &name.to_ascii_lowercase());
        self.actions.get(service).is_some_and(|names| names.split(' ').any(fits))
    }

    /// Whether it always allows its actions on a resource.
    fn reaches(&self, resource: &str) -> bool {
        !self.conditional && self.resources.iter().any(|pattern| covers(pattern, resource))
    }
}

/// What an AWS-managed policy leaves out of what a scan needs. The actions of each list are sorted.
#[derive(Debug)]
pub struct Difference {
    /// The policy.
    pub policy: &'static AwsManagedPolicy,
    /// What it allows.
    pub granted: Vec<&'static str>,
    /// What it allows on some resources only, or under a condition.
    pub partly: Vec<&'static str>,
    /// What it does not allow.
    pub lacking: Vec<&'static str>,
}

impl Difference {
    /// Compares a policy with what a scan needs.
    #[must_use]
    pub fn of(policy: &'static AwsManagedPolicy, needed: &Permissions) -> Self {
        let [mut granted, mut partly, mut lacking] = [const { Vec::new() }; 3];
        for (action, _) in needed.iter() {
            match policy.allows(action) {
                Extent::Everywhere => granted.push(action),
                Extent::Partly => partly.push(action),
                Extent::Nowhere => lacking.push(action),
            }
        }
        Self { policy, granted, partly, lacking }
    }

    /// What has to be allowed besides.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = [&self.partly[..], &self.lacking].concat();
        missing.sort_unstable();
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_can_be_read_and_has_the_policies_for_readers() {
        let names: Vec<&str> = all().map(|policy| policy.name.as_str()).collect();
        assert_eq!(names, ["SecurityAudit", "ViewOnlyAccess", "ReadOnlyAccess"]);
        assert!(copied().0.starts_with("20") && !copied().1.is_empty());
    }

    #[test]
    fn statements_count_together() {
        let statement = |resources: &[&str], conditional: bool| Statement {
            resources: resources.iter().map(|resource| (*resource).to_owned()).collect(),
            conditional,
            actions: [("apigateway".to_owned(), "GET".to_owned())].into(),
        };
        let policy = |statements: Vec<Statement>| {
            let [name, path, version, updated_on] = ["Mine", "/", "v1", "2026-01-01"].map(str::to_owned);
            AwsManagedPolicy { name, path, version, updated_on, statements }.allows("apigateway:GET")
        };
        let [rest, http] = ["arn:aws:apigateway:*::/restapis*", "arn:aws:apigateway:*::/apis*"];
        assert_eq!(policy(vec![statement(&[rest], false), statement(&[http], false)]), Extent::Everywhere);
        assert_eq!(policy(vec![statement(&[rest], false), statement(&[http], true)]), Extent::Partly);
        assert_eq!(policy(Vec::new()), Extent::Nowhere);
    }

    #[test]
    fn wildcards_cases_and_limits_count() {
        let audit = by_name("securityaudit").unwrap();
        assert_eq!(audit.arn("aws-cn"), "arn:aws-cn:iam::aws:policy/SecurityAudit");
        assert_eq!(by_name("ViewOnlyAccess").unwrap().arn("aws"), "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
        assert_eq!(audit.allows("ec2:DescribeVolumes"), Extent::Everywhere);
        assert_eq!(audit.allows("EC2:nothing".to_ascii_lowercase().as_str()), Extent::Nowhere);
        assert_eq!(audit.allows("apigateway:GET"), Extent::Everywhere, "where a scan calls it");
        assert_eq!(by_name("ReadOnlyAccess").unwrap().allows("s3express:CreateSession"), Extent::Partly);
        assert_eq!(audit.allows("s3:GetObject"), Extent::Nowhere);
        assert_eq!(by_name("ReadOnlyAccess").unwrap().allows("ec2:DESCRIBEvolumes"), Extent::Everywhere);
    }
}
