//! EKS: clusters, their nodes, and calls to the Kubernetes API.

use super::parameter::{Parameter, Value, any, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "eks",
    errors: &["EKS"],
    actions: &[
        Action {
            name: "call",
            patterns: &[],
            parameters: &[
                text("CertificateAuthority").required(),
                text("ClusterName").required(),
                text("Endpoint").required(),
                Parameter::new("Method", Value::Word(&["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]))
                    .required(),
                text("Path").required(),
                Parameter::new("QueryParameters", Value::Map(&Value::List(&Value::Text))),
                any("RequestBody"),
            ],
            result: &["Headers", "ResponseBody", "StatusCode", "StatusText"],
        },
        Action {
            name: "createCluster",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("Name").required(),
                Parameter::new("ResourcesVpcConfig", Value::Object(VPC_CONFIG_REQUEST)).required(),
                Parameter::new("RoleArn", Value::Names(&[Referent::ArnOfRole])).required(),
                Parameter::new("AccessConfig", Value::Object(CREATE_ACCESS_CONFIG_REQUEST)),
                boolean("BootstrapSelfManagedAddons"),
                text("ClientRequestToken"),
                Parameter::new("ComputeConfig", Value::Object(COMPUTE_CONFIG_REQUEST)),
                Parameter::new("ControlPlaneScalingConfig", Value::Object(CONTROL_PLANE_SCALING_CONFIG)),
                boolean("DeletionProtection"),
                Parameter::new("EncryptionConfig", Value::List(&Value::Object(ENCRYPTION_CONFIG))),
                Parameter::new("KubeApiServerConfig", Value::Object(KUBE_API_SERVER_CONFIG_REQUEST)),
                Parameter::new(
                    "KubeControllerManagerConfig",
                    Value::Object(KUBE_CONTROLLER_MANAGER_CONFIG_REQUEST),
                ),
                Parameter::new("KubeSchedulerConfig", Value::Object(KUBE_SCHEDULER_CONFIG_REQUEST)),
                Parameter::new("KubernetesNetworkConfig", Value::Object(KUBERNETES_NETWORK_CONFIG_REQUEST)),
                Parameter::new("Logging", Value::Object(LOGGING)),
                Parameter::new("OutpostConfig", Value::Object(OUTPOST_CONFIG_REQUEST)),
                Parameter::new("RemoteNetworkConfig", Value::Object(REMOTE_NETWORK_CONFIG_REQUEST)),
                Parameter::new("StorageConfig", Value::Object(STORAGE_CONFIG_REQUEST)),
                Parameter::new("Tags", Value::Map(&Value::Text)),
                Parameter::new("UpgradePolicy", Value::Object(UPGRADE_POLICY_REQUEST)),
                text("Version"),
                Parameter::new("ZonalShiftConfig", Value::Object(ZONAL_SHIFT_CONFIG_REQUEST)),
            ],
            result: &["Cluster", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createFargateProfile",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ClusterName").required(),
                text("FargateProfileName").required(),
                Parameter::new("PodExecutionRoleArn", Value::Names(&[Referent::ArnOfRole])).required(),
                text("ClientRequestToken"),
                Parameter::new("Selectors", Value::List(&Value::Object(FARGATE_PROFILE_SELECTOR))),
                Parameter::new("Subnets", Value::List(&Value::Names(&[Referent::IdOfSubnet]))),
                Parameter::new("Tags", Value::Map(&Value::Text)),
            ],
            result: &["FargateProfile", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createNodegroup",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ClusterName").required(),
                Parameter::new("NodeRole", Value::Names(&[Referent::ArnOfRole])).required(),
                text("NodegroupName").required(),
                Parameter::new("Subnets", Value::List(&Value::Names(&[Referent::IdOfSubnet]))).required(),
                text("AmiType"),
                Parameter::new("CapacityType", Value::Word(&["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"])),
                text("ClientRequestToken"),
                number("DiskSize"),
                Parameter::new("InstanceTypes", Value::List(&Value::Text)),
                Parameter::new("Labels", Value::Map(&Value::Text)),
                Parameter::new("LaunchTemplate", Value::Object(LAUNCH_TEMPLATE_SPECIFICATION)),
                Parameter::new("NodeRepairConfig", Value::Object(NODE_REPAIR_CONFIG)),
                text("ReleaseVersion"),
                Parameter::new("RemoteAccess", Value::Object(REMOTE_ACCESS_CONFIG)),
                Parameter::new("ScalingConfig", Value::Object(NODEGROUP_SCALING_CONFIG)),
                Parameter::new("Tags", Value::Map(&Value::Text)),
                Parameter::new("Taints", Value::List(&Value::Object(TAINT))),
                Parameter::new("UpdateConfig", Value::Object(NODEGROUP_UPDATE_CONFIG)),
                text("Version"),
                Parameter::new("WarmPoolConfig", Value::Object(WARM_POOL_CONFIG)),
            ],
            result: &["Nodegroup", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteCluster",
            patterns: &[Pattern::Sync],
            parameters: &[text("Name").required()],
            result: &["Cluster", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteFargateProfile",
            patterns: &[Pattern::Sync],
            parameters: &[text("ClusterName").required(), text("FargateProfileName").required()],
            result: &["FargateProfile", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteNodegroup",
            patterns: &[Pattern::Sync],
            parameters: &[text("ClusterName").required(), text("NodegroupName").required()],
            result: &["Nodegroup", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "runJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("CertificateAuthority").required(),
                text("ClusterName").required(),
                text("Endpoint").required(),
                Parameter::new("Job", OBJECT).required(),
                Parameter::new("LogOptions", Value::Object(LOG_OPTIONS)),
                text("Namespace"),
            ],
            result: &[],
        },
    ],
};

const BLOCK_STORAGE: &[Parameter] = &[boolean("Enabled")];
const COMPUTE_CONFIG_REQUEST: &[Parameter] =
    &[boolean("Enabled"), Parameter::new("NodePools", Value::List(&Value::Text)), text("NodeRoleArn")];
const CONTROL_PLANE_PLACEMENT_REQUEST: &[Parameter] =
    &[text("GroupName"), Parameter::new("SpreadLevel", Value::Word(&["host", "rack"]))];
const CONTROL_PLANE_SCALING_CONFIG: &[Parameter] =
    &[Parameter::new("Tier", Value::Word(&["standard", "tier-xl", "tier-2xl", "tier-4xl", "tier-8xl"]))];
const CRD_MANAGEMENT_CONFIGURATION: &[Parameter] = &[boolean("Managed")];
const CREATE_ACCESS_CONFIG_REQUEST: &[Parameter] = &[
    Parameter::new("AuthenticationMode", Value::Word(&["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"])),
    boolean("BootstrapClusterCreatorAdminPermissions"),
];
const ELASTIC_LOAD_BALANCING: &[Parameter] =
    &[boolean("Enabled"), Parameter::new("GatewayApi", Value::Object(GATEWAY_API_CONFIGURATION))];
const ENCRYPTION_CONFIG: &[Parameter] = &[
    Parameter::new("Provider", Value::Object(PROVIDER)),
    Parameter::new("Resources", Value::List(&Value::Text)),
];
const ETCD_PLACEMENT_REQUEST: &[Parameter] = &[Parameter::new("SpreadLevel", Value::Word(&["host", "rack"]))];
const FARGATE_PROFILE_SELECTOR: &[Parameter] =
    &[Parameter::new("Labels", Value::Map(&Value::Text)), text("Namespace")];
const GATEWAY_API_CONFIGURATION: &[Parameter] =
    &[Parameter::new("Crds", Value::Object(CRD_MANAGEMENT_CONFIGURATION))];
const HORIZONTAL_POD_AUTOSCALER_CONTROLLER_CONFIG_REQUEST: &[Parameter] =
    &[text("HorizontalPodAutoscalerSyncPeriod")];
const KUBERNETES_NETWORK_CONFIG_REQUEST: &[Parameter] = &[
    Parameter::new("ElasticLoadBalancing", Value::Object(ELASTIC_LOAD_BALANCING)),
    Parameter::new("IpFamily", Value::Word(&["ipv4", "ipv6"])),
    text("ServiceIpv4Cidr"),
];
const KUBE_API_SERVER_CONFIG_REQUEST: &[Parameter] =
    &[text("EventTtl"), Parameter::new("ServiceNodePortRange", Value::Object(SERVICE_NODE_PORT_RANGE))];
const KUBE_CONTROLLER_MANAGER_CONFIG_REQUEST: &[Parameter] = &[
    Parameter::new(
        "HorizontalPodAutoscalerControllerConfig",
        Value::Object(HORIZONTAL_POD_AUTOSCALER_CONTROLLER_CONFIG_REQUEST),
    ),
    Parameter::new("PodGcControllerConfig", Value::Object(POD_GC_CONTROLLER_CONFIG_REQUEST)),
];
const KUBE_SCHEDULER_CONFIG_REQUEST: &[Parameter] =
    &[Parameter::new("NodeResourcesFit", Value::Object(NODE_RESOURCES_FIT_CONFIG))];
const LAUNCH_TEMPLATE_SPECIFICATION: &[Parameter] = &[text("Id"), text("Name"), text("Version")];
const LOGGING: &[Parameter] = &[Parameter::new("ClusterLogging", Value::List(&Value::Object(LOG_SETUP)))];
const LOG_OPTIONS: &[Parameter] = &[
    boolean("RetrieveLogs"),
    boolean("RawLogs"),
    Parameter::new("LogParameters", Value::Map(&Value::List(&Value::Text))),
];
const LOG_SETUP: &[Parameter] = &[
    boolean("Enabled"),
    Parameter::new(
        "Types",
        Value::List(&Value::Word(&["api", "audit", "authenticator", "controllerManager", "scheduler"])),
    ),
];
const NODEGROUP_SCALING_CONFIG: &[Parameter] = &[number("DesiredSize"), number("MaxSize"), number("MinSize")];
const NODEGROUP_UPDATE_CONFIG: &[Parameter] = &[
    number("MaxUnavailable"),
    number("MaxUnavailablePercentage"),
    Parameter::new("UpdateStrategy", Value::Word(&["DEFAULT", "MINIMAL"])),
];
const NODE_REPAIR_CONFIG: &[Parameter] = &[
    boolean("Enabled"),
    number("MaxParallelNodesRepairedCount"),
    number("MaxParallelNodesRepairedPercentage"),
    number("MaxUnhealthyNodeThresholdCount"),
    number("MaxUnhealthyNodeThresholdPercentage"),
    Parameter::new("NodeRepairConfigOverrides", Value::List(&Value::Object(NODE_REPAIR_CONFIG_OVERRIDES))),
];
const NODE_REPAIR_CONFIG_OVERRIDES: &[Parameter] = &[
    number("MinRepairWaitTimeMins"),
    text("NodeMonitoringCondition"),
    text("NodeUnhealthyReason"),
    Parameter::new("RepairAction", Value::Word(&["Replace", "Reboot", "NoAction"])),
];
const NODE_RESOURCES_FIT_CONFIG: &[Parameter] =
    &[Parameter::new("ScoringStrategy", Value::Object(SCORING_STRATEGY))];
const OUTPOST_CONFIG_REQUEST: &[Parameter] = &[
    text("ControlPlaneInstanceType").required(),
    Parameter::new("OutpostArns", Value::List(&Value::Text)).required(),
    Parameter::new("ControlPlanePlacement", Value::Object(CONTROL_PLANE_PLACEMENT_REQUEST)),
    text("EtcdInstanceType"),
    Parameter::new("EtcdPlacement", Value::Object(ETCD_PLACEMENT_REQUEST)),
];
const POD_GC_CONTROLLER_CONFIG_REQUEST: &[Parameter] = &[number("TerminatedPodGcThreshold")];
const PROVIDER: &[Parameter] = &[text("KeyArn")];
const REMOTE_ACCESS_CONFIG: &[Parameter] =
    &[text("Ec2SshKey"), Parameter::new("SourceSecurityGroups", Value::List(&Value::Text))];
const REMOTE_NETWORK_CONFIG_REQUEST: &[Parameter] = &[
    Parameter::new("RemoteNodeNetworks", Value::List(&Value::Object(REMOTE_NODE_NETWORK))),
    Parameter::new("RemotePodNetworks", Value::List(&Value::Object(REMOTE_POD_NETWORK))),
];
const REMOTE_NODE_NETWORK: &[Parameter] = &[Parameter::new("Cidrs", Value::List(&Value::Text))];
const REMOTE_POD_NETWORK: &[Parameter] = &[Parameter::new("Cidrs", Value::List(&Value::Text))];
const RESOURCE_WEIGHT: &[Parameter] = &[text("Name"), number("Weight")];
const SCORING_STRATEGY: &[Parameter] = &[
    Parameter::new("Resources", Value::List(&Value::Object(RESOURCE_WEIGHT))),
    Parameter::new("Type", Value::Word(&["LeastAllocated", "MostAllocated"])),
];
const SERVICE_NODE_PORT_RANGE: &[Parameter] = &[number("MaxPort"), number("MinPort")];
const STORAGE_CONFIG_REQUEST: &[Parameter] = &[Parameter::new("BlockStorage", Value::Object(BLOCK_STORAGE))];
const TAINT: &[Parameter] = &[
    Parameter::new("Effect", Value::Word(&["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"])),
    text("Key"),
    text("Value"),
];
const UPGRADE_POLICY_REQUEST: &[Parameter] =
    &[Parameter::new("SupportType", Value::Word(&["STANDARD", "EXTENDED"]))];
const VPC_CONFIG_REQUEST: &[Parameter] = &[
    Parameter::new(
        "ControlPlaneEgressMode",
        Value::Word(&["AWS_MANAGED", "CUSTOMER_ROUTED", "CUSTOMER_ISOLATED"]),
    ),
    boolean("EndpointPrivateAccess"),
    boolean("EndpointPublicAccess"),
    Parameter::new("PublicAccessCidrs", Value::List(&Value::Text)),
    Parameter::new("SecurityGroupIds", Value::List(&Value::Names(&[Referent::IdOfSecurityGroup]))),
    Parameter::new("SubnetIds", Value::List(&Value::Names(&[Referent::IdOfSubnet]))),
];
const WARM_POOL_CONFIG: &[Parameter] = &[
    boolean("Enabled"),
    number("MaxGroupPreparedCapacity"),
    number("MinSize"),
    Parameter::new("PoolState", Value::Word(&["STOPPED", "RUNNING", "HIBERNATED"])),
    boolean("ReuseOnScaleIn"),
];
const ZONAL_SHIFT_CONFIG_REQUEST: &[Parameter] = &[boolean("Enabled")];
/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
