//! What each resource type's listing and facets ask of the API, and what the answers become.
//!
//! A collector turns the SDK's types into the shapes of [`crate::model::resource`]; errors become gaps, each where it happened.

mod accessanalyzer;
mod account;
mod acm;
mod administration;
mod apigateway;
mod asset;
mod autoscaling;
mod backup;
mod cloudfront;
mod cloudtrail;
mod cloudwatch;
mod config;
mod credential_report;
mod dynamodb;
mod ec2;
mod ecr;
mod efs;
mod eks;
mod elb;
mod elbv2;
mod events;
mod glacier;
mod guardduty;
mod iam;
mod kms;
mod lambda;
mod macie;
mod organizations;
mod rds;
mod s3;
mod secretsmanager;
mod securityhub;
mod sns;
mod sqs;
mod ssm;
pub(super) mod strict;
mod told;

use std::future::ready;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use super::session::Session;
use crate::model::resource::organizations::Organization;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, GapKind, Property, Warning};
use crate::provider::Listing;
pub(super) use asset::several;
pub(super) use macie::status as macie_status;
pub(super) use s3::multi_region_home;

/// Lists every asset of a type in a region: once per scan, however many ask.
///
/// A facet that depends on other resources asks here for their listing, and shares the calls with whoever lists them.
pub(super) async fn listing(session: &Session, resource_type: &'static ResourceType, region: &str) -> Arc<Listing> {
    let reading = list(session, resource_type, region);
    session.memo().read((resource_type.name, region), reading).await
}

async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    // Boxed: a collector's future is large, and the sum of all of them would be larger still.
    let listing: BoxFuture<'_, Listing> = match resource_type.service() {
        "accessanalyzer" => Box::pin(accessanalyzer::list(session, resource_type, region)),
        "account" => Box::pin(ready(account::list(session, resource_type))),
        "acm" => Box::pin(acm::list(session, resource_type, region)),
        "apigateway" => Box::pin(apigateway::list(session, resource_type, region)),
        "autoscaling" => Box::pin(autoscaling::list(session, resource_type, region)),
        "cloudfront" => Box::pin(cloudfront::list(session, resource_type, region)),
        "cloudtrail" => Box::pin(cloudtrail::list(session, resource_type, region)),
        "cloudwatch" => Box::pin(cloudwatch::list(session, resource_type, region)),
        "config" => Box::pin(ready(config::list(session, resource_type, region))),
        "dynamodb" => Box::pin(dynamodb::list(session, resource_type, region)),
        "ec2" => Box::pin(ec2::list(session, resource_type, region)),
        "ecr" => Box::pin(ecr::list(session, resource_type, region)),
        "efs" => Box::pin(efs::list(session, resource_type, region)),
        "eks" => Box::pin(eks::list(session, resource_type, region)),
        "elb" => Box::pin(elb::list(session, resource_type, region)),
        "elbv2" => Box::pin(elbv2::list(session, resource_type, region)),
        "events" => Box::pin(events::list(session, resource_type, region)),
        "glacier" => Box::pin(glacier::list(session, resource_type, region)),
        "guardduty" => Box::pin(ready(guardduty::list(session, resource_type, region))),
        "iam" => Box::pin(iam::list(session, resource_type)),
        "kms" => Box::pin(kms::list(session, resource_type, region)),
        "lambda" => Box::pin(lambda::list(session, resource_type, region)),
        "macie" => Box::pin(ready(macie::list(session, resource_type, region))),
        "rds" => Box::pin(rds::list(session, resource_type, region)),
        "s3" => Box::pin(s3::list(session, resource_type, region)),
        "secretsmanager" => Box::pin(secretsmanager::list(session, resource_type, region)),
        "securityhub" => Box::pin(ready(securityhub::list(session, resource_type, region))),
        "sns" => Box::pin(sns::list(session, resource_type, region)),
        "sqs" => Box::pin(sqs::list(session, resource_type, region)),
        "ssm" => Box::pin(ssm::list(session, resource_type, region)),
        _ => return Listing { gaps: vec![unserved(resource_type.name, region)], ..Listing::default() },
    };
    listing.await
}

