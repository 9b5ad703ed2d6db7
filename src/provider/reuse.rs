//! A provider that asks only for what has changed: details that an earlier scan read and that nothing touched since come from there.
//!
//! Listings are always made anew. A detail is used again only where all of this holds: the earlier scan read all of it, not too long
//! ago; the asset's listing is the same as then; the cloud's log of changes could be read, from before the earlier scan on; and no call in
//! it may have changed the asset. It knows neither clouds nor where the earlier evidence was kept.

mod change;
mod earlier;
#[cfg(test)]
mod tests;
mod untold;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, join_all};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::OnceCell;

use super::{Listing, Provider, RegionCatalogue, SubmissionError};
use crate::model::resource::{ChangeLog, Facet, LogPlace, Renewal, ResourceType};
use crate::model::{Account, Asset, CallCounts, Gap, Property, Warning};
pub use change::Change;
use change::Touched;
pub use earlier::EarlierEvidence;
pub use untold::Untold;

/// How long before the earlier scan the log is read from: what changed just before a reading may not have been in its answer.
const OVERLAP: SignedDuration = SignedDuration::from_mins(30);

/// How long a log may take; reading everything anew is then quicker.
const PATIENCE: Duration = Duration::from_mins(1);

/// The log of one region, read once by whoever asks first.
type Log = Arc<OnceCell<Result<Arc<[Change]>, Untold>>>;

/// The provider `inner`, spared what an earlier scan has read.
pub struct Reusing {
    inner: Arc<dyn Provider>,
    earlier: EarlierEvidence,
    global_region: String,
    patience: Duration,
    logs: Mutex<HashMap<String, Log>>,
    /// What was used again: facet and asset, and when it was read.
    reused: Mutex<HashMap<(&'static str, earlier::Key), Timestamp>>,
}

impl Reusing {
    /// Stands before `inner`, of an account whose global services live in `global_region`.
    #[must_use]
    pub fn new(inner: Arc<dyn Provider>, earlier: EarlierEvidence, global_region: &str) -> Self {
        Self {
            inner,
            earlier,
            global_region: global_region.to_owned(),
            patience: PATIENCE,
            logs: Mutex::default(),
            reused: Mutex::default(),
        }
    }

    /// What may have changed in a region of what `log` tells of.
    async fn touched(&self, log: &ChangeLog, region: &str) -> Result<Touched, Untold> {
        let mut regions = vec![region];
        if log.place == LogPlace::OwnAndGlobalRegion && region != self.global_region {
            regions.push(&self.global_region);
        }
        let mut touched = Touched::default();
        for changes in join_all(regions.into_iter().map(|region| self.log(region))).await {
            touched.add(&changes?, log);
        }
        Ok(touched)
    }

    /// What the log of one region tells.
    async fn log(&self, region: &str) -> Result<Arc<[Change]>, Untold> {
        let log = {
            let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(logs.entry(region.to_owned()).or_default())
        };
        let since = self.earlier.began_at() - OVERLAP;
        let reading = async {
            match tokio::time::timeout(self.patience, self.inner.changes(region, since)).await {
                Ok(changes) => changes.map(Arc::from),
                Err(_) => Err(Untold::too_slow(self.inner.name(), region, self.patience)),
            }
        };
        log.get_or_init(|| reading).await.clone()
    }

    /// The values of `assets`, those that did not change from the earlier scan, the others from the cloud.
    async fn read(
        &self,
        log: &ChangeLog,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &str,
        assets: &[Asset],
    ) -> Vec<Property> {
        let Ok(touched) = self.touched(log, region).await else {
            return self.inner.read_facet(resource_type, facet, region, assets).await;
        };
        let kept = |asset: &Asset| self.earlier.facet(asset, facet).filter(|_| !touched.concerns(asset));
        let kept: Vec<Option<(Property, Timestamp)>> = assets.iter().map(kept).collect();
        let rest: Vec<Asset> =
            assets.iter().zip(&kept).filter(|(_, kept)| kept.is_none()).map(|(asset, _)| asset.clone()).collect();
        let read = if rest.is_empty() { Vec::new() } else { self.inner.read_facet(resource_type, facet, region, &rest).await };
        let mut read = read.into_iter();
        let mut reused = self.reused.lock().unwrap_or_else(PoisonError::into_inner);
        let value = |(asset, kept): (&Asset, Option<(Property, Timestamp)>)| match kept {
            Some((value, read_at)) => {
                reused.insert((facet.name, earlier::key(asset)), read_at);
                value
            }
            None => {
                read.next().unwrap_or_else(|| Property::unknown(Gap::unanswered(asset.resource_type, facet.name, &asset.region)))
            }
        };
        assets.iter().zip(kept).map(value).collect()
    }
}

impl Provider for Reusing {
    fn name(&self) -> &'static str {
        self.inner.name()
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        self.inner.identify()
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        self.inner.regions()
    }

    fn begin(&self, regions: &[String]) {
        self.inner.begin(regions);
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        self.inner.resource_types()
    }

    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        self.inner.list(resource_type, region)
    }

    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        match facet.renewal {
            Renewal::OnChange(log) if self.earlier.covers(resource_type, region) => {
                self.read(log, resource_type, facet, region, assets).boxed()
            }
            Renewal::OnChange(_) | Renewal::EveryScan => self.inner.read_facet(resource_type, facet, region, assets),
        }
    }

    fn outside(&self, regions: &[String]) -> Vec<Warning> {
        let mut warnings = self.inner.outside(regions);
        let logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        warnings.extend(logs.values().filter_map(|log| log.get()?.as_ref().err()).map(unread_log));
        warnings
    }

    fn changes<'a>(&'a self, region: &'a str, since: Timestamp) -> BoxFuture<'a, Result<Vec<Change>, Untold>> {
        self.inner.changes(region, since)
    }

    fn reused_from(&self, _resource_type: &ResourceType, facet: &Facet, asset: &Asset) -> Option<Timestamp> {
        let reused = self.reused.lock().unwrap_or_else(PoisonError::into_inner);
        reused.get(&(facet.name, earlier::key(asset))).copied()
    }

    fn calls(&self) -> Arc<CallCounts> {
        self.inner.calls()
    }
}

/// What the user must know where a log of changes could not be read.
fn unread_log(untold: &Untold) -> Warning {
    let Untold { gap, advice } = untold;
    let message = format!("{}, so what it would tell of was read again, changed or not; {advice}", gap.sentence());
    Warning {
        service: gap.service().to_owned(),
        region: gap.region.clone(),
        action: gap.action.clone(),
        ..Warning::note(Warning::FULL_READING, message)
    }
}
