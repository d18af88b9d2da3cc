//! The services of the AWS SDK that workflows can call, their actions and what those take.
//!
//! The table is made from the models of botocore, which is licensed under Apache-2.0 (`cargo xtask sdk-table`).
//! Names in it are those of Step Functions: `cloudwatchlogs` for `logs`, `describeDBInstances`, `DbInstanceIdentifier`.

mod other_names;
mod refused;
mod table;

use crate::similar::{Near, near};
use crate::text::cut;
use std::cmp::Ordering;
use table::{Bytes, GROUP, List, Names, Words};

pub use other_names::called;
pub use refused::{UNSUPPORTED, has_ended, is_unsupported};
pub use table::Name;

/// What is known of the AWS SDK.
pub fn table() -> Table<'static> {
    Table::new(include_bytes!("table.bin"))
}

/// The service of that name.
pub fn service(name: &str) -> Option<Service<'static>> {
    table().service(name)
}

/// The action of that name: `s3:getObject`.
pub fn action(name: &str) -> Option<Action<'static>> {
    let (service, action) = cut(name, b':')?;
    self::service(service)?.action(action)
}

/// All services.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'t> {
    /// The version of botocore that it is made from.
    pub botocore: &'t str,
    bytes: Bytes<'t>,
    words: Words<'t>,
    index: Bytes<'t>,
    services: usize,
}

/// A service of AWS.
#[derive(Clone, Copy, Debug)]
pub struct Service<'t> {
    /// Its name in a `Resource`: `dynamodb`.
    pub name: &'t str,
    /// What the names of its errors begin with, before the dot: `DynamoDb`.
    pub exception_prefix: &'t str,
    /// What the names of its permissions begin with, before the colon, if that is known.
    pub iam_prefix: Option<&'t str>,
    parameters: List<'t>,
    actions: List<'t>,
}

/// An action of a service.
#[derive(Clone, Copy, Debug)]
pub struct Action<'t> {
    /// Its name in a `Resource`: `getItem`.
    pub name: Name<'t>,
    parameters: List<'t>,
    members: Bytes<'t>,
    count: u8,
}

/// A member of an action's `Parameters` or `Arguments`.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'t> {
    /// Its name: `TableName`.
    pub name: Name<'t>,
    /// Whether AWS refuses a call without it.
    pub required: bool,
    /// What it holds.
    pub kind: Kind,
}

/// What a parameter holds. Of lists and objects it is not known what is in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    List,
    /// An object.
    Object,
    /// Bytes, which a string stands for.
    Blob,
    /// A point in time.
    Timestamp,
    /// Any JSON.
    Any,
}

impl<'t> Table<'t> {
    /// A table that reads those bytes. If they are none, it is empty.
    pub fn new(bytes: &'t [u8]) -> Self {
        Self::read(Bytes(bytes)).unwrap_or_default()
    }

    fn read(bytes: Bytes<'t>) -> Option<Self> {
        let mut rest = bytes;
        let botocore = rest.text()?;
        let short = rest.u8()?;
        let (words, services) = (usize::from(rest.u16()?), usize::from(rest.u16()?));
        let starts = rest.read(2 * words + 2)?;
        let end = starts.from(2 * words)?.u16()?;
        let words = Words { short, starts, letters: rest.read(end.into())? };
        Some(Table { botocore, bytes, words, index: rest.read(3 * services)?, services })
    }

