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
        .filter_map(|name| Some((distance(&word, &fold(name), limit)?, name)))
        .min_by_key(|&(edits, _)| edits)
        .map(|(_, name)| name)
}

fn fold(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).collect()
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
