//! What to do with checks.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{SeverityChoice, word};

/// What to do with checks.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ChecksCommand {
    /// List checks
    List {
        /// Which.
        #[command(flatten)]
        filter: CheckFilter,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Explain a check: what it looks at, why, how to mend it, its parameters, who asks for it, what it reads
    Show {
        /// Own id, another tool's id, or a requirement such as cis-aws-5.0:2.1.4
        id: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Find what is wrong with checks: texts, references, examples, and unknowns that flip a verdict
    Lint,
    /// Run the examples of checks
    Test {
        /// Only these checks; all where none is named
        ids: Vec<String>,
    },
    /// Write a new check of your own that passes the linter, to be filled in
    New {
        /// The check's id, such as aws-s3-bucket-has-an-owner: provider, service and the good condition
        id: String,
        /// The resource type that it looks at, such as aws.s3.bucket
        #[arg(long, value_name = "TYPE")]
        resource: String,
        /// The folder of your own checks
        #[arg(long, value_name = "DIR", default_value = "checks")]
        dir: PathBuf,
    },
    /// Tell which ids of other tools are checks here
    Coverage {
        /// Ids to look up; all that are known where none is named
        #[arg(value_parser = word)]
        ids: Vec<String>,
        /// File with ids to look up: the first column of each line
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the reference of all checks, a Markdown page for each service
    Docs {
        /// The folder to write into
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Print the JSON schema that checks of a resource type are written against
    Schema {
        /// The resource type, such as aws.s3.bucket; without it, lists the types and functions
        #[arg(value_name = "TYPE")]
        resource_type: Option<String>,
    },
}

/// Which checks to list: those that every option given holds for. Each takes several values, with commas or repeated.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct CheckFilter {
    /// Of a service, such as s3
    #[arg(long, value_name = "SERVICE", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) service: Vec<String>,
    /// Of a severity
    #[arg(long, value_name = "SEVERITY", value_delimiter = ',')]
    pub(in crate::cli) severity: Vec<SeverityChoice>,
    /// Of a category, such as encryption
    #[arg(long, value_name = "CATEGORY", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) category: Vec<String>,
    /// That a framework asks for, such as cis-aws-5.0
    #[arg(long, value_name = "FRAMEWORK", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) framework: Vec<String>,
    /// Of a profile
    #[arg(short, long, value_name = "NAME", value_delimiter = ',', value_parser = word)]
    pub(in crate::cli) profile: Vec<String>,
    /// With these words in its id, title, risk or aliases, in any case
    #[arg(long, value_name = "WORDS", value_parser = word)]
    pub(in crate::cli) search: Option<String>,
}
