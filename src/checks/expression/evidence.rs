//! Evidence as values of the expression language: maps whose unknown entries answer with an error, lists that may hold an unknown.

use std::sync::{Arc, OnceLock};

use cel::ExecutionError;
use cel::common::traits::{Container, Indexer, Iterable, Sizer};
use cel::common::types::{CelInt, CelList, CelString, DYN_TYPE, MAP_TYPE, Type};
use cel::common::value::{BuiltinRef, CowVal, StaticVal, Val};

use super::{scalar, taint, unknown};
use crate::model::{Gap, Properties, Property};

/// A map of evidence, cheap to clone. Its entries become values of the language when an expression first asks for them: most checks
/// look at a few properties of an asset that has dozens.
#[derive(Debug, Clone)]
pub struct Evidence(Arc<Entries>);

#[derive(Debug)]
struct Entries {
    properties: Properties,
    /// The values made so far, in the properties' order.
    values: Box<[OnceLock<Box<dyn Val>>]>,
    /// The keys as values, for loops over the map.
    keys: OnceLock<Vec<CelString<'static>>>,
}

impl Evidence {
    /// The evidence in `properties`.
    #[must_use]
    pub fn new(properties: &Properties) -> Self {
        let values = properties.values().map(|_| OnceLock::new()).collect();
        Self(Arc::new(Entries { properties: properties.clone(), values, keys: OnceLock::new() }))
    }

    /// The entries as properties again.
    pub(super) fn properties(&self) -> Properties {
        self.0.properties.clone()
    }

    fn find(&self, key: &dyn Val) -> Result<&(dyn Val + 'static), ExecutionError> {
        let Some(name) = key.downcast_ref::<CelString>() else {
            return Err(ExecutionError::no_such_key("a key that is not text"));
        };
        match self.0.properties.entry(name.inner()) {
            Some((_, Property::Unknown(gap))) => Err(unknown(gap)),
            Some((place, property)) => Ok(self.0.values[place].get_or_init(|| value_of(property)).as_ref()),
            None => Err(ExecutionError::no_such_key(name.inner())),
        }
    }
}

/// The value of any property; an unknown becomes a value that taints whatever rests on it.
pub(super) fn value_of(property: &Property) -> Box<dyn Val> {
    match property {
        Property::List(items) => Box::new(CelList::from(items.iter().map(value_of).collect::<Vec<_>>())),
        Property::Map(map) => Box::new(Evidence::new(map)),
        Property::Unknown(gap) => Box::new(UnknownElement(Arc::clone(gap))),
        other => scalar(other).unwrap_or_else(|| Box::new(cel::common::types::CelNull)),
    }
}

impl StaticVal for Evidence {}

impl Val for Evidence {
    fn get_type(&self) -> &Type {
        &MAP_TYPE
    }

    fn cel_type() -> &'static Type {
        &MAP_TYPE
    }

    fn as_container(&self) -> Option<&dyn Container> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn into_indexer<'v>(self: Box<Self>) -> Option<Box<dyn Indexer + 'v>>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_iterable<'b, 'v>(&'b self) -> Option<&'b (dyn Iterable + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_sizer(&self) -> Option<&dyn Sizer> {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        let Some(other) = other.downcast_ref::<Self>() else { return false };
        let (own, others) = (&self.0.properties, &other.0.properties);
        for property in own.values().chain(others.values()) {
            if let Property::Unknown(gap) = property {
                taint(gap);
            }
        }
        let same = |(left, right): (&Property, &Property)| match (left, right) {
            (Property::Unknown(_), _) | (_, Property::Unknown(_)) => false,
            (left, right) => value_of(left).equals(value_of(right).as_ref()),
        };
        own.keys().eq(others.keys()) && own.values().zip(others.values()).all(same)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    fn as_any(&self) -> Option<&dyn std::any::Any> {
        Some(self)
    }
}

impl Container for Evidence {
    fn contains(&self, value: &dyn Val) -> Result<bool, ExecutionError> {
        Ok(value.downcast_ref::<CelString>().is_some_and(|key| self.0.properties.contains_key(key.inner())))
    }
}

impl Indexer for Evidence {
    fn get<'b, 'v>(&'b self, key: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.find(key).map(CowVal::Borrowed)
    }

    fn steal<'v>(self: Box<Self>, key: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.find(key).map(Val::clone_as_boxed)
    }
}

impl Iterable for Evidence {
    fn iter<'b, 'v>(&'b self) -> Box<dyn cel::common::traits::Iterator<'b, 'v> + 'b>
    where
        Self: 'v,
    {
        let keys = self.0.keys.get_or_init(|| self.0.properties.keys().map(|key| CelString::from(key.to_owned())).collect());
        Box::new(Keys(keys.iter()))
    }
}

struct Keys<'b>(std::slice::Iter<'b, CelString<'static>>);

impl<'b, 'v> cel::common::traits::Iterator<'b, 'v> for Keys<'b> {
    fn next(&mut self) -> Option<&'b (dyn Val + 'v)> {
        self.0.next().map(|key| key as &dyn Val)
    }
}

impl Sizer for Evidence {
    fn size(&self) -> CelInt {
        CelInt::from(i64::try_from(self.0.properties.keys().len()).unwrap_or(i64::MAX))
    }
}

/// An element of a list that could not be read. Going into it is an error like any other unknown; a look at it from outside, as
/// comparisons do, cannot fail in CEL and therefore taints the evaluation.
#[derive(Debug, Clone)]
pub(super) struct UnknownElement(pub(super) Arc<Gap>);

impl StaticVal for UnknownElement {}

impl Val for UnknownElement {
    fn get_type(&self) -> &Type {
        taint(&self.0);
        &DYN_TYPE
    }

    fn cel_type() -> &'static Type {
        &DYN_TYPE
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn into_indexer<'v>(self: Box<Self>) -> Option<Box<dyn Indexer + 'v>>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn equals(&self, _other: &dyn Val) -> bool {
        taint(&self.0);
        false
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    fn as_any(&self) -> Option<&dyn std::any::Any> {
        taint(&self.0);
        None
    }

    fn as_builtin<'b, 'v>(&'b self) -> BuiltinRef<'b, 'v>
    where
        Self: 'v,
    {
        taint(&self.0);
        BuiltinRef::Other
    }
}

impl Indexer for UnknownElement {
    fn get<'b, 'v>(&'b self, _key: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Err(unknown(&self.0))
    }

    fn steal<'v>(self: Box<Self>, _key: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Err(unknown(&self.0))
    }
}
