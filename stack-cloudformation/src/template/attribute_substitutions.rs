//! What stands in the template for attributes of resources that are not in it: for those of an imported
//! queue, for one, the texts that its ARN tells.
//!
//! Everything else speaks of such a resource as of any other, with `Ref`, `Fn::GetAtt` and `Fn::Sub` of its logical
//! id; at the end these are replaced.

use crate::references::param::Attribute;
use crate::template::object::of_sub;
use crate::template::resource::{Entry, Resource};
use stack_core::json::interpolation::{Hole, Notation};
use stack_core::json::{Json, Node};

/// All substitutions, each with its logical id. There are a few for each imported resource.
#[derive(Debug, Default)]
pub(crate) struct AttributeSubstitutions(Vec<(String, AttributeSubstitution)>);

/// What is known of an attribute: texts in which `${..}` is filled in as in a `Fn::Sub`.
#[derive(Debug)]
pub(crate) struct AttributeSubstitution {
    attribute: Attribute,
    text: String,
    /// What it is in policies, if that is another text.
    in_policies: Option<String>,
    /// The part of what the stack shares that the text names.
    needs: Option<&'static str>,
}

impl AttributeSubstitution {
    /// The attribute is this text.
    pub(crate) fn new(attribute: Attribute, text: String) -> Self {
        AttributeSubstitution { attribute, text, in_policies: None, needs: None }
    }

    /// In policies, it is this text.
    pub(crate) fn in_policies(self, text: String) -> Self {
        AttributeSubstitution { in_policies: Some(text), ..self }
    }

    /// It names this part of what the stack shares.
    pub(crate) fn needing(self, part: &'static str) -> Self {
        AttributeSubstitution { needs: Some(part), ..self }
    }
}

impl AttributeSubstitutions {
    /// An attribute of that logical id.
    pub(crate) fn add(&mut self, id: String, substitution: AttributeSubstitution) {
        self.0.push((id, substitution));
    }

    /// Whether a text has that placeholder.
    pub(crate) fn has(&self, placeholder: &str) -> bool {
        let placeholder = format!("${{{placeholder}}}");
        self.0.iter().any(|(_, known)| known.text.contains(&placeholder))
    }

    /// What an attribute is, outside of policies.
    pub(crate) fn get(&self, id: &str, attribute: Attribute) -> Option<&str> {
        let (_, found) = self.0.iter().find(|(of, known)| of == id && known.attribute == attribute)?;
        Some(&found.text)
    }

    /// Puts the texts where the attributes are asked for. Gives the shared parts that they name.
    pub(crate) fn replace<'a>(
        self,
        resources: &mut [Resource],
        outputs: impl Iterator<Item = &'a mut Entry>,
    ) -> Vec<&'static str> {
        let mut pass = Pass { known: self.0, needed: Vec::new(), policy: false };
        if !pass.known.is_empty() {
            for resource in resources {
                resource.forget(|id| pass.known.iter().any(|(of, _)| of == id));
                pass.node(resource.properties_mut());
            }
            for output in outputs {
                pass.node(&mut output.value);
            }
        }
        pass.needed
    }
}

struct Pass {
    known: Vec<(String, AttributeSubstitution)>,
    /// The shared parts that texts name, some of them more than once.
    needed: Vec<&'static str>,
    /// Whether the walk is in a policy.
    policy: bool,
}

impl Pass {
    fn node(&mut self, node: &mut Node<'static>) {
        match &mut node.json {
            Json::Array(items) => items.iter_mut().for_each(|item| self.node(item)),
            Json::Object(members) => {
                if let [only] = members.as_mut_slice()
                    && let Some(new) = self.intrinsic(&only.key.value, &mut only.value)
                {
                    *node = new;
                } else {
                    for member in members {
                        let before = self.policy;
                        self.policy |= member.key.value == "PolicyDocument";
                        self.node(&mut member.value);
                        self.policy = before;
                    }
                }
            }
            _ => {}
        }
    }

