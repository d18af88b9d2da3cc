//! API Gateway: calls to REST and HTTP APIs.

use super::grant::{Grant, On, When};
use super::parameter::{Parameter, Value, any, boolean, text};
use super::{Action, Pattern, Service, form};

pub(super) static SERVICE: Service = Service {
    name: "apigateway",
    errors: &["ApiGateway"],
    actions: &[Action {
        name: "invoke",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("ApiEndpoint", Value::Form(&form::HOST)).required(),
            Parameter::new("Method", METHOD).required(),
            boolean("AllowNullValues"),
            Parameter::new("AuthType", Value::Word(&["NO_AUTH", "IAM_ROLE", "RESOURCE_POLICY"])),
            Parameter::new("Headers", Value::Map(&Value::List(&Value::Text))),
            text("Path"),
            Parameter::new("QueryParameters", Value::Map(&Value::List(&Value::Text))),
            any("RequestBody"),
            text("Stage"),
        ],
        grants: &[
            Grant::new(&["execute-api:Invoke"], &[On::Arn(CALL)]).when(When::Is("AuthType", "IAM_ROLE"))
        ],
        result: &["Headers", "ResponseBody", "StatusCode", "StatusText"],
    }],
};

// The endpoint starts with the API's id.
const CALL: &str = arn!("execute-api", "{ApiEndpoint:label}/{Stage|$default}/{Method}/{Path:path|}");

const METHOD: Value = Value::Word(&["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]);
