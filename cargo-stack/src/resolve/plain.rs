//! Strings of YAML: without quotes where that is safe.

use crate::written::INDICATORS;
use stack_core::finding::Findings;
use stack_core::json::write::string;

/// A string as a value or key of YAML. `old` is what stands there without quotes now; characters that have a meaning in
/// some places have none in that one, if it has them.
pub(super) fn yaml_string(text: &str, old: &str) -> String {
    let is_usual = |c: char| match c {
        ',' | '[' | ']' | '{' | '}' => old.contains(c),
        _ => !c.is_control(),
    };
    let is_plain = !text.starts_with(INDICATORS)
        && !text.starts_with(['-', '?', ':', ' '])
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(is_usual)
        && is_itself(text);
    if is_plain {
        return text.to_owned();
    }
    let mut quoted = String::new();
    string(text, &mut quoted);
    quoted
}

/// Whether YAML reads the text as that string, and not as a number or a word, in any of its versions.
fn is_itself(text: &str) -> bool {
    let out = Findings::new();
    let (node, _) = stack_yaml::read(text, &|_| Err(""), &out);
    out.finish().is_empty() && node.as_str() == Some(text) && stack_yaml::old_boolean(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::yaml_string;

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for plain in ["bill", "States.ALL", "$.a", "a b", "it's", "x.$"] {
            assert_eq!(yaml_string(plain, ""), plain);
        }
        for quoted in
            ["true", "1.0", "", "- a", "a: b", "a #b", "a,b", "{% $x %}", "a\nb", "~", "a:", "yes", "Off"]
        {
            assert!(yaml_string(quoted, "").starts_with('"'), "{quoted}");
        }
        assert_eq!(yaml_string("$.a[1]", "$.b[1]"), "$.a[1]");
    }
}
