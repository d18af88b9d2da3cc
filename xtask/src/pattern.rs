//! What a pattern of botocore's says of every text that fits: which letters are in it, and with what it begins.
//!
//! Both are read off the pattern without running it. What is not understood says nothing.

use std::iter::Peekable;
use std::str::Chars;

/// A set of ASCII characters, a bit each. The bit of NUL, which no definition holds, stands for all other characters.
pub(crate) type Letters = u128;

/// All of them.
const ALL: Letters = u128::MAX;
/// The least that makes a set worth having: all that can be typed, and what is not ASCII.
const TYPED: Letters = ALL << 32 & !(1 << 127) | 1;

/// What is known of the texts that a pattern fits.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    /// The letters that they are made of, unless that is any.
    pub(crate) letters: Option<Letters>,
    /// What all of them begin with.
    pub(crate) start: String,
}

/// What a pattern says.
pub(crate) fn texts(pattern: &str) -> Texts {
    let letters = letters(pattern);
    let start = if letters.is_some() { start(pattern) } else { String::new() };
    Texts { letters: letters.filter(|letters| letters & TYPED != TYPED), start }
}

/// The letters that a pattern names anywhere, which are at least those of each text that fits.
fn letters(pattern: &str) -> Option<Letters> {
    let mut rest = pattern.chars().peekable();
    let mut set = 0;
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => set |= escaped(&mut rest)?,
            '[' => set |= class(&mut rest)?,
            '(' if rest.peek() == Some(&'?') => group(&mut rest)?,
            '{' if rest.peek().is_some_and(char::is_ascii_digit) => while rest.next()? != '}' {},
            '.' => set = ALL,
            '(' | ')' | '|' | '^' | '$' | '*' | '+' | '?' => {}
            other => set |= bit(other),
        }
    }
    Some(set)
}

