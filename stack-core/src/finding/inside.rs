//! A fault inside a string, for people: the string, and carets under what is wrong in it.

use super::excerpt::marked;

/// The longest piece of a string that is shown, in characters.
const WIDTH: usize = 72;

/// The string in backticks, and below it carets under `length` bytes from `offset` on.
///
/// Control characters become blanks; of a long string only the part around the place is shown.
pub(crate) fn quote(text: &str, offset: usize, length: usize) -> String {
    marked(["in `", "`"], text, offset..offset.saturating_add(length), WIDTH)
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn carets_stand_under_the_place() {
        assert_eq!(quote("$.a[0", 3, 1), "in `$.a[0`\n       ^");
        assert_eq!(quote("'ä\n', x", 6, 1), "in `'ä ', x`\n         ^");
        assert_eq!(quote("$.", 2, 1), "in `$.`\n      ^");
        assert_eq!(quote("States.Foo()", 0, 10), "in `States.Foo()`\n    ^^^^^^^^^^");
        assert_eq!(quote("", 7, 9), "in ``\n    ^");
    }

    #[test]
    fn of_a_long_string_the_part_around_the_place_is_shown() {
        let text = format!("{}here{}", "a".repeat(200), "b".repeat(200));
        let shown = quote(&text, 200, 4);
        let (line, carets) = shown.split_once('\n').unwrap();
        assert!(line.starts_with("in `...a") && line.ends_with("b...`"), "{line}");
        assert_eq!(line.find("here"), carets.find("^^^^"));
        let shown = quote(&text, 403, 1);
        assert!(shown.lines().next().unwrap().ends_with("b`"));
        assert!(quote(&text, 2, 300).lines().nth(1).unwrap().len() < 90);
    }
}
