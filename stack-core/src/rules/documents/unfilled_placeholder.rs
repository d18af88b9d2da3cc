//! ## What it checks
//! Something fills in each `${name}` in a string of a `state_machine!`: `${orders.name}` is a reference to a resource of
//! the stack, `${AWS::Region}` what every deployment has, and `${Name}` a substitution that the machine declares.
//! `${!name}` is the text `${name}` itself. On the command line a placeholder is a value to come, unless it stands in a
//! template whose `DefinitionSubstitutions` do not have it; one that is never closed is a warning there.
//!
//! ## Why
//! Nothing would ever fill it in: the state gets the text with its dollar and its braces. Where a text needs them, as that of a
//! shell does, `${!HOME}` says so.
//!
//! ## Example
//! ```text
//! state_machine! {
//!     Greeting { StartAt: hello, States: { hello: Pass { Result: "in ${Stage}", End: true } } }
//! }
//! ```
//! Instead:
//! ```text
//! state_machine! {
//!     #[substitutions(Stage = "test")]
//!     Greeting { StartAt: hello, States: { hello: Pass { Result: "in ${Stage}", End: true } } }
//! }
//! ```
//!
//! ## Source
//! `Fn::Sub` and `DefinitionSubstitutions` of CloudFormation, whose notation it is; Step Functions itself fills in
//! nothing.

use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::interpolation::{Hole, PSEUDO_PARAMETERS, unclosed};
use crate::json::{Json, Node, Site};
use crate::similar::nearest;

pub static RULE: Rule = Rule {
    id: "unfilled-placeholder",
    severity: Severity::Deny,
    source: include_str!("unfilled_placeholder.rs"),
};

/// What is known of placeholders where a string stands.
#[derive(Clone, Copy, Debug)]
pub struct Declared<'d> {
    /// The names of the substitutions that there are.
    pub names: &'d [&'d str],
    /// An ARN belongs there.
    pub has_arns: bool,
}

/// Reports what is open in the string at a site, as this rule or as `unknown-placeholder`.
pub fn report(
    rule: &'static Rule,
    site: Site,
    text: &str,
    open: &[Hole<'_>],
    declared: Declared<'_>,
    out: &Findings,
) {
    let Some(first) = open.first() else { return };
    let (message, mut help) = said(text, first, open, declared);
    // No name is a text with a dollar.
    help.truncate(help.len() - usize::from(rule.severity == Severity::Error && help.len() > 1));
    let mut report = out.report(rule, site, message);
    for line in help {
        report = report.help(line);
    }
    report.inside(text, first.place.start, first.place.len());
}

/// Warns of what begins like a placeholder and is never closed, in any string of a definition that a tool fills in.
pub fn check_unclosed(root: &Node<'_>, out: &Findings) {
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.json {
            Json::Array(items) => open.extend(items),
            Json::Object(members) => open.extend(members.iter().map(|member| &member.value)),
            Json::String(text) => {
                let Some(hole) = unclosed(text) else { continue };
                let written = text.get(hole.place.clone()).unwrap_or_default();
                let edit = Edit::part(node.site, hole.place.end, 0, "}");
                out.report(&RULE, node.site, format!("`{written}` is not closed, so nothing fills it in"))
                    .warns_if(true)
                    .inside(text, hole.place.start, hole.place.len())
                    .help(Suggestion::possible(format!("write `{written}}}`"), edit));
            }
            _ => {}
        }
    }
}

/// The message about what is open in a text, of which `first` is the first, and lines that say what to do.
fn said(text: &str, first: &Hole<'_>, open: &[Hole<'_>], declared: Declared<'_>) -> (String, Vec<String>) {
    if let Some((message, help)) = malformed(text, first) {
        return (message, vec![help]);
    }
    let name = first.name;
    let mut names: Vec<&str> = open.iter().map(|hole| hole.name).collect();
    names.sort_unstable();
    names.dedup();
    let mut help = Vec::new();
    if let Some(near) = nearest(name, declared.names.iter().copied()) {
        help.push(format!("did you mean `${{{near}}}`?"));
    }
    let is_arn = declared.has_arns && first.place == (0..text.len());
    let (mut listed, mut declared) = (String::new(), String::new());
    for name in names {
        let comma = if listed.is_empty() { "" } else { ", " };
        listed.push_str(&format!("{comma}`${{{name}}}`"));
        declared.push_str(&format!("{comma}{} = {}", key(name), value(name, is_arn)));
    }
    help.push(format!("say above the machine what it stands for: `#[substitutions({declared})]`"));
    help.push(itself(name));
    (format!("nothing fills in {listed}"), help)
}

