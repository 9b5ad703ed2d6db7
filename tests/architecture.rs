//! Keeps the dependencies going one way: reads the paths that the sources name and fails on an edge that must not be.

#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/tokens.rs"]
mod tokens;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Every Rust file below `folder`, in order.
fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[test]
fn the_sources_keep_to_the_design() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = rust_files(&root.join("src")).unwrap();
    assert!(files.len() > 30, "only {} files found", files.len());
    let violations: Vec<String> = files
        .iter()
        .flat_map(|path| {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            rules::violations(&name, &fs::read_to_string(path).unwrap())
        })
        .collect();
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

/// What the rules say of a file that has a heading and `body`.
fn verdict(file: &str, body: &str) -> Vec<String> {
    rules::violations(file, &format!("//! Heading.\n{body}"))
}

#[track_caller]
fn refused(file: &str, body: &str) {
    assert!(!verdict(file, body).is_empty(), "{file} may not say: {body}");
}

#[track_caller]
fn accepted(file: &str, body: &str) {
    assert_eq!(verdict(file, body), Vec::<String>::new(), "{file} may say: {body}");
}

#[test]
fn the_model_sees_nothing_of_ours() {
    refused("src/model/asset.rs", "use crate::provider::Provider;");
    refused("src/model/asset.rs", "fn f() { crate::report::write(); }");
    accepted("src/model/asset.rs", "use super::gap::Gap; use crate::model::Outcome;");
}

#[test]
fn provider_checks_report_and_progress_see_only_the_model() {
    for module in ["provider", "checks", "report", "progress", "store"] {
        let file = format!("src/{module}.rs");
        accepted(&file, "use crate::model::Asset;");
        refused(&file, "use crate::engine::Plan;");
        refused(&file, "use crate::cli::Settings;");
        refused(&file, "use super::engine::Plan;");
    }
    refused("src/report/sarif.rs", "use super::super::checks::Check;");
    refused("src/progress.rs", "use crate::{model::Event, report::table};");
    refused("src/checks/linter.rs", "use crate::provider::Listing;");
}

#[test]
fn the_engine_sees_the_provider_trait_but_no_cloud() {
    accepted("src/engine/plan.rs", "use crate::provider::{self, Listing, Provider}; use crate::checks::Check;");
    accepted("src/engine/plan.rs", "use crate::provider; fn f(p: &dyn provider::Provider) {}");
    refused("src/engine/plan.rs", "use crate::provider::mock::Mock;");
    refused("src/engine/plan.rs", "use crate::provider::{Provider, aws};");
    refused("src/engine/plan.rs", "use crate::provider::*;");
    refused("src/engine/plan.rs", "use crate::provider; fn f() { provider::aws::connect(); }");
    refused("src/engine/plan.rs", "use crate::provider as cloud; fn f() { cloud::mock::load(); }");
    refused("src/engine/plan.rs", "use crate::provider; use provider::aws::Client;");
    refused("src/engine.rs", "use crate::report::table;");
}

#[test]
fn one_cloud_does_not_see_another() {
    refused("src/provider/mock/account.rs", "use crate::provider::aws::Client;");
    refused("src/provider/aws/s3.rs", "use super::super::mock::Fixture;");
    accepted("src/provider/aws/s3.rs", "use super::client::Client; use crate::provider::Listing;");
    accepted("src/provider.rs", "pub mod aws; use aws::Aws;");
}

#[test]
fn the_command_line_sees_everything_and_is_seen_by_main_alone() {
    accepted("src/cli/scan.rs", "use crate::{checks, engine::Engine, progress, provider::mock, report};");
    accepted("src/main.rs", "fn main() { posture_scan::cli::main() }");
    refused("src/main.rs", "use posture_scan::engine::Engine;");
}

#[test]
fn a_fenced_crate_stays_in_its_place() {
    accepted("src/provider/aws.rs", "use aws_config::SdkConfig;");
    accepted("src/provider/aws/s3.rs", "fn f(client: &aws_sdk_s3::Client) {}");
    refused("src/provider/mock.rs", "use aws_sdk_s3 as s3;");
    refused("src/provider/awsome.rs", "use aws_config::SdkConfig;");
    accepted("src/checks/expression.rs", "use cel::Program;");
    refused("src/checks/linter.rs", "use ::cel::Program;");
    accepted("src/progress/bars.rs", "use indicatif::ProgressBar;");
    refused("src/cli/scan.rs", "let bar = indicatif::ProgressBar::new(1);");
    accepted("src/cli/arguments.rs", "#[derive(clap::Parser)] struct Arguments;");
    refused("src/engine/settings.rs", "#[derive(clap::Parser)] struct Settings;");
    refused("src/report.rs", "fn f() -> anyhow::Result<()> { Ok(()) }");
    accepted("src/store.rs", "use rusqlite::Connection;");
    refused("src/engine.rs", "use rusqlite::Connection;");
}

#[test]
fn super_is_counted_from_inline_modules() {
    accepted("src/engine.rs", "mod tests { use super::*; use super::super::checks::Check; }");
    refused("src/engine.rs", "mod tests { use super::super::report::table; }");
    refused("src/report.rs", "mod tests { mod deep {} use super::super::engine::Plan; }");
}

#[test]
fn comments_and_texts_are_not_imports() {
    accepted("src/model.rs", "// use crate::engine::Plan;\n/* /* crate::cli::x */ clap::X */ /// anyhow::Error\nstruct A;");
    accepted("src/model.rs", r##"const A: &str = "crate::engine::\"Plan"; const B: &str = r#"clap::" X"#; const C: char = '"';"##);
    refused("src/model.rs", "fn f<'a>(x: &'a str) { crate::engine::g('\\'') }");
}

#[test]
fn every_module_has_a_heading_and_none_is_called_mod() {
    assert!(!rules::violations("src/model/mod.rs", "//! Heading.\n").is_empty());
    assert!(!rules::violations("src/model.rs", "use std::fmt;\n").is_empty());
    assert!(!rules::violations("src/utilities.rs", "//! Heading.\n").is_empty());
    assert!(rules::violations("src/model.rs", "//! Heading.\n").is_empty());
}
