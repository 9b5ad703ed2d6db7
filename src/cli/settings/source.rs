//! Which account to scan, and how to come to it: from flags, or from a saved connection.

use std::path::Path;

use super::output::Stream;
use crate::cli::accounts::Connection;
use crate::cli::arguments::{ProviderChoice, ScanArguments, SignInArguments};
use crate::cli::exit_code::Failure;
use crate::model::Role;
use crate::model::address::without_credentials;
use crate::provider::limiter::Share;

/// The longest session of a role that another role assumes, in seconds ("Roles terms and concepts" in the IAM user guide: role chaining).
const LONGEST_IN_CHAIN: u32 = 3600;

/// Where the account comes from.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) enum Source {
    /// Amazon Web Services.
    Aws(AwsSource),
    /// A mock account.
    Mock {
        /// The name of an embedded fixture, or a file.
        fixture: String,
        /// Factor on the scripted latency.
        speed: f64,
    },
}

/// How to come to an AWS account.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::cli) struct AwsSource {
    /// Named profile of the AWS configuration files.
    pub(in crate::cli) profile: Option<String>,
    /// Roles to assume, one after another.
    pub(in crate::cli) roles: Vec<Role>,
    /// The MFA device to sign in with.
    pub(in crate::cli) mfa_serial: Option<String>,
    /// Endpoint instead of AWS's own.
    pub(in crate::cli) endpoint_url: Option<String>,
    /// The part of AWS's limits to use.
    pub(in crate::cli) share: Share,
}

impl Source {
    /// The provider's name.
    pub(in crate::cli) const fn provider(&self) -> &'static str {
        match self {
            Self::Aws(_) => "aws",
            Self::Mock { .. } => "mock",
        }
    }

    /// Settles what was typed; a saved connection that is named says how to come to the account.
    ///
    /// # Errors
    /// Flags that contradict each other, or do nothing without others.
    pub(super) fn resolve(scan: &ScanArguments, connection: Option<&Connection>) -> Result<Self, Failure> {
        let source = match connection {
            Some(connection) => connection.source.clone(),
            None if scan.mock.is_some() || scan.provider == Some(ProviderChoice::Mock) => {
                let fixture = scan.mock.clone().unwrap_or_else(|| "demo".to_owned());
                Self::Mock { fixture, speed: 0.0 }
            }
            None => Self::Aws(AwsSource::default()),
        };
        match (source, connection) {
            (Self::Mock { fixture, .. }, _) => mock(scan, fixture),
            (Self::Aws(_), _) if scan.mock_speed.is_some() => Err(Failure::usage("--mock-speed needs --mock")),
            (Self::Aws(saved), Some(_)) => Ok(Self::Aws(AwsSource { share: scan.api_share.unwrap_or_default(), ..saved })),
            (Self::Aws(_), None) => {
                let share = scan.api_share.unwrap_or_default();
                Ok(Self::Aws(AwsSource { share, ..AwsSource::resolve(&scan.sign_in)? }))
            }
        }
    }
}

/// Refuses sessions that so many roles, one after another, cannot have.
///
/// # Errors
/// A role that another one assumes would have a longer session than AWS gives.
pub(in crate::cli) fn fits_chain(roles: usize, session_duration_s: Option<u32>) -> Result<(), Failure> {
    if roles > 1 && session_duration_s.is_some_and(|seconds| seconds > LONGEST_IN_CHAIN) {
        return Err(Failure::usage(
            "a role that another role assumes gets a session of an hour at most; shorten --session-duration (a long scan renews it)",
        ));
    }
    Ok(())
}

