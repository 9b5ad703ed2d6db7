//! What accounts that are read side by side share: the HTTP client, and the bound on calls that begin at once.

use std::sync::Arc;

use aws_smithy_runtime_api::client::http::SharedHttpClient;

use super::crowd::Crowd;
use super::wire;
use crate::provider::SubmissionError;

/// Connections that several accounts share, so that their number does not grow with that of the accounts.
#[derive(Debug, Clone)]
pub struct Network {
    pub(super) wire: SharedHttpClient,
    pub(super) crowd: Arc<Crowd>,
}

impl Network {
    /// Connections of their own.
    ///
    /// # Errors
    /// AWS_CA_BUNDLE names a file that holds no usable certificates.
    pub fn new() -> Result<Self, SubmissionError> {
        Ok(Self { wire: wire::http_client()?, crowd: Arc::default() })
    }
}
