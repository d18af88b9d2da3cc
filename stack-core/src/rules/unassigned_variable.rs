//! ## What it checks
//! A variable that is read was assigned before on some way that leads there. A state sees the variables of its own
//! machine, branch or item processor and of those around it, but not those of a sibling branch, not what was
//! assigned further inside, and in the children of a distributed Map nothing from outside. What a state assigns
//! is there from the next state on.
//!
//! ## Why
//! AWS accepts the definition, but the variable has no value: the execution fails when it is read.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "b" }, "b": { "Type": "Pass", "Parameters": { "x.$": "$totl" }, "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "b" }, "b": { "Type": "Pass", "Parameters": { "x.$": "$total" }, "End": true }
//! ```
//!
//! ## Source
//! The documentation of scopes; that AWS accepts an unknown variable was measured. While it is not clear where a
//! state leads or what it assigns, nothing is said.

use super::Rule;
use crate::expressions::texts;
use crate::finding::{Findings, Severity};
use crate::jsonata::{self, is_function};
use crate::json::Node;
use crate::model::{Machine, State, StateId, Via};
use crate::path::Root;
use crate::similar::nearest;
use crate::site::Site;
use crate::states::assign::{assignments, names};
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    id: "unassigned-variable",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("unassigned_variable.rs"),
};

/// A place where a variable is read.
struct Read<'m> {
    state: &'m State<'m>,
    name: &'m str,
    text: &'m str,
    offset: usize,
    site: Site,
}

fn check(machine: &Machine<'_>, out: &Findings) {
    let mut reads = Vec::new();
    for it in &machine.uses {
        if let (Root::Variable(name), Some(state)) = (it.path.root, machine.states.get(it.state)) {
            reads.push(Read { state, name, text: it.text, offset: it.offset, site: it.site });
        }
    }
    texts(machine, &mut |it| {
        let Some(text) = it.expression().filter(|text| may_read(text)) else { return };
        let Ok(expression) = jsonata::parse(text) else { return };
        for variable in expression.uses().variables.iter().filter(|variable| !is_function(variable.word)) {
            let Some(name) = text.get(variable.offset + 1..variable.offset + 1 + variable.word.len()) else { continue };
            reads.push(Read { state: it.state, name, text: it.text, offset: variable.offset + 2, site: it.site });
        }
    });
    if reads.is_empty() || machine.states.iter().any(is_unclear) {
        return;
    }
    let flow = Flow::new(machine);
    for read in reads {
        if !flow.has(read.state, read.name) {
            report(machine, &flow, &read, out);
        }
    }
}

/// Whether a variable's name stands in an expression that is none of AWS's own.
fn may_read(text: &str) -> bool {
    text.split('$').skip(1).any(|rest| {
        let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest, |end| rest.split_at(end).0);
        !name.is_empty() && name != "states" && !is_function(name)
    })
}

/// Whether nobody knows where the state goes, or what it assigns.
fn is_unclear(state: &State<'_>) -> bool {
    let odd = |node: &Node<'_>| node.get("Assign").is_some_and(|it| it.as_object().is_none() || it.is_partial());
    let entries = |list| state.node.get(list).and_then(Node::as_array).unwrap_or_default();
    state.partial
        || state.transitions.iter().any(|way| way.leads_to().is_none())
        || odd(state.node)
        || entries("Choices").iter().chain(entries("Catch")).any(odd)
}

/// Which variables may have a value when a state is entered.
struct Flow<'m> {
    machine: &'m Machine<'m>,
    /// The number of each variable, and who assigns it first.
    variables: HashMap<&'m str, (usize, &'m State<'m>)>,
    /// The number of each state.
    ids: HashMap<*const State<'m>, StateId>,
    /// For each state that is reached a bit for each variable.
    known: Vec<Option<Vec<u64>>>,
}

impl<'m> Flow<'m> {
    fn new(machine: &'m Machine<'m>) -> Self {
        let mut variables = HashMap::new();
        for state in &machine.states {
            for (name, _) in assignments(state) {
                let number = variables.len();
                variables.entry(name).or_insert((number, state));
            }
        }
        let ids = machine.states.iter().enumerate().map(|(id, state)| (std::ptr::from_ref(state), id)).collect();
        let mut flow = Flow { machine, variables, ids, known: vec![None; machine.states.len()] };
        // A container comes after the one around it, so what its owner knows is settled.
        for (id, container) in machine.containers.iter().enumerate() {
            let mut known = vec![0; flow.variables.len().div_ceil(64)];
            if let Some(owner) = container.owner {
                let Some(Some(outer)) = flow.known.get(owner) else { continue };
                if machine.around(id).next().is_some() {
                    known.clone_from(outer);
                }
            }
            if let Some(start) = container.start.as_ref().and_then(|start| start.leads_to()) {
                flow.walk(start, known);
            }
        }
        flow
    }

