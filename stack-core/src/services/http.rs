//! HTTPS endpoints outside of AWS, called with the credentials of an EventBridge connection.

use super::grant::{Condition, Form, Grant, Named, On, arn};
use super::names::CONNECTION_ARN;
use super::parameter::{Parameter, Value, any};
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
        grants: &[
            Grant::new(&["states:InvokeHTTPEndpoint"], &[On::Machine]).only_if(Condition::Endpoint),
            Grant::new(
                RETRIEVE,
                &[On::Resource(arn!("events", "connection/{Authentication.ConnectionArn}"))],
            ),
            Grant::new(
                RETRIEVE,
                &[On::Resource(arn!("events", "connection/{InvocationConfig.ConnectionArn}"))],
            ),
            Grant::new(READ_SECRET, &[On::Named(SECRET)]),
            Grant::new(
                READ_SECRET,
                &[On::Named(Named { parameter: "InvocationConfig.ConnectionArn", ..SECRET })],
            ),
        ],
        result: &["Headers", "ResponseBody", "StatusCode", "StatusText"],
    }],
};

const RETRIEVE: &[&str] = &["events:RetrieveConnectionCredentials"];
const READ_SECRET: &[&str] = &["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
/// The secret that EventBridge keeps for the connection; the connection's name is in its own.
const SECRET: Named = Named {
    parameter: "Authentication.ConnectionArn",
    arns: |text| {
        let name = text.split('/').nth(1);
        let secret = |name| arn("secretsmanager", &format!("secret:events!connection/{name}/*"));
        name.map(secret).into_iter().collect()
    },
    form: Form::Part("/", 1, arn!("secretsmanager", "secret:events!connection/${Name}/*")),
    of_text: None,
    otherwise: arn!("secretsmanager", "secret:events!connection/*"),
};

const METHOD: Value = Value::Word(&["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]);
const CONNECTION: &[Parameter] =
    &[Parameter::new("ConnectionArn", Value::Names(&[CONNECTION_ARN])).required()];
const TRANSFORM: &[Parameter] = &[
    Parameter::new("RequestBodyEncoding", Value::Word(&["NONE", "URL_ENCODED"])),
    Parameter::new("RequestEncodingOptions", Value::Object(ENCODING)),
];
const ENCODING: &[Parameter] =
    &[Parameter::new("ArrayFormat", Value::Word(&["INDICES", "REPEAT", "COMMAS", "BRACKETS", "NONE"]))];
