//! The one place where API clients are made: one per service and region, all over the same connections and through the same gate.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use aws_config::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{Region, SdkConfig};
use aws_sdk_sts::config::retry::{RetryPartition, TokenBucket};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

use super::breaker::Breakers;
use super::call::Label;
use super::gate::Gate;
use super::meter::Meter;
use super::patience::{Patience, retries};
use super::rates::at_once;
use super::service::Service;
use super::settings::{AwsSettings, Timeouts};
use crate::provider::limiter::{Limiter, Share};

/// Makes and keeps the clients.
#[derive(Debug)]
pub(super) struct Clients {
    shared: Shared,
    ec2: Cache<aws_sdk_ec2::Client>,
    s3: Cache<aws_sdk_s3::Client>,
    s3control: Cache<aws_sdk_s3control::Client>,
    iam: Cache<aws_sdk_iam::Client>,
    sts: Cache<aws_sdk_sts::Client>,
    cloudtrail: Cache<aws_sdk_cloudtrail::Client>,
    eks: Cache<aws_sdk_eks::Client>,
    ecr: Cache<aws_sdk_ecr::Client>,
}

/// What all clients have in common.
#[derive(Debug)]
struct Shared {
    config: SdkConfig,
    gate: SharedHttpClient,
    limiter: Limiter,
    breakers: Breakers,
    timeouts: Timeouts,
    share: Share,
}

impl Shared {
    fn label(&self, service: Service, region: &str) -> Label {
        let lane = self.limiter.lane(&format!("{}/{region}", service.prefix()), at_once(service, self.share));
        let authority = match service {
            // S3 Control puts the account in front of the host, which a custom endpoint's name server does not know.
            Service::S3Control => self.config.endpoint_url().and_then(authority).map(str::to_owned),
            _ => None,
        };
        Label { service, lane, breaker: self.breakers.of(service, region), authority }
    }

    /// A connection has its own time-out; the others are kept by the gate.
    fn timeouts(&self) -> TimeoutConfig {
        TimeoutConfig::builder()
            .connect_timeout(self.timeouts.connect)
            .disable_read_timeout()
            .disable_operation_attempt_timeout()
            .disable_operation_timeout()
            .build()
    }
}

macro_rules! client {
    ($name:ident, $sdk:ident, $service:expr, $doc:literal $(, $own:expr)?) => {
        #[doc = $doc]
        pub(super) fn $name(&self, region: &str) -> $sdk::Client {
            self.$name.of(region, || {
                let builder = $sdk::config::Builder::from(&self.shared.config)
                    .region(Region::new(region.to_owned()))
                    .http_client(self.shared.gate.clone())
                    .timeout_config(self.shared.timeouts())
                    .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
                    .retry_config(retries())
                    .retry_partition(unlimited_retries())
                    .retry_classifier(Patience)
                    .interceptor(self.shared.label($service, region));
                $(let builder = ($own)(&self.shared, builder);)?
                $sdk::Client::from_conf(builder.build())
            })
        }
    };
}

impl Clients {
    /// Clients that share what `config` holds (credentials, endpoint) and send over `wire`.
    #[must_use]
    pub(super) fn new(config: SdkConfig, wire: SharedHttpClient, settings: &AwsSettings, meter: Arc<Meter>) -> Self {
        let (timeouts, share) = (settings.timeouts, settings.share);
        let gate = SharedHttpClient::new(Gate::new(wire, timeouts, share, meter));
        Self {
            shared: Shared { config, gate, limiter: Limiter::default(), breakers: Breakers::default(), timeouts, share },
            ec2: Cache::default(),
            s3: Cache::default(),
            s3control: Cache::default(),
            iam: Cache::default(),
            sts: Cache::default(),
            cloudtrail: Cache::default(),
            eks: Cache::default(),
            ecr: Cache::default(),
        }
    }

    client!(ec2, aws_sdk_ec2, Service::Ec2, "EC2 in a region.");
    client!(s3, aws_sdk_s3, Service::S3, "S3 in a region.", path_style);
    client!(s3control, aws_sdk_s3control, Service::S3Control, "S3's account-level settings in a region.");
    client!(iam, aws_sdk_iam, Service::Iam, "IAM, signed for a region.");
    client!(sts, aws_sdk_sts, Service::Sts, "STS in a region.");
    client!(cloudtrail, aws_sdk_cloudtrail, Service::CloudTrail, "CloudTrail in a region.");
    client!(eks, aws_sdk_eks, Service::Eks, "EKS in a region.");
    client!(ecr, aws_sdk_ecr, Service::Ecr, "ECR in a region.");
}

/// A custom endpoint's name server does not know the buckets: their names go into the path.
fn path_style(shared: &Shared, builder: aws_sdk_s3::config::Builder) -> aws_sdk_s3::config::Builder {
    let own = std::env::var_os("AWS_ENDPOINT_URL_S3").is_some();
    if own || shared.config.endpoint_url().is_some() { builder.force_path_style(true) } else { builder }
}

/// The gate bounds retries; the SDK's own quota would end them early when many calls are throttled at once.
fn unlimited_retries() -> RetryPartition {
    RetryPartition::custom("posture-scan").token_bucket(TokenBucket::unlimited()).build()
}

/// `http://aws.lab:4577/x` has the authority `aws.lab:4577`.
fn authority(url: &str) -> Option<&str> {
    url.split_once("://").and_then(|(_, rest)| rest.split(['/', '?']).next())
}

/// One service's clients by region.
#[derive(Debug)]
struct Cache<C>(Mutex<HashMap<String, C>>);

impl<C> Default for Cache<C> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<C: Clone> Cache<C> {
    fn of(&self, region: &str, make: impl FnOnce() -> C) -> C {
        let mut clients = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(region) {
            return client.clone();
        }
        let client = make();
        clients.insert(region.to_owned(), client.clone());
        client
    }
}
