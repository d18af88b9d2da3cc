//! Python: the entry file, the modules and packages beside it, and what its `requirements.txt` names.

use super::copy::{self, Copied};
use super::entry::require_file;
use super::exports::Exports;
use super::made::Made;
use crate::error::Error;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Where the code runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum CopyTarget<'a> {
    /// In Lambda: pip installs the requirements beside the code, and the handler is called.
    Function { runtime: &'a str, handler: &'a str, architecture: &'a str },
    /// In a container: its Dockerfile installs them.
    Container,
}

/// Copies the code of `entry` to `to`. A folder with an `__init__.py` is a package and comes whole;
/// other folders are not touched. Fails if the function that Lambda calls is not defined.
pub(super) fn copy(
    manifest_dir: &Path,
    entry: &str,
    target: CopyTarget<'_>,
    to: &Path,
) -> Result<Made, Error> {
    require_file(manifest_dir, entry)?;
    let file = manifest_dir.join(entry);
    let mut made = Made::default();
    if let CopyTarget::Function { runtime, handler, .. } = target {
        match defined(&file, entry, runtime)? {
            Ok(names) => names.require(handler, entry, "defines")?,
            Err(why) => made.warnings = format!("note: nobody has looked for `{handler}` in {entry}: {why}"),
        }
    }
    let folder = file.parent().unwrap_or(manifest_dir);
    let requirements = folder.join("requirements.txt");
    let mut copied = Copied::default();
    if requirements.is_file() {
        match target {
            // Before the code is copied, so that the code wins where names meet.
            CopyTarget::Function { runtime, architecture, .. } => {
                install(&requirements, runtime, architecture, to)?
            }
            CopyTarget::Container => {
                copy::file(&requirements, &to.join("requirements.txt"), &mut copied)?;
            }
        }
    }
    made.copied = copy::folder(folder, to, &|path| belongs(folder, path))?;
    made.copied.is_private |= copied.is_private;
    Ok(made)
}

/// The names that a file defines, or why they are not known.
fn defined(file: &Path, entry: &str, runtime: &str) -> Result<Result<Exports, &'static str>, Error> {
    let names = |command: &mut Command| {
        command.args(["-c", include_str!("names.py")]).arg(file);
    };
    let Some(output) = run(&names)? else { return Ok(Err("there is no `python3`")) };
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let version = runtime.trim_start_matches("python");
        // An older Python does not know all that the runtime's does.
        return match said.lines().rev().find(|line| !line.trim().is_empty()) {
            Some(line) if line.starts_with("SyntaxError") && is_at_least(version) => {
                Err(Error::new(format!("{entry} is no Python\n{}", said.trim())))
            }
            Some(line) if line.starts_with("SyntaxError") => Ok(Err("`python3` is older than the runtime")),
            _ => Ok(Err("`python3` cannot read it")),
        };
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let mut exports = Exports::default();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line, line.strip_prefix(' ')) {
            ("*", _) => exports.is_open = true,
            (_, Some(imported)) => exports.imported.push(imported.to_owned()),
            (name, None) => exports.names.push(name.to_owned()),
        }
    }
    Ok(Ok(exports))
}

/// Whether this machine's Python has at least that version.
fn is_at_least(version: &str) -> bool {
    let text = "import sys; print(sys.version_info >= tuple(int(part) for part in sys.argv[1].split(\".\")))";
    let asked = run(&|command: &mut Command| {
        command.args(["-c", text, version]);
    });
    asked.ok().flatten().is_some_and(|output| output.stdout.starts_with(b"True"))
}

/// Runs Python, by whatever name it is there; none if it is not. It is isolated: what stands in this folder, or is named by
/// `PYTHONPATH`, must not take the place of a module of Python's own.
fn run(arguments: &dyn Fn(&mut Command)) -> Result<Option<Output>, Error> {
    for python in ["python3", "python"] {
        let mut command = Command::new(python);
        command.arg("-I").stdin(Stdio::null());
        arguments(&mut command);
        match command.output() {
            Ok(output) => return Ok(Some(output)),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Error::new(format!("cannot run {python}: {error}"))),
        }
    }
    Ok(None)
}

