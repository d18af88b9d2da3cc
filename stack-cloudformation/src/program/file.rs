//! Writes a file whole or not at all, and only when its content changes.

use std::fs;
use std::io;
use std::path::Path;

/// Makes the file hold `text`; whether it had to be written.
///
/// A reader sees the old content or the new, never a part, and an unchanged file keeps its time.
pub(super) fn write(path: &Path, text: &str) -> io::Result<bool> {
    let before = match fs::metadata(path) {
        // What is no ordinary file, such as `/dev/stdout`, cannot be replaced.
        Ok(there) if !there.is_file() => return fs::write(path, text).map(|()| true),
        Ok(there) => Some(there),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if before.is_some() && fs::read(path)? == text.as_bytes() {
        return Ok(false);
    }
    // The file that a link names is replaced, not the link.
    let path = if before.is_some() { fs::canonicalize(path)? } else { path.to_owned() };
    let Some(name) = path.file_name() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it names no file"));
    };
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}", std::process::id()));
    let temporary = path.with_file_name(temporary);
    let written = fs::write(&temporary, text)
        .and_then(|()| before.map_or(Ok(()), |before| fs::set_permissions(&temporary, before.permissions())))
        .and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written.map(|()| true)
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::program::package::scratch::Folder;
    use std::fs;

    #[test]
    fn an_unchanged_file_is_left_alone_and_nothing_else_stays_behind() {
        let folder = Folder::new("write");
        let path = folder.path().join("t.json");
        assert!(write(&path, "a\n").unwrap());
        let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        assert!(!write(&path, "a\n").unwrap());
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), old);
        assert!(write(&path, "b\n").unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), "b\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_an_error() {
        let folder = Folder::new("write-error");
        assert!(write(&folder.path().join("no/t.json"), "a").is_err());
        assert!(write(folder.path(), "a").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_mode_stays() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new("write-link");
        let (file, link) = (folder.path().join("t.json"), folder.path().join("link"));
        fs::write(&file, "a").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("t.json", &link).unwrap();
        assert!(write(&link, "b").unwrap());
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "b");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
