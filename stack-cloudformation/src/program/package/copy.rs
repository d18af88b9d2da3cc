//! Copies files and folders, and gives them the times and modes that every run gives.

use crate::error::Error;
use std::ffi::OsStr;
use std::fs::{self, File, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// 2001-09-09: zip files cannot hold times before 1980, in whatever time zone.
const TIME: Duration = Duration::from_secs(1_000_000_000);

/// What a copy is like.
#[derive(Debug, Default)]
pub(super) struct Copied {
    /// Not everybody on this machine may read the sources.
    pub(super) is_private: bool,
    /// The files and folders that no package has, relative to the folder.
    pub(super) left_out: Vec<String>,
}

/// Copies a file.
pub(super) fn file(from: &Path, to: &Path, copied: &mut Copied) -> Result<(), Error> {
    require_regular(from)?;
    let copying = |error| Error::new(format!("cannot copy {}: {error}", from.display()));
    copied.is_private |= is_private(&fs::metadata(from).map_err(copying)?);
    fs::copy(from, to).map(drop).map_err(copying)
}

/// Fails for what is neither a file nor a folder: to read a pipe waits, and a device may have no end.
pub(super) fn require_regular(path: &Path) -> Result<(), Error> {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() && !there.is_dir() => {
            Err(Error::new(format!("{} is a pipe or a device", path.display())))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(Error::new(format!("cannot read {}: {error}", path.display()))),
    }
}

/// Copies the entries of a folder that `keep` wants into another. Links are followed, but not out of the folder; what
/// belongs to a checkout and not to a program, such as `.git` and `.env`, is left out.
pub(super) fn folder(from: &Path, to: &Path, keep: &dyn Fn(&Path) -> bool) -> Result<Copied, Error> {
    let root = fs::canonicalize(from).map_err(|error| reading(from, &error))?;
    let mut copy =
        FolderCopy { from, root: &root, open: vec![root.clone()], keep, copied: Copied::default() };
    copy.folder(from, to)?;
    Ok(copy.copied)
}

/// Names that no package has: the history of the sources, and secrets for running them here.
fn is_left_out(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    matches!(name.as_ref(), ".git" | ".env") || name.starts_with(".env.")
}

/// A folder that is being copied.
struct FolderCopy<'c> {
    from: &'c Path,
    /// The same without links.
    root: &'c Path,
    /// The folders, without links, that the walk is in.
    open: Vec<PathBuf>,
    keep: &'c dyn Fn(&Path) -> bool,
    copied: Copied,
}

impl FolderCopy<'_> {
    fn folder(&mut self, from: &Path, to: &Path) -> Result<(), Error> {
        let metadata = fs::metadata(from).map_err(|error| reading(from, &error))?;
        self.copied.is_private |= is_private(&metadata);
        for name in names(from).map_err(|error| reading(from, &error))? {
            let (source, target) = (from.join(&name), to.join(&name));
            if !(self.keep)(&source) {
                continue;
            }
            if is_left_out(name.as_os_str()) {
                let shown = source.strip_prefix(self.from).unwrap_or(&source);
                self.copied.left_out.push(shown.display().to_string());
                continue;
            }
            let real = self.followed(&source)?;
            if source.is_dir() {
                fs::create_dir_all(&target)
                    .map_err(|error| Error::new(format!("cannot write {}: {error}", target.display())))?;
                self.open.push(real);
                self.folder(&source, &target)?;
                self.open.pop();
            } else {
                file(&source, &target, &mut self.copied)?;
            }
        }
        Ok(())
    }

    /// Where an entry is, links resolved. Fails if that is outside, or is a folder that the walk is in.
    fn followed(&self, path: &Path) -> Result<PathBuf, Error> {
        let real = fs::canonicalize(path).map_err(|error| reading(path, &error))?;
        let is_link = fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
        if !real.starts_with(self.root) {
            return Err(Error::new(format!(
                "{} is a link out of the folder, to {}\nhelp: put a copy in its place, or leave it out",
                path.display(),
                real.display()
            )));
        }
        if is_link && self.open.contains(&real) {
            return Err(Error::new(format!("{} is a link to a folder that it is in", path.display())));
        }
        Ok(real)
    }
}

fn reading(path: &Path, error: &io::Error) -> Error {
    Error::new(format!("cannot read {}: {error}", path.display()))
}

/// The entries of a folder, in order: in every build of a user, a sort of paths costs as much as a kind of resource.
pub(super) fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut names: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = PathBuf::from(entry?.file_name());
        let place = names.partition_point(|before| *before < name);
        names.insert(place, name);
    }
    Ok(names)
}

/// Gives everything at and below `path` a fixed time, and modes that let Lambda read it. A private folder is closed to
/// others before what is in it becomes readable; Lambda does not see that folder itself.
pub(super) fn normalize_metadata(path: &Path, is_private: bool) -> io::Result<()> {
    let metadata = fs::metadata(path)?;
    let others = if is_private { 0o700 } else { 0o777 };
    if metadata.is_dir() {
        mode(path, 0o755 & others)?;
        for name in names(path)? {
            normalize_metadata(&path.join(name), false)?;
        }
        Ok(())
    } else {
        mode(path, (0o644 | executable(&metadata)) & others)?;
        let time = SystemTime::UNIX_EPOCH + TIME;
        File::options().append(true).open(path)?.set_times(FileTimes::new().set_modified(time))
    }
}