    /// All services, sorted by their names.
    pub fn services(self) -> impl Iterator<Item = Service<'t>> {
        (0..self.services).filter_map(move |at| self.at(at))
    }

    /// The service of that name.
    pub fn service(self, name: &str) -> Option<Service<'t>> {
        let (mut low, mut high) = (0, self.services);
        while low < high {
            let middle = low.midpoint(high);
            let mut start = self.start(middle)?;
            let length = start.u8()?;
            match start.read(length.into())?.0.cmp(name.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return self.at(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The service whose name is most like that word.
    pub fn nearest_service(self, word: &str) -> Option<Near<'t>> {
        near(word, self.services().map(|service| service.name))
    }

    /// Where a service's block begins, with its name.
    fn start(self, at: usize) -> Option<Bytes<'t>> {
        self.bytes.from(self.index.from(3 * at)?.u24()?)
    }

    fn at(self, at: usize) -> Option<Service<'t>> {
        let mut rest = self.start(at)?;
        let (name, exception_prefix, iam_prefix) = (rest.text()?, rest.text()?, rest.text()?);
        let parameters = List::read(&mut rest, self.words)?;
        let actions = List::read(&mut rest, self.words)?;
        let iam_prefix = (!iam_prefix.is_empty()).then_some(iam_prefix);
        Some(Service { name, exception_prefix, iam_prefix, parameters, actions })
    }
}

impl<'t> Service<'t> {
    /// All actions, sorted by their names.
    pub fn actions(&self) -> impl Iterator<Item = Action<'t>> {
        let parameters = self.parameters;
        let mut names = self.actions.group(0);
        std::iter::from_fn(move || {
            let names = names.as_mut()?;
            let (count, members) = members(names)?;
            Some(Action { name: names.last, parameters, members, count })
        })
    }

    /// The action of that name.
    pub fn action(&self, name: &str) -> Option<Action<'t>> {
        let mut names = self.actions.group(self.actions.group_of(name))?;
        for _ in 0..GROUP {
            let (count, members) = members(&mut names)?;
            if names.last == *name {
                return Some(Action { name: names.last, parameters: self.parameters, members, count });
            }
        }
        None
    }

    /// The action whose name is most like that word, and whether no other can be meant.
    pub fn nearest_action(&self, word: &str) -> Option<(String, bool)> {
        let names: Vec<String> = self.actions().map(|action| action.name.to_string()).collect();
        near(word, names.iter().map(String::as_str)).map(|near| (near.name.to_owned(), near.is_certain))
    }
}

impl<'t> Action<'t> {
    /// What it takes, sorted by name.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter<'t>> {
        let Action { parameters, mut members, .. } = *self;
        let mut at = 0;
        let mut names: Option<Names<'t>> = None;
        (0..self.count).map_while(move |_| {
            let (skipped, required) = gap(&mut members)?;
            let wanted = at + skipped;
            if names.is_none() || wanted / GROUP > at / GROUP {
                at = wanted / GROUP * GROUP;
                names = parameters.group(wanted / GROUP);
            }
            let names = names.as_mut()?;
            for _ in at..wanted {
                names.next()?;
            }
            at = wanted + 1;
            let kind = names.next()?;
            Some(Parameter { name: names.last, required, kind: Kind::new(kind) })
        })
    }
}

/// Reads the next action: how many members it has, and where they begin.
fn members<'t>(names: &mut Names<'t>) -> Option<(u8, Bytes<'t>)> {
    let few = names.next()?;
    let count = if few == 7 { names.bytes.u8()? } else { few };
    let members = names.bytes;
    for _ in 0..count {
        gap(&mut names.bytes)?;
    }
    Some((count, members))
}

/// A member: how many of the service's parameters are skipped before it, and whether it is required.
fn gap(members: &mut Bytes<'_>) -> Option<(usize, bool)> {
    let mut skipped = 0;
    loop {
        let byte = members.u8()?;
        skipped += usize::from(byte & 127);
        if byte & 127 != 127 {
            return Some((skipped, byte & 128 != 0));
        }
    }
}

impl Kind {
    fn new(bits: u8) -> Self {
        match bits {
            0 => Kind::Text,
            1 => Kind::Number,
            2 => Kind::Boolean,
            3 => Kind::List,
            4 => Kind::Object,
            5 => Kind::Blob,
            6 => Kind::Timestamp,
            _ => Kind::Any,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Parameter, Table, service, table};

    fn parameter(service_name: &str, action: &str, name: &str) -> Option<Parameter<'static>> {
        let action = service(service_name)?.action(action)?;
        action.parameters().find(|parameter| parameter.name == *name)
    }

