//! Copies files and folders, and gives them the times and modes that every run gives.

use crate::error::Error;
use std::fs::{self, File, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// 2001-09-09: zip files cannot hold times before 1980, in whatever time zone.
const TIME: Duration = Duration::from_secs(1_000_000_000);

/// Copies a file.
pub(super) fn file(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to)
        .map(drop)
        .map_err(|error| Error::new(format!("cannot copy {}: {error}", from.display())))
}

/// Copies the entries of a folder that `keep` wants into another, following links.
pub(super) fn folder(from: &Path, to: &Path, keep: &dyn Fn(&Path) -> bool) -> Result<(), Error> {
    let reading = |error| Error::new(format!("cannot read {}: {error}", from.display()));
    for name in names(from).map_err(reading)? {
        let (source, target) = (from.join(&name), to.join(&name));
        if !keep(&source) {
            continue;
        }
        if source.is_dir() {
            fs::create_dir_all(&target)
                .map_err(|error| Error::new(format!("cannot write {}: {error}", target.display())))?;
            folder(&source, &target, keep)?;
        } else {
            file(&source, &target)?;
        }
    }
    Ok(())
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

/// Gives everything at and below `path` a fixed time, and modes that let Lambda read it.
pub(super) fn normalize_metadata(path: &Path) -> io::Result<()> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        for name in names(path)? {
            normalize_metadata(&path.join(name))?;
        }
        mode(path, 0o755)
    } else {
        mode(path, 0o644 | executable(&metadata))?;
        let time = SystemTime::UNIX_EPOCH + TIME;
        File::options().append(true).open(path)?.set_times(FileTimes::new().set_modified(time))
    }
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
    use std::time::SystemTime;

    #[test]
    fn a_copy_is_complete_and_the_same_every_time() {
        let scratch = Folder::new("copy");
        scratch.write("from/sub/a.txt", "a");
        mode(&scratch.write("from/program", "#!/bin/sh"), 0o700).unwrap();
        mode(&scratch.write("from/secret", "s"), 0o600).unwrap();
        symlink("sub/a.txt", scratch.path().join("from/link")).unwrap();
        fs::create_dir(scratch.path().join("to")).unwrap();
        let to = scratch.path().join("to");
        folder(&scratch.path().join("from"), &to, &|path| !path.ends_with("dropped")).unwrap();
        normalize_metadata(&to).unwrap();
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
    }
}
