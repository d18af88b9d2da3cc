//! ## What it checks
//! A variable that is read has been assigned on some path that leads there. A state sees the variables of its
//! own machine, branch or item processor and of those around it, but not those of a sibling branch, nor those
//! assigned further inside. The child executions of a distributed Map see nothing from outside. What a state
//! assigns is visible from the next state on.
//!
//! ## Why
//! AWS accepts the definition, but the variable has no value: the execution fails when it is read. Where that is
//! caught, or the state may do without the value, it is a warning: a test of presence, `$exists`, a member of an object.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "b" },
//! "b": { "Type": "Pass", "Parameters": { "x.$": "$totl" }, "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "b" },
//! "b": { "Type": "Pass", "Parameters": { "x.$": "$total" }, "End": true }
//! ```
//!
//! ## Source
//! The documentation of variable scopes; it was measured that AWS accepts an unknown variable. Nothing is
//! reported while it is unclear where a state leads or what it assigns.

use crate::analysis::assignments::assignments;
use crate::analysis::{Analysis, Read, Reads};
use crate::finding::{Advice, Edit, Findings, Rule, Severity, Suggestion};
use crate::model::{Machine, State};
use crate::similar::nearest;

pub static RULE: Rule = Rule {
    id: "unassigned-variable",
    severity: Severity::Deny,
    source: include_str!("unassigned_variable.rs"),
};

/// So many unknown variables get a suggestion; looking for one reads all names.
const MAX_SUGGESTIONS: u32 = 16;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let Some(reads) = analysis.reads() else { return };
    let mut suggestions = MAX_SUGGESTIONS;
    for read in reads.list.iter().filter(|read| !reads.flow.has(read.state, read.name)) {
        report(analysis, reads, read, &mut suggestions, out);
    }
}

fn report(
    analysis: &Analysis<'_>,
    reads: &Reads<'_>,
    read: &Read<'_>,
    suggestions: &mut u32,
    out: &Findings,
) {
    let machine = analysis.machine;
    let Read { state, name, .. } = *read;
    // An expression may well do without what it asks for with `$exists`; without what nothing assigns, no other.
    let pointless = read.in_expression && reads.flow.by(name).is_none() && !read.asks;
    let caught = read.in_expression && analysis.may_catch_query(state.id);
    let mut help: Option<Advice> = None;
    let message = match reads.flow.by(name) {
        None => {
            if *suggestions > 0 {
                *suggestions -= 1;
                let known = machine.states.iter().flat_map(assignments).map(|(name, _)| name);
                help = nearest(name, known).map(|near| {
                    let edit = Edit::part(read.site, read.offset + 1, name.len(), near);
                    Suggestion::did_you_mean(&format!("${near}"), edit, false).into()
                });
            }
            format!("no state assigns `${name}`")
        }
        Some(by) if std::ptr::eq(by, state) => {
            help = Some("a variable has its new value from the next state on".into());
            format!("`{}` assigns `${name}` itself, so it has no value here", by.shown())
        }
        Some(by) => {
            let by_name = by.shown();
            let is_visible = |container| by.container == container;
            if is_visible(state.container) || machine.around(state.container).any(is_visible) {
                format!(
                    "`{by_name}` assigns `${name}`, but not on any path that leads to `{}`",
                    state.shown()
                )
            } else if is_inside(machine, state, by) {
                help = Some("pass it in with `ItemSelector`".into());
                format!("the children of a distributed Map do not see `${name}` of `{by_name}`")
            } else {
                let place = machine.which(by.container);
                format!("`${name}` is assigned by `{by_name}` in {place}, and is only visible there")
            }
        }
    };
    let report = out.report(&RULE, read.site, message).warns_if(caught || !(read.needed || pointless));
    let report = report.inside(read.text, read.offset, name.len() + 1);
    if let Some(help) = help {
        report.help(help);
    }
}

