//! Named values, kept so that an account of thousands of resources stays small in memory.
//!
//! Most maps of evidence have a handful of names: a sorted list of them takes a third of a tree's memory, and sharing it makes every copy
//! (listing, evaluation, report) free.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::property::Property;

type Entry = (Arc<str>, Property);

/// Named values in the order of their names; cheap to clone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Properties(Arc<Vec<Entry>>);

impl Properties {
    /// No values.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The value called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.place(name).ok().map(|place| &self.0[place].1)
    }

    /// The value called `name`, and its place in the order of the names.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<(usize, &Property)> {
        self.place(name).ok().map(|place| (place, &self.0[place].1))
    }

    /// Whether there is a value called `name`.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Adds a value, in place of the one that had its name.
    pub fn insert(&mut self, name: impl AsRef<str> + Into<Arc<str>>, value: Property) {
        let place = self.place(name.as_ref());
        let entries = Arc::make_mut(&mut self.0);
        match place {
            Ok(place) => entries[place].1 = value,
            Err(place) => entries.insert(place, (name.into(), value)),
        }
    }

    /// Adds a value where there is none of its name.
    pub fn insert_absent(&mut self, name: impl AsRef<str> + Into<Arc<str>>, value: impl FnOnce() -> Property) {
        if !self.contains_key(name.as_ref()) {
            self.insert(name, value());
        }
    }

    /// Keeps the values of which `keep` says so, by name.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        if !self.keys().all(&keep) {
            Arc::make_mut(&mut self.0).retain(|(name, _)| keep(name));
        }
    }

    /// Names and values, in the order of the names.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Property)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// The names, in order.
    #[must_use]
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name)
    }

    /// The values, in the order of their names.
    #[must_use]
    pub fn values(&self) -> impl ExactSizeIterator<Item = &Property> {
        self.0.iter().map(|(_, value)| value)
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| (**other).cmp(name))
    }
}

impl<N: Into<Arc<str>>> FromIterator<(N, Property)> for Properties {
    /// Of two values with one name the later one counts.
    fn from_iter<I: IntoIterator<Item = (N, Property)>>(entries: I) -> Self {
        let sorted: BTreeMap<Arc<str>, Property> = entries.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Self(Arc::new(sorted.into_iter().collect()))
    }
}

impl<N: Into<Arc<str>>, const LENGTH: usize> From<[(N, Property); LENGTH]> for Properties {
    fn from(entries: [(N, Property); LENGTH]) -> Self {
        entries.into_iter().collect()
    }
}

impl<N: AsRef<str> + Into<Arc<str>>> Extend<(N, Property)> for Properties {
    fn extend<I: IntoIterator<Item = (N, Property)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.insert(name, value);
        }
    }
}

impl IntoIterator for Properties {
    type Item = Entry;
    type IntoIter = std::vec::IntoIter<Entry>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).into_iter()
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl std::ops::Index<&str> for Properties {
        type Output = Property;

        fn index(&self, name: &str) -> &Property {
            self.get(name).unwrap_or_else(|| panic!("no property called {name}"))
        }
    }

    fn number(number: i64) -> Property {
        Property::Integer(number)
    }

    #[test]
    fn values_are_found_by_name_and_told_in_the_names_order() {
        let properties = Properties::from([("b", number(1)), ("a", number(2)), ("b", number(3))]);
        assert_eq!(properties.iter().collect::<Vec<_>>(), [("a", &number(2)), ("b", &number(3))]);
        assert_eq!((properties.get("b"), properties.get("c")), (Some(&number(3)), None));
        assert_eq!(serde_json::to_string(&properties).unwrap(), r#"{"a":2,"b":3}"#);
    }

    #[test]
    fn a_copy_does_not_change_with_its_original() {
        let mut original = Properties::from([("a", number(1))]);
        let copy = original.clone();
        original.insert("a", number(2));
        original.insert("0", number(3));
        original.insert_absent("a", || number(4));
        original.retain(|name| name != "0");
        assert_eq!(original, Properties::from([("a", number(2))]));
        assert_eq!(copy, Properties::from([("a", number(1))]));
    }
}
