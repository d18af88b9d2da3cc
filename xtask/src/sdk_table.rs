//! Writes the models as the table that `stack-core/src/services/sdk/table.rs` reads; its format is told there.

use crate::botocore::{Models, Parameter, Service};
use std::collections::BTreeMap;

/// How many words a name may begin with that are the name's before it.
const SHARED: usize = 3;
/// How many words a name has at most; what is longer has several words of its name in its last one.
const WORDS: usize = 8;
/// So many names of a list are a group, which can be read by itself.
const GROUP: usize = 16;

/// The bytes of the table.
pub(crate) fn encode(models: &Models) -> Result<Vec<u8>, String> {
    let dictionary = Dictionary::new(models);
    let mut out = Vec::new();
    text(&mut out, &models.version)?;
    out.push(number(dictionary.short)?);
    out.extend(number::<u16>(dictionary.words.len())?.to_le_bytes());
    out.extend(number::<u16>(models.services.len())?.to_le_bytes());
    let mut end = 0;
    for word in dictionary.words.iter().map(String::as_str).chain([""]) {
        out.extend(number::<u16>(end)?.to_le_bytes());
        end += word.len();
    }
    for word in &dictionary.words {
        out.extend(word.as_bytes());
    }
    let index = out.len();
    out.resize(index + 3 * models.services.len(), 0);
    for (i, service) in models.services.iter().enumerate() {
        let start = number::<u32>(out.len())?.to_le_bytes();
        if start[3] != 0 {
            return Err("the table is too long".into());
        }
        out[index + 3 * i..][..3].copy_from_slice(&start[..3]);
        block(&mut out, service, &dictionary)?;
    }
    Ok(out)
}

/// All that is known of a service.
fn block(out: &mut Vec<u8>, service: &Service, dictionary: &Dictionary) -> Result<(), String> {
    for name in [&service.name, &service.exception_prefix, &service.iam_prefix] {
        text(out, name)?;
    }
    let parameters = distinct_parameters(service);
    let mut entries = List::default();
    for (name, kind) in &parameters {
        entries.name(name, *kind, dictionary)?;
    }
    entries.write(out)?;

    let mut entries = List::default();
    for (name, members) in &service.actions {
        let many = members.len() >= 7;
        entries.name(name, if many { 7 } else { number(members.len())? }, dictionary)?;
        if many {
            entries.bytes.push(number(members.len())?);
        }
        let mut next = 0;
        for member in members {
            let index = parameters.binary_search(&key(member)).map_err(|_| "a parameter is not listed")?;
            let mut gap = index - next;
            while gap >= 127 {
                entries.bytes.push(127);
                gap -= 127;
            }
            entries.bytes.push(number::<u8>(gap)? | if member.required { 128 } else { 0 });
            next = index + 1;
        }
    }
    entries.write(out)
}

/// A parameter as its service lists it.
fn key(parameter: &Parameter) -> (&str, u8) {
    (&parameter.name, parameter.kind as u8)
}

/// The parameters of all actions of a service, each once.
fn distinct_parameters(service: &Service) -> Vec<(&str, u8)> {
    let mut parameters: Vec<_> = service.actions.values().flatten().map(key).collect();
    parameters.sort();
    parameters.dedup();
    parameters
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
        let words = words(name);
        let shared = shared(&self.last, &words);
        self.bytes.push(number::<u8>(shared)? | number::<u8>(words.len() - shared - 1)? << 2 | bits << 5);
        for word in &words[shared..] {
            let rank = dictionary.ranks[word];
            match rank.checked_sub(dictionary.short) {
                None => self.bytes.push(number(rank)?),
                Some(long) => {
                    let first = dictionary.short + long / 256;
                    self.bytes.extend([number::<u8>(first)?, number(long % 256)?]);
                }
            }
        }
        self.last = words;
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

/// With how many words of the last name this one begins; one is always its own.
fn shared(last: &[String], words: &[String]) -> usize {
    let equal = last.iter().zip(words).take_while(|(a, b)| a == b).count();
    equal.min(SHARED).min(words.len() - 1)
}

/// All words of names, the frequent ones first.
struct Dictionary {
    words: Vec<String>,
    ranks: BTreeMap<String, usize>,
    /// How many of them take one byte.
    short: usize,
}

impl Dictionary {
    fn new(models: &Models) -> Self {
        let mut uses = BTreeMap::<String, usize>::new();
        for service in &models.services {
            let actions: Vec<&str> = service.actions.keys().map(String::as_str).collect();
            let parameters: Vec<&str> =
                distinct_parameters(service).into_iter().map(|(name, _)| name).collect();
            for group in actions.chunks(GROUP).chain(parameters.chunks(GROUP)) {
                let mut last = Vec::new();
                for name in group {
                    let words = words(name);
                    for word in &words[shared(&last, &words)..] {
                        *uses.entry(word.clone()).or_default() += 1;
                    }
                    last = words;
                }
            }
        }
        let mut words: Vec<_> = uses.into_iter().collect();
        words.sort_by(|(a, times), (b, more)| more.cmp(times).then(a.cmp(b)));
        let words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
        let ranks = words.iter().enumerate().map(|(rank, word)| (word.clone(), rank)).collect();
        // A first byte that begins a long word costs one short word and gives 256 long ones.
        let short = 256 - words.len().saturating_sub(256).div_ceil(255);
        Dictionary { words, ranks, short }
    }
}

/// A name's words, of which each but the first begins with a capital.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, &letter) in letters.iter().enumerate() {
        let is = |at: usize, class: fn(&char) -> bool| letters.get(at).is_some_and(class);
        let after = |class| at.checked_sub(1).is_some_and(|last| is(last, class));
        let inner = after(char::is_ascii_uppercase) && !is(at + 1, char::is_ascii_lowercase);
        if at > 0 && letter.is_ascii_uppercase() && !inner && words.len() < WORDS {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter);
        }
    }
    words
}

fn text(out: &mut Vec<u8>, text: &str) -> Result<(), String> {
    out.push(number(text.len())?);
    out.extend(text.as_bytes());
    Ok(())
}

/// A number as wide as the format has it.
fn number<T: TryFrom<usize>>(value: usize) -> Result<T, String> {
    T::try_from(value).map_err(|_| format!("{value} does not fit into the format"))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_are_cut_before_capitals() {
        assert_eq!(words("describeDBInstances"), ["describe", "DB", "Instances"]);
        assert_eq!(words("listObjectsV2"), ["list", "Objects", "V2"]);
        assert_eq!(words("SseCustomerKeyMD5"), ["Sse", "Customer", "Key", "MD5"]);
        assert_eq!(words("aBcDeFgHiJkLmNo").concat(), "aBcDeFgHiJkLmNo");
        assert_eq!(words("aBcDeFgHiJkLmNoPqRs").len(), 8);
    }
}
