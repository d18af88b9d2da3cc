//! The program of a stack: what `Stack::run()` does with the command line.

mod arguments;
mod definition;
mod file;
mod package;
mod sources;

use crate::error::{Error, did_you_mean};
use crate::template::Template;
use crate::template::artifact::{Artifact, Source};
use arguments::{Command, JsonLayout};
pub(crate) use sources::Sources;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What the program knows of its stack: everything below is compiled once, not once a stack.
pub(crate) struct Program {
    pub(crate) stack: &'static str,
    pub(crate) sources: Sources,
    pub(crate) template: fn() -> Result<Template, Error>,
}

impl Program {
    /// Does what the command line says. Ends the process with 1 after an error, 2 after wrong arguments.
    pub(crate) fn main(&self) -> crate::Result {
        match self.exit_code(env::args_os()) {
            0 => Ok(()),
            code => std::process::exit(code),
        }
    }

    fn exit_code(&self, mut arguments: impl Iterator<Item = OsString>) -> i32 {
        let path = arguments.next().unwrap_or_default();
        let name = Path::new(&path).file_stem().unwrap_or(self.stack.as_ref()).display().to_string();
        match arguments::parse(arguments) {
            Ok(command) => match self.run(command, &name) {
                Ok(()) => 0,
                Err(error) => {
                    say(&format!("error: {error}"));
                    1
                }
            },
            Err(message) => {
                say(&format!("error: {message}\nhelp: `{name} --help` says how to use it"));
                2
            }
        }
    }

    fn run(&self, command: Command, name: &str) -> Result<(), Error> {
        match command {
            Command::Help => {
                print(&include_str!("help.txt").replace("{program}", name).replace("{stack}", self.stack))
            }
            Command::Template { layout, out } => {
                let template = self.template()?;
                let text = match layout {
                    JsonLayout::Pretty => template.to_json(),
                    JsonLayout::Compact => template.to_compact_json() + "\n",
                };
                give(&text, out.as_deref())
            }
            Command::Definition { name, sample_arns, out } => {
                let text = definition::text(&(self.template)()?, &name, sample_arns)?;
                give(&text, out.as_deref())
            }
            Command::Package { only } => {
                let template = self.template()?;
                let artifacts = select_artifacts(template.artifacts(), only.as_deref())?;
                self.package(&artifacts)
            }
        }
    }

    /// The template; its notes go to stderr.
    fn template(&self) -> Result<Template, Error> {
        let template = (self.template)()?;
        template.notes().iter().for_each(|note| say(&format!("note: {note}")));
        Ok(template)
    }

    /// Builds the artifacts, all that can be built.
    fn package(&self, artifacts: &[&Artifact]) -> Result<(), Error> {
        let mut failures = Vec::new();
        let mut commands = String::new();
        let folder = self.folder(artifacts.is_empty())?;
        let esbuild = package::Esbuild::default();
        for artifact in artifacts {
            match package::build(artifact, &folder, Path::new(""), &esbuild) {
                Ok(built) => {
                    say(&built.summary);
                    commands.push_str(&built.commands.unwrap_or_default());
                }
                Err(error) => failures.push(error.to_string()),
            }
        }
        if artifacts.is_empty() {
            say("nothing to package");
        }
        print(&commands)?;
        if failures.is_empty() { Ok(()) } else { Err(Error::new(failures.join("\nerror: "))) }
    }

    /// The folder of the sources, unless nothing is made of them.
    fn folder(&self, is_unused: bool) -> Result<PathBuf, Error> {
        if is_unused { Ok(PathBuf::new()) } else { self.sources.folder() }
    }

    /// Makes the file hold the template, and tells cargo what it is made from.
    pub(crate) fn write_template(&self, path: &Path) -> Result<(), Error> {
        let template = (self.template)()?;
        let mut lines = String::new();
        template.notes().iter().for_each(|note| lines.push_str(&format!("cargo::warning={note}\n")));
        let folder = self.folder(template.artifacts().is_empty())?;
        for artifact in template.artifacts() {
            let entry = match artifact.source {
                Source::Node { entry, .. } | Source::Python { entry, .. } | Source::Image { entry, .. } => {
                    entry
                }
                // It may not be there yet, and nothing in the template depends on what it holds.
                Source::Prebuilt { .. } => continue,
            };
            lines.push_str(&format!("cargo::rerun-if-changed={}\n", folder.join(entry).display()));
        }
        // A template that was changed or removed is written again.
        lines.push_str(&format!("cargo::rerun-if-changed={}\n", path.display()));
        if file::write(path, &template.to_json()).map_err(|error| unwritable(path, &error))? {
            date_back(path);
        }
        print(&lines)
    }
}

/// The artifacts of one resource, or all.
fn select_artifacts<'a>(artifacts: &'a [Artifact], only: Option<&str>) -> Result<Vec<&'a Artifact>, Error> {
    let Some(name) = only else { return Ok(artifacts.iter().collect()) };
    let named = |artifact: &&Artifact| artifact.resource == name || artifact.logical_id == name;
    let found: Vec<&Artifact> = artifacts.iter().filter(named).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let mut known = Vec::new();
    for artifact in artifacts {
        known.extend_from_slice(&[artifact.resource, &artifact.logical_id]);
    }
    let mut text = format!("there is nothing to package for `{name}`{}", did_you_mean(name, &known));
    let names: Vec<String> = artifacts.iter().map(|artifact| format!("`{}`", artifact.resource)).collect();
    if !names.is_empty() {
        text.push_str(&format!("\nhelp: there is for {}", names.join(", ")));
    }
    Err(Error::new(text))
}

/// Prints the text, or writes it to the file.
fn give(text: &str, out: Option<&Path>) -> Result<(), Error> {
    let Some(path) = out else { return print(text) };
    file::write(path, text).map(drop).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &io::Error) -> Error {
    Error::new(format!("cannot write {}: {error}", path.display()))
}

/// Prints to stdout. A reader may stop when it has enough: that is no error.
fn print(text: &str) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::new(format!("cannot write to stdout: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints a line to stderr; if it cannot be written, nothing is lost.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Gives the file the time of this program. Cargo runs a build script again when a file is younger
/// than the script's last run; the script's own output must not look so. Where it cannot be done,
/// the script runs once more.
fn date_back(path: &Path) {
    let time = env::current_exe().and_then(fs::metadata).and_then(|program| program.modified());
    let _ = time.and_then(|time| File::options().append(true).open(path)?.set_modified(time));
}
