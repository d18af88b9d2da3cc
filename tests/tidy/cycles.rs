//! No cycles between the modules of a folder.
//!
//! The nodes of a folder are its files and subfolders, each with all that is in it; what its `mod.rs` (or `lib.rs`,
//! `main.rs`, `folder.rs`) says itself; and the list in it. An edge is a path in code that users compile: in a `use`, in
//! the middle of an expression, in a macro. It leads to the file that defines the item, so exporting it again from
//! elsewhere hides nothing.
//!
//! Where the line is between a `mod.rs` that lists its folder and one that is a part of it:
//! - `mod x;` and `pub use x::Item` (of any visibility but private) use nothing. A module that imports the item from there uses `x`.
//! - A call of a macro that declares modules (`rules!`, `services!`, `kinds!`) is the list. It and what it defines (the
//!   table `ALL`) use every module that it names. A module below must not use them: it would be listed in what it
//!   reads.
//! - All else is the `mod.rs` itself, functions that look things up in the list, too. A module below may use what
//!   stands there as long as nothing there uses a module below, be it through the list.
//!
//! So a registry is a list and its look-ups in `mod.rs`, and what the entries have in common (the trait, the struct, their
//! constants) in a file beside them.

use crate::modules::{Crate, Module, Name, join, parent};
use crate::paths::{Resolver, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The modules of a folder that need each other.
#[derive(Debug)]
pub(crate) struct Cycle {
    /// The folder's module.
    pub(crate) folder: String,
    /// All modules that need each other, sorted.
    pub(crate) nodes: Vec<String>,
    /// The shortest cycle among them, with files and lines.
    pub(crate) chain: String,
}

/// The names of a module's own part and of its list, among those of its modules.
pub(crate) const OWN: &str = "(mod.rs)";
const LIST: &str = "(list)";

/// For each folder the edges between its nodes, each with a file and a line.
pub(crate) type Edges = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// All edges of all folders of a crate.
pub(crate) fn edges(of: &Crate) -> Edges {
    let mut found = Edges::new();
    let resolver = Resolver::new(of);
    for (path, module) in &of.modules {
        let mut add = |list: bool, target: &Target, line: usize| {
            let place = format!("{}:{line}", module.file.display());
            let source = if list { Target::Listed(path.clone()) } else { Target::Item(path.clone()) };
            let mut folder = path.as_str();
            loop {
                if let (Some(a), Some(b)) = (node(folder, &source), node(folder, target))
                    && a != b
                {
                    let edges = found.entry(folder.to_owned()).or_default();
                    edges.entry(a).or_default().entry(b).or_insert_with(|| place.clone());
                }
                if folder.is_empty() {
                    break;
                }
                folder = parent(folder);
            }
        };
        for import in &module.imports {
            match resolver.resolve(path, &import.of.segments) {
                Some(target) if !(import.exported && is_below(path, &target)) => {
                    add(import.of.of_list, &target, import.of.line);
                }
                _ => {}
            }
        }
        for name in &module.paths {
            if let Some(target) = named(&resolver, path, name) {
                add(name.of_list, &target, name.line);
            }
        }
        for (name, line) in listed(of, path, module) {
            add(true, &Target::Module(name), line);
        }
    }
    found
}

fn named(resolver: &Resolver<'_>, module: &str, name: &Name) -> Option<Target> {
    let found = resolver.resolve(module, &name.segments);
    match (&found, &*name.segments) {
        // A variable that is called like a module.
        (Some(Target::Module(_)), [_]) => None,
        (None, [word]) if name.called => {
            resolver.of.module_of_macro(word).map(|of| Target::Item(of.to_owned()))
        }
        _ => found,
    }
}

fn listed<'m>(
    of: &'m Crate,
    path: &'m str,
    module: &'m Module,
) -> impl Iterator<Item = (String, usize)> + 'm {
    let modules = module.listed.iter().map(|(name, line)| (join(path, name), *line));
    modules.filter(|(name, _)| of.modules.contains_key(name))
}

