//! EMR: clusters and their steps. Only the top levels of what it takes.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "elasticmapreduce",
    errors: &[],
    actions: &[
        Action {
            name: "addStep",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ClusterId").required(),
                Parameter::new("Step", OBJECT).required(),
                Parameter::new("ExecutionRoleArn", Value::Names(&[Referent::ArnOfRole])),
            ],
            result: &["StepId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "cancelStep",
            patterns: &[],
            parameters: &[text("ClusterId").required(), text("StepId").required()],
            result: &["CancelStepsInfo", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createCluster",
            patterns: &[Pattern::Sync],
            parameters: &[
                Parameter::new("Instances", Value::Object(INSTANCES)).required(),
                text("Name").required(),
                text("AdditionalInfo"),
                text("AmiVersion"),
                Parameter::new("Applications", Value::List(&OBJECT)),
                text("AutoScalingRole"),
                Parameter::new("AutoTerminationPolicy", OBJECT),
                Parameter::new("BootstrapActions", Value::List(&OBJECT)),
                Parameter::new("Configurations", Value::List(&OBJECT)),
                text("CustomAmiId"),
                number("EbsRootVolumeIops"),
                number("EbsRootVolumeSize"),
                number("EbsRootVolumeThroughput"),
                boolean("ExtendedSupport"),
                text("JobFlowRole"),
                Parameter::new("KerberosAttributes", OBJECT),
                text("LogEncryptionKmsKeyId"),
                text("LogUri"),
                Parameter::new("ManagedScalingPolicy", OBJECT),
                Parameter::new("MonitoringConfiguration", OBJECT),
                Parameter::new("NewSupportedProducts", Value::List(&OBJECT)),
                text("OSReleaseLabel"),
                text("OsReleaseLabel"),
                Parameter::new("PlacementGroupConfigs", Value::List(&OBJECT)),
                text("ReleaseLabel"),
                Parameter::new("RepoUpgradeOnBoot", Value::Word(&["SECURITY", "NONE"])),
                Parameter::new(
                    "ScaleDownBehavior",
                    Value::Word(&["TERMINATE_AT_INSTANCE_HOUR", "TERMINATE_AT_TASK_COMPLETION"]),
                ),
                text("SecurityConfiguration"),
                Parameter::new("ServiceRole", Value::Names(&[Referent::NameOfRole, Referent::ArnOfRole])),
                boolean("SessionEnabled"),
                number("StepConcurrencyLevel"),
                text("StepExecutionRoleArn"),
                Parameter::new("SupportedProducts", Value::List(&Value::Text)),
                Parameter::new("Tags", Value::List(&OBJECT)),
                boolean("VisibleToAllUsers"),
            ],
            result: &["ClusterArn", "ClusterId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "modifyInstanceFleetByName",
            patterns: &[],
            parameters: &[
                text("ClusterId").required(),
                Parameter::new("InstanceFleet", OBJECT).required(),
                text("InstanceFleetName").required(),
            ],
            result: &[],
        },
        Action {
            name: "modifyInstanceGroupByName",
            patterns: &[],
            parameters: &[
                text("ClusterId").required(),
                Parameter::new("InstanceGroup", OBJECT).required(),
                text("InstanceGroupName").required(),
            ],
            result: &[],
        },
        Action {
            name: "setClusterTerminationProtection",
            patterns: &[],
            parameters: &[text("ClusterId").required(), boolean("TerminationProtected").required()],
            result: &[],
        },
        Action {
            name: "terminateCluster",
            patterns: &[Pattern::Sync],
            parameters: &[text("ClusterId").required()],
            result: &[],
        },
    ],
};

const INSTANCES: &[Parameter] = &[
    // A cluster that ends without steps could not be waited for. It has to be `true`.
    boolean("KeepJobFlowAliveWhenNoSteps").required(),
    Parameter::new("AdditionalMasterSecurityGroups", SECURITY_GROUPS),
    Parameter::new("AdditionalSlaveSecurityGroups", SECURITY_GROUPS),
    text("Ec2KeyName"),
    Parameter::new("Ec2SubnetId", Value::Names(&[Referent::IdOfSubnet])),
    Parameter::new("Ec2SubnetIds", Value::List(&Value::Names(&[Referent::IdOfSubnet]))),
    Parameter::new("EmrManagedMasterSecurityGroup", Value::Names(&[Referent::IdOfSecurityGroup])),
    Parameter::new("EmrManagedSlaveSecurityGroup", Value::Names(&[Referent::IdOfSecurityGroup])),
    text("HadoopVersion"),
    number("InstanceCount"),
    Parameter::new("InstanceFleets", Value::List(&OBJECT)),
    Parameter::new("InstanceGroups", Value::List(&OBJECT)),
    text("MasterInstanceType"),
    Parameter::new("Placement", OBJECT),
    Parameter::new("ServiceAccessSecurityGroup", Value::Names(&[Referent::IdOfSecurityGroup])),
    text("SlaveInstanceType"),
    boolean("TerminationProtected"),
    boolean("UnhealthyNodeReplacement"),
];
const SECURITY_GROUPS: Value = Value::List(&Value::Names(&[Referent::IdOfSecurityGroup]));

/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