/// After `(`: what looks ahead consumes nothing, and is left out.
fn group(rest: &mut Peekable<Chars<'_>>) -> Option<()> {
    rest.next();
    match rest.next()? {
        ':' => Some(()),
        's' => (rest.next()? == ')').then_some(()),
        '=' | '!' => {
            let mut depth = 1;
            while depth > 0 {
                match rest.next()? {
                    '\\' => _ = rest.next()?,
                    '[' => _ = class(rest)?,
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
            }
            Some(())
        }
        _ => None,
    }
}

/// After `\`.
fn escaped(rest: &mut Peekable<Chars<'_>>) -> Option<Letters> {
    let digits = || ('0'..='9').fold(0, |set, letter| set | bit(letter));
    let space = || [' ', '\t', '\n', '\r', '\x0b', '\x0c'].into_iter().fold(0, |set, it| set | bit(it));
    let word = || (0..128).map(char::from).filter(|it| it.is_ascii_alphanumeric() || *it == '_');
    Some(match rest.next()? {
        'd' => digits(),
        'w' => word().fold(0, |set, letter| set | bit(letter)),
        's' => space(),
        'S' => !space(),
        'D' | 'W' | 'p' | 'P' => {
            if rest.peek() == Some(&'{') {
                while rest.next()? != '}' {}
            }
            ALL
        }
        'n' => bit('\n'),
        'r' => bit('\r'),
        't' => bit('\t'),
        'x' => code(rest, 2)?,
        'u' => code(rest, 4)?,
        letter if !letter.is_alphanumeric() => bit(letter),
        _ => return None,
    })
}

/// A character by its number, of so many digits.
fn code(rest: &mut Peekable<Chars<'_>>, digits: usize) -> Option<Letters> {
    let mut number = 0;
    for _ in 0..digits {
        number = 16 * number + rest.next()?.to_digit(16)?;
    }
    Some(number.try_into().map_or(1, bit))
}

/// After `[`.
fn class(rest: &mut Peekable<Chars<'_>>) -> Option<Letters> {
    let negated = rest.next_if_eq(&'^').is_some();
    let (mut set, mut last) = (0, None::<u32>);
    loop {
        let letter = rest.next()?;
        let this: Letters = match letter {
            ']' => break,
            '[' | '&' if rest.peek() == Some(&'&') || letter == '[' => return None,
            '\\' => escaped(rest)?,
            '-' if last.is_some() && rest.peek().is_some_and(|&next| next != ']') => {
                let end = match rest.next()? {
                    '\\' => escaped(rest)?,
                    '[' => return None,
                    other => bit(other),
                };
                let low = last?;
                if end.count_ones() != 1 {
                    return None;
                }
                // What ends beyond ASCII holds all after its start.
                let high = if end == 1 { 127 } else { end.trailing_zeros() };
                let range = (low..=high).fold(0, |set: Letters, at| set | 1 << at);
                set |= range | (end & 1);
                last = None;
                continue;
            }
            other => bit(other),
        };
        set |= this;
        last = (this.count_ones() == 1).then(|| this.trailing_zeros());
    }
    // Of what is not ASCII a class has some or other.
    Some(if negated { !set | 1 } else { set })
}

fn bit(letter: char) -> Letters {
    if letter.is_ascii() && letter != '\0' { 1 << u32::from(letter) } else { 1 }
}

/// The letters that a pattern begins with.
fn start(pattern: &str) -> String {
    let mut start = String::new();
    if pattern.contains('|') || pattern.contains("(?") {
        return start;
    }
    let mut rest = pattern.trim_start_matches('^').chars();
    loop {
        match rest.next() {
            Some('\\') => match rest.next() {
                Some(letter) if letter.is_ascii_punctuation() => start.push(letter),
                _ => break,
            },
            Some('*' | '?' | '{') => {
                start.pop();
                break;
            }
            Some(letter) if letter.is_ascii() && !"[(.^$+)".contains(letter) => start.push(letter),
            _ => break,
        }
    }
    // Many of AWS's own patterns forget the other partitions.
    if start.starts_with("arn:") { "arn:".into() } else { start }
}

#[cfg(test)]
mod tests {
    use super::texts;

    /// Whether all of the text's letters are some of the pattern's.
    fn fits(pattern: &str, text: &str) -> bool {
        let set = texts(pattern).letters.unwrap_or(u128::MAX);
        text.chars().all(|letter| set & super::bit(letter) != 0)
    }

    #[test]
    fn letters() {
        assert!(fits("[a-zA-Z0-9_-]+", "a_B-9") && !fits("[a-zA-Z0-9_-]+", "a b"));
        assert!(fits("^\\d{12}$", "1234") && !fits("\\d{12}", "x"));
        assert!(fits("[^:*]*", "aä") && !fits("[^:*]*", "a:"));
        assert!(fits("[\\u0020-\\uD7FF]*", "aä") && !fits("[a-z]", "ä"));
        assert!(fits("(?!aws:)[a-z]+", "a") && !fits("(?!aws:)[a-z]+", "a:"));
        assert!(!fits("s3://[a-z]+(/x)?", "S3://a") && fits("s3://[a-z]+(/x)?", "s3://a/x"));
        for any in
            ["[\\s\\S]*", ".*", "\\P{C}*", "[a-z&&[^b]]", "(?i)a", "\\p{L}+", "[\\p{L}\\p{Z}]*", "[", "\\"]
        {
            assert!(texts(any).letters.is_none(), "{any}");
        }
    }

    #[test]
    fn starts() {
        for (pattern, start) in [
            ("arn:aws:iam::.*", "arn:"),
            ("^https://[a-z]+", "https://"),
            ("s3:\\/\\/[a-z]+", "s3://"),
            ("ab*[c]", "a"),
            ("a|b", ""),
            ("[a-z]b", ""),
        ] {
            assert_eq!(texts(pattern).start, start, "{pattern}");
        }
        // What holds anything has a start that is worth nothing to us only if it is not understood.
        assert_eq!(texts("arn:.*").start, "arn:");
    }
}
