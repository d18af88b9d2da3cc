//! The tokens of a Rust file with their lines, without comments and without what only tests compile.

/// A word, a literal, `::` or one character of punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// As it is written; a raw identifier without its `r#`, a literal as `"`.
    pub(crate) text: String,
    /// From 1.
    pub(crate) line: usize,
}

impl Token {
    /// Whether it is an identifier or a keyword.
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }
}

/// All tokens of a file. Lifetimes are left out: nothing here asks for them.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let (length, token) = match first {
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
            _ if rest.starts_with("/*") => (block_comment(rest), None),
            _ if rest.starts_with("::") => (2, Some("::")),
            '"' => (1 + string(&rest[1..]), Some("\"")),
            '\'' => match character(rest) {
                Some(length) => (length, Some("\"")),
                None => (1 + word(&rest[1..]), None),
            },
            _ if first.is_alphabetic() || first == '_' => {
                let length = word(rest);
                let (prefix, after) = rest.split_at(length);
                let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
                match prefix {
                    "r" | "br" | "cr" if after[hashes..].starts_with('"') => {
                        let end = format!("\"{}", "#".repeat(hashes));
                        let body = &after[hashes + 1..];
                        let length = length + hashes + 1 + body.find(&end).unwrap_or(body.len()) + end.len();
                        (length, Some("\""))
                    }
                    "b" | "c" if after.starts_with('"') => (length + 1 + string(&after[1..]), Some("\"")),
                    "b" if after.starts_with('\'') => {
                        (length + character(after).unwrap_or_default(), Some("\""))
                    }
                    "r" if hashes == 1 => (2 + word(&after[1..]), Some(&after[1..][..word(&after[1..])])),
                    _ => (length, Some(prefix)),
                }
            }
            // Letters, too: `0x1f_u32`. A range after a number stays punctuation.
            _ if first.is_ascii_digit() => (word(rest), Some("\"")),
            _ if first.is_whitespace() => (first.len_utf8(), None),
            _ => (first.len_utf8(), Some(&rest[..first.len_utf8()])),
        };
        found.extend(token.map(|text| Token { text: text.to_owned(), line }));
        let (passed, after) = rest.split_at(length.min(rest.len()));
        line += passed.matches('\n').count();
        rest = after;
    }
    found
}

/// The length of the letters, digits and underscores that a text begins with.
fn word(text: &str) -> usize {
    text.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(text.len())
}

/// The length of a string after its opening quote, with the closing one.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character with its quotes; none if the quote begins a lifetime.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return escape[first..].find('\'').map(|end| 2 + first + end + 1);
    }
    let length = body.chars().next()?.len_utf8();
    body[length..].starts_with('\'').then_some(length + 2)
}

/// The length of a block comment, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    loop {
        let Some(next) = text[at..].find(['/', '*']) else { return text.len() };
        at += next;
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
}

/// The index after the group that opens at `open`, or after all tokens.
pub(crate) fn after_group(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// What is compiled outside of tests, and the names of the modules in files of their own that are not.
pub(crate) fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let begins = |words: &[&str]| {
            tokens
                .get(at..at + words.len())
                .is_some_and(|found| found.iter().zip(words).all(|(a, b)| a.text == *b))
        };
        if begins(&["#", "!", "[", "cfg", "(", "test", ")", "]"]) {
            return (Vec::new(), modules);
        }
        if begins(&["#", "[", "cfg", "(", "test", ")", "]"]) {
            let item = at + 7;
            at = after_item(tokens, item);
            let item = &tokens[item..at];
            if let Some(name) = item.iter().position(|token| token.text == "mod")
                && item.last().is_some_and(|last| last.text == ";")
            {
                modules.extend(item.get(name + 1).map(|token| token.text.clone()));
            }
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    (kept, modules)
}

/// The index after an item, a field or a statement, whose attributes may begin at `at`.
fn after_item(tokens: &[Token], mut at: usize) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    while text(at) == "#" {
        at = after_group(tokens, at + 1);
    }
    // A group ends an item that has a body; elsewhere it is a part of what ends with `;` or `,`.
    let (mut body, mut commas) = (true, false);
    while at < tokens.len() {
        match text(at) {
            "use" | "static" | "type" | "let" => body = false,
            "const" => body = text(at + 1) == "fn",
            "fn" | "struct" | "enum" | "impl" | "trait" | "mod" => commas = true,
            ";" => return at + 1,
            "," if !commas => return at + 1,
            ")" | "]" | "}" => return at,
            "{" if body => return after_group(tokens, at),
            "(" | "[" | "{" => {
                at = after_group(tokens, at);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{tokens, without_tests};

    fn texts(source: &str) -> String {
        let (kept, _) = without_tests(&tokens(source));
        kept.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_strings_and_lifetimes_hide_no_paths() {
        assert_eq!(texts("a // b::c\n/* d /* e */ f */ g::h"), "a g :: h");
        assert_eq!(
            texts(r##"x("a::b \" c", r#"d" e"#, b"f", b'\'', '"', '\u{1f}', r#type)"##),
            r#"x ( " , " , " , " , " , " , type )"#
        );
        assert_eq!(
            texts("fn f<'a>(x: &'a str) -> char { 'a' }"),
            "fn f < > ( x : & str ) -> char { \" }".replace("->", "- >")
        );
        assert_eq!(tokens("a\n\"b\n\"\nc").iter().map(|token| token.line).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn what_only_tests_compile_is_left_out() {
        assert_eq!(texts("#[cfg(test)] mod tests { fn a() {} } b"), "b");
        assert_eq!(texts("#[cfg(test)] use a::{b, c}; d"), "d");
        assert_eq!(texts("#[cfg(test)] const A: [u8; 2] = [1, 2]; d"), "d");
        assert_eq!(texts("#[cfg(test)] #[inline] const fn a<T, U>(b: T, d: U) -> F { g } h"), "h");
        assert_eq!(texts("struct A { #[cfg(test)] b: (C, D), e: F }"), "struct A { e : F }");
        assert_eq!(texts("struct A { #[cfg(test)] b: C }"), "struct A { }");
        assert_eq!(texts("#[cfg(feature = \"x\")] use a;"), "# [ cfg ( feature = \" ) ] use a ;");
        assert_eq!(texts("#![cfg(test)] use a;"), "");
        let (kept, modules) = without_tests(&tokens("#[cfg(test)]\npub(crate) mod testing; mod b;"));
        assert_eq!((kept.len(), modules), (3, vec!["testing".to_owned()]));
    }
}
