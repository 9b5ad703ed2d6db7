//! What the caller decides about the connection.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::network::Network;
use crate::model::Role;
use crate::provider::limiter::Share;

/// Which account to reach, where and how patiently. The default takes everything from the environment, like AWS's own tools.
#[derive(Debug, Clone, Default)]
pub struct AwsSettings {
    /// The profile of the AWS configuration files; beats credentials in the environment.
    pub profile: Option<String>,
    /// Roles to assume, one after another, with the credentials that the environment or the profile gives; the last one scans.
    pub roles: Vec<Role>,
    /// The serial number of the MFA device to sign in with first; beats the profile's.
    pub mfa_serial: Option<String>,
    /// Who tells the device's code.
    pub mfa_prompt: MfaPrompt,
    /// The endpoint for every service; beats AWS_ENDPOINT_URL.
    pub endpoint_url: Option<String>,
    /// The primary region; beats AWS_REGION and the profile's.
    pub region: Option<String>,
    /// How long to wait.
    pub timeouts: Timeouts,
    /// The part of each service's limits to use.
    pub share: Share,
    /// The connections to use, where others use them too.
    pub network: Option<Network>,
}

/// What asks for the code of an MFA device and gives it as typed; where nobody can be asked, a fragment that says why.
pub type AskForCode = dyn Fn(&str) -> Result<String, String> + Send + Sync;

/// Who tells the code of an MFA device, given the device's serial number. The default is that nobody can be asked.
#[derive(Clone)]
pub struct MfaPrompt(Arc<AskForCode>);

impl MfaPrompt {
    /// A prompt that asks with `ask`, on a thread on which waiting harms nobody.
    pub fn new(ask: impl Fn(&str) -> Result<String, String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    /// Asks for the code of the device with this serial number.
    pub(super) fn ask(&self, serial: &str) -> Result<String, String> {
        (self.0)(serial)
    }
}

impl Default for MfaPrompt {
    fn default() -> Self {
        Self::new(|_| Err("nobody can be asked for it here".to_owned()))
    }
}

impl fmt::Debug for MfaPrompt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MfaPrompt")
    }
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
