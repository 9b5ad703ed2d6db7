//! Names that AWS services make up for an account's buckets from its number and the region. Whoever makes such a bucket first is sent what
//! the service stores in it: a stranger who has it is worth a finding.

use std::collections::BTreeMap;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::FutureExt;

use super::super::super::errors::{code, gap};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, Identity, asset, several};
use super::buckets;
use crate::model::resource::ResourceType;
use crate::model::resource::s3::BucketName;
use crate::model::{Asset, Gap};
use crate::provider::Listing;

const LOCATE: &str = "s3:GetBucketLocation";

/// S3 tells where a bucket lives whoever asks, and of a name that nobody has it does not ("HeadBucket" in the S3 API reference).
const REGION_HEADER: &str = "x-amz-bucket-region";

/// The services and how they name a bucket (AWS security bulletin of August 2024 on predictable bucket names, and each service's guide).
const PREDICTABLE: &[(&str, &str)] = &[
    ("AWS Glue", "aws-glue-assets-ACCOUNT-REGION"),
    ("AWS CodeStar", "aws-codestar-REGION-ACCOUNT"),
    ("Amazon EMR Studio", "aws-emr-studio-ACCOUNT-REGION"),
    ("Amazon SageMaker", "sagemaker-REGION-ACCOUNT"),
];

/// The account's buckets of the region, and the predictable names there that a stranger has.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let buckets = buckets::of_account(session).await;
    let predicted: Vec<(&str, String)> = PREDICTABLE
        .iter()
        .map(|(service, name)| (*service, name.replace("ACCOUNT", &session.account().id).replace("REGION", region)))
        .collect();
    let named = |name: &str, owned: bool| {
        let service = predicted.iter().find(|(_, predicted)| predicted == name).map(|(service, _)| (*service).to_owned());
        of_name(resource_type, region, &BucketName { name: name.to_owned(), service, owned })
    };

    let here = buckets.located.iter().filter(|located| located.region == region);
    let mut assets: Vec<Asset> = here.map(|located| named(located.bucket.name().unwrap_or_default(), true)).collect();
    let mut gaps = buckets.gaps.clone();
    if !gaps.is_empty() {
        // Any of the names may be among those that could not be listed.
        return Listing { assets, gaps, ..Listing::default() };
    }
    let own = |name: &str| buckets.located.iter().any(|located| located.bucket.name() == Some(name));
    let others: Vec<&str> = predicted.iter().map(|(_, name)| name.as_str()).filter(|name| !own(name)).collect();
    let readings = others.iter().map(|name| is_taken(session, region, name).boxed()).collect();
    for (name, taken) in others.iter().zip(several(readings, AT_ONCE).await) {
        match taken {
            Ok(true) => assets.push(named(name, false)),
            Ok(false) => {}
            Err(gap) if gaps.contains(&gap) => {}
            Err(gap) => gaps.push(gap),
        }
    }
    Listing { assets, gaps, ..Listing::default() }
}

/// Whether somebody has a bucket of that name: GetBucketLocation answers for each, if only with a refusal.
async fn is_taken(session: &Session, region: &str, name: &str) -> Result<bool, Gap> {
    match session.s3(region).get_bucket_location().bucket(name).send().await {
        Ok(_) => Ok(true),
        Err(error) if code(&error) == Some("NoSuchBucket") => Ok(false),
        Err(error) if tells_region(&error) => Ok(true),
        Err(error) => Err(gap(LOCATE, region, &error)),
    }
}

fn tells_region<E: ProvideErrorMetadata>(error: &SdkError<E, HttpResponse>) -> bool {
    error.raw_response().is_some_and(|response| response.headers().get(REGION_HEADER).is_some())
}

/// A name has no ARN: the bucket has, and is listed as such where it is the account's.
fn of_name(resource_type: &'static ResourceType, region: &str, name: &BucketName) -> Asset {
    let identity = Identity { id: name.name.clone(), arn: String::new(), name: name.name.clone(), region, tags: BTreeMap::new() };
    asset(resource_type, identity, name)
}
