//! A provider made of closures, which remembers every call.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::model::resource::{AWS, Facet, ResourceType};
use crate::model::{Account, Asset, CallCounts, Gap, GapKind, Properties, Property, Warning};
use crate::provider::{Listing, Provider, Region, RegionCatalogue, SubmissionError};

type Identify = dyn Fn() -> BoxFuture<'static, Result<Account, SubmissionError>> + Send + Sync;
type List = dyn Fn(&'static ResourceType, String) -> BoxFuture<'static, Listing> + Send + Sync;
/// Given the region and the number of assets.
type ReadFacet = dyn Fn(String, usize) -> BoxFuture<'static, Vec<Property>> + Send + Sync;

/// A provider whose answers are closures.
pub(super) struct Scripted {
    pub(super) regions: usize,
    pub(super) identify: Box<Identify>,
    pub(super) list: Box<List>,
    pub(super) read_facet: Box<ReadFacet>,
    pub(super) made: Mutex<BTreeMap<String, usize>>,
    /// The regions that it was told before anything was asked of it.
    pub(super) begun: Mutex<Vec<String>>,
}

impl Scripted {
    /// An account whose listings are a closure, and whose facets may not be read.
    pub(super) fn of(
        regions: usize,
        list: impl Fn(&'static ResourceType, String) -> BoxFuture<'static, Listing> + Send + Sync + 'static,
    ) -> Self {
        let account = || Account { id: "1".into(), partition: "aws".into(), caller: "me".into(), as_of: None };
        let denied = |region: String, count| vec![Property::unknown(gap("facet:Read", &region)); count];
        Self {
            regions,
            identify: Box::new(move || async move { Ok(account()) }.boxed()),
            list: Box::new(list),
            read_facet: Box::new(move |region, count| async move { denied(region, count) }.boxed()),
            made: Mutex::default(),
            begun: Mutex::default(),
        }
    }

    /// The same, shared.
    pub(super) fn new(
        regions: usize,
        list: impl Fn(&'static ResourceType, String) -> BoxFuture<'static, Listing> + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self::of(regions, list))
    }

    /// How often each listing and each facet was asked for: `aws.s3.bucket r-0`, `aws.s3.bucket.policy r-0`.
    pub(super) fn made(&self) -> BTreeMap<String, usize> {
        self.made.lock().unwrap().clone()
    }

    fn remember(&self, call: String) {
        *self.made.lock().unwrap().entry(call).or_default() += 1;
    }
}

impl Provider for Scripted {
    fn name(&self) -> &'static str {
        "scripted"
    }

    fn identify(&self) -> BoxFuture<'_, Result<Account, SubmissionError>> {
        (self.identify)()
    }

    fn regions(&self) -> BoxFuture<'_, Result<RegionCatalogue, SubmissionError>> {
        let names: Vec<String> = (0..self.regions).map(|number| format!("r-{number}")).collect();
        let catalogue = RegionCatalogue {
            regions: names.iter().map(|name| Region { name: name.clone(), enabled: true }).collect(),
            primary: names[0].clone(),
            global: names[0].clone(),
            default_set: names,
            warnings: Vec::new(),
        };
        async { Ok(catalogue) }.boxed()
    }

    fn begin(&self, regions: &[String]) {
        assert!(self.made().is_empty(), "something was asked before");
        *self.begun.lock().unwrap() = regions.to_vec();
    }

    fn resource_types(&self) -> &'static [ResourceType] {
        &AWS
    }

    fn list<'a>(&'a self, resource_type: &'static ResourceType, region: &'a str) -> BoxFuture<'a, Listing> {
        self.remember(format!("{} {region}", resource_type.name));
        (self.list)(resource_type, region.to_owned())
    }

    fn read_facet<'a>(
        &'a self,
        resource_type: &'static ResourceType,
        facet: &'static Facet,
        region: &'a str,
        assets: &'a [Asset],
    ) -> BoxFuture<'a, Vec<Property>> {
        self.remember(format!("{}.{} {region}", resource_type.name, facet.name));
        (self.read_facet)(region.to_owned(), assets.len())
    }

    /// What lies elsewhere is known once the buckets are listed.
    fn outside(&self, _: &[String]) -> Vec<Warning> {
        let listed = self.made().keys().any(|call| call.starts_with("aws.s3.bucket "));
        if listed { vec![Warning::note("elsewhere", "there is more elsewhere".to_owned())] } else { Vec::new() }
    }

    fn calls(&self) -> Arc<CallCounts> {
        let total = self.made().values().map(|count| *count as u64).sum();
        Arc::new(CallCounts { total, by_service: BTreeMap::from([("all".to_owned(), total)]), ..CallCounts::default() })
    }
}

pub(super) fn gap(action: &str, region: &str) -> Gap {
    Gap { kind: GapKind::Denied, action: action.to_owned(), region: region.to_owned(), detail: String::new() }
}

pub(super) fn asset(resource_type: &'static ResourceType, region: &str) -> Asset {
    Asset {
        resource_type: resource_type.name,
        id: "x".into(),
        arn: format!("arn:aws:x:{region}:1:{}", resource_type.name),
        name: "x".into(),
        region: region.to_owned(),
        tags: BTreeMap::new(),
        properties: Properties::new(),
        evidence_read_at: BTreeMap::new(),
    }
}

/// An account that has nothing.
pub(super) fn nothing(_: &'static ResourceType, _: String) -> BoxFuture<'static, Listing> {
    async { Listing::default() }.boxed()
}

/// An account that has one of everything in every region.
pub(super) fn each_has_one(resource_type: &'static ResourceType, region: String) -> BoxFuture<'static, Listing> {
    async move { Listing { assets: vec![asset(resource_type, &region)], ..Listing::default() } }.boxed()
}
