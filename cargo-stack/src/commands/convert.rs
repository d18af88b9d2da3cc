//! `convert`: prints a definition as a `state_machine!`.

use crate::arguments::DefinitionType;
use crate::convert;
use crate::failure::Failure;
use crate::output::print;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// Print a definition as a `state_machine!`
///
/// A definition, or those of a template, are printed as a `state_machine!`. It compiles as it is, unless a value is only known
/// at deployment: then somebody has to say first, where `..` stands, what the placeholder stands for. A definition that
/// would not compile is not converted.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Convert {
    /// A definition or a template
    #[arg(value_hint = ValueHint::FilePath)]
    file: PathBuf,

    #[command(flatten)]
    definitions: DefinitionType,

    /// The logical id of the machine of a template to convert; by default, all are converted
    #[arg(long, value_name = "NAME")]
    machine: Option<String>,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack convert buying.asl.json > src/buying.rs
  cargo stack convert --machine BuyingProcess template.yaml

Exit code: 0 if everything was converted, 1 if a definition has errors, 2 if the
file cannot be read or the arguments are wrong.";

impl Convert {
    pub(super) fn run(&self) -> Result<(), Failure> {
        print(&convert::file(&self.file, self.definitions.machine_type, self.machine.as_deref())?)
    }
}
