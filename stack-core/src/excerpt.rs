//! Places in a JSON text, for people: line and column, and the line itself with carets below.

use crate::read::token;
use crate::site::Site;

/// The longest piece of a line that an excerpt shows, in characters.
const WIDTH: usize = 100;

/// The line and the column of a place, both from 1. Columns are characters, not bytes.
pub fn line_col(text: &str, site: Site) -> (usize, usize) {
    let (start, at) = line_start(text, site);
    let before = text.get(..start).unwrap_or_default();
    let column = text.get(start..at).unwrap_or_default().chars().count();
    (before.matches('\n').count() + 1, column + 1)
}

/// The line of a place, and below it carets under the token that stands there.
///
/// Tabs become single blanks; of a long line only some 100 characters around the token are shown.
pub fn excerpt(text: &str, site: Site) -> String {
    let (start, at) = line_start(text, site);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let column = text.get(start..at).unwrap_or_default().chars().count();
    let length = token(text, at).chars().count().max(1);

    let skipped = if line.chars().count() <= WIDTH { 0 } else { column.saturating_sub(WIDTH / 3) };
    let left = if skipped > 0 { "..." } else { "" };
    let shown: String =
        line.chars().skip(skipped).take(WIDTH).map(|c| if c == '\t' { ' ' } else { c }).collect();
    let right = if line.chars().count() > skipped + WIDTH { "..." } else { "" };
    let indent = left.len() + column - skipped;
    let carets = length.min((WIDTH + skipped).saturating_sub(column)).max(1);
    format!("{left}{shown}{right}\n{}{}", " ".repeat(indent), "^".repeat(carets))
}

/// The offsets of the line's start and of the place, both on character boundaries of the text.
fn line_start(text: &str, site: Site) -> (usize, usize) {
    let mut at = usize::try_from(site.0).unwrap_or(usize::MAX).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    // The mark at the very start of a text has no width.
    let mark = if start == 0 && text.starts_with('\u{feff}') { 3 } else { 0 };
    (start.max(mark), at.max(mark))
}

#[cfg(test)]
mod tests {
    use super::{excerpt, line_col};
    use crate::site::Site;

    fn at(text: &str, what: &str) -> Site {
        Site(text.find(what).unwrap().try_into().unwrap())
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "{\r\n\t\"ä\": \"ö\",\n  \"x\": 1 }";
        assert_eq!(line_col(text, Site(0)), (1, 1));
        assert_eq!(line_col(text, at(text, "\"ö")), (2, 7));
        assert_eq!(line_col(text, at(text, "1 ")), (3, 8));
        assert_eq!(line_col(text, Site::NONE), (3, 11));
        assert_eq!(line_col("\u{feff}{", Site(3)), (1, 1));
        assert_eq!(line_col("", Site(5)), (1, 1));
    }

    #[test]
    fn carets_stand_under_the_whole_token() {
        let text = "{\n\t\"Next\": \"bä\\\"l\", \"End\": true, \"a\": [@12]\n}";
        assert_eq!(
            excerpt(text, at(text, "\"b")),
            " \"Next\": \"bä\\\"l\", \"End\": true, \"a\": [@12]\n         ^^^^^^^"
        );
        assert!(excerpt(text, at(text, "true")).ends_with("\n                         ^^^^"));
        assert!(excerpt(text, at(text, "[")).ends_with(" ^"));
        assert!(excerpt(text, at(text, "@12")).ends_with(" ^^^"));
        assert_eq!(excerpt("{ \"open", Site(2)), "{ \"open\n  ^^^^^");
        assert_eq!(excerpt("", Site(0)), "\n^");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_token_is_shown() {
        let text = format!("[{} \"here\", {}]", "1, ".repeat(100), "2, ".repeat(100));
        let shown = excerpt(&text, at(&text, "\"here"));
        let (line, carets) = shown.split_once('\n').unwrap();
        assert!(line.starts_with("...") && line.ends_with("...") && line.len() <= 110, "{line}");
        assert_eq!(line.find("\"here\""), carets.find("^^^^^^"));
    }
}
