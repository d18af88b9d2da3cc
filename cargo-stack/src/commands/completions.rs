//! `completions`: prints a script that completes commands, options and rules in a shell.

use crate::failure::Failure;
use crate::output::print;
use clap::{Args, Command};
use clap_complete::{Shell, generate};

/// The program, as shells see it: zsh calls what completes `cargo-stack` for `cargo stack`, too.
const PROGRAM: &str = "cargo-stack";

/// Print a script that completes commands, options and rules in a shell
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack completions bash > ~/.bash_completion.d/cargo-stack
  cargo stack completions zsh > ~/.zfunc/_cargo-stack
  cargo stack completions fish > ~/.config/fish/completions/cargo-stack.fish

The scripts complete `cargo-stack check`, which is the same as
`cargo stack check`. In zsh, they complete both.";

impl Completions {
    pub(super) fn run(&self, mut definition: Command) -> Result<(), Failure> {
        let mut script = Vec::new();
        generate(self.shell, &mut definition, PROGRAM, &mut script);
        print(&String::from_utf8_lossy(&script))
    }
}
