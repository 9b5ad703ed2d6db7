//! What to scan, and how: from flags, or from a stored scan's request.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;

use super::output::Stream;
use crate::checks::OwnFolders;
use crate::checks::selection::Selection;
use crate::cli::arguments::{ProviderChoice, ScanArguments, SharedArguments, TypeChoice};
use crate::cli::destination::absolute;
use crate::cli::exit_code::Failure;
use crate::cli::suppressions;
use crate::engine::{EngineSettings, ScanRequest};
use crate::model::address::without_credentials;
use crate::model::{ParameterSetting, ScanType, Suppressions};
use crate::provider::limiter::Share;
use crate::store::StoredRequest;

/// The profile of a scan that names no profile, no framework and no check.
const DEFAULT_PROFILE: &str = "mvp15";

/// The age of evidence that an incremental scan uses, where the user names none.
const MAX_EVIDENCE_AGE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Where the account comes from.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) enum Source {
    /// Amazon Web Services.
    Aws {
        /// Named profile of the AWS configuration files.
        profile: Option<String>,
        /// Endpoint instead of AWS's own.
        endpoint_url: Option<String>,
        /// The part of AWS's limits to use.
        share: Share,
    },
    /// A mock account.
    Mock {
        /// The name of an embedded fixture, or a file.
        fixture: String,
        /// Factor on the scripted latency.
        speed: f64,
    },
}

/// What to scan, and how.
#[derive(Debug, Clone)]
pub(in crate::cli) struct ScanSettings {
    /// Where the account comes from.
    pub(in crate::cli) source: Source,
    /// Folders with checks and profiles of the user's own.
    pub(in crate::cli) own: OwnFolders,
    /// Names of profiles.
    pub(in crate::cli) profiles: Vec<String>,
    /// Names of frameworks.
    pub(in crate::cli) frameworks: Vec<String>,
    /// Names of single checks.
    pub(in crate::cli) checks: Vec<String>,
    /// Values of checks' parameters, the last one of a parameter counts.
    pub(in crate::cli) parameters: Vec<ParameterSetting>,
    /// Whether the checks concern only what is in use.
    pub(in crate::cli) only_in_use: bool,
    /// The file of accepted findings and what stands in it.
    pub(in crate::cli) suppressions: Option<(PathBuf, String)>,
    /// How far the scan reaches.
    pub(in crate::cli) scan_type: ScanType,
    /// Regions named by the user.
    pub(in crate::cli) regions: Vec<String>,
    /// The user's name for the scan.
    pub(in crate::cli) name: Option<String>,
    /// The age from which on an incremental scan reads again what nothing changed.
    pub(in crate::cli) max_evidence_age: SignedDuration,
    /// How the engine behaves.
    pub(in crate::cli) engine: EngineSettings,
}

