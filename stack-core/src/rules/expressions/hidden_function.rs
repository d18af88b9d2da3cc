//! ## What it checks
//! No variable has the name of a function of JSONata that an expression calls where the variable has a value.
//!
//! ## Why
//! The variable hides the function, and no variable holds one: the call fails. AWS accepts the definition. It is a
//! warning where a catcher may catch that, where the call is not evaluated in every case, and where the variable has no
//! value in some executions.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "count": 0 }, "Next": "b" },
//! "b": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $count($states.input.x) %}", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "total": 0 }, "Next": "b" },
//! "b": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $count($states.input.x) %}", "End": true }
//! ```
//!
//! ## Source
//! Others measured it on AWS: `T1006: Attempted to invoke a non-function`.

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::expression::jsonata::is_function;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule =
    Rule { id: "hidden-function", severity: Severity::Deny, source: include_str!("hidden_function.rs") };

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, uses, .. } = expression;
    for call in &uses.calls {
        let name = call.function.word;
        if !is_function(name) || !analysis.assigns(name) {
            continue;
        }
        let Some(state) = analysis.machine.states.get(it.state) else { return };
        let flow = analysis.flow();
        if !flow.comes_with(state, name) {
            continue;
        }
        let soft = flow.lacks(state, name)
            || !expression.always().reads(call.function.offset)
            || analysis.may_catch_query(it.state);
        let by = flow.by(name).map_or("", |by| by.name.value);
        out.report(&RULE, it.site, format!("the variable `${name}` hides the function `${name}` here"))
            .warns_if(soft)
            .help(format!("call the variable something else where `{by}` assigns it"))
            .inside(it.text, call.function.offset + 2, name.len() + 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_variable_that_is_there_on_every_path() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "count": 0 }, "Next": "b" },
            "b": { "Type": "Pass", "Output": ["{% $count([1]) %}", "{% $states.input.x ? $count([1]) : 0 %}"], "Next": "p" },
                                            //^^^^^^^^^^^^^^^^^^^ hidden-function: the variable `$count` hides the function `$count` here
                                            // help: call the variable something else where `a` assigns it
                                            // help: in `{% $count([1]) %}`
                                            //              ^^^^^^
                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hidden-function (warning): the variable `$count` hides the function `$count` here
                                                                 // help: call the variable something else where `a` assigns it
                                                                 // help: in `{% $states.input.x ? $count([1]) : 0 %}`
                                                                 //                                ^^^^^^
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "i", "States": { "i": { "Type": "Pass", "Output": "{% $states.input.x ~> $count %}", "End": true } } }], "End": true } } }
                                                                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hidden-function: the variable `$count` hides the function `$count` here
                                                                                                                 // help: call the variable something else where `a` assigns it
                                                                                                                 // help: in `{% $states.input.x ~> $count %}`
                                                                                                                 //                                 ^^^^^^
        "#]]);
    }

    #[test]
    fn a_variable_that_is_there_on_some_paths_is_a_warning() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "c", "States": {
            "c": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Assign": { "sum": 1 }, "Next": "d" }], "Default": "d" },
            "d": { "Type": "Pass", "Output": "{% $sum([1]) %}", "End": true } } }
                                           //^^^^^^^^^^^^^^^^^ hidden-function (warning): the variable `$sum` hides the function `$sum` here
                                           // help: call the variable something else where `c` assigns it
                                           // help: in `{% $sum([1]) %}`
                                           //              ^^^^
        "#]]);
    }

    #[test]
    fn where_the_variable_is_not_visible_the_function_is() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "count": "{% $count([1]) %}" }, "Next": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Pass", "Output": "{% $count([1]) %}", "End": true } } }, "Output": "{% ($count := function($x) { 1 }; $count(2)) %}", "End": true } } }
        "#]]);
    }
}
