//! The file of saved connections: read whole or not at all, written whole or not at all, with the user's own comments in it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table, TableLike};

use super::connection::{Connection, Entry};
use super::secrets::{holds_key_id, is_like_secret, names_credential};
use crate::cli::configuration;
use crate::cli::destination::{Sink, resolve};
use crate::cli::exit_code::Failure;
use crate::model::nearest::suggestion;

/// The file's name in the folder of the user's configuration.
const NAME: &str = "accounts.toml";
/// The table that holds the connections.
const ACCOUNTS: &str = "accounts";
/// What a new file begins with.
const HEADER: &str = "# Connections to accounts, for `scan --account NAME`. Credentials have no place here.\n\n";

/// The file as a whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    #[serde(default)]
    accounts: BTreeMap<String, Entry>,
}

/// The saved connections.
pub(in crate::cli) struct AccountsFile {
    path: PathBuf,
    document: DocumentMut,
    connections: Vec<Connection>,
}

impl AccountsFile {
    /// The user's own file; without one, no connection is saved.
    ///
    /// # Errors
    /// There is no home, or the file cannot be understood.
    pub(in crate::cli) fn open() -> Result<Self, Failure> {
        Self::read(&path()?)
    }

    fn read(path: &Path) -> Result<Self, Failure> {
        let wrong = |why: String| Failure::usage(format!("{}: {why}", path.display()));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => HEADER.to_owned(),
            Err(error) => return Err(wrong(format!("it cannot be read ({error}); correct it or move it away"))),
        };
        let (document, connections) = parse(&text).map_err(wrong)?;
        Ok(Self { path: path.to_owned(), document, connections })
    }

    /// Where it is.
    pub(in crate::cli) fn path(&self) -> &Path {
        &self.path
    }

    /// The saved connections, sorted by name.
    pub(in crate::cli) fn connections(&self) -> &[Connection] {
        &self.connections
    }

    /// Their names.
    pub(in crate::cli) fn names(&self) -> Vec<String> {
        self.connections.iter().map(|connection| connection.name.clone()).collect()
    }

    /// The connection of this name.
    ///
    /// # Errors
    /// There is none.
    pub(in crate::cli) fn find(&self, name: &str) -> Result<&Connection, Failure> {
        if self.connections.is_empty() {
            return Err(self.nothing_saved());
        }
        self.connections.iter().find(|connection| connection.name == name).ok_or_else(|| {
            let names = self.connections.iter().map(|connection| connection.name.as_str());
            let hint = suggestion(name, names, "`scan accounts list` shows them all");
            Failure::usage(format!("no saved account is called `{name}`{hint}"))
        })
    }

    /// That there is nothing to choose from.
    pub(in crate::cli) fn nothing_saved(&self) -> Failure {
        Failure::usage(format!("no account is saved in {}: `scan accounts add NAME` saves one", self.path.display()))
    }

    /// Puts a connection in, in the place of one of its name.
    pub(in crate::cli) fn put(&mut self, connection: &Connection) {
        let above = self.take_end();
        let accounts = self.document.entry(ACCOUNTS).or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        let (mut table, mut end) = (connection.table(), String::new());
        if let Some(earlier) = accounts.get(&connection.name).and_then(Item::as_table) {
            // What stands above it stays there.
            *table.decor_mut() = earlier.decor().clone();
            table.set_position(earlier.position());
            end = above;
        } else if !above.is_empty() {
            table.decor_mut().set_prefix(above);
        }
        if let Some(accounts) = accounts.as_table_like_mut() {
            accounts.insert(&connection.name, Item::Table(table));
        }
        self.document.set_trailing(end);
        self.connections.retain(|other| other.name != connection.name);
        self.connections.push(connection.clone());
    }

    /// Takes out what stands at the file's end and below no setting, comments for instance; what is put in comes below it.
    fn take_end(&mut self) -> String {
        let mut end = self.document.trailing().as_str().unwrap_or_default().to_owned();
        self.document.set_trailing("");
        if !end.is_empty() && !end.ends_with('\n') {
            end.push('\n');
        }
        end
    }

    /// Takes the connection of this name out.
    ///
    /// # Errors
    /// There is none.
    pub(in crate::cli) fn take(&mut self, name: &str) -> Result<(), Failure> {
        self.find(name)?;
        let accounts = self.document.get_mut(ACCOUNTS).and_then(Item::as_table_like_mut);
        let homeless = accounts.map(|accounts| {
            let removed = accounts.remove(name);
            removed.and_then(|removed| move_down(removed.as_table()?, accounts)).unwrap_or_default()
        });
        if let Some(text) = homeless.filter(|text| !text.is_empty()) {
            let end = format!("{text}{}", self.take_end());
            self.document.set_trailing(end);
        }
        self.connections.retain(|connection| connection.name != name);
        Ok(())
    }

    /// Reads the user's own file, changes it and writes it back. Two who do so at once wait for each other.
    ///
    /// # Errors
    /// The file cannot be understood, changed or written.
    pub(in crate::cli) fn change(change: impl FnOnce(&mut Self) -> Result<(), Failure>) -> Result<Self, Failure> {
        let path = path()?;
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::usage(format!("cannot make the folder {} ({error}): make it yourself", folder.display())))?;
        // Where a folder cannot be locked, the worst is that one of two changes made at once is lost.
        let lock = File::open(folder).ok().filter(|folder| folder.lock().is_ok());
        let mut file = Self::read(&path)?;
        change(&mut file)?;
        file.write()?;
        drop(lock);
        Ok(file)
    }

    fn write(&self) -> Result<(), Failure> {
        let text = self.document.to_string();
        // What is written can be read again, whatever stood in the file before.
        parse(&text)
            .map_err(|why| Failure::usage(format!("{} cannot be changed ({why}): change it by hand", self.path.display())))?;
        let sink = Sink::open(&resolve(&self.path)?)?;
        let written = sink.handle().and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| Failure::usage(format!("cannot write {}: {error}", self.path.display())))?;
        sink.keep().map_err(Failure::usage)
    }
}

