//! Writes the reference as the table that `stack-iam/src/authorization/mod.rs` reads; its format is told there.

use crate::authorization::{Action, Reference, Service};
use crate::dictionary::{Dictionary, number};
use crate::sdk_table::{count, text};
use std::collections::{BTreeMap, BTreeSet};

/// How ARNs begin, in the order of their numbers; `@` is the prefix. The last one is any other.
const STARTS: [&str; 5] = [
    "arn:${Partition}:@:${Region}:${Account}:",
    "arn:${Partition}:@::${Account}:",
    "arn:${Partition}:@:::",
    "arn:${Partition}:@:${Region}::",
    "",
];

/// The bytes of the table.
pub(crate) fn encode(reference: &Reference) -> Result<Vec<u8>, String> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    let mut strings = BTreeSet::new();
    for service in reference.services.values() {
        lists.push(service.actions.keys().cloned().collect());
        for action in service.actions.values() {
            strings.extend(action.dependent.iter().chain(&action.keys).map(String::as_str));
        }
    }
    let words = Dictionary::new(lists.iter().map(Vec::as_slice));
    let strings: Vec<&str> = strings.into_iter().collect();
    let mut out = Vec::new();
    text(&mut out, &reference.versions)?;
    words.write(&mut out)?;
    let mut bytes = Vec::new();
    for it in &strings {
        text(&mut bytes, it)?;
    }
    out.extend(&number::<u32>(bytes.len())?.to_le_bytes()[..3]);
    out.extend(bytes);
    out.extend(number::<u16>(reference.services.len())?.to_le_bytes());
    for (prefix, service) in &reference.services {
        let bytes = block(prefix, service, &words, &strings)?;
        text(&mut out, prefix)?;
        out.extend(&number::<u32>(bytes.len())?.to_le_bytes()[..3]);
        out.extend(bytes);
    }
    Ok(out)
}

fn block(prefix: &str, service: &Service, words: &Dictionary, strings: &[&str]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    count(&mut out, service.types.len())?;
    for (name, arns) in &service.types {
        text(&mut out, name)?;
        count(&mut out, arns.len())?;
        for arn in arns {
            let start = |start: &str| arn.strip_prefix(&start.replace('@', prefix)).map(str::to_owned);
            let (at, rest) = STARTS
                .iter()
                .enumerate()
                .find_map(|(at, it)| Some((at, start(it)?)))
                .ok_or("an ARN begins with nothing")?;
            out.push(number(at)?);
            text(&mut out, &rest)?;
        }
    }
    let types: Vec<&str> = service.types.keys().map(String::as_str).collect();
    // What several actions have in common is there once.
    let (mut profiles, mut numbers) = (Vec::new(), BTreeMap::new());
    let mut of_actions = Vec::new();
    for action in service.actions.values() {
        let bytes = profile(action, &types, strings)?;
        let next = profiles.len();
        let at = *numbers.entry(bytes.clone()).or_insert(next);
        if at == next {
            profiles.push(bytes);
        }
        of_actions.push(at);
    }
    count(&mut out, profiles.len())?;
    out.extend(profiles.into_iter().flatten());
    out.extend(number::<u16>(service.actions.len())?.to_le_bytes());
    let mut last = Vec::new();
    for (name, at) in service.actions.keys().zip(of_actions) {
        last = words.name(&mut out, &last, name, 0)?;
        count(&mut out, at)?;
    }
    Ok(out)
}

fn profile(action: &Action, types: &[&str], strings: &[&str]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    count(&mut out, action.types.len())?;
    for (name, required) in &action.types {
        let at = types.binary_search(&name.as_str()).map_err(|_| "a type is not listed")?;
        count(&mut out, 2 * at + usize::from(*required))?;
    }
    for list in [&action.dependent, &action.keys] {
        count(&mut out, list.len())?;
        for it in list {
            let at = strings.binary_search(&it.as_str()).map_err(|_| "a text is not listed")?;
            count(&mut out, at)?;
        }
    }
    Ok(out)
}
