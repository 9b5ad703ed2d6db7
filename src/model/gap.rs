//! Evidence that could not be read, and why.

use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// Why evidence could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// The caller lacks a permission.
    Denied,
    /// The cloud kept refusing for rate, beyond patience.
    Throttled,
    /// The region is not enabled for the account.
    RegionDisabled,
    /// The region is enabled, and does not recognise the credentials that others do.
    CredentialsRejected,
    /// The credentials expired while the scan ran.
    Expired,
    /// No answer: name resolution, connection or time-out.
    Unreachable,
    /// The answer could not be understood, or never ended.
    Malformed,
    /// The cloud refused for another reason of its own.
    Refused,
    /// The job's deadline passed before the answer came.
    DeadlineExceeded,
    /// The user stopped the scan.
    Cancelled,
    /// What was asked about is there no more: it was deleted while the scan ran. The cloud says so, which is a fact and hides nothing.
    Gone,
    /// Nothing tried to read it: no example, fixture or collector gave a value.
    NotCollected,
    /// The answer came, and neither it nor the cloud's documentation says what is so.
    Undecided,
    /// The scanner itself failed: a defect, worth a report.
    Internal,
}

impl GapKind {
    /// The kind that `code` names, where it names one.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let deserializer: StrDeserializer<'_, Error> = code.into_deserializer();
        Self::deserialize(deserializer).ok()
    }

    /// The stable code used in warnings and reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Throttled => "throttled",
            Self::RegionDisabled => "region_disabled",
            Self::CredentialsRejected => "credentials_rejected",
            Self::Expired => "expired",
            Self::Unreachable => "unreachable",
            Self::Malformed => "malformed",
            Self::Refused => "refused",
            Self::DeadlineExceeded => "deadline_exceeded",
            Self::Cancelled => "cancelled",
            Self::Gone => "gone",
            Self::NotCollected => "not_collected",
            Self::Undecided => "undecided",
            Self::Internal => "internal",
        }
    }

    /// The same in words that continue "`s3:GetBucketAcl` in eu-west-1 …".
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Denied => "was denied",
            Self::Throttled => "was throttled beyond patience",
            Self::RegionDisabled => "failed because the region is not enabled",
            Self::CredentialsRejected => "failed because the region rejects the credentials",
            Self::Expired => "failed because the credentials expired",
            Self::Unreachable => "could not be reached",
            Self::Malformed => "gave an answer that could not be understood",
            Self::Refused => "was refused",
            Self::DeadlineExceeded => "did not finish before the job's deadline",
            Self::Cancelled => "was cancelled",
            Self::Gone => "found the resource deleted",
            Self::NotCollected => "was not read",
            Self::Undecided => "leaves open what is so",
            Self::Internal => "failed inside the scanner",
        }
    }

    /// What the user can do about it; `action` is the API action that failed, `region` where.
    #[must_use]
    pub fn advice(self, action: &str, region: &str) -> String {
        match self {
            Self::Denied => format!("grant {action} to the scanning role"),
            Self::Throttled => format!("scan again when {region} is quieter, or with a lower --api-share"),
            Self::RegionDisabled => format!("enable {region} for the account, or leave it out with --region"),
            // "Managing AWS STS in an AWS Region" in the IAM user guide.
            Self::CredentialsRejected => format!(
                "renew the credentials and scan again; where {region} had to be enabled, session tokens of STS's global endpoint do not \
                 count there: take them from a regional one"
            ),
            Self::Expired => "renew the credentials and scan again".to_owned(),
            Self::Unreachable => format!("check the network path and the endpoint of {region}, then scan again"),
            Self::Malformed => "scan again; if it stays, check what stands between you and the endpoint".to_owned(),
            Self::Refused => format!("look up the error of {action} and scan again"),
            Self::DeadlineExceeded => "scan again with a longer --job-deadline, or fewer regions".to_owned(),
            Self::Cancelled => "scan again without stopping it".to_owned(),
            Self::Gone => "nothing is to be done".to_owned(),
            Self::NotCollected => "scan again later; in a fixture, give the property a value".to_owned(),
            Self::Undecided => "look at the resource yourself, or put the tag on it that the selection asks for".to_owned(),
            Self::Internal => "report the defect with the output of -v".to_owned(),
        }
    }
}

impl GapKind {
    /// The detail of what a part of a scan on another machine was to read and has told nothing of.
    pub const NO_RESULT: &str = "it left no result";

    /// The same where `detail` says more about the reason than the kind does.
    #[must_use]
    pub fn advice_on(self, detail: &str, action: &str, region: &str) -> String {
        if self == Self::Denied && detail.contains("explicit deny") {
            return format!(
                "a policy denies {action} explicitly, and no grant beats that: look for it in the organisation's, the session's and the \
                 resource's policies"
            );
        }
        if self == Self::NotCollected && detail.contains(Self::NO_RESULT) {
            return "run it again, then merge again".to_owned();
        }
        if self == Self::Refused && SIGNATURE_ERRORS.iter().any(|code| detail.starts_with(code)) {
            return "set the machine's clock right, look whether something on the way changes requests, and scan again".to_owned();
        }
        self.advice(action, region)
    }
}

impl std::fmt::Display for GapKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Beginnings of details that tell of signatures which do not fit: most of the time the clock is why ("Troubleshoot Signature Version 4
/// signing for AWS API requests" in the IAM user guide).
const SIGNATURE_ERRORS: [&str; 3] = ["InvalidSignatureException", "RequestTimeTooSkewed", "SignatureDoesNotMatch"];

/// One API action that gave no evidence, where and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Gap {
    /// Why.
    pub kind: GapKind,
    /// The API action in IAM's spelling: `s3:GetBucketAcl`.
    pub action: String,
    /// The region that was asked.
    pub region: String,
    /// What the cloud said, cleaned of identifiers of requests; may be empty.
    pub detail: String,
}

impl Gap {
    /// The gap of an asset for which a collector that was asked gave no value: a defect of the scanner.
    #[must_use]
    pub fn unanswered(resource_type: &str, facet: &str, region: &str) -> Self {
        Self {
            kind: GapKind::Internal,
            action: format!("{resource_type}.{facet}"),
            region: region.to_owned(),
            detail: "the collector gave no value for this asset".to_owned(),
        }
    }

    /// The service part of the action: `s3`.
    #[must_use]
    pub fn service(&self) -> &str {
        self.action.split(':').next().unwrap_or_default()
    }

    /// What the user can do about it.
    #[must_use]
    pub fn advice(&self) -> String {
        self.kind.advice_on(&self.detail, &self.action, &self.region)
    }

    /// One sentence: what failed, where, why.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut sentence = format!("{} in {} {}", self.action, self.region, self.kind.in_words());
        if !self.detail.is_empty() {
            sentence.push_str(": ");
            sentence.push_str(self.detail.trim_end_matches('.'));
        }
        sentence
    }
}
