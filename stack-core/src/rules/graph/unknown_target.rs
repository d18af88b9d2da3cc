//! ## What it checks
//! `StartAt`, `Next`, `Default` and the `Next` of catchers and choice rules name a state of the same
//! `States`, spelt exactly.
//!
//! ## Why
//! AWS refuses the definition. A transition cannot lead into or out of a branch or an item processor.
//!
//! ## Example
//! ```json
//! "charge": { "Type": "Pass", "Next": "bil" }, "bill": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "charge": { "Type": "Pass", "Next": "bill" }, "bill": { "Type": "Succeed" }
//! ```
//!
//! ## Source
//! `MISSING_TRANSITION_TARGET: Missing 'Next' target: bil` (measured).

use crate::analysis::Analysis;
use crate::finding::names;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::index::Index;
use crate::json::Node;
use crate::model::{ContainerId, Machine, State, Transition, Via};

pub static RULE: Rule =
    Rule { id: "unknown-target", severity: Severity::Error, source: include_str!("unknown_target.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let mut lookup = Lookup { machine, everywhere: Index::new(), known: None, out };
    for (id, container) in machine.containers.iter().enumerate() {
        // Without any state, that is the fault.
        if container.states.is_empty() || container.node.get("States").is_none_or(Node::is_partial) {
            continue;
        }
        for start in container.start.iter().filter(|start| start.to.is_none()) {
            let label = machine.container_label(id);
            let message =
                format!("`StartAt` names `{}`, which is not a state of this {label}", start.target.value);
            lookup.report(id, start, message);
        }
        for state in machine.states_of(container) {
            for transition in state
                .transitions
                .iter()
                .filter(|transition| transition.to.is_none() && has_field(state, transition.via))
            {
                let (from, to, label) = (state.shown(), transition.target.value, machine.container_label(id));
                let message = format!("`{from}` goes to `{to}`, which is not a state of this {label}");
                lookup.report(id, transition, message);
            }
        }
    }
}

/// Whether the state's type has the field. If not, that is the fault.
fn has_field(state: &State<'_>, via: Via) -> bool {
    let field = match via {
        Via::StartAt => "StartAt",
        Via::Next => "Next",
        Via::Default => "Default",
        Via::Choice(_) => "Choices",
        Via::Catch(_) => "Catch",
    };
    state.kind.is_none_or(|kind| kind.spec().field(field).is_some())
}

struct Lookup<'m, 'o> {
    machine: &'m Machine<'m>,
    /// The container of each state, by its name; filled at the first fault.
    everywhere: Index<'m>,
    /// The names of a container's states in words: many faults are in one, and it may have many states.
    known: Option<(ContainerId, String)>,
    out: &'o Findings,
}

impl Lookup<'_, '_> {
    fn report(&mut self, container: ContainerId, transition: &Transition<'_>, message: String) {
        let machine = self.machine;
        if self.everywhere.is_empty() {
            for state in &machine.states {
                self.everywhere.set(state.name.value, state.container);
            }
        }
        let name = transition.target.value;
        let mut report = self.out.report(&RULE, transition.target.site, message);
        if let Some(elsewhere) = self.everywhere.get(name) {
            let (there, here) = (machine.which(elsewhere), machine.which(container));
            report = report.help(format!(
                "`{name}` is in {there}, this is {here}: no transition leads from one to the other"
            ));
        } else if let Some(meant) = transition.meant.and_then(|id| machine.states.get(id)) {
            let meant = meant.name.value;
            let case = if meant.eq_ignore_ascii_case(name) { " case matters" } else { "" };
            let edit = Edit::whole(transition.target.site, name, meant);
            let help = format!("did you mean `{meant}`?{case}");
            report = report.help(Suggestion::new(help, edit, transition.is_certain));
        } else if name.starts_with("{%") || name.starts_with("$.") {
            report = report.help("the next state cannot be computed: use a Choice state");
        }
        if let Some(it) = machine.containers.get(container) {
            if self.known.as_ref().is_none_or(|(of, _)| *of != container) {
                let known = names(machine.states_of(it).map(|state| state.name.value));
                self.known = Some((container, known));
            }
            let known = self.known.as_ref().map_or("", |(_, known)| known);
            report.help(format!("the states here are {known}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_misspelt_target_gets_a_suggestion() {
        check(expect![[r#"
            "charge": { "Type": "Pass", "Next": "bil" },
                                              //^^^^^ unknown-target: `charge` goes to `bil`, which is not a state of this machine
                                              // help: did you mean `bill`?
                                              // help: the states here are `charge`, `bill`
            "bill": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_target_cannot_be_computed() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "$.next" }, "b": { "Type": "Pass", "QueryLanguage": "JSONata", "Next": "{% 'a' %}" }, "c": { "Type": "Succeed" }
                                         //^^^^^^^^ unknown-target: `a` goes to `$.next`, which is not a state of this machine
                                         // help: the next state cannot be computed: use a Choice state
                                         // help: the states here are `a`, `b`, `c`
                                                                                                                //^^^^^^^^^^^ unknown-target: `b` goes to `{% 'a' %}`, which is not a state of this machine
                                                                                                                // help: the next state cannot be computed: use a Choice state
                                                                                                                // help: the states here are `a`, `b`, `c`
        "#]]);
    }

    #[test]
    fn letter_case_matters() {
        check(expect![[r#"
            { "StartAt": "Alpha", "States": { "alpha": { "Type": "Succeed" } } }
                       //^^^^^^^ unknown-target: `StartAt` names `Alpha`, which is not a state of this machine
                       // help: did you mean `alpha`? case matters
                       // help: the states here are `alpha`
        "#]]);
    }

    #[test]
    fn a_target_like_no_state_gets_no_suggestion() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "refund" }], "Default": "nowhere" },
                                                                                               //^^^^^^^^ unknown-target: `a` goes to `refund`, which is not a state of this machine
                                                                                               // help: the states here are `a`, `b`
                                                                                                                       //^^^^^^^^^ unknown-target: `a` goes to `nowhere`, which is not a state of this machine
                                                                                                                       // help: the states here are `a`, `b`
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn into_a_branch_and_out_of_it() {
        check(expect![[r#"
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "b", "States": {
            "b": { "Type": "Pass", "Next": "z" } } }],
                                         //^^^ unknown-target: `b` goes to `z`, which is not a state of this Parallel branch
                                         // help: `z` is in the machine, this is `Branches[0]` of `p`: no transition leads from one to the other
                                         // help: the states here are `b`
            "Next": "b" },
                  //^^^ unknown-target: `p` goes to `b`, which is not a state of this machine
                  // help: `b` is in `Branches[0]` of `p`, this is the machine: no transition leads from one to the other
                  // help: the states here are `p`, `z`
            "z": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_catcher() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["E"], "Next": "clean" }], "End": true }
                                                                                                                                           //^^^^^^^ unknown-target: `a` goes to `clean`, which is not a state of this machine
                                                                                                                                           // help: the states here are `a`
        "#]]);
    }

    #[test]
    fn a_field_that_the_type_does_not_have_is_that_fault() {
        check(expect![[r#"
            "a": { "Type": "Succeed", "Next": "nowhere" }
                                    //^^^^^^ unsupported-field: a Succeed state has no `Next`
                                    // help: these types of state have it: `Task`, `Pass`, `Wait`, `Parallel`, `Map`
        "#]]);
    }

    #[test]
    fn jsonata_changes_nothing() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Next": "c" }], "Default": "b" }, "b": { "Type": "Succeed" }
                                                                                    //^^^ unknown-target: `a` goes to `c`, which is not a state of this machine
                                                                                    // help: the states here are `a`, `b`
            } }
        "#]]);
    }
}
