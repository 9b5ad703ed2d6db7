//! The evidence of one scan: every listing and every facet is read at most once, whoever asks first.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};
use tokio::time::Instant;

use super::cancellation::Cancellation;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Gap, GapKind, Property};
use crate::provider::{Listing, Provider};

/// A collector that panicked, with what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panicked(pub String);

type Flight<T> = Shared<BoxFuture<'static, Result<Arc<T>, Panicked>>>;
type Flights<K, T> = Mutex<HashMap<K, Flight<T>>>;

/// What reading gave, and whether a collector panicked on the way.
#[derive(Debug, Clone)]
pub struct Reading<T> {
    /// What was read; gaps where something was not.
    pub value: Arc<T>,
    /// The collector's panic, where it had one.
    pub panicked: Option<Panicked>,
}

/// The evidence of one scan.
pub struct EvidenceStore {
    provider: Arc<dyn Provider>,
    cancellation: Cancellation,
    listings: Flights<(&'static str, String), Listing>,
    facets: Flights<(&'static str, &'static str, String), Vec<Property>>,
}

impl EvidenceStore {
    /// An empty store in front of `provider`.
    #[must_use]
    pub fn new(provider: Arc<dyn Provider>, cancellation: Cancellation) -> Self {
        Self { provider, cancellation, listings: Mutex::default(), facets: Mutex::default() }
    }

    /// The provider behind the store.
    #[must_use]
    pub fn provider(&self) -> &Arc<dyn Provider> {
        &self.provider
    }

    /// The assets of a type in a region; waits no longer than `deadline`.
    pub async fn list(&self, resource_type: &'static ResourceType, region: &str, deadline: Instant) -> Reading<Listing> {
        let flight = self.flight(&self.listings, (resource_type.name, region.to_owned()), || {
            let (provider, region) = (Arc::clone(&self.provider), region.to_owned());
            async move { each_once(provider.list(resource_type, &region).await) }.boxed()
        });
        let action = resource_type.list_actions.first().copied().unwrap_or(resource_type.name);
        self.wait(flight, deadline, action, region, |gap| Listing { gaps: vec![gap], ..Listing::default() }).await
    }

    /// One facet of `listing`'s assets, in their order; waits no longer than `deadline`.
    pub async fn facet(
        &self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &str,
        listing: Arc<Listing>,
        deadline: Instant,
    ) -> Reading<Vec<Property>> {
        let count = listing.assets.len();
        if count == 0 {
            return Reading { value: Arc::default(), panicked: None };
        }
        let flight = self.flight(&self.facets, (resource_type.name, facet.name, region.to_owned()), || {
            let (provider, region) = (Arc::clone(&self.provider), region.to_owned());
            async move { provider.read_facet(resource_type, facet, &region, &listing.assets).await }.boxed()
        });
        let action = facet.actions.first().copied().unwrap_or(facet.name);
        self.wait(flight, deadline, action, region, |gap| vec![Property::unknown(gap); count]).await
    }

    /// The flight under `key`, started now unless the scan is stopping. It goes on in a task of its own, so that one who stops waiting
    /// takes nothing from the others.
    fn flight<K: Eq + Hash, T: Send + Sync + 'static>(
        &self,
        flights: &Flights<K, T>,
        key: K,
        start: impl FnOnce() -> BoxFuture<'static, T>,
    ) -> Option<Flight<T>> {
        let mut flights = flights.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(flight) = flights.get(&key) {
            return Some(flight.clone());
        }
        if self.cancellation.is_requested() {
            return None;
        }
        let task = tokio::spawn(start());
        let flight = async move { task.await.map(Arc::new).map_err(|error| Panicked(panic_text(error))) }.boxed().shared();
        flights.insert(key, flight.clone());
        Some(flight)
    }

    async fn wait<T>(
        &self,
        flight: Option<Flight<T>>,
        deadline: Instant,
        action: &str,
        region: &str,
        missing: impl FnOnce(Gap) -> T,
    ) -> Reading<T> {
        let gap = |kind, detail: String| Gap { kind, action: action.to_owned(), region: region.to_owned(), detail };
        let Some(flight) = flight else {
            return Reading { value: Arc::new(missing(gap(GapKind::Cancelled, String::new()))), panicked: None };
        };
        let given_up = tokio::select! {
            biased;
            landed = flight => match landed {
                Ok(value) => return Reading { value, panicked: None },
                Err(panicked) => {
                    let gap = gap(GapKind::Internal, format!("the collector panicked: {}", panicked.0));
                    return Reading { value: Arc::new(missing(gap)), panicked: Some(panicked) };
                }
            },
            () = self.cancellation.given_up() => GapKind::Cancelled,
            () = tokio::time::sleep_until(deadline) => GapKind::DeadlineExceeded,
        };
        Reading { value: Arc::new(missing(gap(given_up, String::new()))), panicked: None }
    }
}

/// The listing with every asset once, should the cloud have told one of them twice.
fn each_once(mut listing: Listing) -> Listing {
    let mut seen = HashSet::new();
    listing.assets.retain(|asset| seen.insert((asset.id.clone(), asset.arn.clone())));
    listing
}

/// The moment `after` from now, far away where that overflows.
pub(super) fn deadline_after(after: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(after).unwrap_or_else(|| now + Duration::from_hours(24 * 365))
}

/// What a panicking task said.
pub(super) fn panic_text(error: tokio::task::JoinError) -> String {
    match error.try_into_panic() {
        Ok(payload) => match payload.downcast::<String>() {
            Ok(text) => *text,
            Err(payload) => payload.downcast::<&'static str>().map_or_else(|_| "no message".to_owned(), |text| (*text).to_owned()),
        },
        Err(error) => error.to_string(),
    }
}