/// What stands above a table that is gone, but for the lines right above it, belongs to the file: it moves down to the next table. Gives
/// it back where there is none.
fn move_down(removed: &Table, accounts: &mut dyn TableLike) -> Option<String> {
    let above = removed.decor().prefix()?.as_str()?;
    let (kept, _) = above.rsplit_once("\n\n")?;
    let kept = format!("{kept}\n\n");
    let tables = accounts.iter_mut().filter_map(|(_, item)| item.as_table_mut());
    let next = tables.filter(|table| table.position() > removed.position()).min_by_key(|table| table.position());
    match next {
        None => Some(kept),
        Some(next) => {
            let below = next.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
            let joined = format!("{kept}{}", below.trim_start_matches('\n'));
            next.decor_mut().set_prefix(joined);
            None
        }
    }
}

fn path() -> Result<PathBuf, Failure> {
    let folder = configuration::folder(|name| std::env::var_os(name).map(PathBuf::from));
    let folder = folder.ok_or_else(|| Failure::usage("there is no place for saved accounts: set HOME or XDG_CONFIG_HOME"))?;
    Ok(folder.join(NAME))
}

/// What stands in the file; an error never repeats a value, which may be secret.
fn parse(text: &str) -> Result<(DocumentMut, Vec<Connection>), String> {
    let line = |span: Option<std::ops::Range<usize>>| {
        let before = span.and_then(|span| text.get(..span.start));
        before.map(|before| format!("line {}: ", before.matches('\n').count() + 1)).unwrap_or_default()
    };
    let document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| format!("{}it is no TOML; correct it", line(error.span())))?;
    if let Some(key) = credential(document.as_item(), "") {
        return Err(format!(
            "`{key}` holds a credential, which has no place here: put it into ~/.aws/credentials, name its profile as `aws-profile`, and \
             renew the key if others may have read it"
        ));
    }
    let contents: Contents =
        toml::from_str(text).map_err(|error| format!("{}{}; correct it", line(error.span()), error.message()))?;
    let connections = contents
        .accounts
        .into_iter()
        .map(|(name, entry)| entry.connection(&name).map_err(|why| format!("account `{name}`: {why}")));
    Ok((document, connections.collect::<Result<_, _>>()?))
}

/// The first setting that is a credential, by its own name or by its value's shape.
fn credential(item: &Item, key: &str) -> Option<String> {
    if let Some(table) = item.as_table_like() {
        return table.iter().find_map(|(key, item)| {
            if holds_key_id(key) {
                return Some("a name".to_owned());
            }
            let is_table = item.is_table_like();
            if names_credential(key) && !is_table { Some(key.to_owned()) } else { credential(item, key) }
        });
    }
    if let Some(list) = item.as_array() {
        return list.iter().find_map(|value| credential(&Item::Value(value.clone()), key));
    }
    let text = item.as_str()?;
    (holds_key_id(text) || key != "external-id" && is_like_secret(text)).then(|| key.to_owned())
}

#[cfg(test)]
mod tests;
