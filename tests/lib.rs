//! What the tests of the whole share: the project's folder, and crates of users.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("")).to_owned()
}

/// The project's own workflows, which exercise the whole language: the names and texts of JSON and YAML files.
pub fn workflows() -> Vec<(String, String)> {
    let files = texts(&root().join("tests/workflows"));
    assert!(!files.is_empty(), "the project has workflows of its own");
    files
}

/// Workflows that others wrote and AWS runs, from a folder of reference data beside the project's; none where that is
/// absent.
pub fn workflows_of_others() -> Vec<(String, String)> {
    texts(&root().join("../shared/corpus/workflows"))
}

/// The files of a folder with their names, sorted; none if it is not there.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder's entry").path()).collect();
    paths.sort();
    let text = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).expect("a readable file"))
    };
    paths.iter().map(text).collect()
}

/// A crate with these dependencies and files, whose `main.rs` is `source`; gives what it prints.
///
/// `tmp` is the caller's `CARGO_TARGET_TMPDIR`.
///
/// It is outside the workspace, so that its features are its own alone, with the same versions locked.
pub fn run_crate(
    tmp: &str,
    name: &str,
    dependencies: &str,
    files: &[(String, &str)],
    source: &str,
) -> String {
    try_crate(tmp, name, dependencies, files, source).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The same for a crate that may fail: then it gives what cargo and rustc say.
pub fn try_crate(
    tmp: &str,
    name: &str,
    dependencies: &str,
    files: &[(String, &str)],
    source: &str,
) -> Result<String, String> {
    let folder = Path::new(tmp).join(name);
    fs::create_dir_all(folder.join("src")).expect("a folder for the crate");
    let root = root();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependencies}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    for (path, text) in files {
        fs::write(folder.join(path), text).expect("a file of the crate");
    }
    fs::write(folder.join("src/main.rs"), source).expect("a program");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", Path::new(tmp).join("user-crates"))
        .output()
        .expect("cargo runs");
    let text = |bytes| String::from_utf8(bytes).expect("the crate and its compiler print UTF-8");
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}
