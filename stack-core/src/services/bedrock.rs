//! Bedrock: answers of models, and their customization.

use super::grant::{Condition, Form, Grant, Named, On, When, arn};
use super::names::{ROLE_ARN, SECURITY_GROUP_ID, SUBNET_ID};
use super::parameter::{Parameter, Value, any, boolean, number, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "bedrock",
    errors: &[],
    actions: &[
        Action {
            name: "createModelCustomizationJob",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("BaseModelIdentifier").required(),
                text("CustomModelName").required(),
                text("JobName").required(),
                Parameter::new("OutputDataConfig", Value::Object(OUTPUT_DATA_CONFIG)).required(),
                Parameter::new("RoleArn", Value::Names(&[ROLE_ARN])).required(),
                Parameter::new("TrainingDataConfig", Value::Object(TRAINING_DATA_CONFIG)).required(),
                text("ClientRequestToken"),
                text("CustomModelKmsKeyId"),
                Parameter::new("CustomModelTags", Value::List(&Value::Object(TAG))),
                Parameter::new("CustomizationConfig", Value::Object(CUSTOMIZATION_CONFIG)),
                Parameter::new(
                    "CustomizationType",
                    Value::Word(&[
                        "FINE_TUNING",
                        "CONTINUED_PRE_TRAINING",
                        "DISTILLATION",
                        "REINFORCEMENT_FINE_TUNING",
                        "IMPORTED",
                    ]),
                ),
                Parameter::new("HyperParameters", Value::Map(&Value::Text)),
                Parameter::new("JobTags", Value::List(&Value::Object(TAG))),
                Parameter::new("ValidationDataConfig", Value::Object(VALIDATION_DATA_CONFIG)),
                Parameter::new("VpcConfig", Value::Object(VPC_CONFIG)),
            ],
            grants: &[
                Grant::new(
                    &["bedrock:CreateModelCustomizationJob"],
                    &[On::Named(BASE_MODEL), CUSTOM_MODEL, JOB],
                ),
                Grant::new(&["bedrock:TagResource"], &[CUSTOM_MODEL]).when(When::With("CustomModelTags")),
                Grant::new(&["bedrock:TagResource"], &[JOB]).when(When::With("JobTags")),
                Grant::new(
                    &["bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"],
                    &[JOB],
                )
                .when(When::Sync),
                pass_role!("RoleArn", "bedrock.amazonaws.com"),
                rule!("StepFunctionsGetEventsForBedrockModelCustomizationJobRule"),
            ],
            result: &[],
        },
        Action {
            name: "invokeModel",
            patterns: &[Pattern::Token],
            parameters: &[
                text("ModelId").required(),
                text("Accept"),
                any("Body").or(&["Input"]),
                text("ContentType"),
                text("GuardrailIdentifier"),
                text("GuardrailVersion"),
                Parameter::new("Input", Value::Object(INPUT)),
                Parameter::new("Output", Value::Object(OUTPUT)),
                Parameter::new("PerformanceConfigLatency", Value::Word(&["standard", "optimized"])),
                text("RequestMetadata"),
                Parameter::new("ServiceTier", Value::Word(&["priority", "default", "flex", "reserved"])),
                Parameter::new("Trace", Value::Word(&["ENABLED", "DISABLED", "ENABLED_FULL"])),
            ],
            grants: &[
                Grant::new(&["bedrock:InvokeModel"], &[On::Named(MODEL)]),
                Grant::new(&["s3:GetObject"], &[On::Arn("arn:${AWS::Partition}:s3:::{Input.S3Uri:s3}")])
                    .when(When::With("Input.S3Uri")),
                Grant::new(&["s3:PutObject"], &[On::Arn("arn:${AWS::Partition}:s3:::{Output.S3Uri:s3}")])
                    .when(When::With("Output.S3Uri")),
                Grant::new(
                    &["bedrock:ApplyGuardrail"],
                    &[On::Resource(arn!("bedrock", "guardrail/{GuardrailIdentifier}"))],
                )
                .when(When::With("GuardrailIdentifier")),
            ],
            result: &[],
        },
    ],
};

const CUSTOM_MODEL: On = On::Arn(arn!("bedrock", "custom-model/*"));
const JOB: On = On::Arn(arn!("bedrock", "model-customization-job/*"));
pub(super) const MODEL: Named = Named {
    parameter: "ModelId",
    arns: model_arns,
    form: Form::Itself,
    of_text: None,
    // A foundation model has no account, and an inference profile calls models of other regions.
    otherwise: "arn:${AWS::Partition}:bedrock:*:*:*",
};
const BASE_MODEL: Named = Named { parameter: "BaseModelIdentifier", ..MODEL };

/// The text is the id or the ARN of a foundation model, or of an inference profile: a model's id with a geography in
/// front, which calls the model in the geography's regions. What a profile of the user's own calls, it does not say.
fn model_arns(text: &str) -> Vec<String> {
    let model =
        |region: &str, id: &str| format!("arn:${{AWS::Partition}}:bedrock:{region}::foundation-model/{id}");
    let called = |profile: &str| match profile.split_once('.') {
        Some(("us" | "us-gov" | "eu" | "apac" | "jp" | "au" | "ca" | "global", id)) => Some(model("*", id)),
        _ => None,
    };
    if let Some((_, profile)) = text.split_once("inference-profile/") {
        return vec![text.to_owned(), called(profile).unwrap_or_else(|| model("*", "*"))];
    }
    match called(text) {
        _ if text.starts_with("arn:") => vec![text.to_owned()],
        Some(model) => vec![arn("bedrock", &format!("inference-profile/{text}")), model],
        None => vec![model("${AWS::Region}", text)],
    }
}

