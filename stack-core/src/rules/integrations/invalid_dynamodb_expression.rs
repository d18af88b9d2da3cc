//! ## What it checks
//! The expressions that a task hands to DynamoDB: their syntax; that each `#name` and `:value` in them is given in
//! `ExpressionAttributeNames` and `ExpressionAttributeValues`, and each that is given is used; that no attribute is
//! called by a reserved word; and that they do not stand beside parameters from before there were expressions.
//! Expressions, names and values that are computed are not checked.
//!
//! ## Why
//! DynamoDB answers with a `ValidationException`, whatever is in the table. It is a warning where a catcher catches
//! that.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem",
//!   "Parameters": {
//!     "TableName": "orders", "Key": { "id": { "S": "1" } },
//!     "UpdateExpression": "SET status = :new",
//!     "ExpressionAttributeValues": { ":new": { "S": "paid" } }
//!   },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem",
//!   "Parameters": {
//!     "TableName": "orders", "Key": { "id": { "S": "1" } },
//!     "UpdateExpression": "SET #status = :new",
//!     "ExpressionAttributeNames": { "#status": "status" },
//!     "ExpressionAttributeValues": { ":new": { "S": "paid" } }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! DynamoDB's documentation of expressions, of reserved words and of legacy parameters.

use crate::analysis::Analysis;
use crate::expression::dynamodb::{Expression, Grammar, MAX_BYTES, Word, parse};
use crate::finding::{Edit, Findings, Report, Rule, Severity, Suggestion};
use crate::index::Index;
use crate::json::interpolation::is_filled_in;
use crate::json::{At, Json, Member, Node, Site};
use crate::language::QueryLanguage;
use crate::services;
use crate::similar::near;

pub static RULE: Rule = Rule {
    id: "invalid-dynamodb-expression",
    severity: Severity::Deny,
    source: include_str!("invalid_dynamodb_expression.rs"),
};

/// The parameters that are expressions.
const EXPRESSIONS: [(&str, Grammar); 5] = [
    ("ConditionExpression", Grammar::Condition),
    ("FilterExpression", Grammar::Condition),
    ("KeyConditionExpression", Grammar::KeyCondition),
    ("ProjectionExpression", Grammar::Projection),
    ("UpdateExpression", Grammar::Update),
];
const NAMES: &str = "ExpressionAttributeNames";
const VALUES: &str = "ExpressionAttributeValues";
/// What DynamoDB had before there were expressions.
const LEGACY: [&str; 7] = [
    "AttributesToGet",
    "AttributeUpdates",
    "ConditionalOperator",
    "Expected",
    "KeyConditions",
    "QueryFilter",
    "ScanFilter",
];
/// Parameters in which names are those of the user's own attributes.
const OF_ATTRIBUTES: [&str; 7] = [
    "AttributeUpdates",
    "Expected",
    "ExpressionAttributeNames",
    "ExpressionAttributeValues",
    "Item",
    "Key",
    "Keys",
];

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for (state, task) in analysis.tasks() {
        let (name, _) = services::split(task.integration.unwrap_or_default());
        if !name.strip_prefix("aws-sdk:").unwrap_or(name).starts_with("dynamodb:") {
            continue;
        }
        let is_caught = analysis.may_catch(state.id, "DynamoDB.ValidationException");
        let request = Request { language: state.language, is_caught, out };
        for field in ["Parameters", "Arguments"] {
            if let Some(parameters) = state.node.get(field) {
                request.visit(parameters);
            }
        }
    }
}

/// Whether a parameter of that name is an expression, or gives names or values for them.
fn is_of_expressions(name: &str) -> bool {
    name.ends_with("Expression") && EXPRESSIONS.iter().any(|(known, _)| *known == name)
        || name == NAMES
        || name == VALUES
}

struct Request<'o> {
    language: QueryLanguage,
    is_caught: bool,
    out: &'o Findings,
}

/// The names or values that expressions may use.
struct Given<'m, 'n> {
    /// `ExpressionAttributeNames` or `ExpressionAttributeValues`.
    parameter: &'static str,
    /// `#` or `:`.
    sign: char,
    /// The parameter, if it is there.
    member: Option<&'m Member<'n>>,
    /// All of them; none if some are not known.
    known: Option<Vec<At<&'m str>>>,
}

