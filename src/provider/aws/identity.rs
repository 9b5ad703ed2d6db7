//! Whose credentials these are, and one clear sentence when nobody can tell.

use std::error::Error;
use std::io;

use aws_config::imds::client::error::ImdsError;
use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_sts::error::SdkError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::cleaning::clean;
use super::errors::{code, find, in_words, innermost, kind_and_detail};
use super::roles::RoleFailure;
use crate::model::address::without_credentials;
use crate::model::{Account, GapKind};
use crate::provider::SubmissionError;

/// What the sentences name.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The profile that was named, where one was.
    pub(super) profile: Option<String>,
    /// The region that STS was asked in.
    pub(super) region: String,
    /// The custom endpoint, where there is one.
    pub(super) endpoint: Option<String>,
}

/// Asks STS whose credentials these are.
pub(super) async fn identify(sts: &aws_sdk_sts::Client, asked: &Asked) -> Result<Account, SubmissionError> {
    let answer = sts.get_caller_identity().send().await.map_err(|failure| submission_error(&failure, asked))?;
    let (Some(id), Some(caller)) = (answer.account, answer.arn) else {
        return Err(asked.malformed("it names no account"));
    };
    let partition = caller.split(':').nth(1).filter(|partition| !partition.is_empty()).unwrap_or("aws").to_owned();
    Ok(Account { id, partition, caller, as_of: None })
}

/// Why a call to STS failed, in one sentence.
pub(super) fn submission_error<E>(failure: &SdkError<E, HttpResponse>, asked: &Asked) -> SubmissionError
where
    E: ProvideErrorMetadata + Error + 'static,
{
    if let Some(RoleFailure(error)) = find(failure) {
        return error.clone();
    }
    if let Some(error) = find::<CredentialsError>(failure) {
        return asked.credentials(error);
    }
    if let Some(code) = code(failure) {
        return asked.refused(code, failure);
    }
    match kind_and_detail(failure) {
        (GapKind::Unreachable, detail) => asked.unreachable(failure, &detail),
        (GapKind::Throttled, _) => asked.throttled(),
        (_, detail) => asked.malformed(&detail),
    }
}

pub(super) const fn error(code: &'static str, message: String) -> SubmissionError {
    SubmissionError { code, message }
}

impl Asked {
    /// No credentials came from any source, or a source failed.
    fn credentials(&self, failure: &CredentialsError) -> SubmissionError {
        let detail = clean(&innermost(failure));
        match failure {
            CredentialsError::CredentialsNotLoaded(_) => self.no_credentials(),
            // The metadata service is asked last, and only when nobody else had any: most machines have none.
            _ if find::<ImdsError>(failure).is_some() => self.no_credentials(),
            CredentialsError::ProviderTimedOut(_) => {
                error("timed_out", format!("the source of the AWS credentials did not answer in time: {}", self.sign_in()))
            }
            _ if is_expired_session(failure) => {
                error("expired_credentials", format!("the AWS sign-in session has expired: {}", self.sign_in()))
            }
            CredentialsError::InvalidConfiguration(_) => {
                error("invalid_configuration", format!("the AWS configuration files cannot be used ({detail}): correct them"))
            }
            _ => error("credentials_failed", format!("the AWS credentials could not be had ({detail}): {}", self.sign_in())),
        }
    }

    pub(super) fn no_credentials(&self) -> SubmissionError {
        let place = self.profile.as_ref().map(|name| format!(" in profile `{name}`")).unwrap_or_default();
        let message = format!(
            "no AWS credentials were found{place}: {}, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            self.sign_in()
        );
        error("no_credentials", message)
    }

