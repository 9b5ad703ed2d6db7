//! What fits a schema, what does not, and what is said of it.

use super::*;
use crate::model::GapKind;
use crate::model::resource::by_name;
use crate::model::resource::s3::{AccessControlList, Bucket, BucketEncryption, Notifications, Versioning};
use serde_json::json;

fn gap(property: &str) -> Gap {
    let detail = format!("{property} is not given");
    Gap { kind: GapKind::NotCollected, action: "ec2:DescribeImages".to_owned(), region: "eu-west-1".to_owned(), detail }
}

fn evidence(name: &str, given: &Value) -> Result<Properties, Vec<Misfit>> {
    let shape = Shape::of(by_name(name).expect("a resource type"));
    shape.evidence(given.as_object().expect("an object"), "resource", &gap)
}

fn misfits(name: &str, given: &Value) -> Vec<String> {
    evidence(name, given).expect_err("misfits").iter().map(ToString::to_string).collect()
}

#[test]
fn what_a_typed_shape_writes_fits_its_schema_unchanged() {
    let bucket = Bucket {
        name: "orders".to_owned(),
        created_at: Some("2026-01-15T09:30:00Z".to_owned()),
        encryption: BucketEncryption { rules: Vec::new() },
        public_access_block: None,
        policy: None,
        policy_status: None,
        acl: AccessControlList { owner: "o".to_owned(), grants: Vec::new() },
        versioning: Versioning { enabled: true, mfa_delete: false },
        logging: None,
        lifecycle_rules: Vec::new(),
        notifications: Notifications { topics: Vec::new(), queues: Vec::new(), functions: Vec::new(), event_bridge: false },
        object_lock: None,
        object_ownership: None,
        replication_rules: Vec::new(),
    };
    let evidence = evidence("aws.s3.bucket", &serde_json::to_value(&bucket).expect("JSON")).expect("fits");
    assert_eq!(Property::Map(evidence), Property::from_typed(&bucket));
}

#[test]
fn what_is_left_out_is_unknown_for_the_reason_of_its_outermost_property() {
    let evidence = evidence("aws.s3.bucket", &json!({"acl": {"grants": [{"permission": "READ"}]}})).expect("fits");
    let reason = |property: &Property| property.first_gap().map(|gap| gap.detail.clone());
    assert_eq!(reason(&evidence["encryption"]).as_deref(), Some("encryption is not given"));
    assert_eq!(reason(evidence["acl"].at("owner").expect("an entry")).as_deref(), Some("acl is not given"));
    let Some(Property::List(grants)) = evidence["acl"].at("grants") else { panic!("no grants") };
    assert_eq!(grants[0].at("permission"), Some(&Property::Text("READ".to_owned())));
    assert_eq!(reason(grants[0].at("grantee").expect("an entry")).as_deref(), Some("acl is not given"));
}

#[test]
fn an_unknown_property_is_refused_with_the_nearest_name() {
    assert_eq!(
        misfits("aws.ec2.image", &json!({"snapshot_id": "snap-1"})),
        ["resource.snapshot_id does not exist; did you mean snapshot_ids?"]
    );
    assert_eq!(
        misfits("aws.ec2.image", &json!({"zzz": 1})),
        ["resource.zzz does not exist; `scan checks schema aws.ec2.image` shows what there is"]
    );
}

#[test]
fn every_misfit_is_named_however_deep_it_lies() {
    let rule = json!({"algorithm": null, "bucket_key_enabled": "yes"});
    assert_eq!(
        misfits("aws.s3.bucket", &json!({"name": 1, "encryption": {"rules": [rule]}})),
        [
            "resource.name must be text, not a whole number",
            "resource.encryption.rules[0].algorithm must be text, not null",
            "resource.encryption.rules[0].bucket_key_enabled must be true or false, not text",
        ]
    );
}

#[test]
fn null_fits_only_where_the_schema_has_a_place_for_it() {
    assert_eq!(evidence("aws.s3.bucket", &json!({"policy": null})).expect("fits")["policy"], Property::Null);
    assert_eq!(misfits("aws.s3.bucket", &json!({"encryption": null})), ["resource.encryption must be an object, not null"]);
}

#[test]
fn a_point_in_time_must_be_one() {
    assert_eq!(
        misfits("aws.ec2.image", &json!({"created_at": "yesterday"})),
        ["resource.created_at must be a point in time such as 2026-01-15T09:30:00Z, not `yesterday`"]
    );
}

#[test]
fn maps_take_any_key_and_hold_their_values_to_the_schema() {
    let statement = json!({"principals": {"AWS": ["*"]}, "conditions": {"Bool": {"aws:securetransport": [true]}}});
    assert_eq!(
        misfits("aws.s3.bucket", &json!({"policy": {"statements": [statement]}})),
        ["resource.policy.statements[0].conditions.Bool.aws:securetransport[0] must be text, not true or false"]
    );
}