/// Whether it stands in a module below.
fn is_below(module: &str, target: &Target) -> bool {
    let (Target::Module(target) | Target::Item(target) | Target::Listed(target)) = target;
    target != module && within(module, target).is_some()
}

/// The rest of the path of a module in another one.
fn within<'m>(folder: &str, module: &'m str) -> Option<&'m str> {
    if folder.is_empty() {
        return Some(module);
    }
    let rest = module.strip_prefix(folder)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix("::") }
}

/// The node of a folder that it belongs to; none if it is elsewhere, or the folder as such.
fn node(folder: &str, target: &Target) -> Option<String> {
    let (Target::Module(module) | Target::Item(module) | Target::Listed(module)) = target;
    let rest = within(folder, module)?;
    let child = rest.split("::").next().filter(|child| !child.is_empty());
    match (child, target) {
        (Some(child), _) => Some(child.to_owned()),
        (None, Target::Module(_)) => None,
        (None, Target::Item(_)) => Some(OWN.to_owned()),
        (None, Target::Listed(_)) => Some(LIST.to_owned()),
    }
}

/// All cycles of a crate.
pub(crate) fn cycles(of: &Crate) -> Vec<Cycle> {
    let mut found = Vec::new();
    for (folder, edges) in edges(of) {
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            edges.keys().map(|from| (from.as_str(), reachable(&edges, from))).collect();
        let mut done = BTreeSet::new();
        for (&from, ends) in &reach {
            if !ends.contains(from) || done.contains(from) {
                continue;
            }
            let back = |to: &&str| reach.get(to).is_some_and(|ends| ends.contains(from));
            let nodes: Vec<&str> = ends.iter().copied().filter(back).collect();
            done.extend(nodes.iter().copied());
            let shortest = nodes.iter().map(|start| shortest_from(&edges, start)).min_by_key(Vec::len);
            found.push(Cycle {
                folder: folder.clone(),
                chain: chain(&edges, &shortest.unwrap_or_default()),
                nodes: nodes.iter().map(|node| (*node).to_owned()).collect(),
            });
        }
    }
    found
}

type Folder = BTreeMap<String, BTreeMap<String, String>>;

fn reachable<'e>(edges: &'e Folder, from: &str) -> BTreeSet<&'e str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = edges.get(from).into_iter().flatten().map(|(to, _)| to.as_str()).collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(edges.get(next).into_iter().flatten().map(|(to, _)| to.as_str()));
        }
    }
    found
}

/// The shortest path from a node to itself, with the node at both ends.
fn shortest_from<'e>(edges: &'e Folder, start: &'e str) -> Vec<&'e str> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![start];
    while !open.is_empty() && !before.contains_key(start) {
        let mut next = Vec::new();
        for from in open {
            for to in edges.get(from).into_iter().flatten().map(|(to, _)| to.as_str()) {
                if !before.contains_key(to) {
                    before.insert(to, from);
                    next.push(to);
                }
            }
        }
        open = next;
    }
    let mut path = vec![start];
    let mut at = start;
    while let Some(&from) = before.get(at) {
        path.push(from);
        at = from;
        if at == start {
            break;
        }
    }
    path.reverse();
    path
}

fn chain(edges: &Folder, path: &[&str]) -> String {
    let place = |pair: &[&str]| edges.get(pair[0]).and_then(|to| to.get(pair[1])).map_or("", String::as_str);
    path.windows(2).map(|pair| format!("\n    `{}` uses `{}` at {}", pair[0], pair[1], place(pair))).collect()
}

#[cfg(test)]
mod tests {
    use super::cycles;
    use crate::modules::Crate;
    use std::path::{Path, PathBuf};

