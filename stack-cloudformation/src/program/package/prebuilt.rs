//! What was built elsewhere: a folder, a zip file, or a program that becomes `bootstrap`.

use super::copy;
use super::folder::PendingArtifact;
use super::made::Made;
use crate::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// Copies `path` to the output.
///
/// A zip file stays one: `aws cloudformation package` uploads a zip file as it is, whatever its name.
pub(super) fn copy(manifest_dir: &Path, path: &str, output: &PendingArtifact) -> Result<Made, Error> {
    let from = manifest_dir.join(path);
    let reading = |error| Error::new(format!("cannot read {}: {error}", from.display()));
    let from = fs::canonicalize(&from).map_err(reading)?;
    copy::require_regular(&from)?;
    if from.is_dir() {
        let inside = fs::canonicalize(output.path()).is_ok_and(|to| to.starts_with(&from));
        if inside {
            return Err(Error::new(format!("{path} holds `.stack`, the folder that it would be copied to")));
        }
        let copied = copy::folder(&from, output.path(), &|_| true)?;
        return Ok(Made::copied(copied));
    }
    let mut copied = copy::Copied::default();
    if is_zip(&from).map_err(reading)? {
        output.replace_with_file(&from, &mut copied)?;
        return Ok(Made::copied(copied));
    }
    let program = output.path().join("bootstrap");
    copy::file(&from, &program, &mut copied)?;
    copy::mode(&program, 0o755)
        .map_err(|error| Error::new(format!("cannot write {}: {error}", program.display())))?;
    Ok(Made::copied(copied))
}

/// Whether a file starts like a zip file, an empty one among them.
fn is_zip(path: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut start)?;
    Ok(start == *b"PK\x03\x04" || start == *b"PK\x05\x06")
}

#[cfg(test)]
mod tests {
    use super::copy;
    use crate::program::package::folder::PendingArtifact;
    use crate::program::package::scratch::Folder;
    use std::fs;

    fn packaged(folder: &Folder, path: &str) -> Result<Vec<String>, String> {
        let output = PendingArtifact::new(folder.path(), "F").map_err(|error| error.to_string())?;
        let made = copy(folder.path(), path, &output).map_err(|error| error.to_string())?;
        output.finish(made.copied.is_private).map_err(|error| error.to_string())?;
        Ok(folder.list(".stack"))
    }

    #[test]
    fn a_folder_is_copied() {
        let folder = Folder::new("prebuilt-folder");
        folder.write("dist/a/b.mjs", "");
        assert_eq!(packaged(&folder, "dist").unwrap(), [".gitignore", ".lock", "F", "F/a", "F/a/b.mjs"]);
    }

    #[test]
    fn a_zip_file_stays_one() {
        let folder = Folder::new("prebuilt-zip");
        folder.write("code.zip", "PK\u{3}\u{4} and so on");
        assert_eq!(packaged(&folder, "code.zip").unwrap(), [".gitignore", ".lock", "F"]);
        assert!(fs::read(folder.path().join(".stack/F")).unwrap().starts_with(b"PK"));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_becomes_bootstrap() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new("prebuilt-program");
        folder.write("target/release/job", "\u{7f}ELF");
        assert_eq!(
            packaged(&folder, "target/release/job").unwrap(),
            [".gitignore", ".lock", "F", "F/bootstrap"]
        );
        let mode = fs::metadata(folder.path().join(".stack/F/bootstrap")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o755);
    }

    #[test]
    fn what_cannot_be_copied_is_an_error() {
        let folder = Folder::new("prebuilt-error");
        assert!(packaged(&folder, "missing").unwrap_err().starts_with("cannot read"));
        let own = packaged(&folder, ".").unwrap_err();
        assert_eq!(own, ". holds `.stack`, the folder that it would be copied to");
        assert_eq!(folder.list(".stack"), [".gitignore", ".lock"]);
    }
}
