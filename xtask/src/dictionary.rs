//! The words that names are made of, and how they are numbered.

use std::collections::BTreeMap;

/// How many words a name may begin with that are the name's before it.
const SHARED: usize = 3;
/// How many words a name has at most; what is longer has several words of its name in its last one.
const WORDS: usize = 8;

/// All words of some names, the frequent ones first.
pub(crate) struct Dictionary {
    words: Vec<String>,
    ranks: BTreeMap<String, usize>,
    /// How many of them take one byte.
    short: usize,
}

impl Dictionary {
    /// Of names that are read in these groups.
    pub(crate) fn new<'n>(groups: impl Iterator<Item = &'n [String]>) -> Self {
        let mut uses = BTreeMap::<String, usize>::new();
        for group in groups {
            let mut last = Vec::new();
            for name in group {
                let words = words(name);
                for word in &words[shared(&last, &words)..] {
                    *uses.entry(word.clone()).or_default() += 1;
                }
                last = words;
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

    /// Writes the words.
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), String> {
        out.push(number(self.short)?);
        out.extend(number::<u16>(self.words.len())?.to_le_bytes());
        let mut end = 0;
        for word in self.words.iter().map(String::as_str).chain([""]) {
            out.extend(&number::<u32>(end)?.to_le_bytes()[..3]);
            end += word.len();
        }
        for word in &self.words {
            out.extend(word.as_bytes());
        }
        Ok(())
    }

    /// Writes a name behind another, with three bits of its own; gives its words, for the next one.
    pub(crate) fn name(
        &self,
        out: &mut Vec<u8>,
        last: &[String],
        name: &str,
        bits: u8,
    ) -> Result<Vec<String>, String> {
        let words = words(name);
        let shared = shared(last, &words);
        out.push(number::<u8>(shared)? | number::<u8>(words.len() - shared - 1)? << 2 | bits << 5);
        for word in &words[shared..] {
            let rank = self.ranks[word];
            match rank.checked_sub(self.short) {
                None => out.push(number(rank)?),
                Some(long) => {
                    let first = self.short + long / 256;
                    out.extend([number::<u8>(first)?, number(long % 256)?]);
                }
            }
        }
        Ok(words)
    }
}

/// With how many words of the last name this one begins; one is always its own.
fn shared(last: &[String], words: &[String]) -> usize {
    let equal = last.iter().zip(words).take_while(|(a, b)| a == b).count();
    equal.min(SHARED).min(words.len() - 1)
}

/// A name's words, of which each but the first begins with a capital that no capital stands before, or follows what is
/// neither a letter nor a digit.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, &letter) in letters.iter().enumerate() {
        let is = |at: usize, class: fn(&char) -> bool| letters.get(at).is_some_and(class);
        let after = |class| at.checked_sub(1).is_some_and(|last| is(last, class));
        let inner = after(char::is_ascii_uppercase) && !is(at + 1, char::is_ascii_lowercase);
        let begins = letter.is_ascii_uppercase() && !inner;
        if at > 0 && (begins || after(|last| "_-./: ".contains(*last))) && words.len() < WORDS {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter);
        }
    }
    words
}

/// A number as wide as the format has it.
pub(crate) fn number<T: TryFrom<usize>>(value: usize) -> Result<T, String> {
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
        assert_eq!(words("IN_PROGRESS"), ["IN_", "PROGRESS"]);
    }
}
