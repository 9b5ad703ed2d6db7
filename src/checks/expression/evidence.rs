//! Evidence as values of the expression language: maps whose unknown entries answer with an error, lists that may hold an unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use cel::ExecutionError;
use cel::common::traits::{Container, Indexer, Iterable, Sizer};
use cel::common::types::{CelInt, CelList, CelString, DYN_TYPE, MAP_TYPE, Type};
use cel::common::value::{BuiltinRef, CowVal, StaticVal, Val};

use super::{scalar, taint, unknown};
use crate::model::{Gap, Properties, Property};

/// A map of evidence, cheap to clone.
#[derive(Debug, Clone)]
pub struct Evidence(Arc<Entries>);

#[derive(Debug)]
struct Entries {
    nodes: BTreeMap<String, Node>,
    /// The keys as values, for loops over the map.
    keys: Vec<CelString<'static>>,
}

#[derive(Debug)]
enum Node {
    Known(Box<dyn Val>),
    Unknown(Arc<Gap>),
}

impl Evidence {
    /// The evidence in `properties`.
    #[must_use]
    pub fn new(properties: &Properties) -> Self {
        let nodes: BTreeMap<String, Node> = properties.iter().map(|(key, property)| (key.to_owned(), Node::of(property))).collect();
        let keys = nodes.keys().map(|key| CelString::from(key.clone())).collect();
        Self(Arc::new(Entries { nodes, keys }))
    }

    /// The entries, each as a property again.
    pub(super) fn properties(&self) -> Properties {
        let property = |node: &Node| match node {
            Node::Known(value) => super::functions::property_of(value.as_ref()),
            Node::Unknown(gap) => Property::Unknown(Arc::clone(gap)),
        };
        self.0.nodes.iter().map(|(key, node)| (key.as_str(), property(node))).collect()
    }

    fn find(&self, key: &dyn Val) -> Result<&(dyn Val + 'static), ExecutionError> {
        let Some(name) = key.downcast_ref::<CelString>() else {
            return Err(ExecutionError::no_such_key("a key that is not text"));
        };
        match self.0.nodes.get(name.inner()) {
            Some(Node::Known(value)) => Ok(value.as_ref()),
            Some(Node::Unknown(gap)) => Err(unknown(gap)),
            None => Err(ExecutionError::no_such_key(name.inner())),
        }
    }
}

impl Node {
    fn of(property: &Property) -> Self {
        match property {
            Property::Unknown(gap) => Self::Unknown(Arc::clone(gap)),
            known => Self::Known(value_of(known)),
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
        for node in self.0.nodes.values().chain(other.0.nodes.values()) {
            if let Node::Unknown(gap) = node {
                taint(gap);
            }
        }
        let same = |(left, right): (&Node, &Node)| match (left, right) {
            (Node::Known(left), Node::Known(right)) => left.equals(right.as_ref()),
            _ => false,
        };
        self.0.nodes.keys().eq(other.0.nodes.keys()) && self.0.nodes.values().zip(other.0.nodes.values()).all(same)
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
        Ok(value.downcast_ref::<CelString>().is_some_and(|key| self.0.nodes.contains_key(key.inner())))
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
        Box::new(Keys(self.0.keys.iter()))
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
        CelInt::from(i64::try_from(self.0.nodes.len()).unwrap_or(i64::MAX))
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
