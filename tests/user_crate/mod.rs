//! A user's crate, made below the target folder, compiled and run by cargo.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A crate with these dependencies and files, whose `main.rs` is `source`; gives what it prints.
///
/// It is outside the workspace, so that its features are nobody else's, with the same versions locked.
pub(crate) fn run(name: &str, dependencies: &str, files: &[(String, &str)], source: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src")).expect("a folder for the crate");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
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
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crates"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the crate prints UTF-8")
}
