//! What a check says of itself.

use serde::{Deserialize, Serialize};

use crate::model::{CheckMetadata, Remediation, Requirement, Severity};

/// A check's metadata as it is stored.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct CheckRecord {
    id: String,
    title: String,
    severity: Severity,
    service: String,
    resource: String,
    risk: String,
    remediation: RemediationRecord,
    categories: Vec<String>,
    aliases: Vec<String>,
    requirements: Vec<RequirementRecord>,
    logic: String,
}

#[derive(Serialize, Deserialize)]
struct RemediationRecord {
    text: String,
    cli: Option<String>,
    terraform: Option<String>,
    url: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct RequirementRecord {
    framework: String,
    requirement: String,
    title: String,
}

impl From<&CheckMetadata> for CheckRecord {
    fn from(check: &CheckMetadata) -> Self {
        let CheckMetadata { id, title, severity, service, resource, risk, remediation, categories, aliases, requirements, logic } =
            check.clone();
        let Remediation { text, cli, terraform, url } = remediation;
        let requirement = |Requirement { framework, requirement, title }| RequirementRecord { framework, requirement, title };
        Self {
            id,
            title,
            severity,
            service,
            resource,
            risk,
            remediation: RemediationRecord { text, cli, terraform, url },
            categories,
            aliases,
            requirements: requirements.into_iter().map(requirement).collect(),
            logic,
        }
    }
}

impl From<CheckRecord> for CheckMetadata {
    fn from(record: CheckRecord) -> Self {
        let CheckRecord { id, title, severity, service, resource, risk, remediation, categories, aliases, requirements, logic } =
            record;
        let RemediationRecord { text, cli, terraform, url } = remediation;
        let requirement = |RequirementRecord { framework, requirement, title }| Requirement { framework, requirement, title };
        Self {
            id,
            title,
            severity,
            service,
            resource,
            risk,
            remediation: Remediation { text, cli, terraform, url },
            categories,
            aliases,
            requirements: requirements.into_iter().map(requirement).collect(),
            logic,
        }
    }
}
