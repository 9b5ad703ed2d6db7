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
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileFileRegionProvider, ProfileSet, load as load_profiles};
use aws_config::provider_config::ProviderConfig;
use aws_config::{BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, SharedCredentialsProvider, future};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

use super::cleaning::clean;
use super::errors::in_words;
use super::identity::Asked;
use super::mfa::{self, ProfileWithMfa};
use super::roles::Assumed;
use super::settings::AwsSettings;
use crate::model::Role;
use crate::model::address::without_credentials;
use crate::provider::SubmissionError;

/// How long a credentials source may take: a process may ask a person.
pub(super) const SOURCE_PATIENCE: Duration = Duration::from_mins(1);
/// How long the instance metadata service may take to tell the region, and again the credentials: where there is none, nobody answers.
const METADATA_PATIENCE: Duration = Duration::from_secs(1);
/// Where STS is asked when neither the user nor the environment names a region.
pub(super) const FALLBACK_REGION: &str = "us-east-1";
/// How many profiles are offered when the named one does not exist.
const MOST_NAMED: usize = 8;

/// Reads the environment and the configuration files; asks nobody for credentials yet.
///
/// Where roles are to be assumed, the configuration's credentials are those of the last one; where an MFA device is named, its code has
/// been asked for.
pub(super) async fn load(settings: &AwsSettings, wire: &SharedHttpClient) -> Result<(SdkConfig, Asked), SubmissionError> {
    let profiles = checked_profiles(settings).await?;
    let named = named_profile(settings);
    let property = |profile: &str, key: &str| profiles.get_profile(profile).and_then(|profile| profile.get(key));
    let with_mfa = named.as_ref().map(|name| ProfileWithMfa::find(property, name)).transpose()?.flatten();
    let source = with_mfa.as_ref().map(|profile| profile.source.clone()).or_else(|| named.clone());
    let config = configuration(settings, wire, source).await?;
    let region = config.region().map_or(FALLBACK_REGION, |region| region.as_ref()).to_owned();
    let asked = Asked { profile: named, region, endpoint: config.endpoint_url().map(str::to_owned) };
    let config = through_roles(config, settings, with_mfa, &asked).await?;
    Ok((config, asked))
}

/// The configuration with the credentials of the last role, where there is any.
async fn through_roles(
    mut config: SdkConfig,
    settings: &AwsSettings,
    profile: Option<ProfileWithMfa>,
    asked: &Asked,
) -> Result<SdkConfig, SubmissionError> {
    let (serial, roles) = profile.map_or((None, Vec::new()), |profile| (Some(profile.serial), profile.roles));
    if let Some(serial) = settings.mfa_serial.as_ref().or(serial.as_ref()) {
        let session = mfa::sign_in(&config, serial, settings, asked).await?;
        config = config.into_builder().credentials_provider(SharedCredentialsProvider::new(session)).build();
    }
    let roles: Vec<Role> = roles.into_iter().chain(settings.roles.iter().cloned()).collect();
    let Some(base) = config.credentials_provider().filter(|_| !roles.is_empty()) else { return Ok(config) };
    let assumed = Assumed { base, roles, config: config.clone(), timeouts: settings.timeouts, asked: asked.clone() };
    Ok(config.into_builder().credentials_provider(SharedCredentialsProvider::new(assumed)).build())
}

/// The environment and the configuration files, with the credentials of the profile `named` or of the chain.
async fn configuration(
    settings: &AwsSettings,
    wire: &SharedHttpClient,
    named: Option<String>,
) -> Result<SdkConfig, SubmissionError> {
    let metadata = metadata_client(wire);
    // Always a region: without one the chain of credentials would set out to look for it again.
    let region = region(settings, wire, metadata.clone()).await.or(Some(Region::from_static(FALLBACK_REGION)));
    let provider_config = provider_config(wire).with_region(region.clone());

    let mut chain = DefaultCredentialsChain::builder().configure(provider_config.clone()).imds_client(metadata);
    chain.set_region(region.clone());
    let profile =
        named.as_ref().map(|name| ProfileFileCredentialsProvider::builder().profile_name(name).configure(&provider_config).build());
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
    let config = loader.load().await;
    check_endpoint(settings, &config)?;
    Ok(config)
}

