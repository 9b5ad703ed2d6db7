//! Whether one condition of a policy narrows who may call, by the rule that S3 documents for "public": only fixed values narrow.

use std::net::IpAddr;
use std::sync::Arc;

use ipnet::IpNet;

use super::super::{Answer, all_of, any_item, not, text};
use crate::model::Property;

/// Condition keys that narrow who may call to something the policy's owner chose.
///
/// Source: IAM User Guide, "AWS global condition context keys", and S3 User Guide, "The meaning of public", which lists the keys that
/// make a policy non-public when they hold fixed values.
const NARROWING_KEYS: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:sourcevpce",
    "aws:userid",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
    "kms:calleraccount",
    "lambda:eventsourcetoken",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "sns:endpoint",
];

/// True of requests that come through a mount target, which stands in a VPC of the owner's choice: EFS user guide, "Blocking public access
/// to EFS file systems".
const VIA_MOUNT_TARGET: &str = "elasticfilesystem:accessedviamounttarget";

/// Operators that compare with what the policy names. Their negations, `…IfExists` and `ForAllValues:…`, which hold where the key is
/// absent, let strangers through.
const NARROWING_OPERATORS: &[&str] = &["arnequals", "arnlike", "ipaddress", "stringequals", "stringequalsignorecase", "stringlike"];

/// Lengths from which on S3 takes a range for narrow: S3 User Guide, "The meaning of public" (`aws:SourceIp`).
const NARROW_PREFIX_IPV4: u8 = 8;
const NARROW_PREFIX_IPV6: u8 = 32;

/// Whether a condition narrows: every value of `key` must, since one that does not undoes the others.
pub(super) fn narrows(operator: &str, key: &str, values: &Property) -> Answer<bool> {
    let operator = operator.to_ascii_lowercase();
    let operator = operator.strip_prefix("foranyvalue:").unwrap_or(&operator);
    if key == VIA_MOUNT_TARGET && operator == "bool" {
        return every(values, |value| text(value, "a condition value", |value| value.eq_ignore_ascii_case("true")));
    }
    if !NARROWING_OPERATORS.contains(&operator) || !NARROWING_KEYS.contains(&key) {
        return Answer::Known(false);
    }
    if key == "aws:sourceip" {
        return all_of([every(values, range_is_narrow), not(together_the_world(values))]);
    }
    every(values, |value| text(value, "a condition value", |value| is_fixed(operator, key, value)))
}

/// Whether a condition by a key of the caller's choice compares with nothing but values that stand for themselves, or with paths of one
/// organisation.
pub(super) fn are_fixed(operator: &str, key: &str, values: &Property) -> Answer<bool> {
    let operator = operator.to_ascii_lowercase();
    if !NARROWING_OPERATORS.contains(&operator.strip_prefix("foranyvalue:").unwrap_or(&operator)) {
        return Answer::Known(false);
    }
    every(values, |value| {
        text(value, "a condition value", |value| match key {
            "aws:resourceorgpaths" => is_path_of_one_organisation(value),
            _ => !value.is_empty() && is_literal(value),
        })
    })
}

fn every(values: &Property, question: impl Fn(&Property) -> Answer<bool>) -> Answer<bool> {
    not(any_item(values, "condition values", |value| not(question(value))))
}

/// Whether a value, or the part of it that says whose it is, stands for itself: no wildcard and no variable of the policy.
fn is_fixed(operator: &str, key: &str, value: &str) -> bool {
    if is_literal(value) {
        return !value.is_empty();
    }
    match key {
        "aws:sourcearn" if names_one_bucket(value) => true,
        "aws:principalarn" | "aws:sourcearn" | "aws:sourcevpcarn" | "s3:dataaccesspointarn" => has_fixed_account(operator, value),
        "aws:principalorgpaths" | "aws:sourceorgpaths" | "aws:vpceorgpaths" => is_path_of_one_organisation(value),
        // Subscriptions of one mail domain.
        "sns:endpoint" => value.strip_prefix("*@").is_some_and(|domain| !domain.is_empty() && is_literal(domain)),
        _ => false,
    }
}

