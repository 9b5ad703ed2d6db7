//! Results in a bucket, where this build can reach one.

use std::path::Path;

use crate::cli::exit_code::Failure;
use crate::cli::settings::AwsSource;

#[cfg(feature = "aws")]
mod reached {
    use super::{AwsSource, Failure, Path};
    use crate::cli::exit_code::Ending;
    use crate::cli::shards::place::LARGEST;
    use crate::provider::SubmissionError;
    use crate::provider::aws::{AwsSettings, MfaPrompt, ResultsBucket};

    /// A bucket that is there.
    pub(in crate::cli) struct Bucket(ResultsBucket);

    fn failure(error: SubmissionError) -> Failure {
        Failure { ending: Ending::SubmissionError, message: error.message }
    }

    impl Bucket {
        /// Finds the bucket: with the credentials that the scan starts from, for the roles that it assumes are to read and not to write.
        pub(in crate::cli) async fn reach(bucket: &str, prefix: &str, source: &AwsSource) -> Result<Self, Failure> {
            let mfa_prompt = MfaPrompt::new(|serial| crate::cli::mfa_prompt::ask(serial, "the results of shards"));
            let (profile, endpoint_url) = (source.profile.clone(), source.endpoint_url.clone());
            let settings = AwsSettings { profile, mfa_prompt, endpoint_url, ..AwsSettings::default() };
            ResultsBucket::find(settings, bucket, prefix).await.map(Self).map_err(failure)
        }

        pub(in crate::cli) async fn put(&self, name: &str, file: &Path) -> Result<(), Failure> {
            self.0.put(name, file).await.map_err(|error| Failure { ending: Ending::Failed, ..failure(error) })
        }

        pub(in crate::cli) async fn names(&self) -> Result<Vec<String>, Failure> {
            self.0.names().await.map_err(failure)
        }

        pub(in crate::cli) async fn fetch(&self, name: &str, file: &Path) -> Result<(), Failure> {
            self.0.fetch(name, file, LARGEST).await.map_err(failure)
        }
    }
}

#[cfg(not(feature = "aws"))]
mod reached {
    use super::{AwsSource, Failure, Path};

    /// A bucket, which this build cannot reach.
    pub(in crate::cli) enum Bucket {}

    #[expect(clippy::unused_async, reason = "the same signatures as with the feature")]
    impl Bucket {
        pub(in crate::cli) async fn reach(bucket: &str, _prefix: &str, _source: &AwsSource) -> Result<Self, Failure> {
            Err(Failure::usage(format!(
                "this build cannot reach the bucket {bucket}; name a folder, or build with the feature `aws`"
            )))
        }

        pub(in crate::cli) async fn put(&self, _name: &str, _file: &Path) -> Result<(), Failure> {
            match *self {}
        }

        pub(in crate::cli) async fn names(&self) -> Result<Vec<String>, Failure> {
            match *self {}
        }

        pub(in crate::cli) async fn fetch(&self, _name: &str, _file: &Path) -> Result<(), Failure> {
            match *self {}
        }
    }
}

pub(in crate::cli) use reached::Bucket;