/// Whether there are people on this machine who may not read it.
#[cfg(unix)]
fn is_private(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o004 == 0
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    false
}

/// The bits that make a file a program, if it is one.
#[cfg(unix)]
fn executable(metadata: &fs::Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    if metadata.permissions().mode() & 0o100 == 0 { 0 } else { 0o111 }
}

#[cfg(not(unix))]
fn executable(_: &fs::Metadata) -> u32 {
    0
}

/// Sets a mode, where files have one.
#[cfg(unix)]
pub(super) fn mode(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(super) fn mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::{TIME, folder, mode, normalize_metadata};
    use crate::program::package::scratch::Folder;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;
    use std::time::SystemTime;

    fn permissions(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_copy_is_complete_and_the_same_every_time() {
        let scratch = Folder::new("copy");
        scratch.write("from/sub/a.txt", "a");
        mode(&scratch.write("from/program", "#!/bin/sh"), 0o700).unwrap();
        mode(&scratch.write("from/secret", "s"), 0o600).unwrap();
        symlink("sub/a.txt", scratch.path().join("from/link")).unwrap();
        fs::create_dir(scratch.path().join("to")).unwrap();
        let to = scratch.path().join("to");
        let copied = folder(&scratch.path().join("from"), &to, &|path| !path.ends_with("dropped")).unwrap();
        normalize_metadata(&to, copied.is_private).unwrap();
        assert_eq!(scratch.list("to"), ["link", "program", "secret", "sub", "sub/a.txt"]);
        let seen = |name: &str| {
            let metadata = fs::symlink_metadata(to.join(name)).unwrap();
            assert!(!metadata.is_symlink());
            (metadata.permissions().mode() & 0o777, metadata.modified().unwrap())
        };
        let time = SystemTime::UNIX_EPOCH + TIME;
        assert_eq!(seen("program"), (0o755, time));
        assert_eq!(seen("secret"), (0o644, time));
        assert_eq!(seen("link"), (0o644, time));
        assert_eq!(seen("sub").0, 0o755);
        assert_eq!(permissions(&to), 0o700, "others may not read the secret, so they may not read its copy");
    }

    #[test]
    fn what_everybody_may_read_stays_open() {
        let scratch = Folder::new("copy-open");
        mode(&scratch.write("from/a", "a"), 0o644).unwrap();
        mode(&scratch.path().join("from"), 0o755).unwrap();
        scratch.write("to/.keep", "");
        let to = scratch.path().join("to");
        let copied = folder(&scratch.path().join("from"), &to, &|_| true).unwrap();
        assert!(!copied.is_private);
        normalize_metadata(&to, copied.is_private).unwrap();
        assert_eq!(permissions(&to), 0o755);
    }

    #[test]
    fn the_history_and_secrets_of_a_checkout_stay_behind() {
        let scratch = Folder::new("copy-checkout");
        for name in
            ["from/.git/config", "from/a/.env", "from/.env.local", "from/.environment", "from/a/b.txt"]
        {
            scratch.write(name, "");
        }
        scratch.write("to/.keep", "");
        let copied = folder(&scratch.path().join("from"), &scratch.path().join("to"), &|_| true).unwrap();
        assert_eq!(scratch.list("to"), [".environment", ".keep", "a", "a/b.txt"]);
        assert_eq!(copied.left_out, [".env.local", ".git", "a/.env"]);
    }

    #[test]
    fn no_link_leads_out_of_the_folder_or_round_in_it() {
        let scratch = Folder::new("copy-links");
        scratch.write("secret/key", "s");
        scratch.write("to/.keep", "");
        let cases = [
            ("file", "../secret/key", "is a link out of the folder"),
            ("folder", "../secret", "is a link out of the folder"),
            ("absolute", "/etc/passwd", "is a link out of the folder, to /etc/passwd"),
            ("round", ".", "is a link to a folder that it is in"),
            ("dangling", "nowhere", "cannot read"),
        ];
        for (name, to, message) in cases {
            let from = scratch.path().join(name);
            fs::create_dir(&from).unwrap();
            symlink(to, from.join("link")).unwrap();
            let error = folder(&from, &scratch.path().join("to"), &|_| true).unwrap_err().to_string();
            assert!(error.contains(message), "{name}: {error}");
        }
        assert_eq!(scratch.list("to"), [".keep"]);
    }

    #[test]
    fn a_pipe_is_refused() {
        let scratch = Folder::new("copy-pipe");
        scratch.write("from/a", "a");
        scratch.write("to/.keep", "");
        assert!(Command::new("mkfifo").arg(scratch.path().join("from/b")).status().unwrap().success());
        let error = folder(&scratch.path().join("from"), &scratch.path().join("to"), &|_| true).unwrap_err();
        assert!(error.to_string().contains("is a pipe or a device"), "{error}");
    }
}
