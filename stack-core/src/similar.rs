//! "Did you mean": the nearest of the known names.

/// The known name nearest to `word`, if one is near enough to be what was meant.
///
/// Letter case is free, and one edit (a letter too many, missing, changed, or two swapped)
/// is allowed for every three letters, at least one; in a single letter, none. If no name is as near, one that is meant
/// may be cut short: `TaskDef` of `TaskDefinition`.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    nearest_of(word, &mut known.into_iter())
}

/// It is called in dozens of places with an iterator of its own each, and compiled once.
fn nearest_of<'k>(word: &str, known: &mut dyn Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = fold(word);
    let limit = (word.len() / 3).max(usize::from(word.len() > 1));
    let (mut best, mut begun, mut is_one) = (None::<(usize, &str)>, None, true);
    for name in known {
        // A letter takes four bytes at most.
        let is_alike = name.len() <= 4 * (word.len() + limit) && word.len() <= name.len() + limit;
        if let Some(edits) =
            Some(name).filter(|_| is_alike).and_then(|name| distance(&word, &fold(name), limit))
            && best.is_none_or(|(least, _)| edits < least)
        {
            best = Some((edits, name));
        }
        if word.len() >= START && starts(name, &word) {
            is_one = begun.replace(name).is_none();
        }
    }
    best.map(|(_, name)| name).or(begun.filter(|_| is_one))
}

/// So many letters of a name are enough to be its start.
const START: usize = 4;

fn starts(name: &str, word: &[char]) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    word.iter().all(|&letter| letters.next() == Some(letter))
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

    #[test]
    fn a_name_that_is_cut_short_is_found_if_it_is_the_only_one() {
        let parameters = ["TaskDefinition", "Cluster", "Group", "ClusterArn"];
        assert_eq!(nearest("TaskDef", parameters), Some("TaskDefinition"));
        assert_eq!(nearest("taskdef", parameters), Some("TaskDefinition"));
        assert_eq!(nearest("Clus", parameters), None);
        assert_eq!(nearest("Tas", parameters), None);
    }
}
