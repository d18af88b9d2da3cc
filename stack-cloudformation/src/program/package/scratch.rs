//! A folder for one test, removed when the test is over.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("stack-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder in the folder for temporary files");
        Folder(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and the folders above it.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a path below the folder")).expect("a new folder");
        fs::write(&path, text).expect("a new file");
        path
    }

    /// The paths of all files and folders below `name`, in order.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        fn below(root: &Path, path: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(path).expect("a folder") {
                let path = entry.expect("an entry").path();
                found.push(path.strip_prefix(root).expect("a path below").display().to_string());
                if path.is_dir() {
                    below(root, &path, found);
                }
            }
        }
        let (root, mut found) = (self.0.join(name), Vec::new());
        below(&root, &root, &mut found);
        found.sort();
        found
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
