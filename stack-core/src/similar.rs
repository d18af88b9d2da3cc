//! "Did you mean": the nearest of the known names.

/// A known name that is near to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'k> {
    /// The name.
    pub name: &'k str,
    /// It is the only one that can be meant: others are further away by at least two edits, and what differs is
    /// neither most of the word nor a number.
    pub is_certain: bool,
}

/// The known name nearest to `word`, if one is near enough to be what was meant.
///
/// Letter case is free, and one edit (a letter too many, missing, changed, or two swapped)
/// is allowed for every three letters, at least one; in a single letter, none. If no name is as near, one that is meant
/// may be cut short: `TaskDef` of `TaskDefinition`.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    near(word, known).map(|near| near.name)
}

/// The same, with whether it is certain.
pub fn near<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Near<'k>> {
    let mut known = known.into_iter();
    find(word, &mut || known.next())
}

/// `known` gives one name after the other. It is no `dyn Iterator`, for which rustc would compile all methods of each
/// caller's iterator.
fn find<'k>(word: &str, known: &mut dyn FnMut() -> Option<&'k str>) -> Option<Near<'k>> {
    if word.len() > MAX_WORD_BYTES {
        return None;
    }
    let letters = fold(word);
    let limit = (letters.len() / 3).max(usize::from(letters.len() > 1));
    let (mut best, mut begun, mut is_one) = (None::<(usize, &str)>, None, true);
    // The edits of the second best name; those beyond the limit count here.
    let mut second = usize::MAX;
    while let Some(name) = known() {
        // A letter takes four bytes at most, in ASCII one.
        let most = letters.len() + limit + 1;
        let is_alike = name.len() <= if name.is_ascii() { most } else { 4 * most }
            && letters.len() <= name.len() + limit + 1;
        let edits = if is_alike { distance(&letters, &fold(name), limit + 1) } else { None };
        match (edits, best) {
            (Some(edits), _) if edits > limit => second = second.min(edits),
            (Some(edits), Some((least, nearest))) if edits >= least => {
                // One name may be known twice.
                if name != nearest {
                    second = second.min(edits);
                }
            }
            (Some(edits), before) => {
                second = before.map_or(second, |(edits, _)| second.min(edits));
                best = Some((edits, name));
            }
            (None, _) => {}
        }
        if letters.len() >= START && name.len() <= MAX_WORD_BYTES && starts(name, &letters) {
            is_one = begun.replace(name).is_none();
        }
    }
    match best {
        Some((edits, name)) => {
            let is_short = letters.len() < 3 && edits > 0;
            let is_certain = edits + 1 < second && !is_short && digits(word).eq(digits(name));
            Some(Near { name, is_certain: is_certain || (edits == 0 && second > 0) })
        }
        None => begun.filter(|_| is_one).map(|name| Near { name, is_certain: false }),
    }
}

/// Words that are longer are no names that somebody has misspelt, and to compare two takes the square of the time.
const MAX_WORD_BYTES: usize = 512;

/// So many letters of a name are enough to be its start.
const START: usize = 4;

fn starts(name: &str, word: &[char]) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    word.iter().all(|&letter| letters.next() == Some(letter))
}

fn fold(word: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(word.len());
    for letter in word.chars() {
        letters.extend(letter.to_lowercase());
    }
    letters
}

fn digits(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(char::is_ascii_digit)
}

/// Edits between two words, a swap of neighbours counting as one (optimal string alignment);
/// none if they are more than the limit.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = last.clone();
    for (i, &x) in a.iter().enumerate() {
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let mut edits = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                edits = edits.min(before[j - 1] + 1);
            }
            row[j + 1] = edits;
        }
        // What a row has reached at least, no later one is below.
        if row.iter().min().is_none_or(|&least| least > limit) {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|&edits| edits <= limit)
}

#[cfg(test)]
mod tests {
    use super::{near, nearest};

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let states = ["checkAndHold", "bill", "notify", "succeed"];
        assert_eq!(nearest("bil", states), Some("bill"));
        assert_eq!(nearest("BILL", states), Some("bill"));
        assert_eq!(nearest("notfiy", states), Some("notify"));
        assert_eq!(nearest("refund", states), None);
        assert_eq!(nearest("", states), None);
        assert_eq!(nearest("b", ["a", "c"]), None);
        assert_eq!(nearest("b", ["a", "B"]), Some("B"));
    }

    #[test]
    fn a_name_that_is_cut_short_is_found_if_it_is_the_only_one() {
        let parameters = ["TaskDefinition", "Cluster", "Group", "ClusterArn"];
        assert_eq!(nearest("TaskDef", parameters), Some("TaskDefinition"));
        assert_eq!(nearest("taskdef", parameters), Some("TaskDefinition"));
        assert_eq!(nearest("Clus", parameters), None);
        assert_eq!(nearest("Tas", parameters), None);
    }

    #[test]
    fn a_name_is_certain_if_no_other_one_can_be_meant() {
        let is_certain = |word: &str, known: &[&str]| near(word, known.iter().copied()).unwrap().is_certain;
        assert!(is_certain("bil", &["bill", "notify"]));
        assert!(is_certain("BILL", &["bill", "bills"]));
        assert!(is_certain("bil", &["bill", "bill"]));
        assert!(is_certain(
            "TimestampLessThanEqual",
            &["TimestampLessThanEquals", "TimestampLessThanEqualsPath"]
        ));
        // As near, or nearly as near.
        assert!(!is_certain("setItem", &["getItem", "putItem"]));
        assert!(!is_certain("putItem", &["setItem", "getItem"]));
        assert!(!is_certain("setItem", &["putItem", "getItem"]));
        // Another case of two.
        assert!(!is_certain("BILL", &["bill", "Bill"]));
        // A number, a short word, and one that is cut short.
        assert!(!is_certain("step2", &["step1"]));
        assert!(!is_certain("ab", &["ac"]));
        assert!(!is_certain("TaskDef", &["TaskDefinition"]));
    }
}
