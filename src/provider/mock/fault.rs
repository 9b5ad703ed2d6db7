//! Calls that fail as scripted, with the gap that the real cloud would leave.

use std::time::Duration;

use serde::Deserialize;

use crate::model::{Gap, GapKind};

/// A rule by which calls fail. Each condition left out holds for every call; asking who the account is fails only where a fault names
/// `sts`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fault {
    /// How the call fails.
    pub(super) kind: FaultKind,
    /// Only in this region.
    #[serde(default)]
    pub(super) region: Option<String>,
    /// Only calls of this service: `ec2`.
    #[serde(default)]
    pub(super) service: Option<String>,
    /// Only this API action: `s3:GetBucketAcl`.
    #[serde(default)]
    pub(super) action: Option<String>,
    /// Only when the facet of the asset with this id is read.
    #[serde(default)]
    pub(super) asset: Option<String>,
    /// What the cloud says; left out, the words of the service for it.
    #[serde(default)]
    pub(super) detail: Option<String>,
}

/// The ways in which a cloud fails to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FaultKind {
    /// The caller lacks the permission.
    Denied,
    /// Refused for rate until patience ends.
    Throttled,
    /// Nothing answers.
    Unreachable,
    /// The credentials have expired.
    Expired,
    /// The account has not enabled the region.
    RegionDisabled,
    /// The answer is not what the API promises.
    Malformed,
    /// The cloud refuses for a reason of its own.
    Refused,
}

impl FaultKind {
    /// The gap that it leaves.
    const fn gap_kind(self) -> GapKind {
        match self {
            Self::Denied => GapKind::Denied,
            Self::Throttled => GapKind::Throttled,
            Self::Unreachable => GapKind::Unreachable,
            Self::Expired => GapKind::Expired,
            Self::RegionDisabled => GapKind::RegionDisabled,
            Self::Malformed => GapKind::Malformed,
            Self::Refused => GapKind::Refused,
        }
    }

    /// What the service says when asked for `action` by `caller`.
    fn words(self, action: &str, caller: &str) -> String {
        let service = service_of(action);
        match (self, service) {
            (Self::Denied, "ec2") => "You are not authorized to perform this operation.",
            (Self::Denied, "s3") => "Access Denied",
            (Self::Denied, _) => return format!("User: {caller} is not authorized to perform: {action}"),
            (Self::Throttled, "ec2") => "Request limit exceeded.",
            (Self::Throttled, "s3") => "Please reduce your request rate.",
            (Self::Throttled, _) => "Rate exceeded",
            (Self::Unreachable, _) => "no answer in time",
            (Self::Expired, "ec2") => "Request has expired.",
            (Self::Expired, "s3") => "The provided token has expired.",
            (Self::Expired, _) => "The security token included in the request is expired",
            (Self::RegionDisabled, "ec2") => "AWS was not able to validate the provided access credentials",
            (Self::RegionDisabled, _) => "The security token included in the request is invalid.",
            (Self::Malformed, _) => "the body is not what the API promises",
            (Self::Refused, _) => "InternalError: An internal error has occurred",
        }
        .to_owned()
    }

    /// The gap that a call of `caller` leaves, in the service's own words.
    pub(super) fn gap(self, action: &str, region: &str, caller: &str) -> Gap {
        let detail = self.words(action, caller);
        Gap { kind: self.gap_kind(), action: action.to_owned(), region: region.to_owned(), detail }
    }
}

impl Fault {
    /// Whether a call of `action` in `region` fails; `asset_id` is the asset that the call is about, where it is about one.
    pub(super) fn concerns(&self, action: &str, region: &str, asset_id: Option<&str>) -> bool {
        let service = service_of(action);
        let names_service = self.service.as_deref().is_some_and(|wanted| wanted == service)
            || self.action.as_deref().is_some_and(|wanted| wanted == action);
        let holds = |condition: &Option<String>, actual: &str| condition.as_deref().is_none_or(|wanted| wanted == actual);
        holds(&self.region, region)
            && holds(&self.service, service)
            && holds(&self.action, action)
            && (self.asset.is_none() || self.asset.as_deref() == asset_id)
            && (service != "sts" || names_service)
    }

