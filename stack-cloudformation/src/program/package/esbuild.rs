//! esbuild: found once, then run for each file.

use crate::error::Error;
use std::cell::OnceCell;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The version that bundles where the project has none of its own: another one may write other bytes.
const VERSION: &str = "0.28.2";

/// What esbuild has done.
#[derive(Debug)]
pub(super) struct Done {
    /// What it printed.
    pub(super) text: String,
    /// Its warnings.
    pub(super) warnings: String,
}

/// The program that bundles, searched for when it is first needed.
#[derive(Debug, Default)]
pub(crate) struct Esbuild {
    found: OnceCell<Result<Found, String>>,
}

#[derive(Debug)]
struct Found {
    program: OsString,
    /// What the user should know of it.
    note: Option<String>,
}

impl Esbuild {
    /// Runs it in a folder, with a text on its standard input. `entry` is what it is needed for.
    pub(super) fn run(
        &self,
        folder: &Path,
        entry: &str,
        arguments: &[String],
        input: &str,
    ) -> Result<Done, Error> {
        let found = match self.found.get_or_init(|| find(folder)) {
            Ok(found) => found,
            Err(why) => return Err(Error::new(format!("esbuild is needed to bundle {entry}\n{why}"))),
        };
        let output = run(Command::new(&found.program).args(arguments).current_dir(folder), input)
            .map_err(|error| Error::new(format!("cannot run {}: {error}", found.program.display())))?;
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        if !output.status.success() {
            return Err(Error::new(format!("esbuild could not bundle {entry}\n{said}")));
        }
        let warnings = match &found.note {
            Some(note) if said.is_empty() => note.clone(),
            Some(note) => format!("{note}\n{said}"),
            None => said,
        };
        Ok(Done { text: String::from_utf8_lossy(&output.stdout).into_owned(), warnings })
    }
}

/// What it is called on this system.
const PROGRAM: &str = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };

const NPX: &str = if cfg!(windows) { "npx.cmd" } else { "npx" };

/// The project's own esbuild, the one on the PATH if it has the version, the one that npx brings, and only then another one
/// on the PATH.
fn find(folder: &Path) -> Result<Found, String> {
    let exact = |program: OsString| Ok(Found { program, note: None });
    let bins = folder.ancestors().map(|folder| folder.join("node_modules/.bin"));
    if let Some(own) = bins.map(|bin| bin.join(PROGRAM)).find(|program| program.is_file()) {
        return exact(own.into());
    }
    let version = version(PROGRAM.as_ref());
    if version.as_deref() == Some(VERSION) {
        return exact(PROGRAM.into());
    }
    let why = match bring(folder) {
        Ok(program) => return exact(program.into()),
        Err(why) => why,
    };
    match version {
        Some(version) => {
            let note = format!("note: esbuild {version} of the PATH has bundled it: {why}");
            Ok(Found { program: PROGRAM.into(), note: Some(note) })
        }
        None => Err(format!(
            "{why}\nhelp: add `esbuild` to the `package.json` of the project, put it on the PATH, or install Node.js: \
             its `npx` then brings esbuild@{VERSION}"
        )),
    }
}

/// The version of a program that can be run.
fn version(program: &OsStr) -> Option<String> {
    let output = run(Command::new(program).arg("--version"), "").ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Lets npx install it, and asks where. To start npx takes longer than to bundle, so it is not started for each file.
fn bring(folder: &Path) -> Result<PathBuf, String> {
    let mut command = Command::new(NPX);
    command.args(["--yes", "--loglevel=error", &format!("--package=esbuild@{VERSION}")]);
    command.args(["--", "node", "-p", "process.env.PATH"]).current_dir(folder);
    let output = match run(&mut command, "") {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(format!("there is no {NPX}")),
        Err(error) => return Err(format!("cannot run {NPX}: {error}")),
    };
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).take(3).collect();
        return Err(format!("npx could not bring esbuild@{VERSION}: {}", said.join("\n")));
    }
    let path = String::from_utf8_lossy(&output.stdout);
    let programs = env::split_paths(path.trim()).map(|folder| folder.join(PROGRAM));
    programs
        .filter(|program| program.is_file())
        .find(|program| version(program.as_os_str()).as_deref() == Some(VERSION))
        .ok_or_else(|| format!("npx has brought no esbuild@{VERSION}"))
}

/// Runs a program to its end.
fn run(command: &mut Command, input: &str) -> io::Result<std::process::Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A few bytes, which a pipe holds. A program that ends before it reads them says why.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output()
}