/// Reads one facet for all `assets` of a type in a region, in their order.
pub(super) async fn read_facet(
    session: &Session,
    resource_type: &'static ResourceType,
    facet: &'static Facet,
    region: &str,
    assets: &[Asset],
) -> Vec<Property> {
    let values: BoxFuture<'_, Vec<Property>> = match resource_type.service() {
        "accessanalyzer" => Box::pin(accessanalyzer::read_facet(session, facet, region, assets)),
        "account" => Box::pin(account::read_facet(session, facet, region, assets)),
        "acm" => Box::pin(acm::read_facet(session, facet, region, assets)),
        "autoscaling" => Box::pin(autoscaling::read_facet(session, facet, region, assets)),
        "cloudfront" => Box::pin(cloudfront::read_facet(session, facet, region, assets)),
        "cloudtrail" => Box::pin(cloudtrail::read_facet(session, facet, region, assets)),
        "cloudwatch" => Box::pin(cloudwatch::read_facet(session, facet, region, assets)),
        "config" => Box::pin(config::read_facet(session, facet, region, assets)),
        "dynamodb" => Box::pin(dynamodb::read_facet(session, facet, region, assets)),
        "ec2" => Box::pin(ec2::read_facet(session, facet, region, assets)),
        "ecr" => Box::pin(ecr::read_facet(session, resource_type, facet, region, assets)),
        "efs" => Box::pin(efs::read_facet(session, facet, region, assets)),
        "eks" => Box::pin(eks::read_facet(session, resource_type, region, assets)),
        "elb" => Box::pin(elb::read_facet(session, facet, region, assets)),
        "elbv2" => Box::pin(elbv2::read_facet(session, facet, region, assets)),
        "glacier" => Box::pin(glacier::read_facet(session, facet, region, assets)),
        "guardduty" => Box::pin(guardduty::read_facet(session, facet, region, assets)),
        "iam" => Box::pin(iam::read_facet(session, facet, region, assets)),
        "kms" => Box::pin(kms::read_facet(session, facet, region, assets)),
        "lambda" => Box::pin(lambda::read_facet(session, facet, region, assets)),
        "macie" => Box::pin(macie::read_facet(session, facet, region, assets)),
        "rds" => Box::pin(rds::read_facet(session, facet, region, assets)),
        "s3" => Box::pin(s3::read_facet(session, resource_type, facet, assets)),
        "secretsmanager" => Box::pin(secretsmanager::read_facet(session, facet, region, assets)),
        "securityhub" => Box::pin(securityhub::read_facet(session, facet, region, assets)),
        "sns" => Box::pin(sns::read_facet(session, facet, region, assets)),
        "sqs" => Box::pin(sqs::read_facet(session, facet, region, assets)),
        "ssm" => Box::pin(ssm::read_facet(session, facet, region, assets)),
        _ => return unserved_facet(resource_type.name, facet, region, assets),
    };
    values.await
}

/// What listings met outside `regions`, and the buckets and trails that are gone.
pub(super) fn outside(session: &Session, regions: &[String]) -> Vec<Warning> {
    s3::outside(session, regions).into_iter().chain(s3::gone(session)).chain(cloudtrail::gone(session)).collect()
}

/// The account's organisation, where it has one.
pub(super) async fn organization(session: &Session) -> Result<Property, Gap> {
    organizations::organization(session).await
}

/// The same with what a program asks about it.
pub(super) async fn organization_of(session: &Session) -> Arc<Result<Option<Organization>, Gap>> {
    organizations::described(session).await
}

/// The gap of a type that no collector serves: a defect that a test keeps out.
fn unserved(name: &str, region: &str) -> Gap {
    Gap {
        kind: GapKind::NotCollected,
        action: name.to_owned(),
        region: region.to_owned(),
        detail: "no collector serves it".to_owned(),
    }
}

/// The same for a facet, for each of `assets`.
fn unserved_facet(name: &str, facet: &Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let gap = unserved(&format!("{name}.{}", facet.name), region);
    vec![Property::unknown(gap); assets.len()]
}

#[cfg(test)]
mod tests;