    /// The cycles of a crate with these files.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> =
            files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect();
        let of = Crate::new(Path::new("x/src"), &files);
        cycles(&of).iter().map(|cycle| format!("{}: {}", cycle.folder, cycle.nodes.join(" "))).collect()
    }

    const BOTH: &str = "mod a; mod b;";

    #[test]
    fn a_cycle_is_shown_with_the_places_of_its_edges() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\nmod c;"),
            ("a.rs", "//! A.\n\nuse crate::b::B;"),
            ("b.rs", "fn b() {\n    crate::c::c();\n}"),
            ("c.rs", "use std::fmt;\nuse super::a;\n"),
        ];
        let files: Vec<_> =
            files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect();
        let of = Crate::new(Path::new("x/src"), &files);
        let [cycle] = &*cycles(&of) else { panic!("not one cycle") };
        assert_eq!(cycle.nodes, ["a", "b", "c"]);
        let chain = "\n    `a` uses `b` at x/src/a.rs:3\n    `b` uses `c` at x/src/b.rs:2\n    `c` uses `a` at x/src/c.rs:2";
        assert_eq!(cycle.chain, chain);
    }

    #[test]
    fn without_a_cycle_nothing_is_found() {
        let files =
            [("lib.rs", BOTH), ("a.rs", "use crate::b::B;"), ("b.rs", "use std::a; fn a() { other::a() }")];
        assert_eq!(found(&files), [""; 0]);
    }

    #[test]
    fn braces_renames_and_globs_are_read() {
        for import in [
            "use crate::{c::C, a::{self, A}};",
            "use crate::{a as z};",
            "use super::a::*;",
            "use {super::a};",
        ] {
            let files = [("lib.rs", BOTH), ("a.rs", "use crate::b::B;"), ("b.rs", import), ("c.rs", "")];
            assert_eq!(found(&files), [": a b"], "{import}");
        }
        let glob = [
            ("lib.rs", BOTH),
            ("a.rs", "pub fn f() { super::b::g() }"),
            ("b.rs", "use super::*; fn g() { a::f() }"),
        ];
        assert_eq!(found(&glob), [": a b"]);
        let renamed = [
            ("lib.rs", BOTH),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate as z; fn g() { z::a::f() }"),
        ];
        assert_eq!(found(&renamed), [": a b"]);
    }

    #[test]
    fn an_item_that_is_exported_again_belongs_to_the_file_that_defines_it() {
        for export in [
            "pub use a::A;",
            "pub(crate) use self::a::A;",
            "pub use a::*;",
            "pub use a::A as A;",
            "use a::A;",
        ] {
            let root = format!("mod a; mod b; {export}");
            let files = [
                ("lib.rs", &*root),
                ("a.rs", "pub struct A; use crate::b::B;"),
                ("b.rs", "use crate::A; pub struct B;"),
            ];
            assert_eq!(found(&files), [": a b"], "{export}");
        }
        let twice = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a/mod.rs", "mod d; pub use d::*;"),
            ("a/d.rs", "pub struct A; use crate::b::B;"),
            ("b.rs", "use crate::c::A; pub struct B;"),
            ("c.rs", "pub use crate::a::A;"),
        ];
        assert_eq!(found(&twice), [": a b"]);
    }

    #[test]
    fn super_and_self_are_followed_from_any_depth() {
        let files = [
            ("lib.rs", BOTH),
            ("a/mod.rs", "mod c;"),
            ("a/c/mod.rs", "mod d;"),
            ("a/c/d.rs", "fn d() { super::super::super::b::b() }"),
            ("b.rs", "use crate::a;"),
        ];
        assert_eq!(found(&files), [": a b"]);
        let inside = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod c; mod d;"),
            ("a/c.rs", "use super::super::a::d::D;"),
            ("a/d.rs", "use super::c;"),
        ];
        assert_eq!(found(&inside), ["a: c d"]);
        let own = [
            ("lib.rs", "mod a;"),
            ("a.rs", "fn f() { self::b::g() } pub struct A;"),
            ("a/b.rs", "use super::A;"),
        ];
        assert_eq!(found(&own), ["a: (mod.rs) b"]);
    }

    #[test]
    fn what_is_in_a_mod_file_is_a_part_of_the_folder() {
        let file =
            |mod_file| [("lib.rs", "mod a;"), ("a/mod.rs", mod_file), ("a/b.rs", "use super::Shared;")];
        assert_eq!(found(&file("mod b; pub struct Shared;")), [""; 0]);
        assert_eq!(found(&file("mod b; pub use b::B; pub struct Shared;")), [""; 0]);
        assert_eq!(found(&file("mod b; pub struct Shared; fn f() { b::g() }")), ["a: (mod.rs) b"]);
        assert_eq!(found(&file("mod b; pub struct Shared; use b::B;")), ["a: (mod.rs) b"]);
        let exported = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b; pub use b::g; pub struct Shared; fn f() { g() }"),
            ("a/b.rs", "pub fn g() {} use super::Shared;"),
        ];
        assert_eq!(found(&exported), ["a: (mod.rs) b"]);
    }

    const LIST: &str = "macro_rules! rules { ($($name:ident,)*) => { $(mod $name;)* pub static ALL: &[Rule] = &[$($name::RULE,)*]; }; } rules! { b, c, }";

    #[test]
    fn a_list_uses_what_it_lists() {
        let file = |more: &str, b: &str| {
            found(&[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", &format!("{LIST} {more}")),
                ("a/b.rs", b),
                ("a/c.rs", "use super::rule::Rule;"),
                ("a/rule.rs", "pub struct Rule;"),
            ])
        };
        assert_eq!(file("mod rule; pub use rule::Rule;", "use super::rule::Rule;"), [""; 0]);
        assert_eq!(file("mod rule; pub use rule::Rule; fn find() { ALL }", "use super::Rule;"), [""; 0]);
        // The struct beside the list alone does not hurt; with a look-up it does.
        assert_eq!(file("pub struct Rule;", "use super::Rule;"), [""; 0]);
        assert_eq!(file("pub struct Rule; fn find() { ALL }", "use super::Rule;"), ["a: (list) (mod.rs) b"]);
        assert_eq!(file("pub use rule::Rule;", "fn f() { super::ALL }"), ["a: (list) b"]);
        assert_eq!(file("fn find() { ALL }", "fn f() { super::find() }"), ["a: (list) (mod.rs) b"]);
        assert_eq!(file("", "use super::c;"), [""; 0]);
        let between = file("", "use super::c; fn f() { super::ALL }");
        assert_eq!(between, ["a: (list) b"]);
    }

    #[test]
    fn a_list_may_export_all_that_its_modules_hold() {
        let list = "macro_rules! kinds { ($($file:ident: $kind:ident,)*) => { $(mod $file; pub use $file::*;)* }; } kinds! { b: B, c: C, }";
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", list),
            ("a/b.rs", "pub struct B; use super::C;"),
            ("a/c.rs", "pub struct C; use super::B;"),
        ];
        assert_eq!(found(&files), ["a: b c"]);
    }

    #[test]
    fn macros_belong_to_the_file_that_defines_them() {
        let files = [
            ("lib.rs", "#[macro_use] mod a; mod b;"),
            ("a.rs", "macro_rules! make { ($name:ident) => { pub struct $name($crate::b::B); }; }"),
            ("b.rs", "make! { C } pub struct B;"),
        ];
        assert_eq!(found(&files), [": a b"]);
        let made = [("lib.rs", BOTH), ("a.rs", "use crate::b::C;"), ("b.rs", "make! { C } use crate::a::A;")];
        assert_eq!(found(&made), [": a b"]);
    }

    #[test]
    fn tests_may_use_anything() {
        let files = [
            ("lib.rs", "mod a; mod b; #[cfg(test)] mod testing;"),
            ("a.rs", "use crate::b::B; // crate::b::B"),
            ("b.rs", "/// [`crate::a`]\nfn f() { \"crate::a\" } #[cfg(test)] mod tests { use crate::a::A; }"),
            ("testing.rs", "use crate::a::A;"),
        ];
        assert_eq!(found(&files), [""; 0]);
    }

    #[test]
    fn names_that_look_like_modules_are_none() {
        let files = [
            ("lib.rs", "mod path; mod b; fn f(path: usize) { path }"),
            ("path.rs", "use crate::b::B; use crate::f;"),
            ("b.rs", "fn f(path: &std::path::Path) { x.path; y { path: 1 }; path }"),
        ];
        assert_eq!(found(&files), [""; 0]);
    }
}
