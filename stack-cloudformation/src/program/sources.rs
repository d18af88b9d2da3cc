//! Where the sources of a stack are: searched for when they are needed. A path in the program would say on which machine
//! and for whom it was built, to everybody who gets it.

use crate::error::Error;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that declares a stack, as the compiler was told, and the package that it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources {
    pub(crate) file: &'static str,
    pub(crate) package: &'static str,
}

impl Sources {
    /// The folder of the package's `Cargo.toml`: above the file in the workspace that cargo runs this program of, that the
    /// program is in, or that the working folder is in.
    pub(super) fn folder(self) -> Result<PathBuf, Error> {
        let starts = [
            env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from),
            env::current_exe().ok(),
            env::current_dir().ok(),
        ];
        let Sources { file, package } = self;
        self.search(starts.iter().flatten().map(PathBuf::as_path)).ok_or_else(|| {
            Error::new(format!(
                "the sources of the package `{package}` are not here: no folder above has {file}\n\
                 help: use `cargo run`, or go to the folder of its `Cargo.toml`"
            ))
        })
    }

    fn search<'p>(self, starts: impl Iterator<Item = &'p Path>) -> Option<PathBuf> {
        let above: Vec<&Path> = starts.flat_map(Path::ancestors).collect();
        let of_file = above.iter().map(|folder| folder.join(self.file)).filter(|file| file.is_file());
        let by_file = of_file.filter_map(|file| self.package_above(&file)).next();
        // The compiler may have been told another path than that of the file.
        by_file.or_else(|| above.into_iter().find(|folder| self.is_package(folder)).map(Path::to_owned))
    }

    /// The folder of the package that a file is in, if it is this one.
    fn package_above(self, file: &Path) -> Option<PathBuf> {
        let package = file.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").is_file())?;
        self.is_package(package).then(|| package.to_owned())
    }

    /// Whether the `Cargo.toml` of a folder is that of the package: another one may have a file of the same name.
    fn is_package(self, folder: &Path) -> bool {
        let Ok(text) = fs::read_to_string(folder.join("Cargo.toml")) else { return false };
        let name = format!("\"{}\"", self.package);
        text.lines()
            .filter_map(|line| line.trim_start().strip_prefix("name"))
            .any(|value| value.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::Sources;
    use crate::program::package::scratch::Folder;

    #[test]
    fn the_package_is_above_the_file_in_the_workspace() {
        let folder = Folder::new("sources");
        let root = folder.path().join("work");
        for (name, text) in [
            ("work/Cargo.toml", "[workspace]\nmembers = [\"member\"]"),
            ("work/member/Cargo.toml", "[package]\nname = \"shop\"\n"),
            ("work/member/src/main.rs", ""),
            ("other/Cargo.toml", "[package]\nname = \"other\"\n"),
            ("other/member/src/main.rs", ""),
        ] {
            folder.write(name, text);
        }
        let shop = Sources { file: "member/src/main.rs", package: "shop" };
        let member = root.join("member");
        let from = |starts: &[&str]| {
            let starts: Vec<_> = starts.iter().map(|start| folder.path().join(start)).collect();
            shop.search(starts.iter().map(|start| start.as_path()))
        };
        assert_eq!(from(&["work/member"]), Some(member.clone()));
        assert_eq!(from(&["work/target/debug/shop"]), Some(member.clone()));
        assert_eq!(from(&["other", "work"]), Some(member.clone()), "a file of the same name is not enough");
        assert_eq!(from(&["other"]), None);
        let remapped = Sources { file: "/remapped/src/main.rs", package: "shop" };
        assert_eq!(remapped.search([member.join("src").as_path()].into_iter()), Some(member));
    }

    #[test]
    fn what_is_not_found_is_said() {
        let none = Sources { file: "no/such/file.rs", package: "no-such-package" };
        let error = none.folder().unwrap_err().to_string();
        assert!(error.starts_with("the sources of the package `no-such-package` are not here"), "{error}");
    }
}
