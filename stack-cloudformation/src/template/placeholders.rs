//! `${..}` in the texts of properties: once a resource is emitted, with whatever kind, its texts are filled in.

use crate::error::Error;
use crate::references::param::AnyParam;
use crate::template::attribute_substitutions::AttributeSubstitutions;
use crate::template::document::Document;
use crate::template::object::{Object, escaped, of_sub};
use stack_core::json::interpolation::{Hole, Notation};
use stack_core::json::{Json, Member, Node};

/// A placeholder, `api.url`, and the parameter that it stands for; none for what every deployment has, `AWS::Region`, and
/// for a text itself, `!HOME`.
pub type Placeholder = (&'static str, Option<AnyParam>);

/// Puts into the texts of a resource what its placeholders stand for. `substitutions` have texts of it that are not in the
/// document.
pub(crate) fn fill_in(
    owner: &'static str,
    known: Vec<Known>,
    document: &mut Document,
    substitutions: &AttributeSubstitutions,
) -> Result<(), Error> {
    let mut pass = Pass { known };
    for resource in document.resources.iter_mut().filter(|resource| resource.owner == owner) {
        // The strings of a definition have placeholders of their own.
        let is_machine = document.machines.iter().any(|machine| machine.logical_id == resource.id);
        pass.node(resource.properties_mut(), is_machine);
    }
    for output in document.outputs.iter_mut().chain(&mut document.minor_outputs) {
        if output.owner == owner {
            pass.output(&mut output.value);
        }
    }
    match pass.known.iter().find(|known| !known.is_used && !substitutions.has(known.name)) {
        Some(Known { name, .. }) => Err(Error::of(
            owner,
            format!(
                "`${{{name}}}` stands in a text in which nothing is filled in\nhelp: CloudFormation, or the kind of the resource, takes it as it is"
            ),
        )),
        None => Ok(()),
    }
}

/// The placeholders of a resource.
struct Pass {
    known: Vec<Known>,
}

/// A placeholder of a resource, and what stands for it.
pub(crate) struct Known {
    name: &'static str,
    /// None if CloudFormation knows it by that name, or it is the text itself.
    filling: Option<Filling>,
    is_used: bool,
}

/// What stands for a parameter.
pub(crate) struct Filling {
    /// In the text of a `Fn::Sub`.
    pub(crate) text: String,
    /// Alone.
    pub(crate) intrinsic: Node<'static>,
}

impl Known {
    /// One that was not used yet.
    pub(crate) fn new(name: &'static str, filling: Option<Filling>) -> Self {
        Known { name, filling, is_used: false }
    }
}

impl Pass {
    fn node(&mut self, node: &mut Node<'static>, is_machine: bool) {
        match &mut node.json {
            Json::String(text) => {
                if let Some(new) = self.string(text) {
                    *node = new;
                }
            }
            Json::Array(items) => items.iter_mut().for_each(|item| self.node(item, false)),
            Json::Object(members) => match members.as_mut_slice() {
                [only] if only.key.value == "Fn::Sub" => self.sub(&mut only.value),
                [only] if matches!(only.key.value.as_ref(), "Ref" | "Fn::GetAtt") => {}
                members => {
                    let is_definition = |member: &Member<'_>| {
                        is_machine && matches!(member.key.value.as_ref(), "Definition" | "DefinitionString")
                    };
                    for member in members.iter_mut().filter(|member| !is_definition(member)) {
                        self.node(&mut member.value, false);
                    }
                }
            },
            _ => {}
        }
    }

    /// An output, whose description CloudFormation takes as it is.
    fn output(&mut self, node: &mut Node<'static>) {
        let Json::Object(members) = &mut node.json else { return };
        for member in members.iter_mut().filter(|member| member.key.value != "Description") {
            self.node(&mut member.value, false);
        }
    }

    /// What a string is with its placeholders filled in; nothing if it has none.
    fn string(&mut self, text: &str) -> Option<Node<'static>> {
        let (mut sub, mut names, mut at) = (String::new(), Object::new(), 0);
        for Hole { name, place } in Notation::Placeholder.holes(text) {
            let Some(number) = self.find(name) else { continue };
            sub.push_str(&escaped(&text[at..place.start]));
            at = place.end;
            match &self.known[number].filling {
                Some(filling) if place == (0..text.len()) => return Some(filling.intrinsic.clone()),
                Some(filling) => sub.push_str(&named(filling, number, &mut names)),
                None => sub.push_str(&text[place]),
            }
        }
        if at == 0 {
            return None;
        }
        sub.push_str(&escaped(&text[at..]));
        Some(match names.filled() {
            Some(names) => Object::new().with("Fn::Sub", Node::array([sub.into(), names])).node(),
            None => of_sub(&sub),
        })
    }

    /// The same for a `Fn::Sub` that a kind has made of a text: what was to stay as it is, is escaped in it.
    fn sub(&mut self, value: &mut Node<'static>) {
        let (text, mut names) = match &value.json {
            Json::String(text) => (text.clone(), Vec::new()),
            Json::Array(parts) => match parts.as_slice() {
                [Node { json: Json::String(text), .. }, names] => {
                    (text.clone(), names.as_object().unwrap_or_default().to_vec())
                }
                _ => return,
            },
            _ => return,
        };
        for member in &mut names {
            self.node(&mut member.value, false);
        }
        let (mut new, mut own, mut at) = (String::new(), Object::new(), 0);
        for Hole { name, place } in Notation::Placeholder.holes(&text) {
            let known = self.find(name).or_else(|| self.find(name.strip_prefix('!')?));
            let Some(number) = known else { continue };
            new.push_str(&text[at..place.start]);
            at = place.end;
            let Known { name, filling, .. } = &self.known[number];
            match filling {
                Some(filling) => new.push_str(&named(filling, number, &mut own)),
                None => new.push_str(&format!("${{{name}}}")),
            }
        }
        new.push_str(&text[at..]);
        if let Some(Json::Object(own)) = own.filled().map(|own| own.json) {
            names.extend(own);
        }
        value.json = match names.is_empty() {
            true => Json::String(new.into()),
            false => Json::Array(vec![new.into(), Json::Object(names).into()]),
        };
    }

    /// The number of a placeholder, which is then used.
    fn find(&mut self, name: &str) -> Option<usize> {
        let number = self.known.iter().position(|known| known.name == name)?;
        self.known[number].is_used = true;
        Some(number)
    }
}

