//! The conditions of a template: which of them can hold together, and what a value is then.

use super::intrinsics::intrinsic;
use stack_core::json::write::compact;
use stack_core::json::{Json, Member, Node};

/// So many cases of one machine are looked at if every question has every answer in one of them.
const MAX_CASES: usize = 64;

/// Conditions are made of conditions at most so deep; one that is made of itself is.
const MAX_DEPTH: usize = 32;

/// The conditions that a template declares.
#[derive(Clone, Copy)]
pub(super) struct Conditions<'n, 'a> {
    declared: Option<&'n Node<'a>>,
    parameters: Option<&'n Node<'a>>,
}

/// Which conditions hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Case {
    names: Vec<String>,
    hold: Vec<bool>,
}

/// What conditions ask for, such as the value of a parameter, and the answers that matter.
struct Question {
    about: String,
    answers: Vec<String>,
}

/// An answer that is none of those a condition names.
const OTHER: &str = "";

impl<'n, 'a> Conditions<'n, 'a> {
    pub(super) fn of(template: &'n Node<'a>) -> Self {
        Conditions { declared: template.get("Conditions"), parameters: template.get("Parameters") }
    }

    /// The cases in which a value that depends on conditions can be, the one first in which most of the first conditions
    /// hold. There is always one.
    pub(super) fn cases(self, values: &[&Node<'_>]) -> Vec<Case> {
        let mut names = Vec::new();
        values.iter().for_each(|value| collect(value, &mut names));
        if names.is_empty() {
            return vec![Case::default()];
        }
        let mut questions = Vec::new();
        for name in &names {
            self.ask_by_name(name, MAX_DEPTH, &mut questions);
        }
        let mut cases: Vec<Case> = Vec::new();
        for answers in combinations(&questions) {
            let known = |about: &str| {
                let at = questions.iter().position(|question| question.about == about)?;
                questions.get(at)?.answers.get(*answers.get(at)?).map(String::as_str)
            };
            let hold = names.iter().map(|name| self.holds_by_name(name, MAX_DEPTH, &known)).collect();
            let case = Case { names: names.clone(), hold };
            if !cases.contains(&case) {
                cases.push(case);
            }
        }
        cases.sort_by(|a, b| b.hold.cmp(&a.hold));
        cases
    }

    fn declared(self, name: &str) -> Option<&'n Node<'a>> {
        self.declared?.get(name)
    }

    fn ask_by_name(self, name: &str, depth: usize, questions: &mut Vec<Question>) {
        match self.declared(name) {
            Some(condition) if depth > 0 => self.ask(condition, depth - 1, questions),
            _ => ask(questions, name.to_owned(), "true"),
        }
    }

    /// Adds what a condition asks.
    fn ask(self, condition: &Node<'_>, depth: usize, questions: &mut Vec<Question>) {
        match function(condition) {
            Some(("Condition", name)) => match name.as_str() {
                Some(name) => self.ask_by_name(name, depth, questions),
                None => ask(questions, text(condition), "true"),
            },
            Some(("Fn::And" | "Fn::Or" | "Fn::Not", inner)) if depth > 0 => {
                for inner in items(inner) {
                    self.ask(inner, depth - 1, questions);
                }
            }
            _ => {
                let (about, answer) = comparison(condition);
                ask(questions, about, &answer);
                self.limit(condition, questions);
            }
        }
    }

    /// A parameter has no values but those that the template allows.
    fn limit(self, condition: &Node<'_>, questions: &mut [Question]) {
        let (about, _) = comparison(condition);
        let Some(name) = about.strip_prefix("{\"Ref\":\"").and_then(|rest| rest.strip_suffix("\"}")) else {
            return;
        };
        let allowed = || self.parameters?.get(name)?.get("AllowedValues")?.as_array();
        let Some(allowed) = allowed() else { return };
        let allowed: Vec<String> = allowed.iter().map(text).collect();
        if let Some(question) = questions.iter_mut().find(|question| question.about == about) {
            let has_other = allowed.iter().any(|value| !question.answers.contains(value));
            question.answers.retain(|answer| answer != OTHER || has_other);
        }
    }

    fn holds_by_name<'k>(self, name: &str, depth: usize, known: &dyn Fn(&str) -> Option<&'k str>) -> bool {
        match self.declared(name) {
            Some(condition) if depth > 0 => self.holds(condition, depth - 1, known),
            _ => known(name) == Some("true"),
        }
    }

