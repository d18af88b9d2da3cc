//! One machine's definition as plain Amazon States Language, for people and for other tools.

use crate::error::{Error, did_you_mean};
use crate::template::object::sub_text;
use crate::template::{MachineDefinition, Reference, Template};
use stack_core::services::referent::Referent;

/// The definition, with a newline at its end. References are `${BillCustomerFunction.Arn}`, or with
/// `sample_arns` ARNs of the right form.
pub(super) fn text(template: &Template, name: &str, sample_arns: bool) -> Result<String, Error> {
    let machine = find(template.machines(), name)?;
    let mut text = if sample_arns {
        machine.text("aws", &sample)
    } else {
        machine.text("${AWS::Partition}", &substitution)
    };
    text.push('\n');
    Ok(text)
}

/// The machine whose field, type or logical id has that name.
fn find<'t>(machines: &'t [MachineDefinition], name: &str) -> Result<&'t MachineDefinition, Error> {
    // Another field may be called like a machine's type: the field is nearer to the user.
    let names: [fn(&MachineDefinition) -> &str; 3] = [
        |machine: &MachineDefinition| machine.resource,
        |machine: &MachineDefinition| machine.machine,
        |machine: &MachineDefinition| &machine.logical_id,
    ];
    if let Some(found) = names.iter().find_map(|of| machines.iter().find(|machine| of(machine) == name)) {
        return Ok(found);
    }
    let mut known = Vec::new();
    for machine in machines {
        known.extend_from_slice(&[machine.resource, machine.machine, &machine.logical_id]);
    }
    let near = did_you_mean(name, &known);
    let mut text = format!("the stack has no state machine `{name}`{near}");
    let fields: Vec<String> = machines.iter().map(|machine| format!("`{}`", machine.resource)).collect();
    text.push_str(&match fields.as_slice() {
        [] => "\nhelp: it has none".to_owned(),
        fields => format!("\nhelp: it has {}", fields.join(", ")),
    });
    Err(Error::new(text))
}

/// A reference as it stands in a `Fn::Sub`.
fn substitution(reference: &Reference) -> String {
    match &reference.substitution {
        Some(text) => text.clone(),
        None => sub_text(&reference.logical_id, reference.param.attribute),
    }
}

/// What a reference could be once the stack is deployed. `{}` is the resource's name.
const SAMPLES: &[(Referent, &str)] = &[
    (Referent::ArnOfActivity, "arn:aws:states:us-east-1:123456789012:activity:{}"),
    (Referent::ArnOfBucket, "arn:aws:s3:::{}"),
    (Referent::ArnOfCluster, "arn:aws:ecs:us-east-1:123456789012:cluster/{}"),
    (Referent::ArnOfComputeEnvironment, "arn:aws:batch:us-east-1:123456789012:compute-environment/{}"),
    (
        Referent::ArnOfConnection,
        "arn:aws:events:us-east-1:123456789012:connection/{}/01234567-89ab-cdef-0123-456789abcdef",
    ),
    (Referent::ArnOfEventBus, "arn:aws:events:us-east-1:123456789012:event-bus/{}"),
    (Referent::ArnOfEventRule, "arn:aws:events:us-east-1:123456789012:rule/{}"),
    (Referent::ArnOfFunction, "arn:aws:lambda:us-east-1:123456789012:function:{}"),
    (Referent::UrlOfFunction, "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/"),
    (Referent::ArnOfHttpApi, "arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*/*"),
    (Referent::IdOfHttpApi, "abcdefghij"),
    (Referent::UrlOfHttpApi, "https://abcdefghij.execute-api.us-east-1.amazonaws.com"),
    (Referent::ArnOfJobDefinition, "arn:aws:batch:us-east-1:123456789012:job-definition/{}:1"),
    (Referent::ArnOfJobQueue, "arn:aws:batch:us-east-1:123456789012:job-queue/{}"),
    (Referent::ArnOfLogGroup, "arn:aws:logs:us-east-1:123456789012:log-group:{}:*"),
    (Referent::ArnOfQueue, "arn:aws:sqs:us-east-1:123456789012:{}"),
    (Referent::UrlOfQueue, "https://sqs.us-east-1.amazonaws.com/123456789012/{}"),
    (Referent::ArnOfRole, "arn:aws:iam::123456789012:role/{}"),
    (Referent::ArnOfSchedule, "arn:aws:scheduler:us-east-1:123456789012:schedule/default/{}"),
    (Referent::ArnOfSecret, "arn:aws:secretsmanager:us-east-1:123456789012:secret:{}-AbCdEf"),
    (Referent::IdOfSecurityGroup, "sg-0123456789abcdef0"),
    (Referent::ArnOfStateMachine, "arn:aws:states:us-east-1:123456789012:stateMachine:{}"),
    (
        Referent::ArnOfStream,
        "arn:aws:dynamodb:us-east-1:123456789012:table/{}/stream/2026-01-01T00:00:00.000",
    ),
    (Referent::IdOfSubnet, "subnet-0123456789abcdef0"),
    (Referent::ArnOfTable, "arn:aws:dynamodb:us-east-1:123456789012:table/{}"),
    (Referent::ArnOfTaskDefinition, "arn:aws:ecs:us-east-1:123456789012:task-definition/{}:1"),
    (Referent::ArnOfTopic, "arn:aws:sns:us-east-1:123456789012:{}"),
    (Referent::IdOfVpc, "vpc-0123456789abcdef0"),
];

