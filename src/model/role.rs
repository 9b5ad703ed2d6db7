//! A role to take on before anything is read.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A role of an AWS account, and what has to be said to assume it. Nothing of it is secret: AWS treats external ids as ordinary text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// `arn:aws:iam::123456789012:role/audit`.
    pub arn: String,
    /// What the role's trust policy asks for, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What the account's own logs call the session; `posture-scan` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_name: Option<String>,
    /// How long its credentials live, in seconds: an hour where nothing is said. They are renewed while a scan runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_duration_s: Option<u32>,
}

/// The characters that names may have besides letters and digits ("AssumeRole" in the AWS STS API reference, which also says how many).
const OF_NAMES: &str = "_=,.@+-";
/// Those of external ids.
const OF_EXTERNAL_IDS: &str = "_=,.@+-:/";

impl Role {
    /// The account that the role is of: its twelve digits.
    #[must_use]
    pub fn account_id(&self) -> &str {
        self.arn.split(':').nth(4).unwrap_or_default()
    }
}

impl FromStr for Role {
    type Err = String;

    /// The role with this ARN. An error is a fragment that follows the name of the option.
    fn from_str(arn: &str) -> Result<Self, String> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let is_role = match parts.as_slice() {
            ["arn", partition, "iam", "", account, resource] => {
                let (path, name) =
                    resource.strip_prefix("role/").map_or(("", ""), |rest| rest.rsplit_once('/').unwrap_or(("", rest)));
                partition.starts_with("aws")
                    && partition.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                    && is_account_id(account)
                    && path.bytes().all(|byte| byte.is_ascii_graphic())
                    && consists_of(name, OF_NAMES, 1..=64)
            }
            _ => false,
        };
        if !is_role || arn.len() > 2048 {
            return Err("it must be the ARN of a role, such as arn:aws:iam::123456789012:role/audit".to_owned());
        }
        Ok(Self { arn: arn.to_owned(), external_id: None, session_name: None, session_duration_s: None })
    }
}

/// Whether a text is the number of an AWS account.
#[must_use]
pub fn is_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An external id as AWS takes it.
///
/// # Errors
/// A fragment that follows the name of the option.
pub fn external_id(text: &str) -> Result<String, String> {
    let is_one = consists_of(text, OF_EXTERNAL_IDS, 2..=1224);
    is_one.then(|| text.to_owned()).ok_or_else(|| format!("it must be 2 to 1224 letters, digits and {OF_EXTERNAL_IDS}"))
}

/// A session's name as AWS takes it.
///
/// # Errors
/// A fragment that follows the name of the option.
pub fn session_name(text: &str) -> Result<String, String> {
    let is_one = consists_of(text, OF_NAMES, 2..=64);
    is_one.then(|| text.to_owned()).ok_or_else(|| format!("it must be 2 to 64 letters, digits and {OF_NAMES}"))
}

/// An MFA device's serial number as AWS takes it: an ARN, or the number of a hardware device.
///
/// # Errors
/// A fragment that follows the name of the option.
pub fn mfa_serial(text: &str) -> Result<String, String> {
    let is_one = consists_of(text, OF_EXTERNAL_IDS, 9..=256);
    let advice = || "it must be the serial number of an MFA device, such as arn:aws:iam::123456789012:mfa/me".to_owned();
    is_one.then(|| text.to_owned()).ok_or_else(advice)
}

fn consists_of(text: &str, others: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.chars().all(|character| character.is_ascii_alphanumeric() || others.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arn_of_a_role_is_one_and_nothing_else_is() {
        for arn in [
            "arn:aws:iam::123456789012:role/audit",
            "arn:aws-us-gov:iam::123456789012:role/teams/security/audit",
            "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/AWSServiceRoleFor_X+1=2,3@4",
        ] {
            assert_eq!(arn.parse::<Role>().expect(arn).account_id(), "123456789012");
        }
        for text in [
            "",
            "audit",
            "AKIAIOSFODNN7EXAMPLE",
            "arn:aws:iam::12345678901:role/audit",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::123456789012:role/a b",
            "arn:aws:iam::123456789012:role/a\u{1b}[31m",
            "arn:aws:iam::123456789012:role/ü/audit",
            "arn:aws:iam::123456789012:user/audit",
            "arn:aws:sts::123456789012:assumed-role/audit/me",
            "arn:aws:iam:us-east-1:123456789012:role/audit",
            "arn:other:iam::123456789012:role/audit",
            &format!("arn:aws:iam::123456789012:role/{}/audit", "x".repeat(2100)),
        ] {
            assert!(text.parse::<Role>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_goes_with_a_role_is_what_aws_takes() {
        assert!(external_id("partner:42/a-b").is_ok() && session_name("nightly@ci").is_ok());
        assert!(mfa_serial("arn:aws:iam::123456789012:mfa/me").is_ok() && mfa_serial("GAHT12345678").is_ok());
        for text in ["", "a", "a b", "ä-b", "a\nb"] {
            assert!(external_id(text).is_err() && session_name(text).is_err() && mfa_serial(text).is_err(), "{text}");
        }
        assert!(session_name("a/b").is_err() && session_name(&"a".repeat(65)).is_err());
    }
}
