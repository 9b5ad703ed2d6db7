//! Whose credentials reach several accounts: found once, and asked for no more often than they end.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_config::identity::IdentityCache;
use aws_credential_types::Credentials;
use aws_credential_types::provider::{self, ProvideCredentials, SharedCredentialsProvider, future};
use tokio::sync::Mutex;

use super::AwsProvider;
use super::clients::Clients;
use super::credentials;
use super::identity::{Asked, identify};
use super::meter::Meter;
use super::network::Network;
use super::roles::Assumed;
use super::settings::AwsSettings;
use crate::model::regions::Partition;
use crate::model::{Account, Role};
use crate::provider::SubmissionError;

/// Credentials are not given again in the last moments of their life.
const LAST_MOMENTS: Duration = Duration::from_mins(1);

/// Whoever assumes a role in each of several accounts.
#[derive(Debug)]
pub struct AwsCaller {
    config: SdkConfig,
    asked: Asked,
    network: Network,
    settings: AwsSettings,
    account: Account,
    clients: Clients,
}

impl AwsCaller {
    /// Finds credentials and asks STS whose they are. A person who is asked for a code is asked once, whatever is done with them.
    ///
    /// # Errors
    /// There are no usable credentials, or nobody answers.
    pub async fn identify(settings: AwsSettings) -> Result<Self, SubmissionError> {
        let network = settings.network.clone().map_or_else(Network::new, Ok)?;
        let (config, asked) = credentials::load(&settings, &network.wire).await?;
        let config = match config.credentials_provider() {
            Some(source) => with_credentials(config, Remembered { source, last: Mutex::default() }),
            None => config,
        };
        let clients = Clients::new(config.clone(), network.clone(), &settings, Arc::new(Meter::default()));
        let account = identify(&clients.sts(&asked.region), &asked).await?;
        Ok(Self { config, asked, network, settings, account, clients })
    }

    /// The caller's own account.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// The account that a role is of; the caller's own where there is none.
    ///
    /// # Errors
    /// The role cannot be assumed, or nobody answers.
    pub async fn reach(&self, role: Option<Role>) -> Result<AwsProvider, SubmissionError> {
        let config = match (role, self.config.credentials_provider()) {
            (Some(role), Some(base)) => {
                let (config, timeouts) = (self.config.clone(), self.settings.timeouts);
                let assumed = Assumed { base, roles: vec![role], config, timeouts, asked: self.asked.clone() };
                with_credentials(self.config.clone(), assumed)
            }
            (Some(_), None) => return Err(self.asked.no_credentials()),
            (None, _) => self.config.clone(),
        };
        AwsProvider::over(config, self.network.clone(), &self.settings, &self.asked).await
    }

    /// The clients of the caller's own account.
    pub(super) const fn clients(&self) -> &Clients {
        &self.clients
    }

    /// Where AWS Organizations is.
    pub(super) fn global_region(&self) -> &'static str {
        Partition::named(&self.account.partition).global_region
    }
}

/// The configuration with other credentials, which no cache of another account's holds.
fn with_credentials(config: SdkConfig, credentials: impl ProvideCredentials + 'static) -> SdkConfig {
    let cache = IdentityCache::lazy().load_timeout(credentials::SOURCE_PATIENCE).build();
    config.into_builder().identity_cache(cache).credentials_provider(SharedCredentialsProvider::new(credentials)).build()
}

/// Credentials that are asked for again only when they end: many accounts' roles are assumed with them.
#[derive(Debug)]
struct Remembered {
    source: SharedCredentialsProvider,
    last: Mutex<Option<Credentials>>,
}

impl ProvideCredentials for Remembered {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.give())
    }
}

impl Remembered {
    async fn give(&self) -> provider::Result {
        let mut last = self.last.lock().await;
        let is_alive = |credentials: &&Credentials| credentials.expiry().is_none_or(|end| SystemTime::now() + LAST_MOMENTS < end);
        if let Some(alive) = last.as_ref().filter(is_alive) {
            return Ok(alive.clone());
        }
        let fresh = self.source.provide_credentials().await?;
        *last = Some(fresh.clone());
        Ok(fresh)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[derive(Debug)]
    struct Counting(AtomicU32, Option<SystemTime>);

    impl ProvideCredentials for Counting {
        fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            let number = self.0.fetch_add(1, Ordering::SeqCst);
            future::ProvideCredentials::ready(Ok(Credentials::new(number.to_string(), "secret", None, self.1, "test")))
        }
    }

    async fn asked_twice(end: Option<SystemTime>) -> String {
        let source = SharedCredentialsProvider::new(Counting(AtomicU32::new(0), end));
        let remembered = Remembered { source, last: Mutex::default() };
        remembered.give().await.expect("credentials");
        remembered.give().await.expect("credentials").access_key_id().to_owned()
    }

    #[tokio::test]
    async fn credentials_are_asked_for_again_only_when_they_end() {
        assert_eq!(asked_twice(None).await, "0");
        assert_eq!(asked_twice(Some(SystemTime::now() + Duration::from_hours(1))).await, "0");
        assert_eq!(asked_twice(Some(SystemTime::now() + Duration::from_secs(5))).await, "1");
    }
}
