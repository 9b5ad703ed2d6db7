//! What a merged scan takes from this machine and never from a result: how to come to the account, and where files are.

use std::path::PathBuf;

use crate::checks::OwnFolders;
use crate::cli::settings::AwsSource;
use crate::store::StoredRequest;

/// What stands where a stored scan has the path of its file of accepted findings.
const SUPPRESSIONS: &str = "accepted findings of the shards";

/// What was said to the merge itself. Whoever can write to the results' place must not be able to say where `scan resume` signs in, with
/// what, or which files it reads.
pub(super) struct Own {
    /// How to come to the account.
    pub(super) source: AwsSource,
    /// The folders with checks and profiles.
    pub(super) folders: OwnFolders,
}

impl Own {
    /// The request of the whole scan, with what a part's asked to be scanned.
    pub(super) fn request(&self, theirs: StoredRequest) -> StoredRequest {
        let is_aws = theirs.provider == "aws";
        let of_aws = |own: &Option<String>| own.clone().filter(|_| is_aws);
        let absolute = |folder: &PathBuf| std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
        StoredRequest {
            fixture: theirs.fixture.filter(|_| !is_aws),
            aws_profile: of_aws(&self.source.profile),
            roles: Vec::new(),
            mfa_serial: None,
            endpoint_url: of_aws(&self.source.endpoint_url),
            suppressions: theirs.suppressions.map(|(_, text)| (PathBuf::from(SUPPRESSIONS), text)),
            checks_dirs: self.folders.checks.iter().map(absolute).collect(),
            profiles_dirs: self.folders.profiles.iter().map(absolute).collect(),
            shard: None,
            ..theirs
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, ScanType};

    fn hostile(provider: &str) -> StoredRequest {
        serde_json::from_value::<StoredRequest>(serde_json::json!({
            "provider": provider,
            "fixture": "demo",
            "aws_profile": "root",
            "mfa_serial": "arn:aws:iam::111122223333:mfa/x",
            "endpoint_url": "https://evil.example",
            "suppressions": ["/etc/shadow", "suppressions: []"],
            "checks_dirs": ["/evil"],
            "profiles_dirs": ["/evil"],
            "scan_type": "full",
            "concurrency": 4,
            "job_deadline_s": 600,
        }))
        .map(|request| StoredRequest { roles: vec!["arn:aws:iam::111122223333:role/evil".parse::<Role>().unwrap()], ..request })
        .unwrap()
    }

    #[test]
    fn a_result_names_no_way_to_the_account_and_no_file() {
        let source = AwsSource { profile: Some("mine".to_owned()), ..AwsSource::default() };
        let folders = OwnFolders { checks: vec![PathBuf::from("/mine")], ..OwnFolders::default() };
        let own = Own { source, folders };
        let request = own.request(hostile("aws"));
        assert_eq!((request.aws_profile.as_deref(), request.endpoint_url, request.mfa_serial), (Some("mine"), None, None));
        assert_eq!((request.fixture, request.scan_type), (None, ScanType::Full));
        assert!(request.roles.is_empty() && request.profiles_dirs.is_empty());
        assert_eq!(request.checks_dirs, [PathBuf::from("/mine")]);
        assert_eq!(request.suppressions, Some((PathBuf::from(SUPPRESSIONS), "suppressions: []".to_owned())));
        let mock = own.request(hostile("mock"));
        assert_eq!((mock.fixture.as_deref(), mock.aws_profile), (Some("demo"), None));
    }
}
