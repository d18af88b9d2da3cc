//! Closing brackets that stand further left than what they close: YAML 1.2 forbids it, but most readers take it, and
//! CloudFormation's own samples have it.

/// A text in which a bracket at that byte stands in the line before it, with every byte else where it was. None if there
/// is no such bracket, or no line before it.
pub(crate) fn pulled_up(text: &str, at: usize) -> Option<String> {
    text.get(at..)?.starts_with([']', '}']).then_some(())?;
    let before = text.get(..at)?;
    let end = before.trim_end_matches([' ', '\t']).len();
    let line = before.get(..end)?.strip_suffix('\n')?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    let start = line.rfind('\n').map_or(0, |newline| newline + 1);
    let comment = start + comment(line.get(start..)?);
    // The bytes of blanks, one by one: what counts is how many there are.
    let blanks = " ".repeat(end - comment);
    Some([text.get(..comment)?, &blanks, text.get(end..)?].concat())
}

/// Where the comment of a line starts, or the line ends.
fn comment(line: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, character) in line.char_indices() {
        match quote {
            None if character == '#' && before.is_whitespace() => return at,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            Some(open) if open == character => quote = None,
            _ => {}
        }
        before = character;
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::pulled_up;

    #[test]
    fn a_bracket_moves_up_and_nothing_else_does() {
        let up = |text: &str| pulled_up(text, text.rfind(']').unwrap());
        assert_eq!(up("a: [\r\n  b # c\r\n ]").as_deref(), Some("a: [\r\n  b       ]"));
        assert_eq!(up("a: [\n  ' # b'\n]").as_deref(), Some("a: [\n  ' # b' ]"));
        assert_eq!(up("a: [ b\n\n]").as_deref(), Some("a: [ b\n ]"));
        assert_eq!(up("# ä\n]").as_deref(), Some("     ]"));
        assert_eq!(up("]"), None);
        assert_eq!(up("[ a ]"), None);
        assert_eq!(pulled_up("a\nb", 2), None);
    }
}
