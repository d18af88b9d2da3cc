//! The commands of `cargo stack`, a file each: its arguments, which are also its help, and what it does with them.
//!
//! A new command is a file with a struct that derives `Args` and has a method `run`, and a variant below.

mod check;
mod completions;
mod convert;
mod explain;
mod iam;
mod man;
mod rules;

use crate::failure::Failure;
use crate::output::print;
use clap::{CommandFactory, Parser, Subcommand};
use std::time::Instant;

/// Check AWS Step Functions state machines before AWS does
///
/// The files that the commands read are definitions in JSON or YAML (.asl.json, .asl.yaml), and CloudFormation and SAM
/// templates, of which every state machine is read. Values that are only known at deployment (`!Ref`, `${placeholder}`)
/// are accepted everywhere. A file may have at most 2 MiB; AWS's own limit is 1 MiB.
#[derive(Debug, Parser)]
#[command(name = "cargo-stack", bin_name = "cargo stack", version, args_override_self = true, after_help = AFTER_HELP)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack check workflows/*.asl.json template.yaml
  cargo stack iam --explain workflows/buying.asl.json
  cargo stack help check

`cargo stack help COMMAND` explains a command, with examples.";

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Iam(iam::Iam),
    Convert(convert::Convert),
    Rules(rules::Rules),
    Explain(explain::Explain),
    Completions(completions::Completions),
    Man(man::Man),
}

impl CommandLine {
    /// Does what the command line says; gives the exit code. `start` is when the program started.
    pub(crate) fn run(&self, start: Instant) -> Result<u8, Failure> {
        let definition = <Self as CommandFactory>::command;
        let Some(command) = &self.command else {
            print(&definition().render_help().to_string())?;
            return Ok(0);
        };
        match command {
            Command::Check(check) => return check.run(start),
            Command::Iam(iam) => iam.run()?,
            Command::Convert(convert) => convert.run()?,
            Command::Rules(rules) => rules.run()?,
            Command::Explain(explain) => explain.run()?,
            Command::Completions(completions) => completions.run(definition())?,
            Command::Man(man) => man.run(definition())?,
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::CommandLine;
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_definition_is_consistent() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn examples_of_the_help_are_understood() {
        let definition = CommandLine::command();
        for command in definition.get_subcommands().chain([&definition]) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("  ")).collect();
            assert!(!examples.is_empty(), "`{}` has no example", command.get_name());
            for example in examples {
                let calls = example.split(['|', '>']).map(str::trim);
                for call in calls.filter_map(|call| call.strip_prefix("cargo stack ")) {
                    let words = ["cargo-stack"].into_iter().chain(call.split_whitespace());
                    let understood = match CommandLine::try_parse_from(words) {
                        Ok(_) => true,
                        // That of `cargo stack help`.
                        Err(error) => error.exit_code() == 0,
                    };
                    assert!(understood, "{example}");
                }
            }
        }
    }
}