/// The SDK ignores an endpoint in the environment that is no address, and asks AWS itself instead: not what anybody wants.
fn check_endpoint(settings: &AwsSettings, config: &SdkConfig) -> Result<(), SubmissionError> {
    let is_unwanted = environment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").is_some_and(|value| value.eq_ignore_ascii_case("true"));
    if is_unwanted || settings.endpoint_url.is_some() || config.endpoint_url().is_some() {
        return Ok(());
    }
    match environment("AWS_ENDPOINT_URL") {
        None => Ok(()),
        Some(url) => {
            let shown = clean(&without_credentials(&url));
            let message = format!("the endpoint {shown} in AWS_ENDPOINT_URL is no address: write it like https://host:port");
            Err(SubmissionError { code: "invalid_endpoint", message })
        }
    }
}

/// The profile whose credentials are meant: named by flag, or by AWS_PROFILE where no keys in the environment beat it.
fn named_profile(settings: &AwsSettings) -> Option<String> {
    let by_variable = || match environment("AWS_ACCESS_KEY_ID") {
        Some(_) => None,
        None => environment("AWS_PROFILE"),
    };
    settings.profile.clone().or_else(by_variable)
}

#[expect(
    clippy::default_trait_access,
    reason = "the types are internal to the SDK, their defaults are the real files and environment"
)]
async fn checked_profiles(settings: &AwsSettings) -> Result<ProfileSet, SubmissionError> {
    let error = |code, message| Err(SubmissionError { code, message });
    let files = load_profiles(&Default::default(), &Default::default(), &Default::default(), None).await;
    let profiles = match files {
        Ok(profiles) => profiles,
        Err(failure) => {
            let detail = clean(&failure.to_string());
            return error("invalid_configuration", format!("the AWS configuration files cannot be read ({detail}): correct them"));
        }
    };
    let named = settings.profile.clone().or_else(|| environment("AWS_PROFILE"));
    match named.filter(|name| profiles.get_profile(name).is_none()) {
        None => Ok(profiles),
        Some(name) => {
            let mut known: Vec<&str> = profiles.profiles().collect();
            known.sort_unstable();
            known.truncate(MOST_NAMED);
            let advice = match known.as_slice() {
                [] => "they name none: run `aws configure sso`".to_owned(),
                known => format!("choose one of {}", known.join(", ")),
            };
            error("unknown_profile", clean(&format!("there is no profile `{name}` in the AWS configuration files: {advice}")))
        }
    }
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
    let files = RegionProviderChain::first_try(EnvironmentVariableRegionProvider::new()).or_else(profile.build());
    if environment("AWS_ACCESS_KEY_ID").is_some() {
        // Keys from the environment are no instance's role: nobody needs to wait for a metadata service.
        return files.region().await;
    }
    let instance = ImdsRegionProvider::builder().configure(&config).imds_client(metadata).build();
    match files.region().await {
        // The service's own client would ask several times.
        None => tokio::time::timeout(METADATA_PATIENCE, instance.region()).await.unwrap_or_default(),
        found => found,
    }
}

/// A region that has been found out already.
#[derive(Debug)]
struct Known(Option<Region>);

impl ProvideRegion for Known {
    fn region(&self) -> aws_config::meta::region::future::ProvideRegion<'_> {
        aws_config::meta::region::future::ProvideRegion::ready(self.0.clone())
    }
}

/// The named profile where there is one, else the chain.
#[derive(Debug)]
struct Source {
    profile: Option<ProfileFileCredentialsProvider>,
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
        match profile.provide_credentials().await {
            // The SDK calls a missing source_profile "no credentials", and only its text tells the difference.
            Err(error) if in_words(&error).contains("was not defined") => Err(CredentialsError::invalid_configuration(error)),
            // A profile may hold settings only, for a container's or an instance's role; keys in the environment are somebody else's.
            Err(CredentialsError::CredentialsNotLoaded(_)) if environment("AWS_ACCESS_KEY_ID").is_none() => {
                self.chain.provide_credentials().await
            }
            found => found,
        }
    }
}
