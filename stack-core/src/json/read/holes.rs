//! What a text leaves open, as a table beside it: the text itself is JSON.

use super::{Fault, Reader, site};
use crate::json::Json;

/// The holes of a text, in the order of the text: the byte of each, and what the value has there.
///
/// - At a value, `null` stands in the text.
/// - At a key, `""` stands in the text, and the table has [`Json::Broken`]: neither the names nor the number of these
///   members are known ([`Member::unread`](crate::json::Member::unread)). The value behind the key counts for nothing.
///
/// A byte where neither stands is a fault of the text.
pub type Holes<'r, 'a> = &'r [(u32, Json<'a>)];

impl<'a> Reader<'a, '_> {
    /// What the `null` at the cursor is.
    pub(super) fn null(&mut self) -> Json<'a> {
        self.hole(self.at).unwrap_or(Json::Null)
    }

    /// Whether the member whose key is empty, and was written at `start`, is not known.
    #[cold]
    pub(super) fn is_unread(&mut self, start: usize) -> bool {
        // What a string with a fault says is not known, so neither is what its value is for.
        match self.hole(start) {
            Some(Json::Broken) => true,
            Some(_) => {
                self.misplace(site(start).0);
                false
            }
            None => !self.faults.is_empty(),
        }
    }

    /// The hole at that byte, which is passed with those before it.
    fn hole(&mut self, at: usize) -> Option<Json<'a>> {
        let at = site(at).0;
        loop {
            let (first, rest) = self.holes.split_first()?;
            if first.0 > at {
                return None;
            }
            self.holes = rest;
            if first.0 == at {
                return Some(first.1.clone());
            }
            self.misplace(first.0);
        }
    }

    fn misplace(&mut self, at: u32) {
        self.misplaced.get_or_insert(at);
    }

    /// Reports the first hole for which nothing stands in the text, unless something else is wrong with the text:
    /// then what stands for the hole may not have been read.
    pub(super) fn require_all_holes(&mut self) {
        let misplaced = self.misplaced.or(self.holes.first().map(|hole| hole.0));
        if let Some(at) = misplaced.filter(|_| self.faults.is_empty()) {
            let message = format!("nothing that a hole can fill stands at byte {at}");
            self.faults.push(Fault::syntax(site(self.char_boundary(at)), message, ""));
        }
    }

    /// The start of the character that the byte is in.
    fn char_boundary(&self, at: u32) -> usize {
        let mut at = usize::try_from(at).map_or(self.text.len(), |at| at.min(self.text.len()));
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::Holes;
    use crate::json::read::read;
    use crate::json::{Hole, Json, Node, Site};

    const REFERENCE: Json<'static> = Json::Hole(Hole::Reference(7));

    /// What is wrong with the text or its table.
    fn faults(text: &str, holes: Holes<'_, '_>) -> Vec<(u32, String)> {
        read(text, holes).1.into_iter().map(|fault| (fault.site.0, fault.message)).collect()
    }

    fn misplaced(at: u32) -> Vec<(u32, String)> {
        vec![(at, format!("nothing that a hole can fill stands at byte {at}"))]
    }

    #[test]
    fn a_value_is_filled_where_the_table_says_and_other_nulls_stay() {
        let (node, faults) =
            read("[null, null, {\"\": null}]", &[(7, REFERENCE), (18, Json::String("x".into()))]);
        assert!(faults.is_empty());
        let items = node.as_array().unwrap();
        assert_eq!((&items[0].json, &items[1].json), (&Json::Null, &REFERENCE));
        assert_eq!(items[1].site, Site(7));
        assert_eq!(items[2].get(""), Some(&Node::from("x")));
        assert_eq!(read("null", &[(0, REFERENCE)]).0.json, REFERENCE);
        assert_eq!(read("\u{feff}null", &[(3, REFERENCE)]).0.json, REFERENCE);
    }

    #[test]
    fn members_are_not_known_where_the_table_says() {
        let (node, faults) = read(r#"{"": 0, "a": 1, "": [null]}"#, &[(1, Json::Broken)]);
        assert!(faults.is_empty() && node.is_partial());
        let unread: Vec<_> = node.as_object().unwrap().iter().map(|member| member.is_unread()).collect();
        assert_eq!(unread, [true, false, false]);
        // What stands behind the key is read, for its faults, and its holes are passed.
        let holes = [(1, Json::Broken), (6, REFERENCE), (18, REFERENCE)];
        let (node, faults) = read(r#"{"": [null], "b": null}"#, &[holes[0].clone(), holes[1].clone()]);
        assert!(faults.is_empty() && node.get("b").is_some_and(|node| node.json == Json::Null));
        let (node, faults) = read(r#"{"": [null], "b": null}"#, &holes);
        assert!(faults.is_empty() && node.get("b").is_some_and(|node| node.json == REFERENCE));
    }

    #[test]
    fn keys_have_no_holes() {
        assert_eq!(faults(r#"{"a": 1}"#, &[(1, REFERENCE)]), misplaced(1));
        assert_eq!(faults(r#"{"a": 1}"#, &[(1, Json::Broken)]), misplaced(1));
        assert_eq!(faults(r#"{"": 1}"#, &[(1, REFERENCE)]), misplaced(1));
        assert_eq!(faults(r#"{"null": null}"#, &[(1, REFERENCE), (9, REFERENCE)]), misplaced(1));
    }

    #[test]
    fn a_hole_where_nothing_stands_for_it_is_a_fault() {
        let text = "[null, 1, \"ä null\"]";
        for at in [1, 7, 10, 14, 16, 19] {
            let expected = if at == 1 { Vec::new() } else { misplaced(at) };
            assert_eq!(faults(text, &[(at, REFERENCE)]), expected, "{at}");
        }
        // Between the bytes of a character, and behind the end: the place is one of the text.
        assert_eq!(faults(text, &[(12, REFERENCE)])[0].0, 11);
        assert_eq!(faults(text, &[(u32::MAX, REFERENCE)])[0].0, 20);
    }

    #[test]
    fn a_table_must_be_in_order_and_without_repetition() {
        assert_eq!(faults("[null, null]", &[(7, REFERENCE), (1, REFERENCE)]), misplaced(1));
        assert_eq!(faults("[null, null]", &[(1, REFERENCE), (1, REFERENCE)]), misplaced(1));
    }

    #[test]
    fn a_fault_of_the_text_hides_what_is_wrong_with_the_table() {
        assert_eq!(faults("[null, }", &[(7, REFERENCE)]).len(), 1);
    }
}
