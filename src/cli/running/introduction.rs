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
    let provider = tokio::select! {
        connected = connect_to(source) => connected?,
        () = cancellation.requested() => return Err(Refusal::Submission(engine::stopped_early())),
    };
    match engine::prepare(&provider, request, cancellation).await {
        Ok(prepared) => Ok((provider, prepared)),
        Err(error) => Err(Refusal::Submission(error)),
    }
}

/// Connects to the account.
pub(in crate::cli) async fn connect_to(source: &Source) -> Result<Arc<dyn Provider>, Refusal> {
    match source {
        Source::Mock { fixture, speed } => match mock(fixture, *speed) {
            Ok(provider) => Ok(Arc::new(provider)),
            Err(error) => Err(Refusal::Usage(Failure::usage(error))),
        },
        Source::Aws(source) => aws(source).await,
    }
}

fn mock(fixture: &str, speed: f64) -> Result<MockProvider, crate::provider::mock::FixtureError> {
    let path = Path::new(fixture);
    if is_fixture_file(path) { MockProvider::from_file(path, speed) } else { MockProvider::embedded(fixture, speed) }
}

#[cfg(feature = "aws")]
async fn aws(source: &AwsSource) -> Result<Arc<dyn Provider>, Refusal> {
    use crate::provider::aws::{AwsProvider, AwsSettings, MfaPrompt};

    let AwsSource { profile, roles, mfa_serial, endpoint_url, share } = source.clone();
    let mfa_prompt = MfaPrompt::new(crate::cli::mfa_prompt::ask);
    let settings = AwsSettings { profile, roles, mfa_serial, mfa_prompt, endpoint_url, share, ..AwsSettings::default() };
    match AwsProvider::connect(settings).await {
        Ok(provider) => Ok(Arc::new(provider)),
        Err(error) => Err(Refusal::Submission(error)),
    }
}

#[cfg(not(feature = "aws"))]
#[expect(clippy::unused_async, reason = "the same signature as with the feature")]
async fn aws(_source: &AwsSource) -> Result<Arc<dyn Provider>, Refusal> {
    Err(Refusal::Usage(Failure::usage(
        "this build cannot read AWS; scan a mock account with --mock, or build with the feature `aws`",
    )))
}
