//! Comparisons of texts, which const code cannot get from `str`.

/// `a == b` in const code.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && starts_bytes(a.as_bytes(), b.as_bytes())
}

/// Whether `bytes` starts with `start`. Calls are what costs most in const code, and patterns make none.
pub(crate) const fn starts_bytes(mut bytes: &[u8], mut start: &[u8]) -> bool {
    while let ([a, b, c, d, bytes_rest @ ..], [e, f, g, h, start_rest @ ..]) = (bytes, start) {
        if *a != *e || *b != *f || *c != *g || *d != *h {
            return false;
        }
        (bytes, start) = (bytes_rest, start_rest);
    }
    loop {
        match (bytes, start) {
            (_, []) => return true,
            ([a, bytes_rest @ ..], [b, start_rest @ ..]) if *a == *b => {
                (bytes, start) = (bytes_rest, start_rest);
            }
            _ => return false,
        }
    }
}

/// A hash of a name, of up to 31 bits.
pub(crate) const fn hash(name: &str) -> usize {
    let mut hash = 5381_u64;
    let mut rest = name.as_bytes();
    while let [first, others @ ..] = rest {
        // The mask keeps the product from overflowing, which costs less than to call `wrapping_mul`.
        hash = (hash * 33 + *first as u64) & 0x7fff_ffff;
        rest = others;
    }
    hash as usize
}

/// Whether the text holds the byte.
pub(crate) const fn contains(text: &str, byte: u8) -> bool {
    let mut i = 0;
    while i < text.len() {
        if text.as_bytes()[i] == byte {
            return true;
        }
        i += 1;
    }
    false
}

/// Where the placeholder ends that starts there, `${AWS::Region}`, which only the deployment fills in; the same place if
/// none does.
pub(crate) const fn after_placeholder(text: &[u8], start: usize) -> usize {
    if start + 2 < text.len() && text[start] == b'$' && text[start + 1] == b'{' && text[start + 2] != b'!' {
        let mut end = start + 2;
        while end < text.len() {
            if text[end] == b'}' {
                return end + 1;
            }
            end += 1;
        }
    }
    start
}

/// Whether `text` is one of `all`.
pub(crate) const fn is_one_of(text: &str, all: &[&str]) -> bool {
    let mut i = 0;
    while i < all.len() {
        if same(text, all[i]) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether `text` starts with `start`.
pub(crate) const fn starts_with(text: &str, start: &str) -> bool {
    starts_bytes(text.as_bytes(), start.as_bytes())
}

/// Whether `text` ends in `end`.
pub(crate) const fn ends_with(text: &str, end: &str) -> bool {
    match text.len().checked_sub(end.len()) {
        Some(at) => starts_bytes(text.as_bytes().split_at(at).1, end.as_bytes()),
        None => false,
    }
}

/// Whether a text has more than `most` characters. It has no more characters than bytes.
pub(crate) const fn longer(text: &str, most: usize) -> bool {
    text.len() > most && characters(text) > most
}

/// The characters of a text: its bytes but for those that continue a character.
const fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        if *first & 0xC0 != 0x80 {
            count += 1;
        }
        rest = others;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_equal_as_a_whole() {
        assert!(same("bill", "bill"));
        assert!(!same("bill", "bills"));
        assert!(!same("bill", "hold"));
    }

    #[test]
    fn a_placeholder_ends_behind_its_brace() {
        assert_eq!(after_placeholder(b"a-${A.b}c", 2), 8);
        for text in ["a-${A.b", "a-${!A}", "a-b", "a-$", "a-{a}"] {
            assert_eq!(after_placeholder(text.as_bytes(), 2), 2, "{text}");
        }
    }

    #[test]
    fn starts_ends_and_characters_of_texts_are_those_of_str() {
        assert!(starts_with("arn:aws", "arn:") && !starts_with("ar", "arn:"));
        assert!(ends_with("a.ts", ".ts") && !ends_with("ts", ".ts"));
        assert_eq!(characters("größe"), 5);
    }
}
