//! Bedrock: answers of models, and their customization.

use super::parameter::{Parameter, Value, any, boolean, number, text};
use super::referent::Referent;
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
                Parameter::new("RoleArn", Value::Names(&[Referent::ArnOfRole])).required(),
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
            result: &[],
        },
    ],
};

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
    Parameter::new("SecurityGroupIds", Value::List(&Value::Names(&[Referent::IdOfSecurityGroup]))).required(),
    Parameter::new("SubnetIds", Value::List(&Value::Names(&[Referent::IdOfSubnet]))).required(),
];
