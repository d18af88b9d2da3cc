//! Formats every file: `cargo fmt` does not see modules that a macro's list declares, such as the rules.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Formats the workspace, or fails if a file is not formatted.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let check: &[&str] = if check { &["--check"] } else { &[] };
    require(Command::new("cargo").args(["fmt", "--all"]).args(check).current_dir(root))?;
    let mut files = Vec::new();
    let libraries = std::fs::read_dir(root).map_err(|error| format!("{}: {error}", root.display()))?;
    for folder in libraries.filter_map(Result::ok) {
        let sources = folder.path().join("src");
        if folder.file_name().to_string_lossy().starts_with("stack-") {
            collect(&sources, &mut files).map_err(|error| format!("{}: {error}", sources.display()))?;
        }
    }
    files.sort();
    require(Command::new("rustfmt").args(["--edition", "2024"]).args(check).args(files).current_dir(root))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Snapshots of expansions are as the printer of the tests writes them.
        if path.is_dir() && !path.ends_with("snapshots") {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

fn require(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} has something to format: run `cargo xtask format`"))
    }
}
