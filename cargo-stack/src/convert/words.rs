//! Words as Rust's lexer takes them: names, string literals, service integrations.

use stack_core::finding::{is_command, is_unprintable};

/// The name of a type for a file or a resource: `my-orders.asl.json` is `MyOrders`.
pub(super) fn type_name(file: &str) -> String {
    let stem = file.split('.').next().unwrap_or_default();
    let mut name = String::new();
    for word in stem.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut characters = word.chars();
        name.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(characters.as_str());
    }
    match name.as_bytes().first() {
        Some(b'A'..=b'Z') if name != "Self" => name,
        _ => format!("Machine{name}"),
    }
}

/// A word that needs no quotes where a name stands.
pub(super) fn is_bare(word: &str) -> bool {
    let is_word = word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_word && !matches!(word, "_" | "self" | "Self" | "super" | "crate" | "true" | "false" | "null")
}

/// A name, in quotes if it needs them.
pub(super) fn name(text: &str) -> String {
    if is_bare(text) { text.into() } else { literal(text) }
}

/// The name of an error, whose words may have dots between them.
pub(super) fn error_name(text: &str) -> String {
    if text.split('.').all(is_bare) { text.into() } else { literal(text) }
}

/// The service integration of an ARN, as it is written in a `state_machine!`.
pub(super) fn integration(arn: &str) -> Option<&str> {
    let rest = arn
        .strip_prefix("arn:aws:states:::")
        .or_else(|| arn.strip_prefix("arn:${AWS::Partition}:states:::"))?;
    let (name, version) = rest.strip_suffix(":2").map_or((rest, ""), |name| (name, ":2"));
    let is_plain = |part: &str| part.split(['.', '-']).all(is_bare);
    let known = name.contains(':') && name.split(':').all(is_plain);
    (known && (version.is_empty() || name.ends_with(".sync"))).then_some(rest)
}

/// A string literal: raw where that saves escapes.
pub(super) fn literal(text: &str) -> String {
    if text.contains(['"', '\\']) && text.chars().all(|c| c == '\n' || !needs_escape(c)) && !has_command(text)
    {
        let runs =
            text.split('"').skip(1).map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count() + 1);
        let hashes = "#".repeat(runs.max().unwrap_or(0));
        // More than 255 are no literal of Rust.
        if hashes.len() < 256 {
            return format!("r{hashes}\"{text}\"{hashes}");
        }
    }
    let mut literal = String::from("\"");
    for (at, character) in text.char_indices() {
        match character {
            '#' if text.get(at..).is_some_and(is_command) => literal.push_str("\\u{23}"),
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            special if needs_escape(special) => literal.push_str(&format!("\\u{{{:x}}}", u32::from(special))),
            plain => literal.push(plain),
        }
    }
    literal.push('"');
    literal
}

/// Whether a line of the text would be a command to a CI system that prints it.
pub(super) fn has_command(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("::"))
        || text.match_indices("##").any(|(at, _)| text.get(at..).is_some_and(is_command))
}

/// Whether the character is invisible, or one that changes the direction of text, which rustc refuses.
pub(super) fn needs_escape(character: char) -> bool {
    is_unprintable(character)
}

#[cfg(test)]
mod tests {
    use super::{error_name, integration, literal, name, type_name};

    #[test]
    fn files_and_resources_become_types() {
        for (file, expected) in [
            ("my-orders.asl.json", "MyOrders"),
            ("buying_process.yaml", "BuyingProcess"),
            ("0c05.json", "Machine0c05"),
            ("self.json", "MachineSelf"),
            ("Order2", "Order2"),
            (".json", "Machine"),
        ] {
            assert_eq!(type_name(file), expected);
        }
    }

    #[test]
    fn names_are_quoted_where_rust_has_no_such_word() {
        assert_eq!((name("bill"), name("match"), name("r2")), ("bill".into(), "match".into(), "r2".into()));
        for text in ["true", "Self", "don't", "a b", "ä", "1st", "a.b", ""] {
            assert!(name(text).starts_with('"'), "{text}");
        }
        assert_eq!(error_name("States.ALL"), "States.ALL");
        assert_eq!(error_name("States.Http.StatusCode.404"), "\"States.Http.StatusCode.404\"");
    }

    #[test]
    fn integrations_are_told_from_other_arns() {
        for name in [
            "lambda:invoke",
            "aws-sdk:s3:getObject",
            "states:startExecution.sync:2",
            "sqs:sendMessage.waitForTaskToken",
        ] {
            assert_eq!(integration(&format!("arn:aws:states:::{name}")), Some(name));
        }
        for arn in [
            "arn:aws:states:::lambda",
            "arn:aws:states:::a:b:2",
            "arn:aws-cn:states:::lambda:invoke",
            "arn:aws:states:::${x}:y",
        ] {
            assert_eq!(integration(arn), None, "{arn}");
        }
        assert_eq!(integration("arn:${AWS::Partition}:states:::lambda:invoke"), Some("lambda:invoke"));
    }

    #[test]
    fn literals_are_raw_where_that_saves_escapes() {
        assert_eq!(literal("plain ä\n"), "\"plain ä\\n\"");
        assert_eq!(literal("a\\b"), "r\"a\\b\"");
        assert_eq!(literal("say \"#hi\""), "r##\"say \"#hi\"\"##");
        assert_eq!(literal("\"\r\u{202e}\u{1}"), "\"\\\"\\r\\u{202e}\\u{1}\"");
    }
}
