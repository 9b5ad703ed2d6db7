//! The bucket in which the parts of a scan come together: the one place that this program writes to, and only because the user named it.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use aws_config::{Region, SdkConfig};
use aws_sdk_s3::Client;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::primitives::ByteStream;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::RetryConfig;

use super::errors::kind_and_detail;
use super::identity::{self, Asked};
use super::settings::AwsSettings;
use super::{credentials, wire};
use crate::model::GapKind;
use crate::provider::SubmissionError;

/// How long one attempt may take: a result has tens of megabytes at most.
const PATIENCE: Duration = Duration::from_mins(5);
/// How often each is tried.
const ATTEMPTS: u32 = 5;
/// The header that tells where a bucket lives, in refusals too ("HeadBucket" in the S3 API reference).
const REGION: &str = "x-amz-bucket-region";

/// A bucket, and what the names of the objects begin with that are looked at.
#[derive(Debug)]
pub struct ResultsBucket {
    client: Client,
    asked: Asked,
    bucket: String,
    prefix: String,
}

impl ResultsBucket {
    /// Finds the bucket's region, with the credentials that the settings name and without their roles.
    ///
    /// # Errors
    /// No credentials, no endpoint, or no such bucket.
    pub async fn find(settings: AwsSettings, bucket: &str, prefix: &str) -> Result<Self, SubmissionError> {
        let wire = wire::http_client()?;
        let (config, asked) = credentials::load(&settings, &wire).await?;
        let client = client(&config, None);
        let found = match client.head_bucket().bucket(bucket).send().await {
            Ok(answer) => Ok(answer.bucket_region),
            Err(failure) => match failure.raw_response().map(|raw| (raw.status().as_u16(), raw.headers().get(REGION))) {
                Some((_, Some(region))) => Ok(Some(region.to_owned())),
                // Who may not look at the bucket itself may still be allowed to write to it.
                Some((301 | 400 | 403, None)) => Ok(None),
                Some((404, None)) => {
                    let message = format!("there is no bucket {bucket}: make it first, or name another one with --results-url");
                    Err(SubmissionError { code: "no_bucket", message })
                }
                _ => Err(identity::submission_error(&failure, &asked)),
            },
        }?;
        let client = found.map_or(client, |region| self::client(&config, Some(region)));
        Ok(Self { client, asked, bucket: bucket.to_owned(), prefix: prefix.to_owned() })
    }

    /// Writes a file to an object, in place of what it was.
    ///
    /// # Errors
    /// The file cannot be read, or the object not written.
    pub async fn put(&self, name: &str, file: &Path) -> Result<(), SubmissionError> {
        let content = std::fs::read(file).map_err(|error| unusable(file, &error))?;
        let request = self.client.put_object().bucket(&self.bucket).key(self.key(name)).body(ByteStream::from(content));
        request.send().await.map(drop).map_err(|failure| self.refusal("s3:PutObject", name, &failure))
    }

    /// The names of the objects, without what all of them begin with.
    ///
    /// # Errors
    /// They cannot be listed.
    pub async fn names(&self) -> Result<Vec<String>, SubmissionError> {
        let mut names = Vec::new();
        let mut pages =
            self.client.list_objects_v2().bucket(&self.bucket).prefix(&self.prefix).delimiter("/").into_paginator().send();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|failure| self.refusal("s3:ListBucket", "", &failure))?;
            let keys = page.contents().iter().filter_map(|object| object.key());
            names.extend(keys.filter_map(|key| key.strip_prefix(&self.prefix)).map(str::to_owned));
        }
        Ok(names)
    }

    /// Copies an object of at most `largest` bytes to a file.
    ///
    /// # Errors
    /// The object cannot be read or is larger, or the file not written.
    pub async fn fetch(&self, name: &str, file: &Path, largest: u64) -> Result<(), SubmissionError> {
        let request = self.client.get_object().bucket(&self.bucket).key(self.key(name));
        let mut answer = request.send().await.map_err(|failure| self.refusal("s3:GetObject", name, &failure))?;
        let place = || format!("s3://{}/{}", self.bucket, self.key(name));
        let cut_off = |detail: String| SubmissionError {
            code: "cut_off",
            message: format!("{} could not be read to its end ({detail}): try again", place()),
        };
        let too_large = || SubmissionError {
            code: "too_large",
            message: format!("{} has more than {largest} bytes, which no shard leaves: remove it", place()),
        };
        let mut left = largest;
        let mut target = std::fs::File::create_new(file).map_err(|error| unusable(file, &error))?;
        while let Some(piece) = answer.body.next().await {
            let piece = piece.map_err(|error| cut_off(error.to_string()))?;
            left = left.checked_sub(u64::try_from(piece.len()).unwrap_or(u64::MAX)).ok_or_else(too_large)?;
            target.write_all(&piece).map_err(|error| unusable(file, &error))?;
        }
        Ok(())
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Why a call failed, and what to do.
    fn refusal<E>(&self, action: &str, name: &str, failure: &SdkError<E, HttpResponse>) -> SubmissionError
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
    {
        if failure.raw_response().is_none() {
            return identity::submission_error(failure, &self.asked);
        }
        let (kind, detail) = kind_and_detail(failure);
        let place = format!("s3://{}/{}", self.bucket, self.key(name));
        let advice = match kind {
            GapKind::Denied => format!("grant {action} on it to these credentials"),
            _ => "look at the bucket and try again".to_owned(),
        };
        SubmissionError { code: "results", message: format!("{action} on {place} failed ({detail}): {advice}") }
    }
}

fn client(config: &SdkConfig, region: Option<String>) -> Client {
    let timeouts = TimeoutConfig::builder().connect_timeout(Duration::from_secs(5)).operation_attempt_timeout(PATIENCE).build();
    let own = aws_sdk_s3::config::Builder::from(config)
        .timeout_config(timeouts)
        .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
    let own = match region {
        Some(region) => own.region(Region::new(region)),
        None => own,
    };
    // A custom endpoint's name server does not know the buckets: their names go into the path.
    let has_endpoint = config.endpoint_url().is_some() || std::env::var_os("AWS_ENDPOINT_URL_S3").is_some();
    Client::from_conf(if has_endpoint { own.force_path_style(true).build() } else { own.build() })
}

fn unusable(file: &Path, error: &std::io::Error) -> SubmissionError {
    SubmissionError { code: "file", message: format!("cannot use {}: {error}", file.display()) }
}
