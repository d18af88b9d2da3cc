//! ## What it checks
//! The definition is strictly valid JSON (RFC 8259): one value, no comments, no trailing commas, no unpaired
//! surrogates (`\ud800` alone).
//!
//! ## Why
//! AWS reads nothing else, and a text that different parsers read differently would have two meanings.
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
//! AWS answers `INVALID_JSON_DESCRIPTION` (recorded). Refusing an unpaired surrogate is our decision: UTF-8
//! text cannot hold one.

use super::too_deep;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::read::{Fault, Mend};

pub static RULE: Rule =
    Rule { id: "json-syntax", severity: Severity::Error, source: include_str!("json_syntax.rs") };

/// Reports the faults of a text.
pub(crate) fn report(faults: Vec<Fault>, out: &Findings) {
    for fault in faults {
        let rule = if fault.is_too_deep { &too_deep::RULE } else { &RULE };
        let report = out.report(rule, fault.site, fault.message);
        match (fault.mend, fault.help.as_str()) {
            (None, "") => {}
            (None, help) => drop(report.help(help)),
            (Some(mend), "") => drop(report.help(suggestion(mend).silent())),
            // The help is what to do.
            (Some(mend), help) if mend.message.is_empty() => {
                report.help(Suggestion { message: help.to_owned(), ..suggestion(mend) });
            }
            (Some(mend), help) => drop(report.help(help).help(suggestion(mend).silent())),
        }
    }
}

fn suggestion(mend: Mend) -> Suggestion {
    let edits = mend.edits.into_iter().map(|(site, length, text)| Edit::Source { site, length, text });
    Suggestion {
        message: mend.message.to_owned(),
        edits: edits.collect(),
        is_certain: mend.is_certain,
        is_silent: false,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_comma_too_many() {
        check(expect![[r#"
            { "StartAt": "a", "States": { "a": { "Type": "Succeed" } }, }
                                                                      //^ json-syntax: there is a trailing comma before `}`
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
                       // help: in JSON, write `null`
        "#]]);
    }

    #[test]
    fn misplaced_quotes_are_reported() {
        check(expect![[r#"
            { "StartAt": "a" "States": { "a": { "Type": "Succeed" } } }
                           //^^^^^^^^ json-syntax: expected `,` or `}`, found `"`
        "#]]);
        check(expect![[r#"
            { 'StartAt': 'a', "States": { "a": { "Type": "Succeed" } } }
            //^ json-syntax: expected a key, found `'`
            // help: keys must be in double quotes
                       //^ json-syntax: expected a value, found `'`
                       // help: strings must be in double quotes
        "#]]);
    }

    #[test]
    fn a_placeholder_outside_of_quotes() {
        check(expect![[r#"
            { "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": ${Wait}, "Next": "b" } } }
                                                                          //^ json-syntax: expected a value, found `${Wait}`
                                                                          // help: a placeholder stands in quotes, where a number belongs, too: `"${Wait}"`
                                                                                           //^^^ unknown-target: `a` goes to `b`, which is not a state of this machine
                                                                                           // help: the states here are `a`
        "#]]);
    }

    #[test]
    fn half_a_character() {
        check(expect![[r#"
            { "Comment": "\ud800", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                        //^ json-syntax: `\ud800` is half of a surrogate pair, and the other half is missing
        "#]]);
    }

    #[test]
    fn a_number_of_another_grammar() {
        check(expect![[r#"
            { "TimeoutSeconds": 01, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                              //^^ json-syntax: `01` is not a JSON number
        "#]]);
    }

    #[test]
    fn a_fault_in_one_state_does_not_hide_the_others() {
        check(expect![[r#"
            { "StartAt": "a", "States": {
                "a": { "Type": "Pass", "Next": b },
                                             //^ json-syntax: expected a value, found `b`
                "b": { "Type": "Passs", // a comment
                             //^^^^^^^ unknown-state-type: `b` has the type `Passs`, which does not exist
                             // help: did you mean `Pass`?
                                      //^ json-syntax: JSON has no comments
                                      // help: to keep the text, put it in a `Comment` field
                       "End": true, }
                                  //^ json-syntax: there is a trailing comma before `}`
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
