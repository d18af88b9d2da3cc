//! ## What it checks
//! A variable that a state cannot do without has been assigned on every path to that state. A path counts
//! only if executions can certainly take it: if a Choice state can be reached both with and without the
//! variable, nothing is reported after it, since the choice may be between exactly these two cases. In
//! JSONata, only expressions that have no value without the variable count, such as `$x`, `$x.a` or `$x + 1`.
//!
//! ## Why
//! AWS accepts the definition, but an execution that takes such a path fails when the variable is read.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.vip", "IsPresent": true, "Next": "b" }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Pass", "Assign": { "rebate": 5 }, "Next": "c" },
//! "c": { "Type": "Pass", "Parameters": { "rebate.$": "$rebate" }, "End": true }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.vip", "IsPresent": true, "Next": "b" }],
//!   "Assign": { "rebate": 0 },
//!   "Default": "c"
//! },
//! "b": { "Type": "Pass", "Assign": { "rebate": 5 }, "Next": "c" },
//! "c": { "Type": "Pass", "Parameters": { "rebate.$": "$rebate" }, "End": true }
//! ```
//!
//! ## Source
//! The documentation: a variable exists after the state that assigns it, and after a Choice or a caught error
//! only the `Assign` of the transition that was taken counts. What AWS does when it is missing was not
//! measured.

use crate::analysis::{Analysis, Read, Reads};
use crate::finding::{Findings, Rule, Severity};
use crate::model::Machine;

pub static RULE: Rule = Rule {
    id: "possibly-unassigned-variable",
    severity: Severity::Warning,
    source: include_str!("possibly_unassigned_variable.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let Some(reads) = analysis.reads() else { return };
    for read in reads.possibly_unassigned() {
        report(analysis.machine, reads, read, out);
    }
}

fn report<'m>(machine: &'m Machine<'m>, reads: &Reads<'m>, read: &Read<'m>, out: &Findings) {
    let Read { state, name, .. } = *read;
    let why = match reads.flow.from(state, name) {
        Some(from) => format!("no state assigns it on a path through `{}`", from.shown()),
        None => format!("the {} starts there", machine.container_label(state.container)),
    };
    let message = format!("`${name}` may have no value in `{}`: {why}", state.shown());
    let report = out.report(&RULE, read.site, message).inside(read.text, read.offset, name.len() + 1);
    report.help("assign it on every path, for example in a state at the start");
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn on_one_path_through_a_choice() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }], "Default": "d" },
            "b": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "c" },
            "c": { "Type": "Pass", "Next": "d" },
            "d": { "Type": "Pass", "Parameters": { "x.$": "$x", "y.$": "States.Format('{}', $x.y)" }, "Next": "e" },
                                                        //^^^^ possibly-unassigned-variable: `$x` may have no value in `d`: no state assigns it on a path through `a`
                                                        // help: in `$x`
                                                        //           ^^
                                                        // help: assign it on every path, for example in a state at the start
            "e": { "Type": "Pass", "InputPath": "$x", "End": true }
        "#]]);
    }

    #[test]
    fn after_a_caught_error() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Assign": { "x.$": "$" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "b" }], "Next": "b" },
            "b": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "OutputPath": "$x", "End": true } } }, "End": true }
                                                                                                                    //^^^^ possibly-unassigned-variable: `$x` may have no value in `i`: no state assigns it on a path through `a`
                                                                                                                    // help: in `$x`
                                                                                                                    //           ^^
                                                                                                                    // help: assign it on every path, for example in a state at the start
        "#]]);
    }

    #[test]
    fn in_a_loop_without_a_value_from_before() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "n": "{% $n + 1 %}", "all": "{% [$all, $n] %}" }, "Next": "b" },
                                                  //^^^^^^^^^^^^^^ possibly-unassigned-variable: `$n` may have no value in `a`: the machine starts there
                                                  // help: in `{% $n + 1 %}`
                                                  //              ^^
                                                  // help: assign it on every path, for example in a state at the start
            "b": { "Type": "Choice", "Choices": [{ "Condition": "{% $n < 3 %}", "Next": "a" }], "Default": "c" },
            "c": { "Type": "Succeed", "Output": "{% $all %}" } } }
        "#]]);
    }

    #[test]
    fn in_loops_of_branches_and_children() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Parallel", "Branches": [{ "StartAt": "b", "States": {
                "b": { "Type": "Pass", "Output": "{% $x.a %}", "Next": "c" },
                                               //^^^^^^^^^^^^ possibly-unassigned-variable: `$x` may have no value in `b`: the Parallel branch starts there
                                               // help: in `{% $x.a %}`
                                               //              ^^
                                               // help: assign it on every path, for example in a state at the start
                "c": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input %}", "Assign": { "x": 1 }, "Next": "b" }], "Default": "d" },
                "d": { "Type": "Succeed" } } }], "Assign": { "y": 1 },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "m" }], "Next": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": {
                "i": { "Type": "Pass", "Assign": { "z": "{% $z + 1 %}" }, "Next": "j" },
                                                      //^^^^^^^^^^^^^^ possibly-unassigned-variable: `$z` may have no value in `i`: the item processor starts there
                                                      // help: in `{% $z + 1 %}`
                                                      //              ^^
                                                      // help: assign it on every path, for example in a state at the start
                "j": { "Type": "Choice", "Choices": [{ "Condition": "{% $z > 3 %}", "Next": "i" }], "Default": "k" },
                "k": { "Type": "Succeed" } } }, "End": true } } }
        "#]]);
    }

    #[test]
    fn in_the_first_condition() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Assign": { "x": 1, "y": 1 }, "Next": "b" }], "Default": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Condition": "{% $x > 3 %}", "Next": "c" }, { "Condition": "{% $y > 3 %}", "Next": "c" }], "Default": "c" },
            //^^^ pointless-choice: every transition of `b` leads to `c`
            // help: change a target, or go there without a choice
                                                              //^^^^^^^^^^^^^^ possibly-unassigned-variable: `$x` may have no value in `b`: no state assigns it on a path through `a`
                                                              // help: in `{% $x > 3 %}`
                                                              //              ^^
                                                              // help: assign it on every path, for example in a state at the start
            "c": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn a_variable_assigned_on_every_path_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "x": 1 }, "Next": "c" }], "Default": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Assign": { "x": 2 },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "x": 3 }, "Next": "c" }], "Next": "c" },
            "c": { "Type": "Pass", "InputPath": "$x", "Next": "d" },
            "d": { "Type": "Pass", "InputPath": "$x", "End": true }
        "#]]);
    }

    #[test]
    fn what_a_later_choice_tells_apart_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "x": 1 }, "Next": "b" }], "Default": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "c" }], "Default": "d" },
            "c": { "Type": "Pass", "InputPath": "$x", "End": true },
            "d": { "Type": "Choice", "Choices": [{ "Variable": "$x", "IsPresent": true, "Next": "c" }], "Default": "e" },
            "e": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn places_that_accept_nothing_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Assign": { "x": 1 }, "Next": "b" }], "Default": "b" },
            "b": { "Type": "Succeed", "Output": { "a": "{% $exists($x) ? $x : 0 %}", "b": "{% [$x] %}", "c": "{% $x = 1 %}", "d": "{% 'x' & $x %}" } } } }
        "#]]);
    }
}
