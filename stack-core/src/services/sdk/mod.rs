//! The services of the AWS SDK that workflows can call, their actions and what those take.
//!
//! The table is made from the models of botocore, which is licensed under Apache-2.0 (`cargo xtask sdk-table`).
//! Names in it are those of Step Functions: `cloudwatchlogs` for `logs`, `describeDBInstances`, `DbInstanceIdentifier`.

mod other_names;
mod refused;
mod table;
mod types;

use crate::similar::{Near, near};
use crate::text::cut;
use std::cmp::Ordering;
use table::{Bytes, GROUP, List, Names, Words};
use types::{Types, gap};

pub use other_names::called;
pub use refused::{UNSUPPORTED, has_ended, is_unsupported};
pub use table::Name;
pub use types::{Bounds, Kind, Parameter, Parameters, Shape, Structure, Text, Type};

/// What is known of the AWS SDK.
pub fn table() -> Table<'static> {
    Table::new(BYTES)
}

static BYTES: &[u8] = include_bytes!("table.bin");

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
    /// The words of enumerations.
    values: Words<'t>,
    letters: Bytes<'t>,
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
    actions: List<'t>,
    errors: List<'t>,
    types: Types<'t>,
}

/// An action of a service.
#[derive(Clone, Copy, Debug)]
pub struct Action<'t> {
    /// Its name in a `Resource`: `getItem`.
    pub name: Name<'t>,
    structure: Structure<'t>,
}

impl<'t> Table<'t> {
    /// A table that reads those bytes. If they are none, it is empty.
    pub fn new(bytes: &'t [u8]) -> Self {
        Self::read(Bytes(bytes)).unwrap_or_default()
    }

    fn read(bytes: Bytes<'t>) -> Option<Self> {
        let mut rest = bytes;
        let botocore = rest.text()?;
        let (words, values) = (Words::read(&mut rest)?, Words::read(&mut rest)?);
        let letters = usize::from(rest.u16()?);
        let letters = rest.read(16 * letters)?;
        let services = usize::from(rest.u16()?);
        Some(Table { botocore, bytes, words, values, letters, index: rest.read(3 * services)?, services })
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
        let members = List::read(&mut rest, self.words)?;
        let fingerprints = rest.read(members.count)?;
        let actions = List::read(&mut rest, self.words)?;
        let errors = List::read(&mut rest, self.words)?;
        let types = Types::read(&mut rest, members, fingerprints, self.values, self.letters)?;
        let iam_prefix = (!iam_prefix.is_empty()).then_some(iam_prefix);
        Some(Service { name, exception_prefix, iam_prefix, actions, errors, types })
    }
}

impl<'t> Service<'t> {
    /// All actions, sorted by their names.
    pub fn actions(&self) -> impl Iterator<Item = Action<'t>> {
        let types = self.types;
        let mut names = self.actions.group(0);
        std::iter::from_fn(move || next_action(names.as_mut()?, types))
    }

    /// The action of that name.
    pub fn action(&self, name: &str) -> Option<Action<'t>> {
        let mut names = self.actions.group(self.actions.group_of(name))?;
        for _ in 0..GROUP {
            let count = parameters(&mut names)?;
            if names.last == *name {
                return Some(Action::new(&names, count, self.types));
            }
            skip(&mut names, count)?;
        }
        None
    }

    /// Whether its model has an error of that name, after the prefix: `NoSuchKeyException`; and if so, whether it is called
    /// so there, too, and not `NoSuchKey`.
    pub fn error(&self, name: &str) -> Option<bool> {
        let mut names = self.errors.group(self.errors.group_of(name))?;
        for _ in 0..GROUP {
            let bits = names.next()?;
            if names.last == *name {
                return Some(bits == 0);
            }
        }
        None
    }

    /// The names of the errors that its model has, after the prefix: `NoSuchKeyException`.
    pub fn errors(&self) -> Vec<Name<'t>> {
        let mut errors = Vec::new();
        let Some(mut names) = self.errors.group(0) else { return errors };
        while errors.len() < self.errors.count && names.next().is_some() {
            errors.push(names.last);
        }
        errors
    }

    /// The action whose name is most like that word, and whether no other can be meant.
    pub fn nearest_action(&self, word: &str) -> Option<(String, bool)> {
        let names: Vec<String> = self.actions().map(|action| action.name.to_string()).collect();
        near(word, names.iter().map(String::as_str)).map(|near| (near.name.to_owned(), near.is_certain))
    }
}

impl<'t> Action<'t> {
    /// The one whose name was read last, and which has so many parameters.
    fn new(names: &Names<'t>, count: u8, types: Types<'t>) -> Self {
        Action { name: names.last, structure: Structure::new(count.into(), names.bytes, types) }
    }

    /// What it takes, sorted by name.
    pub fn parameters(&self) -> Parameters<'t> {
        self.structure.parameters()
    }

    /// What it takes, as an object.
    pub fn structure(&self) -> Structure<'t> {
        self.structure
    }
}

/// Reads the next action.
fn next_action<'t>(names: &mut Names<'t>, types: Types<'t>) -> Option<Action<'t>> {
    let count = parameters(names)?;
    let action = Action::new(names, count, types);
    skip(names, count)?;
    Some(action)
}

/// Reads the name of the next action, and how many parameters follow.
fn parameters(names: &mut Names<'_>) -> Option<u8> {
    let few = names.next()?;
    if few == 7 { names.bytes.u8() } else { Some(few) }
}

/// Reads over so many parameters.
fn skip(names: &mut Names<'_>, count: u8) -> Option<()> {
    for _ in 0..count {
        gap(&mut names.bytes)?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Kind, Parameter, Table, Type, service, table};

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
        let kind = |service, action, name| parameter(service, action, name).map(|it| it.shape.kind);
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

    #[test]
    fn errors_end_in_exception() {
        let errors = |name: &str| -> Vec<String> {
            service(name).unwrap().errors().iter().map(ToString::to_string).collect()
        };
        assert!(errors("s3").contains(&"NoSuchKeyException".to_owned()));
        assert!(errors("rds").contains(&"DbInstanceNotFoundException".to_owned()));
        assert!(errors("ec2").is_empty());
    }

    /// Goes through all that a table says.
    fn read(table: Table<'_>) -> usize {
        let mut letters = 0;
        for service in table.services() {
            for action in service.actions() {
                for parameter in action.parameters() {
                    letters += parameter.name.to_string().len() + size(parameter.shape.resolve());
                }
            }
        }
        letters
    }

    fn size(is: Type<'_>) -> usize {
        match is {
            Type::Text(text) => text.words().unwrap_or_default().len() + text.start.len(),
            Type::Structure(structure) => structure.parameters().count(),
            Type::List { item, .. } => usize::from(matches!(item.resolve(), Type::Structure(_))),
            _ => 0,
        }
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
