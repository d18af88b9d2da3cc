//! `iam`: prints the policy that the role of each machine needs.

use crate::arguments::DefinitionType;
use crate::failure::Failure;
use crate::iam::{self, View};
use crate::output::print;
use clap::{Args, ValueEnum, ValueHint};
use std::io::{self, Write};
use std::path::PathBuf;

/// Print the policy that a definition's role needs
///
/// The policy that the role of each machine needs is derived from the definition: for each task, the actions of its
/// integration and pattern, on the ARNs that its parameters name. Notes on stderr name statements that are wider than they
/// should be, because a state computes a name, and definitions that have errors.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Iam {
    /// Definitions and templates
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required = true)]
    files: Vec<PathBuf>,

    #[command(flatten, next_help_heading = "Input")]
    definitions: DefinitionType,

    /// Print which state needs which statement instead
    #[arg(long, help_heading = "Output", overrides_with_all = ["stats", "format"])]
    explain: bool,

    /// Print how many resources are known instead, and why others are not
    #[arg(long, help_heading = "Output", overrides_with_all = ["explain", "format"])]
    stats: bool,

    /// How to print the policies
    #[arg(
        long,
        default_value = "cloudformation",
        help_heading = "Output",
        overrides_with_all = ["explain", "stats"]
    )]
    format: PolicyFormat,
}

/// What `--format` takes.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum PolicyFormat {
    /// Policy documents with `Fn::Sub`, as in a CloudFormation template
    Cloudformation,
    /// For programs: each machine's policy, and what each of its states needs
    Json,
}

const AFTER_HELP: &str = "\
Of `--explain`, `--stats` and `--format`, the last one counts.

Examples:
  cargo stack iam buying.asl.json
  cargo stack iam --explain template.yaml
  cargo stack iam --stats workflows/*.asl.json

Exit code: 0 if the policies were printed, 1 if a file has no definition or it
cannot be understood, 2 if a file cannot be read or the arguments are wrong.";

impl Iam {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let (text, notes) = iam::files(&self.files, self.definitions.machine_type, self.view())?;
        for note in notes {
            // A note that cannot be written is no reason to print nothing.
            let _ = writeln!(io::stderr(), "note: {note}");
        }
        print(&text)
    }

    fn view(&self) -> View {
        match self.format {
            _ if self.explain => View::Explain,
            _ if self.stats => View::Stats,
            PolicyFormat::Json => View::Json,
            PolicyFormat::Cloudformation => View::Policy,
        }
    }
}
