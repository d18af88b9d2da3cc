//! ## What it checks
//! Every function that an expression calls is one of JSONata's functions in Step Functions, is defined in the
//! expression, or may be held by a variable.
//!
//! ## Why
//! AWS accepts the definition, but the call fails when it is evaluated. Step Functions has no `$eval`.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $toUpper($states.input.name) %}",
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $uppercase($states.input.name) %}",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `T1006: Attempted to invoke a non-function`, at run time (recorded).

use super::Rule;
use crate::expressions::Text;
use crate::finding::{Findings, Severity};
use crate::jsonata::{FUNCTIONS, Uses, is_function};
use crate::model::Machine;
use crate::similar::nearest;
use crate::states::assign::assignments;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    id: "unknown-function",
    severity: Severity::Warning,
    check: None,
    source: include_str!("unknown_function.rs"),
};

/// What may be called: the variables are only looked for when a function is not JSONata's.
pub(super) struct Functions<'m> {
    machine: &'m Machine<'m>,
    variables: Option<HashSet<&'m str>>,
}

impl<'m> Functions<'m> {
    /// Those of a machine.
    pub(super) fn of(machine: &'m Machine<'m>) -> Self {
        Functions { machine, variables: None }
    }

    fn has(&mut self, name: &str) -> bool {
        is_function(name) || name == "states" || self.is_variable(name)
    }

    /// Whether a state assigns a variable of that name.
    pub(super) fn is_variable(&mut self, name: &str) -> bool {
        let states = self.machine.states.iter();
        let variables = || states.flat_map(assignments).map(|(name, _)| name).collect();
        self.variables.get_or_insert_with(variables).contains(name)
    }
}

/// Looks at the functions that an expression calls.
pub(super) fn look(it: Text<'_>, uses: &Uses<'_>, functions: &mut Functions<'_>, out: &Findings) {
    for call in &uses.calls {
        let name = call.function.word;
        if functions.has(name) {
            continue;
        }
        let report = out.report(&RULE, it.site, format!("there is no function `${name}`"));
        let report = match nearest(name, FUNCTIONS.iter().map(|function| function.name)) {
            _ if name == "eval" => report.help("Step Functions does not have it; use `$parse` to read JSON"),
            Some(near) => report.help(format!("did you mean `${near}`?")),
            None => report,
        };
        report.inside(it.text, call.function.offset + 2, name.len() + 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn misspelt_missing_and_far() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": "{% $uppercas('x') %}", "y": "{% $eval('1') %}", "z": "{% $f(1) %}" }, "End": true } } }
                                                  //^^^^^^^^^^^^^^^^^^^^^^ unknown-function: there is no function `$uppercas`
                                                  // help: did you mean `$uppercase`?
                                                  // help: in `{% $uppercas('x') %}`
                                                  //              ^^^^^^^^^
                                                                               //^^^^^^^^^^^^^^^^^^ unknown-function: there is no function `$eval`
                                                                               // help: Step Functions does not have it; use `$parse` to read JSON
                                                                               // help: in `{% $eval('1') %}`
                                                                               //              ^^^^^
                                                                                                        //^^^^^^^^^^^^^ unknown-function: there is no function `$f`
                                                                                                        // help: in `{% $f(1) %}`
                                                                                                        //              ^^
        "#]]);
    }

    #[test]
    fn known_and_ones_own() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "g": 1 }, "Output": "{% ($f := function($x) { $uppercase($x) }; $f($uuid()) ~> $trim) %}", "Next": "b" },
            "b": { "Type": "Pass", "Output": "{% $map([1], $string) ~> $join(',') & $g() %}", "End": true } } }
        "#]]);
    }
}
