//! The place of a built artifact: filled beside it, then moved there in one step.

use super::copy::{self, Copied};
use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder, or a file, that becomes `.stack/<logical id>` once it is complete.
///
/// When it is dropped before, it is removed, and what stood there before stays.
#[derive(Debug)]
pub(super) struct PendingArtifact {
    place: PathBuf,
    work: PathBuf,
    old: PathBuf,
    /// Keeps other runs out as long as it is open.
    _lock: File,
}

impl PendingArtifact {
    /// An empty folder to fill.
    pub(super) fn new(base: &Path, logical_id: &str) -> Result<Self, Error> {
        let stack = base.join(".stack");
        let made = || {
            fs::create_dir_all(&stack)?;
            ignore(&stack.join(".gitignore"))?;
            let lock = File::create(stack.join(".lock"))?;
            match lock.lock() {
                // Some network file systems know no locks: then two runs at once are the user's care.
                Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
                _ => {}
            }
            let output = PendingArtifact {
                place: stack.join(logical_id),
                // As deep as the place itself: source maps hold relative paths.
                work: stack.join(format!(".{logical_id}.new")),
                old: stack.join(format!(".{logical_id}.old")),
                _lock: lock,
            };
            // What a run that was killed has left.
            remove(&output.work)?;
            fs::create_dir(&output.work)?;
            Ok(output)
        };
        made().map_err(|error: io::Error| Error::new(format!("cannot write {}: {error}", stack.display())))
    }

    /// The folder to fill.
    pub(super) fn path(&self) -> &Path {
        &self.work
    }

    /// Puts a copy of a file in the place of the folder.
    pub(super) fn replace_with_file(&self, from: &Path, copied: &mut Copied) -> Result<(), Error> {
        let write = |error| Error::new(format!("cannot write {}: {error}", self.work.display()));
        remove(&self.work).map_err(write)?;
        copy::file(from, &self.work, copied)
    }

    /// Moves it to its place, closed to others if it `is_private`.
    pub(super) fn finish(self, is_private: bool) -> Result<(), Error> {
        let moved = || {
            copy::normalize_metadata(&self.work, is_private)?;
            remove(&self.old)?;
            if fs::symlink_metadata(&self.place).is_ok() {
                fs::rename(&self.place, &self.old)?;
            }
            if let Err(error) = fs::rename(&self.work, &self.place) {
                // The old content is better than none.
                let _ = fs::rename(&self.old, &self.place);
                return Err(error);
            }
            remove(&self.old)
        };
        moved()
            .map_err(|error: io::Error| Error::new(format!("cannot write {}: {error}", self.place.display())))
    }
}

impl Drop for PendingArtifact {
    fn drop(&mut self) {
        let _ = remove(&self.work);
    }
}

/// Keeps git from taking what is built for source. A file of the user's own stays.
fn ignore(path: &Path) -> io::Result<()> {
    match File::create_new(path) {
        Ok(mut file) => file.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// Removes a folder or a file, if it is there.
fn remove(path: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::PendingArtifact;
    use crate::program::package::scratch::Folder;
    use std::fs;

    #[test]
    fn a_finished_output_replaces_all_that_was_there() {
        let folder = Folder::new("finish");
        let place = folder.write(".stack/AFunction/stale.mjs", "old").parent().unwrap().to_owned();
        let output = PendingArtifact::new(folder.path(), "AFunction").unwrap();
        fs::write(output.path().join("index.mjs"), "new").unwrap();
        assert!(place.join("stale.mjs").exists(), "the old content stands until the new one is complete");
        output.finish(false).unwrap();
        assert_eq!(folder.list(".stack"), [".gitignore", ".lock", "AFunction", "AFunction/index.mjs"]);
    }

    #[test]
    fn an_output_that_fails_leaves_what_was_there() {
        let folder = Folder::new("fail");
        folder.write(".stack/AFunction/index.mjs", "old");
        folder.write(".stack/.AFunction.new/half", "left by a run that was killed");
        let output = PendingArtifact::new(folder.path(), "AFunction").unwrap();
        assert_eq!(fs::read_dir(output.path()).unwrap().count(), 0);
        fs::write(output.path().join("half"), "").unwrap();
        drop(output);
        assert_eq!(folder.list(".stack"), [".gitignore", ".lock", "AFunction", "AFunction/index.mjs"]);
    }

    #[test]
    fn a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file() {
        let folder = Folder::new("file");
        let zip = folder.write("code.zip", "PK");
        folder.write(".stack/AFunction/index.mjs", "old");
        let output = PendingArtifact::new(folder.path(), "AFunction").unwrap();
        output.replace_with_file(&zip, &mut super::Copied::default()).unwrap();
        output.finish(false).unwrap();
        assert_eq!(folder.list(".stack"), [".gitignore", ".lock", "AFunction"]);
        PendingArtifact::new(folder.path(), "AFunction").unwrap().finish(false).unwrap();
        assert!(folder.path().join(".stack/AFunction").is_dir());
    }
}
