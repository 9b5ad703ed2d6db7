//! The account's buckets and where each lives, read once per scan.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_sdk_s3::types::Bucket;
use futures_util::FutureExt;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use crate::model::{Gap, GapKind};

const LIST: &str = "s3:ListAllMyBuckets";
const LOCATE: &str = "s3:GetBucketLocation";
const MEMO: &str = "buckets";

/// Buckets of a page; only a listing in pages says where each bucket lives ("ListBuckets" in the S3 API reference).
const PAGE: i32 = 1000;

/// Every bucket of the account.
#[derive(Debug)]
pub(super) struct Buckets {
    /// The buckets whose region is known.
    pub(super) located: Vec<Located>,
    /// What could not be listed or located.
    pub(super) gaps: Vec<Gap>,
    /// The names of buckets that were deleted before they could be located.
    pub(super) gone: BTreeSet<String>,
}

/// A bucket and its region.
#[derive(Debug)]
pub(super) struct Located {
    /// The bucket as it was listed.
    pub(super) bucket: Bucket,
    /// Where it lives.
    pub(super) region: String,
}

/// The account's buckets.
pub(super) async fn of_account(session: &Session) -> Arc<Buckets> {
    session.memo().read(MEMO, read(session).boxed()).await
}

/// The same where they have been read already.
pub(super) fn known(session: &Session) -> Option<Arc<Buckets>> {
    session.memo().known(MEMO)
}

async fn read(session: &Session) -> Buckets {
    let region = session.primary_region();
    let client = session.s3(region);
    let buckets = pages(LIST, region, |token| {
        let request = client.list_buckets().max_buckets(PAGE).set_continuation_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.buckets), next: answer.continuation_token })
        }
        .boxed()
    })
    .await;
    let listed = Asked { action: LIST, region }.all_listed("Buckets", buckets);

    let names: Vec<String> = listed.items.iter().map(|bucket| bucket.name().unwrap_or_default().to_owned()).collect();
    let readings = listed.items.into_iter().map(|bucket| locate(session, bucket).boxed()).collect();
    let mut buckets = Buckets { located: Vec::new(), gaps: listed.gap.into_iter().collect(), gone: BTreeSet::new() };
    for (name, located) in names.into_iter().zip(several(readings, AT_ONCE).await) {
        match located {
            Ok(located) => buckets.located.push(located),
            Err(gap) if gap.kind == GapKind::Gone => {
                buckets.gone.insert(name);
            }
            Err(gap) if buckets.gaps.contains(&gap) => {}
            Err(gap) => buckets.gaps.push(gap),
        }
    }
    buckets
}

/// Costs a call only where the listing does not tell.
async fn locate(session: &Session, bucket: Bucket) -> Result<Located, Gap> {
    if let Some(region) = bucket.bucket_region().filter(|region| !region.is_empty()).map(str::to_owned) {
        return Ok(Located { bucket, region });
    }
    // The global region answers for buckets of every region.
    let global = session.global_region();
    let request = session.s3(global).get_bucket_location().bucket(bucket.name().unwrap_or_default());
    let answer = request.send().await.map_err(|error| {
        let gap = gap_of_listed(LOCATE, global, &error);
        Gap {
            detail: format!("the bucket {} could not be located: {}", bucket.name().unwrap_or("without a name"), gap.detail),
            ..gap
        }
    })?;
    let region = region_of(answer.location_constraint().map_or("", |constraint| constraint.as_str())).to_owned();
    Ok(Located { bucket, region })
}

/// The region that a location constraint stands for ("GetBucketLocation" in the S3 API reference).
fn region_of(constraint: &str) -> &str {
    match constraint {
        "" => "us-east-1",
        "EU" => "eu-west-1",
        region => region,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Scripted, xml};
    use super::*;

    const DENIED: &str = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";

    fn listing(buckets: &str) -> Scripted {
        let list = format!("<ListAllMyBucketsResult>{buckets}</ListAllMyBucketsResult>");
        Scripted::by_sign(vec![("location", xml(403, DENIED)), ("max-buckets", xml(200, &list))])
    }

    #[tokio::test]
    async fn a_bucket_that_cannot_be_located_is_a_gap_that_names_it() {
        let service = listing(
            "<Buckets><Bucket><Name>logs</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>\
             <Bucket><Name>lost</Name></Bucket><Bucket><Name>astray</Name></Bucket></Buckets>",
        );
        let buckets = of_account(&service.session()).await;
        assert_eq!(buckets.located.iter().map(|located| located.bucket.name()).collect::<Vec<_>>(), [Some("logs")]);
        let told: Vec<_> = buckets.gaps.iter().map(|gap| (gap.kind, gap.action.as_str(), gap.detail.as_str())).collect();
        assert_eq!(
            told,
            [
                (GapKind::Denied, LOCATE, "the bucket lost could not be located: no"),
                (GapKind::Denied, LOCATE, "the bucket astray could not be located: no")
            ]
        );
    }

    #[tokio::test]
    async fn an_answer_without_its_list_of_buckets_is_a_gap_and_an_empty_list_is_none() {
        let silent = of_account(&listing("").session()).await;
        assert_eq!(silent.gaps.iter().map(|gap| gap.detail.as_str()).collect::<Vec<_>>(), ["the answer lacks Buckets"]);
        assert_eq!(of_account(&listing("<Buckets/>").session()).await.gaps, []);
    }

    #[tokio::test]
    async fn a_bucket_that_is_deleted_before_it_is_located_is_gone_and_no_gap() {
        let gone = "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>";
        let list = "<ListAllMyBucketsResult><Buckets><Bucket><Name>brief</Name></Bucket></Buckets></ListAllMyBucketsResult>";
        let service = Scripted::by_sign(vec![("location", xml(404, gone)), ("max-buckets", xml(200, list))]);
        let buckets = of_account(&service.session()).await;
        assert_eq!((buckets.located.len(), buckets.gaps.len()), (0, 0));
        assert_eq!(buckets.gone, BTreeSet::from(["brief".to_owned()]));
    }

    #[test]
    fn old_location_constraints_are_regions() {
        assert_eq!([region_of(""), region_of("EU"), region_of("eu-north-1")], ["us-east-1", "eu-west-1", "eu-north-1"]);
    }
}