    /// What replaces an intrinsic of that name.
    fn intrinsic(&mut self, name: &str, argument: &mut Node<'static>) -> Option<Node<'static>> {
        match (name, &mut argument.json) {
            ("Ref", Json::String(id)) => self.find(id, None).map(|text| of_sub(&text)),
            ("Fn::GetAtt", Json::Array(parts)) => match parts.as_slice() {
                [id, attribute] => {
                    self.find(id.as_str()?, Some(attribute.as_str()?)).map(|text| of_sub(&text))
                }
                _ => None,
            },
            ("Fn::Sub", Json::String(text)) => self.text(text).map(|text| of_sub(&text)),
            ("Fn::Sub", Json::Array(parts)) => {
                if let Some(Json::String(text)) = parts.first_mut().map(|first| &mut first.json)
                    && let Some(new) = self.text(text)
                {
                    *text = new.into();
                }
                None
            }
            _ => None,
        }
    }

    /// The text of a `Fn::Sub` with the texts of what it names; nothing if it names none.
    fn text(&mut self, text: &str) -> Option<String> {
        let (mut new, mut at) = (String::new(), 0);
        for Hole { name, place } in Notation::Sub.holes(text) {
            let (id, attribute) = match name.split_once('.') {
                Some((id, attribute)) => (id, Some(attribute)),
                None => (name, None),
            };
            if let Some(found) = self.find(id, attribute) {
                new.push_str(&text[at..place.start]);
                new.push_str(&found);
                at = place.end;
            }
        }
        (at > 0).then(|| new + &text[at..])
    }

    fn find(&mut self, id: &str, attribute: Option<&str>) -> Option<String> {
        let wanted = |known: &AttributeSubstitution| match known.attribute {
            Attribute::Ref => attribute.is_none(),
            Attribute::GetAtt(name) => attribute == Some(name),
        };
        let (_, found) = self.known.iter().find(|(of, known)| of == id && wanted(known))?;
        if let Some(part) = found.needs {
            self.needed.push(part);
        }
        let other = found.in_policies.as_ref().filter(|_| self.policy);
        Some(other.unwrap_or(&found.text).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::object::{Object, get_att, reference, sub};
    use stack_core::json::write;

    fn replaced(mut node: Node<'static>) -> (String, Vec<&'static str>) {
        let mut known = AttributeSubstitutions::default();
        let arn = AttributeSubstitution::new(Attribute::GetAtt("Arn"), "arn:aws:sqs:r:1:jobs".into());
        known.add("JobsQueue".into(), arn.in_policies("arn:aws:sqs:r:1:jobs-??".into()));
        known.add(
            "JobsQueue".into(),
            AttributeSubstitution::new(Attribute::Ref, "https://sqs.${AWS::Region}/jobs".into()),
        );
        let queue = AttributeSubstitution::new(Attribute::Ref, "${SharedQueue}".into());
        known.add("ReportJobQueue".into(), queue.needing("Queue"));
        let mut pass = Pass { known: known.0, needed: Vec::new(), policy: false };
        pass.node(&mut node);
        (write::compact(&node, &mut |_, _| {}), pass.needed)
    }

    #[test]
    fn an_attribute_becomes_its_text() {
        let list =
            Node::array([get_att("JobsQueue", "Arn"), get_att("OtherQueue", "Arn"), reference("JobsQueue")]);
        let (text, needed) = replaced(list);
        assert_eq!(
            text,
            r#"["arn:aws:sqs:r:1:jobs",{"Fn::GetAtt":["OtherQueue","Arn"]},{"Fn::Sub":"https://sqs.${AWS::Region}/jobs"}]"#
        );
        assert!(needed.is_empty());
    }

    #[test]
    fn a_text_that_names_it_keeps_the_rest() {
        let text = |text: &str| replaced(sub(text)).0;
        assert_eq!(text("${JobsQueue.Arn}/*"), r#""arn:aws:sqs:r:1:jobs/*""#);
        assert_eq!(text("${JobsQueue.Arn}${!x}"), r#""arn:aws:sqs:r:1:jobs${x}""#);
        assert_eq!(text("${A} ${JobsQueue.Arn}"), r#"{"Fn::Sub":"${A} arn:aws:sqs:r:1:jobs"}"#);
        assert_eq!(
            text("${JobsQueue.Name} ${!JobsQueue} ${"),
            r#"{"Fn::Sub":"${JobsQueue.Name} ${!JobsQueue} ${"}"#
        );
    }

    #[test]
    fn a_text_with_names_of_its_own_is_looked_through() {
        let names = Node::from(Object::new().with("r0", get_att("JobsQueue", "Arn")));
        let sub = Object::new().with("Fn::Sub", Node::array([Node::from("${r0} ${JobsQueue.Arn}"), names]));
        assert_eq!(
            replaced(sub.node()).0,
            r#"{"Fn::Sub":["${r0} arn:aws:sqs:r:1:jobs",{"r0":"arn:aws:sqs:r:1:jobs"}]}"#
        );
    }

    #[test]
    fn a_policy_may_have_another_text() {
        let policy = Object::new().with("PolicyDocument", Node::array([get_att("JobsQueue", "Arn")]));
        let both = Object::new().with("Policies", policy).with("Queue", get_att("JobsQueue", "Arn"));
        assert_eq!(
            replaced(both.node()).0,
            r#"{"Policies":{"PolicyDocument":["arn:aws:sqs:r:1:jobs-??"]},"Queue":"arn:aws:sqs:r:1:jobs"}"#
        );
    }

    #[test]
    fn what_stands_for_a_shared_part_needs_it() {
        assert_eq!(
            replaced(reference("ReportJobQueue")),
            (r#"{"Ref":"SharedQueue"}"#.to_owned(), vec!["Queue"])
        );
    }
}
