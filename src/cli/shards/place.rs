//! Where results come together: a folder that all machines share, or a bucket.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::bucket::Bucket;
use crate::cli::destination::{Sink, make_folder};
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::settings::AwsSource;

/// The largest result that is read, in bytes: a hundred times what a shard of a large account leaves.
pub(super) const LARGEST: u64 = 2_000_000_000;

/// Where results come together, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum ResultsUrl {
    /// A folder.
    Folder(PathBuf),
    /// A bucket and what the names of its objects begin with: nothing, or a path that ends in a slash.
    S3 {
        /// The bucket's name.
        bucket: String,
        /// The beginning.
        prefix: String,
    },
}

impl FromStr for ResultsUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let advice = "name a folder, or s3://BUCKET/PREFIX";
        match text.split_once("://") {
            None if text.is_empty() => Err(advice.to_owned()),
            None => Ok(Self::Folder(PathBuf::from(text))),
            Some(("file", path)) if path.starts_with('/') => Ok(Self::Folder(PathBuf::from(path))),
            Some(("file", _)) => {
                Err("a file's address has three slashes and the whole path, such as file:///srv/results".to_owned())
            }
            Some(("s3", rest)) => {
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                // "General purpose bucket naming rules" in the S3 user guide.
                let is_name = |character: char| character.is_ascii_alphanumeric() || "-._".contains(character);
                if !(3..=63).contains(&bucket.len()) || !bucket.chars().all(is_name) {
                    return Err(format!("`{bucket}` is no bucket's name; {advice}"));
                }
                let prefix = prefix.trim_matches('/');
                let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
                Ok(Self::S3 { bucket: bucket.to_owned(), prefix })
            }
            Some((scheme, _)) => Err(format!("results cannot go to {scheme}://; {advice}")),
        }
    }
}

impl std::fmt::Display for ResultsUrl {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(folder) => write!(formatter, "{}", folder.display()),
            Self::S3 { bucket, prefix } => write!(formatter, "s3://{bucket}/{prefix}"),
        }
    }
}

/// A place that can be reached.
pub(in crate::cli) enum Place {
    /// A folder.
    Folder(PathBuf),
    /// A bucket.
    Bucket(Bucket),
}

impl Place {
    /// Reaches the place, a bucket with the credentials that `source` starts from.
    ///
    /// # Errors
    /// It cannot be reached.
    pub(in crate::cli) async fn reach(url: &ResultsUrl, source: &AwsSource) -> Result<Self, Failure> {
        match url {
            ResultsUrl::Folder(folder) => Ok(Self::Folder(folder.clone())),
            ResultsUrl::S3 { bucket, prefix } => Bucket::reach(bucket, prefix, source).await.map(Self::Bucket),
        }
    }

    /// Finds out early what would be in the way at the end.
    ///
    /// # Errors
    /// The place cannot be written to.
    pub(in crate::cli) fn prepare(&self) -> Result<(), Failure> {
        match self {
            Self::Folder(folder) => {
                make_folder(folder)?;
                Sink::try_out(&folder.join("result"))
            }
            // Reaching it has found it.
            Self::Bucket(_) => Ok(()),
        }
    }

    /// Writes a file under a name, in place of what has it.
    ///
    /// # Errors
    /// It cannot be written.
    pub(in crate::cli) async fn put(&self, name: &str, file: &Path) -> Result<(), Failure> {
        match self {
            Self::Folder(folder) => copy_whole(file, &folder.join(name)),
            Self::Bucket(bucket) => bucket.put(name, file).await,
        }
    }

    /// The names of all that is there.
    ///
    /// # Errors
    /// They cannot be listed.
    pub(in crate::cli) async fn names(&self) -> Result<Vec<String>, Failure> {
        match self {
            Self::Folder(folder) => names_in(folder).map_err(|error| {
                Failure::usage(format!("cannot read {}: {error}; name the folder of the shards' results", folder.display()))
            }),
            Self::Bucket(bucket) => bucket.names().await,
        }
    }

    /// Copies what has a name to a file.
    ///
    /// # Errors
    /// It cannot be read.
    pub(in crate::cli) async fn fetch(&self, name: &str, file: &Path) -> Result<(), Failure> {
        match self {
            Self::Folder(folder) => {
                let from = folder.join(name);
                copy_regular(&from, file).map_err(|why| Failure::usage(format!("cannot read {}: {why}", from.display())))
            }
            Self::Bucket(bucket) => bucket.fetch(name, file).await,
        }
    }
}

fn names_in(folder: &Path) -> std::io::Result<Vec<String>> {
    let names = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().into_string().ok()));
    Ok(names.collect::<std::io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Copies a file that somebody else has put there: no link out of the folder, nothing that never ends, and no more than [`LARGEST`].
fn copy_regular(from: &Path, to: &Path) -> Result<(), String> {
    let said = |error: std::io::Error| error.to_string();
    let found = std::fs::symlink_metadata(from).map_err(said)?;
    if !found.is_file() {
        return Err("it is no regular file; remove it".to_owned());
    }
    let mut source = std::fs::File::open(from).map_err(said)?.take(LARGEST + 1);
    let mut target = std::fs::File::create_new(to).map_err(said)?;
    // It may grow meanwhile.
    let is_too_large = found.len() > LARGEST || std::io::copy(&mut source, &mut target).map_err(said)? > LARGEST;
    if is_too_large { Err(too_large()) } else { Ok(()) }
}

/// What is said of a result with more than [`LARGEST`] bytes.
fn too_large() -> String {
    format!("it has more than {} GB, which no shard leaves; remove it", LARGEST / 1_000_000_000)
}

/// Whoever reads meanwhile sees the old file or the new one.
fn copy_whole(from: &Path, to: &Path) -> Result<(), Failure> {
    let sink = Sink::open(to)?;
    let copied = std::fs::File::open(from).and_then(|mut file| std::io::copy(&mut file, &mut sink.handle()?));
    let kept = copied.map_err(|error| format!("cannot write {}: {error}", to.display())).and_then(|_| sink.keep());
    kept.map_err(|message| Failure { ending: Ending::Failed, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_folder_or_a_bucket() {
        let table = [
            ("results", "results"),
            ("/srv/results", "/srv/results"),
            ("file:///srv/results", "/srv/results"),
            ("s3://results-1", "s3://results-1/"),
            ("s3://results-1/a/b/", "s3://results-1/a/b/"),
            ("s3://results-1//a", "s3://results-1/a/"),
        ];
        for (typed, shown) in table {
            assert_eq!(typed.parse::<ResultsUrl>().unwrap().to_string(), shown);
        }
        for typed in ["", "file://srv", "gs://bucket", "s3://", "s3://ab", "s3:///a", "s3://a b c"] {
            assert!(typed.parse::<ResultsUrl>().is_err(), "{typed}");
        }
    }
}
