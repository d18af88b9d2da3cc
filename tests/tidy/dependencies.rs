//! Who may depend on whom: crates on crates, and the modules of each crate on each other.

use crate::cycles::{self, Edges, OWN};
use crate::modules::Crate;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What each crate may depend on, outside of its tests. What users build on every build stays light.
const CRATES: &[(&str, &[&str])] = &[
    ("stack-core", &[]),
    ("stack-iam", &["stack-core"]),
    ("stack-macros", &["proc-macro2", "quote", "syn", "stack-core", "stack-yaml?"]),
    ("stack-cloudformation", &["stack-core", "stack-iam", "serde_json?"]),
    ("stack-yaml", &["saphyr-parser", "stack-core"]),
    (
        "cargo-stack",
        &[
            "annotate-snippets",
            "clap",
            "clap_complete",
            "clap_mangen",
            "memchr",
            "similar",
            "stack-cloudformation",
            "stack-core",
            "stack-iam",
            "stack-yaml",
        ],
    ),
    (".", &["stack-cloudformation", "stack-core", "stack-iam", "stack-macros"]),
    ("xtask", &["serde_json", "stack-core", "stack-iam"]),
];

/// The floors of the core, from the ground: a module may use what stands below it.
const FLOORS: &[&str] =
    &["json", "expression", "language", "services", "finding", "model", "analysis", "rules", OWN];

/// The crates whose sources the project has, with their folders.
fn crates() -> Vec<(&'static str, Crate)> {
    let root = stack_tests::root();
    let mut found = Vec::new();
    for (name, _) in CRATES {
        let src = Path::new(name).join("src");
        if !root.join(&src).exists() {
            continue;
        }
        let files: Vec<(PathBuf, String)> = crate::sources(&src.to_string_lossy())
            .into_iter()
            .map(|(path, text)| (path.strip_prefix(root.join(&src)).expect("below src").to_owned(), text))
            .collect();
        let shown = src.strip_prefix(".").unwrap_or(&src);
        found.push((*name, Crate::new(shown, &files)));
    }
    found
}

/// What a manifest's section of dependencies names, optional ones with a `?`.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            let normal = |word: &str| word == "dependencies" || word == "build-dependencies";
            inside = section.split('.').any(normal) && !section.starts_with("workspace");
            // `[dependencies.name]`
            if let Some((_, name)) = section.split_once("dependencies.").filter(|_| inside) {
                found.insert(name.to_owned());
                inside = false;
            }
        } else if let Some((name, value)) = line.split_once('=').filter(|_| inside && !line.starts_with('#'))
        {
            let name = name.trim().split('.').next().unwrap_or_default();
            let mark = if value.contains("optional = true") { "?" } else { "" };
            found.insert(format!("{name}{mark}"));
        }
    }
    found
}

#[test]
fn crates_depend_only_on_what_their_table_names() {
    for (name, allowed) in CRATES {
        let path = stack_tests::root().join(name).join("Cargo.toml");
        let Ok(manifest) = fs::read_to_string(&path) else { continue };
        for found in dependencies(&manifest) {
            assert!(allowed.contains(&&*found), "{name} depends on {found}, which the table does not allow");
        }
    }
}

#[test]
fn every_published_crate_is_in_the_table() {
    for entry in fs::read_dir(stack_tests::root()).expect("the project's folder") {
        let folder = entry.expect("an entry").path();
        let Ok(manifest) = fs::read_to_string(folder.join("Cargo.toml")) else { continue };
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let known = CRATES.iter().any(|(known, _)| *known == name);
        assert!(known || manifest.contains("publish = false"), "{name} is in no table");
    }
}

#[test]
fn manifests_are_read() {
    let manifest = "[package]\nname = \"x\"\n[workspace.dependencies]\nz = \"1\"\n[dependencies]\na.workspace = true\n# b = 1\nc = { version = \"1\", optional = true }\n\
         [dependencies.d]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\ne = \"1\"\n[dev-dependencies]\nf = \"1\"\n\
         [build-dependencies]\ng = \"1\"\n[lints]\nworkspace = true\n";
    let found = dependencies(manifest);
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["a", "c?", "d", "e", "g"]);
}

/// The edges of the core that lead up, as `finding > rules`, with their places.
fn edges_up(edges: &Edges) -> BTreeMap<String, String> {
    let floor = |name: &str| FLOORS.iter().position(|floor| *floor == name);
    let mut found = BTreeMap::new();
    for (from, ends) in edges.get("").into_iter().flatten() {
        for (to, place) in ends {
            if let (Some(a), Some(b)) = (floor(from), floor(to))
                && a < b
            {
                found.insert(format!("{from} > {to}"), place.clone());
            }
        }
    }
    found
}

/// Modules of one folder that need each other cannot be understood, tested or moved alone.
#[test]
fn modules_need_each_other_in_one_direction_only() {
    let mut found = String::new();
    for (name, of) in crates() {
        for cycle in cycles::cycles(&of) {
            let folder = if cycle.folder.is_empty() { String::new() } else { format!(" {}", cycle.folder) };
            let _ = writeln!(found, "{name}{folder}: {}{}", cycle.nodes.join(" "), cycle.chain);
        }
        if name == "stack-core" {
            for (edge, place) in edges_up(&cycles::edges(&of)) {
                let _ = writeln!(found, "{name} floors: {edge}\n    at {place}");
            }
        }
    }
    assert!(found.is_empty(), "cycles between modules, or edges up to a higher floor:\n{found}");
}

#[test]
fn a_module_of_the_core_may_not_use_what_stands_above_it() {
    let of = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect();
        edges_up(&cycles::edges(&Crate::new(Path::new("x"), &files))).into_keys().collect::<Vec<_>>()
    };
    let files = [
        ("lib.rs", "mod json; mod model; mod other; pub fn check() { model::M; json::J }"),
        ("json/mod.rs", "mod a;"),
        ("json/a.rs", "use crate::model::M; use crate::check;"),
        ("model.rs", "use crate::json::J; use crate::other::O;"),
        ("other.rs", "use crate::model::M;"),
    ];
    assert_eq!(of(&files), ["json > (mod.rs)", "json > model"]);
}
