//! API Gateway: calls to REST and HTTP APIs.

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
            Parameter::new("Headers", Value::Keyed(&form::HEADER, &Value::List(&Value::Text))),
            text("Path"),
            Parameter::new("QueryParameters", Value::Map(&Value::List(&Value::Text))),
            any("RequestBody"),
            text("Stage"),
        ],
        result: &["Headers", "ResponseBody", "StatusCode", "StatusText"],
    }],
};

const METHOD: Value = Value::Word(&["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]);