impl ScanSettings {
    /// Settles what was typed.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(in crate::cli) fn resolve(scan: &ScanArguments, shared: &SharedArguments) -> Result<Self, Failure> {
        if scan.max_evidence_age.is_some() && scan.scan_type != TypeChoice::Incremental {
            return Err(Failure::usage("--max-evidence-age needs --type incremental"));
        }
        if scan.no_store && scan.scan_type == TypeChoice::Incremental {
            return Err(Failure::usage("--type incremental builds on stored scans; leave out --no-store"));
        }
        let names_nothing = scan.profile.is_empty() && scan.framework.is_empty() && scan.check.is_empty();
        Ok(Self {
            source: source(scan)?,
            own: shared.own_folders(),
            profiles: if names_nothing { vec![DEFAULT_PROFILE.to_owned()] } else { scan.profile.clone() },
            frameworks: scan.framework.clone(),
            checks: scan.check.clone(),
            only_in_use: scan.only_in_use,
            suppressions: suppressions::read(scan.suppressions.as_deref())?,
            parameters: scan.standing_parameters.iter().chain(&scan.set).cloned().collect(),
            scan_type: scan_type(scan),
            regions: scan.region.clone(),
            name: scan.name.clone(),
            max_evidence_age: scan.max_evidence_age.unwrap_or(MAX_EVIDENCE_AGE),
            engine: engine(usize::from(scan.concurrency), u64::from(scan.job_deadline)),
        })
    }

    /// The same scan as a stored one asked for. Folders with checks that are named now stand for those of then.
    pub(in crate::cli) fn of_stored(request: StoredRequest, shared: &SharedArguments) -> Self {
        let StoredRequest { fixture, mock_speed, aws_profile, endpoint_url, api_share, checks_dirs, profiles_dirs, .. } = request;
        let share = api_share.and_then(Share::percent).unwrap_or_default();
        let source = match fixture {
            Some(fixture) => Source::Mock { fixture, speed: mock_speed.unwrap_or_default() },
            None => Source::Aws { profile: aws_profile, endpoint_url, share },
        };
        Self {
            source,
            own: OwnFolders {
                checks: if shared.checks_dir.is_empty() { checks_dirs } else { shared.checks_dir.clone() },
                profiles: if shared.profiles_dir.is_empty() { profiles_dirs } else { shared.profiles_dir.clone() },
            },
            profiles: request.profiles,
            frameworks: request.frameworks,
            checks: request.checks,
            parameters: request.parameters,
            only_in_use: request.only_in_use,
            suppressions: request.suppressions,
            scan_type: request.scan_type,
            regions: request.regions,
            name: request.name,
            max_evidence_age: request.max_evidence_age_s.map_or(MAX_EVIDENCE_AGE, SignedDuration::from_secs),
            engine: engine(request.concurrency, request.job_deadline_s),
        }
    }

    /// The request to store with the scan: what [`ScanSettings::of_stored`] takes, in whichever folder it is called.
    pub(in crate::cli) fn to_stored(&self) -> StoredRequest {
        let mut request = StoredRequest {
            provider: self.source.provider().to_owned(),
            fixture: None,
            mock_speed: None,
            aws_profile: None,
            endpoint_url: None,
            api_share: None,
            profiles: self.profiles.clone(),
            frameworks: self.frameworks.clone(),
            checks: self.checks.clone(),
            parameters: self.parameters.clone(),
            only_in_use: self.only_in_use,
            suppressions: self.suppressions.as_ref().map(|(path, text)| (absolute(path), text.clone())),
            checks_dirs: self.own.checks.iter().map(|folder| absolute(folder)).collect(),
            profiles_dirs: self.own.profiles.iter().map(|folder| absolute(folder)).collect(),
            regions: self.regions.clone(),
            scan_type: self.scan_type,
            name: self.name.clone(),
            max_evidence_age_s: Some(self.max_evidence_age.as_secs()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            concurrency: self.engine.concurrency,
            job_deadline_s: self.engine.job_deadline.as_secs(),
        };
        match &self.source {
            Source::Aws { profile, endpoint_url, share } => {
                request.api_share = Some(share.hundredths());
                request.aws_profile.clone_from(profile);
                request.endpoint_url.clone_from(endpoint_url);
            }
            Source::Mock { fixture, speed } => {
                let path = Path::new(fixture);
                let fixture = if is_fixture_file(path) { absolute(path).display().to_string() } else { fixture.clone() };
                (request.fixture, request.mock_speed) = (Some(fixture), Some(*speed));
            }
        }
        request
    }
}

impl ScanSettings {
    /// The findings that the user has accepted.
    ///
    /// # Errors
    /// The file cannot be understood.
    fn suppressions(&self) -> Result<Arc<Suppressions>, Failure> {
        let parse = |(path, text): &(PathBuf, String)| suppressions::parse(text, &path.display().to_string());
        Ok(Arc::new(self.suppressions.as_ref().map(parse).transpose()?.unwrap_or_default()))
    }

    /// What the engine is asked for.
    ///
    /// # Errors
    /// The file of accepted findings cannot be understood.
    pub(in crate::cli) fn request(&self, selection: Selection) -> Result<ScanRequest, Failure> {
        Ok(ScanRequest {
            name: self.name.clone(),
            scan_type: self.scan_type,
            regions: self.regions.clone(),
            selection,
            suppressions: self.suppressions()?,
        })
    }
}

impl Source {
    /// The provider's name.
    pub(in crate::cli) const fn provider(&self) -> &'static str {
        match self {
            Self::Aws { .. } => "aws",
            Self::Mock { .. } => "mock",
        }
    }
}

/// Whether a mock account is a file and not the name of an embedded one.
pub(in crate::cli) fn is_fixture_file(path: &Path) -> bool {
    path.components().count() > 1 || path.extension().is_some() || path.is_file()
}

fn engine(concurrency: usize, job_deadline_s: u64) -> EngineSettings {
    EngineSettings { concurrency, job_deadline: Duration::from_secs(job_deadline_s), ..EngineSettings::default() }
}

fn scan_type(scan: &ScanArguments) -> ScanType {
    match scan.scan_type {
        TypeChoice::Incremental => ScanType::Incremental,
        _ if !scan.region.is_empty() => ScanType::Custom,
        TypeChoice::Quick => ScanType::Quick,
        TypeChoice::Standard => ScanType::Standard,
        TypeChoice::Full => ScanType::Full,
    }
}

