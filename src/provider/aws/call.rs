//! What one call is, carried from the SDK's operation down to the wire.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use tokio::time::Instant;

use super::breaker::Breaker;
use super::service::Service;
use crate::provider::limiter::Lane;

/// How the scanner introduces itself: in front of what the SDK says of itself, so that an account's logs name it.
pub(super) const USER_AGENT: &str = concat!("posture-scan/", env!("CARGO_PKG_VERSION"));

/// One attempt at a call, as the gate sees it.
#[derive(Debug, Clone)]
pub(super) struct Call {
    /// The service that is called.
    pub(super) service: Service,
    /// The SDK's name of the operation.
    pub(super) operation: String,
    /// 1 for the first attempt.
    pub(super) attempt: u32,
    /// The client's region.
    pub(super) region: Arc<str>,
    /// The service's lane in the region.
    pub(super) lane: Arc<Lane>,
    /// Whether the service can be connected to in the region.
    pub(super) breaker: Breaker,
    /// What all attempts at this call share.
    pub(super) course: Course,
}

/// How a call has gone so far, over all its attempts.
#[derive(Debug, Clone)]
pub(super) struct Course(Arc<Mutex<CourseState>>);

#[derive(Debug)]
struct CourseState {
    began: Instant,
    queued: Duration,
    failures: u32,
}

impl Course {
    /// A call that begins now.
    pub(super) fn begin() -> Self {
        Self(Arc::new(Mutex::new(CourseState { began: Instant::now(), queued: Duration::ZERO, failures: 0 })))
    }

    /// The time since the call began, without what was spent waiting for the scanner's own limiter.
    pub(super) fn active(&self) -> Duration {
        let state = self.state();
        state.began.elapsed().saturating_sub(state.queued)
    }

    /// Counts time spent waiting for the limiter.
    pub(super) fn waited(&self, time: Duration) {
        self.state().queued += time;
    }

    /// Counts an attempt without a useful answer, and says how many there were.
    pub(super) fn failed(&self) -> u32 {
        let mut state = self.state();
        state.failures += 1;
        state.failures
    }

    fn state(&self) -> MutexGuard<'_, CourseState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Storable for Course {
    type Storer = StoreReplace<Self>;
}

/// Labels every request of one client: which call it belongs to, and who sends it.
#[derive(Debug)]
pub(super) struct Label {
    /// The client's service.
    pub(super) service: Service,
    /// The client's region.
    pub(super) region: Arc<str>,
    /// The service's lane in that region.
    pub(super) lane: Arc<Lane>,
    /// Whether the service can be connected to in the client's region.
    pub(super) breaker: Breaker,
    /// The authority of a custom endpoint that services must not put anything in front of.
    pub(super) authority: Option<String>,
}

impl Intercept for Label {
    fn name(&self) -> &'static str {
        "Label"
    }

    fn read_before_serialization(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        bag.interceptor_state().store_put(Course::begin());
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(authority) = &self.authority else { return Ok(()) };
        let request = context.request_mut();
        let uri = with_authority(request.uri(), authority);
        request.set_uri(uri)?;
        Ok(())
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let call = Call {
            service: self.service,
            operation: bag.load::<Metadata>().map(|metadata| metadata.name().to_owned()).unwrap_or_default(),
            attempt: bag.load::<RequestAttempts>().map_or(1, RequestAttempts::attempts),
            region: Arc::clone(&self.region),
            lane: Arc::clone(&self.lane),
            breaker: self.breaker.clone(),
            course: bag.load::<Course>().cloned().unwrap_or_else(Course::begin),
        };
        let request = context.request_mut();
        request.add_extension(call);
        let agent = match request.headers().get("user-agent") {
            Some(sdk) => format!("{USER_AGENT} {sdk}"),
            None => USER_AGENT.to_owned(),
        };
        request.headers_mut().insert("user-agent", agent);
        Ok(())
    }
}

/// The same address at another host: `http://123456789012.aws.lab:4577/v20180820` becomes `http://aws.lab:4577/v20180820`.
fn with_authority(uri: &str, authority: &str) -> String {
    let Some((scheme, rest)) = uri.split_once("://") else { return uri.to_owned() };
    let path = rest.find(['/', '?']).map_or("", |begin| &rest[begin..]);
    format!("{scheme}://{authority}{path}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_in_front_of_a_custom_endpoint_is_taken_away() {
        let prefixed = "http://123456789012.127.0.0.1:5000/v20180820/configuration/publicAccessBlock";
        assert_eq!(with_authority(prefixed, "127.0.0.1:5000"), "http://127.0.0.1:5000/v20180820/configuration/publicAccessBlock");
        assert_eq!(with_authority("http://a.b?c=d", "b:1"), "http://b:1?c=d");
        assert_eq!(with_authority("http://a.b", "b"), "http://b");
    }
}