    /// The gap that a call of `caller` leaves when it fails.
    pub(super) fn gap(&self, action: &str, region: &str, caller: &str) -> Gap {
        let gap = self.kind.gap(action, region, caller);
        let detail = self.detail.clone().unwrap_or(gap.detail);
        Gap { detail, ..gap }
    }

    /// Whether the cloud refuses for rate.
    pub(super) const fn throttles(&self) -> bool {
        matches!(self.kind, FaultKind::Throttled)
    }

    /// How often a real client asks before it gives up.
    pub(super) const fn attempts(&self) -> u64 {
        match self.kind {
            FaultKind::Throttled => 10,
            FaultKind::Unreachable | FaultKind::Refused => 3,
            FaultKind::Denied | FaultKind::Expired | FaultKind::RegionDisabled | FaultKind::Malformed => 1,
        }
    }

    /// How long it takes until the client gives up: shorter than in earnest, so that a demonstration stays one.
    pub(super) const fn patience(&self) -> Duration {
        match self.kind {
            FaultKind::Throttled => Duration::from_millis(1500),
            FaultKind::Unreachable => Duration::from_millis(2500),
            FaultKind::Refused => Duration::from_millis(500),
            FaultKind::Denied | FaultKind::Expired | FaultKind::RegionDisabled | FaultKind::Malformed => Duration::ZERO,
        }
    }
}

/// The service part of an action: `s3` of `s3:GetBucketAcl`.
pub(super) fn service_of(action: &str) -> &str {
    action.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(json: &str) -> Fault {
        serde_json::from_str(json).expect("a fault")
    }

    #[test]
    fn a_fault_without_conditions_concerns_every_call_but_the_question_who_the_account_is() {
        let fault = fault(r#"{"kind": "denied"}"#);
        assert!(fault.concerns("ec2:DescribeVpcs", "eu-west-1", None));
        assert!(fault.concerns("s3:GetBucketAcl", "us-east-1", Some("some-bucket")));
        assert!(!fault.concerns("sts:GetCallerIdentity", "us-east-1", None));
    }

    #[test]
    fn every_condition_of_a_fault_must_hold() {
        let fault =
            fault(r#"{"kind": "denied", "region": "eu-west-1", "service": "s3", "action": "s3:GetBucketAcl", "asset": "b"}"#);
        assert!(fault.concerns("s3:GetBucketAcl", "eu-west-1", Some("b")));
        assert!(!fault.concerns("s3:GetBucketAcl", "eu-west-1", Some("other")));
        assert!(!fault.concerns("s3:GetBucketAcl", "eu-west-1", None));
        assert!(!fault.concerns("s3:GetBucketAcl", "us-east-1", Some("b")));
        assert!(!fault.concerns("s3:GetBucketPolicy", "eu-west-1", Some("b")));
    }

    #[test]
    fn each_service_refuses_in_its_own_words() {
        let fault = fault(r#"{"kind": "denied"}"#);
        let detail = |action: &str| fault.gap(action, "eu-west-1", "arn:aws:iam::123456789012:user/ci").detail;
        assert_eq!(detail("ec2:DescribeVpcs"), "You are not authorized to perform this operation.");
        assert_eq!(detail("s3:GetBucketAcl"), "Access Denied");
        assert_eq!(
            detail("eks:ListClusters"),
            "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: eks:ListClusters"
        );
    }

    #[test]
    fn a_fault_may_word_its_own_refusal() {
        let fault = fault(r#"{"kind": "refused", "detail": "OptInRequired"}"#);
        assert_eq!(fault.gap("ec2:DescribeVpcs", "eu-west-1", "").detail, "OptInRequired");
    }
}
