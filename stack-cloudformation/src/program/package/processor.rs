//! Whether prebuilt code was built for the processor that its function runs on.
//!
//! A `bootstrap` for another one fails every invocation (`exec format error`), so it is an error. Libraries are loaded
//! only where code asks for them, and packages ship them for several processors, so they are a warning if none fits.

use super::{copy, zip};
use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// As many bytes of a file as tell what it was built for.
const HEADER: usize = 20;

/// The program that Lambda starts in the runtimes of Amazon Linux, which are all that run programs.
const PROGRAM: &str = "bootstrap";

/// Checks a folder, a zip file or a program; `path` is what the user calls it. Returns a warning, which may be empty.
pub(super) fn check(from: &Path, path: &str, architecture: &str) -> Result<String, Error> {
    let mut found = Libraries::default();
    let read = if from.is_dir() {
        in_folder(from, "", architecture, &mut found)
    } else {
        match is_zip(from) {
            Ok(true) => in_zip(from, architecture, &mut found),
            _ => start(from).map(|bytes| wrong(PROGRAM, &bytes, architecture, &mut found)),
        }
    };
    let program = read.map_err(|error| Error::new(format!("cannot read {}: {error}", from.display())))?;
    if let Some(target) = program {
        let remedy = match target {
            "x86_64" | "arm64" => format!(", or set `architecture = \"{target}\"`"),
            _ => String::new(),
        };
        return Err(Error::new(format!(
            "the program of {path} was built for {target}, but the function runs on {architecture}: build it for {architecture}{remedy}"
        )));
    }
    Ok(match found {
        Libraries { fit: false, other: Some((name, target)) } => format!(
            "warning: {path} has libraries for {target}, such as {name}, but the function runs on {architecture}"
        ),
        _ => String::new(),
    })
}

/// What the libraries of a package were built for.
#[derive(Default)]
struct Libraries {
    /// One of them fits.
    fit: bool,
    /// The first that does not.
    other: Option<(String, &'static str)>,
}

/// What the program was built for, if that is not the function's processor.
type Wrong = Option<&'static str>;

/// Looks at a file that has this name in the package and starts with these bytes.
fn wrong(name: &str, start: &[u8], architecture: &str, found: &mut Libraries) -> Wrong {
    let target = target(start)?;
    let fits = target == architecture;
    if name == PROGRAM {
        return (!fits).then_some(target);
    }
    found.fit |= fits;
    if !fits && found.other.is_none() {
        found.other = Some((name.to_owned(), target));
    }
    None
}

fn in_folder(folder: &Path, prefix: &str, architecture: &str, found: &mut Libraries) -> io::Result<Wrong> {
    for name in copy::names(folder)? {
        let path = folder.join(&name);
        let name = format!("{prefix}{}", name.display());
        if path.is_dir() {
            in_folder(&path, &format!("{name}/"), architecture, found)?;
        } else if matters(&name)
            && let Some(target) = wrong(&name, &start(&path)?, architecture, found)
        {
            return Ok(Some(target));
        }
    }
    Ok(None)
}

fn in_zip(path: &Path, architecture: &str, found: &mut Libraries) -> io::Result<Wrong> {
    let bytes = fs::read(path)?;
    for (name, entry) in zip::entries(&bytes) {
        if matters(&name)
            && let Some(start) = entry.start(HEADER)
            && let Some(target) = wrong(&name, &start, architecture, found)
        {
            return Ok(Some(target));
        }
    }
    Ok(None)
}

/// Whether a file of this name in a package is a program that Lambda starts, or a library.
fn matters(name: &str) -> bool {
    name == PROGRAM || name.ends_with(".so") || name.ends_with(".node") || name.contains(".so.")
}

/// The first bytes of a file.
fn start(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(path)?.take(HEADER as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// What a file that starts like this was built for, as far as that is certain.
fn target(start: &[u8]) -> Option<&'static str> {
    match start {
        // An ELF file of 64 bits, little endian: its `e_machine` is at byte 18.
        [0x7f, b'E', b'L', b'F', 2, 1, ..] => match start.get(18..20)? {
            [62, 0] => Some("x86_64"),
            [183, 0] => Some("arm64"),
            _ => None,
        },
        [0xcf, 0xfa, 0xed, 0xfe, ..] => Some("macOS"),
        [b'M', b'Z', ..] => Some("Windows"),
        _ => None,
    }
}

/// Whether a file starts like a zip file, an empty one among them.
pub(super) fn is_zip(path: &Path) -> io::Result<bool> {
    Ok(matches!(start(path)?.as_slice(), [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..]))
}