impl Request<'_> {
    /// A transaction has requests inside.
    fn visit(&self, node: &Node<'_>) {
        for item in node.as_array().unwrap_or_default() {
            self.visit(item);
        }
        let Some(members) = node.as_object() else { return };
        self.request(members);
        for member in members {
            if !OF_ATTRIBUTES.contains(&member.key.value.as_ref()) {
                self.visit(&member.value);
            }
        }
    }

    fn request(&self, members: &[Member<'_>]) {
        // Most objects are requests of another kind, or inside of one.
        if !members.iter().any(|member| is_of_expressions(self.name(&member.key.value).0)) {
            return;
        }
        let mut found: Vec<(&Member<'_>, &str, Expression<'_>)> = Vec::new();
        let is_clear = !members.iter().any(|member| self.is_unclear(member));
        let (mut first, mut is_known) = (None, is_clear);
        for member in members {
            let (name, is_computed) = self.name(&member.key.value);
            let Some((name, grammar)) = EXPRESSIONS.into_iter().find(|(it, _)| *it == name) else { continue };
            first = first.or(Some(name));
            let text = member.value.as_str().filter(|text| !is_computed && !self.is_computed(text));
            match text.map(|text| (text, self.expression(name, grammar, member, text))) {
                Some((text, Some(expression))) => found.push((member, text, expression)),
                _ => is_known = false,
            }
        }
        let names = self.given(NAMES, '#', members, is_clear);
        let values = self.given(VALUES, ':', members, is_clear);
        let (mut used_names, mut used_values) = (Index::new(), Index::new());
        for (member, text, expression) in &found {
            self.defined(&names, member.value.site, text, &expression.names, &mut used_names);
            self.defined(&values, member.value.site, text, &expression.values, &mut used_values);
            self.reserved(&names, member, text, &expression.reserved);
        }
        if is_known {
            self.used(&names, first.is_some(), &used_names);
            self.used(&values, first.is_some(), &used_values);
        }
        let Some(first) = first else { return };
        for member in members {
            let (name, _) = self.name(&member.key.value);
            if LEGACY.contains(&name) {
                let message = format!("`{name}` cannot stand beside `{first}`");
                self.report(member.key.site, message).help("say it in an expression, too");
            }
        }
    }

    /// Whether something could not be read, or one of the parameters is probably misspelt, which is a fault of its own.
    fn is_unclear(&self, member: &Member<'_>) -> bool {
        let (name, _) = self.name(&member.key.value);
        if is_of_expressions(name) {
            return member.is_unread();
        }
        let mut known = vec![NAMES, VALUES];
        for (name, _) in EXPRESSIONS {
            known.push(name);
        }
        member.is_unread() || near(name, known).is_some()
    }

    /// A key without the sign that its value is computed, and whether that stands there.
    fn name<'k>(&self, key: &'k str) -> (&'k str, bool) {
        match key.strip_suffix(".$").filter(|_| self.language == QueryLanguage::JsonPath) {
            Some(name) => (name, true),
            None => (key, false),
        }
    }

    fn is_computed(&self, text: &str) -> bool {
        is_filled_in(text) || (self.language == QueryLanguage::Jsonata && text.starts_with("{%"))
    }

    /// What an expression uses, if that can be told.
    fn expression<'m>(
        &self,
        name: &str,
        grammar: Grammar,
        member: &Member<'_>,
        text: &'m str,
    ) -> Option<Expression<'m>> {
        let site = member.value.site;
        if text.len() > MAX_BYTES {
            let message = format!("`{name}` has {} bytes, more than {MAX_BYTES}", text.len());
            self.report(site, message).help("shorten it, or make two requests");
            return None;
        }
        match parse(text, grammar) {
            Ok(expression) => expression,
            Err(fault) => {
                let message = format!("`{name}` is malformed: {}", fault.message);
                let (at, length) = (fault.bytes.start, fault.bytes.len());
                let report = self.report(site, message).inside(text, at, length);
                if let Some(meant) = fault.meant {
                    report.help(Suggestion::did_you_mean(meant, Edit::part(site, at, length, meant), false));
                }
                None
            }
        }
    }

    fn given<'m, 'n>(
        &self,
        parameter: &'static str,
        sign: char,
        members: &'m [Member<'n>],
        is_clear: bool,
    ) -> Given<'m, 'n> {
        let mut given = Given { parameter, sign, member: None, known: is_clear.then(Vec::new) };
        for member in members {
            let (name, is_computed) = self.name(&member.key.value);
            if name != parameter {
                continue;
            }
            given.member = Some(member);
            let Some(entries) = member.value.as_object().filter(|_| !is_computed) else {
                given.known = None;
                continue;
            };
            if entries.is_empty() {
                self.report(member.key.site, format!("`{parameter}` is empty, which DynamoDB refuses"))
                    .help(Suggestion::certain("remove it", Edit::Remove { site: member.key.site }));
            }
            for entry in entries {
                if entry.is_unread() || is_filled_in(&entry.key.value) {
                    given.known = None;
                    continue;
                }
                let (name, _) = self.name(&entry.key.value);
                self.shape(&given, name, entry.key.site);
                if let Some(known) = &mut given.known {
                    known.push(At { value: name, site: entry.key.site });
                }
            }
        }
        given
    }

    /// Expressions can use what is called by the sign and a word.
    fn shape(&self, given: &Given<'_, '_>, name: &str, site: Site) {
        let Given { parameter, sign, .. } = given;
        if name.strip_prefix(*sign).is_some_and(is_word) {
            return;
        }
        let report = self.report(site, format!("`{name}` cannot be a key of `{parameter}`"));
        match is_word(name) {
            true => {
                let edit = Edit::part(site, 0, 0, *sign);
                report
                    .help(Suggestion::possible(format!("the keys start with `{sign}`: `{sign}{name}`"), edit))
            }
            false => report.help(format!("the keys are `{sign}` and letters, digits or `_`")),
        };
    }

    /// What is used must be given. What was probably meant is used, too.
    fn defined<'m>(
        &self,
        given: &Given<'m, '_>,
        site: Site,
        text: &str,
        words: &[Word<'m>],
        used: &mut Index<'m>,
    ) {
        let mut seen = Index::new();
        for word in words.iter().filter(|word| seen.add(word.text)) {
            used.add(word.text);
            let Some(known) = &given.known else { continue };
            // A key without the sign is a fault of its own.
            let bare = word.text.strip_prefix(given.sign).unwrap_or_default();
            if known.iter().any(|it| it.value == word.text || it.value == bare) {
                continue;
            }
            let message = format!("`{}` is not in `{}`", word.text, given.parameter);
            let report = self.report(site, message).inside(text, word.offset, word.text.len());
            if let Some(near) = near(word.text, known.iter().map(|it| it.value)) {
                used.add(near.name);
                let edit = Edit::part(site, word.offset, word.text.len(), near.name);
                report.help(Suggestion::did_you_mean(near.name, edit, false));
            }
        }
    }

    /// What is given must be used.
    fn used(&self, given: &Given<'_, '_>, has_expression: bool, used: &Index<'_>) {
        let parameter = given.parameter;
        if let Some(member) = given.member.filter(|_| !has_expression) {
            self.report(member.key.site, format!("`{parameter}` is given, but no expression"))
                .help("DynamoDB takes it with an expression only");
            return;
        }
        for key in given.known.iter().flatten() {
            if key.value.strip_prefix(given.sign).is_some_and(is_word) && !used.contains(key.value) {
                self.report(key.site, format!("no expression uses `{}`, which DynamoDB refuses", key.value))
                    .help(Suggestion::possible("remove it", Edit::Remove { site: key.site }));
            }
        }
    }

    /// Attributes that are called by a reserved word get another name.
    fn reserved(&self, names: &Given<'_, '_>, member: &Member<'_>, text: &str, words: &[Word<'_>]) {
        let mut seen = Index::new();
        for word in words.iter().filter(|word| seen.add(word.text)) {
            let site = member.value.site;
            let name = format!("#{}", word.text);
            let message = format!("`{}` is a reserved word of DynamoDB", word.text);
            let report = self.report(site, message).inside(text, word.offset, word.text.len());
            let help =
                format!("write `{name}`, and add `\"{name}\": \"{}\"` to `{}`", word.text, names.parameter);
            // All of them at once, or the next one would not be mended.
            let mut edits = Vec::new();
            for other in words.iter().filter(|other| other.text == word.text) {
                edits.push(Edit::part(site, other.offset, 0, "#"));
            }
            let value = || Json::String(word.text.to_owned().into());
            match (names.member, &names.known) {
                (None, Some(_)) => {
                    let names = Node::object([(name, Node::from(value()))]);
                    let key = NAMES.to_owned();
                    edits.push(Edit::Insert { beside: member.key.site, key, json: names.json });
                }
                (Some(_), Some(known)) => match known.first() {
                    Some(first) if known.iter().all(|it| it.value != name) => {
                        edits.push(Edit::Insert { beside: first.site, key: name, json: value() });
                    }
                    _ => {}
                },
                _ => edits.clear(),
            }
            let _ = if edits.is_empty() {
                report.help(help)
            } else {
                report.help(Suggestion { message: help, edits, is_certain: false, is_silent: false })
            };
        }
    }

    fn report(&self, site: Site, message: String) -> Report<'_> {
        self.out.report(&RULE, site, message).warns_if(self.is_caught)
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn syntax_and_words() {
        check(expect![[r##"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "ConditionExpression": "total == :n",
                                 //^^^^^^^^^^^^^ invalid-dynamodb-expression: `ConditionExpression` is malformed: a comparison must stand before `==`
                                 // help: in `total == :n`
                                 //                 ^^
                                 // help: did you mean `=`?
            "UpdateExpression": "SET #s = :s, status = :s, Status = :s" }, "End": true }
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `#s` is not in `ExpressionAttributeNames`
                              // help: in `SET #s = :s, status = :s, Status = :s`
                              //               ^^
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `:s` is not in `ExpressionAttributeValues`
                              // help: in `SET #s = :s, status = :s, Status = :s`
                              //                    ^^
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `status` is a reserved word of DynamoDB
                              // help: in `SET #s = :s, status = :s, Status = :s`
                              //                        ^^^^^^
                              // help: write `#status`, and add `"#status": "status"` to `ExpressionAttributeNames`
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `Status` is a reserved word of DynamoDB
                              // help: in `SET #s = :s, status = :s, Status = :s`
                              //                                     ^^^^^^
                              // help: write `#Status`, and add `"#Status": "Status"` to `ExpressionAttributeNames`
        "##]]);
    }

    #[test]
    fn names_and_values_that_are_not_given_or_not_used() {
        check(expect![[r##"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "UpdateExpression": "SET #stat = :new, b = :new",
                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `#stat` is not in `ExpressionAttributeNames`
                              // help: in `SET #stat = :new, b = :new`
                              //               ^^^^^
                              // help: did you mean `#state`?
            "ExpressionAttributeNames": { "#state": "state", "other": "o" },
                                                           //^^^^^^^ invalid-dynamodb-expression: `other` cannot be a key of `ExpressionAttributeNames`
                                                           // help: the keys start with `#`: `#other`
            "ExpressionAttributeValues": { ":new.$": "$.new", ":old": { "S": "x" }, "::": { "S": "x" } } }, "End": true }
                                                            //^^^^^^ invalid-dynamodb-expression: no expression uses `:old`, which DynamoDB refuses
                                                            // help: remove it
                                                                                  //^^^^ invalid-dynamodb-expression: `::` cannot be a key of `ExpressionAttributeValues`
                                                                                  // help: the keys are `:` and letters, digits or `_`
        "##]]);
    }

    #[test]
    fn a_caught_one_is_a_warning() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": "1" } },
            "ConditionExpression": "attribute_not_exist(id)" },
                                 //^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression (warning): `ConditionExpression` is malformed: there is no function `attribute_not_exist` here, only `attribute_exists`, `attribute_not_exists`, `attribute_type`, `begins_with`, `contains`, `size`
                                 // help: in `attribute_not_exist(id)`
                                 //           ^^^^^^^^^^^^^^^^^^^
                                 // help: did you mean `attribute_not_exists`?
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "b" }], "Next": "b" }, "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn without_an_expression_and_beside_what_was_before() {
        check(expect![[r##"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "ExpressionAttributeNames": { "#a": "a" } }, "Next": "b" },
            //^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `ExpressionAttributeNames` is given, but no expression
            // help: DynamoDB takes it with an expression only
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "ProjectionExpression": "a", "AttributesToGet": ["a"] }, "Next": "c" },
                                       //^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `AttributesToGet` cannot stand beside `ProjectionExpression`
                                       // help: say it in an expression, too
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": "1" } },
            "ConditionExpression": "attribute_exists(id)", "ExpressionAttributeValues": {} }, "End": true }
                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `ExpressionAttributeValues` is empty, which DynamoDB refuses
                                                         // help: remove it
        "##]]);
    }

    #[test]
    fn in_transactions_and_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": { "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:transactWriteItems", "Arguments": { "TransactItems": [
            { "Put": { "TableName": "t", "Item": { "UpdateExpression": { "S": "SET" } }, "ConditionExpression": "a = :a" } },
                                                                                                              //^^^^^^^^ invalid-dynamodb-expression: `:a` is not in `ExpressionAttributeValues`
                                                                                                              // help: in `a = :a`
                                                                                                              //               ^^
            { "Update": { "TableName": "t", "Key": "{% $states.input.key %}", "UpdateExpression": "{% $states.input.update %}", "ExpressionAttributeValues": { ":a": { "S": "x" } } } }] }, "End": true } } }
        "#]]);
    }

    #[test]
    fn what_is_right_or_computed_is_accepted() {
        check(expect![[r##"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "UpdateExpression": "SET #s = :s REMOVE pieces[0]", "ConditionExpression": "attribute_exists(id) AND NOT #s IN (:s, :t)",
            "ExpressionAttributeNames": { "#s": "status" },
            "ExpressionAttributeValues": { ":s": { "S.$": "$.s" }, ":t.$": "$.t" } }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Parameters": { "TableName": "t",
            "KeyConditionExpression": "pk = :p AND begins_with(sk, :s)", "FilterExpression.$": "$.filter",
            "ExpressionAttributeValues": { ":p": { "S": "1" }, ":s": { "S": "x" }, ":f": { "S": "y" } } }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } },
            "UpdateExpression": "SET a = :a", "ExpressionAttributeValues.$": "$.values" }, "End": true }
        "##]]);
    }
}
