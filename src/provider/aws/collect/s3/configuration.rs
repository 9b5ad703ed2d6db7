//! One call per bucket and facet, made once per scan; "no such configuration" is an answer, any other error is that bucket's gap.

use aws_sdk_s3::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::{gap_of_listed, is_absent};
use super::super::super::session::Session;
use super::super::strict::Asked;
use super::super::unserved;
use super::purposes;
use crate::model::resource::s3::{
    AccessControlList, BucketEncryption, BucketLogging, EncryptionRule, Grant, PolicyStatus, PublicAccessBlock, Versioning,
};
use crate::model::{Gap, Property};

/// A bucket as calls name it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// Its name.
    pub(super) bucket: &'a str,
    /// Where it lives.
    pub(super) region: &'a str,
}

/// The facet called `name` of a bucket, shared by all who ask: the bucket's own checks, and those of trails that log to it.
pub(super) async fn facet(session: &Session, name: &'static str, place: Place<'_>) -> Result<Property, Gap> {
    // No bucket's name has a space in it.
    let key = ("bucket", format!("{name} {}", place.bucket));
    session.memo().read(key, read(session, name, place)).await.as_ref().clone()
}

/// Boxed: a request's future is large.
async fn read(session: &Session, name: &'static str, place: Place<'_>) -> Result<Property, Gap> {
    let reading = match name {
        "acl" => acl(session, place).boxed(),
        "encryption" => encryption(session, place).boxed(),
        "lifecycle_rules" => purposes::lifecycle_rules(session, place).boxed(),
        "logging" => logging(session, place).boxed(),
        "notifications" => purposes::notifications(session, place).boxed(),
        "object_lock" => purposes::object_lock(session, place).boxed(),
        "object_ownership" => purposes::object_ownership(session, place).boxed(),
        "policy" => policy(session, place).boxed(),
        "policy_status" => policy_status(session, place).boxed(),
        "public_access_block" => public_access_block(session, place).boxed(),
        "replication_rules" => purposes::replication_rules(session, place).boxed(),
        "versioning" => versioning(session, place).boxed(),
        _ => return Err(unserved(&format!("aws.s3.bucket.{name}"), place.region)),
    };
    reading.await
}

/// GetBucketAcl.
async fn acl(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketAcl", region: place.region };
    let answer = session.s3(place.region).get_bucket_acl().bucket(place.bucket).send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, asked.region, &error))?;
    let owner = answer.owner().and_then(|owner| owner.id()).unwrap_or_default().to_owned();
    // A list without grants is sent as an empty element.
    let grants = asked.required("AccessControlList", answer.grants)?;
    let grants = grants.iter().map(|given| grant(asked, given)).collect::<Result<_, _>>()?;
    Ok(Property::from_typed(&AccessControlList { owner, grants }))
}

fn grant(asked: Asked<'_>, grant: &sdk::Grant) -> Result<Grant, Gap> {
    let grantee = asked.required("Grantee", grant.grantee())?;
    let name = grantee.uri().or(grantee.id()).or(grantee.email_address());
    Ok(Grant {
        grantee_type: grantee.r#type().as_str().to_owned(),
        grantee: asked.required("the grantee's URI, ID or EmailAddress", name)?.to_owned(),
        permission: asked.required("Permission", grant.permission())?.as_str().to_owned(),
    })
}

/// GetBucketEncryption.
async fn encryption(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetEncryptionConfiguration", region: place.region };
    let rules = match session.s3(place.region).get_bucket_encryption().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("ServerSideEncryptionConfiguration", answer.server_side_encryption_configuration)?.rules,
        Err(error) if is_absent(&error) => Vec::new(),
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    Ok(Property::from_typed(&BucketEncryption { rules: rules.into_iter().filter_map(encryption_rule).collect() }))
}

/// A rule may only forbid kinds of encryption; such a rule is no default.
fn encryption_rule(rule: sdk::ServerSideEncryptionRule) -> Option<EncryptionRule> {
    let default = rule.apply_server_side_encryption_by_default?;
    Some(EncryptionRule {
        algorithm: default.sse_algorithm.as_str().to_owned(),
        kms_key: default.kms_master_key_id,
        bucket_key_enabled: rule.bucket_key_enabled.unwrap_or_default(),
    })
}

/// GetBucketLogging.
async fn logging(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketLogging", region: place.region };
    let answer = session.s3(place.region).get_bucket_logging().bucket(place.bucket).send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, asked.region, &error))?;
    Ok(Property::from_typed(
        &answer
            .logging_enabled
            .map(|logging| BucketLogging { target_bucket: logging.target_bucket, target_prefix: logging.target_prefix }),
    ))
}

/// GetBucketPolicy.
async fn policy(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketPolicy", region: place.region };
    match session.s3(place.region).get_bucket_policy().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("Policy", answer.policy()).map(|text| asked.policy_document(text)),
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(asked.action, asked.region, &error)),
    }
}

