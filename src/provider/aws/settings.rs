//! What the caller decides about the connection.

use std::time::Duration;

use crate::provider::limiter::Share;

/// Which account to reach, where and how patiently. The default takes everything from the environment, like AWS's own tools.
#[derive(Debug, Clone, Default)]
pub struct AwsSettings {
    /// The profile of the AWS configuration files; beats credentials in the environment.
    pub profile: Option<String>,
    /// The endpoint for every service; beats AWS_ENDPOINT_URL.
    pub endpoint_url: Option<String>,
    /// The primary region; beats AWS_REGION and the profile's.
    pub region: Option<String>,
    /// How long to wait.
    pub timeouts: Timeouts,
    /// The part of each service's limits to use.
    pub share: Share,
}

/// How long to wait for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For a connection.
    pub connect: Duration,
    /// For one whole answer to one request.
    pub attempt: Duration,
    /// For a call with all its retries; waiting for the scanner's own rate limit does not count.
    pub operation: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(3), attempt: Duration::from_secs(15), operation: Duration::from_mins(1) }
    }
}
