//! What was typed after `scan policy` and `scan preflight`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::excerpt::{Excerpt, OfPermissions, OfPlaces};
use crate::model::permissions::aws_managed::{self, AwsManagedPolicy};

/// For which checks, and how to write it.
#[derive(Debug, Args)]
pub(in crate::cli) struct PolicyArguments {
    /// The selection.
    #[command(flatten)]
    pub(in crate::cli) selection: Excerpt<OfPermissions>,
    /// Also what `scan preflight` calls to find out more: the simulation of the caller's policies
    #[arg(long)]
    pub(in crate::cli) with_preflight: bool,
    /// How to write it [default: json, with --diff table]
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::cli) format: Option<PolicyFormat>,
    /// Only what this policy of AWS's leaves out
    #[arg(long, value_name = "POLICY", value_parser = aws_managed_policy(), ignore_case = true)]
    pub(in crate::cli) diff: Option<&'static AwsManagedPolicy>,
}

/// For which checks and where, and how to write it.
#[derive(Debug, Args)]
pub(in crate::cli) struct PreflightArguments {
    /// The selection.
    #[command(flatten)]
    pub(in crate::cli) selection: Excerpt<OfPlaces>,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// Write what is missing, the policy that closes the gap and how to attach it to a Markdown file, or - for stdout
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) report: Option<PathBuf>,
}

/// How permissions are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PolicyFormat {
    /// The policy document; of several policies an object with a document for each name
    Json,
    /// Resources for Terraform, with the attachment to a role
    Terraform,
    /// A template for CloudFormation, with the attachment to a role
    Cloudformation,
    /// For people: each action and what needs it
    Table,
    /// The same for programs
    Actions,
}

fn aws_managed_policy() -> impl TypedValueParser<Value = &'static AwsManagedPolicy> {
    let names = aws_managed::all().map(|policy| PossibleValue::new(policy.name.as_str()));
    PossibleValuesParser::new(names).try_map(|name| aws_managed::by_name(&name).ok_or("no such policy"))
}
