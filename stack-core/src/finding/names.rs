//! Lists of names in messages.

use super::printable::shortened;

/// So many names are listed before the rest is only counted.
const MAX_LISTED: usize = 10;

/// Names in backticks, separated by commas; of a long list the first ones.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    list(&mut names.into_iter())
}

fn list(names: &mut dyn Iterator<Item = &str>) -> String {
    let mut text = String::new();
    let mut more = 0;
    for (i, name) in names.enumerate() {
        if i >= MAX_LISTED {
            more += 1;
            continue;
        }
        text.push_str(if i == 0 { "`" } else { ", `" });
        text.push_str(&shortened(name));
        text.push('`');
    }
    if more > 0 {
        text.push_str(&format!(" and {more} more"));
    }
    text
}
