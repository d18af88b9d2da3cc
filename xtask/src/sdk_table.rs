//! Writes the models as the table that `stack-core/src/services/sdk/table.rs` reads; its format is told there.

use crate::botocore::{Models, Service};
use crate::dictionary::{Dictionary, number};
use crate::pattern::Letters;
use crate::shapes::{Bounds, Holds, Kind, Parameter, Type};
use std::collections::BTreeSet;

/// So many names of a list are a group, which can be read by itself.
const GROUP: usize = 8;

/// What all services share.
struct Shared {
    names: Dictionary,
    /// The words of enumerations.
    values: Dictionary,
    letters: Vec<Letters>,
}

/// The bytes of the table.
pub(crate) fn encode(models: &Models) -> Result<Vec<u8>, String> {
    let mut lists = Vec::new();
    let (mut enumerations, mut letters) = (Vec::new(), BTreeSet::new());
    for service in &models.services {
        lists.push(service.actions.keys().cloned().collect::<Vec<String>>());
        lists.push(members(service).into_iter().map(|(name, _)| name).collect());
        lists.push(service.errors.iter().map(|(name, _)| name.clone()).collect());
        for is in &service.types {
            if let Type::Text { words, letters: some, .. } = is {
                enumerations.push(words.clone());
                letters.extend(*some);
            }
        }
    }
    let shared = Shared {
        names: Dictionary::new(lists.iter().flat_map(|list| list.chunks(GROUP))),
        values: Dictionary::new(enumerations.iter().map(Vec::as_slice)),
        letters: letters.into_iter().collect(),
    };
    let mut out = Vec::new();
    text(&mut out, &models.version)?;
    shared.names.write(&mut out)?;
    shared.values.write(&mut out)?;
    out.extend(number::<u16>(shared.letters.len())?.to_le_bytes());
    out.extend(shared.letters.iter().flat_map(|letters| letters.to_le_bytes()));
    out.extend(number::<u16>(models.services.len())?.to_le_bytes());
    let index = out.len();
    out.resize(index + 3 * models.services.len(), 0);
    for (i, service) in models.services.iter().enumerate() {
        let start = number::<u32>(out.len())?.to_le_bytes();
        if start[3] != 0 {
            return Err("the table is too long".into());
        }
        out[index + 3 * i..][..3].copy_from_slice(&start[..3]);
        block(&mut out, service, &shared)?;
    }
    Ok(out)
}

/// All that is known of a service.
fn block(out: &mut Vec<u8>, service: &Service, shared: &Shared) -> Result<(), String> {
    for name in [&service.name, &service.exception_prefix, &service.iam_prefix] {
        text(out, name)?;
    }
    let members = members(service);
    let mut entries = List::default();
    for (name, holds) in &members {
        entries.name(name, holds.kind as u8, &shared.names)?;
        count(&mut entries.bytes, holds.detail)?;
    }
    entries.write(out)?;
    out.extend(members.iter().map(|(name, _)| fingerprint(name)));

    let mut entries = List::default();
    for (name, parameters) in &service.actions {
        let many = parameters.len() >= 7;
        entries.name(name, if many { 7 } else { number(parameters.len())? }, &shared.names)?;
        if many {
            entries.bytes.push(number(parameters.len())?);
        }
        gaps(&mut entries.bytes, parameters, &members)?;
    }
    entries.write(out)?;

    let mut entries = List::default();
    for (name, whole) in &service.errors {
        entries.name(name, u8::from(!whole), &shared.names)?;
    }
    entries.write(out)?;

    let (mut starts, mut bytes) = (Vec::new(), Vec::new());
    for is in &service.types {
        starts.extend(number::<u16>(bytes.len())?.to_le_bytes());
        type_of(&mut bytes, is, &members, shared)?;
    }
    out.extend(number::<u16>(service.types.len())?.to_le_bytes());
    out.extend(number::<u16>(bytes.len())?.to_le_bytes());
    out.extend(starts);
    out.extend(bytes);
    Ok(())
}