fn source(scan: &ScanArguments) -> Result<Source, Failure> {
    let is_mock = scan.mock.is_some() || scan.provider == Some(ProviderChoice::Mock);
    if !is_mock {
        if scan.mock_speed.is_some() {
            return Err(Failure::usage("--mock-speed needs --mock"));
        }
        let endpoint_url = scan.endpoint_url.as_deref().map(endpoint_url).transpose()?;
        let share = scan.api_share.unwrap_or_default();
        return Ok(Source::Aws { profile: scan.aws_profile.clone(), endpoint_url, share });
    }
    let only_aws = [
        ("--provider aws", scan.provider == Some(ProviderChoice::Aws)),
        ("--aws-profile", scan.aws_profile.is_some()),
        ("--endpoint-url", scan.endpoint_url.is_some()),
        ("--api-share", scan.api_share.is_some()),
    ];
    if let Some((flag, _)) = only_aws.into_iter().find(|(_, given)| *given) {
        return Err(Failure::usage(format!("--mock and {flag} contradict each other; leave one out")));
    }
    let speed = scan.mock_speed.unwrap_or_else(|| if Stream::Stderr.is_terminal() { 1.0 } else { 0.0 });
    if !(speed.is_finite() && (0.0..=100.0).contains(&speed)) {
        return Err(Failure::usage(format!("--mock-speed {speed} must be between 0 and 100")));
    }
    Ok(Source::Mock { fixture: scan.mock.clone().unwrap_or_else(|| "demo".to_owned()), speed })
}

/// The address of an endpoint, as far as it can be told without asking it. Here and not where flags are parsed, because clap repeats the
/// whole address in its complaint.
fn endpoint_url(text: &str) -> Result<String, Failure> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !text.contains(char::is_whitespace) => Ok(text.to_owned()),
        _ => {
            let shown = without_credentials(text);
            Err(Failure::usage(format!("the endpoint {shown} is no address: write it like https://host:port")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(source: Source) -> ScanSettings {
        ScanSettings {
            source,
            own: OwnFolders { checks: vec![PathBuf::from("/checks")], profiles: vec![PathBuf::from("/profiles")] },
            profiles: vec!["mvp15".to_owned()],
            frameworks: vec!["cis-aws-5.0".to_owned()],
            checks: vec!["S3.8".to_owned()],
            suppressions: Some((PathBuf::from("/rules.yaml"), "suppressions: []".to_owned())),
            only_in_use: true,
            parameters: vec!["IAM.3.max_age_days=60".parse().unwrap()],
            scan_type: ScanType::Custom,
            regions: vec!["eu-west-1".to_owned()],
            name: Some("nightly".to_owned()),
            max_evidence_age: SignedDuration::from_hours(20),
            engine: engine(7, 30),
        }
    }

    fn shared(checks_dir: Vec<PathBuf>) -> SharedArguments {
        SharedArguments { checks_dir, profiles_dir: Vec::new(), state_dir: None, color: crate::cli::arguments::ColorChoice::Auto }
    }

    #[test]
    fn a_request_comes_back_from_the_store_as_it_was() {
        let aws = Source::Aws {
            profile: Some("audit".to_owned()),
            endpoint_url: Some("http://127.0.0.1:1".to_owned()),
            share: Share::percent(30).unwrap(),
        };
        for source in [aws, Source::Mock { fixture: "demo".to_owned(), speed: 0.5 }] {
            let before = settings(source);
            let after = ScanSettings::of_stored(before.to_stored(), &shared(Vec::new()));
            assert_eq!(format!("{after:?}"), format!("{before:?}"));
        }
    }

    #[test]
    fn files_and_folders_are_stored_from_the_root_on_and_names_as_they_are() {
        let stored = |fixture: &str| {
            let before = settings(Source::Mock { fixture: fixture.to_owned(), speed: 0.0 });
            before.to_stored().fixture.unwrap()
        };
        assert!(Path::new(&stored("mine.json")).is_absolute());
        assert!(Path::new(&stored("accounts/mine")).is_absolute());
        assert_eq!(stored("demo"), "demo");
        let folders = ScanSettings {
            own: OwnFolders { checks: vec![PathBuf::from("own")], ..OwnFolders::default() },
            ..settings(Source::Mock { fixture: "demo".to_owned(), speed: 0.0 })
        };
        assert!(folders.to_stored().checks_dirs[0].is_absolute());
    }

    #[test]
    fn folders_with_checks_that_are_named_now_stand_for_those_of_then() {
        let request = settings(Source::Mock { fixture: "demo".to_owned(), speed: 0.0 }).to_stored();
        let moved = ScanSettings::of_stored(request, &shared(vec![PathBuf::from("/moved")]));
        assert_eq!(moved.own.checks, [Path::new("/moved")]);
    }
}
