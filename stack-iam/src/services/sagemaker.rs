//! SageMaker: training, transforming, models and endpoints.

use super::service::Service;
use crate::grant::{Condition, Grant, NamedResource, Target, When};
use crate::key::KEY;

/// An action of SageMaker's on what it makes or changes.
macro_rules! create {
    ($action:literal, $kind:literal, $name:literal) => {
        Grant::new(
            &[concat!("sagemaker:", $action)],
            &[on_arn!(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}")))],
        )
    };
}

macro_rules! list_tags {
    ($kind:literal, $name:literal) => {
        Grant::new(
            &["sagemaker:ListTags"],
            &[on_arn!(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
    };
}

/// Step Functions tags the jobs that it waits for.
macro_rules! add_tags {
    ($kind:literal, $name:literal) => {
        Grant::new(
            &["sagemaker:AddTags"],
            &[on_arn!(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
    };
}

macro_rules! watch {
    ($job:literal, $kind:literal, $name:literal) => {
        Grant::new(
            &[concat!("sagemaker:Describe", $job), concat!("sagemaker:Stop", $job)],
            &[on_arn!(arn!("sagemaker", concat!($kind, "/{", $name, ":lower}*")))],
        )
        .when(When::Sync)
    };
}

/// The caller allows SageMaker to use the key of a disk.
macro_rules! grant_key {
    ($parameter:literal) => {
        Grant::new(&["kms:CreateGrant"], &[Target::Named(NamedResource { parameter: $parameter, ..KEY })])
            .when(When::With($parameter))
            .only_if(Condition::GrantForAws)
    };
}

pub(super) static SERVICE: Service = Service {
    name: "sagemaker",
    actions: &[
        (
            "createEndpoint",
            &[
                create!("CreateEndpoint", "endpoint", "EndpointName"),
                Grant::new(
                    &["sagemaker:CreateEndpoint"],
                    &[on_arn!(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
                ),
                list_tags!("endpoint", "EndpointName"),
                add_tags!("endpoint", "EndpointName").when(When::With("Tags")),
            ],
        ),
        (
            "createEndpointConfig",
            &[
                create!("CreateEndpointConfig", "endpoint-config", "EndpointConfigName"),
                list_tags!("endpoint-config", "EndpointConfigName"),
                add_tags!("endpoint-config", "EndpointConfigName").when(When::With("Tags")),
                grant_key!("KmsKeyId"),
            ],
        ),
        (
            "createHyperParameterTuningJob",
            &[
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
                grant_key!("TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId"),
                rule!("StepFunctionsGetEventsForSageMakerTuningJobsRule"),
            ],
        ),
        (
            "createLabelingJob",
            &[
                create!("CreateLabelingJob", "labeling-job", "LabelingJobName"),
                list_tags!("labeling-job", "LabelingJobName"),
                add_tags!("labeling-job", "LabelingJobName").when(When::With("Tags")),
                add_tags!("labeling-job", "LabelingJobName").when(When::Sync),
                watch!("LabelingJob", "labeling-job", "LabelingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                rule!("StepFunctionsGetEventsForSageMakerLabelingJobsRule"),
            ],
        ),
        (
            "createModel",
            &[
                create!("CreateModel", "model", "ModelName"),
                list_tags!("model", "ModelName"),
                add_tags!("model", "ModelName").when(When::With("Tags")),
                pass_role!("ExecutionRoleArn", "sagemaker.amazonaws.com"),
            ],
        ),
        (
            "createProcessingJob",
            &[
                create!("CreateProcessingJob", "processing-job", "ProcessingJobName"),
                list_tags!("processing-job", "ProcessingJobName"),
                add_tags!("processing-job", "ProcessingJobName").when(When::With("Tags")),
                add_tags!("processing-job", "ProcessingJobName").when(When::Sync),
                watch!("ProcessingJob", "processing-job", "ProcessingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                grant_key!("ProcessingResources.ClusterConfig.VolumeKmsKeyId"),
                rule!("StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
            ],
        ),
        (
            "createTrainingJob",
            &[
                create!("CreateTrainingJob", "training-job", "TrainingJobName"),
                list_tags!("training-job", "TrainingJobName"),
                add_tags!("training-job", "TrainingJobName").when(When::With("Tags")),
                add_tags!("training-job", "TrainingJobName").when(When::Sync),
                watch!("TrainingJob", "training-job", "TrainingJobName"),
                pass_role!("RoleArn", "sagemaker.amazonaws.com"),
                grant_key!("ResourceConfig.VolumeKmsKeyId"),
                rule!("StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
            ],
        ),
        (
            "createTransformJob",
            &[
                create!("CreateTransformJob", "transform-job", "TransformJobName"),
                list_tags!("transform-job", "TransformJobName"),
                add_tags!("transform-job", "TransformJobName").when(When::With("Tags")),
                add_tags!("transform-job", "TransformJobName").when(When::Sync),
                watch!("TransformJob", "transform-job", "TransformJobName"),
                grant_key!("TransformResources.VolumeKmsKeyId"),
                rule!("StepFunctionsGetEventsForSageMakerTransformJobsRule"),
            ],
        ),
        (
            "updateEndpoint",
            &[
                create!("UpdateEndpoint", "endpoint", "EndpointName"),
                Grant::new(
                    &["sagemaker:UpdateEndpoint"],
                    &[on_arn!(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
                ),
            ],
        ),
    ],
};
