//! How often a call is repeated, and how long the SDK waits in between.

use std::time::Duration;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use aws_smithy_types::retry::{ErrorKind, RetryConfig};

use super::clock;

/// Attempts at a call that ends in refusals for rate.
const ATTEMPTS: u32 = 10;
/// Attempts at a call whose service cannot be reached or says nothing: more would only make a dead region slow.
pub(super) const FAILURES: u32 = 3;
/// Attempts at a call whose service answers with errors, or hangs up. Where each of them fails with one in thirty, three in a row fail
/// somewhere among the calls of a large account, and five never do.
pub(super) const ERRORS: u32 = 5;
/// The first wait after a refusal for rate; each following one is up to twice as long, the real one a random part of it.
pub(super) const FIRST_WAIT: Duration = Duration::from_millis(250);
/// The longest wait between two attempts.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(8);

/// How the SDK repeats attempts, within what the gate allows.
#[must_use]
pub(super) fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(FIRST_WAIT).with_max_backoff(LONGEST_WAIT)
}

/// Marks an answer after which a call is given up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last;

/// Tells the SDK when the gate has given a call up, and which errors it should repeat besides those that it knows.
#[derive(Debug)]
pub(super) struct Patience;

impl ClassifyRetry for Patience {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(response) = context.response() else { return RetryAction::NoActionIndicated };
        match response.extension::<Last>() {
            Some(Last) => RetryAction::RetryForbidden,
            // The SDK has learnt from the answer how far the clock is off, and signs the next attempt accordingly.
            None if clock::is_off(response) => RetryAction::retryable_error(ErrorKind::ServerError),
            None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Patience"
    }
}
