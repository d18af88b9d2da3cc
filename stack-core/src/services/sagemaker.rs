//! SageMaker: training, transforming, models and endpoints. Only the top level of what it takes.

use super::grant::{Condition, Grant, On, When};
use super::names::ROLE_ARN;
use super::parameter::{Parameter, Value, boolean, number, text};
use super::{Action, Pattern, Service};

/// An action of SageMaker's on what it makes or changes.
macro_rules! create {
    ($action:literal, $kind:literal, $name:literal) => {
        Grant::new(
            &[concat!("sagemaker:", $action)],
            &[On::Arn(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}")))],
        )
    };
}

macro_rules! list_tags {
    ($kind:literal, $name:literal) => {
        Grant::new(
            &["sagemaker:ListTags"],
            &[On::Arn(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
    };
}

/// Step Functions tags the jobs that it waits for.
macro_rules! add_tags {
    ($kind:literal, $name:literal) => {
        Grant::new(
            &["sagemaker:AddTags"],
            &[On::Arn(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
    };
}

macro_rules! watch {
    ($what:literal, $kind:literal, $name:literal) => {
        Grant::new(
            &[concat!("sagemaker:Describe", $what), concat!("sagemaker:Stop", $what)],
            &[On::Arn(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
        .when(When::Sync)
    };
}

pub(super) static SERVICE: Service = Service {
    name: "sagemaker",
    errors: &["SageMaker"],
    actions: &[
        Action {
            name: "createEndpoint",
            patterns: &[],
            parameters: &[
                text("EndpointConfigName").required(),
                text("EndpointName").required(),
                Parameter::new("DeploymentConfig", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
            ],
            grants: &[
                create!("CreateEndpoint", "endpoint", "EndpointName"),
                Grant::new(
                    &["sagemaker:CreateEndpoint"],
                    &[On::Arn(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
                ),
                list_tags!("endpoint", "EndpointName"),
                add_tags!("endpoint", "EndpointName").when(When::With("Tags")),
            ],
            result: &["EndpointArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createEndpointConfig",
            patterns: &[],
            parameters: &[
                text("EndpointConfigName").required(),
                Parameter::new("ProductionVariants", Value::List(&OBJECT)).required(),
                Parameter::new("AsyncInferenceConfig", OBJECT),
                Parameter::new("CrossRegionTrafficConfig", OBJECT),
                Parameter::new("DataCaptureConfig", OBJECT),
                boolean("EnableNetworkIsolation"),
                Parameter::new("ExecutionRoleArn", Value::Names(&[ROLE_ARN])),
                Parameter::new("ExplainerConfig", OBJECT),
                text("KmsKeyId"),
                Parameter::new("MetricsConfig", OBJECT),
                Parameter::new("ShadowProductionVariants", Value::List(&OBJECT)),
                Parameter::new("Tags", Value::List(&OBJECT)),
                Parameter::new("VpcConfig", OBJECT),
            ],
            grants: &[
                create!("CreateEndpointConfig", "endpoint-config", "EndpointConfigName"),
                list_tags!("endpoint-config", "EndpointConfigName"),
                add_tags!("endpoint-config", "EndpointConfigName").when(When::With("Tags")),
            ],
            result: &["EndpointConfigArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createHyperParameterTuningJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                Parameter::new("HyperParameterTuningJobConfig", OBJECT).required(),
                text("HyperParameterTuningJobName").required(),
                Parameter::new("Autotune", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
                Parameter::new("TrainingJobDefinition", OBJECT),
                Parameter::new("TrainingJobDefinitions", Value::List(&OBJECT)),
                Parameter::new("WarmStartConfig", OBJECT),
            ],
            grants: &[
                create!(
                    "CreateHyperParameterTuningJob",
                    "hyper-parameter-tuning-job",
                    "HyperParameterTuningJobName"
                ),
                list_tags!("hyper-parameter-tuning-job", "HyperParameterTuningJobName"),
                add_tags!("hyper-parameter-tuning-job", "HyperParameterTuningJobName")
                    .when(When::With("Tags")),
                add_tags!("hyper-parameter-tuning-job", "HyperParameterTuningJobName").when(When::Sync),
                watch!(
                    "HyperParameterTuningJob",
                    "hyper-parameter-tuning-job",
                    "HyperParameterTuningJobName"
                ),
                pass_role!("TrainingJobDefinition.RoleArn", "sagemaker.amazonaws.com"),
                pass_role!("TrainingJobDefinitions[].RoleArn", "sagemaker.amazonaws.com"),
                rule!("StepFunctionsGetEventsForSageMakerTuningJobsRule"),
            ],
            result: &["HyperParameterTuningJobArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createLabelingJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                Parameter::new("HumanTaskConfig", OBJECT).required(),
                Parameter::new("InputConfig", OBJECT).required(),
                text("LabelAttributeName").required(),
                text("LabelingJobName").required(),
                Parameter::new("OutputConfig", OBJECT).required(),
                Parameter::new("RoleArn", Value::Names(&[ROLE_ARN])).required(),
                text("LabelCategoryConfigS3Uri"),
                Parameter::new("LabelingJobAlgorithmsConfig", OBJECT),
                Parameter::new("StoppingConditions", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
            ],
            grants: &[
                create!("CreateLabelingJob", "labeling-job", "LabelingJobName"),
                list_tags!("labeling-job", "LabelingJobName"),
                add_tags!("labeling-job", "LabelingJobName").when(When::With("Tags")),
                add_tags!("labeling-job", "LabelingJobName").when(When::Sync),
                watch!("LabelingJob", "labeling-job", "LabelingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                rule!("StepFunctionsGetEventsForSageMakerLabelingJobsRule"),
            ],
            result: &["LabelingJobArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createModel",
            patterns: &[],
            parameters: &[
                text("ModelName").required(),
                Parameter::new("Containers", Value::List(&OBJECT)),
                boolean("EnableNetworkIsolation"),
                Parameter::new("ExecutionRoleArn", Value::Names(&[ROLE_ARN])),
                Parameter::new("InferenceExecutionConfig", OBJECT),
                Parameter::new("PrimaryContainer", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
                Parameter::new("VpcConfig", OBJECT),
            ],
            grants: &[
                create!("CreateModel", "model", "ModelName"),
                list_tags!("model", "ModelName"),
                add_tags!("model", "ModelName").when(When::With("Tags")),
                pass_role!("ExecutionRoleArn", "sagemaker.amazonaws.com"),
            ],
            result: &["ModelArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createProcessingJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                Parameter::new("AppSpecification", OBJECT).required(),
                text("ProcessingJobName").required(),
                Parameter::new("ProcessingResources", OBJECT).required(),
                Parameter::new("RoleArn", Value::Names(&[ROLE_ARN])).required(),
                Parameter::new("Environment", Value::Map(&Value::Text)),
                Parameter::new("ExperimentConfig", OBJECT),
                Parameter::new("NetworkConfig", OBJECT),
                Parameter::new("ProcessingInputs", Value::List(&OBJECT)),
                Parameter::new("ProcessingOutputConfig", OBJECT),
                Parameter::new("StoppingCondition", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
            ],
            grants: &[
                create!("CreateProcessingJob", "processing-job", "ProcessingJobName"),
                list_tags!("processing-job", "ProcessingJobName"),
                add_tags!("processing-job", "ProcessingJobName").when(When::With("Tags")),
                add_tags!("processing-job", "ProcessingJobName").when(When::Sync),
                watch!("ProcessingJob", "processing-job", "ProcessingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                rule!("StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
            ],
            result: &["ProcessingJobArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createTrainingJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                Parameter::new("OutputDataConfig", OBJECT).required(),
                Parameter::new("RoleArn", Value::Names(&[ROLE_ARN])).required(),
                text("TrainingJobName").required(),
                Parameter::new("AlgorithmSpecification", OBJECT),
                Parameter::new("CheckpointConfig", OBJECT),
                Parameter::new("DebugHookConfig", OBJECT),
                Parameter::new("DebugRuleConfigurations", Value::List(&OBJECT)),
                boolean("EnableInterContainerTrafficEncryption"),
                boolean("EnableManagedSpotTraining"),
                boolean("EnableNetworkIsolation"),
                Parameter::new("Environment", Value::Map(&Value::Text)),
                Parameter::new("ExperimentConfig", OBJECT),
                Parameter::new("HyperParameters", Value::Map(&Value::Text)),
                Parameter::new("InfraCheckConfig", OBJECT),
                Parameter::new("InputDataConfig", Value::List(&OBJECT)),
                Parameter::new("MlflowConfig", OBJECT),
                Parameter::new("ModelPackageConfig", OBJECT),
                Parameter::new("ProfilerConfig", OBJECT),
                Parameter::new("ProfilerRuleConfigurations", Value::List(&OBJECT)),
                Parameter::new("RemoteDebugConfig", OBJECT),
                Parameter::new("ResourceConfig", OBJECT),
                Parameter::new("RetryStrategy", OBJECT),
                Parameter::new("ServerlessJobConfig", OBJECT),
                Parameter::new("SessionChainingConfig", OBJECT),
                Parameter::new("StoppingCondition", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
                Parameter::new("TensorBoardOutputConfig", OBJECT),
                Parameter::new("VpcConfig", OBJECT),
            ],
            grants: &[
                create!("CreateTrainingJob", "training-job", "TrainingJobName"),
                list_tags!("training-job", "TrainingJobName"),
                add_tags!("training-job", "TrainingJobName").when(When::With("Tags")),
                add_tags!("training-job", "TrainingJobName").when(When::Sync),
                watch!("TrainingJob", "training-job", "TrainingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                rule!("StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
            ],
            result: &["TrainingJobArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createTransformJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ModelName").required(),
                Parameter::new("TransformInput", OBJECT).required(),
                text("TransformJobName").required(),
                Parameter::new("TransformOutput", OBJECT).required(),
                Parameter::new("TransformResources", OBJECT).required(),
                Parameter::new("BatchStrategy", Value::Word(&["MultiRecord", "SingleRecord"])),
                Parameter::new("DataCaptureConfig", OBJECT),
                Parameter::new("DataProcessing", OBJECT),
                Parameter::new("Environment", Value::Map(&Value::Text)),
                Parameter::new("ExperimentConfig", OBJECT),
                number("MaxConcurrentTransforms"),
                number("MaxPayloadInMB"),
                Parameter::new("ModelClientConfig", OBJECT),
                Parameter::new("Tags", Value::List(&OBJECT)),
            ],
            grants: &[
                create!("CreateTransformJob", "transform-job", "TransformJobName"),
                list_tags!("transform-job", "TransformJobName"),
                add_tags!("transform-job", "TransformJobName").when(When::With("Tags")),
                add_tags!("transform-job", "TransformJobName").when(When::Sync),
                watch!("TransformJob", "transform-job", "TransformJobName"),
                rule!("StepFunctionsGetEventsForSageMakerTransformJobsRule"),
            ],
            result: &["TransformJobArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "updateEndpoint",
            patterns: &[],
            parameters: &[
                text("EndpointConfigName").required(),
                text("EndpointName").required(),
                Parameter::new("DeploymentConfig", OBJECT),
                Parameter::new("ExcludeRetainedVariantProperties", Value::List(&OBJECT)),
                boolean("RetainAllVariantProperties"),
                boolean("RetainDeploymentConfig"),
            ],
            grants: &[
                create!("UpdateEndpoint", "endpoint", "EndpointName"),
                Grant::new(
                    &["sagemaker:UpdateEndpoint"],
                    &[On::Arn(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
                ),
            ],
            result: &["EndpointArn", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
    ],
};

/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