/// Whether a state stands, at any depth, in the container of another one.
fn is_inside(machine: &Machine<'_>, state: &State<'_>, outer: &State<'_>) -> bool {
    let around = |id: &usize| Some(machine.states.get(machine.containers.get(*id)?.owner?)?.container);
    std::iter::successors(Some(state.container), around).any(|container| container == outer.container)
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn no_state_assigns_it() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "b" },
            "b": { "Type": "Pass", "Parameters": { "x.$": "States.Format('{} {}', $totl, $total)", "y.$": "$far.a" }, "End": true }
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unassigned-variable: no state assigns `$totl`
                                                        // help: in `States.Format('{} {}', $totl, $total)`
                                                        //                                  ^^^^^
                                                        // help: did you mean `$total`?
                                                                                                        //^^^^^^^^ unassigned-variable: no state assigns `$far`
                                                                                                        // help: in `$far.a`
                                                                                                        //           ^^^^
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "x": 1 }, "Output": "{% $x %}", "Next": "b" },
                                                                 //^^^^^^^^^^ unassigned-variable: `a` assigns `$x` itself, so it has no value here
                                                                 // help: in `{% $x %}`
                                                                 //              ^^
                                                                 // help: a variable has its new value from the next state on
            "b": { "Type": "Pass", "Output": "{% $x + $y + ($z := 1; $z) %}", "Next": "p" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unassigned-variable: no state assigns `$y`
                                           // help: in `{% $x + $y + ($z := 1; $z) %}`
                                           //                   ^^
            "p": { "Type": "Parallel", "Branches": [
                { "StartAt": "i", "States": { "i": { "Type": "Pass", "Assign": { "s": "{% $x %}" }, "End": true } } },
                { "StartAt": "j", "States": { "j": { "Type": "Pass", "Output": "{% $s %}", "End": true } } }], "Output": "{% $s %}", "End": true } } }
                                                                             //^^^^^^^^^^ unassigned-variable: `$s` is assigned by `i` in `Branches[0]` of `p`, and is only visible there
                                                                             // help: in `{% $s %}`
                                                                             //              ^^
                                                                                                                       //^^^^^^^^^^ unassigned-variable: `$s` is assigned by `i` in `Branches[0]` of `p`, and is only visible there
                                                                                                                       // help: in `{% $s %}`
                                                                                                                       //              ^^
        "#]]);
    }

    #[test]
    fn what_is_caught_or_done_without_is_a_warning() {
        check(expect![[r#"
            { "StartAt": "c", "States": {
            "c": { "Type": "Choice", "Choices": [{ "Variable": "$a", "IsPresent": true, "Next": "t" }], "Default": "t" },
            //^^^ pointless-choice: every transition of `c` leads to `t`
            // help: change a target, or go there without a choice
                                                             //^^^^ unassigned-variable (warning): no state assigns `$a`
                                                             // help: in `$a`
                                                             //           ^^
            "t": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Arguments": "{% $a %}", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "u" }], "Next": "u" },
                                                                                                                                          //^^^^^^^^^^ unassigned-variable (warning): no state assigns `$a`
                                                                                                                                          // help: in `{% $a %}`
                                                                                                                                          //              ^^
            "u": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "InputPath": "$a", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "v" }], "Next": "v" },
                                                                                                              //^^^^ unassigned-variable: no state assigns `$a`
                                                                                                              // help: in `$a`
                                                                                                              //           ^^
            "v": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": ["{% $exists($a) ? $a : 0 %}", "{% $string($a) %}"], "End": true } } }
                                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unassigned-variable (warning): no state assigns `$a`
                                                                        // help: in `{% $exists($a) ? $a : 0 %}`
                                                                        //                      ^^
                                                                                                      //^^^^^^^^^^^^^^^^^^^ unassigned-variable: no state assigns `$a`
                                                                                                      // help: in `{% $string($a) %}`
                                                                                                      //                      ^^
        "#]]);
    }

    #[test]
    fn no_path_leads_there() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "x": 1 }, "Next": "b" }], "Assign": { "y": 1 }, "Default": "c" },
            "b": { "Type": "Pass", "InputPath": "$x", "OutputPath": "$y", "End": true },
                                                                  //^^^^ unassigned-variable: `a` assigns `$y`, but not on any path that leads to `b`
                                                                  // help: in `$y`
                                                                  //           ^^
            "c": { "Type": "Pass", "InputPath": "$x", "OutputPath": "$y", "End": true }
                                              //^^^^ unassigned-variable: `a` assigns `$x`, but not on any path that leads to `c`
                                              // help: in `$x`
                                              //           ^^
        "#]]);
    }

    #[test]
    fn children_of_a_distributed_map() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "m" },
            "m": { "Type": "Map", "ItemSelector": { "x.$": "$x" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": {
                "i": { "Type": "Pass", "Assign": { "y": 1 }, "OutputPath": "$x", "Next": "j" },
                                                                         //^^^^ unassigned-variable: the children of a distributed Map do not see `$x` of `a`
                                                                         // help: in `$x`
                                                                         //           ^^
                                                                         // help: pass it in with `ItemSelector`
                "j": { "Type": "Pass", "OutputPath": "$y", "End": true } } }, "End": true }
        "#]]);
    }

    #[test]
    fn a_variable_assigned_on_some_path_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Assign": { "x.$": "$" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "e.$": "$.Cause" }, "Next": "b" }], "Next": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$e", "IsPresent": true, "Next": "a" }], "Default": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "OutputPath": "$x", "End": true } } }, "End": true }
        "#]]);
    }

    #[test]
    fn nothing_is_reported_while_assignments_are_unclear() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": 5, "Next": "b" },
                                           //^ wrong-type: `Assign` takes an object, not a number
            "b": { "Type": "Pass", "OutputPath": "$x", "End": true }
        "#]]);
        check(expect![[r#"
            "a": { "Type": "Pass", "Asign": { "x": 1 }, "Next": "b" },
                                 //^^^^^^^ unknown-field: a Pass state has no field `Asign`
                                 // help: did you mean `Assign`?
            "b": { "Type": "Pass", "OutputPath": "$x", "End": true }
        "#]]);
    }
}
