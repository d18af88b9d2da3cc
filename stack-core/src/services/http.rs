//! HTTPS endpoints outside of AWS, called with the credentials of an EventBridge connection.

use super::parameter::{Parameter, Value, any};
use super::referent::Referent;
use super::{Action, Service, form};

pub(super) static SERVICE: Service = Service {
    name: "http",
    errors: &["States"],
    actions: &[Action {
        name: "invoke",
        patterns: &[],
        parameters: &[
            Parameter::new("ApiEndpoint", Value::Form(&form::HTTPS)).required(),
            Parameter::new("Method", METHOD).required(),
            // A public endpoint names its connection in the first, a private one in the second.
            Parameter::new("Authentication", Value::Object(CONNECTION)).or(&["InvocationConfig"]),
            Parameter::new("InvocationConfig", Value::Object(CONNECTION)),
            Parameter::new("Headers", Value::Map(&Value::Any)),
            Parameter::new("QueryParameters", Value::Map(&Value::Any)),
            any("RequestBody"),
            Parameter::new("Transform", Value::Object(TRANSFORM)),
        ],
        result: &["Headers", "ResponseBody", "StatusCode", "StatusText"],
    }],
};

const METHOD: Value = Value::Word(&["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]);
const CONNECTION: &[Parameter] =
    &[Parameter::new("ConnectionArn", Value::Names(&[Referent::ArnOfConnection])).required()];
const TRANSFORM: &[Parameter] = &[
    Parameter::new("RequestBodyEncoding", Value::Word(&["NONE", "URL_ENCODED"])),
    Parameter::new("RequestEncodingOptions", Value::Object(ENCODING)),
];
const ENCODING: &[Parameter] =
    &[Parameter::new("ArrayFormat", Value::Word(&["INDICES", "REPEAT", "COMMAS", "BRACKETS", "NONE"]))];
