//! `cargo xtask`: formats the project and makes its generated files, or checks that both are up to date.

mod authorization;
mod authorization_table;
mod botocore;
mod dictionary;
mod format;
mod man;
mod names;
mod pattern;
mod pinned;
mod sdk_table;
mod shapes;
mod type_table;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND [--check]

  authorization-table  writes stack-iam/src/authorization/table.bin from AWS's service authorization reference
  format               formats every Rust file, those that `cargo fmt` does not see included
  man                  writes the man pages of cargo-stack to target/man
  sdk-table            writes stack-core/src/services/sdk/table.bin from botocore's models
  type-table           writes stack-cloudformation/src/template/types.txt from the schemas that cfn-lint ships
  --check              writes nothing, and fails if a file is not what would be written";

const AUTHORIZATION: &str = "stack-iam/src/authorization/table.bin";

const TABLE: &str = "stack-core/src/services/sdk/table.bin";

const TYPES: &str = "stack-cloudformation/src/template/types.txt";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match arguments.as_slice() {
        ["authorization-table"] => authorization_table(&root, false),
        ["authorization-table", "--check"] => authorization_table(&root, true),
        ["format"] => format::run(&root, false),
        ["format", "--check"] => format::run(&root, true),
        ["man"] => man::run(&root),
        ["sdk-table"] => sdk_table(&root, false),
        ["sdk-table", "--check"] => sdk_table(&root, true),
        ["type-table"] => type_table(&root, false),
        ["type-table", "--check"] => type_table(&root, true),
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

fn authorization_table(root: &Path, check: bool) -> Result<(), String> {
    let reference = authorization::load(root)?;
    let made = authorization_table::encode(&reference)?;
    let sizes = format!("{reference}, {} bytes", made.len());
    generated(root, AUTHORIZATION, "authorization-table", &made, &sizes, check)
}

fn sdk_table(root: &Path, check: bool) -> Result<(), String> {
    let models = botocore::load(root)?;
    let made = sdk_table::encode(&models)?;
    let actions: usize = models.services.iter().map(|service| service.actions.len()).sum();
    let types: usize = models.services.iter().map(|service| service.types.len()).sum();
    let (version, services) = (&models.version, models.services.len());
    let sizes = format!(
        "botocore {version}, {services} services, {actions} actions, {types} types, {} bytes",
        made.len()
    );
    generated(root, TABLE, "sdk-table", &made, &sizes, check)
}

fn type_table(root: &Path, check: bool) -> Result<(), String> {
    let (text, sizes) = type_table::make(root)?;
    generated(root, TYPES, "type-table", text.as_bytes(), &sizes, check)
}

/// Writes a file that is made, or checks that it is what would be written.
fn generated(
    root: &Path,
    file: &str,
    command: &str,
    made: &[u8],
    sizes: &str,
    check: bool,
) -> Result<(), String> {
    let path = root.join(file);
    if !check {
        std::fs::write(&path, made).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{file}: {sizes}");
        return Ok(());
    }
    let committed = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    if committed != made {
        return Err(format!("{file} is not what `cargo xtask {command}` writes: run it"));
    }
    println!("{file} is up to date: {sizes}");
    Ok(())
}
