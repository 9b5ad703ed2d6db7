//! What a framework says of itself.

use serde::{Deserialize, Serialize};

use crate::model::{Framework, FrameworkRequirement};

/// A framework as it is stored.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct FrameworkRecord {
    id: String,
    title: String,
    version: String,
    url: String,
    coverage: Option<String>,
    requirements: Vec<RequirementRecord>,
}

#[derive(Serialize, Deserialize)]
struct RequirementRecord {
    id: String,
    title: String,
    section: Option<String>,
    level: Option<u8>,
    manual: bool,
    checks: Vec<String>,
}

impl From<&Framework> for FrameworkRecord {
    fn from(framework: &Framework) -> Self {
        let Framework { id, title, version, url, coverage, requirements } = framework.clone();
        Self { id, title, version, url, coverage, requirements: requirements.into_iter().map(Into::into).collect() }
    }
}

impl From<FrameworkRecord> for Framework {
    fn from(record: FrameworkRecord) -> Self {
        let FrameworkRecord { id, title, version, url, coverage, requirements } = record;
        Self { id, title, version, url, coverage, requirements: requirements.into_iter().map(Into::into).collect() }
    }
}

impl From<FrameworkRequirement> for RequirementRecord {
    fn from(requirement: FrameworkRequirement) -> Self {
        let FrameworkRequirement { id, title, section, level, manual, checks } = requirement;
        Self { id, title, section, level, manual, checks }
    }
}

impl From<RequirementRecord> for FrameworkRequirement {
    fn from(record: RequirementRecord) -> Self {
        let RequirementRecord { id, title, section, level, manual, checks } = record;
        Self { id, title, section, level, manual, checks }
    }
}
