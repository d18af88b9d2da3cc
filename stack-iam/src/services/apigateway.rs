//! API Gateway: calls that AWS signs.

use super::service::Service;
use crate::grant::{Grant, Target, When};

pub(super) static SERVICE: Service = Service {
    name: "apigateway",
    actions: &[(
        "invoke",
        &[Grant::new(&["execute-api:Invoke"], &[on_arn!(CALL)]).when(When::Is("AuthType", "IAM_ROLE"))],
    )],
};

const CALL: &str = concat!(
    "arn:${AWS::Partition}:execute-api:{ApiEndpoint:region}:${AWS::AccountId}:",
    "{ApiEndpoint:api}/{Stage|$default}/{Method}/{Path:path|}"
);
