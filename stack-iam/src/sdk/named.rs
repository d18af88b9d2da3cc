//! Resources that parameters of the AWS SDK name in ways of their own.

use crate::grant::{ArnPattern, NamedResource, arn};

pub(super) const SECRET: NamedResource = NamedResource {
    parameter: "SecretId",
    arns: secret_arns,
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("secretsmanager", "secret:*"),
};
pub(super) const STACK: NamedResource = NamedResource {
    parameter: "StackName",
    arns: stack_arns,
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("cloudformation", "stack/*"),
};

/// The text is a name or an ARN, which ends in six letters that are not in the name.
fn secret_arns(text: &str) -> Vec<String> {
    vec![match text.starts_with("arn:") {
        true => text.to_owned(),
        false => arn("secretsmanager", &format!("secret:{text}-??????")),
    }]
}

/// The text is a name or an ARN, which ends in an id that is not in the name.
fn stack_arns(text: &str) -> Vec<String> {
    vec![match text.starts_with("arn:") {
        true => text.to_owned(),
        false => arn("cloudformation", &format!("stack/{text}/*")),
    }]
}
