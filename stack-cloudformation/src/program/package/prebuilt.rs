//! What was built elsewhere: a folder, a zip file, or a program that becomes `bootstrap`.

use super::copy;
use super::folder::PendingArtifact;
use super::made::Made;
use super::processor;
use crate::error::Error;
use std::fs;
use std::path::Path;

/// Copies `path` to the output, and returns a warning, which may be empty.
///
/// A zip file stays one: `aws cloudformation package` uploads a zip file as it is, whatever its name.
pub(super) fn copy(
    manifest_dir: &Path,
    path: &str,
    architecture: &str,
    output: &PendingArtifact,
) -> Result<Made, Error> {
    let from = manifest_dir.join(path);
    let reading = |error| Error::new(format!("cannot read {}: {error}", from.display()));
    let from = fs::canonicalize(&from).map_err(reading)?;
    copy::require_regular(&from)?;
    if from.is_dir() {
        let inside = fs::canonicalize(output.path()).is_ok_and(|to| to.starts_with(&from));
        if inside {
            return Err(Error::new(format!("{path} holds `.stack`, the folder that it would be copied to")));
        }
    }
    let mut made = Made::warned(processor::check(&from, path, architecture)?);
    if from.is_dir() {
        made.copied = copy::folder(&from, output.path(), &|_| true)?;
        return Ok(made);
    }
    if processor::is_zip(&from).map_err(reading)? {
        output.replace_with_file(&from, &mut made.copied)?;
        return Ok(made);
    }
    let program = output.path().join("bootstrap");
    copy::file(&from, &program, &mut made.copied)?;
    copy::mode(&program, 0o755)
        .map_err(|error| Error::new(format!("cannot write {}: {error}", program.display())))?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::copy;
    use crate::program::package::folder::PendingArtifact;
    use crate::program::package::scratch::Folder;
    use crate::program::package::zip::tests::of_programs;
    use std::fs;

    fn packaged(folder: &Folder, path: &str) -> Result<Vec<String>, String> {
        let output = PendingArtifact::new(folder.path(), "F").map_err(|error| error.to_string())?;
        let made = copy(folder.path(), path, "x86_64", &output).map_err(|error| error.to_string())?;
        output.finish(made.copied.is_private).map_err(|error| error.to_string())?;
        Ok(folder.list(".stack"))
    }

    /// What packaging for a processor says: an error or a warning.
    fn said(folder: &Folder, path: &str, architecture: &str) -> Result<String, String> {
        let output = PendingArtifact::new(folder.path(), "F").map_err(|error| error.to_string())?;
        let made = copy(folder.path(), path, architecture, &output);
        made.map(|made| made.warnings).map_err(|error| error.to_string())
    }

    /// The start of a program for arm64.
    const ARM: &[u8] = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\xb7\0\x01\0\0\0";
    /// The start of a program for x86_64.
    const INTEL: &[u8] = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0";

    #[test]
    fn a_program_for_another_processor_is_an_error() {
        let folder = Folder::new("prebuilt-processor");
        fs::write(folder.write("program", ""), ARM).unwrap();
        fs::write(folder.write("dist/bootstrap", ""), INTEL).unwrap();
        fs::write(folder.write("code.zip", ""), of_programs(&["bootstrap"])).unwrap();
        fs::write(folder.write("mac", ""), b"\xcf\xfa\xed\xfe\x0c\0\0\x01").unwrap();
        for path in ["program", "code.zip"] {
            assert_eq!(
                said(&folder, path, "x86_64").unwrap_err(),
                format!(
                    "the program of {path} was built for arm64, but the function runs on x86_64: build it for x86_64, or set `architecture = \"arm64\"`"
                )
            );
            assert_eq!(said(&folder, path, "arm64").unwrap(), "");
        }
        assert!(said(&folder, "dist", "arm64").unwrap_err().contains("built for x86_64"));
        assert_eq!(said(&folder, "dist", "x86_64").unwrap(), "");
        assert_eq!(
            said(&folder, "mac", "arm64").unwrap_err(),
            "the program of mac was built for macOS, but the function runs on arm64: build it for arm64"
        );
    }

    #[test]
    fn libraries_that_all_are_for_another_processor_are_a_warning() {
        let folder = Folder::new("prebuilt-libraries");
        fs::write(folder.write("dist/a/x.so", ""), ARM).unwrap();
        assert_eq!(
            said(&folder, "dist", "x86_64").unwrap(),
            "warning: dist has libraries for arm64, such as a/x.so, but the function runs on x86_64"
        );
        assert_eq!(said(&folder, "dist", "arm64").unwrap(), "");
        fs::write(folder.write("dist/b/x.so.1", ""), INTEL).unwrap();
        assert_eq!(said(&folder, "dist", "x86_64").unwrap(), "");
        // A program in a folder is not what Lambda starts.
        fs::write(folder.write("dist/b/bootstrap", ""), ARM).unwrap();
        assert_eq!(said(&folder, "dist", "x86_64").unwrap(), "");
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
