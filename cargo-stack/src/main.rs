//! `cargo stack`: checks, explains and converts state machines on the command line, and derives their permissions.

mod arguments;
mod check;
mod commands;
mod convert;
mod diagnostic;
mod directives;
mod document;
mod embedded;
mod failure;
mod faults;
mod fix;
mod format;
mod iam;
mod input;
mod left_out;
mod machines;
mod named;
mod output;
mod parallel;
mod placeholder;
mod places;
mod pointer;
mod resolve;
mod rules;
mod search;
mod shapes;
mod template;
mod unquoted;
mod written;

use clap::Parser;
use commands::CommandLine;
use failure::Failure;
use stack_core::finding::printable;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let start = Instant::now();
    let arguments = arguments();
    let done = match CommandLine::try_parse_from(&arguments) {
        Ok(command_line) => command_line.run(start),
        // `--help` and `--version` come here, too, with the exit code 0.
        Err(error) => {
            let error = of_printable(&arguments).unwrap_or(error);
            let printed = error.print().map_err(Failure::Output);
            printed.map(|()| u8::try_from(error.exit_code()).unwrap_or(failure::UNUSABLE))
        }
    };
    let code = done.unwrap_or_else(|failure| {
        if let Some(message) = failure.message() {
            let lines: Vec<_> = message.split('\n').map(printable).collect();
            // There is no other way to tell if even this fails.
            let _ = writeln!(io::stderr(), "error: {}", lines.join("\n"));
        }
        failure.code()
    });
    ExitCode::from(code)
}

/// What is wrong with the same arguments without what is not seen. Names of files are among them, which a shell has put
/// in the place of a pattern.
fn of_printable(arguments: &[OsString]) -> Option<clap::Error> {
    let shown = arguments.iter().map(|argument| printable(&argument.to_string_lossy()).into_owned());
    CommandLine::try_parse_from(shown).err()
}

/// The command line without the `stack` that cargo puts in front: `cargo stack check` runs `cargo-stack stack check`.
fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|word| word == "stack") {
        arguments.remove(1);
    }
    arguments
}
