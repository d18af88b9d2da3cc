//! ECS: a task on Fargate or EC2.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "ecs",
    errors: &["AmazonECS", "ECS"],
    actions: &[Action {
        name: "runTask",
        patterns: &[Pattern::Sync, Pattern::Token],
        parameters: &[
            Parameter::new("TaskDefinition", Value::Names(&[Referent::ArnOfTaskDefinition])).required(),
            Parameter::new(
                "CapacityProviderStrategy",
                Value::List(&Value::Object(CAPACITY_PROVIDER_STRATEGY_ITEM)),
            ),
            text("ClientToken"),
            Parameter::new("Cluster", Value::Names(&[Referent::NameOfCluster, Referent::ArnOfCluster])),
            number("Count"),
            boolean("EnableECSManagedTags"),
            boolean("EnableExecuteCommand"),
            text("Group"),
            Parameter::new("LaunchType", Value::Word(&["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"])),
            Parameter::new("NetworkConfiguration", Value::Object(NETWORK_CONFIGURATION)),
            Parameter::new("Overrides", Value::Object(TASK_OVERRIDE)),
            Parameter::new("PlacementConstraints", Value::List(&Value::Object(PLACEMENT_CONSTRAINT))),
            Parameter::new("PlacementStrategy", Value::List(&Value::Object(PLACEMENT_STRATEGY))),
            text("PlatformVersion"),
            Parameter::new("PropagateTags", Value::Word(&["TASK_DEFINITION", "SERVICE", "NONE"])),
            text("ReferenceId"),
            text("StartedBy"),
            Parameter::new("Tags", Value::List(&Value::Object(TAG))),
            Parameter::new("VolumeConfigurations", Value::List(&Value::Object(TASK_VOLUME_CONFIGURATION))),
        ],
        result: &["Failures", "Tasks", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const AWS_VPC_CONFIGURATION: &[Parameter] = &[
    Parameter::new("Subnets", Value::List(&Value::Names(&[Referent::IdOfSubnet]))).required(),
    Parameter::new("AssignPublicIp", Value::Word(&["ENABLED", "DISABLED"])),
    Parameter::new("SecurityGroups", Value::List(&Value::Names(&[Referent::IdOfSecurityGroup]))),
];
const CAPACITY_PROVIDER_STRATEGY_ITEM: &[Parameter] =
    &[text("CapacityProvider").required(), number("Base"), number("Weight")];
const CONTAINER_OVERRIDE: &[Parameter] = &[
    Parameter::new("Command", Value::List(&Value::Text)),
    number("Cpu"),
    Parameter::new("Environment", Value::List(&Value::Object(KEY_VALUE_PAIR))),
    Parameter::new("EnvironmentFiles", Value::List(&Value::Object(ENVIRONMENT_FILE))),
    number("Memory"),
    number("MemoryReservation"),
    text("Name"),
    Parameter::new("ResourceRequirements", Value::List(&Value::Object(RESOURCE_REQUIREMENT))),
];
const EBS_TAG_SPECIFICATION: &[Parameter] = &[
    Parameter::new("ResourceType", Value::Word(&["volume"])).required(),
    Parameter::new("PropagateTags", Value::Word(&["TASK_DEFINITION", "SERVICE", "NONE"])),
    Parameter::new("Tags", Value::List(&Value::Object(TAG))),
];
const ENVIRONMENT_FILE: &[Parameter] =
    &[Parameter::new("Type", Value::Word(&["s3"])).required(), text("Value").required()];
const EPHEMERAL_STORAGE: &[Parameter] = &[number("SizeInGiB").required()];
const INFERENCE_ACCELERATOR_OVERRIDE: &[Parameter] = &[text("DeviceName"), text("DeviceType")];
const KEY_VALUE_PAIR: &[Parameter] = &[text("Name"), text("Value")];
const NETWORK_CONFIGURATION: &[Parameter] =
    &[Parameter::new("AwsvpcConfiguration", Value::Object(AWS_VPC_CONFIGURATION))];
const NVIDIA_MPS_ALLOCATION: &[Parameter] = &[number("Memory").required(), number("MaxComputePercent")];
const PLACEMENT_CONSTRAINT: &[Parameter] =
    &[text("Expression"), Parameter::new("Type", Value::Word(&["distinctInstance", "memberOf"]))];
const PLACEMENT_STRATEGY: &[Parameter] =
    &[text("Field"), Parameter::new("Type", Value::Word(&["random", "spread", "binpack"]))];
const RESOURCE_REQUIREMENT: &[Parameter] = &[
    Parameter::new("Type", Value::Word(&["GPU", "InferenceAccelerator", "NeuronDevice"])).required(),
    Parameter::new("SharingStrategy", Value::Object(SHARING_STRATEGY)),
    text("Value"),
];
const SHARING_STRATEGY: &[Parameter] = &[Parameter::new("NvidiaMps", Value::Object(NVIDIA_MPS_ALLOCATION))];
const TAG: &[Parameter] = &[text("Key"), text("Value")];
const TASK_MANAGED_EBS_VOLUME_CONFIGURATION: &[Parameter] = &[
    Parameter::new("RoleArn", Value::Names(&[Referent::ArnOfRole])).required(),
    boolean("Encrypted"),
    Parameter::new("FilesystemType", Value::Word(&["ext3", "ext4", "xfs", "ntfs"])),
    number("Iops"),
    text("KmsKeyId"),
    number("SizeInGiB"),
    text("SnapshotId"),
    Parameter::new("TagSpecifications", Value::List(&Value::Object(EBS_TAG_SPECIFICATION))),
    Parameter::new("TerminationPolicy", Value::Object(TASK_MANAGED_EBS_VOLUME_TERMINATION_POLICY)),
    number("Throughput"),
    number("VolumeInitializationRate"),
    text("VolumeType"),
];
const TASK_MANAGED_EBS_VOLUME_TERMINATION_POLICY: &[Parameter] = &[boolean("DeleteOnTermination").required()];
const TASK_OVERRIDE: &[Parameter] = &[
    Parameter::new("ContainerOverrides", Value::List(&Value::Object(CONTAINER_OVERRIDE))),
    text("Cpu"),
    Parameter::new("EphemeralStorage", Value::Object(EPHEMERAL_STORAGE)),
    Parameter::new("ExecutionRoleArn", Value::Names(&[Referent::ArnOfRole])),
    Parameter::new(
        "InferenceAcceleratorOverrides",
        Value::List(&Value::Object(INFERENCE_ACCELERATOR_OVERRIDE)),
    ),
    text("Memory"),
    Parameter::new("TaskRoleArn", Value::Names(&[Referent::ArnOfRole])),
];
const TASK_VOLUME_CONFIGURATION: &[Parameter] = &[
    text("Name").required(),
    Parameter::new("ManagedEBSVolume", Value::Object(TASK_MANAGED_EBS_VOLUME_CONFIGURATION)),
];
