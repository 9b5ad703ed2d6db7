//! The accounts to scan, each with how one comes to it.

use std::sync::Arc;

use crate::cli::accounts::{Accounts, Connection};
use crate::cli::arguments::{ScanArguments, SharedArguments};
use crate::cli::exit_code::Failure;
use crate::cli::running::{Network, Refusal, connect_over};
use crate::cli::settings::{AwsSource, ScanSettings, Source};
use crate::model::roll_up::SkippedAccount;
use crate::provider::{Provider, SubmissionError};

/// An account to scan.
pub(super) struct Target {
    /// Its number, where it is known before anybody is asked.
    pub(super) account_id: String,
    /// What the organisation or the user calls it; may be empty.
    pub(super) name: String,
    /// What to scan of it, and how.
    pub(super) scan: ScanSettings,
    way: Way,
}

/// How one comes to an account.
enum Way {
    /// As its settings say.
    Source,
    /// Through a role that a caller assumes, or as the caller.
    #[cfg(feature = "aws")]
    Caller(Arc<crate::provider::aws::AwsCaller>, Option<crate::model::Role>),
}

/// The accounts, and those that are left out.
pub(super) struct Targets {
    /// What was asked for, in a word for reports.
    pub(super) scope: &'static str,
    /// The accounts.
    pub(super) accounts: Vec<Target>,
    /// Those that are left out.
    pub(super) skipped: Vec<SkippedAccount>,
}

impl Target {
    /// Connects to the account.
    pub(super) async fn connect(&self, network: Option<Network>) -> Result<Arc<dyn Provider>, Refusal> {
        match &self.way {
            Way::Source => connect_over(&self.scan.source, network).await,
            #[cfg(feature = "aws")]
            Way::Caller(caller, role) => match Box::pin(caller.reach(role.clone())).await {
                Ok(provider) => Ok(Arc::new(provider)),
                Err(error) => Err(Refusal::Submission(error)),
            },
        }
    }

    /// Whether a person may have to be asked for a code on the way.
    pub(super) fn asks(&self) -> bool {
        let Source::Aws(AwsSource { mfa_serial, .. }) = &self.scan.source else { return false };
        matches!(self.way, Way::Source) && (mfa_serial.is_some() || profiles_name_devices())
    }
}

impl Targets {
    /// Why nothing is scanned, where there is no account to scan.
    pub(super) fn nothing_to_scan(&self) -> Option<SubmissionError> {
        let next = match self.scope {
            _ if !self.accounts.is_empty() => return None,
            "org" => "ask with credentials of the organisation that has them",
            _ => "name others with --target",
        };
        let skipped = match self.skipped.len() {
            0 => String::new(),
            1 => " (1 is suspended or closed)".to_owned(),
            several => format!(" ({several} are suspended or closed)"),
        };
        let message = format!("--scope {} matches no account that can be scanned{skipped}: {next}", self.scope);
        Some(SubmissionError { code: "no_accounts", message })
    }
}

