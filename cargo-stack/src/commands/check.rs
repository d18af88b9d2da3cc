//! `check`: reports what is wrong in each file.

use crate::arguments::{DefinitionType, RuleParser};
use crate::check::{self, Job, Options};
use crate::failure::Failure;
use crate::fix::{self, run::Mode};
use crate::format::Format;
use crate::left_out::MAX_FINDINGS;
use crate::output::{Output, Stream, Style};
use crate::parallel::check_in_parallel;
use crate::template;
use clap::{ArgGroup, Args, ValueEnum, ValueHint};
use stack_core::finding::Rule;
use std::io::{self, BufRead};
use std::path::PathBuf;
use std::time::Instant;

/// Report what is wrong in definitions and templates
///
/// A file is a definition in JSON or YAML (.asl.json, .asl.yaml), or a CloudFormation or SAM template, of which every
/// state machine is checked. Values that are only known at deployment (`!Ref`, `${placeholder}`) are accepted everywhere.
/// A file may have at most 2 MiB; AWS's own limit is 1 MiB.
#[derive(Debug, Args)]
#[command(override_usage = USAGE, after_help = AFTER_HELP)]
#[command(group = ArgGroup::new("input").args(["files", "stdin", "stdin_list"]).required(true))]
pub(crate) struct Check {
    /// Definitions and templates
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    files: Vec<PathBuf>,

    /// Read one document from standard input
    #[arg(long, help_heading = "Input")]
    stdin: bool,

    /// Read file names from standard input, one per line
    ///
    /// A tab and `EXPRESS` or `STANDARD` may follow each.
    #[arg(long, help_heading = "Input")]
    stdin_list: bool,

    #[command(flatten, next_help_heading = "Input")]
    definitions: DefinitionType,

    /// Treat warnings as errors
    #[arg(long, value_name = "SEVERITY", help_heading = "Rules")]
    deny: Option<Denied>,

    /// Leave out a rule whose severity is `warning` or `deny`; can be repeated
    #[arg(
        long,
        value_name = "RULE",
        help_heading = "Rules",
        value_parser = RuleParser::Allowable,
        hide_possible_values = true
    )]
    allow: Vec<&'static Rule>,

    /// Fix what can only be meant in one way, and report what is left
    ///
    /// Nothing else of a file is touched. A document from standard input is printed, and what is left goes to standard
    /// error.
    #[arg(long, help_heading = "Fixes")]
    fix: bool,

    /// With --fix: print the changes as a diff, and change nothing
    ///
    /// What would be left goes to standard error.
    #[arg(long, requires = "fix", help_heading = "Fixes")]
    dry_run: bool,

    /// How to print what was found
    #[arg(long, default_value = "human", help_heading = "Output")]
    format: Format,

    /// How many files to check at a time; by default, the number of processors
    #[arg(long, value_name = "N", help_heading = "Output")]
    threads: Option<usize>,
}

/// What `--deny` takes.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Denied {
    /// All warnings that are not left out with `--allow`
    Warnings,
}

const USAGE: &str = "cargo stack check [OPTIONS] <FILE>...
       cargo stack check [OPTIONS] --stdin | --stdin-list";

const AFTER_HELP: &str = "\
Examples:
  cargo stack check workflows/*.asl.json template.yaml
  cargo stack check --type express --deny warnings buying.asl.json
  cargo stack check --allow missing-default --allow past-timestamp a.asl.yaml
  cargo stack check --format sarif template.yaml > stack.sarif
  cargo stack check --fix --dry-run workflows/*.asl.yaml
  git ls-files '*.asl.json' | cargo stack check --stdin-list --format github

Exit code: 0 if there are no errors, 1 if there are, 2 if a file cannot be read
or the arguments are wrong.";

impl Check {
    /// Checks the files; gives the exit code. `start` is when the program started.
    pub(super) fn run(&self, start: Instant) -> Result<u8, Failure> {
        let printed = matches!(self.format, Format::Json | Format::Jsonl | Format::Sarif);
        let options = Options {
            deny_warnings: self.deny.is_some(),
            allow: self.allow.clone(),
            suggestions: self.fix || printed,
            // To fix one changes what is found, so all have to be there.
            max_findings: if self.fix { usize::MAX } else { MAX_FINDINGS },
        };
        // A diff, or a document, has the standard output for itself.
        let to = if self.fix && (self.dry_run || self.stdin) { Stream::Err } else { Stream::Out };
        let style = Style::of(self.format, to);
        let jobs = self.jobs()?;
        let mut output = Output::new(style, to);

        let startup = start.elapsed().as_secs_f64();
        let started = Instant::now();
        let machine_type = self.definitions.machine_type;
        let mut unwritable = None;
        let mode = if self.dry_run { Mode::Diff } else { Mode::Write };
        if self.fix && self.stdin {
            fix::run::stdin(machine_type, mode, &options, &mut output)?;
        } else if self.fix {
            unwritable = fix::run::files(&jobs, mode, &options, &mut output)?;
        } else if self.stdin {
            output.add_report(&check::stdin(machine_type, &options));
        } else {
            check_in_parallel(&jobs, &options, style, self.threads, &mut output)?;
        }
        let code = output.end(startup, started.elapsed().as_secs_f64(), self.stdin_list)?;
        unwritable.map_or(Ok(code), Err)
    }

    /// The files to check.
    fn jobs(&self) -> Result<Vec<Job>, Failure> {
        let kind = self.definitions.machine_type;
        if !self.stdin_list {
            return Ok(self.files.iter().map(|path| Job { path: path.clone(), kind }).collect());
        }
        let mut jobs = Vec::new();
        // Names of files need not be UTF-8.
        for line in io::stdin().lock().split(b'\n') {
            let line = line
                .map_err(|error| Failure::Unreadable(format!("the list of files cannot be read: {error}")))?;
            let line = line.strip_suffix(b"\r").unwrap_or(&line);
            let tab = line.iter().position(|&byte| byte == b'\t').unwrap_or(line.len());
            let (name, word) = line.split_at(tab);
            if !name.is_empty() {
                let word = String::from_utf8_lossy(word);
                let kind = template::machine_type(word.trim()).unwrap_or(kind);
                jobs.push(Job { path: path(name), kind });
            }
        }
        Ok(jobs)
    }
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(name).into()
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}