    /// STS answered with an error code.
    fn refused<E>(&self, code: &str, failure: &SdkError<E, HttpResponse>) -> SubmissionError
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        let detail = clean(failure.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or(code));
        match (kind_and_detail(failure).0, code) {
            (GapKind::Expired, "InvalidToken") | (GapKind::CredentialsRejected | GapKind::RegionDisabled, _) => {
                self.invalid(&detail)
            }
            (GapKind::Expired, _) => error("expired_credentials", format!("the AWS credentials have expired: {}", self.sign_in())),
            (_, "SignatureDoesNotMatch" | "IncompleteSignature" | "MissingAuthenticationToken" | "RequestTimeTooSkewed") => {
                self.invalid(&detail)
            }
            (GapKind::Denied, _) => error(
                "denied",
                format!("STS denies sts:GetCallerIdentity to these credentials ({detail}): allow it in the policies that apply"),
            ),
            (GapKind::Throttled, _) => self.throttled(),
            (GapKind::Unreachable, _) => self.no_answer(&detail),
            _ => error("refused", format!("STS refused to say whose credentials these are ({code}: {detail})")),
        }
    }

    fn invalid(&self, detail: &str) -> SubmissionError {
        let message = format!(
            "the AWS credentials are not valid ({detail}): check the access key, the machine's clock and the region ({}), or {}",
            self.region,
            self.sign_in()
        );
        error("invalid_credentials", message)
    }

    fn unreachable(&self, failure: &(dyn Error + 'static), detail: &str) -> SubmissionError {
        let place = self.place();
        if is_refused(failure) {
            let message = format!("{place} refuses the connection: check --endpoint-url, AWS_ENDPOINT_URL and the proxy");
            return error("endpoint_refused", message);
        }
        let words = in_words(failure);
        if words.contains("dns error") || words.contains("failed to lookup address") {
            let message =
                format!("the name of {place} cannot be resolved: check the network, the proxy and the region ({})", self.region);
            return error("no_network", message);
        }
        if words.contains("certificate") {
            let message = format!("{place} has no certificate that can be trusted ({detail}): name yours in AWS_CA_BUNDLE");
            return error("untrusted_endpoint", message);
        }
        if words.contains("corrupt message") || words.contains("invalid http") {
            return self.malformed(detail);
        }
        if words.contains("must contain scheme") || words.contains("invalid uri") || words.contains("relative url") {
            return error("invalid_endpoint", format!("{place} is no address ({detail}): write it like https://host:port"));
        }
        if words.contains("unreachable") && !words.contains("no answer") {
            return error("no_network", format!("there is no way to {place} ({detail}): check the network and the proxy"));
        }
        self.no_answer(detail)
    }

    fn no_answer(&self, detail: &str) -> SubmissionError {
        error("timed_out", format!("{} does not answer ({detail}): check the network and the proxy, then scan again", self.place()))
    }

    fn throttled(&self) -> SubmissionError {
        error("throttled", format!("{} kept refusing for rate: scan again when the account is quieter", self.place()))
    }

    pub(super) fn malformed(&self, detail: &str) -> SubmissionError {
        let message = format!("{} does not answer like AWS ({detail}): check --endpoint-url and the proxy", self.place());
        error("malformed_answer", message)
    }

    fn place(&self) -> String {
        match &self.endpoint {
            Some(url) => format!("the endpoint {}", clean(&without_credentials(url))),
            None => format!("STS in {}", self.region),
        }
    }

    fn sign_in(&self) -> String {
        match &self.profile {
            Some(name) => format!("run `aws sso login --profile {name}`"),
            None => "run `aws sso login`".to_owned(),
        }
    }
}

/// The SDK tells expired SSO sessions by their text only.
fn is_expired_session(failure: &CredentialsError) -> bool {
    let words = in_words(failure);
    ["expired", "sso token", "login session"].iter().any(|sign| words.contains(sign))
}

fn is_refused(failure: &(dyn Error + 'static)) -> bool {
    let refused = |error: &io::Error| error.kind() == io::ErrorKind::ConnectionRefused;
    find::<io::Error>(failure).is_some_and(refused) || in_words(failure).contains("connection refused")
}

#[cfg(test)]
mod tests;
