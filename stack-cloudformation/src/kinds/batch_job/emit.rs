//! The CloudFormation resources of a batch job.

use super::properties::BatchJobProperties;
use super::references::BatchJobReferences;
use crate::error::Error;
use crate::kind::connect;
use crate::kind::scope::Scope;
use crate::kinds::properties::log_group::log_group;
use crate::kinds::properties::statements::extra_statements;
use crate::kinds::properties::tags::{tag_map, tags};
use crate::kinds::state_machine::{FilledDefinition, trust};
use crate::references::param::{AnyParam, Attribute, JobQueueArn, Param};
use crate::shared::JobQueue;
use crate::template::Reference;
use crate::template::artifact::{Artifact, Source};
use crate::template::attribute_substitutions::AttributeSubstitution;
use crate::template::logical_id::logical_id;
use crate::template::object::{Object, get_att, reference, sub};
use stack_core::json::{Hole, Json, Node};
use stack_iam::{OwnMachine, policy};
use stack_iam::{Policy, Trust};

pub(super) fn emit(properties: &BatchJobProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
    let tasks = Trust::service("ecs-tasks.amazonaws.com");
    let mut policy = Policy::new();
    connect::allow(scope, &mut policy, properties.connect_to);
    extra_statements(scope, &mut policy, properties.iam_role_statements)?;
    scope.role("Role", &tasks, &policy);
    connect::answer(scope, properties.connect_to);
    if properties.fargate() {
        // On EC2, the instance's own role pulls the image and writes the logs.
        let managed = "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
        let role = Object::new()
            .with("AssumeRolePolicyDocument", tasks.document())
            .with("ManagedPolicyArns", Node::array([sub(managed)]));
        scope.resource("ExecutionRole", "AWS::IAM::Role", role);
    }
    let tags = tags(scope, properties.tags);
    log_group(scope, None, properties.log_retention, tags);
    job_definition(properties, scope);
    // Others may ask for the queue by the job's name: it is one of those that the stack shares.
    let queue = queue(properties);
    let text = format!("${{{}}}", logical_id("shared", queue.child()));
    scope.substitute_attribute(
        "JobQueue",
        AttributeSubstitution::new(Attribute::Ref, text).needing(queue.child()),
    );
    scope.output("JobDefinitionArn", reference(scope.id("JobDefinition")), "The job definition's ARN");
    if properties.state_machine {
        state_machine(properties, scope);
    }
    Ok(())
}

fn job_definition(properties: &BatchJobProperties, scope: &mut Scope<'_>) {
    let container = container(properties, scope);
    let timeout =
        properties.timeout.map(|seconds| Object::new().with("AttemptDurationSeconds", i64::from(seconds)));
    let platform = if properties.fargate() { "FARGATE" } else { "EC2" };
    let definition = Object::new()
        .maybe("JobDefinitionName", properties.name)
        .with("Type", "container")
        .with("PlatformCapabilities", Node::array([platform]))
        .with("ContainerProperties", container)
        .with("RetryStrategy", Object::new().with("Attempts", i64::from(properties.retry_attempts)))
        .maybe("Timeout", timeout)
        .with("PropagateTags", true)
        .maybe("Tags", tag_map(scope, properties.tags));
    scope.resource("JobDefinition", "AWS::Batch::JobDefinition", definition);
}

fn container(properties: &BatchJobProperties, scope: &mut Scope<'_>) -> Object {
    let fargate = properties.fargate();
    let mut environment = Vec::new();
    for (name, value) in connect::variables(scope, properties.environment, properties.connect_to) {
        environment.push(Object::new().with("Name", name).with("Value", value));
    }
    let command = properties.command;
    Object::new()
        .with("Image", image(properties, scope))
        .maybe("Command", (!command.is_empty()).then(|| Node::array(command.iter().copied())))
        .with("JobRoleArn", get_att(scope.id("Role"), "Arn"))
        .maybe("ExecutionRoleArn", fargate.then(|| get_att(scope.id("ExecutionRole"), "Arn")))
        .with("ResourceRequirements", requirements(properties))
        .maybe("Environment", (!environment.is_empty()).then(|| Node::array(environment)))
        .with("LogConfiguration", log_configuration(scope))
        .maybe("RuntimePlatform", fargate.then(runtime_platform))
        .maybe("NetworkConfiguration", fargate.then(|| Object::new().with("AssignPublicIp", "ENABLED")))
}

