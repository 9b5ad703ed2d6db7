//! Questions about the policies of buckets.

use super::super::{Answer, Function, all_of, any_of, field, not};
use super::{any_statement, any_text, has_effect, is_narrowed, is_present, names_everyone};
use crate::model::Property;
use crate::model::pattern::covers;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[Function {
    name: "lets_everyone_write",
    parameters: "document",
    returns: "bool",
    description: "whether a bucket's policy lets anyone store, overwrite or delete objects or change the bucket, without a condition that \
                  narrows it; null lets nobody",
    answer: |arguments, _| lets_everyone_write(&arguments[0]).into_property(),
}];

/// What changes a bucket or its objects: "Actions defined by Amazon S3" in the Service Authorization Reference, the access levels Write,
/// Permissions management and Tagging, as far as they name a bucket or an object.
const WRITES: &[&str] = &[
    "s3:abortmultipartupload",
    "s3:bypassgovernanceretention",
    "s3:createbucket",
    "s3:createbucketmetadatatableconfiguration",
    "s3:deletebucket",
    "s3:deletebucketmetadatatableconfiguration",
    "s3:deletebucketpolicy",
    "s3:deletebucketwebsite",
    "s3:deleteobject",
    "s3:deleteobjecttagging",
    "s3:deleteobjectversion",
    "s3:deleteobjectversiontagging",
    "s3:initiatereplication",
    "s3:objectowneroverridetobucketowner",
    "s3:putaccelerateconfiguration",
    "s3:putanalyticsconfiguration",
    "s3:putbucketacl",
    "s3:putbucketcors",
    "s3:putbucketlogging",
    "s3:putbucketnotification",
    "s3:putbucketobjectlockconfiguration",
    "s3:putbucketownershipcontrols",
    "s3:putbucketpolicy",
    "s3:putbucketpublicaccessblock",
    "s3:putbucketrequestpayment",
    "s3:putbuckettagging",
    "s3:putbucketversioning",
    "s3:putbucketwebsite",
    "s3:putencryptionconfiguration",
    "s3:putintelligenttieringconfiguration",
    "s3:putinventoryconfiguration",
    "s3:putlifecycleconfiguration",
    "s3:putmetricsconfiguration",
    "s3:putobject",
    "s3:putobjectacl",
    "s3:putobjectlegalhold",
    "s3:putobjectretention",
    "s3:putobjecttagging",
    "s3:putobjectversionacl",
    "s3:putobjectversiontagging",
    "s3:putreplicationconfiguration",
    "s3:replicatedelete",
    "s3:replicateobject",
    "s3:replicatetags",
    "s3:restoreobject",
];

/// Whether a statement lets everyone do something that changes the bucket or its objects.
#[must_use]
pub fn lets_everyone_write(document: &Property) -> Answer<bool> {
    any_statement(document, |statement| {
        all_of([
            has_effect(statement, "Allow"),
            any_of([names_everyone(statement), field(statement, "not_principals", is_present)]),
            any_of([any_text(statement, "actions", may_write), allows_a_write_by_exclusion(statement)]),
            not(is_narrowed(statement)),
        ])
    })
}

/// Whether an action with wildcards stands for one that writes.
fn may_write(action: &str) -> bool {
    let action = action.to_ascii_lowercase();
    WRITES.iter().any(|write| covers(&action, write))
}

/// Whether the statement allows every action but some, and forgets one that writes.
fn allows_a_write_by_exclusion(statement: &Property) -> Answer<bool> {
    field(statement, "not_actions", |excluded| match excluded {
        Property::Null => Answer::Known(false),
        _ => any_of(
            WRITES
                .iter()
                .map(|write| not(any_text(statement, "not_actions", |action| covers(&action.to_ascii_lowercase(), write)))),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn writes(changes: &Value) -> Answer<bool> {
        let mut statement = json!({
            "effect": "Allow", "principals": {"AWS": ["*"]}, "not_principals": null, "actions": ["s3:GetObject"], "not_actions": null,
            "conditions": {},
        });
        for (key, value) in changes.as_object().expect("a map") {
            statement[key] = value.clone();
        }
        lets_everyone_write(&Property::from(json!({ "statements": [statement] })))
    }

    #[test]
    fn storing_deleting_and_changing_are_writing_whatever_wildcard_names_them() {
        for actions in [
            ["s3:PutObject"],
            ["s3:*"],
            ["*"],
            ["S3:put*"],
            ["s3:DeleteObject"],
            ["s3:PutBucketPolicy"],
            ["s3:*Object"],
            ["s3:Replicate*"],
        ] {
            assert_eq!(writes(&json!({ "actions": actions })), Answer::Known(true), "{actions:?}");
        }
        for actions in [["s3:GetObject"], ["s3:Get*"], ["s3:ListBucket"], ["sqs:*"], ["s3:GetObject*"]] {
            assert_eq!(writes(&json!({ "actions": actions })), Answer::Known(false), "{actions:?}");
        }
    }

    #[test]
    fn what_is_not_excluded_is_allowed() {
        for (excluded, expected) in
            [(json!(["s3:GetObject"]), true), (json!(["s3:Put*"]), true), (json!(["s3:*"]), false), (json!([]), true)]
        {
            assert_eq!(writes(&json!({ "actions": null, "not_actions": excluded })), Answer::Known(expected), "{excluded}");
        }
    }

    #[test]
    fn only_everyone_counts_and_only_where_no_condition_narrows() {
        let put = json!(["s3:PutObject"]);
        assert_eq!(writes(&json!({ "actions": put, "principals": {"AWS": ["arn:aws:iam::1:root"]} })), Answer::Known(false));
        assert_eq!(writes(&json!({ "actions": put, "effect": "Deny" })), Answer::Known(false));
        let own = json!({"StringEquals": {"aws:sourcevpce": ["vpce-1"]}});
        assert_eq!(writes(&json!({ "actions": put, "conditions": own })), Answer::Known(false));
        assert_eq!(lets_everyone_write(&Property::Null), Answer::Known(false));
    }
}
