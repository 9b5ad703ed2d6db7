//! Manual pages: one for each command, from the same words as its help.

use std::path::Path;

use anyhow::Context;
use clap::Command;
use clap_mangen::Man;

use super::exit_code::{Ending, Failure};
use super::terminal::write_stdout;

/// Prints the page of `scan`, or writes the pages of all commands into a folder.
pub(super) fn run(folder: Option<&Path>, command: Command) -> anyhow::Result<Ending> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let Some(folder) = folder else {
        return write_stdout(&page(&command)?);
    };
    let failed = |error: &std::io::Error| Failure::usage(format!("cannot write the pages to {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    write_all(&command, folder).map_err(|error| match error.downcast::<std::io::Error>() {
        Ok(error) => failed(&error).into(),
        Err(error) => error,
    })?;
    Ok(Ending::Success)
}

fn write_all(command: &Command, folder: &Path) -> anyhow::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    std::fs::write(folder.join(format!("{name}.1")), page(command)?)?;
    command.get_subcommands().filter(|below| !below.is_hide_set()).try_for_each(|below| write_all(below, folder))
}

fn page(command: &Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    let source = concat!("posture-scan ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).source(source).manual("posture-scan");
    man.render(&mut page).context("cannot make the page")?;
    Ok(page)
}
