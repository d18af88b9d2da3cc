//! `man`: the man pages of `cargo stack`, which the program itself writes.
//!
//! They are not committed: the same text is in the snapshots of the help. They are made when the program is packaged.

use std::path::Path;
use std::process::Command;

/// Where they go, from the project's folder.
const FOLDER: &str = "target/man";

/// Builds the program and lets it write the pages.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--manifest-path", "cargo-stack/Cargo.toml", "--", "man", FOLDER])
        .current_dir(root)
        .status()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    if !status.success() {
        return Err("the man pages were not written".into());
    }
    println!("the man pages are in {FOLDER}: man {FOLDER}/cargo-stack.1");
    Ok(())
}