/// Whether a file or folder is part of the code that stands in `folder`.
fn belongs(folder: &Path, path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    if path.is_dir() {
        !path.ends_with("__pycache__")
            && (path.parent() != Some(folder) || path.join("__init__.py").is_file())
    } else if path.parent() == Some(folder) {
        extension == "py"
    } else {
        extension != "pyc"
    }
}

/// Installs ready-made packages for Lambda's system, whatever the system of this machine is.
fn install(requirements: &Path, runtime: &str, architecture: &str, to: &Path) -> Result<(), Error> {
    let pip = |command: &mut Command| {
        command.args(pip(runtime, architecture)).arg("--target").arg(to);
        command.arg("--requirement").arg(requirements);
    };
    let requirements = requirements.display();
    match run(&pip)? {
        // Start scripts name the Python of this machine, and Lambda starts none.
        Some(output) if output.status.success() => remove_scripts(to),
        Some(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(Error::new(format!(
                "pip could not install {requirements} for {runtime} on {architecture}\n{}",
                said.trim()
            )))
        }
        None => Err(Error::new(format!(
            "pip is needed to install {requirements}\nhelp: put `python3` with pip on the PATH"
        ))),
    }
}

/// pip's arguments for packages that run in Lambda, whatever the runtime.
const PIP: &[&str] = &[
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    // Compiled files differ from run to run.
    "--no-compile",
    "--only-binary=:all:",
    "--implementation=cp",
];

/// pip's arguments for packages that run in that runtime.
fn pip(runtime: &str, architecture: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    for argument in PIP {
        arguments.push((*argument).to_owned());
    }
    let version = runtime.trim_start_matches("python");
    arguments.push(format!("--python-version={version}"));
    // Amazon Linux 2 has glibc 2.26, Amazon Linux 2023 has 2.34.
    let glibc: &[&str] = match version {
        "3.8" | "3.9" | "3.10" | "3.11" => &["manylinux2014", "manylinux_2_17", "manylinux_2_26"],
        _ => &["manylinux2014", "manylinux_2_17", "manylinux_2_26", "manylinux_2_28", "manylinux_2_34"],
    };
    let system = if architecture == "arm64" { "aarch64" } else { "x86_64" };
    for glibc in glibc {
        arguments.push(format!("--platform={glibc}_{system}"));
    }
    arguments
}

fn remove_scripts(to: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(to.join("bin")) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Error::new(format!("cannot remove {}: {error}", to.join("bin").display())))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CopyTarget, copy, pip};
    use crate::program::package::scratch::Folder;

    #[test]
    fn modules_and_packages_come_along_and_nothing_else() {
        let folder = Folder::new("python");
        for name in [
            "app/handler.py",
            "app/helper.py",
            "app/notes.md",
            "app/__pycache__/handler.cpython-313.pyc",
            "app/node_modules/x.py",
            "app/shop/__init__.py",
            "app/shop/prices.json",
            "app/shop/old.pyc",
            "app/shop/data/more.csv",
            "app/shop/__pycache__/x.pyc",
            "app/requirements.txt",
            "other.py",
        ] {
            folder.write(name, "");
        }
        folder.write("out/.keep", "");
        copy(folder.path(), "app/handler.py", CopyTarget::Container, &folder.path().join("out")).unwrap();
        let expected = [
            ".keep",
            "handler.py",
            "helper.py",
            "requirements.txt",
            "shop",
            "shop/__init__.py",
            "shop/data",
            "shop/data/more.csv",
            "shop/prices.json",
        ];
        assert_eq!(folder.list("out"), expected);
    }

    #[test]
    fn a_missing_entry_is_an_error_that_names_it() {
        let folder = Folder::new("python-missing");
        let target =
            CopyTarget::Function { runtime: "python3.13", handler: "handler", architecture: "arm64" };
        let error = copy(folder.path(), "app/handler.py", target, folder.path()).unwrap_err();
        assert!(error.to_string().contains("app/handler.py"), "{error}");
    }

    #[test]
    fn packages_are_those_of_lambdas_system() {
        let of = |runtime, architecture| pip(runtime, architecture).join(" ");
        let old = of("python3.11", "arm64");
        assert!(old.contains("--python-version=3.11 --platform=manylinux2014_aarch64"), "{old}");
        assert!(!old.contains("manylinux_2_34"), "Amazon Linux 2 has no such glibc: {old}");
        assert!(of("python3.13", "x86_64").ends_with("--platform=manylinux_2_34_x86_64"));
    }
}
