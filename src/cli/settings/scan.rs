//! What to scan, and how: from flags, or from a stored scan's request.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;

use super::source::{AwsSource, Source, is_fixture_file};
use crate::checks::OwnFolders;
use crate::checks::selection::Selection;
use crate::cli::accounts::Connection;
use crate::cli::arguments::{ScanArguments, SharedArguments, TypeChoice};
use crate::cli::destination::absolute;
use crate::cli::exit_code::Failure;
use crate::cli::suppressions;
use crate::engine::{EngineSettings, ScanRequest};
use crate::model::{ParameterSetting, ScanType, Suppressions};
use crate::provider::limiter::Share;
use crate::store::StoredRequest;

/// The profile of a scan that names no profile, no framework and no check.
const DEFAULT_PROFILE: &str = "mvp15";

/// The age of evidence that an incremental scan uses, where the user names none.
const MAX_EVIDENCE_AGE: SignedDuration = SignedDuration::from_hours(7 * 24);

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
    /// What is asked before it starts.
    pub(in crate::cli) beforehand: Beforehand,
}

/// What is asked before a scan starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::cli) struct Beforehand {
    /// Whether it waits where another scan of the account is running.
    pub(in crate::cli) wait: bool,
    /// Whether a preflight decides.
    pub(in crate::cli) preflight: bool,
    /// The age that a complete scan must have before another one runs.
    pub(in crate::cli) if_older_than: Option<SignedDuration>,
}

impl ScanSettings {
    /// Settles what was typed.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(in crate::cli) fn resolve(
        scan: &ScanArguments,
        shared: &SharedArguments,
        connection: Option<&Connection>,
    ) -> Result<Self, Failure> {
        let settled = Self::without_suppressions(scan, shared, connection)?;
        Ok(Self { suppressions: suppressions::read(scan.suppressions.as_deref())?, ..settled })
    }

    /// The same for commands that judge no finding, and so read no file of accepted ones.
    ///
    /// # Errors
    /// Flags that contradict each other.
    pub(in crate::cli) fn without_suppressions(
        scan: &ScanArguments,
        shared: &SharedArguments,
        connection: Option<&Connection>,
    ) -> Result<Self, Failure> {
        if scan.max_evidence_age.is_some() && scan.scan_type != TypeChoice::Incremental {
            return Err(Failure::usage("--max-evidence-age needs --type incremental"));
        }
        if scan.no_store && scan.scan_type == TypeChoice::Incremental {
            return Err(Failure::usage("--type incremental builds on stored scans; leave out --no-store"));
        }
        let names_nothing = scan.profile.is_empty() && scan.framework.is_empty() && scan.check.is_empty();
        let regions = regions(scan, connection);
        Ok(Self {
            source: Source::resolve(scan, connection)?,
            own: shared.own_folders(),
            profiles: if names_nothing { vec![DEFAULT_PROFILE.to_owned()] } else { scan.profile.clone() },
            frameworks: scan.framework.clone(),
            checks: scan.check.clone(),
            only_in_use: scan.only_in_use,
            suppressions: None,
            parameters: scan.standing_parameters.iter().chain(&scan.set).cloned().collect(),
            scan_type: scan_type(scan, &regions),
            regions,
            name: scan.name.clone(),
            max_evidence_age: scan.max_evidence_age.unwrap_or(MAX_EVIDENCE_AGE),
            engine: engine(usize::from(scan.concurrency), u64::from(scan.job_deadline)),
            beforehand: Beforehand { wait: scan.wait, preflight: scan.preflight, if_older_than: scan.if_older_than },
        })
    }

    /// The same scan as a stored one asked for. Folders with checks that are named now stand for those of then.
    pub(in crate::cli) fn of_stored(request: StoredRequest, shared: &SharedArguments) -> Self {
        let StoredRequest { fixture, mock_speed, aws_profile, roles, mfa_serial, endpoint_url, .. } = request;
        let StoredRequest { api_share, checks_dirs, profiles_dirs, .. } = request;
        let share = api_share.and_then(Share::percent).unwrap_or_default();
        let source = match fixture {
            Some(fixture) => Source::Mock { fixture, speed: mock_speed.unwrap_or_default() },
            None => Source::Aws(AwsSource { profile: aws_profile, roles, mfa_serial, endpoint_url, share }),
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
            beforehand: Beforehand {
                wait: request.wait,
                preflight: request.preflight,
                if_older_than: request.if_older_than_s.map(SignedDuration::from_secs),
            },
        }
    }

    /// The request to store with the scan: what [`ScanSettings::of_stored`] takes, in whichever folder it is called.
    pub(in crate::cli) fn to_stored(&self) -> StoredRequest {
        let mut request = StoredRequest {
            provider: self.source.provider().to_owned(),
            fixture: None,
            mock_speed: None,
            aws_profile: None,
            roles: Vec::new(),
            mfa_serial: None,
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
            shard: None,
            wait: self.beforehand.wait,
            preflight: self.beforehand.preflight,
            if_older_than_s: self.beforehand.if_older_than.map(|age| age.as_secs()),
        };
        match &self.source {
            Source::Aws(aws) => {
                request.api_share = Some(aws.share.hundredths());
                request.aws_profile.clone_from(&aws.profile);
                request.roles.clone_from(&aws.roles);
                request.mfa_serial.clone_from(&aws.mfa_serial);
                request.endpoint_url.clone_from(&aws.endpoint_url);
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

fn engine(concurrency: usize, job_deadline_s: u64) -> EngineSettings {
    EngineSettings { concurrency, job_deadline: Duration::from_secs(job_deadline_s), ..EngineSettings::default() }
}

/// The regions that are typed, else those of the connection, where no type is typed that says otherwise.
fn regions(scan: &ScanArguments, connection: Option<&Connection>) -> Vec<String> {
    let is_open = matches!(scan.scan_type, TypeChoice::Standard | TypeChoice::Incremental) && scan.region.is_empty();
    connection.filter(|_| is_open).map_or_else(|| scan.region.clone(), |connection| connection.regions.clone())
}

fn scan_type(scan: &ScanArguments, regions: &[String]) -> ScanType {
    match scan.scan_type {
        TypeChoice::Incremental => ScanType::Incremental,
        _ if !regions.is_empty() => ScanType::Custom,
        TypeChoice::Quick => ScanType::Quick,
        TypeChoice::Standard => ScanType::Standard,
        TypeChoice::Full => ScanType::Full,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

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
            beforehand: Beforehand { wait: true, preflight: true, if_older_than: Some(SignedDuration::from_hours(20)) },
        }
    }

    fn shared(checks_dir: Vec<PathBuf>) -> SharedArguments {
        SharedArguments { checks_dir, profiles_dir: Vec::new(), state_dir: None, color: crate::cli::arguments::ColorChoice::Auto }
    }

    #[test]
    fn a_request_comes_back_from_the_store_as_it_was() {
        let arn = "arn:aws:iam::111111111111:role/hub";
        let role = Role {
            external_id: Some("partner:42".to_owned()),
            session_name: Some("nightly".to_owned()),
            session_duration_s: Some(1800),
            ..arn.parse().unwrap()
        };
        let aws = Source::Aws(AwsSource {
            profile: Some("audit".to_owned()),
            roles: vec![arn.parse().unwrap(), role],
            mfa_serial: Some("arn:aws:iam::111111111111:mfa/me".to_owned()),
            endpoint_url: Some("http://127.0.0.1:1".to_owned()),
            share: Share::percent(30).unwrap(),
        });
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
