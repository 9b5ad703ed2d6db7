//! Which accounts a scan of several is of: what was typed, settled before anybody is asked.

use std::path::Path;

use super::accounts::{Connection, contradiction};
use super::arguments::{ScanArguments, ScopeChoice, SignInArguments};
use super::exit_code::Failure;
use super::settings::{AwsSource, Source, fits_chain};
use crate::model::role::is_account_id;
use crate::model::{Account, Role};

/// Accounts that may be named one by one: more of them are an organisation's business, or a folder of connections.
const MOST_NAMED: usize = 20;
/// Targets that a file may hold.
const MOST_IN_FILE: usize = 10_000;

/// The accounts of a scan of several, which the caller's credentials reach through one role in each.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// Whose credentials assume the roles.
    pub(super) caller: AwsSource,
    /// The role in each account.
    #[cfg_attr(not(feature = "aws"), expect(dead_code, reason = "a build without AWS assumes no roles"))]
    pub(super) role: MemberRole,
    /// Which accounts.
    pub(super) reach: Reach,
}

/// Which accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reach {
    /// Every one of the caller's organisation.
    Organisation,
    /// Those of these units and of the units below them.
    Units(Vec<String>),
    /// These.
    Accounts(Vec<String>),
}

/// A role that has the same name in each account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MemberRole {
    name: String,
    external_id: Option<String>,
    session_name: Option<String>,
    session_duration_s: Option<u32>,
}

impl MemberRole {
    /// The role in an account of the caller's partition.
    ///
    /// # Errors
    /// No role can have the name.
    pub(super) fn in_account(&self, account_id: &str, caller: &Account) -> Result<Role, String> {
        let role: Role = format!("arn:{}:iam::{account_id}:role/{}", caller.partition, self.name).parse()?;
        let Self { external_id, session_name, session_duration_s, .. } = self.clone();
        Ok(Role { external_id, session_name, session_duration_s, ..role })
    }
}

impl Reach {
    /// Its name in reports.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Organisation => ScopeChoice::Org.as_str(),
            Self::Units(_) => ScopeChoice::Ou.as_str(),
            Self::Accounts(_) => ScopeChoice::Custom.as_str(),
        }
    }
}

impl Scope {
    /// Settles what was typed; `None` for a scan of one account, or of saved connections.
    ///
    /// # Errors
    /// Flags that contradict each other or lack another one, and targets that cannot be any.
    pub(super) fn resolve(scan: &ScanArguments) -> Result<Option<Self>, Failure> {
        let typed = &scan.several;
        let names_targets = !typed.target.is_empty() || typed.targets_file.is_some();
        let flag = format!("--scope {}", typed.scope.as_str());
        if typed.scope == ScopeChoice::Account {
            let alone = [(names_targets, "--target"), (typed.org_role.is_some(), "--org-role")];
            return match alone.into_iter().find(|(is_given, _)| *is_given) {
                Some((_, option)) => {
                    Err(Failure::usage(format!("{option} needs --scope custom, ou or org: it is said of several accounts")))
                }
                None => Ok(None),
            };
        }
        let is_mock = scan.mock.is_some() || scan.provider == Some(super::arguments::ProviderChoice::Mock);
        let others = [(!scan.account.is_empty(), "--account"), (scan.all_accounts, "--all-accounts"), (is_mock, "--mock")];
        if let Some((_, other)) = others.into_iter().find(|(is_given, _)| *is_given) {
            return Err(contradiction(&flag, other));
        }
        let role = member_role(typed.org_role.as_deref(), &flag, &scan.sign_in)?;
        fits_chain(scan.sign_in.role_arn.len() + 1, scan.sign_in.session_duration)?;
        let targets = targets(&typed.target, typed.targets_file.as_deref())?;
        let reach = match typed.scope {
            ScopeChoice::Org if names_targets => {
                return Err(Failure::usage(format!(
                    "{flag} is every account of the organisation; leave out --target, or say --scope ou"
                )));
            }
            ScopeChoice::Org => Reach::Organisation,
            ScopeChoice::Ou => Reach::Units(checked(targets, &flag, is_unit, "a unit such as ou-ab12-cd34efgh")?),
            ScopeChoice::Account | ScopeChoice::Custom => {
                let accounts = checked(targets, &flag, is_account_id, "an account's twelve digits")?;
                if accounts.len() > MOST_NAMED {
                    return Err(Failure::usage(format!(
                        "{flag} takes at most {MOST_NAMED} accounts, and these are {}; scan their units with --scope ou, or all of the \
                         organisation with --scope org",
                        accounts.len()
                    )));
                }
                Reach::Accounts(accounts)
            }
        };
        Ok(Some(Self { caller: AwsSource::resolve(&of_caller(&scan.sign_in))?, role, reach }))
    }

    /// The caller's own account, as a connection that settings can be resolved with.
    pub(super) fn connection(&self) -> Connection {
        Connection { source: Source::Aws(self.caller.clone()), ..Connection::unnamed() }
    }
}

/// What concerns the caller: what is said of roles is said of the role in each account, which is the last one.
fn of_caller(typed: &SignInArguments) -> SignInArguments {
    let sessions = !typed.role_arn.is_empty();
    SignInArguments {
        aws_profile: typed.aws_profile.clone(),
        role_arn: typed.role_arn.clone(),
        external_id: None,
        session_name: typed.session_name.clone().filter(|_| sessions),
        session_duration: None,
        mfa_serial: typed.mfa_serial.clone(),
        endpoint_url: typed.endpoint_url.clone(),
    }
}

