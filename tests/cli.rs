//! The program of a stack, run as users run it: what it prints where, its exit codes, what it packages.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// The example's program: `cargo test --test cli` does not build examples by itself.
fn example(name: &str) -> PathBuf {
    static BUILT: LazyLock<Vec<serde_json::Value>> = LazyLock::new(|| {
        let cargo = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--message-format=json", "--example=eshop", "--example=report"])
            .current_dir(stack_tests::root())
            .output()
            .expect("cargo runs");
        assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
        let text = String::from_utf8(cargo.stdout).expect("messages in UTF-8");
        text.lines().map(|line| serde_json::from_str(line).expect("a message in JSON")).collect()
    });
    let built =
        BUILT.iter().find(|message| message["target"]["name"] == name && message["executable"].is_string());
    built.and_then(|message| message["executable"].as_str()).expect("a program").into()
}

/// A folder for one test, empty at its start.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a new folder");
        Folder(path)
    }

    /// Runs the example in the folder, with nothing on the PATH but the folder's own `bin`.
    fn command(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(example(name));
        command.args(arguments).current_dir(&self.0).env("PATH", self.0.join("bin")).stdin(Stdio::null());
        command
    }

    fn eshop(&self, arguments: &[&str]) -> Output {
        self.command("eshop", arguments).output().expect("the example runs")
    }

    /// Puts a shell script on the PATH.
    fn script(&self, name: &str, body: &str) {
        let path = self.0.join("bin").join(name);
        fs::create_dir_all(path.parent().expect("bin")).expect("a new folder");
        fs::write(&path, format!("#!/bin/sh\n{body}")).expect("a new script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a new mode");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// The stdout of a run that says nothing on stderr and ends well.
fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// The stderr of a run that prints nothing on stdout and ends with that code.
fn refused(output: &Output, code: i32) -> String {
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// An esbuild that writes its arguments instead of a bundle, which exports what `EXPORTS` says, or `handler`.
const ESBUILD: &str = r#"
if [ "$1" = --version ]; then echo "${VERSION-0.28.2}"; exit; fi
for argument in "$@"; do
    case $argument in
        --outfile=*) out=${argument#--outfile=} ;;
        --metafile=*) meta=${argument#--metafile=} ;;
    esac
done
if [ -n "$meta" ]; then
    printf '{"inputs":{"%s":{"format":"esm"}},"outputs":{"x":{"entryPoint":"x","exports":["%s"]}}}' \
        "${1#./}" "${EXPORTS-handler}" > "$meta"
fi
printf '%s\n' "$@" > "$out"
printf '{}' > "$out.map"
"#;

#[test]
fn without_arguments_the_template_is_printed() {
    let folder = Folder::new("template");
    let text = printed(&folder.eshop(&[]));
    assert!(text.ends_with("}\n"));
    assert_eq!(printed(&folder.eshop(&[])), text);
    let template = json(&text);
    assert_eq!(template["AWSTemplateFormatVersion"], "2010-09-09");
    assert_eq!(
        template["Resources"]["BillCustomerFunction"]["Properties"]["Code"],
        ".stack/BillCustomerFunction"
    );

    let compact = printed(&folder.eshop(&["--compact"]));
    assert_eq!(compact.lines().count(), 1);
    assert_eq!(json(&compact), template);
}

#[test]
fn a_file_is_written_when_its_content_changes() {
    let folder = Folder::new("out");
    let text = printed(&folder.eshop(&[]));
    assert_eq!(printed(&folder.eshop(&["--out", "t.json"])), "");
    assert_eq!(folder.read("t.json"), text);
    let time = || fs::metadata(folder.0.join("t.json")).and_then(|file| file.modified()).expect("a time");
    let first = time();
    printed(&folder.eshop(&["--out=t.json"]));
    assert_eq!(time(), first);
    printed(&folder.eshop(&["--compact", "--out", "t.json"]));
    assert_eq!(folder.read("t.json"), printed(&folder.eshop(&["--compact"])));
    assert_eq!(fs::read_dir(&folder.0).expect("the folder").count(), 1);

    let error = refused(&folder.eshop(&["--out", "missing/t.json"]), 1);
    assert!(error.starts_with("error: cannot write missing/t.json: "), "{error}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::new("pipe");
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = folder.command("eshop", &[]).stdout(writer).stderr(Stdio::piped()).output().expect("a run");
    assert_eq!(printed(&output), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new("full");
    let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = folder.command("eshop", &[]).stdout(full).stderr(Stdio::piped()).output().expect("a run");
    assert!(refused(&output, 1).starts_with("error: cannot write to stdout: "));
    // And not the device's end.
    assert!(printed(&folder.eshop(&["--out", "/dev/stdout"])).starts_with("{\n"));
}

#[test]
fn wrong_arguments_are_refused_with_a_hint() {
    let folder = Folder::new("arguments");
    let said = refused(&folder.eshop(&["pakage"]), 2);
    let expected =
        "error: unknown command `pakage`: did you mean `package`?\nhelp: `eshop --help` says how to use it\n";
    assert_eq!(said, expected);
    assert!(refused(&folder.eshop(&["--out"]), 2).starts_with("error: `--out` needs a file\n"));
    let help = printed(&folder.eshop(&["--help"]));
    assert!(help.starts_with("Prints the CloudFormation template of the stack `Eshop`.\n"), "{help}");
    assert!(help.contains("\n  eshop definition NAME "), "{help}");
}

#[test]
fn a_definition_is_printed_by_each_of_its_names() {
    let folder = Folder::new("definition");
    let text = printed(&folder.eshop(&["definition", "eshop_buying_process"]));
    for name in ["BuyingProcess", "EshopBuyingProcessStateMachine"] {
        assert_eq!(printed(&folder.eshop(&["definition", name])), text);
    }
    let definition = json(&text);
    assert_eq!(definition["StartAt"], "checkAndHold");
    assert_eq!(definition["States"]["bill"]["Resource"], "${BillCustomerFunction.Arn}");

    let sample = json(&printed(&folder.eshop(&["definition", "--sample-arns", "BuyingProcess"])));
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:BillCustomerFunction";
    assert_eq!(sample["States"]["bill"]["Resource"], arn);

    let report = folder.command("report", &["definition", "report_process"]).output().expect("a run");
    let report = json(&printed(&report));
    assert_eq!(
        report["States"]["generate"]["Resource"],
        "arn:${AWS::Partition}:states:::batch:submitJob.sync"
    );

    let error = refused(&folder.eshop(&["definition", "BuyingProces"]), 1);
    let expected = "error: the stack has no state machine `BuyingProces`: did you mean `BuyingProcess`?\n\
                    help: it has `eshop_buying_process`\n";
    assert_eq!(error, expected);
}

#[test]
fn functions_are_bundled_and_nothing_stale_stays() {
    let folder = Folder::new("package");
    folder.script("esbuild", ESBUILD);
    let stale = folder.0.join(".stack/BillCustomerFunction/stale.mjs");
    fs::create_dir_all(stale.parent().expect("a folder")).expect("a new folder");
    fs::write(&stale, "").expect("a new file");

    let output = folder.eshop(&["package"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, b"");
    let summary = String::from_utf8_lossy(&output.stderr);
    let line = "BillCustomerFunction: .stack/BillCustomerFunction from examples/eshop/bill-customer.ts\n";
    assert!(summary.contains(line), "{summary}");
    assert_eq!(summary.lines().count(), 3);

    assert!(!stale.exists());
    let arguments = folder.read(".stack/BillCustomerFunction/index.mjs");
    for argument in
        ["./examples/eshop/bill-customer.ts", "--bundle", "--platform=node", "--format=esm", "--sourcemap"]
    {
        assert!(arguments.lines().any(|line| line == argument), "no {argument} in {arguments}");
    }
    let mut names: Vec<_> = fs::read_dir(folder.0.join(".stack"))
        .expect("the output")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    let functions = ["BillCustomerFunction", "CheckAndHoldProductFunction", "ShipmentNotificationFunction"];
    assert_eq!(names[..2], [".gitignore", ".lock"]);
    assert_eq!(names[2..], functions);
    assert_eq!(folder.read(".stack/.gitignore"), "*\n");
    assert!(!folder.0.join(".stack/BillCustomerFunction/metafile.json").exists());
}

#[test]
fn one_resource_can_be_packaged_alone() {
    let folder = Folder::new("only");
    folder.script("esbuild", ESBUILD);
    for name in ["bill_customer", "BillCustomerFunction"] {
        let output = folder.eshop(&["package", "--only", name]);
        assert!(output.status.success(), "{output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
    }
    assert!(!folder.0.join(".stack/CheckAndHoldProductFunction").exists());
    let error = refused(&folder.eshop(&["package", "--only", "bill_custmer"]), 1);
    let start =
        "error: there is nothing to package for `bill_custmer`: did you mean `bill_customer`?\nhelp: ";
    assert!(error.starts_with(start), "{error}");
}

#[test]
fn a_bundle_that_fails_leaves_the_last_one_and_stops_no_other() {
    let folder = Folder::new("failure");
    folder.script("esbuild", ESBUILD);
    assert!(folder.eshop(&["package"]).status.success());
    let before = folder.read(".stack/BillCustomerFunction/index.mjs");
    folder
        .script("esbuild", &format!("case $1 in *bill*) echo 'no such thing' >&2; exit 1 ;; esac{ESBUILD}"));
    let error = refused(&folder.eshop(&["package"]), 1);
    let expected = "error: cannot package `bill_customer`: esbuild could not bundle \
                    examples/eshop/bill-customer.ts\nno such thing\n";
    assert!(error.ends_with(expected), "{error}");
    assert_eq!(error.lines().filter(|line| line.contains(": .stack/")).count(), 2);
    assert_eq!(folder.read(".stack/BillCustomerFunction/index.mjs"), before);
    assert!(!folder.0.join(".stack/.BillCustomerFunction.new").exists());
}

#[test]
fn a_function_that_lambda_would_not_find_is_refused_with_what_is_there() {
    let folder = Folder::new("exports");
    folder.script("esbuild", ESBUILD);
    let mut command = folder.command("eshop", &["package", "--only", "bill_customer"]);
    let error = refused(&command.env("EXPORTS", "main").output().expect("a run"), 1);
    assert_eq!(
        error,
        "error: cannot package `bill_customer`: Lambda would call `handler`, but examples/eshop/bill-customer.ts exports `main`\n\
         help: say `handler = \"main\"`, or export `handler`\n"
    );
    assert!(!folder.0.join(".stack/BillCustomerFunction").exists());
}

#[test]
fn without_esbuild_npx_brings_it_once_and_without_both_the_error_names_both() {
    let folder = Folder::new("npx");
    let error = refused(&folder.eshop(&["package", "--only", "bill_customer"]), 1);
    assert!(
        error.contains("put it on the PATH, or install Node.js: its `npx` then brings esbuild@0."),
        "{error}"
    );

    let npx = "echo \"$*\" >> npx.log; echo \"$PWD_OF_TEST/brought\"\n";
    folder.script("npx", &npx.replace("npx.log", &folder.0.join("npx.log").display().to_string()));
    folder.script("../brought/esbuild", ESBUILD);
    let run = || folder.command("eshop", &["package"]).env("PWD_OF_TEST", &folder.0).output().expect("a run");
    let output = run();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 3, "{output:?}");
    let log = folder.read("npx.log");
    assert!(log.starts_with("--yes --loglevel=error --package=esbuild@0."), "{log}");
    assert_eq!(log.lines().count(), 1, "three functions, one start: {log}");

    // Another version may write other bytes, so it is the last that is taken, and that is said.
    folder.script("esbuild", &format!("VERSION=0.1.0\n{ESBUILD}"));
    assert!(run().status.success());
    assert_eq!(folder.read("npx.log").lines().count(), 2);
    folder.script("npx", "echo 'no network' >&2; exit 1\n");
    let output = run();
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("note: esbuild 0.1.0 of the PATH has bundled it: npx could not bring"), "{said}");

    folder.script("esbuild", ESBUILD);
    assert!(run().status.success(), "the right version on the PATH needs no npx");
}

#[test]
fn a_program_knows_its_sources_by_a_path_in_the_workspace() {
    let source = <Local as stack::Stack>::SOURCE_FILE;
    assert!(
        Path::new(source).is_relative() && source.ends_with("cli.rs"),
        "an absolute path tells of its builder: {source}"
    );
    assert_eq!(<Local as stack::Stack>::PACKAGE, "stack-tests");
}

#[derive(stack::Stack)]
struct Local {
    queue: stack::kinds::Queue,
}

#[test]
fn a_job_becomes_the_context_of_an_image_and_the_commands_that_build_it() {
    let folder = Folder::new("image");
    folder.script("esbuild", ESBUILD);
    let output = folder.command("report", &["package"]).output().expect("a run");
    assert!(output.status.success(), "{output:?}");
    let commands = String::from_utf8_lossy(&output.stdout);
    assert!(commands.contains("--parameter-overrides GenerateReportImage=\"$IMAGE\""), "{commands}");
    let context = commands
        .lines()
        .find_map(|line| line.strip_prefix("docker build --platform linux/amd64 --tag \"$IMAGE\" "));
    let dockerfile = folder.read(&format!("{}/Dockerfile", context.expect("the command")));
    assert!(dockerfile.contains("CMD [\"node\", \"--enable-source-maps\", \"index.mjs\"]"), "{dockerfile}");
}
