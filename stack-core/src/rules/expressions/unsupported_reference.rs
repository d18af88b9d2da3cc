//! ## What it checks
//! An expression reads nothing from JSONata's own input: it has no name and no `$` at the top level, and no
//! `$$`. The state's input is `$states.input`. `$states.errorOutput` is only for the `Output` and `Assign` of
//! a catcher, `$states.result` for those of a Task, Parallel or Map.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% order.id %}", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.order.id %}",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `Reference to 'order' at the top level is not supported.`, `Reference to '$$' is not supported.` and
//! `Field '$states.errorOutput' does not exist.` (measured). The restriction on `$states.result` is documented, and
//! others measured that AWS insists on it.

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, Known};
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::index::Index;

pub static RULE: Rule = Rule {
    id: "unsupported-reference",
    severity: Severity::Error,
    source: include_str!("unsupported_reference.rs"),
};

pub(super) fn check_expression(_: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, uses, .. } = expression;
    let mut seen = Index::new();
    for name in uses.names_at_top.iter().filter(|name| seen.add(name.word)) {
        let message = format!("`{}` at the top level refers to nothing", name.word);
        let quoted = it.text.get(name.offset + 2..).is_some_and(|rest| rest.starts_with('`'));
        let help = if quoted {
            format!("for the state's input, write $states.input.`{}`", name.word)
        } else {
            format!("for the state's input, write `$states.input.{}`", name.word)
        };
        let edit = Edit::part(it.site, name.offset + 2, 0, "$states.input.");
        out.report(&RULE, it.site, message).help(Suggestion::possible(help, edit)).inside(
            it.text,
            name.offset + 2,
            name.word.len(),
        );
    }
    if let Some(offset) = uses.contexts_at_top.first() {
        out.report(&RULE, it.site, "`$` at the top level refers to nothing")
            .help(Suggestion::possible(
                "the state's input is `$states.input`",
                Edit::part(it.site, offset + 2, 1, "$states.input"),
            ))
            .inside(it.text, offset + 2, 1);
    }
    if let Some(offset) = uses.inputs.first() {
        let input =
            |message, text| Suggestion::possible(message, Edit::part(it.site, offset + 2, 2, text)).silent();
        out.report(&RULE, it.site, "`$$` refers to nothing in a state machine")
            .help("the state's input is `$states.input`, the context object `$states.context`")
            .help(input("write `$states.input`", "$states.input"))
            .help(input("write `$states.context`", "$states.context"))
            .inside(it.text, offset + 2, 2);
    }
    for member in uses.states.iter().filter_map(|(_, fields)| fields.first()) {
        let message = match member.word {
            "errorOutput" if it.known != Known::Error => {
                "there is no `$states.errorOutput` outside a catcher's `Output` and `Assign`"
            }
            "result" if it.known != Known::Result => {
                "`$states.result` is for the `Output` and `Assign` of a Task, Parallel or Map state"
            }
            _ => continue,
        };
        out.report(&RULE, it.site, message).inside(it.text, member.offset + 2, member.word.len());
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn at_the_top() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": "{% phone & fax & phone %}", "y": "{% $.phone %}", "z": "{% $$.phone %}" }, "Next": "b" },
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: `phone` at the top level refers to nothing
                                                  // help: for the state's input, write `$states.input.phone`
                                                  // help: in `{% phone & fax & phone %}`
                                                  //              ^^^^^
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: `fax` at the top level refers to nothing
                                                  // help: for the state's input, write `$states.input.fax`
                                                  // help: in `{% phone & fax & phone %}`
                                                  //                      ^^^
                                                                                    //^^^^^^^^^^^^^^^ unsupported-reference: `$` at the top level refers to nothing
                                                                                    // help: the state's input is `$states.input`
                                                                                    // help: in `{% $.phone %}`
                                                                                    //              ^
                                                                                                          //^^^^^^^^^^^^^^^^ unsupported-reference: `$$` refers to nothing in a state machine
                                                                                                          // help: the state's input is `$states.input`, the context object `$states.context`
                                                                                                          // help: in `{% $$.phone %}`
                                                                                                          //              ^^
            "b": { "Type": "Pass", "Output": "{% $map([1], function($i) { phone }) %}", "End": true } } }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: `phone` at the top level refers to nothing
                                           // help: for the state's input, write `$states.input.phone`
                                           // help: in `{% $map([1], function($i) { phone }) %}`
                                           //                                       ^^^^^
        "#]]);
    }

    #[test]
    fn members_in_the_wrong_place_are_reported() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Arguments": "{% $states.result %}", "Output": "{% $states.errorOutput %}",
                                                                                                              //^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: `$states.result` is for the `Output` and `Assign` of a Task, Parallel or Map state
                                                                                                              // help: in `{% $states.result %}`
                                                                                                              //                      ^^^^^^
                                                                                                                                                //^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: there is no `$states.errorOutput` outside a catcher's `Output` and `Assign`
                                                                                                                                                // help: in `{% $states.errorOutput %}`
                                                                                                                                                //                      ^^^^^^^^^^^
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Output": "{% $states.result %}", "Next": "b" }], "Next": "b" },
                                                               //^^^^^^^^^^^^^^^^^^^^^^ unsupported-reference: `$states.result` is for the `Output` and `Assign` of a Task, Parallel or Map state
                                                               // help: in `{% $states.result %}`
                                                               //                      ^^^^^^
            "b": { "Type": "Pass", "Output": "{% $states.inputs.x %}", "End": true } } }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^ unknown-states-member: there is no `$states.inputs`
                                           // help: did you mean `$states.input`?
                                           // help: in `{% $states.inputs.x %}`
                                           //                      ^^^^^^
        "#]]);
    }

    #[test]
    fn members_in_the_right_place_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Arguments": "{% $states.input.items[price > 3].(name & $.id) %}",
            "Output": "{% $states.result.x %}", "Assign": { "x": "{% $states.result %}" },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Assign": { "e": "{% $states.errorOutput %}" }, "Next": "b" }], "Next": "b" },
            "b": { "Type": "Pass", "Output": "{% ($x := $states; $x.input & $states.context.Execution.Id) %}", "End": true } } }
        "#]]);
    }
}
