//! Roles, assumed one after another before anything is read.
//!
//! The SDK asks again shortly before the credentials end, as often as a long scan needs. Each time every role is assumed anew: what an
//! earlier one granted may have ended as well.

use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_config::identity::IdentityCache;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, SharedCredentialsProvider, future};
use aws_sdk_sts::error::SdkError;
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::cleaning::clean;
use super::errors::{code, kind_and_detail};
use super::identity::{Asked, error, submission_error};
use super::settings::Timeouts;
use crate::model::{GapKind, Role};
use crate::provider::SubmissionError;

/// What a role's sessions are called where the user names them nothing.
const SESSION_NAME: &str = "posture-scan";
/// Credentials are renewed so long before their end: a call that is signed may still have to wait for its turn.
const RESERVE: Duration = Duration::from_mins(5);
/// How often STS is asked in all.
const ATTEMPTS: u32 = 4;

/// Why a role could not be assumed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct RoleFailure(pub(super) SubmissionError);

/// The STS of the configuration's region, asked with these credentials.
pub(super) fn sts(config: &SdkConfig, credentials: Credentials, timeouts: Timeouts) -> aws_sdk_sts::Client {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(timeouts.connect)
        .operation_attempt_timeout(timeouts.attempt)
        .operation_timeout(timeouts.operation)
        .build();
    let own = aws_sdk_sts::config::Builder::from(config)
        .credentials_provider(credentials)
        // These credentials are used for one call.
        .identity_cache(IdentityCache::no_cache())
        .timeout_config(timeouts)
        .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
    aws_sdk_sts::Client::from_conf(own.build())
}

/// The credentials of the last role.
#[derive(Debug)]
pub(super) struct Assumed {
    /// Who assumes the first role.
    pub(super) base: SharedCredentialsProvider,
    /// Each is assumed with the credentials of the one before.
    pub(super) roles: Vec<Role>,
    /// Where STS is.
    pub(super) config: SdkConfig,
    /// How long to wait for it.
    pub(super) timeouts: Timeouts,
    /// What the sentences name.
    pub(super) asked: Asked,
}

impl ProvideCredentials for Assumed {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.assume())
    }
}

impl Assumed {
    async fn assume(&self) -> provider::Result {
        let mut credentials = self.base.provide_credentials().await?;
        for role in &self.roles {
            let assumed = self.assume_one(role, credentials).await;
            credentials = assumed.map_err(|failure| CredentialsError::provider_error(RoleFailure(failure)))?;
        }
        Ok(credentials)
    }

    async fn assume_one(&self, role: &Role, credentials: Credentials) -> Result<Credentials, SubmissionError> {
        let call = sts(&self.config, credentials, self.timeouts)
            .assume_role()
            .role_arn(&role.arn)
            .role_session_name(role.session_name.as_deref().unwrap_or(SESSION_NAME))
            .set_external_id(role.external_id.clone())
            .set_duration_seconds(role.session_duration_s.and_then(|seconds| i32::try_from(seconds).ok()));
        let answer = call.send().await.map_err(|failure| self.refusal(role, &failure))?;
        session(answer.credentials).ok_or_else(|| self.asked.malformed("it grants the role without credentials"))
    }

    fn refusal(&self, role: &Role, failure: &SdkError<AssumeRoleError, HttpResponse>) -> SubmissionError {
        let detail = clean(failure.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or("STS gives no reason"));
        let arn = &role.arn;
        match code(failure) {
            Some(_) if kind_and_detail(failure).0 == GapKind::Denied => not_allowed(role, &detail),
            Some("ValidationError") if detail.contains("DurationSeconds") => error(
                "session_too_long",
                format!(
                    "role {arn} grants no session that long ({detail}): shorten --session-duration, or raise the role's maximum; a role \
                     that another role assumes gets an hour at most"
                ),
            ),
            Some("RegionDisabledException") => error(
                "region_not_enabled",
                format!(
                    "STS is not active in {} ({detail}): activate it in IAM's account settings, or set AWS_REGION",
                    self.asked.region
                ),
            ),
            Some(code @ ("ValidationError" | "MalformedPolicyDocument" | "PackedPolicyTooLarge")) => {
                error("invalid_role", format!("STS does not take role {arn} ({code}: {detail}): correct it"))
            }
            _ => submission_error(failure, &self.asked),
        }
    }
}

/// STS says the same of a role that does not exist, of one that does not trust the caller, and of a wrong external id.
fn not_allowed(role: &Role, detail: &str) -> SubmissionError {
    let (condition, otherwise) = match &role.external_id {
        Some(_) => (" with this external id", ""),
        None => ("", "; if it asks for an external id or MFA, give --external-id or --mfa-serial"),
    };
    let message = format!(
        "role {} cannot be assumed ({detail}): check that it exists, that its trust policy names the caller{condition}, and that the \
         caller may call sts:AssumeRole on it{otherwise}",
        role.arn
    );
    error("role_denied", message)
}

/// The credentials in an answer of STS, which seem to end somewhat earlier than they do.
pub(super) fn session(granted: Option<aws_sdk_sts::types::Credentials>) -> Option<Credentials> {
    let granted = granted?;
    let end = SystemTime::try_from(granted.expiration).ok()?;
    let lifetime = end.duration_since(SystemTime::now()).unwrap_or_default();
    let renewal = end - RESERVE.min(lifetime / 3);
    let (id, secret, token) = (granted.access_key_id, granted.secret_access_key, granted.session_token);
    Some(Credentials::new(id, secret, Some(token), Some(renewal), "STS"))
}

#[cfg(test)]
mod tests;
