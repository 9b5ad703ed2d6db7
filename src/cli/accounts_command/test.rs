//! `scan accounts test`: connects with saved connections, and says whose accounts they are.

use std::sync::Arc;

use futures_util::StreamExt;

use super::no_runtime;
use crate::cli::accounts::{AccountsFile, Connection};
use crate::cli::card::pretty;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::running::{Refusal, connect_to};
use crate::cli::settings::{AwsSource, Source};
use crate::cli::terminal::write_stdout;
use crate::provider::{Provider, SubmissionError};
use crate::report::accounts::{Reached, TestDocument, Tried, trial};
use crate::report::table::TableStyle;

/// Connections that are tried at the same time.
const AT_ONCE: usize = 8;

/// Tries the named connections; all where none is named.
pub(super) fn run(names: &[String], json: bool, style: &TableStyle) -> anyhow::Result<Ending> {
    let file = AccountsFile::open()?;
    let connections: Vec<&Connection> = match names {
        [] if file.connections().is_empty() => return Err(file.nothing_saved().into()),
        [] => file.connections().iter().collect(),
        names => names.iter().map(|name| file.find(name)).collect::<Result<_, _>>()?,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| no_runtime(&error))?;
    // A person answers one question at a time.
    let asks = |connection: &&Connection| matches!(&connection.source, Source::Aws(AwsSource { mfa_serial: Some(_), .. }));
    let at_once = if connections.iter().any(asks) { 1 } else { AT_ONCE };
    let tried = futures_util::stream::iter(connections).map(|connection| try_one(connection.clone())).buffered(at_once);
    let tried: Vec<Tried> = runtime.block_on(tried.collect());
    runtime.shutdown_background();
    let has_failed = tried.iter().any(|one| one.reached.is_err());
    let text = if json { pretty(&TestDocument::from(tried.as_slice())) } else { trial(&tried, style) };
    let ending = write_stdout(text.as_bytes())?;
    Ok(if has_failed { Ending::SubmissionError } else { ending })
}

async fn try_one(connection: Connection) -> Tried {
    let reached = match connect_to(&connection.source).await {
        Ok(provider) => ask(provider, &connection).await,
        Err(Refusal::Submission(error)) => Err(error),
        Err(Refusal::Usage(Failure { message, .. })) => Err(SubmissionError { code: "invalid_configuration", message }),
    };
    let reached = reached.map_err(|error| (error.code, error.message));
    Tried { name: connection.name, provider: connection.source.provider(), reached }
}

async fn ask(provider: Arc<dyn Provider>, connection: &Connection) -> Result<Reached, SubmissionError> {
    let account = provider.identify().await?;
    let catalogue = provider.regions().await?;
    let enabled = |name: &String| catalogue.regions.iter().any(|region| region.enabled && region.name == *name);
    if let Some(region) = connection.regions.iter().find(|name| !enabled(name)) {
        let message = format!("region {region} does not exist or is not enabled in account {}: correct the connection", account.id);
        return Err(SubmissionError { code: "region_not_enabled", message });
    }
    let regions = catalogue.regions.iter().filter(|region| region.enabled).count();
    let notes = catalogue.warnings.iter().map(|warning| warning.message.clone()).collect();
    Ok(Reached { account_id: account.id, caller: account.caller, regions, notes })
}