const CUSTOMIZATION_CONFIG: &[Parameter] = &[
    Parameter::new("DistillationConfig", Value::Object(DISTILLATION_CONFIG)),
    Parameter::new("RftConfig", Value::Object(RFT_CONFIG)),
];
const DISTILLATION_CONFIG: &[Parameter] =
    &[Parameter::new("TeacherModelConfig", Value::Object(TEACHER_MODEL_CONFIG)).required()];
const GRADER_CONFIG: &[Parameter] = &[Parameter::new("LambdaGrader", Value::Object(LAMBDA_GRADER_CONFIG))];
const INPUT: &[Parameter] = &[text("S3Uri")];
const INVOCATION_LOGS_CONFIG: &[Parameter] = &[
    Parameter::new("InvocationLogSource", Value::Object(INVOCATION_LOG_SOURCE)).required(),
    Parameter::new("RequestMetadataFilters", Value::Object(REQUEST_METADATA_FILTERS)),
    boolean("UsePromptResponse"),
];
const INVOCATION_LOG_SOURCE: &[Parameter] = &[text("S3Uri")];
const LAMBDA_GRADER_CONFIG: &[Parameter] = &[text("LambdaArn").required()];
const OUTPUT: &[Parameter] = &[text("S3Uri")];
const OUTPUT_DATA_CONFIG: &[Parameter] = &[text("S3Uri").required()];
/// In the AWS SDK `Equals` is called `EqualsValue`.
const REQUEST_METADATA_BASE_FILTERS: &[Parameter] = &[
    Parameter::new("Equals", Value::Map(&Value::Text)),
    Parameter::new("EqualsValue", Value::Map(&Value::Text)),
    Parameter::new("NotEquals", Value::Map(&Value::Text)),
];
const REQUEST_METADATA_FILTERS: &[Parameter] = &[
    Parameter::new("AndAll", Value::List(&Value::Object(REQUEST_METADATA_BASE_FILTERS))),
    Parameter::new("Equals", Value::Map(&Value::Text)),
    Parameter::new("EqualsValue", Value::Map(&Value::Text)),
    Parameter::new("NotEquals", Value::Map(&Value::Text)),
    Parameter::new("OrAll", Value::List(&Value::Object(REQUEST_METADATA_BASE_FILTERS))),
];
const RFT_CONFIG: &[Parameter] = &[
    Parameter::new("GraderConfig", Value::Object(GRADER_CONFIG)),
    Parameter::new("HyperParameters", Value::Object(RFT_HYPER_PARAMETERS)),
];
const RFT_HYPER_PARAMETERS: &[Parameter] = &[
    number("BatchSize"),
    number("EpochCount"),
    number("EvalInterval"),
    number("InferenceMaxTokens"),
    number("LearningRate"),
    number("MaxPromptLength"),
    Parameter::new("ReasoningEffort", Value::Word(&["low", "medium", "high"])),
    number("TrainingSamplePerPrompt"),
];
const TAG: &[Parameter] = &[text("Key").required(), text("Value").required()];
const TEACHER_MODEL_CONFIG: &[Parameter] =
    &[text("TeacherModelIdentifier").required(), number("MaxResponseLengthForInference")];
const TRAINING_DATA_CONFIG: &[Parameter] =
    &[Parameter::new("InvocationLogsConfig", Value::Object(INVOCATION_LOGS_CONFIG)), text("S3Uri")];
const VALIDATION_DATA_CONFIG: &[Parameter] =
    &[Parameter::new("Validators", Value::List(&Value::Object(VALIDATOR))).required()];
const VALIDATOR: &[Parameter] = &[text("S3Uri").required()];
const VPC_CONFIG: &[Parameter] = &[
    Parameter::new("SecurityGroupIds", Value::List(&Value::Names(&[SECURITY_GROUP_ID]))).required(),
    Parameter::new("SubnetIds", Value::List(&Value::Names(&[SUBNET_ID]))).required(),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_calls_its_model_in_other_regions() {
        let here = "arn:${AWS::Partition}:bedrock";
        let arn = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2";
        assert_eq!(model_arns(arn), [arn]);
        assert_eq!(
            model_arns("anthropic.claude-v2"),
            [format!("{here}:${{AWS::Region}}::foundation-model/anthropic.claude-v2")]
        );
        assert_eq!(
            model_arns("eu.anthropic.claude-v2"),
            [
                format!(
                    "{here}:${{AWS::Region}}:${{AWS::AccountId}}:inference-profile/eu.anthropic.claude-v2"
                ),
                format!("{here}:*::foundation-model/anthropic.claude-v2"),
            ]
        );
        let profile = "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-v2";
        assert_eq!(
            model_arns(profile),
            [profile.to_owned(), format!("{here}:*::foundation-model/anthropic.claude-v2")]
        );
        let own = "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc";
        assert_eq!(model_arns(own), [own.to_owned(), format!("{here}:*::foundation-model/*")]);
    }
}
