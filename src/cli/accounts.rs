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

/// The saved connections that a scan names, each once and in the order of their naming.
///
/// # Errors
/// There is no such connection, or something typed beside them says another way.
pub(super) fn chosen(scan: &ScanArguments) -> Result<Vec<Connection>, Failure> {
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

/// The one connection of a scan; `None` where it names none.
///
/// # Errors
/// It names several: a scan is of one account.
pub(super) fn only(chosen: Vec<Connection>) -> Result<Option<Connection>, Failure> {
    match chosen.len() {
        0 | 1 => Ok(chosen.into_iter().next()),
        _ => {
            let names: Vec<&str> = chosen.iter().map(|connection| connection.name.as_str()).collect();
            Err(Failure::usage(format!(
                "a scan looks at one account, and these are several: {}; scan one after another",
                names.join(", ")
            )))
        }
    }
}

fn contradiction(one: &str, other: &str) -> Failure {
    Failure::usage(format!("{one} and {other} contradict each other; leave one out"))
}
