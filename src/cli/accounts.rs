//! Connections to accounts, saved under names in the user's own `accounts.toml`: how to come to an account, never the credentials.
//!
//! Whoever scans with one gets the settings that the same options would give.

mod connection;
mod file;
mod secrets;

pub(super) use connection::Connection;
pub(super) use file::AccountsFile;

use super::arguments::ScanArguments;
use super::exit_code::Failure;
use super::scope::Scope;

/// The saved connections that a scan names, each once and in the order of their naming.
///
/// # Errors
/// There is no such connection, or something typed beside them says another way.
fn chosen(scan: &ScanArguments) -> Result<Vec<Connection>, Failure> {
    let flag = match (scan.all_accounts, scan.account.is_empty()) {
        (false, true) => return Ok(Vec::new()),
        (true, true) => "--all-accounts",
        (false, false) => "--account",
        (true, false) => return Err(contradiction("--account", "--all-accounts")),
    };
    let others = scan.mock.iter().map(|_| "--mock").chain(scan.provider.iter().map(|_| "--provider")).chain(scan.sign_in.given());
    if let Some(other) = others.into_iter().next() {
        return Err(contradiction(flag, other));
    }
    let file = AccountsFile::open()?;
    if scan.all_accounts {
        let all = file.connections().to_vec();
        return if all.is_empty() { Err(file.nothing_saved()) } else { Ok(all) };
    }
    let mut chosen: Vec<Connection> = Vec::new();
    for name in &scan.account {
        let connection = file.find(name)?;
        if !chosen.contains(connection) {
            chosen.push(connection.clone());
        }
    }
    Ok(chosen)
}

/// The accounts of a scan.
pub(super) enum Accounts {
    /// One: that of the credentials, or of a saved connection.
    One(Option<Connection>),
    /// Those of several saved connections.
    Saved(Vec<Connection>),
    /// Those that one caller reaches through a role in each.
    Scope(Scope),
}

/// The accounts that a scan is of.
///
/// # Errors
/// Flags that contradict each other, connections that are not there, targets that cannot be any.
pub(super) fn meant(scan: &ScanArguments) -> Result<Accounts, Failure> {
    if let Some(scope) = Scope::resolve(scan)? {
        return Ok(Accounts::Scope(scope));
    }
    let mut chosen = chosen(scan)?;
    if chosen.is_empty() && scan.several.account_concurrency.is_some() {
        return Err(Failure::usage(
            "--account-concurrency needs several accounts: name them with --account, --all-accounts or --scope",
        ));
    }
    Ok(if chosen.len() > 1 { Accounts::Saved(chosen) } else { Accounts::One(chosen.pop()) })
}

/// The one connection of a command that looks at one account; `None` where it names none.
///
/// # Errors
/// It names several accounts.
pub(super) fn only(scan: &ScanArguments) -> Result<Option<Connection>, Failure> {
    let named = match meant(scan)? {
        Accounts::One(connection) => return Ok(connection),
        Accounts::Saved(chosen) => {
            let names: Vec<&str> = chosen.iter().map(|connection| connection.name.as_str()).collect();
            format!("these are several: {}", names.join(", "))
        }
        Accounts::Scope(scope) => format!("--scope {} may be several", scope.reach.name()),
    };
    Err(Failure::usage(format!(
        "this command looks at one account, and {named}; name one after another with --account or --role-arn"
    )))
}

/// The complaint about two options of which one is too many.
pub(super) fn contradiction(one: &str, other: &str) -> Failure {
    Failure::usage(format!("{one} and {other} contradict each other; leave one out"))
}