/// GetBucketPolicyStatus.
async fn policy_status(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketPolicyStatus", region: place.region };
    match session.s3(place.region).get_bucket_policy_status().bucket(place.bucket).send().await {
        Ok(answer) => {
            let verdict = answer.policy_status().and_then(sdk::PolicyStatus::is_public);
            Ok(Property::from_typed(&PolicyStatus { is_public: asked.required("IsPublic", verdict)? }))
        }
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(asked.action, asked.region, &error)),
    }
}

/// GetPublicAccessBlock of the bucket.
async fn public_access_block(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketPublicAccessBlock", region: place.region };
    let block = match session.s3(place.region).get_public_access_block().bucket(place.bucket).send().await {
        Ok(answer) => Some(asked.required("PublicAccessBlockConfiguration", answer.public_access_block_configuration)?),
        Err(error) if is_absent(&error) => None,
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    Ok(Property::from_typed(&block.map(|block| PublicAccessBlock {
        block_public_acls: block.block_public_acls.unwrap_or_default(),
        ignore_public_acls: block.ignore_public_acls.unwrap_or_default(),
        block_public_policy: block.block_public_policy.unwrap_or_default(),
        restrict_public_buckets: block.restrict_public_buckets.unwrap_or_default(),
    })))
}

/// GetBucketVersioning.
async fn versioning(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketVersioning", region: place.region };
    let answer = session.s3(place.region).get_bucket_versioning().bucket(place.bucket).send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, asked.region, &error))?;
    Ok(Property::from_typed(&Versioning {
        enabled: answer.status == Some(sdk::BucketVersioningStatus::Enabled),
        mfa_delete: answer.mfa_delete == Some(sdk::MfaDeleteStatus::Enabled),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Scripted, xml};
    use super::super::super::tests::{asset, resource_type};
    use super::*;
    use crate::model::GapKind;
    use sdk::{Grantee, Permission, ServerSideEncryptionRule, Type};

    const ASKED: Asked<'static> = Asked { action: "s3:GetBucketAcl", region: "eu-west-1" };

    fn given(grantee: Grantee) -> sdk::Grant {
        sdk::Grant::builder().grantee(grantee).permission(Permission::Read).build()
    }

    #[test]
    fn a_grantee_is_named_by_group_id_or_address() {
        let table = [
            (Grantee::builder().r#type(Type::Group).uri("http://acs.amazonaws.com/groups/global/AllUsers"), "Group"),
            (Grantee::builder().r#type(Type::CanonicalUser).id("8bf2"), "CanonicalUser"),
            (Grantee::builder().r#type(Type::AmazonCustomerByEmail).email_address("a@example.com"), "AmazonCustomerByEmail"),
        ];
        let names = ["http://acs.amazonaws.com/groups/global/AllUsers", "8bf2", "a@example.com"];
        for ((grantee, kind), name) in table.into_iter().zip(names) {
            let expected = Grant { grantee_type: kind.to_owned(), grantee: name.to_owned(), permission: "READ".to_owned() };
            assert_eq!(grant(ASKED, &given(grantee.build().expect("complete"))), Ok(expected));
        }
    }

    #[test]
    fn a_grant_to_nobody_leaves_the_list_unknown() {
        let nobody = Grantee::builder().r#type(Type::Group).build().expect("complete");
        assert!(grant(ASKED, &given(nobody)).is_err());
    }

    #[tokio::test]
    async fn an_access_control_list_that_is_not_sent_is_unknown_and_an_empty_one_is_empty() {
        let read = async |list: &str| {
            let body = format!("<AccessControlPolicy><Owner><ID>8bf2</ID></Owner>{list}</AccessControlPolicy>");
            let place = Place { bucket: "photos", region: "eu-west-1" };
            acl(&Scripted::new(vec![xml(200, &body)]).session(), place).await
        };
        let gap = read("").await.expect_err("nobody said that there are no grants");
        assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, "the answer lacks AccessControlList"));
        let empty = read("<AccessControlList/>").await.expect("an empty list");
        assert_eq!(empty.at("grants"), Some(&Property::List(Vec::new())));
    }

    #[tokio::test]
    async fn a_bucket_that_is_deleted_meanwhile_is_gone_whatever_is_asked_of_it() {
        let buckets = resource_type("aws.s3.bucket");
        let gone = xml(404, "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>");
        for facet in buckets.facets {
            let session = Scripted::new(vec![gone.clone()]).session();
            let values = super::super::read_facet(&session, buckets, facet, &[asset("aws.s3.bucket")]).await;
            assert!(values[0].is_gone(), "{}: {values:?}", facet.name);
        }
    }

    #[test]
    fn a_rule_that_only_forbids_is_no_default() {
        assert_eq!(encryption_rule(ServerSideEncryptionRule::builder().build()), None);
    }
}
