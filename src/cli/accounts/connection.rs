//! One saved connection: how it stands in the file, and what a scan makes of it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml_edit::{Array, Item, Table, value};

use super::secrets::{holds_key_id, is_like_secret};
use crate::cli::arguments::accounts::AddArguments;
use crate::cli::arguments::{ProviderChoice, SignInArguments, session_duration};
use crate::cli::destination::absolute;
use crate::cli::exit_code::Failure;
use crate::cli::settings::{AwsSource, Source, is_fixture_file};
use crate::model::address::without_credentials;
use crate::model::role::{external_id, mfa_serial, session_name};

/// The longest name of a connection.
const LONGEST_NAME: usize = 64;

/// How to come to an account.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) struct Connection {
    /// What the user calls it.
    pub(in crate::cli) name: String,
    /// The account.
    pub(in crate::cli) source: Source,
    /// The regions to scan; none where the scan says.
    pub(in crate::cli) regions: Vec<String>,
    /// The user's own tags.
    pub(in crate::cli) tags: BTreeMap<String, String>,
}

/// One value or several.
#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum Texts {
    #[default]
    None,
    One(String),
    Several(Vec<String>),
}

impl Texts {
    fn into_vec(self) -> Vec<String> {
        match self {
            Self::None => Vec::new(),
            Self::One(text) => vec![text],
            Self::Several(texts) => texts,
        }
    }
}

/// A connection in the file: the same names as on the command line.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Entry {
    provider: Option<String>,
    mock: Option<String>,
    aws_profile: Option<String>,
    #[serde(default)]
    role_arn: Texts,
    external_id: Option<String>,
    session_name: Option<String>,
    session_duration: Option<String>,
    mfa_serial: Option<String>,
    endpoint_url: Option<String>,
    #[serde(default)]
    region: Texts,
    #[serde(default)]
    tags: BTreeMap<String, String>,
}

impl Entry {
    /// The connection that it describes.
    ///
    /// # Errors
    /// What is wrong with it, as a fragment.
    pub(super) fn connection(self, name: &str) -> Result<Connection, String> {
        let of = |key: &'static str| move |why: String| format!("`{key}`: {why}");
        let roles = self.role_arn.into_vec().iter().map(|arn| arn.parse()).collect::<Result<_, _>>().map_err(of("role-arn"))?;
        let sign_in = SignInArguments {
            aws_profile: self.aws_profile,
            role_arn: roles,
            external_id: self.external_id.map(|text| external_id(&text)).transpose().map_err(of("external-id"))?,
            session_name: self.session_name.map(|text| session_name(&text)).transpose().map_err(of("session-name"))?,
            session_duration: self
                .session_duration
                .map(|text| session_duration(&text))
                .transpose()
                .map_err(of("session-duration"))?,
            mfa_serial: self.mfa_serial.map(|text| mfa_serial(&text)).transpose().map_err(of("mfa-serial"))?,
            endpoint_url: self.endpoint_url,
        };
        let provider = match self.provider.as_deref() {
            None if self.mock.is_some() => ProviderChoice::Mock,
            None | Some("aws") => ProviderChoice::Aws,
            Some("mock") => ProviderChoice::Mock,
            Some(_) => return Err("`provider` must be \"aws\" or \"mock\"".to_owned()),
        };
        let source = source(provider, self.mock, &sign_in).map_err(|failure| failure.message)?;
        Connection { name: name.to_owned(), source, regions: self.region.into_vec(), tags: self.tags }.checked()
    }
}

fn source(provider: ProviderChoice, mock: Option<String>, sign_in: &SignInArguments) -> Result<Source, Failure> {
    match (provider, mock) {
        (ProviderChoice::Aws, Some(_)) => {
            Err(Failure::usage("a connection to AWS and --mock contradict each other; leave one out"))
        }
        (ProviderChoice::Aws, None) => AwsSource::resolve(sign_in).map(Source::Aws),
        (ProviderChoice::Mock, mock) => match sign_in.given().next() {
            Some(option) => Err(Failure::usage(format!("a mock account has no {option}; leave it out"))),
            None => Ok(Source::Mock { fixture: mock.unwrap_or_else(|| "demo".to_owned()), speed: 0.0 }),
        },
    }
}

impl Connection {
    /// A connection that nobody saved, to the account of the credentials that are there.
    pub(in crate::cli) fn unnamed() -> Self {
        let source = Source::Aws(AwsSource::default());
        Self { name: String::new(), source, regions: Vec::new(), tags: BTreeMap::new() }
    }

