//! Every program in tests/ui fails to compile, with exactly the message that stands beside it.
//!
//! The messages are rustc's too, so they are compared on one version of it. See tests/ui/README.md.

use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

/// The compiler that the messages were written with.
const BLESSED: &str = "rustc 1.95.";

#[test]
fn every_fault_is_one_message_on_its_token() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc tells its version").stdout;
    let version = String::from_utf8(version).expect("a version in UTF-8");
    if !version.starts_with(BLESSED) {
        println!("skipped: the messages were written with {BLESSED}x, and this is {version}");
        return;
    }
    // trybuild compiles the cases in a package of its own, where their local files must be, too.
    let root = stack_tests::root();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the folder for temporary files is in another");
    let package = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    for folder in ["examples/eshop", "examples/report"] {
        copy(&root.join(folder), &package.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    }
    large(&package.join("large")).expect("the large file is written");
    trybuild::TestCases::new().compile_fail("ui/**/*.rs");
}

/// Writes a definition that is too large to be kept.
fn large(to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    let state = format!(r#"{{ "Type": "Pass", "Result": "{}", "End": true }}"#, "x".repeat(300_000));
    let text = format!("{{ \"StartAt\": \"a\", \"States\": {{ \"a\": {state} }} }}\n");
    fs::write(to.join("payload.asl.json"), text)
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?.path();
        if let (true, Some(name)) = (file.is_file(), file.file_name()) {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}
