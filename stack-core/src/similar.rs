//! "Did you mean": the nearest of the known names.

/// The known name nearest to `word`, if one is near enough to be what was meant.
///
/// Letter case is free, and one edit (a letter too many, missing, changed, or two swapped)
/// is allowed for every three letters, at least one; in a single letter, none.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = fold(word);
    let limit = (word.len() / 3).max(usize::from(word.len() > 1));
    known
        .into_iter()
        // A letter takes four bytes at most.
        .filter(|name| name.len() <= 4 * (word.len() + limit) && word.len() <= name.len() + limit)
        .map(|name| (distance(&word, &fold(name)), name))
        .filter(|&(edits, _)| edits <= limit)
        .min_by_key(|&(edits, _)| edits)
        .map(|(_, name)| name)
}

fn fold(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// Edits between two words, a swap of neighbours counting as one (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let mut edits = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                edits = edits.min(before[j - 1] + 1);
            }
            row.push(edits);
        }
        before = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
}
