//! `scan policy`: what a scan needs to be allowed, and no more.

use anyhow::Context;

use super::arguments::{PolicyArguments, PolicyFormat, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::outputs::style;
use super::running::subject;
use super::scan_command::selection;
use super::settings::{ScanSettings, Stream, colour};
use super::terminal::{say, write_stdout};
use crate::checks::Library;
use crate::engine::permissions;
use crate::model::Purpose;
use crate::model::permissions::PREFLIGHT_ACTIONS;
use crate::model::permissions::aws_managed::Difference;
use crate::model::permissions::managed_policy::{ADDITION, WHOLE, managed_policies};
use crate::model::preflight::Holder;
use crate::model::resource::AWS;
use crate::report::permissions::{cloudformation, difference, json, policy_json, render, terraform};

/// Prints the permissions.
pub(super) fn run(arguments: &PolicyArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let settings = ScanSettings::without_suppressions(&arguments.selection.scan, shared, None)?;
    let library = Library::load_for_scans(&settings.own).map_err(Failure::usage)?;
    let selection = selection(&settings, &library)?;
    let mut permissions = permissions(&AWS, &selection, settings.scan_type);
    if arguments.with_preflight {
        permissions.add_purpose(PREFLIGHT_ACTIONS, Purpose::Preflight);
    }
    let subject = subject(&selection);
    let compared = arguments.diff.map(|policy| Difference::of(policy, &permissions));
    let otherwise = if compared.is_some() { PolicyFormat::Table } else { PolicyFormat::Json };
    let style = style(colour(shared.color, Stream::Stdout));
    let format = arguments.format.unwrap_or(otherwise);
    match (format, &compared) {
        (PolicyFormat::Table, None) => return write_stdout(render(&subject, &permissions, &style).as_bytes()),
        (PolicyFormat::Table, Some(compared)) => {
            return write_stdout(difference(&subject, &permissions, compared, &style).as_bytes());
        }
        (PolicyFormat::Actions, _) => {
            let document = json::Document::new(&subject, &permissions, compared.as_ref());
            let text = serde_json::to_string_pretty(&document).context("cannot write JSON")? + "\n";
            return write_stdout(text.as_bytes());
        }
        _ => {}
    }
    let actions = compared.as_ref().map_or_else(|| permissions.actions(), Difference::missing);
    if let Some(compared) = compared.as_ref().filter(|_| actions.is_empty()) {
        let name = &compared.policy.name;
        say(&format!("note: {name} allows every action that the scan calls: there is no policy to make"));
        return Ok(Ending::Success);
    }
    let policies = managed_policies(if compared.is_some() { ADDITION } else { WHOLE }, &actions);
    let text = match format {
        PolicyFormat::Terraform => terraform(&policies, &subject, &Holder::Role(None)),
        PolicyFormat::Cloudformation => cloudformation(&policies, &subject),
        PolicyFormat::Json | PolicyFormat::Table | PolicyFormat::Actions => {
            if policies.len() > 1 {
                let count = policies.len();
                say(&format!("note: one managed policy has no room for all of it: these are {count}, each under its name"));
            }
            policy_json(&policies)
        }
    };
    write_stdout(text.as_bytes())
}
