//! `scan suppress`: accepts one finding of a stored scan, by a rule in the file that the next scan reads.

use std::io::Write;
use std::path::Path;

use jiff::Timestamp;

use super::archive::{Archive, failure};
use crate::cli::arguments::SuppressArguments;
use crate::cli::destination::absolute;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::suppressions::{self, USUAL_PLACE, addition};
use crate::cli::terminal::write_stdout;
use crate::model::plain_text::neutralise;
use crate::model::{CheckResult, Outcome, ScanReport, SuppressionRule};

/// Digits of a uid that are needed at least.
const FEWEST: usize = 6;
/// Digits of a uid.
const ALL: usize = 32;
/// Digits of a uid that people are shown.
const SHOWN: usize = 8;

/// Runs `scan suppress`.
pub(super) fn run(arguments: &SuppressArguments, archive: &Archive) -> anyhow::Result<Ending> {
    let now = Timestamp::now();
    refuse_past(arguments, now)?;
    let (store, record) = archive.find(&arguments.scan)?;
    let report = store.report(&record.header.id).map_err(failure)?;
    let found = finding(&arguments.finding, &report)?;
    let path =
        suppressions::place(arguments.file.as_deref()).map_or_else(|| absolute(Path::new(USUAL_PLACE)), |path| absolute(&path));
    // Whoever else adds a rule waits until this one is written.
    let _lock = lock(&path).map_err(|error| Failure::usage(format!("cannot write {}: {error}", path.display())))?;
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::usage(format!("cannot read the suppressions {}: {error}", path.display())).into()),
    };
    refuse_muted(found, &report, &text, &path, now)?;
    let resource = &found.resource;
    let rule = addition::Exact {
        check: &found.check.id,
        account: &report.header.account_id,
        region: &resource.region,
        resource: if resource.arn.is_empty() { &resource.id } else { &resource.arn },
        reason: &arguments.reason,
        owner: &arguments.owner,
        expires: arguments.expires,
    };
    let (text, place) = addition::with_rule(&text, &rule, &path)?;
    write(&path, &text).map_err(|error| Failure::usage(format!("cannot write {}: {error}", path.display())))?;
    write_stdout(told(found, &report, arguments, &path, place).as_bytes())
}

/// Refuses an end that has passed.
fn refuse_past(arguments: &SuppressArguments, now: Timestamp) -> Result<(), Failure> {
    let rule = SuppressionRule { expires: arguments.expires, ..SuppressionRule::default() };
    match arguments.expires.filter(|_| rule.is_expired(now)) {
        Some(date) => Err(Failure::usage(format!("--expires {date} has passed: the rule would mute nothing; name a later day"))),
        None => Ok(()),
    }
}

/// The one finding that a uid, or the beginning of it, stands for.
fn finding<'a>(typed: &str, report: &'a ScanReport) -> Result<&'a CheckResult, Failure> {
    let scan = &report.header.id;
    let typed = typed.to_ascii_lowercase();
    let is_uid = typed.len() <= ALL && typed.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_uid || typed.len() < FEWEST {
        let hint = "`scan findings` shows the uids";
        return Err(Failure::usage(format!("`{typed}` is no finding: name {FEWEST} to {ALL} digits of its uid; {hint}")));
    }
    let account = &report.header.account_id;
    let of_uid = |result: &&CheckResult| result.uid(account).starts_with(&typed);
    let is_finding = |result: &&CheckResult| matches!(result.outcome, Outcome::Fail | Outcome::Muted);
    let findings: Vec<&CheckResult> = report.results.iter().filter(is_finding).filter(of_uid).collect();
    match findings.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::usage(match report.results.iter().find(of_uid) {
            Some(other) => {
                format!("{typed} is no finding: check {} came to {} on {}", other.check.id, other.outcome.as_str(), name(other))
            }
            None => format!(
                "scan {scan} has no finding {typed}; `scan findings --scan {scan}` lists those it has{}",
                near(&typed, report)
            ),
        })),
        several => {
            let list: Vec<String> = several.iter().map(|one| format!("{} ({})", one.uid(account), name(one))).collect();
            Err(Failure::usage(format!("{typed} may be one of {}; name more digits", list.join(", "))))
        }
    }
}

/// A finding whose uid differs in a digit or two.
fn near(typed: &str, report: &ScanReport) -> String {
    let uids: Vec<String> = report.findings().map(|finding| finding.uid(&report.header.account_id)).collect();
    let beginnings = uids.iter().filter_map(|uid| uid.get(..typed.len()));
    crate::model::nearest::slip(typed, beginnings).map(|uid| format!(", {uid} among them")).unwrap_or_default()
}

/// Refuses a finding that is muted, or will be by a rule that is there.
fn refuse_muted(found: &CheckResult, report: &ScanReport, text: &str, path: &Path, now: Timestamp) -> Result<(), Failure> {
    let rules = suppressions::parse(text, &path.display().to_string())?;
    let of_asset = report.assets.iter().find(|asset| asset.reference() == found.resource).map(|asset| &asset.tags);
    let none = std::collections::BTreeMap::new();
    let mute = rules.of(&found.check, &report.header.account_id, &found.resource, of_asset.unwrap_or(&none), now);
    match mute {
        Some(mute) => Err(Failure::usage(format!(
            "rule {} of {} mutes this finding already ({}: {}); there is nothing to add",
            mute.rule,
            path.display(),
            mute.owner,
            mute.reason
        ))),
        None => Ok(()),
    }
}

/// What was done, and what the next scan makes of it.
fn told(found: &CheckResult, report: &ScanReport, arguments: &SuppressArguments, path: &Path, place: usize) -> String {
    let uid = found.uid(&report.header.account_id);
    let short = uid.get(..SHOWN).unwrap_or(&uid);
    let until = arguments.expires.map_or_else(|| "without an end".to_owned(), |date| format!("up to {date}"));
    let is_usual = arguments.file.is_none() || suppressions::place(None).is_some_and(|usual| absolute(&usual) == path);
    let reader = if is_usual { "scan".to_owned() } else { format!("scan with --suppressions {}", path.display()) };
    let lines = [
        format!("accepted {short}: {} · {} in {}", found.check.id, name(found), found.resource.region),
        format!("  {} · {}, {until}", arguments.owner, arguments.reason),
        format!("  rule {place} of {}", path.display()),
        format!("the next {reader} mutes it: it is listed, but counts neither as a finding nor for --fail-on"),
    ];
    lines.iter().map(|line| neutralise(line).into_owned() + "\n").collect()
}

/// What a person calls the resource of a result.
fn name(result: &CheckResult) -> &str {
    let resource = &result.resource;
    if resource.name.is_empty() { &resource.id } else { &resource.name }
}

/// Keeps the file to oneself until the lock is dropped: by its folder, as the file itself is replaced, or by a file beside it where folders
/// cannot be locked.
fn lock(path: &Path) -> std::io::Result<std::fs::File> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    let lock = std::fs::File::open(folder)?;
    #[cfg(not(unix))]
    let lock = std::fs::File::create(path.with_extension("lock"))?;
    match lock.lock() {
        // A file system without locks: one at a time has to do there.
        Err(error) if error.kind() != std::io::ErrorKind::Unsupported => Err(error),
        _ => Ok(lock),
    }
}

/// Writes the whole text or nothing. A link stays one, and a file that is there keeps its permissions.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".suppressions-");
    // It goes into the project's repository: a new one is readable as other files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    if let Ok(there) = path.metadata() {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}
