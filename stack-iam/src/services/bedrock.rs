//! Bedrock: models, and what customizes them.

use super::service::Service;
use crate::grant::{ArnPattern, Condition, Grant, NamedResource, Target, When, arn};
use crate::key::KEY;

pub(super) static SERVICE: Service = Service {
    name: "bedrock",
    actions: &[
        (
            "createModelCustomizationJob",
            &[
                Grant::new(
                    &["bedrock:CreateModelCustomizationJob"],
                    &[Target::Named(BASE_MODEL), CUSTOM_MODEL, JOB],
                ),
                Grant::new(&["bedrock:TagResource"], &[CUSTOM_MODEL]).when(When::With("CustomModelTags")),
                Grant::new(&["bedrock:TagResource"], &[JOB]).when(When::With("JobTags")),
                Grant::new(
                    &["bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"],
                    &[JOB],
                )
                .when(When::Sync),
                Grant::new(&["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], MODEL_KEY)
                    .when(When::With("CustomModelKmsKeyId")),
                Grant::new(&["kms:CreateGrant"], MODEL_KEY)
                    .when(When::With("CustomModelKmsKeyId"))
                    .only_if(Condition::GrantForAws),
                pass_role!("RoleArn", "bedrock.amazonaws.com"),
                rule!("StepFunctionsGetEventsForBedrockModelCustomizationJobRule"),
            ],
        ),
        (
            "invokeModel",
            &[
                Grant::new(&["bedrock:InvokeModel"], &[Target::Named(MODEL)]),
                Grant::new(&["s3:GetObject"], &[on_arn!("arn:${AWS::Partition}:s3:::{Input.S3Uri:s3}")])
                    .when(When::With("Input.S3Uri")),
                Grant::new(&["s3:PutObject"], &[on_arn!("arn:${AWS::Partition}:s3:::{Output.S3Uri:s3}")])
                    .when(When::With("Output.S3Uri")),
                Grant::new(
                    &["bedrock:ApplyGuardrail"],
                    &[on_resource!(arn!("bedrock", "guardrail/{GuardrailIdentifier}"))],
                )
                .when(When::With("GuardrailIdentifier")),
            ],
        ),
    ],
};

/// The key that encrypts the new model.
const MODEL_KEY: &[Target] = &[Target::Named(NamedResource { parameter: "CustomModelKmsKeyId", ..KEY })];
const CUSTOM_MODEL: Target = on_arn!(arn!("bedrock", "custom-model/*"));
const JOB: Target = on_arn!(arn!("bedrock", "model-customization-job/*"));
pub(crate) const MODEL: NamedResource = NamedResource {
    parameter: "ModelId",
    arns: model_arns,
    of_arn: ArnPattern::Itself,
    of_text: None,
    // A foundation model has no account, and an inference profile calls models of other regions.
    otherwise: "arn:${AWS::Partition}:bedrock:*:*:*",
};
const BASE_MODEL: NamedResource = NamedResource { parameter: "BaseModelIdentifier", ..MODEL };

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
