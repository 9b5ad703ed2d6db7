//! What tells the plan of one scan from that of every other: parts of different plans do not add up.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::engine::PreparedScan;
use crate::model::{CheckMetadata, hexadecimal};
use crate::store::StoredRequest;

/// Everything that the parts of one scan have in common.
#[derive(Serialize)]
struct Plan<'a> {
    tool_version: &'a str,
    shards: u16,
    provider: &'a str,
    fixture: Option<&'a str>,
    endpoint: Option<String>,
    partition: &'a str,
    account_id: &'a str,
    name: Option<&'a str>,
    profile: &'a str,
    scan_type: &'a str,
    regions: &'a [String],
    jobs: Vec<(&'a str, u64)>,
    checks: Vec<(&'a CheckMetadata, &'a str)>,
    frameworks: Vec<&'a str>,
    parameters: Vec<String>,
    only_in_use: bool,
    suppressions: Option<&'a str>,
}

/// Sixteen hexadecimal digits that are the same for every part of a scan; `prepared` is the whole.
///
/// # Errors
/// What it is made of cannot be written down.
pub(in crate::cli) fn plan_digest(prepared: &PreparedScan, request: &StoredRequest, shards: u16) -> serde_json::Result<String> {
    let (header, jobs, checks) = (prepared.header(), prepared.jobs(), prepared.checks());
    let plan = Plan {
        tool_version: &header.tool_version,
        shards,
        provider: &header.provider,
        fixture: request.fixture.as_deref(),
        endpoint: request.endpoint(),
        partition: &header.partition,
        account_id: &header.account_id,
        name: header.name.as_deref(),
        profile: &header.profile,
        scan_type: header.scan_type.as_str(),
        regions: &header.regions,
        jobs: jobs.iter().map(|job| (job.id.as_str(), job.assignments)).collect(),
        checks: checks.iter().map(|check| (check.as_ref(), check.logic.as_str())).collect(),
        frameworks: prepared.frameworks().iter().map(|framework| framework.id.as_str()).collect(),
        parameters: request.parameters.iter().map(ToString::to_string).collect(),
        only_in_use: request.only_in_use,
        suppressions: request.suppressions.as_ref().map(|(_, text)| text.as_str()),
    };
    Ok(hexadecimal(&Sha256::digest(serde_json::to_vec(&plan)?)[..8]))
}
