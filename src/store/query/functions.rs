//! The functions that the views need to unpack what is stored.

use std::collections::BTreeMap;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Error};
use serde::Serialize;

use super::note::Note;
use crate::model::Properties;
use crate::store::blob::unpack;
use crate::store::error::Fault;
use crate::store::record::{self, asset, property};

/// Their names.
pub(super) const NAMES: &[&str] = &["stored_tags", "stored_property", "stored_properties"];

/// Adds the functions to a connection. What they cannot unpack stands in the note: SQLite takes an error's words or its kind, not both.
pub(super) fn register(connection: &Connection) -> Result<Note, Error> {
    let unreadable = Note::default();
    let note = || {
        let note = unreadable.clone();
        move |fault| outward(fault, &note)
    };
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    let [of_tags, of_property, of_properties] = [note(), note(), note()];
    connection.create_scalar_function("stored_tags", 1, flags, move |context| stored_tags(context).map_err(&of_tags))?;
    connection
        .create_scalar_function("stored_property", 1, flags, move |context| stored_property(context).map_err(&of_property))?;
    connection
        .create_scalar_function("stored_properties", 2, flags, move |context| stored_properties(context).map_err(&of_properties))?;
    Ok(unreadable)
}

/// The tags of an asset.
fn stored_tags(context: &Context<'_>) -> Result<String, Fault> {
    record::written(&stored_asset(context)?.0)
}

/// One facet.
fn stored_property(context: &Context<'_>) -> Result<String, Fault> {
    let property::Read(value) = record::read(&unpack(context.get_raw(0).as_blob()?)?)?;
    record::written(&value)
}

/// The properties of an asset, with those among its facets that were read: a JSON object of JSON texts.
fn stored_properties(context: &Context<'_>) -> Result<String, Fault> {
    let (_, properties) = stored_asset(context)?;
    let facets: BTreeMap<String, String> = record::read(context.get_raw(1).as_str()?)?;
    let listed = properties.iter().map(|(name, value)| Ok((name.to_owned(), record::written(value)?)));
    let mut texts = listed.collect::<Result<BTreeMap<String, String>, Fault>>()?;
    texts.extend(facets);
    let entries = texts.iter().map(|(name, text)| Ok(format!("{}:{text}", record::written(name)?)));
    Ok(format!("{{{}}}", entries.collect::<Result<Vec<_>, Fault>>()?.join(",")))
}

fn stored_asset(context: &Context<'_>) -> Result<(impl Serialize + use<>, Properties), Fault> {
    let stored: asset::Read = record::read(&unpack(context.get_raw(0).as_blob()?)?)?;
    Ok(stored.into_parts())
}

/// A failure as SQLite hands it on.
fn outward(fault: Fault, note: &Note) -> Error {
    let detail = match fault {
        Fault::Sql(error) => return error,
        Fault::Unreadable(detail) | Fault::Unwritable(detail) => detail,
        Fault::Said(error) => error.to_string(),
    };
    note.tell(detail.clone());
    Error::UserFunctionError(detail.into())
}