    fn holds<'k>(self, condition: &Node<'_>, depth: usize, known: &dyn Fn(&str) -> Option<&'k str>) -> bool {
        let inner = |node: &Node<'_>| self.holds(node, depth.saturating_sub(1), known);
        match function(condition) {
            Some(("Condition", name)) => match name.as_str() {
                Some(name) => self.holds_by_name(name, depth, known),
                None => known(&text(condition)) == Some("true"),
            },
            Some(("Fn::And", all)) if depth > 0 => items(all).iter().all(inner),
            Some(("Fn::Or", all)) if depth > 0 => items(all).iter().any(inner),
            Some(("Fn::Not", all)) if depth > 0 => !items(all).iter().any(inner),
            _ => {
                let (about, answer) = comparison(condition);
                known(&about) == Some(answer.as_str())
            }
        }
    }
}

impl Case {
    fn holds(&self, name: &str) -> bool {
        let at = self.names.iter().position(|known| known == name);
        at.and_then(|at| self.hold.get(at)).copied().unwrap_or(true)
    }

    /// The value in this case; none for `AWS::NoValue`.
    pub(super) fn value<'a>(&self, node: &Node<'a>) -> Option<Node<'a>> {
        match intrinsic(node) {
            Some(("Ref", name)) if name.as_str() == Some("AWS::NoValue") => return None,
            Some(("Fn::If", argument)) => {
                if let Some([name, then, otherwise]) = argument.as_array()
                    && let Some(name) = name.as_str()
                {
                    return self.value(if self.holds(name) { then } else { otherwise });
                }
            }
            _ => {}
        }
        let json = match &node.json {
            Json::Array(items) => Json::Array(items.iter().filter_map(|item| self.value(item)).collect()),
            Json::Object(members) => {
                let member =
                    |it: &Member<'a>| Some(Member { key: it.key.clone(), value: self.value(&it.value)? });
                Json::Object(members.iter().filter_map(member).collect())
            }
            json => json.clone(),
        };
        Some(Node::new(json, node.site))
    }
}

/// In words, the conditions in which something stands in a template: `Fn::If` on the way of its JSON Pointer.
pub(crate) fn conditions_of(root: &Node<'_>, pointer: &str) -> Option<String> {
    let (mut node, mut words) = (root, Vec::new());
    let mut steps = pointer.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        let step = step.replace("~1", "/").replace("~0", "~");
        node = match &node.json {
            Json::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => node.get(&step)?,
        };
        if step == "Fn::If" {
            let name = node.as_array().and_then(|parts| parts.first()).and_then(Node::as_str);
            match (name, steps.peek()) {
                (Some(name), Some(&"1")) => words.push(format!("`{name}` holds")),
                (Some(name), Some(&"2")) => words.push(format!("`{name}` does not hold")),
                _ => {}
            }
        }
    }
    (!words.is_empty()).then(|| format!("that is so where {}", words.join(" and ")))
}

/// The conditions that a value depends on.
fn collect(value: &Node<'_>, names: &mut Vec<String>) {
    if let Some(("Fn::If", argument)) = intrinsic(value)
        && let Some(name) = argument.as_array().and_then(|items| items.first()).and_then(Node::as_str)
        && !names.iter().any(|known| known == name)
    {
        names.push(name.to_owned());
    }
    match &value.json {
        Json::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Json::Object(members) => members.iter().for_each(|member| collect(&member.value, names)),
        _ => {}
    }
}

/// The function that a condition is.
fn function<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    match node.as_object()? {
        [member] => Some((member.key.value.as_ref(), &member.value)),
        _ => None,
    }
}

fn items<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    node.as_array().unwrap_or_default()
}

/// What is compared with what: something that is not known with a text, or the whole with the truth. Two texts that are
/// compared were put there for the time being: either may be right.
fn comparison(condition: &Node<'_>) -> (String, String) {
    let is_text = |node: &Node<'_>| !matches!(node.json, Json::Array(_) | Json::Object(_));
    match function(condition).filter(|(name, _)| *name == "Fn::Equals").map(|(_, sides)| sides.as_array()) {
        Some(Some([left, right])) if is_text(right) && !is_text(left) => (compact_of(left), text(right)),
        Some(Some([left, right])) if is_text(left) && !is_text(right) => (compact_of(right), text(left)),
        _ => (compact_of(condition), "true".into()),
    }
}

fn compact_of(node: &Node<'_>) -> String {
    compact(node, &mut |_, _| {})
}

/// A scalar as CloudFormation compares it.
fn text(node: &Node<'_>) -> String {
    node.as_str().map_or_else(|| compact_of(node), str::to_owned)
}

