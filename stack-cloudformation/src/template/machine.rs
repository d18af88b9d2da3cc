//! A state machine of the template, and the references in its definition.

use crate::references::param::AnyParam;
use crate::template::object::{escaped, sub_text};
use stack_core::json::interpolation::Interpolation;
use stack_core::json::write;
use stack_core::json::{Hole, Node};
use stack_core::language::MachineType;
use stack_core::services::referent::Referent;

/// A state machine of the template.
#[derive(Debug)]
pub struct MachineDefinition {
    /// The stack's resource.
    pub resource: &'static str,
    /// The machine's type, as `state_machine!` declares it.
    pub machine: &'static str,
    /// The logical id of the CloudFormation resource.
    pub logical_id: String,
    /// Standard or Express.
    pub kind: MachineType,
    pub(crate) root: Node<'static>,
    pub(crate) references: Vec<Reference>,
    pub(crate) texts: Vec<Vec<TextPart>>,
}

/// A part of a text in which references stand.
#[derive(Clone, Debug)]
pub(crate) enum TextPart {
    /// As it is.
    Literal(String),
    /// What every deployment has, such as `AWS::Region`.
    Pseudo(String),
    /// The reference of that number.
    Reference(usize),
}

/// A reference in a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The logical id of the CloudFormation resource that it is to.
    pub logical_id: String,
    /// The parameter of it.
    pub param: AnyParam,
    /// What it is if the resource is not in the template, as it stands in a `Fn::Sub`.
    pub substitution: Option<String>,
}

impl Reference {
    /// To a parameter of the resource of that logical id.
    pub(crate) fn new(logical_id: String, param: AnyParam) -> Self {
        Reference { logical_id, param, substitution: None }
    }
}

impl TextPart {
    /// As it stands in a `Fn::Sub`; `reference` gives the text for a reference.
    pub(crate) fn in_sub(&self, reference: &dyn Fn(usize) -> String) -> String {
        match self {
            TextPart::Literal(text) => escaped(text).into_owned(),
            TextPart::Pseudo(name) => Interpolation::variable(name.as_str(), None).to_sub(),
            TextPart::Reference(number) => reference(*number),
        }
    }
}

impl MachineDefinition {
    /// The definition as indented JSON, without a newline at its end. `reference` gives the text for a reference to a
    /// resource; `partition`, such as `aws`, is put into the ARNs of service integrations. What else a deployment has, such
    /// as its region, is a sample, and stays a placeholder if the partition is one.
    pub fn text(&self, partition: &str, reference: &dyn Fn(&Reference) -> String) -> String {
        write::pretty(&self.root, &mut |hole, out| match hole {
            Hole::Reference(number) => {
                let found = self.references.get(*number as usize);
                write::string(&found.map(reference).unwrap_or_default(), out);
            }
            Hole::Text(number) => {
                let parts = self.texts.get(*number as usize);
                let part = |part: &TextPart| match part {
                    TextPart::Literal(text) => text.clone(),
                    TextPart::Pseudo(name) => pseudo(name, partition),
                    TextPart::Reference(number) => {
                        self.references.get(*number).map(reference).unwrap_or_default()
                    }
                };
                write::string(&parts.into_iter().flatten().map(part).collect::<String>(), out);
            }
            Hole::Integration(name) => write::string(&integration_arn(partition, name), out),
            Hole::Expression(_) => out.push_str("null"),
        })
    }
}

impl From<&Reference> for stack_iam::Reference {
    fn from(reference: &Reference) -> Self {
        let Reference { logical_id, param, .. } = reference;
        let says_so = |text: &str| ["ARN", "Arn", "arn"].iter().any(|end| text.ends_with(end));
        stack_iam::Reference {
            value: sub_text(logical_id, param.attribute),
            arn: sub_text(logical_id, param.arn),
            has_arn: param.referent.is_arn() || says_so(param.name) || param.arn != param.attribute,
            is_activity: param.referent.is(Referent::ArnOfActivity),
        }
    }
}

/// What a deployment in that partition has.
fn pseudo(name: &str, partition: &str) -> String {
    let sample = match name {
        "AWS::Partition" => partition,
        _ if partition.starts_with("${") => return Interpolation::variable(name, None).to_sub(),
        "AWS::AccountId" => "123456789012",
        "AWS::Region" => "us-east-1",
        "AWS::StackId" => {
            "arn:aws:cloudformation:us-east-1:123456789012:stack/stack/01234567-89ab-cdef-0123-456789abcdef"
        }
        "AWS::StackName" => "stack",
        "AWS::URLSuffix" => "amazonaws.com",
        _ => name,
    };
    sample.to_owned()
}

/// The ARN of a service integration.
pub(crate) fn integration_arn(partition: &str, name: &str) -> String {
    format!("arn:{partition}:states:::{name}")
}
