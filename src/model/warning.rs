//! What the user must know about a scan besides its results.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::gap::{Gap, GapKind};
use super::resource;

/// Resources that a note names one by one; the others are counted.
const NAMED: usize = 10;

/// A gap, or another thing the user must know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// A stable code: a gap's kind, or `gone`, `region_skipped`, `buckets_elsewhere`, ….
    pub code: String,
    /// The service concerned: `s3`; empty for the scan as a whole.
    pub service: String,
    /// The region concerned; empty for the scan as a whole.
    pub region: String,
    /// The API action concerned: `s3:GetBucketAcl`; may be empty.
    pub action: String,
    /// What happened and what to do, in one or two sentences.
    pub message: String,
    /// The ids of the checks that it leaves unknown, sorted.
    pub checks: Vec<String>,
}

impl Warning {
    /// The code of a note that an incremental scan could not use what an earlier one had read, in a region or at all.
    pub const FULL_READING: &str = "full_reading";

    /// What the user must know of a gap: what failed, why, and what to do. `checks` are the ids that it leaves unknown, sorted.
    #[must_use]
    pub fn of_gap(gap: &Gap, count: u64, checks: Vec<String>) -> Self {
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        Self {
            code: gap.kind.as_str().to_owned(),
            service: gap.service().to_owned(),
            region: gap.region.clone(),
            action: gap.action.clone(),
            message: format!("{}{times}; {}", gap.sentence(), gap.advice()),
            checks,
        }
    }

    /// A note on resources of one type that were listed and then deleted while the scan ran; `ids` are theirs, and
    /// `region` is empty where nobody could say where they lived.
    #[must_use]
    pub fn gone(resource_type: &str, region: &str, ids: &BTreeSet<&str>) -> Self {
        let known = resource::by_name(resource_type);
        let plural = known.map_or(resource_type, |known| known.plural);
        let place = if region.is_empty() { String::new() } else { format!(" in {region}") };
        let were = if ids.len() == 1 { "was" } else { "were" };
        let mut named: Vec<&str> = ids.iter().copied().take(NAMED).collect();
        let rest = format!("{} more", ids.len() - named.len());
        if ids.len() > NAMED {
            named.push(&rest);
        }
        let message = format!(
            "{} of the {plural}{place} {were} deleted while the scan ran, and checks do not concern what is gone: {}",
            ids.len(),
            named.join(", ")
        );
        Self {
            service: known.map(resource::ResourceType::service).unwrap_or_default().to_owned(),
            region: region.to_owned(),
            ..Self::note(GapKind::Gone.as_str(), message)
        }
    }

    /// A note about the scan as a whole, which takes nothing from its completeness.
    #[must_use]
    pub fn note(code: &str, message: String) -> Self {
        Self {
            code: code.to_owned(),
            service: String::new(),
            region: String::new(),
            action: String::new(),
            message,
            checks: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_named_and_more_than_ten_are_counted() {
        let one = Warning::gone("aws.s3.bucket", "eu-west-1", &BTreeSet::from(["logs"]));
        assert_eq!((one.code.as_str(), one.service.as_str(), one.region.as_str()), ("gone", "s3", "eu-west-1"));
        assert_eq!(
            one.message,
            "1 of the S3 buckets in eu-west-1 was deleted while the scan ran, and checks do not concern what is gone: logs"
        );
        let ids: Vec<String> = (10..22).map(|number| format!("b{number}")).collect();
        let many = Warning::gone("aws.s3.bucket", "eu-west-1", &ids.iter().map(String::as_str).collect());
        assert!(many.message.starts_with("12 of the S3 buckets in eu-west-1 were deleted"), "{}", many.message);
        assert!(many.message.ends_with("b18, b19, 2 more"), "{}", many.message);
    }
}
