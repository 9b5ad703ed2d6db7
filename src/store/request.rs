//! What the user asked for, in full: enough to run the same scan again in another process.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::shard::PlannedShard;
use crate::model::{ParameterSetting, Role, ScanType};

/// Everything that it takes to run a scan again, but no credentials.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredRequest {
    /// `aws` or `mock`.
    pub provider: String,
    /// The mock account: an embedded fixture's name, or a file's absolute path.
    #[serde(default)]
    pub fixture: Option<String>,
    /// The factor on the mock account's latency.
    #[serde(default)]
    pub mock_speed: Option<f64>,
    /// The named profile of the AWS configuration files.
    #[serde(default)]
    pub aws_profile: Option<String>,
    /// Roles to assume, one after another. Their external ids are stored: AWS treats them as ordinary text.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// The serial number of the MFA device to sign in with.
    #[serde(default)]
    pub mfa_serial: Option<String>,
    /// The endpoint instead of the cloud's own. User and password in it are not stored.
    #[serde(default)]
    pub endpoint_url: Option<String>,
    /// The part of the cloud's rate limits to use, in hundredths.
    #[serde(default)]
    pub api_share: Option<u8>,
    /// Names of profiles.
    #[serde(default)]
    pub profiles: Vec<String>,
    /// Ids of frameworks.
    #[serde(default)]
    pub frameworks: Vec<String>,
    /// Names of single checks.
    #[serde(default)]
    pub checks: Vec<String>,
    /// Values of checks' parameters.
    #[serde(default)]
    pub parameters: Vec<ParameterSetting>,
    /// Whether the checks concern only what is in use.
    #[serde(default)]
    pub only_in_use: bool,
    /// The file of accepted findings, absolute, and what stood in it.
    #[serde(default)]
    pub suppressions: Option<(PathBuf, String)>,
    /// Folders with checks of the user's own, absolute.
    #[serde(default)]
    pub checks_dirs: Vec<PathBuf>,
    /// Folders with profiles of the user's own, absolute.
    #[serde(default)]
    pub profiles_dirs: Vec<PathBuf>,
    /// Regions named by the user.
    #[serde(default)]
    pub regions: Vec<String>,
    /// How far the scan reaches.
    pub scan_type: ScanType,
    /// The user's name for the scan.
    #[serde(default)]
    pub name: Option<String>,
    /// The age from which on an incremental scan reads again what nothing changed, in seconds.
    #[serde(default)]
    pub max_evidence_age_s: Option<i64>,
    /// The version of the program that stored it.
    #[serde(default)]
    pub version: String,
    /// Jobs at work at the same time.
    pub concurrency: usize,
    /// How long one job may take, in seconds.
    pub job_deadline_s: u64,
    /// The part that this is of a scan on several machines; `None` for a whole scan.
    #[serde(default)]
    pub shard: Option<PlannedShard>,
    /// Whether it waits where another scan of the account is running.
    #[serde(default)]
    pub wait: bool,
    /// Whether it begins with a preflight.
    #[serde(default)]
    pub preflight: bool,
    /// The age of a complete scan, in seconds, below which nothing is done.
    #[serde(default)]
    pub if_older_than_s: Option<i64>,
}

impl StoredRequest {
    /// The endpoint without user, password and query.
    #[must_use]
    pub fn endpoint(&self) -> Option<String> {
        self.endpoint_url.as_deref().map(without_credentials)
    }

    /// Whether both are asked of the same cloud: the same mock account, or the same endpoint.
    #[must_use]
    pub fn is_of_the_same_cloud(&self, other: &Self) -> bool {
        (&self.provider, &self.fixture, self.endpoint()) == (&other.provider, &other.fixture, other.endpoint())
    }

    /// Whether both may go as fast as each other.
    #[must_use]
    pub fn goes_as_fast_as(&self, other: &Self) -> bool {
        let pace = |one: &Self| (one.api_share, one.mock_speed, one.concurrency, one.job_deadline_s);
        pace(self) == pace(other)
    }

    /// The same without the user, the password and the query of the endpoint's address.
    #[must_use]
    pub(super) fn without_credentials(&self) -> Self {
        Self { endpoint_url: self.endpoint(), ..self.clone() }
    }
}

/// `https://user:password@host/path?token=…` becomes `https://host/path`.
fn without_credentials(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    let rest = &rest[..rest.find(['?', '#']).unwrap_or(rest.len())];
    let authority = rest.find(['/', '\\']).unwrap_or(rest.len());
    let host = rest[..authority].rfind('@').map_or(0, |at| at + 1);
    let separator = if scheme.is_empty() { "" } else { "://" };
    format!("{scheme}{separator}{}", &rest[host..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_what_grants_access() {
        let table = [
            ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
            ("https://user:hunter2@lab.example/aws/", "https://lab.example/aws/"),
            ("https://user:p@ss@lab.example", "https://lab.example"),
            ("https://token@lab.example?key=secret#x", "https://lab.example"),
            ("https://lab.example/a@b?c=d@e", "https://lab.example/a@b"),
            ("user:hunter2@lab.example:80", "lab.example:80"),
            ("", ""),
        ];
        for (url, expected) in table {
            assert_eq!(without_credentials(url), expected);
        }
    }
}
