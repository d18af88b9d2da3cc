//! The CloudFormation resources of a state machine.

use super::definition::FilledDefinition;
use super::properties::StateMachineProperties;
use super::{own_policy, tasks};
use crate::error::Error;
use crate::kind::scope::Scope;
use crate::kinds::properties::log_group::log_group;
use crate::kinds::properties::statements::{extra_statements, statement_resource};
use crate::kinds::properties::tags::tags;
use crate::references::machine::MachineType;
use crate::template::object::{Object, get_att, reference, sub, text};
use stack_core::json::Node;
use stack_iam::{Derived, OwnMachine, Requirement, apply_grants, policy};
use stack_iam::{Policy, Trust};

/// What log delivery needs; AWS takes no narrower resource than `*`.
const LOGGING: &[&str] = &[
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
];
/// What X-Ray needs; AWS takes no narrower resource than `*`.
const TRACING: &[&str] = &[
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
];

pub(super) fn emit(
    properties: &StateMachineProperties,
    definition: FilledDefinition,
    scope: &mut Scope<'_>,
) -> Result<(), Error> {
    let id = scope.id("StateMachine");
    let tags = tags(scope, properties.tags);
    let express = definition.kind() == MachineType::Express;
    let mut machine = Object::new()
        .maybe("StateMachineName", properties.name)
        .maybe("StateMachineType", express.then_some("EXPRESS"));
    definition.property(&mut machine, properties.definition_string);
    let machine = machine
        .with("RoleArn", get_att(scope.id("Role"), "Arn"))
        .maybe("LoggingConfiguration", logging(properties, scope))
        .maybe("TracingConfiguration", properties.tracing.then(|| Object::new().with("Enabled", true)))
        .maybe("EncryptionConfiguration", encryption(properties))
        .maybe("Tags", tags.clone());
    scope.resource("StateMachine", "AWS::StepFunctions::StateMachine", machine);
    let requirements = requirements(properties, &definition, scope);
    let (own, others): (Vec<_>, Vec<_>) = requirements.iter().partition(|it| it.names_own_machine);
    let mut role = policy(others);
    add_extras(properties, scope, &mut role)?;
    scope.role("Role", &trust(), &role);
    own_policy::emit(scope, &policy(own));
    if properties.logs() {
        // The account's log resource policy is short; groups of this prefix need no line in it.
        let name = sub(format!("/aws/vendedlogs/states/${{AWS::StackName}}-{id}"));
        log_group(scope, Some(name), properties.log_retention, tags);
    }
    scope.output("StateMachineArn", reference(&*id), "The state machine's ARN");
    scope.minor_output("StateMachineName", get_att(&*id, "Name"), "The state machine's name");
    scope.machine(definition.into_machine(scope.name(), id.clone()));
    scope.check(move |emitted| tasks::check(&id, emitted));
    Ok(())
}

/// Step Functions may take the role, for this account's machines only.
pub(crate) fn trust() -> Trust {
    Trust::service("states.amazonaws.com")
        .on_behalf_of("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:*")
}

/// What the definition requires, with what the user grants.
fn requirements(
    properties: &StateMachineProperties,
    definition: &FilledDefinition,
    scope: &mut Scope<'_>,
) -> Vec<Requirement> {
    let own = match properties.name {
        Some(name) => OwnMachine::named(name),
        None => OwnMachine::resource(&scope.id("StateMachine")),
    };
    let Derived { mut requirements, unknown, doubts } = definition.permissions(&own);
    let mut grants = Vec::new();
    for (action, on) in properties.grants {
        grants.push((*action, statement_resource(scope, on)));
    }
    for action in apply_grants(&mut requirements, &grants) {
        scope.note(format!("`grants` has `{action}`, but no state computes the resource of that action"));
    }
    let mut notes = Vec::new();
    for requirement in &requirements {
        let action = requirement.actions.first().map_or("", String::as_str);
        for text in requirement.notes() {
            let state = &requirement.state;
            let help = format!("say which with `grants = [(\"{action}\", ..)]`");
            notes.push(format!("the state `{state}` {text}: {help}"));
        }
    }
    let allowed: Vec<&str> = properties.iam_role_statements.iter().map(|(action, _)| *action).collect();
    for doubt in doubts.iter().filter_map(|doubt| doubt.beside(&allowed)) {
        let (state, text) = (&doubt.state, doubt.text());
        notes.push(format!("the state `{state}` {text}: add what it needs with `iam_role_statements`"));
    }
    // The same may be needed twice, such as roles for two parameters.
    notes.sort_unstable();
    notes.dedup();
    notes.iter().for_each(|note| scope.note(note));
    // Who adds statements knows what they are for.
    if properties.iam_role_statements.is_empty() {
        for (state, integration) in unknown {
            scope.note(format!(
                "the permissions for `{integration}` in the state `{state}` are not known: add them with `iam_role_statements`"
            ));
        }
    }
    requirements
}

/// Adds what the machine needs besides.
fn add_extras(
    properties: &StateMachineProperties,
    scope: &mut Scope<'_>,
    policy: &mut Policy,
) -> Result<(), Error> {
    extra_statements(scope, policy, properties.iam_role_statements)?;
    if properties.logs() {
        policy.allow(LOGGING, ["*".into()]);
    }
    if properties.tracing {
        policy.allow(TRACING, ["*".into()]);
    }
    if let Some(key) = properties.kms_key {
        // The machine's own ARN would be a cycle: the machine needs its role first.
        let name = properties.name.unwrap_or("*");
        let machine = format!(
            "arn:${{AWS::Partition}}:states:${{AWS::Region}}:${{AWS::AccountId}}:stateMachine:{name}"
        );
        let context = Object::new().with("kms:EncryptionContext:aws:states:stateMachineArn", sub(machine));
        let condition = Object::new().with("StringLike", context);
        policy.allow_if(&["kms:Decrypt", "kms:GenerateDataKey"], [text(key)], Some(condition.node()));
        if properties.logs() {
            policy.allow_if(&["kms:GenerateDataKey"], [text(key)], Some(log_delivery().node()));
        }
    }
    Ok(())
}

/// A log of a machine with a key is delivered encrypted with that key, too.
fn log_delivery() -> Object {
    let source = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*";
    let context = Object::new().with("kms:EncryptionContext:SourceArn", sub(source));
    Object::new().with("StringEquals", context)
}

fn logging(properties: &StateMachineProperties, scope: &Scope<'_>) -> Option<Object> {
    let group = Object::new().with("LogGroupArn", get_att(scope.id("LogGroup"), "Arn"));
    let destination = Object::new().with("CloudWatchLogsLogGroup", group);
    properties.logs().then(|| {
        Object::new()
            .with("Level", properties.logging)
            .with("IncludeExecutionData", properties.include_execution_data)
            .with("Destinations", Node::array([destination]))
    })
}

fn encryption(properties: &StateMachineProperties) -> Option<Object> {
    let key = properties.kms_key?;
    Some(
        Object::new()
            .with("Type", "CUSTOMER_MANAGED_KMS_KEY")
            .with("KmsKeyId", text(key))
            .maybe("KmsDataKeyReusePeriodSeconds", properties.kms_data_key_reuse.map(i64::from)),
    )
}