/// A parameter in the text of a `Fn::Sub`: by its logical id, or by a name of its own if no text can ask for it.
fn named(filling: &Filling, number: usize, names: &mut Object) -> String {
    if filling.intrinsic == of_sub(&filling.text) {
        return filling.text.clone();
    }
    let name = format!("p{number}");
    let text = format!("${{{name}}}");
    names.push(name, filling.intrinsic.clone());
    text
}

#[cfg(test)]
mod tests {
    use super::{Filling, Known, Pass};
    use crate::template::json;
    use crate::template::object::{get_att, reference};
    use stack_core::json::{Node, write};

    /// The properties with these placeholders filled in: a parameter, another that no text can ask for, the region, and
    /// a text itself. Which of them were used.
    fn filled(text: &'static str) -> (String, Vec<&'static str>) {
        let url = Filling { text: "${Api.Url}".into(), intrinsic: get_att("Api", "Url") };
        let subnet = json::node(r#"{"Fn::Select": [0, {"Ref": "SubnetIds"}]}"#);
        let subnet = Filling { text: "${SubnetIds}".into(), intrinsic: subnet };
        let known =
            [("api.url", Some(url)), ("subnet.id", Some(subnet)), ("AWS::Region", None), ("!HOME", None)];
        let known = known.into_iter().map(|(name, filling)| Known::new(name, filling));
        let mut pass = Pass { known: known.collect() };
        let mut node: Node<'static> = json::node(text);
        pass.node(&mut node, false);
        let used = pass.known.iter().filter(|known| known.is_used).map(|known| known.name);
        (write::compact(&node, &mut |_, _| {}), used.collect())
    }

    #[track_caller]
    fn check(text: &'static str, expected: &str, used: &[&str]) {
        assert_eq!(filled(text), (expected.to_owned(), used.to_vec()));
    }

    #[test]
    fn a_string_is_what_stands_for_it_or_a_substitution() {
        check(r#"["${api.url}", "${other}"]"#, r#"[{"Fn::GetAtt":["Api","Url"]},"${other}"]"#, &["api.url"]);
        check(
            r#""${api.url}/${aws:username}/${AWS::Region}""#,
            r#"{"Fn::Sub":"${Api.Url}/${!aws:username}/${AWS::Region}"}"#,
            &["api.url", "AWS::Region"],
        );
        check(r#""a ${!HOME}""#, r#""a ${HOME}""#, &["!HOME"]);
        check(
            r#""${subnet.id}, ${AWS::Region}""#,
            r#"{"Fn::Sub":["${p1}, ${AWS::Region}",{"p1":{"Fn::Select":[0,{"Ref":"SubnetIds"}]}}]}"#,
            &["subnet.id", "AWS::Region"],
        );
    }

    #[test]
    fn what_a_kind_has_escaped_is_filled_in() {
        check(
            r#"{"Fn::Sub": "${!api.url} ${api.url} ${!AWS::Region} ${!!HOME} ${!other} ${Id}"}"#,
            r#"{"Fn::Sub":"${Api.Url} ${Api.Url} ${AWS::Region} ${!HOME} ${!other} ${Id}"}"#,
            &["api.url", "AWS::Region", "!HOME"],
        );
        check(
            r#"{"Fn::Sub": ["${a} ${!subnet.id}", {"a": "${api.url}"}]}"#,
            r#"{"Fn::Sub":["${a} ${p1}",{"a":{"Fn::GetAtt":["Api","Url"]},"p1":{"Fn::Select":[0,{"Ref":"SubnetIds"}]}}]}"#,
            &["api.url", "subnet.id"],
        );
    }

    #[test]
    fn ids_and_definitions_of_machines_are_left_alone() {
        check(r#"{"Ref": "${api.url}"}"#, r#"{"Ref":"${api.url}"}"#, &[]);
        let mut pass = Pass { known: vec![Known::new("AWS::Region", None)] };
        let mut node = json::node(r#"{"Definition": "${AWS::Region}", "Name": "${AWS::Region}"}"#);
        pass.node(&mut node, true);
        assert_eq!(node.get("Definition"), Some(&Node::from("${AWS::Region}")));
        assert_eq!(node.get("Name"), Some(&reference("AWS::Region")));
    }
}
