//! How long the e-shop's template takes, in memory and as a process: `cargo bench -p stack-benches`.

use divan::{Bencher, black_box};
use stack::Stack;
use stack_benches::Eshop;
use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

/// The template as a value.
#[divan::bench]
fn template() -> stack::Template {
    Eshop::template().expect("the e-shop has a template")
}

/// The template as text.
#[divan::bench]
fn text(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Eshop::template().map(|template| black_box(template.to_json())));
}

/// A process that prints the template, from start to end.
#[divan::bench(sample_count = 100)]
fn process() {
    run(env!("CARGO_BIN_EXE_eshop-template"));
}

/// A process that does nothing: what is not ours in `process`.
#[divan::bench(sample_count = 100)]
fn process_that_does_nothing() {
    run("/bin/true");
}

fn run(program: &str) {
    let status = Command::new(program).stdout(Stdio::null()).status().expect("the program starts");
    assert!(status.success());
}
