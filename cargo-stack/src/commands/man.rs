//! `man`: writes the man pages, a page for each command.

use crate::failure::Failure;
use clap::{Args, Command, ValueHint};
use clap_mangen::Man as Page;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Write the man pages into a folder
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Man {
    /// The folder, which is made if there is none
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
}

const AFTER_HELP: &str = "\
Examples:
  cargo stack man ~/.local/share/man/man1
  man cargo-stack-check";

impl Man {
    pub(super) fn run(&self, definition: Command) -> Result<(), Failure> {
        // `cargo stack help check` is `man cargo-stack-check`, so `help` needs no pages.
        let mut definition = definition.disable_help_subcommand(true);
        // Gives the commands their full names.
        definition.build();
        let source = format!("cargo-stack {}", definition.get_version().unwrap_or_default());
        let written = fs::create_dir_all(&self.folder).and_then(|()| {
            let commands = definition.get_subcommands();
            commands.chain([&definition]).try_for_each(|command| write(command, &source, &self.folder))
        });
        written.map_err(Failure::Output)
    }
}

fn write(command: &Command, source: &str, folder: &Path) -> io::Result<()> {
    let page = Page::new(command.clone()).source(source).manual("Manual of cargo stack");
    let mut text = Vec::new();
    page.render(&mut text)?;
    // Examples must not be filled and justified.
    let text = String::from_utf8_lossy(&text).replacen(".SH EXTRA\n", ".SH EXTRA\n.nf\n", 1);
    fs::write(folder.join(page.get_filename()), text)
}