fn is_path_of_one_organisation(value: &str) -> bool {
    value.split_once('/').is_some_and(|(organisation, _)| organisation.starts_with("o-") && is_literal(organisation))
}

fn is_literal(value: &str) -> bool {
    !value.contains(['*', '?']) && !value.contains("${")
}

/// Whether an ARN pattern names one account. In text operators a wildcard runs over colons, so there the account must not stand behind
/// one.
fn has_fixed_account(operator: &str, pattern: &str) -> bool {
    let parts: Vec<&str> = pattern.splitn(6, ':').collect();
    let [.., account, _] = parts[..] else { return false };
    let digits = parts.len() == 6 && !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_digit());
    digits && (operator.starts_with("arn") || parts[..4].iter().all(|part| is_literal(part)))
}

/// Whether an ARN pattern names one bucket, whose ARN has neither region nor account, and whose name no other bucket has.
fn names_one_bucket(pattern: &str) -> bool {
    let parts: Vec<&str> = pattern.splitn(6, ':').collect();
    matches!(parts[..], ["arn", partition, "s3", _, _, bucket] if is_literal(partition) && is_literal(bucket) && is_bucket(bucket))
}

/// Whether the last part of an ARN of S3 can be a bucket's name: access points and jobs have a kind before theirs.
fn is_bucket(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', ':'])
}

fn range_of(value: &str) -> Option<IpNet> {
    value.parse().ok().or_else(|| value.parse::<IpAddr>().ok().map(IpNet::from))
}

fn range_is_narrow(value: &Property) -> Answer<bool> {
    match value {
        Property::Text(text) => match range_of(text) {
            Some(IpNet::V4(network)) => Answer::Known(network.prefix_len() >= NARROW_PREFIX_IPV4),
            Some(IpNet::V6(network)) => Answer::Known(network.prefix_len() >= NARROW_PREFIX_IPV6),
            None if is_literal(text) => Answer::Invalid(format!("{text:?} is not an address range such as 203.0.113.0/24")),
            None => Answer::Known(false),
        },
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a condition value must be text".to_owned()),
    }
}

/// Whether ranges, each of them narrow, are the whole internet together.
fn together_the_world(values: &Property) -> Answer<bool> {
    let Property::List(values) = values else { return Answer::Known(false) };
    let ranges = values.iter().filter_map(|value| if let Property::Text(text) = value { range_of(text) } else { None });
    Answer::Known(IpNet::aggregate(&ranges.collect()).iter().any(|network| network.prefix_len() == 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pattern_for_one_bucket_narrows() {
        let table = [
            ("arn:aws:s3:*:*:photos", true),
            ("arn:aws:s3:::photos", true),
            ("arn:aws:s3:*:*:*", false),
            ("arn:aws:s3:*:*:photos-*", false),
            ("arn:*:s3:*:*:photos", false),
            // Names of access points and jobs are other accounts' too.
            ("arn:aws:s3:*:*:accesspoint/photos", false),
            ("arn:aws:s3:*:*:job/1", false),
            ("arn:aws:sns:*:*:photos", false),
        ];
        for (pattern, expected) in table {
            let values = Property::from(json!([pattern]));
            assert_eq!(narrows("ArnLike", "aws:sourcearn", &values), Answer::Known(expected), "{pattern}");
        }
        assert_eq!(narrows("ArnLike", "aws:principalarn", &Property::from(json!(["arn:aws:s3:*:*:photos"]))), Answer::Known(false));
    }

    #[test]
    fn endpoints_of_an_organisation_narrow() {
        for (operator, key, value) in [
            ("StringEquals", "aws:vpceorgid", "o-abc"),
            ("StringLike", "aws:vpceorgpaths", "o-abc/*"),
            ("StringEquals", "aws:vpceaccount", "111122223333"),
            ("ArnLike", "aws:sourcevpcarn", "arn:aws:ec2:*:111122223333:vpc/*"),
        ] {
            assert_eq!(narrows(operator, key, &Property::from(json!([value]))), Answer::Known(true), "{key}");
        }
        assert_eq!(narrows("StringLike", "aws:vpceaccount", &Property::from(json!(["*"]))), Answer::Known(false));
    }
}
