//! What a stack shares is there if something refers to it, with what it needs itself, and otherwise not.

mod support;

use stack_cloudformation::kinds::{BatchJob, Function};
use stack_cloudformation::shared::SharedReferences;
use stack_cloudformation::stack::Stack;
use stack_cloudformation::template::Template;
use stack_cloudformation::value::Arg;

const SHARED: SharedReferences = SharedReferences::of("shared");

/// The shared resources of a template, less the network of the stack's own, which is `network`.
fn shared(template: Template) -> Vec<String> {
    let template: serde_json::Value = serde_json::from_str(&template.to_json()).unwrap();
    let ids = |section: &str| -> Vec<String> {
        let section = template[section].as_object();
        section.into_iter().flatten().map(|(id, _)| id.clone()).collect()
    };
    let mut found = ids("Parameters");
    let (network, others): (Vec<_>, Vec<_>) = ids("Resources")
        .into_iter()
        .filter_map(|id| id.strip_prefix("Shared").map(str::to_owned))
        .partition(|id| NETWORK.contains(&&**id));
    match network.len() {
        0 => {}
        10 => found.push("network".to_owned()),
        _ => found.extend(network),
    }
    found.extend(others);
    found
}

const NETWORK: [&str; 10] = [
    "Vpc",
    "InternetGateway",
    "GatewayAttachment",
    "RouteTable",
    "Route",
    "Subnet1",
    "Subnet1Route",
    "Subnet2",
    "Subnet2Route",
    "SecurityGroup",
];

/// What is shared when a function refers to a shared parameter.
macro_rules! refers {
    ($own:literal, $($param:ident).+) => {{
        stack! { Referring(own_vpc = $own) {
            f: Function = |new| new
                .entryfile_path("f.ts")
                .environment(&[("IT", Arg(SHARED.$($param).+).value())]),
        } }
        shared(Referring::template().unwrap())
    }};
}

#[test]
fn nothing_is_there_without_a_need() {
    stack! { Alone(own_vpc = true) {
        f: Function = |new| new.entryfile_path("f.ts"),
        job: BatchJob = |new| new.image("busybox"),
    } }
    assert!(shared(Alone::template().unwrap()).is_empty());
}

#[test]
fn a_queue_brings_its_environment_and_the_network() {
    assert_eq!(
        refers!(false, batch_spot_job_queue.arn),
        [
            "network",
            "BatchInstanceProfile",
            "BatchInstanceRole",
            "BatchSpotComputeEnvironment",
            "BatchSpotJobQueue"
        ]
    );
    assert_eq!(
        refers!(false, batch_fargate_job_queue.arn),
        ["network", "BatchFargateComputeEnvironment", "BatchFargateJobQueue"]
    );
    assert_eq!(
        refers!(true, batch_fargate_spot_job_queue.arn),
        [
            "SubnetIds",
            "VpcId",
            "SecurityGroup",
            "BatchFargateSpotComputeEnvironment",
            "BatchFargateSpotJobQueue"
        ]
    );
}

#[test]
fn an_environment_needs_no_queue() {
    assert_eq!(
        refers!(false, batch_on_demand_gpu_compute_environment.arn),
        ["network", "BatchInstanceProfile", "BatchInstanceRole", "BatchOnDemandGpuComputeEnvironment"]
    );
}

#[test]
fn a_part_of_the_network_brings_what_it_needs() {
    assert_eq!(refers!(false, vpc.id), ["network"]);
    assert_eq!(refers!(true, vpc.id), ["VpcId"]);
    assert_eq!(refers!(true, subnets.second), ["SubnetIds"]);
    assert_eq!(refers!(true, security_group.id), ["VpcId", "SecurityGroup"]);
    assert_eq!(refers!(false, batch_instance_role.arn), ["BatchInstanceRole"]);
}
