//! What `#[resource(..)]` sets on a table.

use crate::compile_time::compare::{is_one_of, same};
use crate::compile_time::message::fail;
use crate::kinds::properties::checks;
use crate::kinds::properties::setters::setters;
use crate::references::uses::Uses;
use crate::references::value::{Pairs, Value};

/// An attribute of a key, and its type.
pub(super) type Key = (&'static str, &'static str);
/// Indexes by name, each with its keys.
pub(super) type Indexes = &'static [(&'static str, Pairs)];
/// What indexes have besides keys, by their names.
pub(super) type Projections = &'static [(&'static str, &'static [&'static str])];

/// The most indexes that a table has.
const INDEXES: usize = 20;
/// The most attributes besides keys of an index, and of all together.
const PROJECTED: usize = 20;
const PROJECTED_BY_ALL: usize = 100;

/// The properties of a [`Table`](super::Table). `partition_key` is needed.
#[derive(Clone, Copy, Debug)]
pub struct TableProperties {
    pub(super) partition_key: Option<Key>,
    pub(super) sort_key: Option<Key>,
    pub(super) secondary_indexes: Indexes,
    pub(super) index_projections: Projections,
    pub(super) read_units: Option<u32>,
    pub(super) write_units: Option<u32>,
    pub(super) enable_point_in_time_recovery: bool,
    pub(super) stream_type: Option<&'static str>,
    pub(super) ttl: Option<&'static str>,
    pub(super) deletion_policy: &'static str,
    pub(super) tags: Pairs,
    pub(super) name: Option<&'static str>,
}

impl TableProperties {
    pub(super) const fn new() -> Self {
        TableProperties {
            partition_key: None,
            sort_key: None,
            secondary_indexes: &[],
            index_projections: &[],
            read_units: None,
            write_units: None,
            enable_point_in_time_recovery: false,
            stream_type: None,
            ttl: None,
            deletion_policy: "Retain",
            tags: &[],
            name: None,
        }
    }

    /// The attribute by which items are spread, and its type, `string`, `number` or `binary`:
    /// `("customer", "string")`. With a `sort_key` the two together name an item, otherwise it alone.
    #[track_caller]
    pub const fn partition_key(mut self, key: Key) -> Self {
        check_key(key.0, key.1);
        self.partition_key = Some(key);
        self
    }

    /// The attribute by which the items of one partition key are sorted, and its type:
    /// `("placed", "number")`. None by default.
    #[track_caller]
    pub const fn sort_key(mut self, key: Key) -> Self {
        check_key(key.0, key.1);
        self.sort_key = Some(key);
        self
    }

    /// Indexes with other keys, up to 20: a name of 3 to 255 letters, digits, `-`, `_` and `.`, and
    /// the partition key, or partition and sort key. `[("by-status", [("status", "string"), ("placed", "number")])]`.
    #[track_caller]
    pub const fn secondary_indexes(mut self, indexes: Indexes) -> Self {
        if indexes.len() > INDEXES {
            panic!("a table has at most 20 secondary indexes");
        }
        let mut i = 0;
        while i < indexes.len() {
            let (name, keys) = indexes[i];
            checks::name("an index", name, "255", ".");
            if name.len() < 3 {
                fail(&["an index's name has 3 or more characters: `", name, "`"]);
            }
            if keys.is_empty() || keys.len() > 2 {
                fail(&["the index `", name, "` has a partition key, or a partition and a sort key"]);
            }
            let mut k = 0;
            while k < keys.len() {
                check_key(keys[k].0, type_of(keys[k].1));
                k += 1;
            }
            if keys.len() == 2 && same(keys[0].0, keys[1].0) {
                fail(&[
                    "the partition and the sort key of `",
                    name,
                    "` are one attribute, `",
                    keys[0].0,
                    "`",
                ]);
            }
            let mut j = 0;
            while j < i {
                if same(name, indexes[j].0) {
                    fail(&["the index `", name, "` is listed twice"]);
                }
                j += 1;
            }
            i += 1;
        }
        self.secondary_indexes = indexes;
        self
    }

    /// The attributes that an index has besides its keys and the table's, if it should not have all
    /// attributes: `[("by-status", ["total"]), ("by-date", [])]`.
    pub const fn index_projections(mut self, projections: Projections) -> Self {
        self.index_projections = projections;
        self
    }

    /// Provisioned reads per second, 1 or more, for the table and for each index. By default you pay per
    /// request (on demand). Needs `write_units`.
    #[track_caller]
    pub const fn read_units(mut self, units: u32) -> Self {
        if units < 1 {
            panic!("read_units is 1 or more");
        }
        self.read_units = Some(units);
        self
    }

