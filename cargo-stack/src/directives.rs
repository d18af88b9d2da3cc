//! Terraform's directives, `%{ if prod }`, in files that its `templatefile` reads.

use crate::search;

/// The words that one starts with.
const WORDS: [&str; 5] = ["if", "else", "endif", "for", "endfor"];

/// Whether one is in the text.
pub(crate) fn are_in(text: &str) -> bool {
    if !search::contains(text, "%{") {
        return false;
    }
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("%{") {
        if length(&rest[rest.len() - after.len() - "%{".len()..]).is_some() {
            return true;
        }
        rest = after;
    }
    false
}

/// The length of the one that the text starts with.
fn length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("%{")?;
    let (inner, _) = inner.split_once('}')?;
    let words = inner.strip_prefix('~').unwrap_or(inner).trim_start();
    let end = words.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(words.len());
    WORDS.contains(&words.get(..end)?).then_some(inner.len() + "%{}".len())
}

/// The text with blanks in place of each that stands outside of strings; none if there is none.
pub(crate) fn blanked(text: &str) -> Option<String> {
    if !search::contains(text, "%{") {
        return None;
    }
    let (mut out, mut copied, mut at) = (String::new(), 0, 0);
    let mut quoted = false;
    while let Some(&byte) = text.as_bytes().get(at) {
        at += match byte {
            b'"' => {
                quoted = !quoted;
                1
            }
            b'\\' if quoted => 2,
            b'%' if !quoted => match length(&text[at..]) {
                Some(length) => {
                    out.push_str(&text[copied..at]);
                    out.extend(std::iter::repeat_n(' ', length));
                    copied = at + length;
                    length
                }
                None => 1,
            },
            _ => 1,
        };
    }
    (copied > 0).then(|| out + &text[copied..])
}

#[cfg(test)]
mod tests {
    use super::{are_in, blanked};

    #[test]
    fn directives_are_told_from_other_percents() {
        for text in ["%{ if a }", "x%{~ for b in c ~}", "%{%{else}", "%{endif}"] {
            assert!(are_in(text), "{text}");
        }
        for text in ["%{", "%{ if", "{% $a %}", "%{ iffy }", "%{a}", "100%{}", "%{ä}"] {
            assert!(!are_in(text), "{text}");
        }
    }

    #[test]
    fn those_outside_of_strings_become_blanks() {
        assert_eq!(
            blanked("{ \"ä\\\"%{ if a }\": 1 %{ if b }, \"c\": 2%{ endif } }").as_deref(),
            Some("{ \"ä\\\"%{ if a }\": 1          , \"c\": 2           }")
        );
        for text in ["{}", "[\"%{ if a }\"]", "%{ x", "\"\\"] {
            assert_eq!(blanked(text), None, "{text}");
        }
    }
}
