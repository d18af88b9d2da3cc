//! A state machine of the template, and the references in its definition.

use crate::references::param::AnyParam;
use crate::template::object::sub_text;
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

impl MachineDefinition {
    /// The definition as indented JSON, without a newline at its end. `reference` gives the text for a reference to a
    /// resource; `partition`, such as `aws`, is put into the ARNs of service integrations.
    pub fn text(&self, partition: &str, reference: &dyn Fn(&Reference) -> String) -> String {
        write::pretty(&self.root, &mut |hole, out| match hole {
            Hole::Reference(number) => {
                let found = self.references.get(*number as usize);
                write::string(&found.map(reference).unwrap_or_default(), out);
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

/// The ARN of a service integration.
pub(crate) fn integration_arn(partition: &str, name: &str) -> String {
    format!("arn:{partition}:states:::{name}")
}