fn sample(reference: &Reference) -> String {
    let referent = reference.param.referent;
    match SAMPLES.iter().find(|(kind, _)| kind.is(referent)) {
        Some((_, sample)) => sample.replace("{}", &reference.logical_id),
        // Of a kind that the user has added.
        None if referent.is_arn() => {
            format!("arn:aws:sample:us-east-1:123456789012:{}", reference.logical_id)
        }
        None => reference.logical_id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Referent, sample, substitution};
    use crate::references::param::{AnyParam, Attribute, FunctionArn, JobQueueArn, ParamKind};
    use crate::template::Reference;

    fn reference(attribute: Attribute, referent: Referent) -> Reference {
        let param = AnyParam {
            resource: "bill",
            name: "arn",
            child: "Function",
            attribute,
            arn: attribute,
            referent,
            runs: false,
        };
        Reference::new("BillFunction".to_owned(), param)
    }

    #[test]
    fn a_reference_is_written_as_in_a_substitution() {
        assert_eq!(substitution(&reference(Attribute::Ref, JobQueueArn::REFERENT)), "${BillFunction}");
        assert_eq!(
            substitution(&reference(Attribute::GetAtt("Arn"), FunctionArn::REFERENT)),
            "${BillFunction.Arn}"
        );
    }

    #[test]
    fn a_reference_to_what_is_not_in_the_template_is_its_text() {
        let mut imported = reference(Attribute::Ref, FunctionArn::REFERENT);
        imported.substitution = Some("arn:aws:lambda:${AWS::Region}:1:function:bill".to_owned());
        assert_eq!(substitution(&imported), "arn:aws:lambda:${AWS::Region}:1:function:bill");
    }

    #[test]
    fn a_sample_is_an_arn_of_the_right_service() {
        let of = |referent| sample(&reference(Attribute::Ref, referent));
        assert_eq!(of(FunctionArn::REFERENT), "arn:aws:lambda:us-east-1:123456789012:function:BillFunction");
        assert_eq!(of(JobQueueArn::REFERENT), "arn:aws:batch:us-east-1:123456789012:job-queue/BillFunction");
        assert_eq!(
            of(Referent::OwnArn("a mailbox's ARN")),
            "arn:aws:sample:us-east-1:123456789012:BillFunction"
        );
        assert_eq!(of(Referent::Text), "BillFunction");
    }
}
