//! What a path of a crate names: the module that defines the item, however often it is exported again.

use crate::modules::{Crate, Module, join, parent};
use std::cell::RefCell;
use std::collections::HashMap;

/// What a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A module as such.
    Module(String),
    /// An item that the module's own file defines.
    Item(String),
    /// An item that the module's list defines.
    Listed(String),
}

/// Looks up names.
pub(crate) struct Resolver<'c> {
    pub(crate) of: &'c Crate,
    /// What was looked up for one path (module, name, `perhaps`); nothing yet if it leads back to itself, because
    /// modules may import everything from each other.
    seen: RefCell<HashMap<(String, String, bool), Option<Target>>>,
}

impl<'c> Resolver<'c> {
    pub(crate) fn new(of: &'c Crate) -> Resolver<'c> {
        Resolver { of, seen: RefCell::default() }
    }

    /// What a path in a module names; nothing if it is of another crate, or a variable.
    pub(crate) fn resolve(&self, module: &str, segments: &[String]) -> Option<Target> {
        self.seen.borrow_mut().clear();
        self.path(module, segments, true)
    }

    /// What cannot be seen (a macro may have made it) is counted for the module that should have it, if `count` says so.
    fn path(&self, module: &str, segments: &[String], count: bool) -> Option<Target> {
        let (first, rest) = segments.split_first()?;
        let mut found = match first.as_str() {
            "crate" => Target::Module(String::new()),
            "self" => Target::Module(module.to_owned()),
            "super" => Target::Module(parent(module).to_owned()),
            // A lone word that a macro was given is no evidence for a path.
            name => self.name(module, name, rest.is_empty(), false)?,
        };
        for (at, segment) in rest.iter().enumerate() {
            let Target::Module(module) = &found else { return Some(found) };
            let module = module.clone();
            let last = at + 1 == rest.len();
            found = match segment.as_str() {
                "super" => Target::Module(parent(&module).to_owned()),
                name => self
                    .name(&module, name, last, false)
                    .or_else(|| self.name(&module, name, last, true))
                    .or(count.then_some(Target::Item(module)))?,
            };
        }
        Some(found)
    }

    /// What a name is in a module. Only the last one of a path can be an item that is called like a module.
    fn name(&self, module: &str, name: &str, last: bool, perhaps: bool) -> Option<Target> {
        let here = self.of.modules.get(module)?;
        let child = join(module, name);
        let child = self.of.modules.contains_key(&child).then_some(Target::Module(child));
        let item = if here.items.contains(name) {
            Some(Target::Item(module.to_owned()))
        } else if here.listed_items.contains(name) {
            Some(Target::Listed(module.to_owned()))
        } else {
            None
        };
        let known = if last { item.or(child) } else { child.or(item) };
        if known.is_some() {
            return known;
        }
        if perhaps && here.perhaps.contains(name) {
            return Some(Target::Item(module.to_owned()));
        }
        let key = (module.to_owned(), name.to_owned(), perhaps);
        if let Some(found) = self.seen.borrow().get(&key) {
            return found.clone();
        }
        self.seen.borrow_mut().insert(key.clone(), None);
        let found = self.imported(here, module, name, last, perhaps);
        self.seen.borrow_mut().insert(key, found.clone());
        found
    }

    fn imported(&self, here: &Module, module: &str, name: &str, last: bool, perhaps: bool) -> Option<Target> {
        let named = here.imports.iter().filter(|import| import.alias.as_deref() == Some(name));
        let all = here.imports.iter().filter(|import| import.alias.is_none());
        named.map(|import| &import.of.segments).find_map(|path| self.path(module, path, false)).or_else(
            || {
                all.map(|import| &import.of.segments).find_map(|path| {
                    match self.path(module, path, false)? {
                        Target::Module(from) if from != module => self.name(&from, name, last, perhaps),
                        _ => None,
                    }
                })
            },
        )
    }
}
