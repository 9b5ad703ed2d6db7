//! Which accounts a scan of several is of, and how it comes to each.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::word;

/// Scans of several accounts.
#[derive(Debug, Args)]
pub(in crate::cli) struct ScopeArguments {
    /// What to scan: one account, the organisation (org), its units named by --target with all below them (ou), or the accounts named
    /// by --target (custom)
    #[arg(long, value_name = "SCOPE", default_value = "account", help_heading = "Several accounts")]
    pub(in crate::cli) scope: ScopeChoice,
    /// Unit (ou-…) or account to scan (repeatable, comma-separated)
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = word, help_heading = "Several accounts")]
    pub(in crate::cli) target: Vec<String>,
    /// File with targets, one on each line; what follows a # is a comment
    #[arg(long, value_name = "FILE", help_heading = "Several accounts")]
    pub(in crate::cli) targets_file: Option<PathBuf>,
    /// Name of the role to assume in each account, with its path where it has one
    #[arg(long, value_name = "ROLE", value_parser = word, help_heading = "Several accounts")]
    pub(in crate::cli) org_role: Option<String>,
    /// Accounts at work at the same time [default: 4]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=64), help_heading = "Several accounts")]
    pub(in crate::cli) account_concurrency: Option<u16>,
}

impl ScopeArguments {
    /// Accounts at work at the same time.
    pub(in crate::cli) fn at_once(&self) -> usize {
        self.account_concurrency.map_or(4, usize::from)
    }
}

/// Which accounts a scan is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ScopeChoice {
    /// The one of the credentials or of --account.
    Account,
    /// Those of some units of the organisation.
    Ou,
    /// Those of the organisation.
    Org,
    /// Those that are named.
    Custom,
}

impl ScopeChoice {
    /// Its name in options and reports.
    pub(in crate::cli) const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Ou => "ou",
            Self::Org => "org",
            Self::Custom => "custom",
        }
    }
}