    #[test]
    fn a_service_and_what_it_can_do() {
        let s3 = service("s3").unwrap();
        assert_eq!((s3.exception_prefix, s3.iam_prefix), ("S3", Some("s3")));
        let get = s3.action("getObject").unwrap();
        assert_eq!(get.name.to_string(), "getObject");
        let required: Vec<String> =
            get.parameters().filter(|it| it.required).map(|it| it.name.to_string()).collect();
        assert_eq!(required, ["Bucket", "Key"]);
        assert!(s3.action("GetObject").is_none() && s3.action("").is_none() && service("S3").is_none());
        assert_eq!(s3.nearest_action("getObjct").map(|(name, _)| name).as_deref(), Some("getObject"));
        assert_eq!(table().nearest_service("dynamdb").map(|near| near.name), Some("dynamodb"));
    }

    #[test]
    fn names_are_those_of_step_functions() {
        assert_eq!(service("cloudwatchlogs").unwrap().iam_prefix, Some("logs"));
        assert_eq!(service("sfn").unwrap().iam_prefix, Some("states"));
        assert!(service("logs").is_none());
        assert!(parameter("rds", "describeDBInstances", "DbInstanceIdentifier").is_some());
        assert!(parameter("sfn", "startExecution", "StateMachineArn").unwrap().required);
        // Tokens that are filled in are not asked for.
        assert!(!parameter("ecs", "createService", "ClientToken").unwrap().required);
    }

    #[test]
    fn what_parameters_hold() {
        let kind = |service, action, name| parameter(service, action, name).map(|it| it.kind);
        assert_eq!(kind("dynamodb", "getItem", "TableName"), Some(Kind::Text));
        assert_eq!(kind("dynamodb", "getItem", "Key"), Some(Kind::Object));
        assert_eq!(kind("dynamodb", "getItem", "ConsistentRead"), Some(Kind::Boolean));
        assert_eq!(kind("dynamodb", "getItem", "AttributesToGet"), Some(Kind::List));
        assert_eq!(kind("sqs", "sendMessage", "DelaySeconds"), Some(Kind::Number));
        assert_eq!(kind("kinesis", "putRecord", "Data"), Some(Kind::Blob));
        assert_eq!(kind("cloudwatch", "getMetricData", "StartTime"), Some(Kind::Timestamp));
    }

    #[test]
    fn services_are_found_by_their_names() {
        let services: Vec<&str> = table().services().map(|service| service.name).collect();
        assert!(services.is_sorted() && services.len() > 400);
        assert!(services.iter().all(|name| service(name).is_some_and(|found| found.name == *name)));
    }

    /// Goes through all that a table says.
    fn read(table: Table<'_>) -> usize {
        let actions = table.services().flat_map(|service| service.actions().collect::<Vec<_>>());
        actions.map(|action| action.parameters().map(|it| it.name.to_string().len()).sum::<usize>()).sum()
    }

    #[test]
    fn bytes_that_are_no_table_are_read_without_a_panic() {
        assert_eq!(read(Table::new(&[])), 0);
        let whole = include_bytes!("table.bin");
        let all = read(Table::new(whole));
        assert!(all > 500_000, "{all}");
        for length in [1, 9, 100, 8_000, 40_000, 100_000] {
            assert!(read(Table::new(&whole[..length])) < all);
        }
        for step in [3, 7, 101] {
            let mut bytes = whole[..60_000].to_vec();
            for byte in bytes.iter_mut().step_by(step) {
                *byte = byte.wrapping_mul(31).wrapping_add(step as u8);
            }
            read(Table::new(&bytes));
        }
    }
}
