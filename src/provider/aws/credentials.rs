//! Where credentials and the region come from: the chain of AWS's own tools.
//!
//! Environment, profile (with SSO, assumed roles and processes), web identity, container, instance metadata. A profile that is named
//! must exist: falling through to the instance's role would scan another account than the one that was meant.

use std::time::Duration;

use aws_config::default_provider::credentials::DefaultCredentialsChain;
use aws_config::environment::region::EnvironmentVariableRegionProvider;
use aws_config::identity::IdentityCache;
use aws_config::imds;
use aws_config::imds::region::ImdsRegionProvider;
use aws_config::meta::region::{ProvideRegion, RegionProviderChain};
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileFileRegionProvider};
use aws_config::provider_config::ProviderConfig;
use aws_config::{BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, future};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

use super::settings::AwsSettings;

/// How long a credentials source may take: a process may ask a person.
const SOURCE_PATIENCE: Duration = Duration::from_mins(1);
/// How long the instance metadata service may take: where there is none, nobody answers.
const METADATA_PATIENCE: Duration = Duration::from_secs(1);

/// Reads the environment and the configuration files; asks nobody for credentials yet.
pub(super) async fn load(settings: &AwsSettings, wire: &SharedHttpClient) -> SdkConfig {
    let metadata = metadata_client(wire);
    let region = region(settings, wire, metadata.clone()).await;
    let provider_config = provider_config(wire).with_region(region.clone());

    let mut chain = DefaultCredentialsChain::builder().configure(provider_config.clone()).imds_client(metadata);
    chain.set_region(region.clone());
    let named = named_profile(settings);
    let profile = named.clone().map(|name| {
        let credentials = ProfileFileCredentialsProvider::builder().profile_name(&name).configure(&provider_config).build();
        NamedProfile { name, credentials }
    });
    if let Some(name) = &named {
        chain = chain.profile_name(name);
    }

    let mut loader: ConfigLoader = aws_config::defaults(BehaviorVersion::latest())
        .http_client(wire.clone())
        .region(Known(region))
        .identity_cache(IdentityCache::lazy().load_timeout(SOURCE_PATIENCE).build())
        .credentials_provider(Source { profile, chain: chain.build().await });
    if let Some(name) = named {
        loader = loader.profile_name(name);
    }
    if let Some(url) = &settings.endpoint_url {
        loader = loader.endpoint_url(url);
    }
    loader.load().await
}

/// The profile that the user named: by flag, or by AWS_PROFILE where no keys in the environment beat it.
pub(super) fn named_profile(settings: &AwsSettings) -> Option<String> {
    let by_variable = || match environment("AWS_ACCESS_KEY_ID") {
        Some(_) => None,
        None => environment("AWS_PROFILE"),
    };
    settings.profile.clone().or_else(by_variable)
}

fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn provider_config(wire: &SharedHttpClient) -> ProviderConfig {
    ProviderConfig::without_region().with_http_client(wire.clone()).with_behavior_version(Some(BehaviorVersion::latest()))
}

fn metadata_client(wire: &SharedHttpClient) -> imds::Client {
    imds::Client::builder()
        .configure(&provider_config(wire))
        .connect_timeout(METADATA_PATIENCE)
        .read_timeout(METADATA_PATIENCE)
        .max_attempts(1)
        .build()
}

async fn region(settings: &AwsSettings, wire: &SharedHttpClient, metadata: imds::Client) -> Option<Region> {
    if let Some(name) = &settings.region {
        return Some(Region::new(name.clone()));
    }
    let config = provider_config(wire);
    let mut profile = ProfileFileRegionProvider::builder().configure(&config);
    if let Some(name) = settings.profile.clone().or_else(|| environment("AWS_PROFILE")) {
        profile = profile.profile_name(name);
    }
    let instance = ImdsRegionProvider::builder().configure(&config).imds_client(metadata).build();
    RegionProviderChain::first_try(EnvironmentVariableRegionProvider::new())
        .or_else(profile.build())
        .or_else(instance)
        .region()
        .await
}

/// A region that has been found out already.
#[derive(Debug)]
struct Known(Option<Region>);

impl ProvideRegion for Known {
    fn region(&self) -> aws_config::meta::region::future::ProvideRegion<'_> {
        aws_config::meta::region::future::ProvideRegion::ready(self.0.clone())
    }
}

/// The named profile does not exist.
#[derive(Debug, thiserror::Error)]
#[error("the profile `{0}` is not in the AWS configuration files")]
pub(super) struct UnknownProfile(pub String);

#[derive(Debug)]
struct NamedProfile {
    name: String,
    credentials: ProfileFileCredentialsProvider,
}

/// The named profile where there is one, else the chain.
#[derive(Debug)]
struct Source {
    profile: Option<NamedProfile>,
    chain: DefaultCredentialsChain,
}

impl ProvideCredentials for Source {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.find())
    }
}

impl Source {
    async fn find(&self) -> provider::Result {
        let Some(profile) = &self.profile else { return self.chain.provide_credentials().await };
        match profile.credentials.provide_credentials().await {
            // The SDK has no other sign of it than its text.
            Err(error) if says(&error, "was not defined") => {
                Err(CredentialsError::invalid_configuration(UnknownProfile(profile.name.clone())))
            }
            // A profile may hold settings only, for a container's or an instance's role; keys in the environment are somebody else's.
            Err(CredentialsError::CredentialsNotLoaded(_)) if environment("AWS_ACCESS_KEY_ID").is_none() => {
                self.chain.provide_credentials().await
            }
            found => found,
        }
    }
}

fn says(error: &(dyn std::error::Error + 'static), words: &str) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(|error| error.to_string().contains(words))
}
