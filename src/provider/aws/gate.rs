//! What every attempt on the wire passes: the limiter first, then the clock and the meter.
//!
//! The time-outs are kept here and not by the SDK, so that waiting for the limiter eats neither: an attempt's clock starts when it
//! is let through, and a call's clock stops while it waits. Answers are read whole, so a call counts as running until its last byte.

use std::sync::Arc;
use std::time::Duration;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::retry::RetryConfig;
use tokio::time::Instant;

use super::answer;
use super::call::Call;
use super::errors::{innermost, is_throttle};
use super::meter::Meter;
use super::rates;
use super::settings::Timeouts;
use crate::model::GapKind;
use crate::provider::limiter::Pass;

/// Attempts at a call that ends in refusals for rate.
const ATTEMPTS: u32 = 10;
/// Attempts at a call whose service fails or cannot be reached: more would only make a dead region slow.
const FAILURES: u32 = 3;
/// The first wait after a refusal for rate; each following one is up to twice as long, the real one a random part of it.
const FIRST_WAIT: Duration = Duration::from_millis(250);
/// The longest wait between two attempts.
const LONGEST_WAIT: Duration = Duration::from_secs(8);

/// How the SDK repeats attempts, within what the gate allows.
#[must_use]
pub(super) fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(FIRST_WAIT).with_max_backoff(LONGEST_WAIT)
}

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
    meter: Arc<Meter>,
}

impl Gate {
    /// A gate in front of `wire`.
    #[must_use]
    pub(super) fn new(wire: SharedHttpClient, timeouts: Timeouts, meter: Arc<Meter>) -> Self {
        Self { wire, keeper: Arc::new(Keeper { timeouts, meter }) }
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
        let pass = call.lane.enter(bucket, rate).await;
        call.course.waited(queued.elapsed());

        self.meter.attempted(call.service, &call.service.action(&call.operation), call.attempt);
        let patience = self.timeouts.attempt.min(self.left(call));
        match tokio::time::timeout(patience, exchange(wire, request)).await {
            Ok(Ok(response)) => Ok(self.answered(response, call, &pass)),
            Ok(Err(error)) => Err(self.failed(error, call)),
            Err(_) => {
                let error = format!("no answer within {:.1} s", patience.as_secs_f64());
                Err(self.failed(ConnectorError::timeout(error.into()), call))
            }
        }
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
        let status = response.status().as_u16();
        let last = if status < 400 {
            false
        } else if is_throttle(answer::error_code(&response), status) {
            self.meter.throttled();
            pass.throttled();
            !self.may_wait(call)
        } else {
            status >= 500 && (call.course.failed() >= FAILURES || !self.may_wait(call))
        };
        if last {
            response.add_extension(Last);
        }
        response
    }

    fn failed(&self, error: ConnectorError, call: &Call) -> ConnectorError {
        if call.course.failed() < FAILURES && self.may_wait(call) {
            return error;
        }
        let cause = error.into_source();
        let detail = innermost(&*cause);
        ConnectorError::other(Box::new(GaveUp { kind: GapKind::Unreachable, detail, cause: Some(cause) }), None)
    }
}

async fn exchange(wire: &SharedHttpConnector, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
    let mut response = wire.call(request).await?;
    let body = ByteStream::new(response.take_body()).collect().await;
    let body = body.map_err(|error| ConnectorError::io(error.into()))?;
    *response.body_mut() = SdkBody::from(body.into_bytes());
    Ok(response)
}

/// Marks an answer after which a call is given up.
#[derive(Debug, Clone, Copy)]
struct Last;

/// Tells the SDK when the gate has given a call up.
#[derive(Debug)]
pub(super) struct Patience;

impl ClassifyRetry for Patience {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.response().and_then(HttpResponse::extension::<Last>) {
            Some(Last) => RetryAction::RetryForbidden,
            None => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Patience"
    }
}

#[cfg(test)]
mod tests {
    use super::super::call::USER_AGENT;
    use super::super::errors::gap;
    use super::super::scripted::{Answer, Scripted, clients, impatient, json, xml};
    use super::*;

    const VPCS: &str = "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><vpcSet/></DescribeVpcsResponse>";
    const LIMIT: &str = "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message>\
                         </Error></Errors><RequestID>x</RequestID></Response>";

