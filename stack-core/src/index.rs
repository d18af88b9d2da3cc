//! Numbers by name, in a single type: rustc compiles each further map or set once more, in every build of every user.

use std::collections::HashMap;

/// A number for each name: where in a list something of that name stands, or whatever else is to be known of it.
#[derive(Debug, Default)]
pub(crate) struct Index<'a>(HashMap<&'a str, usize>);

impl<'a> Index<'a> {
    /// No names yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// No names yet, and room for so many.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Index(HashMap::with_capacity(count))
    }

    /// Whether no name is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets all names.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The number of a name.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// Whether the name is known.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Gives a name this number; the one that it had before.
    pub(crate) fn set(&mut self, name: &'a str, number: usize) -> Option<usize> {
        self.0.insert(name, number)
    }

    /// The number of a name; this one, from now on, if it had none.
    pub(crate) fn get_or_set(&mut self, name: &'a str, number: usize) -> usize {
        *self.0.entry(name).or_insert(number)
    }

    /// The number of a name in a list in which each name has a value; a new name gets a new value at its end.
    pub(crate) fn in_list<T: Default>(&mut self, name: &'a str, list: &mut Vec<T>) -> usize {
        let number = self.get_or_set(name, list.len());
        if number == list.len() {
            list.push(T::default());
        }
        number
    }

    /// Adds a name whose number does not matter; whether it is new.
    pub(crate) fn add(&mut self, name: &'a str) -> bool {
        self.set(name, 0).is_none()
    }
}
