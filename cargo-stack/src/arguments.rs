//! The command line: what it says, or why it cannot be understood.

use crate::format::Format;
use crate::rules;
use lexopt::prelude::*;
use lexopt::{Error, Parser};
use stack_core::finding::Rule;
use stack_core::finding::Severity;
use stack_core::language::MachineType;
use std::path::PathBuf;

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    /// `check`
    Check(Check),
    /// `convert`
    Convert(Convert),
    /// `iam`
    Iam(Iam),
    /// `explain`
    Explain(&'static Rule),
    /// `rules`
    Rules {
        /// As JSON, with the pages.
        json: bool,
    },
    /// `--help`
    Help,
    /// `--version`
    Version,
}

/// The options of `check`.
#[derive(Debug, Default)]
pub(crate) struct Check {
    /// The files, in the order of the command line.
    pub(crate) files: Vec<PathBuf>,
    /// Whether to read one document, or a list of files, from the standard input.
    pub(crate) stdin: Option<Stdin>,
    /// The type of definitions that do not say theirs.
    pub(crate) kind: MachineType,
    /// Warnings are errors.
    pub(crate) deny_warnings: bool,
    /// Rules to leave out.
    pub(crate) allow: Vec<&'static Rule>,
    /// How to say it.
    pub(crate) format: Format,
    /// How many files at the same time.
    pub(crate) threads: Option<usize>,
}

/// The options of `convert`.
#[derive(Debug)]
pub(crate) struct Convert {
    /// The file.
    pub(crate) file: PathBuf,
    /// The type of a definition that does not say its own.
    pub(crate) kind: MachineType,
    /// Which machine of a template; none: all.
    pub(crate) machine: Option<String>,
}

/// The options of `iam`.
#[derive(Debug, Default)]
pub(crate) struct Iam {
    /// The files, in the order of the command line.
    pub(crate) files: Vec<PathBuf>,
    /// The type of definitions that do not say theirs.
    pub(crate) kind: MachineType,
    /// What to print.
    pub(crate) view: View,
}

/// What `iam` prints.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum View {
    /// The policies.
    #[default]
    Policy,
    /// Which state needs which statement.
    Explain,
    /// How wide they are, in numbers.
    Stats,
    /// All that is known, as JSON.
    Json,
}

/// What the standard input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stdin {
    /// One document.
    Document,
    /// Names of files.
    List,
}

/// Reads the command line. Cargo puts `stack` in front of it.
pub(crate) fn parse(mut parser: Parser) -> Result<Command, Error> {
    let mut first = true;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Value(word) => match word.to_str() {
                Some("stack") if first => first = false,
                Some("help") => return Ok(Command::Help),
                Some("check") => return check(&mut parser),
                Some("convert") => return convert(&mut parser),
                Some("iam") => return iam(&mut parser),
                Some("explain") => return explain(&mut parser),
                Some("rules") => return rules(&mut parser),
                _ => return Err(format!("`{}` is not a command", word.display()).into()),
            },
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Help)
}

fn check(parser: &mut Parser) -> Result<Command, Error> {
    let mut check = Check::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("type") => check.kind = kind(parser)?,
            Long("deny") => match parser.value()?.to_str() {
                Some("warnings") => check.deny_warnings = true,
                _ => return Err("`--deny` takes `warnings`".into()),
            },
            Long("allow") => check.allow.push(allowed(&parser.value()?.string()?)?),
            Long("format") => check.format = parser.value()?.parse_with(Format::from_name)?,
            Long("stdin") if check.stdin != Some(Stdin::List) => check.stdin = Some(Stdin::Document),
            Long("stdin-list") if check.stdin != Some(Stdin::Document) => check.stdin = Some(Stdin::List),
            Long("stdin" | "stdin-list") => {
                return Err("`--stdin` and `--stdin-list` exclude each other".into());
            }
            Long("threads") => check.threads = Some(parser.value()?.parse()?),
            Value(path) => check.files.push(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    match (check.stdin, check.files.as_slice()) {
        (None, []) => Err("`check` needs a file".into()),
        (Some(_), [_, ..]) => {
            Err("name files on the command line or take them from standard input, not both".into())
        }
        _ => Ok(Command::Check(check)),
    }
}

fn convert(parser: &mut Parser) -> Result<Command, Error> {
    let (mut file, mut machine, mut kind) = (None, None, MachineType::Standard);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("type") => kind = self::kind(parser)?,
            Long("machine") => machine = Some(parser.value()?.string()?),
            Value(path) if file.is_none() => file = Some(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    let file = file.ok_or("`convert` needs a file")?;
    Ok(Command::Convert(Convert { file, kind, machine }))
}

fn iam(parser: &mut Parser) -> Result<Command, Error> {
    let mut iam = Iam::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("type") => iam.kind = kind(parser)?,
            Long("explain") => iam.view = View::Explain,
            Long("stats") => iam.view = View::Stats,
            Long("format") => match parser.value()?.to_str() {
                Some("json") => iam.view = View::Json,
                Some("cloudformation") => iam.view = View::Policy,
                _ => return Err("the formats of `iam` are cloudformation and json".into()),
            },
            Value(path) => iam.files.push(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    if iam.files.is_empty() {
        return Err("`iam` needs a file".into());
    }
    Ok(Command::Iam(iam))
}

fn explain(parser: &mut Parser) -> Result<Command, Error> {
    let mut rule = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(id) if rule.is_none() => rule = Some(rules::find(&id.string()?)?),
            _ => return Err(argument.unexpected()),
        }
    }
    rule.map(Command::Explain).ok_or_else(|| "`explain` needs a rule".into())
}

fn rules(parser: &mut Parser) -> Result<Command, Error> {
    let mut json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("format") => match parser.value()?.to_str() {
                Some("json") => json = true,
                Some("human") => json = false,
                _ => return Err("the formats of `rules` are human and json".into()),
            },
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Rules { json })
}

/// The value of `--type`.
fn kind(parser: &mut Parser) -> Result<MachineType, Error> {
    let word = parser.value()?.string()?;
    machine_type(&word).ok_or_else(|| format!("`{word}` is not a type: write `standard` or `express`").into())
}

/// The type of that name, in any case.
pub(crate) fn machine_type(word: &str) -> Option<MachineType> {
    if word.eq_ignore_ascii_case("standard") {
        Some(MachineType::Standard)
    } else if word.eq_ignore_ascii_case("express") {
        Some(MachineType::Express)
    } else {
        None
    }
}

fn allowed(id: &str) -> Result<&'static Rule, Error> {
    let rule = rules::find(id)?;
    if rule.severity == Severity::Error {
        return Err(format!("`{id}` is an error, which cannot be allowed").into());
    }
    Ok(rule)
}
