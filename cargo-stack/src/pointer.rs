//! Which node a place is in, as a JSON Pointer.

use stack_core::finding::shortened;
use stack_core::json::{Json, Node, Site};

/// A pointer that is longer is cut: thousands of findings may be below a key of a megabyte.
const MAX_POINTER_BYTES: usize = 2000;

/// The pointers of these sites, which have to be in order: the node that was written there or whose key was,
/// else the innermost one around the place.
pub(crate) fn pointers(root: &Node<'_>, sites: &[Site]) -> Vec<String> {
    let mut search = Search { sites, found: Vec::with_capacity(sites.len()), path: Vec::new() };
    search.node(root);
    search.found.resize(sites.len(), String::new());
    search.found
}

/// A step of a pointer.
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

/// Walks through the tree. What ends before the next site is not gone into.
struct Search<'n> {
    sites: &'n [Site],
    /// The pointers of the first sites; a walk over the tree comes to them in order.
    found: Vec<String>,
    path: Vec<Step<'n>>,
}

impl<'n> Search<'n> {
    fn next(&self) -> Option<Site> {
        self.sites.get(self.found.len()).copied()
    }

    /// Sites before this one are inside the node that the walk is in.
    fn record_sites_before(&mut self, site: Site) {
        while self.next().is_some_and(|next| next < site) {
            self.found.push(text(&self.path));
        }
    }

    /// Sites at this one are the node that the walk is in.
    fn record_sites_at(&mut self, site: Site) {
        while self.next() == Some(site) {
            self.found.push(text(&self.path));
        }
    }

    fn node(&mut self, node: &'n Node<'_>) {
        self.record_sites_at(node.site);
        match &node.json {
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let Some(next) = self.next() else { return };
                    if items.get(index + 1).is_some_and(|after| after.site < next) {
                        continue;
                    }
                    self.record_sites_before(item.site);
                    self.path.push(Step::Index(index));
                    self.node(item);
                    self.path.pop();
                }
            }
            Json::Object(members) => {
                for (index, member) in members.iter().enumerate() {
                    let Some(next) = self.next() else { return };
                    if members.get(index + 1).is_some_and(|after| after.key.site < next) {
                        continue;
                    }
                    self.record_sites_before(member.key.site);
                    if member.is_unread() {
                        self.record_sites_at(member.key.site);
                        continue;
                    }
                    self.path.push(Step::Key(&member.key.value));
                    self.record_sites_at(member.key.site);
                    self.record_sites_before(member.value.site);
                    self.node(&member.value);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }
}

fn text(path: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) => key_step(key, &mut text),
            Step::Index(index) => text.push_str(&format!("/{index}")),
        }
        if text.len() > MAX_POINTER_BYTES {
            text.push_str("/...");
            break;
        }
    }
    text
}

/// Appends the step to a member; of a very long key the start.
pub(crate) fn key_step(key: &str, text: &mut String) {
    text.push('/');
    let key = shortened(key);
    if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return text.push_str(&key);
    }
    for character in key.chars() {
        match character {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            character => text.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pointers;
    use stack_core::finding::Findings;
    use stack_core::json::Site;

    #[test]
    fn keys_and_values_lead_to_the_member_and_blanks_to_what_is_around() {
        let text = r#"{ "a/b": [1, { "~": true }], "c": null }"#;
        let out = Findings::new();
        let node = stack_core::read(text, &[], &out);
        let at = |token: &str| Site(text.find(token).unwrap().try_into().unwrap());
        let sites = [
            Site(0),
            Site(1),
            at("\"a/b"),
            at("1,"),
            at("\"~"),
            at("true"),
            at("}], "),
            at("null"),
            Site(999),
        ];
        assert_eq!(
            pointers(&node, &sites),
            ["", "", "/a~1b", "/a~1b/0", "/a~1b/1/~0", "/a~1b/1/~0", "", "/c", ""]
        );
    }
}