fn type_of(out: &mut Vec<u8>, is: &Type, members: &[(String, Holds)], shared: &Shared) -> Result<(), String> {
    match is {
        Type::Text { length, words, letters, start } => {
            let bits = [(8, !words.is_empty()), (16, letters.is_some()), (32, !start.is_empty())];
            let bits = bits.iter().map(|(bit, is)| if *is { *bit } else { 0 }).sum::<u8>();
            out.push(Kind::Text as u8 | bits | bounded(length) << 6);
            bounds(out, length);
            if !words.is_empty() {
                count(out, words.len())?;
                let mut last = Vec::new();
                for word in words {
                    last = shared.values.name(out, &last, word, 0)?;
                }
            }
            if let Some(letters) = letters {
                let at = shared.letters.binary_search(letters).map_err(|_| "letters are not listed")?;
                count(out, at)?;
            }
            if !start.is_empty() {
                text(out, start)?;
            }
        }
        Type::Number { range, whole } => {
            out.push(Kind::Number as u8 | if *whole { 8 } else { 0 } | bounded(range) << 6);
            bounds(out, range);
        }
        Type::List { item, length } => {
            out.push(Kind::List as u8 | (item.kind as u8) << 3 | bounded(length) << 6);
            bounds(out, length);
            count(out, item.detail)?;
        }
        Type::Map { key, value } => {
            out.push(Kind::Object as u8 | (value.kind as u8) << 3);
            count(out, value.detail)?;
            count(out, key.detail)?;
        }
        Type::Structure(parameters) => {
            out.push(STRUCTURE);
            count(out, parameters.len())?;
            gaps(out, parameters, members)?;
        }
    }
    Ok(())
}

/// The first byte of a structure.
const STRUCTURE: u8 = 7;

/// Whether there is a least and a most, in two bits.
fn bounded((least, most): &Bounds) -> u8 {
    u8::from(least.is_some()) | u8::from(most.is_some()) << 1
}

fn bounds(out: &mut Vec<u8>, (least, most): &Bounds) {
    for bound in [least, most].into_iter().flatten() {
        // The last bit is the sign.
        let mut rest = (*bound << 1 ^ *bound >> 63) as u64;
        while rest >= 128 {
            out.push(rest as u8 | 128);
            rest >>= 7;
        }
        out.push(rest as u8);
    }
}

/// The parameters of an action or a structure, by what lies between them among the members of the service.
fn gaps(out: &mut Vec<u8>, parameters: &[Parameter], members: &[(String, Holds)]) -> Result<(), String> {
    let mut next = 0;
    for parameter in parameters {
        let key = (parameter.name.clone(), parameter.holds);
        let index = members.binary_search(&key).map_err(|_| "a member is not listed")?;
        let required = if parameter.required { 128 } else { 0 };
        let gap = index - next;
        if gap < 96 {
            out.push(number::<u8>(gap)? | required);
        } else {
            let far = gap - 96;
            out.extend([number::<u8>(96 + far / 256)? | required, number(far % 256)?]);
        }
        next = index + 1;
    }
    Ok(())
}

/// A byte of a name, by which most of the others are told from it without being read.
fn fingerprint(name: &str) -> u8 {
    let hash = name.bytes().fold(0_u32, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte));
    (hash ^ hash >> 8 ^ hash >> 16) as u8
}

/// The members of all actions and structures of a service, each once.
fn members(service: &Service) -> Vec<(String, Holds)> {
    let mut members = BTreeSet::new();
    let structures = service.types.iter().filter_map(|is| match is {
        Type::Structure(members) => Some(members),
        _ => None,
    });
    for parameter in service.actions.values().chain(structures).flatten() {
        members.insert((parameter.name.clone(), parameter.holds));
    }
    members.into_iter().collect()
}

/// A list of names, sorted, with what belongs to them.
#[derive(Default)]
struct List {
    count: usize,
    /// Where each group begins.
    groups: Vec<u16>,
    bytes: Vec<u8>,
    last: Vec<String>,
}

impl List {
    /// Adds a name, with three bits of its own.
    fn name(&mut self, name: &str, bits: u8, dictionary: &Dictionary) -> Result<(), String> {
        if self.count.is_multiple_of(GROUP) {
            self.groups.push(number(self.bytes.len())?);
            self.last.clear();
        }
        self.count += 1;
        self.last = dictionary.name(&mut self.bytes, &self.last, name, bits)?;
        Ok(())
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), String> {
        out.extend(number::<u16>(self.count)?.to_le_bytes());
        out.extend(number::<u16>(self.bytes.len())?.to_le_bytes());
        out.extend(self.groups.iter().flat_map(|start| start.to_le_bytes()));
        out.extend(&self.bytes);
        Ok(())
    }
}

/// A number that is small more often than not.
pub(crate) fn count(out: &mut Vec<u8>, value: usize) -> Result<(), String> {
    match value {
        0..128 => out.push(number(value)?),
        _ => out.extend([number::<u8>(value % 128)? | 128, number(value / 128)?]),
    }
    Ok(())
}

pub(crate) fn text(out: &mut Vec<u8>, text: &str) -> Result<(), String> {
    out.push(number(text.len())?);
    out.extend(text.as_bytes());
    Ok(())
}
