//! Reads the command line of a stack's program.

use crate::error::did_you_mean;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the user asked for.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    /// The template.
    Template { layout: JsonLayout, out: Option<PathBuf> },
    /// One machine's definition.
    Definition { name: String, sample_arns: bool, out: Option<PathBuf> },
    /// The functions' code and the images' build contexts.
    Package { only: Option<String> },
    /// How to use the program.
    Help,
}

/// How JSON is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum JsonLayout {
    Pretty,
    Compact,
}

const COMMANDS: [&str; 2] = ["definition", "package"];
const OPTIONS: [&str; 5] = ["--out", "--compact", "--sample-arns", "--only", "--help"];

/// The options that were given.
#[derive(Default)]
struct Options {
    out: Option<OsString>,
    only: Option<OsString>,
    compact: bool,
    sample_arns: bool,
}

/// Reads the arguments after the program's name; an error is a text for the user.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut arguments = arguments.into_iter();
    let mut words = Vec::new();
    let mut given = Options::default();
    while let Some(argument) = arguments.next() {
        let Some(text) = argument.to_str() else {
            return Err(format!("`{}` is not UTF-8", argument.display()));
        };
        if text == "--" {
            for rest in arguments.by_ref() {
                words.push(rest.into_string().map_err(|rest| format!("`{}` is not UTF-8", rest.display()))?);
            }
        } else if text.starts_with('-') && text.len() > 1 {
            let (option, attached) = match text.split_once('=') {
                Some((option, value)) => (option, Some(OsString::from(value))),
                None => (text, None),
            };
            match option {
                "--help" | "-h" if attached.is_none() => return Ok(Command::Help),
                "--out" => value(option, attached, &mut arguments, "a file", &mut given.out)?,
                "--only" => value(option, attached, &mut arguments, "a resource", &mut given.only)?,
                "--compact" => flag(option, attached, &mut given.compact)?,
                "--sample-arns" => flag(option, attached, &mut given.sample_arns)?,
                "--help" | "-h" => return Err(format!("`{option}` takes no value")),
                _ => return Err(unknown("option", option, &OPTIONS)),
            }
        } else {
            words.push(text.to_owned());
        }
    }
    command(words, given)
}

/// The command that the words and options make.
fn command(words: Vec<String>, given: Options) -> Result<Command, String> {
    let layout = if given.compact { JsonLayout::Compact } else { JsonLayout::Pretty };
    let out = given.out.map(PathBuf::from);
    let mut words = words.into_iter();
    let command = match words.next() {
        None => {
            refuse(given.sample_arns, "--sample-arns", "definition")?;
            refuse(given.only.is_some(), "--only", "package")?;
            Command::Template { layout, out }
        }
        Some(word) if word == "definition" => {
            refuse(given.only.is_some(), "--only", "package")?;
            if given.compact {
                return Err("`--compact` is for the template".to_owned());
            }
            let name = words.next().ok_or("`definition` needs the name of a state machine")?;
            Command::Definition { name, sample_arns: given.sample_arns, out }
        }
        Some(word) if word == "package" => {
            refuse(given.sample_arns, "--sample-arns", "definition")?;
            if given.compact {
                return Err("`--compact` is for the template".to_owned());
            }
            if out.is_some() {
                return Err("`package` writes to `.stack`, not to `--out`".to_owned());
            }
            let only = given.only.map(OsString::into_string).transpose();
            Command::Package { only: only.map_err(|only| format!("`{}` is not UTF-8", only.display()))? }
        }
        Some(word) => return Err(unknown("command", &word, &COMMANDS)),
    };
    match words.next() {
        Some(word) => Err(format!("unexpected argument `{word}`")),
        None => Ok(command),
    }
}

/// Extracts an option's value, which may stand after `=` or be the next argument.
fn value(
    option: &str,
    attached: Option<OsString>,
    arguments: &mut impl Iterator<Item = OsString>,
    expected: &str,
    slot: &mut Option<OsString>,
) -> Result<(), String> {
    let value = match attached {
        Some(value) => value,
        None => match arguments.next() {
            // More likely a forgotten value than a name that starts like an option.
            Some(next) if next.as_encoded_bytes().starts_with(b"--") => {
                return Err(format!("`{option}` needs {expected} before `{}`", next.display()));
            }
            Some(next) => next,
            None => return Err(format!("`{option}` needs {expected}")),
        },
    };
    if value.is_empty() {
        return Err(format!("`{option}` needs {expected}"));
    }
    match slot.replace(value) {
        Some(_) => Err(format!("`{option}` is given twice")),
        None => Ok(()),
    }
}

