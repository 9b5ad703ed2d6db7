//! Signing in with the code of an MFA device.
//!
//! One code, asked for once, gives a session of the same user that knows of it (GetSessionToken). Roles are assumed with that session, as
//! often as a long scan needs, and nobody is asked again. The SDK knows nothing of profiles with an `mfa_serial`: they are followed here.

use aws_config::SdkConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_sdk_sts::error::SdkError;
use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityError;
use aws_sdk_sts::operation::get_session_token::GetSessionTokenError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::cleaning::clean;
use super::errors::{code, kind_and_detail};
use super::identity::{Asked, error, submission_error};
use super::roles::{session, sts};
use super::settings::{AwsSettings, MfaPrompt};
use crate::model::{GapKind, Role};
use crate::provider::SubmissionError;

/// How many profiles may refer to one another.
const MOST_PROFILES: usize = 16;

/// What a profile with an `mfa_serial` stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProfileWithMfa {
    /// The profile whose own credentials sign in.
    pub(super) source: String,
    /// The device.
    pub(super) serial: String,
    /// The roles that the profiles name, in the order in which they are assumed.
    pub(super) roles: Vec<Role>,
}

impl ProfileWithMfa {
    /// The profile `name`, followed to its source, where `property` gives a profile's settings; `None` where no device is named on the way.
    pub(super) fn find<'a>(property: impl Fn(&str, &str) -> Option<&'a str>, name: &str) -> Result<Option<Self>, SubmissionError> {
        let (mut roles, mut serial, mut current) = (Vec::new(), None, name.to_owned());
        for _ in 0..MOST_PROFILES {
            let own = |key: &str| property(&current, key).map(str::to_owned);
            let (Some(arn), Some(source)) = (own("role_arn"), own("source_profile")) else { break };
            // Only the user at the beginning has a device: the first role's counts.
            serial = own("mfa_serial").or(serial);
            let role: Result<Role, String> = arn.parse();
            let role = role.map_err(|why| unusable(&current, &format!("of its role_arn, {why}")))?;
            roles.insert(
                0,
                Role {
                    external_id: own("external_id"),
                    session_name: own("role_session_name"),
                    session_duration_s: own("duration_seconds").and_then(|seconds| seconds.parse().ok()),
                    ..role
                },
            );
            if source == current && serial.is_some() {
                return Err(unusable(&current, "it is its own source_profile: name another one that has the user's keys"));
            }
            current = source;
        }
        Ok(serial.map(|serial| Self { source: current, serial, roles }))
    }
}

fn unusable(profile: &str, why: &str) -> SubmissionError {
    error("invalid_configuration", clean(&format!("profile `{profile}` of the AWS configuration files cannot be used: {why}")))
}

/// Asks for the code of the device `serial`, and gives the session that it opens to the owner of `credentials`.
pub(super) async fn sign_in(
    config: &SdkConfig,
    serial: &str,
    settings: &AwsSettings,
    asked: &Asked,
) -> Result<Credentials, SubmissionError> {
    let source = config.credentials_provider();
    let source = source.ok_or_else(|| asked.no_credentials())?;
    let credentials = source.provide_credentials().await.map_err(|failure| {
        let failure: SdkError<GetCallerIdentityError, HttpResponse> = SdkError::construction_failure(failure);
        submission_error(&failure, asked)
    })?;
    let code = code_of(serial, settings.mfa_prompt.clone()).await?;
    let call = sts(config, credentials, settings.timeouts).get_session_token().serial_number(serial).token_code(code);
    let answer = call.send().await.map_err(|failure| refusal(serial, &failure, asked))?;
    session(answer.credentials).ok_or_else(|| asked.malformed("it opens a session without credentials"))
}

async fn code_of(serial: &str, prompt: MfaPrompt) -> Result<String, SubmissionError> {
    let device = serial.to_owned();
    let typed = tokio::task::spawn_blocking(move || prompt.ask(&device)).await;
    let typed = typed.unwrap_or_else(|_| Err("asking for it failed".to_owned())).map_err(|why| {
        let message = format!(
            "MFA device {serial} needs its code, and {why}: scan from a terminal, or with credentials that need no code, such as \
             those of `aws sso login` or of a role for machines"
        );
        error("mfa_required", clean(&message))
    })?;
    let code: String = typed.chars().filter(|character| !character.is_whitespace()).collect();
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(code);
    }
    Err(error("mfa_refused", format!("that is no code of MFA device {}: it has six digits; scan again", clean(serial))))
}

fn refusal(serial: &str, failure: &SdkError<GetSessionTokenError, HttpResponse>, asked: &Asked) -> SubmissionError {
    let detail = clean(failure.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or("STS gives no reason"));
    if code(failure).is_none() || kind_and_detail(failure).0 != GapKind::Denied {
        return submission_error(failure, asked);
    }
    let next = if detail.contains("session credentials") {
        "these credentials are a session already; leave out --mfa-serial, or use the user's own keys"
    } else {
        "check that the device is this user's, wait for its next code and scan again"
    };
    error("mfa_refused", format!("MFA device {} opens no session ({detail}): {next}", clean(serial)))
}

#[cfg(test)]
mod tests;
