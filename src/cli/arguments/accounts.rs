//! What was typed after `scan accounts`.

use clap::{Args, Subcommand};

use super::word;
use super::{ProviderChoice, SignInArguments};

/// What to do with saved connections.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum AccountsCommand {
    /// Save a connection under a name, for `scan --account NAME`; credentials are never saved
    Add(Box<AddArguments>),
    /// List the saved connections
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a saved connection
    Show {
        /// Its name
        #[arg(value_name = "NAME", value_parser = word)]
        account: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Connect, and say whose account it is: exit code 5 where that fails
    Test {
        /// Names of saved connections [default: all]
        #[arg(value_name = "NAME", value_parser = word)]
        account: Vec<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Forget saved connections
    Remove {
        /// Their names
        #[arg(value_name = "NAME", value_parser = word, required = true)]
        account: Vec<String>,
    },
}

/// A connection to save.
#[derive(Debug, Args)]
pub(in crate::cli) struct AddArguments {
    /// A name of letters, digits, `-`, `_` and `.`
    #[arg(value_parser = word)]
    pub(in crate::cli) name: String,
    /// The cloud
    #[arg(
        long,
        value_name = "PROVIDER",
        default_value = "aws",
        default_value_if("mock", clap::builder::ArgPredicate::IsPresent, "mock")
    )]
    pub(in crate::cli) provider: ProviderChoice,
    /// A mock account: demo, partial, clean, denied, or a fixture file
    #[arg(long, value_name = "FIXTURE", num_args = 0..=1, default_missing_value = "demo", value_parser = word)]
    pub(in crate::cli) mock: Option<String>,
    /// How to come to the account.
    #[command(flatten)]
    pub(in crate::cli) sign_in: SignInArguments,
    /// Region to scan (repeatable, comma-separated) [default: those of the scan]
    #[arg(short, long, value_name = "REGION", value_delimiter = ',', value_parser = word, help_heading = "Where")]
    pub(in crate::cli) region: Vec<String>,
    /// Tag of your own (repeatable)
    #[arg(long, value_name = "KEY=VALUE", value_parser = tag)]
    pub(in crate::cli) tag: Vec<(String, String)>,
    /// Take the place of a connection of this name
    #[arg(long)]
    pub(in crate::cli) replace: bool,
}

/// A tag as typed.
fn tag(typed: &str) -> Result<(String, String), String> {
    match typed.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.trim().to_owned())),
        _ => Err("it must be KEY=VALUE, such as team=payments".to_owned()),
    }
}
