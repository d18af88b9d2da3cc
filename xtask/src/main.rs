//! `cargo xtask`: formats the project and makes its generated files, or checks that both are up to date.

mod botocore;
mod dictionary;
mod format;
mod man;
mod names;
mod pattern;
mod sdk_table;
mod shapes;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND [--check]

  format      formats every Rust file, those that `cargo fmt` does not see included
  man         writes the man pages of cargo-stack to target/man
  sdk-table   writes stack-core/src/services/sdk/table.bin from botocore's models
  --check     writes nothing, and fails if a file is not what would be written";

const TABLE: &str = "stack-core/src/services/sdk/table.bin";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match arguments.as_slice() {
        ["format"] => format::run(&root, false),
        ["format", "--check"] => format::run(&root, true),
        ["man"] => man::run(&root),
        ["sdk-table"] => sdk_table(&root, false),
        ["sdk-table", "--check"] => sdk_table(&root, true),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn sdk_table(root: &Path, check: bool) -> Result<(), String> {
    let models = botocore::load(root)?;
    let made = sdk_table::encode(&models)?;
    let path = root.join(TABLE);
    let actions: usize = models.services.iter().map(|service| service.actions.len()).sum();
    let types: usize = models.services.iter().map(|service| service.types.len()).sum();
    let sizes =
        format!("{} services, {actions} actions, {types} types, {} bytes", models.services.len(), made.len());
    if !check {
        std::fs::write(&path, &made).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{TABLE}: botocore {}, {sizes}", models.version);
        return Ok(());
    }
    let committed = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    if committed != made {
        return Err(format!("{TABLE} is not what `cargo xtask sdk-table` writes: run it"));
    }
    println!("{TABLE} is up to date: botocore {}, {sizes}", models.version);
    Ok(())
}
