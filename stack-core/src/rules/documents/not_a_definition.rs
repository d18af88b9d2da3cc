//! ## What it checks
//! The document is a definition, and not something that holds one or is configured with one: what
//! `describe-state-machine` prints, a CloudFormation template, a `serverless.yml`, an intrinsic function as a text.
//!
//! ## Why
//! Step Functions takes the definition itself. What is around it is for other tools, so each of its keys would be a fault.
//!
//! ## Example
//! ```json
//! { "stateMachineArn": "arn:aws:states:..", "definition": "{ \"StartAt\": .. }" }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ```
//!
//! ## Source
//! AWS's API reference, and the documentation of the tools.

use crate::finding::{Findings, Rule, Severity};
use crate::json::{Json, Member, Node};

pub static RULE: Rule =
    Rule { id: "not-a-definition", severity: Severity::Error, source: include_str!("not_a_definition.rs") };

/// A document that people take for a definition.
struct Look {
    /// A key that it has.
    key: &'static str,
    /// It has one of these, too; if there are none, nothing else.
    others: &'static [&'static str],
    /// What it is.
    is: &'static str,
    /// What to do.
    help: &'static str,
}

const LOOKS: &[Look] = &[
    Look {
        key: "stateMachineArn",
        others: &["definition"],
        is: "what `aws stepfunctions describe-state-machine` prints",
        help: "the definition is the text in `definition`: add `--query definition --output text`",
    },
    Look {
        key: "definition",
        others: &["roleArn", "name"],
        is: "the input of `aws stepfunctions create-state-machine`",
        help: "the definition is what stands in `definition`",
    },
    Look {
        key: "service",
        others: &["provider", "functions", "plugins", "stepFunctions"],
        is: "a `serverless.yml`",
        help: "the definitions stand below `stepFunctions`, as `definition`: put each in a file of its own",
    },
    Look {
        key: "stepFunctions",
        others: &[],
        is: "a part of a `serverless.yml`",
        help: "the definitions stand in it as `definition`: put each in a file of its own",
    },
    Look {
        key: "stateMachines",
        others: &[],
        is: "a part of a `serverless.yml`",
        help: "the definitions stand in it as `definition`: put each in a file of its own",
    },
    Look { key: "AWSTemplateFormatVersion", others: &["Resources"], is: TEMPLATE, help: TEMPLATE_HELP },
    Look {
        key: "Resources",
        others: &["Transform", "Parameters", "Outputs", "Description"],
        is: TEMPLATE,
        help: TEMPLATE_HELP,
    },
    Look { key: "Resources", others: &[], is: TEMPLATE, help: TEMPLATE_HELP },
];

const TEMPLATE: &str = "a CloudFormation template";

const TEMPLATE_HELP: &str =
    "the definition is the `Definition` or `DefinitionString` of a state machine in it";

/// The document that people would take for a definition, if it looks like one.
fn look(members: &[Member<'_>]) -> Option<&'static Look> {
    let has = |name: &str| members.iter().any(|member| member.key.value == name);
    LOOKS.iter().find(|look| {
        has(look.key)
            && (look.others.iter().any(|other| has(other)) || look.others.is_empty() && members.len() == 1)
    })
}

/// What a document is that is no definition, in words that quote nothing of it; none if that is not known.
pub fn known_document(root: &Node<'_>) -> Option<&'static str> {
    look(root.as_object()?).map(|look| look.is)
}

/// Reports a document that is no definition: whether it is one.
pub(crate) fn is_one(root: &Node<'_>, out: &Findings) -> bool {
    let Json::Object(members) = &root.json else { return true };
    let has = |name: &str| members.iter().any(|member| member.key.value == name);
    if has("States") || has("StartAt") || root.is_partial() {
        return true;
    }
    if let Some(look) = look(members)
        && let Some(member) = root.member(look.key)
    {
        out.report(&RULE, member.key.site, format!("this is {}, not a definition", look.is)).help(look.help);
        return false;
    }
    // Something around it, such as `{ "Definition": { .. } }`.
    let holds_one =
        |member: &&Member<'_>| member.value.get("States").is_some() && member.value.get("StartAt").is_some();
    if let Some(Member { key, .. }) = members.iter().find(holds_one) {
        out.report(&RULE, key.site, format!("the definition stands inside of `{}`", key.value))
            .help("a definition starts with `StartAt` and `States` themselves");
        return false;
    }
    if let [Member { key, .. }] = members.as_slice()
        && key.value.starts_with("Fn::")
    {
        out.report(&RULE, key.site, format!("`{}` stands in a text, where nothing resolves it", key.value))
            .help("write it as a value of the template, not in quotes");
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn each_document_is_told_by_its_keys() {
        check(expect![[r#"
            { "stateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m", "name": "m", "definition": "{}", "roleArn": "r" }
            //^^^^^^^^^^^^^^^^^ not-a-definition: this is what `aws stepfunctions describe-state-machine` prints, not a definition
            // help: the definition is the text in `definition`: add `--query definition --output text`
        "#]]);
        check(expect![[r#"
            { "service": "x", "provider": {}, "plugins": [] }
            //^^^^^^^^^ not-a-definition: this is a `serverless.yml`, not a definition
            // help: the definitions stand below `stepFunctions`, as `definition`: put each in a file of its own
        "#]]);
        check(expect![[r#"
            { "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }
            //^^^^^^^^^^^^^^^^^^^^^^^^^^ not-a-definition: this is a CloudFormation template, not a definition
            // help: the definition is the `Definition` or `DefinitionString` of a state machine in it
        "#]]);
        check(expect![[r#"
            { "Definition": { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } } }
            //^^^^^^^^^^^^ not-a-definition: the definition stands inside of `Definition`
            // help: a definition starts with `StartAt` and `States` themselves
        "#]]);
        check(expect![[r#"
            { "Fn::Sub": "{}" }
            //^^^^^^^^^ not-a-definition: `Fn::Sub` stands in a text, where nothing resolves it
            // help: write it as a value of the template, not in quotes
        "#]]);
    }

    #[test]
    fn a_definition_without_states_is_one() {
        check(expect![[r#"
            { "service": "x" }
            //^ missing-field: this state machine has no `StartAt`
            //^ missing-field: this state machine has no `States`
            //^^^^^^^^^ unknown-field: a state machine has no field `service`
            // help: its fields are `Comment`, `QueryLanguage`, `Version`, `TimeoutSeconds`, `StartAt`, `States`
        "#]]);
        check(expect![[r#"
            { "Resources": [], "Comment": "x" }
            //^ missing-field: this state machine has no `StartAt`
            //^ missing-field: this state machine has no `States`
            //^^^^^^^^^^^ unknown-field: a state machine has no field `Resources`
            // help: its fields are `Comment`, `QueryLanguage`, `Version`, `TimeoutSeconds`, `StartAt`, `States`
        "#]]);
        check(expect![[r#"
            { "StartAt": "a", "Resources": {}, "States": { "a": { "Type": "Succeed" } } }
                            //^^^^^^^^^^^ unknown-field: a state machine has no field `Resources`
                            // help: its fields are `Comment`, `QueryLanguage`, `Version`, `TimeoutSeconds`, `StartAt`, `States`
        "#]]);
    }
}