/// Whether a profile of the AWS configuration files names an MFA device; where they cannot be read, none does.
fn profiles_name_devices() -> bool {
    let home = std::env::home_dir().unwrap_or_default().join(".aws");
    let files = [("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials")];
    files.into_iter().any(|(variable, name)| {
        let file = std::env::var_os(variable).map_or_else(|| home.join(name), Into::into);
        std::fs::read_to_string(file).is_ok_and(|text| text.contains("mfa_serial"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_without_an_account_to_scan_is_an_error_that_says_what_to_change() {
        let suspended = SkippedAccount { account_id: "1".to_owned(), name: String::new(), reason: "suspended".to_owned() };
        let why = |scope, skipped| Targets { scope, accounts: Vec::new(), skipped }.nothing_to_scan().unwrap().message;
        let of_unit = why("ou", vec![suspended]);
        assert!(of_unit.contains("--target") && of_unit.contains("1 is suspended"), "{of_unit}");
        assert!(why("org", Vec::new()).contains("--scope org matches no account"));
    }
}

/// Finds the accounts; `scan` is what concerns each of them.
///
/// # Errors
/// Flags that contradict each other, or an organisation that cannot be asked.
pub(super) async fn find(
    wanted: Accounts,
    scan: &ScanSettings,
    typed: (&ScanArguments, &SharedArguments),
) -> Result<Targets, Refusal> {
    match wanted {
        Accounts::One(connection) => saved(connection.into_iter().collect(), typed).map_err(Refusal::Usage),
        Accounts::Saved(connections) => saved(connections, typed).map_err(Refusal::Usage),
        Accounts::Scope(scope) => members::find(&scope, scan).await,
    }
}

fn saved(connections: Vec<Connection>, (scan, shared): (&ScanArguments, &SharedArguments)) -> Result<Targets, Failure> {
    let target = |connection: Connection| {
        let scan = ScanSettings::resolve(scan, shared, Some(&connection))?;
        let last_role = match &connection.source {
            Source::Aws(aws) => aws.roles.last().map(|role| role.account_id().to_owned()),
            Source::Mock { .. } => None,
        };
        Ok(Target { account_id: last_role.unwrap_or_default(), name: connection.name, scan, way: Way::Source })
    };
    let targets = connections.into_iter().map(target).collect::<Result<_, Failure>>()?;
    Ok(Targets { scope: "accounts", accounts: targets, skipped: Vec::new() })
}

#[cfg(not(feature = "aws"))]
mod members {
    use super::{Refusal, ScanSettings, Targets};
    use crate::cli::running::no_aws;
    use crate::cli::scope::Scope;

    #[expect(clippy::unused_async, reason = "the same signature as with the feature")]
    pub(super) async fn find(_scope: &Scope, _scan: &ScanSettings) -> Result<Targets, Refusal> {
        Err(Refusal::Usage(no_aws()))
    }
}

#[cfg(feature = "aws")]
mod members {
    use std::sync::Arc;

    use super::{AwsSource, Failure, Refusal, ScanSettings, SkippedAccount, Source, Target, Targets, Way};
    use crate::cli::running::aws_settings;
    use crate::cli::scope::{Reach, Scope};
    use crate::model::MemberAccount;
    use crate::provider::SubmissionError;
    use crate::provider::aws::AwsCaller;

    /// Asks who the caller is, and where accounts are not named, which ones there are.
    pub(super) async fn find(scope: &Scope, scan: &ScanSettings) -> Result<Targets, Refusal> {
        let Source::Aws(source) = &scan.source else { return Err(Refusal::Usage(Failure::usage("a scope is of AWS accounts"))) };
        let caller = AwsCaller::identify(aws_settings(source, None)).await.map_err(Refusal::Submission)?;
        let members = members(scope, &caller).await.map_err(Refusal::Submission)?;
        let (caller, mut targets, mut skipped) = (Arc::new(caller), Vec::new(), Vec::new());
        for MemberAccount { id, name, inactive } in members {
            if let Some(reason) = inactive {
                skipped.push(SkippedAccount { account_id: id, name, reason });
                continue;
            }
            // Nobody needs a role in an account that is the caller's own.
            let is_own = id == caller.account().id;
            let role = if is_own { Ok(None) } else { scope.role.in_account(&id, caller.account()).map(Some) };
            let role = role.map_err(|why| Refusal::Usage(Failure::usage(format!("--org-role: {why}"))))?;
            let roles = source.roles.iter().chain(&role).cloned().collect();
            let scan = ScanSettings { source: Source::Aws(AwsSource { roles, ..source.clone() }), ..scan.clone() };
            targets.push(Target { account_id: id, name, scan, way: Way::Caller(Arc::clone(&caller), role) });
        }
        Ok(Targets { scope: scope.reach.name(), accounts: targets, skipped })
    }

    async fn members(scope: &Scope, caller: &AwsCaller) -> Result<Vec<MemberAccount>, SubmissionError> {
        match &scope.reach {
            Reach::Organisation => caller.members().await,
            Reach::Units(units) => caller.members_below(units).await,
            Reach::Accounts(ids) => {
                let named = |id: &String| MemberAccount { id: id.clone(), name: String::new(), inactive: None };
                Ok(ids.iter().map(named).collect())
            }
        }
    }
}
