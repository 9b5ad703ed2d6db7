//! How to come to an AWS account: whose credentials, through which roles, and where AWS is.

use clap::Args;

use super::age::age;
use super::word;
use crate::model::Role;
use crate::model::role::{external_id, mfa_serial, session_name};

/// How to come to an AWS account.
#[derive(Debug, Clone, Default, Args)]
pub(in crate::cli) struct SignInArguments {
    /// Named profile of the AWS configuration files
    #[arg(long, value_name = "PROFILE", value_parser = word, help_heading = "Where")]
    pub(in crate::cli) aws_profile: Option<String>,
    /// Role to assume before the scan (repeatable: each is assumed with the credentials of the one before)
    #[arg(long, value_name = "ARN", value_parser = role, help_heading = "Where")]
    pub(in crate::cli) role_arn: Vec<Role>,
    /// External id that the last role asks for
    #[arg(long, value_name = "ID", value_parser = external_id, help_heading = "Where")]
    pub(in crate::cli) external_id: Option<String>,
    /// What the account's logs call the roles' sessions [default: posture-scan]
    #[arg(long, value_name = "TEXT", value_parser = session_name, help_heading = "Where")]
    pub(in crate::cli) session_name: Option<String>,
    /// How long a role's credentials live, from 15m to 12h; a long scan renews them [default: 1h]
    #[arg(long, value_name = "TIME", value_parser = session_duration, help_heading = "Where")]
    pub(in crate::cli) session_duration: Option<u32>,
    /// MFA device whose code is asked for on the terminal, where the AWS profile names none
    #[arg(long, value_name = "SERIAL", value_parser = mfa_serial, help_heading = "Where")]
    pub(in crate::cli) mfa_serial: Option<String>,
    /// Endpoint to use instead of AWS's own (also AWS_ENDPOINT_URL)
    #[arg(long, value_name = "URL", help_heading = "Where")]
    pub(in crate::cli) endpoint_url: Option<String>,
}

impl SignInArguments {
    /// Those that are given.
    pub(in crate::cli) fn given(&self) -> impl Iterator<Item = &'static str> {
        let options = [
            ("--aws-profile", self.aws_profile.is_some()),
            ("--role-arn", !self.role_arn.is_empty()),
            ("--external-id", self.external_id.is_some()),
            ("--session-name", self.session_name.is_some()),
            ("--session-duration", self.session_duration.is_some()),
            ("--mfa-serial", self.mfa_serial.is_some()),
            ("--endpoint-url", self.endpoint_url.is_some()),
        ];
        options.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| option)
    }
}

/// A role by its ARN.
fn role(typed: &str) -> Result<Role, String> {
    typed.trim().parse()
}

/// A session's duration in seconds ("AssumeRole" in the AWS STS API reference: 15 minutes to 12 hours).
pub(in crate::cli) fn session_duration(typed: &str) -> Result<u32, String> {
    let seconds = age(typed).ok().and_then(|age| u32::try_from(age.as_secs()).ok());
    let within = seconds.filter(|seconds| (15 * 60..=12 * 3600).contains(seconds));
    within.ok_or_else(|| "it must be a time from 15m to 12h, such as 90m".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_lasts_a_quarter_of_an_hour_to_half_a_day() {
        assert_eq!(["15m", "1h", "12h"].map(|text| session_duration(text).ok()), [Some(900), Some(3600), Some(43_200)]);
        for text in ["14m", "13h", "1d", "3600", "", "x", "4294967295w"] {
            assert!(session_duration(text).is_err(), "{text}");
        }
    }
}