    #[tokio::test]
    async fn a_throttled_call_is_repeated_until_it_succeeds_and_every_attempt_is_counted() {
        let service = Scripted::new(vec![xml(503, LIMIT), xml(503, LIMIT), xml(503, LIMIT), xml(503, LIMIT), xml(200, VPCS)]);
        let (clients, meter) = service.clients(Timeouts::default());
        clients.ec2("eu-west-1").describe_vpcs().max_results(1000).send().await.expect("the fifth attempt succeeds");
        let counts = meter.counts();
        assert_eq!((counts.total, counts.throttled, counts.retried), (5, 4, 4));
        assert_eq!(counts.by_service["ec2"], 5);
        assert_eq!(meter.actions().into_iter().collect::<Vec<_>>(), ["ec2:DescribeVpcs"]);
    }

    #[tokio::test]
    async fn throttling_beyond_patience_ends_within_the_operation_time_as_throttled() {
        let service = Scripted::new(vec![json(400, r#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#)]);
        let (clients, meter) = service.clients(impatient());
        let began = Instant::now();
        let error = clients.ecr("eu-west-1").describe_repositories().send().await.expect_err("throttled");
        let gap = gap("ecr:DescribeRepositories", "eu-west-1", &error);
        assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Throttled, "Rate exceeded"));
        assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
        assert!(meter.counts().retried >= 2 && meter.counts().throttled == meter.counts().total);
    }

    #[tokio::test]
    async fn many_calls_throttled_at_once_all_get_through() {
        let mut answers = vec![xml(503, LIMIT); 60];
        answers.push(xml(200, VPCS));
        let service = Scripted::new(answers);
        let (clients, meter) = service.clients(Timeouts::default());
        let ec2 = clients.ec2("eu-west-1");
        let calls = (0..40).map(|_| ec2.describe_vpcs().max_results(1000).send());
        let answers = futures_util::future::join_all(calls).await;
        assert!(answers.iter().all(Result::is_ok));
        assert_eq!((meter.counts().total, meter.counts().throttled), (100, 60));
    }

    #[tokio::test]
    async fn a_failing_or_vanished_service_is_tried_three_times() {
        for answer in [xml(500, "oops"), xml(503, "<html/>"), Answer::Reset] {
            let service = Scripted::new(vec![answer.clone()]);
            let (clients, meter) = service.clients(Timeouts::default());
            let began = Instant::now();
            clients.ec2("eu-west-1").describe_vpcs().send().await.expect_err("no answer");
            assert_eq!(meter.counts().total, 3, "{answer:?}");
            assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
        }
    }

    #[tokio::test]
    async fn a_service_that_hangs_is_given_up_after_the_attempt_time() {
        let service = Scripted::new(vec![Answer::Hang]);
        let (clients, meter) = service.clients(impatient());
        let began = Instant::now();
        let error = clients.ec2("eu-west-1").describe_vpcs().send().await.expect_err("no answer");
        let gap = gap("ec2:DescribeVpcs", "eu-west-1", &error);
        assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Unreachable, "no answer within 0.3 s"));
        assert_eq!(meter.counts().total, 3);
        assert!((900..2_500).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    }

    #[tokio::test]
    async fn nobody_listening_is_unreachable() {
        let (clients, _) = clients("http://127.0.0.1:1", Timeouts::default());
        let error = clients.s3("eu-west-1").list_buckets().send().await.expect_err("refused");
        let gap = gap("s3:ListAllMyBuckets", "eu-west-1", &error);
        assert_eq!(gap.kind, GapKind::Unreachable);
        assert!(gap.detail.contains("refused"), "{}", gap.detail);
    }

    #[tokio::test]
    async fn every_request_says_who_sends_it() {
        let service = Scripted::new(vec![xml(200, VPCS)]);
        let (clients, _) = service.clients(Timeouts::default());
        clients.ec2("eu-west-1").describe_vpcs().send().await.expect("an answer");
        let request = service.requests().remove(0);
        let agent = request.lines().find(|line| line.starts_with("user-agent:")).expect("a user agent");
        assert!(agent.starts_with(&format!("user-agent: {USER_AGENT} aws-sdk-rust/")), "{agent}");
    }

    #[tokio::test]
    async fn a_custom_endpoint_gets_buckets_in_the_path_and_no_account_in_front() {
        let service = Scripted::new(vec![xml(404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>")]);
        let (clients, _) = service.clients(Timeouts::default());
        let _ = clients.s3("eu-west-1").get_bucket_policy().bucket("logs").send().await;
        let _ = clients.s3control("eu-west-1").get_public_access_block().account_id("123456789012").send().await;
        let requests = service.requests();
        let host = format!("host: {}", service.url.trim_start_matches("http://"));
        assert!(requests[0].starts_with("GET /logs?policy") || requests[0].starts_with("GET /logs/?policy"), "{}", requests[0]);
        for request in &requests {
            assert!(request.lines().any(|line| line == host), "{request}");
        }
        assert_eq!(requests.len(), 2);
    }
}