/// The image's URI, or the parameter that takes it once it is built.
fn image(properties: &BatchJobProperties, scope: &mut Scope<'_>) -> Node<'static> {
    let Some(entry) = properties.entry else { return properties.image.unwrap_or_default().into() };
    let (logical_id, parameter) = (scope.id("JobDefinition"), scope.id("Image"));
    let source = Source::Image { entry, parameter };
    scope.artifact(Artifact { resource: scope.name(), logical_id, source });
    let description = format!("The URI of the image of the batch job {}", scope.name());
    let declaration =
        Object::new().with("Type", "String").with("Description", description).with("MinLength", 1);
    scope.parameter("Image", declaration)
}

fn requirements(properties: &BatchJobProperties) -> Node<'static> {
    let requirement = |kind, value: String| Object::new().with("Type", kind).with("Value", value);
    let mut list = vec![
        requirement("VCPU", properties.vcpus().to_string()),
        requirement("MEMORY", properties.mib().to_string()),
    ];
    if let Some(gpus) = properties.gpu {
        list.push(requirement("GPU", gpus.to_string()));
    }
    Node::array(list)
}

fn log_configuration(scope: &Scope<'_>) -> Object {
    let options = Object::new()
        .with("awslogs-group", reference(scope.id("LogGroup")))
        .with("awslogs-region", reference("AWS::Region"))
        .with("awslogs-stream-prefix", scope.name());
    Object::new().with("LogDriver", "awslogs").with("Options", options)
}

fn runtime_platform() -> Object {
    Object::new().with("CpuArchitecture", "X86_64").with("OperatingSystemFamily", "LINUX")
}

/// The shared queue that suits the job.
fn queue(properties: &BatchJobProperties) -> &'static JobQueue {
    JobQueue::of(properties.fargate(), properties.use_spot_instances, properties.gpu.is_some())
}

fn queue_arn(queue: &JobQueue) -> AnyParam {
    Param::<JobQueueArn>::new("shared", "arn", queue.child(), Attribute::Ref).any()
}

/// The state machine that runs the job once.
/// The state machine that runs the job once.
fn state_machine(properties: &BatchJobProperties, scope: &mut Scope<'_>) {
    let (id, role) = (scope.id("JobExecutionStateMachine"), scope.id("JobExecutionRole"));
    let job = BatchJobReferences::of(scope.name()).job_definition_arn.any();
    let params = [job, queue_arn(queue(properties))];
    let (mut references, mut intrinsics) = (Vec::new(), Vec::new());
    for param in params {
        references.push(Reference::new(scope.id_of(&param), param));
        intrinsics.push(scope.param(&param));
    }
    let hole = |hole| Node::from(Json::Hole(hole));
    let parameters = Object::new()
        .with("JobName", scope.name())
        .with("JobDefinition", hole(Hole::Reference(0)))
        .with("JobQueue", hole(Hole::Reference(1)));
    let task = Object::new()
        .with("Type", "Task")
        .with("Resource", hole(Hole::Integration("batch:submitJob.sync".into())))
        .with("Parameters", parameters)
        .with("End", true);
    let root = Object::new().with("StartAt", "run").with("States", Object::new().with("run", task));
    let definition = FilledDefinition::made(root.node(), references, intrinsics);
    let derived = definition.permissions(&OwnMachine::resource(&id));
    scope.role("JobExecutionRole", &trust(), &policy(&derived.requirements));
    let mut machine = Object::new();
    definition.property(&mut machine, false);
    let machine = machine.with("RoleArn", get_att(role, "Arn"));
    scope.resource("JobExecutionStateMachine", "AWS::StepFunctions::StateMachine", machine);
    scope.output(
        "JobExecutionStateMachineArn",
        reference(id),
        "The ARN of the state machine that runs the job",
    );
}
