//! What a bucket does with its objects besides keeping them: it ages, locks and copies them, and tells of them.

use aws_sdk_s3::types as sdk;

use super::super::super::errors::{gap_of_listed, is_absent};
use super::super::super::session::Session;
use super::super::strict::{Asked, known};
use super::configuration::Place;
use super::region_of_bucket;
use crate::model::resource::s3::{LifecycleRule, Notifications, ObjectLock, ReplicationRule};
use crate::model::{Gap, GapKind, Property};

/// GetBucketLifecycleConfiguration.
pub(super) async fn lifecycle_rules(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetLifecycleConfiguration", region: place.region };
    let rules = match session.s3(place.region).get_bucket_lifecycle_configuration().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("Rule", answer.rules)?,
        Err(error) if is_absent(&error) => Vec::new(),
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    let rules = rules.into_iter().map(|rule| LifecycleRule { id: rule.id, enabled: rule.status == sdk::ExpirationStatus::Enabled });
    Ok(Property::from_typed(&rules.collect::<Vec<_>>()))
}

/// GetBucketNotificationConfiguration; a bucket that tells nobody answers with an empty element.
pub(super) async fn notifications(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketNotification", region: place.region };
    let answer = session.s3(place.region).get_bucket_notification_configuration().bucket(place.bucket).send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, asked.region, &error))?;
    let topics = answer.topic_configurations.unwrap_or_default();
    let queues = answer.queue_configurations.unwrap_or_default();
    let functions = answer.lambda_function_configurations.unwrap_or_default();
    Ok(Property::from_typed(&Notifications {
        topics: topics.into_iter().map(|told| told.topic_arn).collect(),
        queues: queues.into_iter().map(|told| told.queue_arn).collect(),
        functions: functions.into_iter().map(|told| told.lambda_function_arn).collect(),
        event_bridge: answer.event_bridge_configuration.is_some(),
    }))
}

/// GetObjectLockConfiguration.
pub(super) async fn object_lock(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketObjectLockConfiguration", region: place.region };
    let lock = match session.s3(place.region).get_object_lock_configuration().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("ObjectLockConfiguration", answer.object_lock_configuration)?,
        Err(error) if is_absent(&error) => return Ok(Property::Null),
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    let mode = lock.rule.and_then(|rule| rule.default_retention?.mode);
    Ok(Property::from_typed(&ObjectLock {
        enabled: lock.object_lock_enabled == Some(sdk::ObjectLockEnabled::Enabled),
        default_mode: mode.map(|mode| mode.as_str().to_owned()),
    }))
}

/// GetBucketOwnershipControls.
pub(super) async fn object_ownership(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetBucketOwnershipControls", region: place.region };
    let controls = match session.s3(place.region).get_bucket_ownership_controls().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("OwnershipControls", answer.ownership_controls)?,
        Err(error) if is_absent(&error) => return Ok(Property::Null),
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    // Exactly one rule: "OwnershipControls" in the S3 API reference.
    let rule = asked.required("Rule", controls.rules.first())?;
    Ok(Property::from_typed(&rule.object_ownership.as_str()))
}

/// GetBucketReplication.
pub(super) async fn replication_rules(session: &Session, place: Place<'_>) -> Result<Property, Gap> {
    let asked = Asked { action: "s3:GetReplicationConfiguration", region: place.region };
    let configuration = match session.s3(place.region).get_bucket_replication().bucket(place.bucket).send().await {
        Ok(answer) => asked.required("ReplicationConfiguration", answer.replication_configuration)?,
        Err(error) if is_absent(&error) => return Ok(Property::List(Vec::new())),
        Err(error) => return Err(gap_of_listed(asked.action, asked.region, &error)),
    };
    let mut rules = Vec::with_capacity(configuration.rules.len());
    for rule in configuration.rules {
        rules.push(replication_rule(session, asked, rule).await?);
    }
    Ok(Property::List(rules))
}

async fn replication_rule(session: &Session, asked: Asked<'_>, rule: sdk::ReplicationRule) -> Result<Property, Gap> {
    let arn = asked.required("Destination", rule.destination)?.bucket;
    let destination = arn.rsplit(':').next().unwrap_or(&arn).to_owned();
    let region = match region_of_bucket(session, &destination).await {
        Ok(Some(region)) => Ok(region),
        Ok(None) => Err(Gap {
            kind: GapKind::NotCollected,
            detail: format!("the copies go to {destination}, a bucket of another account, and nobody tells where that lives"),
            ..asked.malformed("")
        }),
        Err(gap) => Err(gap),
    };
    let rule = ReplicationRule {
        id: rule.id,
        enabled: rule.status == sdk::ReplicationRuleStatus::Enabled,
        destination,
        destination_region: String::new(),
    };
    let mut property = Property::from_typed(&rule);
    if let Property::Map(fields) = &mut property {
        fields.insert("destination_region", known(region.as_ref()));
    }
    Ok(property)
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Answer, Scripted, xml};
    use super::*;

    const PLACE: Place<'static> = Place { bucket: "photos", region: "eu-west-1" };

    fn copied_to(destination: &str) -> Answer {
        let rule = format!(
            "<Rule><ID>away</ID><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::{destination}</Bucket></Destination></Rule>"
        );
        xml(200, &format!("<ReplicationConfiguration><Role>arn:aws:iam::1:role/copy</Role>{rule}</ReplicationConfiguration>"))
    }

    async fn region_of_copies(destination: &str) -> Property {
        let listed = "<Bucket><Name>photos-copy</Name><BucketRegion>eu-north-1</BucketRegion></Bucket>";
        let list = format!("<ListAllMyBucketsResult><Buckets>{listed}</Buckets></ListAllMyBucketsResult>");
        let service = Scripted::by_sign(vec![("replication", copied_to(destination)), ("max-buckets", xml(200, &list))]);
        let Ok(Property::List(rules)) = replication_rules(&service.session(), PLACE).await else { panic!("no rules") };
        rules[0].at("destination_region").expect("a region").clone()
    }

    #[tokio::test]
    async fn copies_are_where_the_account_says_that_their_bucket_lives() {
        assert_eq!(region_of_copies("photos-copy").await, Property::Text("eu-north-1".to_owned()));
    }

    #[tokio::test]
    async fn nobody_knows_where_the_copies_in_another_account_are() {
        let gap = region_of_copies("theirs").await.first_gap().expect("a gap").clone();
        assert_eq!((gap.kind, gap.action.as_str()), (GapKind::NotCollected, "s3:GetReplicationConfiguration"));
    }

    #[tokio::test]
    async fn a_bucket_without_replication_has_no_rules() {
        let none = "<Error><Code>ReplicationConfigurationNotFoundError</Code><Message>none</Message></Error>";
        let read = replication_rules(&Scripted::new(vec![xml(404, none)]).session(), PLACE).await;
        assert_eq!(read, Ok(Property::List(Vec::new())));
    }
}
