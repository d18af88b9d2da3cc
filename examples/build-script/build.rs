//! Writes the stack's template when the crate is built.

mod workflow;

use stack::Stack;
use std::env;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::var("OUT_DIR")?;
    workflow::Greetings::write_template(Path::new(&folder).join("template.json"))?;
    Ok(())
}
