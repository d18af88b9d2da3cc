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

/// Writes definitions that are too large to be kept: one of a large payload, and one that is large as a whole.
fn large(to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    let state =
        |length, end: &str| format!(r#"{{ "Type": "Pass", "Result": "{}", {end} }}"#, "x".repeat(length));
    let machine = |states: String| format!("{{ \"StartAt\": \"a\", \"States\": {{ {states} }} }}\n");
    let payload = machine(format!("\"a\": {}", state(300_000, "\"End\": true")));
    fs::write(to.join("payload.asl.json"), payload)?;
    let chain = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")];
    let chain = chain
        .map(|(name, next)| format!("\"{name}\": {}, ", state(250_000, &format!("\"Next\": \"{next}\""))));
    let last = state(250_000, "\"End\": true");
    fs::write(to.join("definition.asl.json"), machine(format!("{}\"e\": {last}", chain.concat())))
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
