//! `cargo stack`: checks, explains and converts state machines on the command line, and derives their permissions.

mod arguments;
mod check;
mod convert;
mod diagnostic;
mod document;
mod embedded;
mod explain;
mod faults;
mod format;
mod iam;
mod input;
mod machines;
mod placeholder;
mod places;
mod pointer;
mod rules;
mod run;
mod size;
mod template;

use arguments::Command;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Instant;

/// What `cargo stack --help` prints.
const HELP: &str = include_str!("help.txt");

/// Something is wrong with how the program was called, or a file cannot be read.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let start = Instant::now();
    let command = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => return usage(&error.to_string()),
    };
    let code = match command {
        Command::Help => print(HELP),
        Command::Version => print(concat!("cargo-stack ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Rules { json: false } => print(&explain::list()),
        Command::Rules { json: true } => print(&explain::json()),
        Command::Explain(rule) => print(&explain::page(rule)),
        Command::Convert(options) => match convert::file(&options) {
            Ok(text) => print(&text),
            Err(failure) => return complain(&failure.message, failure.code),
        },
        Command::Iam(options) => match iam::files(&options) {
            Ok((text, notes)) => {
                // Nobody is left to tell if this fails.
                notes.iter().for_each(|note| drop(writeln!(io::stderr(), "note: {note}")));
                print(&text)
            }
            Err(failure) => return complain(&failure.message, failure.code),
        },
        Command::Check(check) => run::check(&check, start),
    };
    match code {
        Ok(code) => ExitCode::from(code),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(USAGE),
        Err(error) => usage(&format!("the output cannot be written: {error}")),
    }
}

fn print(text: &str) -> io::Result<u8> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(0)
}

fn complain(message: &str, code: u8) -> ExitCode {
    // Nobody is left to tell if even this fails.
    let _ = writeln!(io::stderr(), "error: {message}");
    ExitCode::from(code)
}

fn usage(message: &str) -> ExitCode {
    complain(&format!("{message}\n\nTry `cargo stack --help`."), USAGE)
}
