//! An AWS account, read through the AWS SDK: the only module that knows the SDK.
//!
//! ```text
//! AwsProvider ──> collect, rejection ──> Session ──> clients ──> gate (breaker, limiter, time-outs, meter) ──> one HTTP client
//! ```

mod answer;
mod breaker;
mod call;
mod caller;
mod changes;
mod cleaning;
mod clients;
mod clock;
mod collect;
mod credentials;
mod crowd;
mod errors;
mod gate;
mod identity;
mod memo;
mod meter;
mod mfa;
mod network;
mod organisation;
mod pages;
mod patience;
mod preflight;
mod rates;
mod regions;
mod rejection;
mod results_bucket;
mod roles;
#[cfg(test)]
mod scripted;
mod secrets;
mod service;
mod session;
mod settings;
mod sieve;
mod wire;

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_config::SdkConfig;
use futures_util::future::BoxFuture;
use jiff::Timestamp;

use super::limiter::Share;
use super::{Change, Listing, Pace, Provider, RegionCatalogue, SubmissionError, Untold};
use crate::model::preflight::PermissionAnswers;
use crate::model::regions::Partition;
use crate::model::resource::{AWS, Facet, ResourceType};
use crate::model::{Account, Asset, CallCounts, Property, Warning};
pub use caller::AwsCaller;
use clients::Clients;
use identity::Asked;
use meter::Meter;
pub use network::Network;
pub use results_bucket::ResultsBucket;
use session::Session;
pub use settings::{AskForCode, AwsSettings, MfaPrompt, Timeouts};

/// A connected AWS account.
#[derive(Debug)]
pub struct AwsProvider {
    session: Session,
    meter: Arc<Meter>,
    share: Share,
}

impl AwsProvider {
    /// Finds credentials and asks STS whose they are.
    pub async fn connect(settings: AwsSettings) -> Result<Self, SubmissionError> {
        let network = settings.network.clone().map_or_else(Network::new, Ok)?;
        let (config, asked) = credentials::load(&settings, &network.wire).await?;
        Self::over(config, network, &settings, &asked).await
    }

    /// The account whose credentials stand in a configuration.
    async fn over(config: SdkConfig, network: Network, settings: &AwsSettings, asked: &Asked) -> Result<Self, SubmissionError> {
        let region = asked.region.clone();
        let meter = Arc::new(Meter::default());
        let share = settings.share;
        let clients = Clients::new(config, network, settings, Arc::clone(&meter));
        let account = identity::identify(&clients.sts(&region), asked).await?;

        let partition = Partition::named(&account.partition);
        let primary = match Partition::of_region(&region) {
            Some(own) if own == partition => region,
            _ => partition.global_region.to_owned(),
        };
        Ok(Self { session: Session::new(clients, account, primary, partition.global_region), meter, share })
    }

    /// Every API action called so far, in IAM's spelling: the proof that only reading ones are.
    #[must_use]
    pub fn actions_called(&self) -> BTreeSet<String> {
        self.meter.actions()
    }
}

impl Provider for AwsProvider {
    fn name(&self) -> &'static str {
        "aws"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        // Connecting has asked already: a provider without an identity does not exist.
        Box::pin(std::future::ready(Ok(self.session.account().clone())))
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        Box::pin(async { Ok(regions::catalogue(&self.session).await) })
    }

    fn begin(&self, regions: &[String]) {
        self.session.begin(regions);
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        &AWS
    }

    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        Box::pin(async move {
            let listing = collect::listing(&self.session, resource_type, region).await;
            rejection::judge_listing(&self.session, listing.as_ref().clone()).await
        })
    }

    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        Box::pin(async move {
            let values = collect::read_facet(&self.session, resource_type, facet, region, assets).await;
            rejection::judge_values(&self.session, values).await
        })
    }

    fn changes<'a>(&'a self, region: &'a str, since: Timestamp) -> BoxFuture<'a, Result<Vec<Change>, Untold>> {
        Box::pin(changes::since(&self.session, region, since))
    }

    fn outside(&self, regions: &[String]) -> Vec<Warning> {
        collect::outside(&self.session, regions)
    }

    fn pace(&self, action: &str) -> Option<Pace> {
        Some(rates::pace(action, self.share))
    }

    fn permissions<'a>(&'a self, actions: &'a [&'static str], regions: &'a [String]) -> BoxFuture<'a, PermissionAnswers> {
        Box::pin(preflight::permissions(&self.session, actions, regions))
    }

    fn calls(&self) -> Arc<CallCounts> {
        self.meter.counts()
    }
}
