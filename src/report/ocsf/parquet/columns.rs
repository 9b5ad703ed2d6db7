//! Events taken apart into columns, as Parquet stores nested values.
//!
//! Each leaf of the schema is a column. Beside its values stand two numbers for each entry: how much of the path to it is there (the
//! definition level), and in which of the lists around it the entry begins a new item (the repetition level). Source: the Parquet
//! format's "Nested Encoding", after the Dremel paper.

use std::io::Write;
use std::mem::take;

use parquet::basic::{Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use serde_json::Value;

/// Rows that wait to be written, column by column.
pub(super) struct Columns {
    schema: TypePtr,
    /// In the order of the schema's leaves.
    entries: Vec<Column>,
    /// Bytes that the values take.
    bytes: usize,
}

/// A leaf of the schema.
struct Column {
    values: Values,
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
}

enum Values {
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    Text(Vec<ByteArray>),
}

/// Where in an event an entry stands.
#[derive(Clone, Copy)]
struct Levels {
    definition: i16,
    /// That of the next entry.
    repetition: i16,
    /// Lists around it.
    lists: i16,
}

impl Columns {
    /// No rows yet.
    pub(super) fn of(schema: &TypePtr) -> Self {
        let mut entries = Vec::new();
        leaves(schema, &mut |leaf| entries.push(Column::of(leaf.get_physical_type())));
        Self { schema: TypePtr::clone(schema), entries, bytes: 0 }
    }

    /// Adds an event.
    ///
    /// # Errors
    /// Where it lacks what the schema requires, or has something of another kind.
    pub(super) fn add(&mut self, event: &Value) -> Result<()> {
        let levels = Levels { definition: 0, repetition: 0, lists: 0 };
        self.bytes += add_fields(self.schema.get_fields(), event, levels, &mut self.entries)?;
        Ok(())
    }

    /// Bytes that the waiting rows take.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Writes the waiting rows as a row group; none where there are none.
    pub(super) fn write<W: Write + Send>(&mut self, file: &mut SerializedFileWriter<W>) -> Result<()> {
        if take(&mut self.bytes) == 0 {
            return Ok(());
        }
        let mut group = file.next_row_group()?;
        for column in &mut self.entries {
            let Some(mut writer) = group.next_column()? else { break };
            let (definitions, repetitions) = (take(&mut column.definitions), take(&mut column.repetitions));
            let (definitions, repetitions) = (Some(definitions.as_slice()), Some(repetitions.as_slice()));
            match &mut column.values {
                Values::Int32(values) => writer.typed::<Int32Type>().write_batch(&take(values), definitions, repetitions)?,
                Values::Int64(values) => writer.typed::<Int64Type>().write_batch(&take(values), definitions, repetitions)?,
                Values::Text(values) => writer.typed::<ByteArrayType>().write_batch(&take(values), definitions, repetitions)?,
            };
            writer.close()?;
        }
        group.close()?;
        Ok(())
    }
}

impl Column {
    const fn of(physical: Physical) -> Self {
        let values = match physical {
            Physical::INT32 => Values::Int32(Vec::new()),
            Physical::INT64 => Values::Int64(Vec::new()),
            _ => Values::Text(Vec::new()),
        };
        Self { values, definitions: Vec::new(), repetitions: Vec::new() }
    }

    /// Adds an entry without a value.
    fn skip(&mut self, levels: Levels) {
        self.definitions.push(levels.definition);
        self.repetitions.push(levels.repetition);
    }

    /// Adds an entry; how many bytes it takes, `None` where the value is of another kind.
    fn push(&mut self, value: &Value, levels: Levels) -> Option<usize> {
        let bytes = match &mut self.values {
            Values::Int32(values) => {
                values.push(i32::try_from(value.as_i64()?).ok()?);
                size_of::<i32>()
            }
            Values::Int64(values) => {
                values.push(value.as_i64()?);
                size_of::<i64>()
            }
            Values::Text(values) => {
                let text = value.as_str()?;
                values.push(ByteArray::from(text));
                size_of::<ByteArray>() + text.len()
            }
        };
        self.skip(levels);
        Some(bytes + 2 * size_of::<i16>())
    }
}

/// Adds the fields of a group to the columns of its leaves; how many bytes they take.
fn add_fields(fields: &[TypePtr], group: &Value, levels: Levels, columns: &mut [Column]) -> Result<usize> {
    let (mut rest, mut bytes) = (columns, 0);
    for field in fields {
        let (below, others) = rest.split_at_mut(leaf_count(field));
        bytes += add(field, group.get(field.name()), levels, below)?;
        rest = others;
    }
    Ok(bytes)
}

/// Adds what stands at a node of the schema to the columns of the leaves below it.
fn add(node: &Type, value: Option<&Value>, mut levels: Levels, columns: &mut [Column]) -> Result<usize> {
    let is_optional = node.get_basic_info().repetition() == Repetition::OPTIONAL;
    let value = match value.filter(|value| !value.is_null()) {
        Some(value) => value,
        None if is_optional => return Ok(skip(columns, levels)),
        None => return Err(misfit(node)),
    };
    levels.definition += i16::from(is_optional);
    if node.is_primitive() {
        let column = columns.first_mut().ok_or_else(|| misfit(node))?;
        return column.push(value, levels).ok_or_else(|| misfit(node));
    }
    let fields = node.get_fields();
    match fields {
        [list] if list.get_basic_info().repetition() == Repetition::REPEATED => {
            let items = value.as_array().ok_or_else(|| misfit(node))?;
            add_items(list, items, levels, columns)
        }
        _ => add_fields(fields, value, levels, columns),
    }
}

/// Adds the items of a list; `list` is the repeated group around its element.
fn add_items(list: &Type, items: &[Value], levels: Levels, columns: &mut [Column]) -> Result<usize> {
    let [element] = list.get_fields() else { return Err(misfit(list)) };
    if items.is_empty() {
        return Ok(skip(columns, levels));
    }
    let lists = levels.lists + 1;
    let mut levels = Levels { definition: levels.definition + 1, lists, ..levels };
    let mut bytes = 0;
    for item in items {
        bytes += add(element, Some(item), levels, columns)?;
        levels.repetition = lists;
    }
    Ok(bytes)
}

/// Adds to each column that there is nothing.
fn skip(columns: &mut [Column], levels: Levels) -> usize {
    for column in columns.iter_mut() {
        column.skip(levels);
    }
    columns.len() * 2 * size_of::<i16>()
}

fn misfit(node: &Type) -> ParquetError {
    ParquetError::General(format!("an event has no fitting {}", node.name()))
}

/// Shows each leaf at and below a node, in the schema's order.
fn leaves(node: &Type, see: &mut impl FnMut(&Type)) {
    if node.is_primitive() {
        see(node);
    } else {
        node.get_fields().iter().for_each(|field| leaves(field, see));
    }
}

fn leaf_count(node: &Type) -> usize {
    let mut count = 0;
    leaves(node, &mut |_| count += 1);
    count
}
