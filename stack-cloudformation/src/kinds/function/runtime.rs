//! Lambda's runtimes, and which of them run which files.

use crate::compile_time::compare::{ends_with, starts_with};

/// The runtimes that AWS takes for new functions.
pub(crate) const RUNTIMES: &[&str] = &[
    "nodejs22.x",
    "nodejs24.x",
    "python3.11",
    "python3.12",
    "python3.13",
    "python3.14",
    "provided.al2023",
    "java11",
    "java17",
    "java21",
    "java25",
    "dotnet10",
    "ruby3.3",
    "ruby3.4",
    "ruby4.0",
];

/// A language that functions and batch jobs may be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// TypeScript and JavaScript.
    Node,
    /// Python.
    Python,
}

const NODE: [&str; 8] = [".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".tsx", ".jsx"];

impl Language {
    /// The language of a file, by the end of its name.
    pub(crate) const fn of(path: &str) -> Option<Self> {
        let mut i = 0;
        while i < NODE.len() {
            if ends_with(path, NODE[i]) {
                return Some(Language::Node);
            }
            i += 1;
        }
        if ends_with(path, ".py") { Some(Language::Python) } else { None }
    }

    /// The runtime unless another is given.
    pub(crate) const fn runtime(self) -> &'static str {
        match self {
            Language::Node => "nodejs24.x",
            Language::Python => "python3.13",
        }
    }

    /// Whether the runtime runs it.
    pub(crate) const fn runs_on(self, runtime: &str) -> bool {
        match self {
            Language::Node => starts_with(runtime, "nodejs"),
            Language::Python => starts_with(runtime, "python"),
        }
    }
}

/// The file's name without its folder and its last extension.
pub(crate) fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Panics unless it is the path of a file that can be an entry: with a known extension, relative.
#[track_caller]
pub(crate) const fn check_entry(path: &'static str) {
    if path.is_empty() || starts_with(path, "/") {
        panic!("entryfile_path is relative to the folder of Cargo.toml");
    }
    let Some(language) = Language::of(path) else {
        panic!("entryfile_path is a file that ends in .ts, .js, .mts, .mjs, .cts, .cjs, .tsx, .jsx or .py")
    };
    // Python imports the module by its name, in which a dot means a package.
    if matches!(language, Language::Python) && dots_in_file_name(path) > 1 {
        panic!("the name of a Python file holds one dot, that of `.py`");
    }
}

const fn dots_in_file_name(path: &str) -> usize {
    let bytes = path.as_bytes();
    let mut dots = 0;
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'/' => dots = 0,
            b'.' => dots += 1,
            _ => {}
        }
        i += 1;
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_says_the_language() {
        assert_eq!(Language::of("a/b.mts"), Some(Language::Node));
        assert_eq!(Language::of("a/b.py"), Some(Language::Python));
        assert_eq!(Language::of("a/b.rs"), None);
        assert_eq!(stem("a/b.c.ts"), "b.c");
    }

    #[test]
    fn default_runtimes_are_known() {
        for language in [Language::Node, Language::Python] {
            assert!(RUNTIMES.contains(&language.runtime()) && language.runs_on(language.runtime()));
        }
    }

    #[test]
    #[should_panic(expected = "the name of a Python file holds one dot")]
    fn a_python_file_is_a_module() {
        check_entry("v1.0/report.v2.py");
    }
}