fn ask(questions: &mut Vec<Question>, about: String, answer: &str) {
    let at = questions.iter().position(|question| question.about == about);
    match at.and_then(|at| questions.get_mut(at)) {
        Some(known) if known.answers.iter().any(|known| known == answer) => {}
        Some(known) => known.answers.insert(known.answers.len().saturating_sub(1), answer.to_owned()),
        None => questions.push(Question { about, answers: vec![answer.to_owned(), OTHER.to_owned()] }),
    }
}

/// Which answer each question has: all combinations, or, where those are too many, all that differ from the first one in one
/// question.
fn combinations(questions: &[Question]) -> Vec<Vec<usize>> {
    let count = questions.iter().try_fold(1_usize, |count, question| {
        count.checked_mul(question.answers.len()).filter(|count| *count <= MAX_CASES)
    });
    let first = vec![0; questions.len()];
    let mut all = vec![first.clone()];
    for (at, question) in questions.iter().enumerate() {
        let bases = if count.is_some() { all.clone() } else { vec![first.clone()] };
        for answer in 1..question.answers.len() {
            for base in &bases {
                let mut one = base.clone();
                if let Some(place) = one.get_mut(at) {
                    *place = answer;
                }
                all.push(one);
            }
        }
        if all.len() > MAX_CASES {
            break;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Conditions;
    use crate::template::long_name;
    use stack_core::finding::Findings;
    use stack_core::json::write::compact;

    /// The values that one can have under these conditions.
    fn values(template: &str, value: &str) -> Vec<String> {
        let (template, value) = (format!("{{ {template} }}"), value.to_owned());
        let (root, _) = stack_yaml::read(&template, &long_name, &Findings::new());
        let (value, _) = stack_yaml::read(&value, &long_name, &Findings::new());
        let cases = Conditions::of(&root).cases(&[&value]);
        let mut texts: Vec<String> = Vec::new();
        for case in cases {
            texts.push(case.value(&value).map_or("nothing".into(), |node| compact(&node, &mut |_, _| {})));
        }
        texts
    }

    #[test]
    fn each_side_of_a_condition_is_a_case_and_no_value_is_nothing() {
        assert_eq!(
            values("a: 1", "[x, !If [A, { b: !If [A, 1, 2], c: !Ref 'AWS::NoValue' }, !Ref 'AWS::NoValue']]"),
            [r#"["x",{"b":1}]"#, r#"["x"]"#]
        );
        assert_eq!(values("a: 1", "!If [A, 1, !If [B, 2, 3]]"), ["1", "1", "2", "3"]);
        assert_eq!(values("a: 1", "!Ref 'AWS::NoValue'"), ["nothing"]);
        assert_eq!(values("a: 1", "{ a: !If [A, 1] }"), [r#"{"a":{"Fn::If":["A",1]}}"#; 2]);
    }

    #[test]
    fn conditions_that_exclude_each_other_do_not_hold_together() {
        let value = "[!If [A, 1, 2], !If [B, 1, 2]]";
        let conditions = |text: &str| values(&format!("Conditions: {{ {text} }}"), value);
        assert_eq!(conditions("A: !Equals [!Ref E, a], B: !Not [!Condition A]"), ["[1,2]", "[2,1]"]);
        assert_eq!(conditions("A: !Equals [!Ref E, a], B: !Equals [b, !Ref E]"), ["[1,2]", "[2,1]", "[2,2]"]);
        assert_eq!(
            conditions("A: !Equals [!Ref E, a], B: !And [!Condition A, !Equals [!Ref F, x]]"),
            ["[1,1]", "[1,2]", "[2,2]"]
        );
        assert_eq!(conditions("A: !Equals [x, y], B: !Or [!Condition A]"), ["[1,1]", "[2,2]"]);
        // One that is made of itself can be anything.
        assert_eq!(conditions("A: !Condition A, B: !Not [!Condition A]"), ["[1,2]", "[2,1]"]);
    }

    #[test]
    fn parameters_have_the_values_that_are_allowed() {
        let template = "Parameters: { E: { AllowedValues: [a, b] } }, Conditions: { A: !Equals [!Ref E, a], B: !Equals [!Ref E, b] }";
        assert_eq!(values(template, "[!If [A, 1, 2], !If [B, 1, 2]]"), ["[1,2]", "[2,1]"]);
    }

    #[test]
    fn many_conditions_are_looked_at_one_by_one() {
        let all: Vec<String> = (0..20).map(|number| format!("!If [C{number}, 1, 2]")).collect();
        assert_eq!(values("a: 1", &format!("[{}]", all.join(", "))).len(), 21);
    }
}
