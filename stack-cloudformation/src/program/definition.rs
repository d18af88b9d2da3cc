//! One machine's definition as plain Amazon States Language, for people and for other tools.

use crate::error::Error;
use crate::template::object::sub_text;
use crate::template::{MachineDefinition, Reference, Template};
use stack_core::services::names;
use stack_core::similar::nearest;

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
    let mut text = format!("the stack has no state machine `{name}`");
    let known = machines.iter().flat_map(|machine| [machine.resource, machine.machine, &machine.logical_id]);
    if let Some(near) = nearest(name, known) {
        text.push_str(&format!(": did you mean `{near}`?"));
    }
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
const SAMPLES: &[(&str, &str)] = &[
    (names::ACTIVITY_ARN, "arn:aws:states:us-east-1:123456789012:activity:{}"),
    (names::BUCKET_ARN, "arn:aws:s3:::{}"),
    (names::CLUSTER_ARN, "arn:aws:ecs:us-east-1:123456789012:cluster/{}"),
    (names::COMPUTE_ENVIRONMENT_ARN, "arn:aws:batch:us-east-1:123456789012:compute-environment/{}"),
    (
        names::CONNECTION_ARN,
        "arn:aws:events:us-east-1:123456789012:connection/{}/01234567-89ab-cdef-0123-456789abcdef",
    ),
    (names::EVENT_BUS_ARN, "arn:aws:events:us-east-1:123456789012:event-bus/{}"),
    (names::EVENT_RULE_ARN, "arn:aws:events:us-east-1:123456789012:rule/{}"),
    (names::FUNCTION_ARN, "arn:aws:lambda:us-east-1:123456789012:function:{}"),
    (names::FUNCTION_URL, "https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/"),
    (names::HTTP_API_ARN, "arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*/*"),
    (names::HTTP_API_ID, "abcdefghij"),
    (names::HTTP_API_URL, "https://abcdefghij.execute-api.us-east-1.amazonaws.com"),
    (names::JOB_DEFINITION_ARN, "arn:aws:batch:us-east-1:123456789012:job-definition/{}:1"),
    (names::JOB_QUEUE_ARN, "arn:aws:batch:us-east-1:123456789012:job-queue/{}"),
    (names::LOG_GROUP_ARN, "arn:aws:logs:us-east-1:123456789012:log-group:{}:*"),
    (names::QUEUE_ARN, "arn:aws:sqs:us-east-1:123456789012:{}"),
    (names::QUEUE_URL, "https://sqs.us-east-1.amazonaws.com/123456789012/{}"),
    (names::ROLE_ARN, "arn:aws:iam::123456789012:role/{}"),
    (names::SCHEDULE_ARN, "arn:aws:scheduler:us-east-1:123456789012:schedule/default/{}"),
    (names::SECRET_ARN, "arn:aws:secretsmanager:us-east-1:123456789012:secret:{}-AbCdEf"),
    (names::SECURITY_GROUP_ID, "sg-0123456789abcdef0"),
    (names::STATE_MACHINE_ARN, "arn:aws:states:us-east-1:123456789012:stateMachine:{}"),
    (names::STREAM_ARN, "arn:aws:dynamodb:us-east-1:123456789012:table/{}/stream/2026-01-01T00:00:00.000"),
    (names::SUBNET_ID, "subnet-0123456789abcdef0"),
    (names::TABLE_ARN, "arn:aws:dynamodb:us-east-1:123456789012:table/{}"),
    (names::TASK_DEFINITION_ARN, "arn:aws:ecs:us-east-1:123456789012:task-definition/{}:1"),
    (names::TOPIC_ARN, "arn:aws:sns:us-east-1:123456789012:{}"),
    (names::VPC_ID, "vpc-0123456789abcdef0"),
];

fn sample(reference: &Reference) -> String {
    let what = reference.param.what;
    match SAMPLES.iter().find(|(kind, _)| *kind == what) {
        Some((_, sample)) => sample.replace("{}", &reference.logical_id),
        // Of a kind that the user has added.
        None if what.ends_with("ARN") => {
            format!("arn:aws:sample:us-east-1:123456789012:{}", reference.logical_id)
        }
        None => reference.logical_id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{sample, substitution};
    use crate::references::param::{AnyParam, Attribute, FunctionArn, JobQueueArn, ParamKind};
    use crate::template::Reference;

    fn reference(attribute: Attribute, what: &'static str) -> Reference {
        let param = AnyParam {
            resource: "bill",
            name: "arn",
            child: "Function",
            attribute,
            arn: attribute,
            what,
            runs: false,
        };
        Reference::new("BillFunction".to_owned(), param)
    }

    #[test]
    fn a_reference_is_written_as_in_a_substitution() {
        assert_eq!(substitution(&reference(Attribute::Ref, JobQueueArn::WHAT)), "${BillFunction}");
        assert_eq!(
            substitution(&reference(Attribute::GetAtt("Arn"), FunctionArn::WHAT)),
            "${BillFunction.Arn}"
        );
    }

    #[test]
    fn a_reference_to_what_is_not_in_the_template_is_its_text() {
        let mut imported = reference(Attribute::Ref, FunctionArn::WHAT);
        imported.substitution = Some("arn:aws:lambda:${AWS::Region}:1:function:bill".to_owned());
        assert_eq!(substitution(&imported), "arn:aws:lambda:${AWS::Region}:1:function:bill");
    }

    #[test]
    fn a_sample_is_an_arn_of_the_right_service() {
        let of = |what| sample(&reference(Attribute::Ref, what));
        assert_eq!(of(FunctionArn::WHAT), "arn:aws:lambda:us-east-1:123456789012:function:BillFunction");
        assert_eq!(of(JobQueueArn::WHAT), "arn:aws:batch:us-east-1:123456789012:job-queue/BillFunction");
        assert_eq!(of("a mailbox's ARN"), "arn:aws:sample:us-east-1:123456789012:BillFunction");
        assert_eq!(of("a string"), "BillFunction");
    }
}
