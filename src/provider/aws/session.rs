//! What collectors work with: clients, the account, and what has been read already.
//!
//! A client is cheap to ask for and cheap to clone. Every request that goes through one is rate-limited, retried, timed and counted
//! below it; collectors only send, page through ([`super::pages::pages`]) and turn errors into gaps ([`super::errors::gap`]).

use std::sync::OnceLock;

use super::clients::Clients;
use super::memo::Memo;
use crate::model::Account;

/// A connected account.
#[derive(Debug)]
pub(super) struct Session {
    clients: Clients,
    memo: Memo,
    account: Account,
    primary_region: String,
    global_region: &'static str,
    regions: OnceLock<Vec<String>>,
}

impl Session {
    /// A session of a connected account.
    pub(super) fn new(clients: Clients, account: Account, primary_region: String, global_region: &'static str) -> Self {
        Self { clients, memo: Memo::default(), account, primary_region, global_region, regions: OnceLock::new() }
    }

    /// Whose account it is.
    pub(super) const fn account(&self) -> &Account {
        &self.account
    }

    /// The region of the credentials chain where it fits the partition, else the global one.
    pub(super) fn primary_region(&self) -> &str {
        &self.primary_region
    }

    /// Where global services live: `us-east-1`.
    pub(super) const fn global_region(&self) -> &'static str {
        self.global_region
    }

    /// Remembers the regions of the scan; the first who tells them is believed.
    pub(super) fn begin(&self, regions: &[String]) {
        self.regions.get_or_init(|| regions.to_vec());
    }

    /// The regions of the scan; the primary one where nobody has told.
    pub(super) fn regions(&self) -> &[String] {
        let told = self.regions.get().filter(|regions| !regions.is_empty());
        told.map_or_else(|| std::slice::from_ref(&self.primary_region), Vec::as_slice)
    }

    /// What is read once per scan and shared.
    pub(super) const fn memo(&self) -> &Memo {
        &self.memo
    }

    /// The clients of all services; each has a method of its own here as well, made beside them.
    pub(super) const fn clients(&self) -> &Clients {
        &self.clients
    }
}