    /// The connection that was typed.
    ///
    /// # Errors
    /// Flags that contradict each other, or what may not be saved.
    pub(in crate::cli) fn typed(typed: &AddArguments) -> Result<Self, Failure> {
        let fixture = typed.mock.as_ref().map(|fixture| {
            let path = Path::new(fixture);
            if is_fixture_file(path) { absolute(path).display().to_string() } else { fixture.clone() }
        });
        let source = source(typed.provider, fixture, &typed.sign_in)?;
        let tags = typed.tag.iter().cloned().collect();
        let connection = Self { name: typed.name.clone(), source, regions: typed.region.clone(), tags };
        connection.checked().map_err(Failure::usage)
    }

    /// Itself, where it may be saved.
    fn checked(self) -> Result<Self, String> {
        if self.texts().any(|text| holds_key_id(text)) || self.plain_texts().any(|text| is_like_secret(text)) {
            return Err(
                "something in it looks like an AWS access key, which is never saved here: put it into ~/.aws/credentials, and name its \
                 profile with --aws-profile"
                    .to_owned(),
            );
        }
        let is_of_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
        let name = &self.name;
        if name.is_empty() || name.len() > LONGEST_NAME || name.starts_with(['-', '.']) || !name.chars().all(is_of_name) {
            return Err(format!(
                "`{name}` is no name for a connection: 1 to {LONGEST_NAME} letters, digits, `-`, `_` and `.`, a letter or digit first"
            ));
        }
        if let Source::Aws(AwsSource { endpoint_url: Some(url), .. }) = &self.source
            && without_credentials(url) != *url
        {
            let shown = without_credentials(url);
            return Err(format!(
                "the endpoint {shown} has a user, a password or a query, which are never saved here; leave them out"
            ));
        }
        if let Some(text) = self.texts().find(|text| text.is_empty() || text.contains(char::is_control)) {
            return Err(format!("{text:?} cannot be saved: it is empty or has a control character in it"));
        }
        Ok(self)
    }

    /// Every text of it but values of tags, which may be empty.
    fn texts(&self) -> impl Iterator<Item = &String> {
        let external_ids = match &self.source {
            Source::Aws(aws) => aws.roles.iter().filter_map(|role| role.external_id.as_ref()).collect(),
            Source::Mock { .. } => Vec::new(),
        };
        self.plain_texts().chain(external_ids)
    }

    /// Those that are nobody's random choice.
    fn plain_texts(&self) -> impl Iterator<Item = &String> {
        let of_source: Vec<&String> = match &self.source {
            Source::Mock { fixture, .. } => vec![fixture],
            Source::Aws(aws) => {
                let of_roles = aws.roles.iter().flat_map(|role| std::iter::once(&role.arn).chain(&role.session_name));
                of_roles.chain(&aws.profile).chain(&aws.mfa_serial).chain(&aws.endpoint_url).collect()
            }
        };
        let of_tags = self.tags.iter().flat_map(|(key, value)| [key, value]).filter(|text| !text.is_empty());
        std::iter::once(&self.name).chain(of_source).chain(&self.regions).chain(of_tags)
    }

    /// The connection as the file has it.
    pub(super) fn table(&self) -> Table {
        let mut table = Table::new();
        let mut put = |key: &str, text: Option<&String>| {
            if let Some(text) = text {
                table.insert(key, value(text));
            }
        };
        let provider = self.source.provider().to_owned();
        put("provider", Some(&provider));
        match &self.source {
            Source::Mock { fixture, .. } => put("mock", Some(fixture)),
            Source::Aws(aws) => {
                put("aws-profile", aws.profile.as_ref());
                if let Some(last) = aws.roles.last() {
                    put("external-id", last.external_id.as_ref());
                    put("session-name", last.session_name.as_ref());
                    put("session-duration", last.session_duration_s.map(|seconds| format!("{}m", seconds / 60)).as_ref());
                }
                put("mfa-serial", aws.mfa_serial.as_ref());
                put("endpoint-url", aws.endpoint_url.as_ref());
                put_list(&mut table, "role-arn", aws.roles.iter().map(|role| role.arn.as_str()));
            }
        }
        put_list(&mut table, "region", self.regions.iter().map(String::as_str));
        if !self.tags.is_empty() {
            let tags: toml_edit::InlineTable = self.tags.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
            table.insert("tags", value(tags));
        }
        table
    }
}

fn put_list<'a>(table: &mut Table, key: &str, texts: impl Iterator<Item = &'a str>) {
    let list: Array = texts.collect();
    if !list.is_empty() {
        table.insert(key, Item::Value(list.into()));
    }
}
