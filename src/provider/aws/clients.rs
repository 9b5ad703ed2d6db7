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
use super::network::Network;
use super::patience::{Patience, retries};
use super::rates::at_once;
use super::service::Service;
use super::session::Session;
use super::settings::{AwsSettings, Timeouts};
use crate::provider::limiter::{Limiter, Share};

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
    fn new(config: SdkConfig, network: Network, settings: &AwsSettings, meter: Arc<Meter>) -> Self {
        let (timeouts, share) = (settings.timeouts, settings.share);
        let gate = SharedHttpClient::new(Gate::new(network, timeouts, share, meter));
        Self { config, gate, limiter: Limiter::default(), breakers: Breakers::default(), timeouts, share }
    }

    fn label(&self, service: Service, region: &str) -> Label {
        let lane = self.limiter.lane(&format!("{}/{region}", service.prefix()), at_once(service, self.share));
        let authority = match service {
            // S3 Control puts the account in front of the host, which a custom endpoint's name server does not know.
            Service::S3Control => self.config.endpoint_url().and_then(authority).map(str::to_owned),
            _ => None,
        };
        Label { service, region: region.into(), lane, breaker: self.breakers.of(service, region), authority }
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

/// Declares the clients, each with its service, its crate and what is particular about it.
macro_rules! clients {
    ($($name:ident: $service:ident, $sdk:ident $(, $own:expr)?;)+) => {
        /// Makes and keeps the clients.
        #[derive(Debug)]
        pub(super) struct Clients {
            shared: Shared,
            $($name: Cache<$sdk::Client>,)+
        }

        impl Clients {
            /// Clients that share what `config` holds (credentials, endpoint) and send over the network.
            #[must_use]
            pub(super) fn new(config: SdkConfig, network: Network, settings: &AwsSettings, meter: Arc<Meter>) -> Self {
                Self { shared: Shared::new(config, network, settings, meter), $($name: Cache::default(),)+ }
            }

            $(
                /// The service in a region.
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
                            .interceptor(self.shared.label(Service::$service, region));
                        $(let builder = ($own)(&self.shared, builder);)?
                        $sdk::Client::from_conf(builder.build())
                    })
                }
            )+
        }

        #[expect(dead_code, reason = "STS is asked before there is a session")]
        impl Session {
            $(
                /// The service in a region.
                pub(super) fn $name(&self, region: &str) -> $sdk::Client {
                    self.clients().$name(region)
                }
            )+
        }
    };
}

clients! {
    accessanalyzer: AccessAnalyzer, aws_sdk_accessanalyzer;
    account_management: Account, aws_sdk_account;
    acm: Acm, aws_sdk_acm;
    apigateway: ApiGateway, aws_sdk_apigateway;
    apigatewayv2: ApiGatewayV2, aws_sdk_apigatewayv2;
    application_autoscaling: ApplicationAutoScaling, aws_sdk_applicationautoscaling;
    autoscaling: AutoScaling, aws_sdk_autoscaling;
    backup: Backup, aws_sdk_backup;
    cloudfront: CloudFront, aws_sdk_cloudfront;
    cloudtrail: CloudTrail, aws_sdk_cloudtrail;
    cloudwatch: CloudWatch, aws_sdk_cloudwatch;
    config: Config, aws_sdk_config;
    dax: Dax, aws_sdk_dax;
    dynamodb: DynamoDb, aws_sdk_dynamodb;
    ec2: Ec2, aws_sdk_ec2;
    ecr: Ecr, aws_sdk_ecr;
    efs: Efs, aws_sdk_efs;
    eks: Eks, aws_sdk_eks;
    elb: Elb, aws_sdk_elasticloadbalancing;
    elbv2: ElbV2, aws_sdk_elasticloadbalancingv2;
    eventbridge: EventBridge, aws_sdk_eventbridge;
    glacier: Glacier, aws_sdk_glacier;
    guardduty: GuardDuty, aws_sdk_guardduty;
    iam: Iam, aws_sdk_iam;
    kms: Kms, aws_sdk_kms;
    lambda: Lambda, aws_sdk_lambda;
    logs: Logs, aws_sdk_cloudwatchlogs;
    macie: Macie, aws_sdk_macie2;
    organizations: Organizations, aws_sdk_organizations;
    rds: Rds, aws_sdk_rds;
    s3: S3, aws_sdk_s3, path_style;
    s3control: S3Control, aws_sdk_s3control;
    secretsmanager: SecretsManager, aws_sdk_secretsmanager;
    securityhub: SecurityHub, aws_sdk_securityhub;
    sns: Sns, aws_sdk_sns;
    sqs: Sqs, aws_sdk_sqs;
    ssm: Ssm, aws_sdk_ssm;
    sts: Sts, aws_sdk_sts;
    waf: Waf, aws_sdk_wafv2;
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