/// What is said of a placeholder that is none, whatever is declared: one that is not closed, or a pseudo parameter that
/// there is not.
pub fn malformed(text: &str, hole: &Hole<'_>) -> Option<(String, String)> {
    let (name, written) = (hole.name, text.get(hole.place.clone())?);
    if !written.ends_with('}') {
        let help = format!("write `${{{name}}}`, or `${{!{name}` for the text itself");
        return Some((format!("`{written}` is not closed"), help));
    }
    let pseudo = name.strip_prefix("AWS::")?;
    let help = match nearest(pseudo, PSEUDO_PARAMETERS) {
        Some(near) => format!("did you mean `${{AWS::{near}}}`?"),
        None => "there are `Partition`, `Region`, `AccountId`, `StackName`, `StackId` and `URLSuffix`".into(),
    };
    Some((format!("there is no pseudo parameter `{written}`"), help))
}

/// How a text says that it is no placeholder.
pub fn itself(name: &str) -> String {
    format!("write `${{!{name}}}` for the text itself")
}

/// An example of what it stands for.
fn value(name: &str, is_arn: bool) -> String {
    if let Some(pseudo) = PSEUDO_PARAMETERS.iter().find(|pseudo| pseudo.eq_ignore_ascii_case(name)) {
        return format!("\"${{AWS::{pseudo}}}\"");
    }
    let name = name.to_ascii_lowercase();
    let parameter = ["arn", "url", "name"].into_iter().find(|end| name.ends_with(end));
    match parameter.or(is_arn.then_some("arn")) {
        Some(parameter) => format!("resource.{parameter}"),
        None => "\"..\"".into(),
    }
}

/// The name as it is declared: in quotation marks if it is no word.
fn key(name: &str) -> String {
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.starts_with(|first: char| first.is_ascii_digit());
    if is_word { name.into() } else { format!("{name:?}") }
}

#[cfg(test)]
mod tests {
    use super::{Declared, RULE, check_unclosed, report};
    use crate::finding::Findings;
    use crate::json::Site;
    use crate::json::interpolation::{Notation, unclosed};

    #[test]
    fn what_is_never_closed_is_a_warning_for_tools() {
        let out = Findings::new();
        let text = r#"{ "a": ["${BillArn", "cost ${5", "${a} and ${b", "${VAR:-x}", "$ {x"] }"#;
        let root = crate::read(text, &[], &out);
        check_unclosed(&root, &out);
        let found = out.finish();
        let messages: Vec<_> = found.iter().map(|it| (it.severity, it.message.as_str())).collect();
        let warning = crate::finding::Severity::Warning;
        assert_eq!(
            messages,
            [
                (warning, "`${BillArn` is not closed, so nothing fills it in"),
                (warning, "`${b` is not closed, so nothing fills it in"),
            ]
        );
    }

    /// What is said of a text with the substitution `Stage`.
    fn told(text: &str) -> String {
        let out = Findings::new();
        let open: Vec<_> = Notation::Sub.holes(text).chain(unclosed(text)).collect();
        let declared = Declared { names: &["Stage"], has_arns: false };
        report(&RULE, Site(0), text, &open, declared, &out);
        out.finish().iter().map(crate::finding::Finding::text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_nothing_fills_in_is_told_with_how_to_declare_it() {
        assert_eq!(
            told("in ${Table.Name}, ${Key} and ${Key}"),
            "[unfilled-placeholder] nothing fills in `${Key}`, `${Table.Name}`\n\
             help: say above the machine what it stands for: `#[substitutions(Key = \"..\", \"Table.Name\" = resource.name)]`\n\
             help: write `${!Table.Name}` for the text itself\n\
             help: in `in ${Table.Name}, ${Key} and ${Key}`\n             \
             ^^^^^^^^^^^^^"
        );
        assert!(told("${Stag}").contains("help: did you mean `${Stage}`?"));
        assert_eq!(told("a ${!b} $c"), "");
    }

    #[test]
    fn misspelt_pseudo_parameters_and_what_is_not_closed_are_told() {
        let said = told("${AWS::Regoin}");
        assert!(
            said.contains(
                "there is no pseudo parameter `${AWS::Regoin}`\nhelp: did you mean `${AWS::Region}`?"
            ),
            "{said}"
        );
        let said = told("${Stage");
        assert!(
            said.contains("`${Stage` is not closed\nhelp: write `${Stage}`, or `${!Stage` for"),
            "{said}"
        );
    }
}