impl AwsSource {
    /// Settles what was typed.
    ///
    /// # Errors
    /// What is said of roles without a role, or what no address or no session can be.
    pub(in crate::cli) fn resolve(typed: &SignInArguments) -> Result<Self, Failure> {
        let of_roles = ["--external-id", "--session-name", "--session-duration"];
        if let Some(option) = typed.given().find(|option| typed.role_arn.is_empty() && of_roles.contains(option)) {
            return Err(Failure::usage(format!("{option} needs --role-arn: it is said of a role")));
        }
        fits_chain(typed.role_arn.len(), typed.session_duration)?;
        let last = typed.role_arn.len().saturating_sub(1);
        let role = |(place, role): (usize, &Role)| Role {
            arn: role.arn.clone(),
            external_id: typed.external_id.clone().filter(|_| place == last),
            session_name: typed.session_name.clone(),
            session_duration_s: typed.session_duration,
        };
        Ok(Self {
            profile: typed.aws_profile.clone(),
            roles: typed.role_arn.iter().enumerate().map(role).collect(),
            mfa_serial: typed.mfa_serial.clone(),
            endpoint_url: typed.endpoint_url.as_deref().map(endpoint_url).transpose()?,
            share: Share::default(),
        })
    }
}

fn mock(scan: &ScanArguments, fixture: String) -> Result<Source, Failure> {
    let only_aws = scan.sign_in.given().chain(scan.api_share.map(|_| "--api-share"));
    let only_aws = only_aws.chain((scan.provider == Some(ProviderChoice::Aws)).then_some("--provider aws"));
    if let Some(flag) = only_aws.into_iter().next() {
        return Err(Failure::usage(format!("--mock and {flag} contradict each other; leave one out")));
    }
    let speed = scan.mock_speed.unwrap_or_else(|| if Stream::Stderr.is_terminal() { 1.0 } else { 0.0 });
    if !(speed.is_finite() && (0.0..=100.0).contains(&speed)) {
        return Err(Failure::usage(format!("--mock-speed {speed} must be between 0 and 100")));
    }
    Ok(Source::Mock { fixture, speed })
}

/// Whether a mock account is a file and not the name of an embedded one.
pub(in crate::cli) fn is_fixture_file(path: &Path) -> bool {
    path.components().count() > 1 || path.extension().is_some() || path.is_file()
}

/// The address of an endpoint, as far as it can be told without asking it. Here and not where flags are parsed, because clap repeats the
/// whole address in its complaint.
fn endpoint_url(text: &str) -> Result<String, Failure> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !text.contains(char::is_whitespace) => Ok(text.to_owned()),
        _ => {
            let shown = without_credentials(text);
            Err(Failure::usage(format!("the endpoint {shown} is no address: write it like https://host:port")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(arns: &[&str], seconds: Option<u32>) -> SignInArguments {
        SignInArguments {
            role_arn: arns.iter().map(|arn| arn.parse().unwrap()).collect(),
            external_id: Some("x-1".to_owned()),
            session_name: Some("nightly".to_owned()),
            session_duration: seconds,
            ..SignInArguments::default()
        }
    }

    #[test]
    fn the_external_id_is_the_last_roles_and_the_rest_is_every_roles() {
        let (first, last) = ("arn:aws:iam::111111111111:role/hub", "arn:aws:iam::222222222222:role/audit");
        let source = AwsSource::resolve(&typed(&[first, last], Some(3600))).unwrap();
        let said: Vec<_> = source.roles.iter().map(|role| (role.arn.as_str(), role.external_id.as_deref())).collect();
        assert_eq!(said, [(first, None), (last, Some("x-1"))]);
        assert!(source.roles.iter().all(|role| role.session_name.as_deref() == Some("nightly")));
        assert!(source.roles.iter().all(|role| role.session_duration_s == Some(3600)));
    }

    #[test]
    fn what_cannot_be_is_refused_before_anybody_is_asked() {
        let arn = "arn:aws:iam::111111111111:role/hub";
        let table = [(typed(&[], None), "--external-id needs --role-arn"), (typed(&[arn, arn], Some(7200)), "an hour at most")];
        for (typed, part) in table {
            let error = AwsSource::resolve(&typed).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
        assert!(AwsSource::resolve(&typed(&[arn], Some(7200))).is_ok());
    }
}
