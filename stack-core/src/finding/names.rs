//! Lists of names in messages.

use super::printable::shortened;

/// So many names are listed before the rest is only counted.
const MAX_LISTED: usize = 10;

/// Names in backticks, separated by commas; of a long list the first ones.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names = names.into_iter();
    list(&mut || names.next())
}

fn list<'n>(next: &mut dyn FnMut() -> Option<&'n str>) -> String {
    let mut text = String::new();
    let (mut listed, mut more) = (0, 0);
    while let Some(name) = next() {
        if listed == MAX_LISTED {
            more += 1;
            continue;
        }
        text.push_str(if listed == 0 { "`" } else { ", `" });
        text.push_str(&shortened(name));
        text.push('`');
        listed += 1;
    }
    if more > 0 {
        text.push_str(&format!(" and {more} more"));
    }
    text
}
