//! The command line itself: help, suggestions for typos, completions, man pages, and what counts if an option is repeated.

mod program;

use expect_test::{expect, expect_file};
use program::{program, stack, stack_with};
use std::fs;
use std::path::Path;

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = stack(&["--help"]).out;
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<String> =
        list.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    assert!(names.len() > 5 && names.contains(&"check".into()), "{help}");
    names
}

#[test]
fn every_command_has_a_short_and_a_long_help() {
    expect_file!["help/short.txt"].assert_eq(&stack(&["-h"]).text());
    expect_file!["help/long.txt"].assert_eq(&stack(&["--help"]).text());
    for command in commands().iter().filter(|command| *command != "help") {
        let short = stack(&[command, "-h"]).text();
        let long = stack(&[command, "--help"]).text();
        expect_file![format!("help/{command}.short.txt")].assert_eq(&short);
        expect_file![format!("help/{command}.long.txt")].assert_eq(&long);
        assert!(short.contains("\nExamples:\n  cargo stack "), "no examples in {short}");
        assert_eq!(stack(&["help", command]).text(), long);
        assert!(long.lines().all(|line| line.chars().count() <= 100), "a long line in {long}");
    }
}

#[test]
fn help_is_shown_without_a_command_and_the_program_can_be_called_without_cargo() {
    let help = stack(&["-h"]);
    assert_eq!(help.code, Some(0));
    for arguments in [&[][..], &["-h"], &["stack"], &["stack", "-h"]] {
        assert_eq!(program(arguments, b"").text(), help.text(), "{arguments:?}");
    }
    assert_eq!(program(&["check", "-h"], b"").text(), stack(&["check", "-h"]).text());
    let version = stack(&["--version"]);
    assert_eq!(version.text(), format!("cargo-stack {}\nexit code: 0\n", env!("CARGO_PKG_VERSION")));
    // Cargo puts one `stack` in front.
    assert_eq!(program(&["stack", "stack", "check"], b"").code, Some(2));
}

