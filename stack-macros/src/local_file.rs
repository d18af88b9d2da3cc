//! Files that the user names relative to `Cargo.toml`.

use std::path::{Path, PathBuf};

/// Finds a file relative to a folder; otherwise says what is wrong, and what it could have been.
pub(crate) fn find(folder: &Path, path: &str) -> Result<PathBuf, String> {
    let tried = folder.join(path);
    if path.is_empty() {
        return Err("the path of a file is missing".into());
    }
    if Path::new(path).is_absolute() {
        return Err(format!("`{path}` is absolute: write it relative to the folder of Cargo.toml"));
    }
    if tried.is_file() {
        return Ok(tried);
    }
    if tried.is_dir() {
        return Err(format!("`{path}` is a folder: name the file in it"));
    }
    let help = similar(&tried).map(|name| {
        let name = Path::new(path).with_file_name(name);
        format!("\nhelp: did you mean `{}`?", name.display())
    });
    // As cargo's own messages: relative to where the compiler runs, which is the workspace.
    let here = std::env::current_dir().unwrap_or_default();
    let shown = tried.strip_prefix(here).unwrap_or(&tried);
    let place = if shown == Path::new(path) {
        " in the folder of Cargo.toml".to_owned()
    } else {
        format!(": looked for `{}`", shown.display())
    };
    Err(format!("there is no file `{path}`{place}{}", help.unwrap_or_default()))
}

/// The name of a file in the same folder that is much like the one that is not there.
fn similar(tried: &Path) -> Option<String> {
    let wanted = tried.file_name()?.to_str()?;
    let files = std::fs::read_dir(tried.parent()?).ok()?;
    let names: Vec<String> = files.filter_map(|file| file.ok()?.file_name().into_string().ok()).collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    stack_core::similar::nearest(wanted, names.iter().copied()).map(str::to_owned)
}