    /// Provisioned writes per second, 1 or more, for the table and for each index. Needs `read_units`.
    #[track_caller]
    pub const fn write_units(mut self, units: u32) -> Self {
        if units < 1 {
            panic!("write_units is 1 or more");
        }
        self.write_units = Some(units);
        self
    }

    /// Whether the table can be restored to any point in the last 35 days. `false` by default.
    pub const fn enable_point_in_time_recovery(mut self, enable: bool) -> Self {
        self.enable_point_in_time_recovery = enable;
        self
    }

    /// What its stream contains for a changed item: `KEYS_ONLY`, `NEW_IMAGE`, `OLD_IMAGE` or
    /// `NEW_AND_OLD_IMAGES`. No stream by default.
    #[track_caller]
    pub const fn stream_type(mut self, view: &'static str) -> Self {
        if !is_one_of(view, &["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]) {
            panic!("stream_type is KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES");
        }
        self.stream_type = Some(view);
        self
    }

    /// The attribute that says when an item expires, as a number of seconds since 1970. None by default.
    #[track_caller]
    pub const fn ttl(mut self, attribute: &'static str) -> Self {
        check_attribute(attribute);
        self.ttl = Some(attribute);
        self
    }

    setters! { deletion_policy, tags }

    /// The physical name: 3 to 255 letters, digits, `-`, `_` and `.`. By default CloudFormation chooses
    /// one, which is better: a table with a fixed name cannot change its keys.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a table", name, "255", ".");
        if name.len() < 3 {
            panic!("a table's name has 3 or more characters");
        }
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        let Some(partition) = self.partition_key else {
            panic!("a table needs a key: add `partition_key = (\"id\", \"string\")`")
        };
        if let Some(sort) = self.sort_key
            && same(partition.0, sort.0)
        {
            fail(&["partition_key and sort_key are one attribute, `", sort.0, "`"]);
        }
        if self.read_units.is_some() != self.write_units.is_some() {
            panic!("read_units and write_units go together: add the other");
        }
        if self.stream_type.is_none() && used.has("stream_arn") {
            panic!("its `stream_arn` is used, but it has no stream: add `stream_type = \"NEW_IMAGE\"`");
        }
        self.check_types(partition);
        self.check_projections();
    }

    /// An attribute has one type in all keys.
    #[track_caller]
    const fn check_types(&self, partition: Key) {
        let mut i = 0;
        while i < self.secondary_indexes.len() {
            let keys = self.secondary_indexes[i].1;
            let mut k = 0;
            while k < keys.len() {
                let key = (keys[k].0, type_of(keys[k].1));
                check_alike(partition, key);
                if let Some(sort) = self.sort_key {
                    check_alike(sort, key);
                }
                let mut j = 0;
                while j < i {
                    let others = self.secondary_indexes[j].1;
                    let mut o = 0;
                    while o < others.len() {
                        check_alike((others[o].0, type_of(others[o].1)), key);
                        o += 1;
                    }
                    j += 1;
                }
                k += 1;
            }
            i += 1;
        }
    }

    /// Every projection is that of an index.
    #[track_caller]
    const fn check_projections(&self) {
        let (mut i, mut all) = (0, 0);
        while i < self.index_projections.len() {
            let (name, attributes) = self.index_projections[i];
            let (mut found, mut j) = (false, 0);
            while j < self.secondary_indexes.len() {
                found = found || same(name, self.secondary_indexes[j].0);
                j += 1;
            }
            if !found {
                fail(&["index_projections names `", name, "`, which is none of the secondary_indexes"]);
            }
            if attributes.len() > PROJECTED {
                fail(&["an index has at most 20 attributes besides keys: `", name, "`"]);
            }
            all += attributes.len();
            let mut j = 0;
            while j < attributes.len() {
                check_attribute(attributes[j]);
                j += 1;
            }
            i += 1;
        }
        if all > PROJECTED_BY_ALL {
            panic!("the indexes of a table have at most 100 attributes besides keys in all");
        }
    }
}

#[track_caller]
const fn check_key(attribute: &str, kind: &str) {
    check_attribute(attribute);
    if !is_one_of(kind, &["string", "number", "binary"]) {
        fail(&["the type of the key `", attribute, "` is string, number or binary: `", kind, "`"]);
    }
}

#[track_caller]
const fn check_attribute(name: &str) {
    if name.is_empty() || name.len() > 255 {
        fail(&["an attribute's name has 1 to 255 bytes: `", name, "`"]);
    }
}

#[track_caller]
const fn check_alike(one: Key, other: Key) {
    if same(one.0, other.0) && !same(one.1, other.1) {
        fail(&["the attribute `", one.0, "` is a ", one.1, " in one key and a ", other.1, " in another"]);
    }
}

/// The type in a key of an index.
pub(super) const fn type_of(value: Value) -> &'static str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}