#[test]
fn typos_in_commands_and_options_get_a_suggestion() {
    expect![[r#"
        error: unrecognized subcommand 'chek'

          tip: a similar subcommand exists: 'check'

        Usage: cargo stack [COMMAND]

        For more information, try '--help'.
        exit code: 2
    "#]]
    .assert_eq(&stack(&["chek", "good.asl.json"]).text());
    expect![[r#"
        error: unexpected argument '--stdin-lst' found

          tip: a similar argument exists: '--stdin-list'

        Usage: cargo stack check [OPTIONS] <FILE>...
               cargo stack check [OPTIONS] --stdin | --stdin-list

        For more information, try '--help'.
        exit code: 2
    "#]]
    .assert_eq(&stack(&["check", "--stdin-lst", "good.asl.json"]).text());
    expect![[r#"
        error: invalid value 'sarfi' for '--format <FORMAT>'
          [possible values: human, json, jsonl, sarif, github]

          tip: a similar value exists: 'sarif'

        For more information, try '--help'.
        exit code: 2
    "#]]
    .assert_eq(&stack(&["check", "--format", "sarfi", "good.asl.json"]).text());
    expect![[r#"
        error: invalid value 'missing-defalt' for '--allow <RULE>': `missing-defalt` is not a rule; did you mean `missing-default`?

        For more information, try '--help'.
        exit code: 2
    "#]].assert_eq(&stack(&["check", "--allow", "missing-defalt", "good.asl.json"]).text());
    expect![[r#"
        error: invalid value 'unknown-target' for '--allow <RULE>': `unknown-target` is an error, which cannot be allowed

        For more information, try '--help'.
        exit code: 2
    "#]].assert_eq(&stack(&["check", "--allow", "unknown-target", "good.asl.json"]).text());
    expect![[r#"
        error: invalid value 'unknown-targt' for '<RULE>': `unknown-targt` is not a rule; did you mean `unknown-target`?

        For more information, try '--help'.
        exit code: 2
    "#]].assert_eq(&stack(&["explain", "unknown-targt"]).text());
}

#[test]
fn a_missing_file_is_reported_with_the_usage() {
    expect![[r#"
        error: the following required arguments were not provided:
          <FILE|--stdin|--stdin-list>

        Usage: cargo stack check [OPTIONS] <FILE>...
               cargo stack check [OPTIONS] --stdin | --stdin-list

        For more information, try '--help'.
        exit code: 2
    "#]]
    .assert_eq(&stack(&["check"]).text());
    expect![[r#"
        error: the argument '--stdin' cannot be used with '[FILE]...'

        Usage: cargo stack check [OPTIONS] <FILE>...
               cargo stack check [OPTIONS] --stdin | --stdin-list

        For more information, try '--help'.
        exit code: 2
    "#]]
    .assert_eq(&stack(&["check", "--stdin", "good.asl.json"]).text());
}

#[test]
fn the_last_of_repeated_options_counts_and_all_allowed_rules() {
    let outcome = stack(&["check", "--format", "json", "--format=github", "warned.asl.json"]);
    assert!(outcome.out.starts_with("::warning "), "{}", outcome.out);
    let denied = ["check", "--deny", "warnings", "--deny=warnings", "--threads", "0", "--threads=2"];
    assert_eq!(stack(&[&denied[..], &["warned.asl.json"]].concat()).code, Some(1));
    assert_eq!(stack_with(&["check", "--stdin", "--stdin"], b"{").code, Some(1));
    let allowed = ["check", "--allow", "redundant-end", "--allow", "missing-default", "warned.asl.json"];
    assert_eq!(stack(&allowed).out, "checked 1 file: no errors, no warnings\n");

    let iam = |options: &[&str]| stack(&[&["iam"], options, &["orders.asl.json"]].concat()).text();
    assert_eq!(iam(&["--explain", "--stats"]), iam(&["--stats"]));
    assert_eq!(iam(&["--stats", "--format", "json", "--explain"]), iam(&["--explain"]));
    assert_eq!(iam(&["--explain", "--format", "json"]), iam(&["--format", "json"]));
    assert_eq!(iam(&["--stats", "--format", "cloudformation"]), iam(&[]));
    assert_ne!(iam(&["--stats"]), iam(&[]));
}

#[test]
fn options_may_follow_files_and_types_are_taken_in_any_case() {
    let outcome = stack(&["check", "good.asl.json", "--format", "github", "--type", "EXPRESS"]);
    assert_eq!(outcome.text(), "exit code: 0\n");
    // Behind `--`, everything is a file.
    let outcome = stack(&["check", "--format", "github", "--", "--type"]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.out.starts_with("::error file=--type,title=unreadable-file"), "{}", outcome.out);
}

#[test]
fn shells_complete_every_command_and_the_rules() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stack(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (Some(0), ""), "{shell}");
        for command in commands() {
            assert!(script.out.contains(&command), "{shell} does not complete `{command}`");
        }
        // The others complete no values.
        if matches!(shell, "bash" | "zsh" | "fish") {
            assert!(script.out.contains("missing-default"), "{shell} does not complete rules");
        }
    }
}

/// The script, loaded into bash, which then completes the last of these words.
#[cfg(unix)]
fn completed_by_bash(words: &[&str]) -> String {
    let script = stack(&["completions", "bash"]).out;
    let call = r#"
        COMP_WORDS=(cargo-stack "$@"); COMP_CWORD=$#
        _cargo-stack cargo-stack "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "${COMPREPLY[*]}"
    "#;
    let output = std::process::Command::new("bash")
        .args(["--norc", "-c", &format!("{script}{call}"), "bash"])
        .args(words)
        .output()
        .expect("bash runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8").trim().into()
}

#[cfg(unix)]
#[test]
fn bash_completes_what_stands_behind_a_command() {
    assert_eq!(completed_by_bash(&["ch"]), "check");
    assert_eq!(completed_by_bash(&["check", "--fo"]), "--format");
    assert_eq!(completed_by_bash(&["check", "--format", "json"]), "json jsonl");
    assert_eq!(completed_by_bash(&["explain", "unreachable-s"]), "unreachable-state");
    // An error cannot be allowed.
    assert_eq!(completed_by_bash(&["check", "--allow", "unreachable-"]), "unreachable-choice");
}

#[test]
fn every_command_has_a_man_page() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man/new");
    let _ = fs::remove_dir_all(&folder);
    let outcome = stack(&["man", folder.to_str().expect("UTF-8")]);
    assert_eq!(outcome.text(), "exit code: 0\n");
    let page = |name: &str| {
        let path = folder.join(format!("{name}.1"));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let all = page("cargo-stack");
    let commands: Vec<String> = commands().into_iter().filter(|command| command != "help").collect();
    for command in &commands {
        assert!(all.contains(&format!("cargo\\-stack\\-{command}(1)")), "`{command}` is not in {all}");
        let page = page(&format!("cargo-stack-{command}"));
        assert!(page.contains(&format!("\\fBcargo stack {command}\\fR")), "{page}");
        assert!(page.contains("Examples:\n  cargo stack "), "{page}");
    }
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), commands.len() + 1);
    expect![[r#"
        .ie \n(.g .ds Aq \(aq
        .el .ds Aq '
        .TH cargo-stack-explain 1  "cargo-stack VERSION" "Manual of cargo stack"
        .SH NAME
        cargo\-stack\-explain \- Print the page of one rule: what it checks, why, an example, its source
        .SH SYNOPSIS
        \fBcargo stack explain\fR [\fB\-h\fR|\fB\-\-help\fR] <\fIRULE\fR> 
        .SH DESCRIPTION
        Print the page of one rule: what it checks, why, an example, its source
        .SH OPTIONS
        .TP
        \fB\-h\fR, \fB\-\-help\fR
        Print help
        .TP
        <\fIRULE\fR>
        The id of a rule, as it stands in brackets in front of a finding; `cargo stack rules` lists them
        .SH EXTRA
        .nf
        Examples:
          cargo stack explain unreachable\-state
    "#]]
    .assert_eq(&page("cargo-stack-explain").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}
