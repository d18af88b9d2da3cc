//! ## What it checks
//! A variable that is read has been assigned on some path that leads there. A state sees the variables of its
//! own machine, branch or item processor and of those around it, but not those of a sibling branch, nor those
//! assigned further inside. The child executions of a distributed Map see nothing from outside. What a state
//! assigns is visible from the next state on.
//!
//! ## Why
//! AWS accepts the definition, but the variable has no value: the execution fails when it is read.
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

use super::{Rule, possibly_unassigned_variable};
use crate::finding::{Findings, Severity};
use crate::json::Node;
use crate::jsonata::{self, is_function};
use crate::model::{Machine, State, StateKind};
use crate::path::Root;
use crate::similar::nearest;
use crate::site::Site;
use crate::spec::state_field;
use crate::states::assign::assignments;
use crate::variables::Flow;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    id: "unassigned-variable",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("unassigned_variable.rs"),
};

/// So many unknown variables get a suggestion; looking for one reads all names.
const GUESSES: u32 = 16;

/// A place where a variable is read.
pub(super) struct Read<'m> {
    pub(super) state: &'m State<'m>,
    pub(super) name: &'m str,
    pub(super) text: &'m str,
    pub(super) offset: usize,
    pub(super) site: Site,
    /// Whether the execution fails for certain if the variable has no value.
    needed: bool,
}

fn check(machine: &Machine<'_>, out: &Findings) {
    let mut reads = Vec::new();
    for it in &machine.uses {
        if let (Root::Variable(name), Some(state)) = (it.path.root, machine.states.get(it.state)) {
            let needed = is_certain(state, it.site);
            reads.push(Read { state, name, text: it.text, offset: it.offset, site: it.site, needed });
        }
    }
    for it in &machine.texts {
        let Some(text) = it.expression().filter(|text| may_read(text)) else { continue };
        let Some(state) = machine.states.get(it.state) else { continue };
        let Ok(expression) = jsonata::parse(text) else { continue };
        let mut needs = expression.needs();
        needs.sort_unstable();
        for variable in expression.uses().variables.iter().filter(|variable| !is_function(variable.word)) {
            let Some(name) = text.get(variable.offset + 1..variable.offset + 1 + variable.word.len()) else {
                continue;
            };
            let needed = needs.binary_search(&variable.offset).is_ok() && is_certain(state, it.site);
            reads.push(Read {
                state,
                name,
                text: it.text,
                offset: variable.offset + 2,
                site: it.site,
                needed,
            });
        }
    }
    if reads.is_empty() || machine.states.iter().any(is_unclear) {
        return;
    }
    let flow =
        Flow::new(machine, reads.iter().filter(|read| read.needed).map(|read| (read.state, read.name)));
    let (mut said, mut guesses) = (HashSet::new(), GUESSES);
    for read in reads {
        if !flow.has(read.state, read.name) {
            report(machine, &flow, &read, &mut guesses, out);
        } else if read.needed
            && flow.lacks(read.state, read.name)
            && said.insert((read.state.name.site, read.name))
        {
            possibly_unassigned_variable::report(machine, &flow, &read, out);
        }
    }
}

/// Whether what stands there is evaluated whenever the state is entered, as far as the state itself decides. In a
/// Choice state that is the first condition, and no test of presence.
fn is_certain(state: &State<'_>, site: Site) -> bool {
    if state.kind != Some(StateKind::Choice) {
        return true;
    }
    let first = state.node.get("Choices").and_then(Node::as_array).and_then(<[_]>::first);
    first.is_some_and(|rule| {
        let there = |name| rule.get(name).is_some_and(|value: &Node<'_>| value.site == site);
        (there("Condition") || there("Variable")) && rule.get("IsPresent").is_none()
    })
}

/// Whether a variable's name stands in an expression that is none of AWS's own.
fn may_read(text: &str) -> bool {
    text.split('$').skip(1).any(|rest| {
        let name =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest, |end| rest.split_at(end).0);
        !name.is_empty() && name != "states" && !is_function(name)
    })
}

/// Whether a field that no state has is near to `Assign`.
fn is_misspelt(name: &str) -> bool {
    state_field(name).is_none() && nearest(name, ["Assign"]).is_some()
}

/// Whether nobody knows where the state goes, or what it assigns.
fn is_unclear(state: &State<'_>) -> bool {
    let odd = |node: &Node<'_>| match node.get("Assign") {
        Some(assign) => assign.as_object().is_none() || assign.is_partial(),
        None => node.as_object().unwrap_or_default().iter().any(|it| is_misspelt(&it.key.value)),
    };
    let entries = |list| state.node.get(list).and_then(Node::as_array).unwrap_or_default();
    state.partial
        || state.transitions.iter().any(|way| way.leads_to().is_none())
        || odd(state.node)
        || entries("Choices").iter().chain(entries("Catch")).any(odd)
}

fn report(machine: &Machine<'_>, flow: &Flow<'_>, read: &Read<'_>, guesses: &mut u32, out: &Findings) {
    let Read { state, name, .. } = *read;
    let mut help = None;
    let message = match flow.by(name) {
        None => {
            if *guesses > 0 {
                *guesses -= 1;
                let known = machine.states.iter().flat_map(assignments).map(|(name, _)| name);
                help = nearest(name, known).map(|near| format!("did you mean `${near}`?"));
            }
            format!("no state assigns `${name}`")
        }
        Some(by) if std::ptr::eq(by, state) => {
            help = Some("a variable has its new value from the next state on".into());
            format!("`{}` assigns `${name}` itself, so it has no value here", by.name.value)
        }
        Some(by) => {
            let by_name = by.name.value;
            let sees = |container| by.container == container;
            if sees(state.container) || machine.around(state.container).any(sees) {
                format!(
                    "`{by_name}` assigns `${name}`, but not on any path that leads to `{}`",
                    state.name.value
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
    let report = out.report(&RULE, read.site, message).inside(read.text, read.offset, name.len() + 1);
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
    fn nobody_assigns_it() {
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
    fn no_way_leads_there() {
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
    fn on_some_way() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Assign": { "x.$": "$" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "e.$": "$.Cause" }, "Next": "b" }], "Next": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$e", "IsPresent": true, "Next": "a" }], "Default": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "OutputPath": "$x", "End": true } } }, "End": true }
        "#]]);
    }

    #[test]
    fn while_something_is_unclear() {
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