/// Notes an option that has no value.
fn flag(option: &str, attached: Option<OsString>, slot: &mut bool) -> Result<(), String> {
    if attached.is_some() {
        return Err(format!("`{option}` takes no value"));
    }
    match std::mem::replace(slot, true) {
        true => Err(format!("`{option}` is given twice")),
        false => Ok(()),
    }
}

/// Refuses an option that belongs to another command.
fn refuse(given: bool, option: &str, owner: &str) -> Result<(), String> {
    match given {
        true => Err(format!("`{option}` belongs to `{owner}`")),
        false => Ok(()),
    }
}

fn unknown(label: &str, word: &str, known: &[&'static str]) -> String {
    format!("unknown {label} `{word}`{}", did_you_mean(word, known))
}

#[cfg(test)]
mod tests {
    use super::{Command, JsonLayout, parse};

    fn of(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(Into::into))
    }

    fn template(layout: JsonLayout, out: Option<&str>) -> Result<Command, String> {
        Ok(Command::Template { layout, out: out.map(Into::into) })
    }

    #[test]
    fn the_template_is_what_no_command_means() {
        assert_eq!(of(""), template(JsonLayout::Pretty, None));
        assert_eq!(of("--"), template(JsonLayout::Pretty, None));
        assert_eq!(of("--compact"), template(JsonLayout::Compact, None));
        assert_eq!(of("--out t.json --compact"), template(JsonLayout::Compact, Some("t.json")));
        assert_eq!(of("--out=t=1.json"), template(JsonLayout::Pretty, Some("t=1.json")));
        assert_eq!(of("--out=--x"), template(JsonLayout::Pretty, Some("--x")));
    }

    #[test]
    fn options_may_stand_anywhere_before_the_double_dash() {
        let machine =
            |name: &str, sample_arns| Ok(Command::Definition { name: name.into(), sample_arns, out: None });
        assert_eq!(of("definition buying"), machine("buying", false));
        assert_eq!(of("--sample-arns definition buying"), machine("buying", true));
        assert_eq!(of("definition --sample-arns buying"), machine("buying", true));
        assert_eq!(of("definition -- --sample-arns"), machine("--sample-arns", false));
        assert_eq!(of("package"), Ok(Command::Package { only: None }));
        assert_eq!(of("package --only bill"), Ok(Command::Package { only: Some("bill".into()) }));
        assert_eq!(of("definition --help"), Ok(Command::Help));
    }

    #[test]
    fn wrong_arguments_say_what_is_wrong() {
        let cases = [
            ("pakage", "unknown command `pakage`: did you mean `package`?"),
            ("deploy", "unknown command `deploy`"),
            ("--compat", "unknown option `--compat`: did you mean `--compact`?"),
            ("-x", "unknown option `-x`"),
            ("--compact=yes", "`--compact` takes no value"),
            ("--help=me", "`--help` takes no value"),
            ("--compact --compact", "`--compact` is given twice"),
            ("--out a --out=b", "`--out` is given twice"),
            ("--out", "`--out` needs a file"),
            ("--out=", "`--out` needs a file"),
            ("--out --compact", "`--out` needs a file before `--compact`"),
            ("--only x", "`--only` belongs to `package`"),
            ("--sample-arns", "`--sample-arns` belongs to `definition`"),
            ("definition", "`definition` needs the name of a state machine"),
            ("definition a b", "unexpected argument `b`"),
            ("definition a --only b", "`--only` belongs to `package`"),
            ("package a", "unexpected argument `a`"),
            ("definition a --compact", "`--compact` is for the template"),
            ("package --compact", "`--compact` is for the template"),
            ("package --out a", "`package` writes to `.stack`, not to `--out`"),
            ("package --sample-arns", "`--sample-arns` belongs to `definition`"),
        ];
        for (line, message) in cases {
            assert_eq!(of(line), Err(message.to_owned()), "{line}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_name_need_not_be_utf_8() {
        use std::os::unix::ffi::OsStringExt;
        let name = std::ffi::OsString::from_vec(b"t\xff.json".to_vec());
        let out = Some(name.clone().into());
        assert_eq!(
            parse(["--out".into(), name.clone()]),
            Ok(Command::Template { layout: JsonLayout::Pretty, out })
        );
        assert_eq!(parse([name]), Err("`t\u{fffd}.json` is not UTF-8".to_owned()));
    }
}
