//! What must be true of the packages that get published, and of what we tell others to install.

use std::fs;
use std::path::Path;
use std::process::Command;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What cargo knows of each package of the workspace.
fn packages() -> Vec<serde_json::Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(stack_tests::root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

/// The folder and the metadata of each package that gets published.
fn published() -> Vec<serde_json::Value> {
    // `publish = false` is an empty list of registries here.
    packages().into_iter().filter(|package| package["publish"].is_null()).collect()
}

#[test]
fn only_the_libraries_and_the_command_line_are_published() {
    let mut names: Vec<String> =
        published().iter().map(|package| package["name"].as_str().unwrap_or_default().to_owned()).collect();
    names.sort();
    let expected = [
        "cargo-stack-aws",
        "stack-aws",
        "stack-cloudformation",
        "stack-core",
        "stack-iam",
        "stack-macros",
        "stack-yaml",
    ];
    assert_eq!(names, expected);
}

#[test]
fn each_package_says_what_it_is_and_under_which_licence() {
    let root = stack_tests::root();
    for package in published() {
        let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
        let name = &package["name"];
        for field in ["description", "license", "readme", "rust_version"] {
            assert!(package[field].is_string(), "{name} has no {field}");
        }
        for field in ["keywords", "categories"] {
            assert!(package[field].as_array().is_some_and(|list| !list.is_empty()), "{name} has no {field}");
        }
        assert!(read(manifest).contains("\ninclude = ["), "{name} has no `include`");
        let folder = manifest.parent().expect("a folder");
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            assert!(read(&folder.join(licence)) == read(&root.join(licence)), "{name} has another {licence}");
        }
        let readme = read(&folder.join("README.md"));
        assert!(
            readme.contains("`stack-aws`") || readme.contains("\"stack-aws\""),
            "{name}: what to depend on?"
        );
    }
}

/// Addresses that are not registered would send users to the first to register them.
#[test]
fn no_manifest_names_an_address() {
    for package in packages() {
        for field in ["repository", "homepage", "documentation"] {
            assert!(package[field].is_null(), "{} has a {field}", package["name"]);
        }
    }
}

/// The packages `stack` and `cargo-stack` of the registry are other people's.
#[test]
fn users_are_never_sent_to_packages_of_others() {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(stack_tests::root())
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = String::from_utf8(output.stdout).expect("names in UTF-8");
    let mut read = 0;
    for name in files.split_terminator('\0').filter(|name| *name != "tests/release.rs") {
        let Ok(text) = fs::read_to_string(stack_tests::root().join(name)) else { continue };
        read += 1;
        for (number, line) in text.lines().enumerate() {
            let dependency = line.split("stack = ").nth(1).is_some_and(|rest| {
                (rest.starts_with('"') || rest.starts_with('{')) && !rest.contains("stack-aws")
            });
            let install = ["cargo install cargo-stack", "cargo install stack", "cargo add stack"]
                .iter()
                .any(|words| line.contains(words));
            assert!(!dependency && !install, "{name}:{}: whose package is this?\n{line}", number + 1);
        }
    }
    assert!(read > 500, "only {read} files were read");
}
