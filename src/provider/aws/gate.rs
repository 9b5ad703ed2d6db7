//! What every attempt on the wire passes: the breaker and the limiter first, then the clock and the meter.
//!
//! The time-outs are kept here and not by the SDK, so that waiting for the limiter eats neither: an attempt's clock starts when it
//! is let through, and a call's clock stops while it waits. Answers are read whole, so a call counts as running until its last byte.

use std::sync::Arc;
use std::time::Duration;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connection::CaptureSmithyConnection;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use tokio::time::Instant;

use super::answer;
use super::call::Call;
use super::crowd::Crowd;
use super::errors::{innermost, is_throttle};
use super::meter::Meter;
use super::network::Network;
use super::patience::{ERRORS, FAILURES, FIRST_WAIT, LONGEST_WAIT, Last};
use super::rates;
use super::settings::Timeouts;
use super::sieve::Sieve;
use crate::model::GapKind;
use crate::provider::limiter::{Pass, Share};

/// Memory that is reserved on an answer's word, in bytes: what it says of its length may be wrong.
const MOST_RESERVED: usize = 16 << 20;

/// Why the gate gave a call up.
#[derive(Debug, thiserror::Error)]
#[error("{detail}")]
pub(super) struct GaveUp {
    /// What that means for the evidence.
    pub(super) kind: GapKind,
    /// In words.
    pub(super) detail: String,
    #[source]
    cause: Option<BoxError>,
}

/// An HTTP client whose labelled requests pass the gate; others (credentials, metadata) go straight to the wire.
#[derive(Debug)]
pub(super) struct Gate {
    wire: SharedHttpClient,
    keeper: Arc<Keeper>,
}

#[derive(Debug)]
struct Keeper {
    timeouts: Timeouts,
    share: Share,
    meter: Arc<Meter>,
    crowd: Arc<Crowd>,
}

impl Gate {
    /// A gate in front of the network that lets through a `share` of what the services allow.
    #[must_use]
    pub(super) fn new(network: Network, timeouts: Timeouts, share: Share, meter: Arc<Meter>) -> Self {
        let Network { wire, crowd } = network;
        Self { wire, keeper: Arc::new(Keeper { timeouts, share, meter, crowd }) }
    }
}

impl HttpClient for Gate {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let wire = self.wire.http_connector(settings, components);
        SharedHttpConnector::new(Gated { wire, keeper: Arc::clone(&self.keeper) })
    }
}

#[derive(Debug)]
struct Gated {
    wire: SharedHttpConnector,
    keeper: Arc<Keeper>,
}

impl HttpConnector for Gated {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Some(call) = request.extension::<Call>().cloned() else { return self.wire.call(request) };
        let (wire, keeper) = (self.wire.clone(), Arc::clone(&self.keeper));
        HttpConnectorFuture::new(async move { keeper.attempt(&wire, request, &call).await })
    }
}

impl Keeper {
    async fn attempt(&self, wire: &SharedHttpConnector, request: HttpRequest, call: &Call) -> Result<HttpResponse, ConnectorError> {
        let (bucket, rate) = rates::bucket(call.service, &call.operation);
        let queued = Instant::now();
        call.breaker.check(queued).map_err(cut_off)?;
        let mut pass = call.lane.enter(bucket, self.share.of_rate(rate)).await;
        let place = self.crowd.enter(&call.region).await;
        pass.goes_out();
        call.course.waited(queued.elapsed());
        // Those before it in the line may have found out meanwhile that nobody is there.
        call.breaker.admit(Instant::now()).map_err(cut_off)?;
        self.meter.attempted(call.service, &call.service.action(&call.operation), call.attempt);
        let patience = self.timeouts.attempt.min(self.left(call));
        let connection = request.extension::<CaptureSmithyConnection>().cloned();
        let error = match tokio::time::timeout(patience, place.hold(exchange(wire, request, call))).await {
            Ok(Ok(response)) if response.status().is_success() && !answer::is_whole(&response) => {
                call.breaker.answered();
                return Err(gave_up(GapKind::Malformed, "the document stops half-way".to_owned(), None));
            }
            Ok(Ok(response)) => return Ok(self.answered(response, call, &pass)),
            Ok(Err(error)) => error,
            Err(_) => ConnectorError::timeout(format!("no answer within {:.1} s", patience.as_secs_f64()).into()),
        };
        let contact = if connection.is_some_and(|connection| connection.get().is_none()) { Contact::None } else { Contact::Made };
        Err(self.failed(error, call, contact))
    }

    /// How much of the operation's time is left.
    fn left(&self, call: &Call) -> Duration {
        self.timeouts.operation.saturating_sub(call.course.active())
    }

    /// Whether the SDK may try once more: the longest that it may wait before that has to fit into what is left.
    fn may_wait(&self, call: &Call) -> bool {
        let doublings = call.attempt.saturating_sub(1).min(16);
        self.left(call) > (FIRST_WAIT * (1 << doublings)).min(LONGEST_WAIT)
    }

    fn answered(&self, mut response: HttpResponse, call: &Call, pass: &Pass) -> HttpResponse {
        call.breaker.answered();
        let status = response.status().as_u16();
        let last = if status < 400 {
            false
        } else if is_throttle(answer::error_code(&response), status) {
            self.meter.throttled();
            pass.throttled();
            !self.may_wait(call)
        } else {
            call.course.failed() >= ERRORS || !self.may_wait(call)
        };
        if last {
            response.add_extension(Last);
        }
        response
    }

    fn failed(&self, error: ConnectorError, call: &Call, contact: Contact) -> ConnectorError {
        if contact == Contact::None {
            call.breaker.lost(Instant::now());
        }
        let most = if contact == Contact::Made && !error.is_timeout() { ERRORS } else { FAILURES };
        if call.course.failed() < most && self.may_wait(call) {
            return error;
        }
        let cause = error.into_source();
        let detail = innermost(&*cause);
        gave_up(GapKind::Unreachable, detail, Some(cause))
    }
}

/// Whether an attempt that failed ever had a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Contact {
    /// Somebody accepted it.
    Made,
    /// Nobody did.
    None,
}

/// The end of a call that the breaker does not let through.
fn cut_off(reason: String) -> ConnectorError {
    gave_up(GapKind::Unreachable, reason, None)
}

/// The end of a call that is not to be repeated.
fn gave_up(kind: GapKind, detail: String, cause: Option<BoxError>) -> ConnectorError {
    ConnectorError::other(Box::new(GaveUp { kind, detail, cause }), None)
}

async fn exchange(wire: &SharedHttpConnector, request: HttpRequest, call: &Call) -> Result<HttpResponse, ConnectorError> {
    let mut response = wire.call(request).await?;
    let body = response.take_body();
    let mut sieve = Sieve::of(call);
    let announced = body.content_length().and_then(|length| usize::try_from(length).ok()).filter(|_| sieve.is_none());
    // Piece by piece into one place, so that a long answer is never in memory twice.
    let mut whole = Vec::with_capacity(announced.unwrap_or_default().min(MOST_RESERVED));
    let mut pieces = ByteStream::new(body);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|error| ConnectorError::io(error.into()))?;
        match &mut sieve {
            Some(sieve) => sieve.push(&piece),
            None => whole.extend_from_slice(&piece),
        }
    }
    *response.body_mut() = SdkBody::from(sieve.map_or(whole, Sieve::into_kept));
    Ok(response)
}

#[cfg(test)]
mod tests;
