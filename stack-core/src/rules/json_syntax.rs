//! ## What it checks
//! The definition is JSON by RFC 8259, to the letter: one value, no comments, no trailing commas,
//! no half characters (`\ud800` alone).
//!
//! ## Why
//! AWS reads nothing else, and a text that is read otherwise here and there would mean two things.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": {}, }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": {} }
//! ```
//!
//! ## Source
//! AWS answers `INVALID_JSON_DESCRIPTION` (recorded). That a lone half character is refused is our decision:
//! no UTF-8 text can hold it.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "json-syntax",
    severity: Severity::Error,
    check: None,
    source: include_str!("json_syntax.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_comma_too_many() {
        check(expect![[r#"
            { "StartAt": "a", "States": { "a": { "Type": "Succeed" } }, }
                                                                      //^ json-syntax: a comma stands before `}`
        "#]]);
    }

    #[test]
    fn a_text_that_is_cut_off_has_one_fault() {
        check(expect![[r#"
            { "StartAt": "a", "States": { "a": { "Type": "Task", "Retry": [{ "ErrorEquals": ["x"
                                                                                              //^ json-syntax: expected `,` or `]`, found the end
        "#]]);
    }

    #[test]
    fn words_of_other_languages() {
        check(expect![[r#"
            { "StartAt": None, "States": { "a": { "Type": "Succeed" } } }
                       //^^^^ json-syntax: expected a value, found `None`
                       // help: JSON's word is `null`
        "#]]);
    }

    #[test]
    fn quotes() {
        check(expect![[r#"
            { "StartAt": "a" "States": { "a": { "Type": "Succeed" } } }
                           //^^^^^^^^ json-syntax: expected `,` or `}`, found `"`
        "#]]);
        check(expect![[r#"
            { 'StartAt': 'a', "States": { "a": { "Type": "Succeed" } } }
            //^ json-syntax: expected a key, found `'`
            // help: keys stand in double quotes
                       //^ json-syntax: expected a value, found `'`
                       // help: strings stand in double quotes
        "#]]);
    }

    #[test]
    fn half_a_character() {
        check(expect![[r#"
            { "Comment": "\ud800", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                        //^ json-syntax: `\ud800` is one half of a character, and the other half is missing
        "#]]);
    }

    #[test]
    fn a_number_of_another_grammar() {
        check(expect![[r#"
            { "TimeoutSeconds": 01, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                              //^^ json-syntax: `01` is not a number of JSON
        "#]]);
    }

    #[test]
    fn a_fault_in_one_state_does_not_hide_the_others() {
        check(expect![[r#"
            { "StartAt": "a", "States": {
                "a": { "Type": "Pass", "Next": b },
                                             //^ json-syntax: expected a value, found `b`
                "b": { "Type": "Passs", // a comment
                             //^^^^^^^ unknown-state-type: `b` is of the type `Passs`, which does not exist
                             // help: did you mean `Pass`?
                                      //^ json-syntax: JSON has no comments
                                      // help: a `Comment` field can say it
                       "End": true, }
                                  //^ json-syntax: a comma stands before `}`
            } }
        "#]]);
    }

    #[test]
    fn text_after_the_end() {
        check(expect![[r#"
            {} {}
            //^ missing-field: this state machine has no `StartAt`
            //^ missing-field: this state machine has no `States`
             //^ json-syntax: the definition has ended, but `{` follows
        "#]]);
    }
}
