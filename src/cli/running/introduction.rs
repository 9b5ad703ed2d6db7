//! From what the user named to a scan whose plan stands: who the account is, and what there is to do.

use std::path::Path;
use std::sync::Arc;

use crate::cli::exit_code::{Ending, Failure};
use crate::cli::settings::{AwsSource, Source, is_fixture_file};
use crate::engine::{self, Cancellation, PreparedScan, ScanRequest};
use crate::provider::mock::MockProvider;
use crate::provider::{Provider, SubmissionError};

/// Why there is no provider.
pub(in crate::cli) enum Refusal {
    /// The user asked for something that cannot be.
    Usage(Failure),
    /// The account cannot be reached.
    Submission(SubmissionError),
}

impl Refusal {
    /// The failure that ends the program.
    pub(in crate::cli) fn failure(self, cancellation: &Cancellation) -> Failure {
        match self {
            Self::Usage(failure) => failure,
            Self::Submission(error) => {
                let ending = if cancellation.is_requested() { Ending::Cancelled } else { Ending::SubmissionError };
                Failure { ending, message: error.message }
            }
        }
    }
}

/// Connects to the account and makes the plan.
pub(in crate::cli) async fn introduce(
    source: &Source,
    request: &ScanRequest,
    cancellation: &Cancellation,
) -> Result<(Arc<dyn Provider>, PreparedScan), Refusal> {
    introduce_over(Box::pin(connect_to(source)), request, cancellation).await
}

/// The same with a connection that is being made.
pub(in crate::cli) async fn introduce_over(
    connecting: impl Future<Output = Result<Arc<dyn Provider>, Refusal>>,
    request: &ScanRequest,
    cancellation: &Cancellation,
) -> Result<(Arc<dyn Provider>, PreparedScan), Refusal> {
    let provider = tokio::select! {
        connected = connecting => connected?,
        () = cancellation.requested() => return Err(Refusal::Submission(engine::stopped_early())),
    };
    match engine::prepare(&provider, request, cancellation).await {
        Ok(prepared) => Ok((provider, prepared)),
        Err(error) => Err(Refusal::Submission(error)),
    }
}

/// Connects to the account.
pub(in crate::cli) async fn connect_to(source: &Source) -> Result<Arc<dyn Provider>, Refusal> {
    connect_over(source, None).await
}

/// Connects to the account, over connections that others use too where there are any.
pub(in crate::cli) async fn connect_over(source: &Source, network: Option<Network>) -> Result<Arc<dyn Provider>, Refusal> {
    match source {
        Source::Mock { fixture, speed } => match mock(fixture, *speed) {
            Ok(provider) => Ok(Arc::new(provider)),
            Err(error) => Err(Refusal::Usage(Failure::usage(error))),
        },
        Source::Aws(source) => aws(source, network).await,
    }
}

fn mock(fixture: &str, speed: f64) -> Result<MockProvider, crate::provider::mock::FixtureError> {
    let path = Path::new(fixture);
    if is_fixture_file(path) { MockProvider::from_file(path, speed) } else { MockProvider::embedded(fixture, speed) }
}

#[cfg(feature = "aws")]
pub(in crate::cli) use crate::provider::aws::Network;

/// Connections that several accounts share: none in this build.
#[cfg(not(feature = "aws"))]
#[derive(Debug, Clone)]
pub(in crate::cli) enum Network {}

/// What it takes to connect.
#[cfg(feature = "aws")]
pub(in crate::cli) fn aws_settings(source: &AwsSource, network: Option<Network>) -> crate::provider::aws::AwsSettings {
    use crate::provider::aws::{AwsSettings, MfaPrompt};

    let whom = crate::cli::mfa_prompt::whom(source);
    let AwsSource { profile, roles, mfa_serial, endpoint_url, share } = source.clone();
    let mfa_prompt = MfaPrompt::new(move |serial| crate::cli::mfa_prompt::ask(serial, &whom));
    AwsSettings { profile, roles, mfa_serial, mfa_prompt, endpoint_url, share, network, ..AwsSettings::default() }
}

#[cfg(feature = "aws")]
async fn aws(source: &AwsSource, network: Option<Network>) -> Result<Arc<dyn Provider>, Refusal> {
    match Box::pin(crate::provider::aws::AwsProvider::connect(aws_settings(source, network))).await {
        Ok(provider) => Ok(Arc::new(provider)),
        Err(error) => Err(Refusal::Submission(error)),
    }
}

#[cfg(not(feature = "aws"))]
#[expect(clippy::unused_async, reason = "the same signature as with the feature")]
async fn aws(_source: &AwsSource, _network: Option<Network>) -> Result<Arc<dyn Provider>, Refusal> {
    Err(Refusal::Usage(no_aws()))
}

/// What a build without AWS says to whoever wants it.
#[cfg(not(feature = "aws"))]
pub(in crate::cli) fn no_aws() -> Failure {
    Failure::usage("this build cannot read AWS; scan a mock account with --mock, or build with the feature `aws`")
}