    fn walk(&mut self, start: StateId, first: Vec<u64>) {
        let mut open = vec![start];
        self.join(start, first);
        while let Some(id) = open.pop() {
            let Some((state, Some(before))) = self.machine.states.get(id).zip(self.known.get(id).cloned()) else {
                continue;
            };
            for way in &state.transitions {
                let entry = |list, index| state.node.get(list).and_then(Node::as_array)?.get(index);
                let assigns = match way.via {
                    Via::Choice(index) => entry("Choices", index),
                    Via::Catch(index) => entry("Catch", index),
                    Via::StartAt | Via::Next | Via::Default => Some(state.node),
                };
                let mut after = before.clone();
                for (name, _) in assigns.into_iter().flat_map(|node| names(node, state.language)) {
                    let Some((number, _)) = self.variables.get(name) else { continue };
                    if let Some(word) = after.get_mut(number / 64) {
                        *word |= 1 << (number % 64);
                    }
                }
                if let Some(to) = way.leads_to().filter(|to| self.join(*to, after)) {
                    open.push(to);
                }
            }
        }
    }

    /// Adds to what may be known in a state; whether that is more than before.
    fn join(&mut self, state: StateId, more: Vec<u64>) -> bool {
        let Some(known) = self.known.get_mut(state) else { return false };
        let Some(known) = known else {
            *known = Some(more);
            return true;
        };
        let mut grown = false;
        for (word, more) in known.iter_mut().zip(more) {
            grown |= more & !*word != 0;
            *word |= more;
        }
        grown
    }

    /// Whether the variable may have a value in the state. What is never reached is another fault.
    fn has(&self, state: &State<'_>, name: &str) -> bool {
        let id = self.ids.get(&std::ptr::from_ref(state));
        let Some(known) = id.and_then(|&id| self.known.get(id)?.as_ref()) else { return true };
        let number = self.variables.get(name).map(|(number, _)| *number);
        number.is_some_and(|number| known.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1))
    }
}

fn report(machine: &Machine<'_>, flow: &Flow<'_>, read: &Read<'_>, out: &Findings) {
    let Read { state, name, .. } = *read;
    let mut help = None;
    let message = match flow.variables.get(name) {
        None => {
            let known = machine.states.iter().flat_map(assignments).map(|(name, _)| name);
            help = nearest(name, known).map(|near| format!("did you mean `${near}`?"));
            format!("no state assigns `${name}`")
        }
        Some((_, by)) if std::ptr::eq(*by, state) => {
            help = Some("what a state assigns is there from the next state on".into());
            format!("`{}` assigns `${name}` itself, so it has no value here", by.name.value)
        }
        Some((_, by)) => {
            let by_name = by.name.value;
            let sees = |container| by.container == container;
            if sees(state.container) || machine.around(state.container).any(sees) {
                format!("`{by_name}` assigns `${name}`, but on no way that leads to `{}`", state.name.value)
            } else if is_inside(machine, state, by) {
                help = Some("hand it on with `ItemSelector`".into());
                format!("the children of a distributed Map do not see `${name}` of `{by_name}`")
            } else {
                let place = machine.which(by.container);
                format!("`${name}` is assigned by `{by_name}` in {place}, and is only seen in there")
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
                                                                 // help: what a state assigns is there from the next state on
            "b": { "Type": "Pass", "Output": "{% $x + $y + ($z := 1; $z) %}", "Next": "p" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unassigned-variable: no state assigns `$y`
                                           // help: in `{% $x + $y + ($z := 1; $z) %}`
                                           //                   ^^
            "p": { "Type": "Parallel", "Branches": [
                { "StartAt": "i", "States": { "i": { "Type": "Pass", "Assign": { "s": "{% $x %}" }, "End": true } } },
                { "StartAt": "j", "States": { "j": { "Type": "Pass", "Output": "{% $s %}", "End": true } } }], "Output": "{% $s %}", "End": true } } }
                                                                             //^^^^^^^^^^ unassigned-variable: `$s` is assigned by `i` in `Branches[0]` of `p`, and is only seen in there
                                                                             // help: in `{% $s %}`
                                                                             //              ^^
                                                                                                                       //^^^^^^^^^^ unassigned-variable: `$s` is assigned by `i` in `Branches[0]` of `p`, and is only seen in there
                                                                                                                       // help: in `{% $s %}`
                                                                                                                       //              ^^
        "#]]);
    }

    #[test]
    fn no_way_leads_there() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "x": 1 }, "Next": "b" }], "Assign": { "y": 1 }, "Default": "c" },
            "b": { "Type": "Pass", "InputPath": "$x", "OutputPath": "$y", "End": true },
                                                                  //^^^^ unassigned-variable: `a` assigns `$y`, but on no way that leads to `b`
                                                                  // help: in `$y`
                                                                  //           ^^
            "c": { "Type": "Pass", "InputPath": "$x", "OutputPath": "$y", "End": true }
                                              //^^^^ unassigned-variable: `a` assigns `$x`, but on no way that leads to `c`
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
                                                                         // help: hand it on with `ItemSelector`
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
    }
}
