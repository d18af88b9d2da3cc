//! ## What it checks
//! A name in `Assign` starts with a letter, continues with letters, digits and `_`, has at most 80
//! characters, and is not `states`. It names a whole variable, not part of one.
//!
//! ## Why
//! AWS refuses the definition. `$states` is reserved for the state's own input, result and context.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Assign": { "total-price": 1 }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Assign": { "totalPrice": 1 }, "End": true }
//! ```
//!
//! ## Source
//! `Cannot assign to reserved variable '$states'.` and
//! `Invalid variable name 'my-var': the variable name contains invalid characters.` (measured). Letters of
//! other scripts are not checked. The maximum length and that a name does not
//! start with `_` are only documented, so such a name is `probably-refused`.

use crate::analysis::Analysis;
use crate::analysis::assignments::assignments;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::rules::fields::probably_refused;

pub static RULE: Rule = Rule {
    id: "invalid-variable-name",
    severity: Severity::Error,
    source: include_str!("invalid_variable_name.rs"),
};

/// The most characters that a name may have.
const MAX_NAME_CHARS: usize = 80;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in &machine.states {
        let assigned = assignments(state);
        for &(name, member) in &assigned {
            let site = member.key.site;
            let part = |c: char| c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii();
            if name == "states" {
                out.report(&RULE, site, "`$states` is reserved: nothing can be assigned to it")
                    .help("give the variable another name");
            } else if name.is_empty() {
                out.report(&RULE, site, "the variable has no name").help("write one as the key");
            } else if let Some(wrong) = name.chars().find(|c| !part(*c)) {
                let report = out.report(&RULE, site, format!("a variable's name cannot contain `{wrong}`"));
                let plain = name.strip_prefix('$').or_else(|| name.strip_suffix(".$")).unwrap_or_default();
                if !plain.is_empty() && plain.chars().all(part) {
                    // Under another variable's name it would be a second one of it.
                    let is_taken = assigned.iter().any(|(other, _)| *other == plain);
                    let edit = Edit::part(site, 0, name.len(), plain);
                    report.help(Suggestion::new(format!("write just `{plain}`"), edit, !is_taken));
                } else if matches!(wrong, '.' | '[') {
                    report.help("a variable can only be assigned as a whole");
                } else {
                    report.help("it may contain letters, digits and `_`");
                }
            } else if name.starts_with(|c: char| c.is_ascii_digit()) {
                out.report(&RULE, site, format!("the variable's name `{name}` starts with a digit"))
                    .help("start with a letter");
            } else if name.starts_with('_') {
                out.report(
                    &probably_refused::RULE,
                    site,
                    format!("the variable's name `{name}` starts with `_`"),
                )
                .help("start with a letter");
            } else if name.chars().count() > MAX_NAME_CHARS {
                let length = name.chars().count();
                let message =
                    format!("the variable's name has {length} characters, more than {MAX_NAME_CHARS}");
                out.report(&probably_refused::RULE, site, message).help("shorten it");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_a_state() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "states": 1, "my-var": 2, "1x": 3, "x.y.$": "$.z", "$w.$": "$.w", "": 4 }, "Next": "b" },
                                             //^^^^^^^^ invalid-variable-name: `$states` is reserved: nothing can be assigned to it
                                             // help: give the variable another name
                                                          //^^^^^^^^ invalid-variable-name: a variable's name cannot contain `-`
                                                          // help: it may contain letters, digits and `_`
                                                                       //^^^^ invalid-variable-name: the variable's name `1x` starts with a digit
                                                                       // help: start with a letter
                                                                                //^^^^^^^ invalid-variable-name: a variable's name cannot contain `.`
                                                                                // help: a variable can only be assigned as a whole
                                                                                                //^^^^^^ invalid-variable-name: a variable's name cannot contain `$`
                                                                                                // help: write just `w`
                                                                                                               //^^ invalid-variable-name: the variable has no name
                                                                                                               // help: write one as the key
            "b": { "Type": "Pass", "Assign": { "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabc": 1 }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: the variable's name has 81 characters, more than 80
                                             // help: shorten it
        "#]]);
    }

    #[test]
    fn of_rules_and_catchers() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "states.$": "$" }, "Next": "b" }], "Default": "c" },
                                                                                                   //^^^^^^^^^^ invalid-variable-name: `$states` is reserved: nothing can be assigned to it
                                                                                                   // help: give the variable another name
            "b": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "a b": 1 }, "Next": "c" }], "Next": "c" },
                                                                 //^^^^^ invalid-variable-name: a variable's name cannot contain ` `
                                                                 // help: it may contain letters, digits and `_`
            "c": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "x.$": "{% 1 %}", "$y": 2, "x[1]": 3, "states": 4 }, "End": true } } }
                                             //^^^^^ invalid-variable-name: a variable's name cannot contain `.`
                                             // help: write just `x`
                                                               //^^^^ invalid-variable-name: a variable's name cannot contain `$`
                                                               // help: write just `y`
                                                                        //^^^^^^ invalid-variable-name: a variable's name cannot contain `[`
                                                                        // help: a variable can only be assigned as a whole
                                                                                   //^^^^^^^^ invalid-variable-name: `$states` is reserved: nothing can be assigned to it
                                                                                   // help: give the variable another name
        "#]]);
    }

    #[test]
    fn valid_names_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "x": 1, "x1.$": "$.y", "_y": 2, "größe": 3, "変数": 4, "States": 5 }, "End": true }
                                                                    //^^^^ probably-refused: the variable's name `_y` starts with `_`
                                                                    // help: start with a letter
        "#]]);
    }
}
