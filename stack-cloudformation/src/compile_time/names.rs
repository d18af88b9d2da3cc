//! Names as users write them: which are alike, and which is nearest to a word.
//!
//! The core's `similar` measures the distance of texts, too, but in vectors, which const code cannot have; the arrays
//! here would make it slower.

use crate::compile_time::message::ConstText;

/// Equality without letter case, `_`, and the difference between `.` and `::`. Without a call for each
/// letter: a reference by name is compared with every name there is.
pub(crate) const fn alike(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a, b) {
            ([b'_', rest @ ..], _) => a = rest,
            (_, [b'_', rest @ ..]) => b = rest,
            // Of two colons, the second counts.
            ([b':', b':', ..], _) => a = a.split_at(1).1,
            (_, [b':', b':', ..]) => b = b.split_at(1).1,
            ([x, rest_of_a @ ..], [y, rest_of_b @ ..]) => {
                let dots = matches!((*x, *y), (b':', b'.') | (b'.', b':'));
                if *x != *y && !dots && !x.eq_ignore_ascii_case(y) {
                    return false;
                }
                (a, b) = (rest_of_a, rest_of_b);
            }
            ([], []) => return true,
            _ => return false,
        }
    }
}

/// The letters of a name that count: small, without `_`, and with a dot for `::`.
#[derive(Clone, Copy)]
struct Letters<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Letters<'a> {
    const fn of(name: &'a str) -> Self {
        Letters { bytes: name.as_bytes(), at: 0 }
    }

    const fn next(&mut self) -> Option<u8> {
        while self.at < self.bytes.len() {
            let byte = self.bytes[self.at];
            self.at += 1;
            let double = byte == b':' && self.at < self.bytes.len() && self.bytes[self.at] == b':';
            if byte == b':' && !double {
                return Some(b'.');
            }
            if byte != b'_' && !double {
                return Some(byte.to_ascii_lowercase());
            }
        }
        None
    }
}

/// The longest name that is compared for a suggestion.
const MAX_COMPARED_BYTES: usize = 64;

/// The name nearest to a word, of those that were offered.
#[derive(Clone, Copy)]
pub(crate) struct Nearest<'a> {
    word: &'a str,
    name: &'a str,
    /// Edits between the two; a name with as many or more is not taken.
    edits: usize,
}

impl<'a> Nearest<'a> {
    /// One edit is allowed for every three letters, at least one.
    pub(crate) const fn to(word: &'a str) -> Self {
        let allowed = if word.len() < 6 { 1 } else { word.len() / 3 };
        Nearest { word, name: "", edits: allowed + 1 }
    }

    pub(crate) const fn or(self, name: &'a str) -> Self {
        let edits = distance(Letters::of(self.word), Letters::of(name));
        if edits < self.edits { Nearest { word: self.word, name, edits } } else { self }
    }

    pub(crate) const fn help(&self, text: ConstText) -> ConstText {
        if self.name.is_empty() {
            return text;
        }
        text.push("\nhelp: did you mean `").push(self.name).push("`?")
    }
}

/// Letters to add, take away or change until the names are alike; many if they are long.
const fn distance(mut a: Letters<'_>, b: Letters<'_>) -> usize {
    if a.bytes.len() >= MAX_COMPARED_BYTES || b.bytes.len() >= MAX_COMPARED_BYTES {
        return MAX_COMPARED_BYTES;
    }
    // One row of the usual table: `row[j]` is the distance of what was read of `a` to `j` letters of `b`.
    let mut row = [0; MAX_COMPARED_BYTES];
    let mut j = 0;
    while j < MAX_COMPARED_BYTES {
        row[j] = j;
        j += 1;
    }
    while let Some(x) = a.next() {
        let mut letters = b;
        let mut corner = row[0];
        row[0] += 1;
        let mut j = 1;
        while let Some(y) = letters.next() {
            let changed = if x == y { corner } else { corner + 1 };
            corner = row[j];
            let other = if row[j] < row[j - 1] { row[j] + 1 } else { row[j - 1] + 1 };
            row[j] = if changed < other { changed } else { other };
            j += 1;
        }
    }
    let (mut letters, mut length) = (b, 0);
    while letters.next().is_some() {
        length += 1;
    }
    row[length]
}

#[cfg(test)]
mod tests {
    use super::{Letters, alike, distance};

    #[test]
    fn names_are_compared_without_case_underscores_and_kind_of_separator() {
        assert!(alike("check_and_hold_product", "checkAndHoldProduct"));
        assert!(alike("lambda_function.arn", "LambdaFunction::Arn"));
        assert!(alike("", "_"));
        assert!(!alike("bill", "billCustomer"));
        assert!(!alike("billCustomer", "bill"));
        assert!(!alike("a.b", "ab"));
        assert!(alike("A:B", "a.b") && alike("a::_b_", "A_:B") && !alike("a:", "a") && !alike("@", "`"));
    }

    #[test]
    fn the_distance_is_the_number_of_edits() {
        let edits = |a, b| distance(Letters::of(a), Letters::of(b));
        assert_eq!(edits("bill", "bill"), 0);
        assert_eq!(edits("bil", "bill"), 1);
        assert_eq!(edits("Bill_Customer", "billcustome"), 1);
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("abc", ""), 3);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits(&"x".repeat(80), "x"), 64);
    }
}