fn member_role(name: Option<&str>, flag: &str, typed: &SignInArguments) -> Result<MemberRole, Failure> {
    let Some(name) = name else {
        return Err(Failure::usage(format!(
            "{flag} needs --org-role: the name of a role that may read, the same in each account. OrganizationAccountAccessRole, which AWS \
             makes in accounts that an organisation creates, may do everything: take one like SecurityAudit where you can"
        )));
    };
    let name = name.trim_start_matches('/');
    let role = MemberRole {
        name: name.to_owned(),
        external_id: typed.external_id.clone(),
        session_name: typed.session_name.clone(),
        session_duration_s: typed.session_duration,
    };
    if name.starts_with("arn:") {
        return Err(Failure::usage("--org-role takes the name of a role, which is the same in each account, and not an ARN"));
    }
    let stand_in = Account { id: String::new(), partition: "aws".to_owned(), caller: String::new(), as_of: None };
    match role.in_account("123456789012", &stand_in) {
        Ok(_) => Ok(role),
        Err(_) => Err(Failure::usage(format!(
            "--org-role {name:?} is no name of a role: letters, digits and _+=,.@-, after a path if any"
        ))),
    }
}

/// The targets that are typed and those of the file.
fn targets(typed: &[String], file: Option<&Path>) -> Result<Vec<String>, Failure> {
    let mut targets = typed.to_vec();
    if let Some(path) = file {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::usage(format!("cannot read --targets-file {}: {error}", path.display())))?;
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        let of_file: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        if of_file.len() > MOST_IN_FILE {
            return Err(Failure::usage(format!(
                "--targets-file {} holds {} targets, and {MOST_IN_FILE} are the most: split it, or scan all with --scope org",
                path.display(),
                of_file.len()
            )));
        }
        targets.extend(of_file.into_iter().map(str::to_owned));
    }
    Ok(targets)
}

/// The targets, each once and in their order.
fn checked(targets: Vec<String>, flag: &str, is_one: fn(&str) -> bool, what: &str) -> Result<Vec<String>, Failure> {
    if targets.is_empty() {
        return Err(Failure::usage(format!("{flag} needs --target or --targets-file: {what}")));
    }
    let mut checked: Vec<String> = Vec::new();
    for target in targets {
        if !is_one(&target) {
            return Err(Failure::usage(format!("the target {target:?} cannot be meant: {flag} takes {what}")));
        }
        if !checked.contains(&target) {
            checked.push(target);
        }
    }
    Ok(checked)
}

/// Whether a text is the id of an organisational unit ("OrganizationalUnit" in the AWS Organizations API reference).
fn is_unit(text: &str) -> bool {
    let is_part = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    match text.split('-').collect::<Vec<_>>().as_slice() {
        ["ou", root, own] => is_part(root, 4..=32) && is_part(own, 8..=32),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_unit_is_one_and_nothing_else_is() {
        assert!(is_unit("ou-ab12-cd34efgh"));
        for text in ["", "ou", "ou-ab12", "ou-ab12-cd34EFGH", "ou-a-cd34efgh", "r-ab12", "111111111111", "ou-ab12-cd34efgh-x"] {
            assert!(!is_unit(text), "{text}");
        }
    }

    #[test]
    fn a_role_is_named_in_every_account_of_the_callers_partition() {
        let typed = SignInArguments { external_id: Some("x-1".to_owned()), ..SignInArguments::default() };
        let role = member_role(Some("/security/audit"), "--scope org", &typed).unwrap();
        let caller = Account { id: String::new(), partition: "aws-us-gov".to_owned(), caller: String::new(), as_of: None };
        let of_account = role.in_account("111111111111", &caller).unwrap();
        assert_eq!(of_account.arn, "arn:aws-us-gov:iam::111111111111:role/security/audit");
        assert_eq!(of_account.external_id.as_deref(), Some("x-1"));
        for name in [None, Some("a b"), Some(""), Some("arn:aws:iam::111111111111:role/a"), Some("a/")] {
            assert!(member_role(name, "--scope org", &typed).is_err(), "{name:?}");
        }
    }

    #[test]
    fn a_file_holds_a_target_on_each_line_and_comments() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("targets");
        std::fs::write(&path, "# production\n111111111111 # payments\n\n  222222222222\n111111111111\n").unwrap();
        let read = targets(&["333333333333".to_owned()], Some(&path)).unwrap();
        let checked = checked(read, "--scope custom", is_account_id, "an account").unwrap();
        assert_eq!(checked, ["333333333333", "111111111111", "222222222222"]);
        assert!(targets(&[], Some(&folder.path().join("absent"))).unwrap_err().message.contains("absent"));
    }

    #[test]
    fn a_file_of_too_many_targets_is_refused_and_not_cut() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let of = |lines: usize| "111111111111\n".repeat(lines);
        std::fs::write(file.path(), of(MOST_IN_FILE)).unwrap();
        assert_eq!(targets(&[], Some(file.path())).unwrap().len(), MOST_IN_FILE);
        std::fs::write(file.path(), of(MOST_IN_FILE + 1)).unwrap();
        assert!(targets(&[], Some(file.path())).unwrap_err().message.contains("10001 targets"));
    }
}
