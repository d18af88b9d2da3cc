//! HTTPS endpoints outside of AWS, and the connections whose credentials they are called with.

use super::service::Service;
use crate::grant::{ArnPattern, Condition, Grant, NamedResource, Target, arn};

pub(super) static SERVICE: Service = Service {
    name: "http",
    actions: &[(
        "invoke",
        &[
            Grant::new(&["states:InvokeHTTPEndpoint"], &[Target::Machine]).only_if(Condition::Endpoint),
            Grant::new(
                RETRIEVE,
                &[on_resource!(arn!("events", "connection/{Authentication.ConnectionArn}"))],
            ),
            Grant::new(
                RETRIEVE,
                &[on_resource!(arn!("events", "connection/{InvocationConfig.ConnectionArn}"))],
            ),
            Grant::new(READ_SECRET, &[Target::Named(SECRET)]),
            Grant::new(
                READ_SECRET,
                &[Target::Named(NamedResource { parameter: "InvocationConfig.ConnectionArn", ..SECRET })],
            ),
        ],
    )],
};

const RETRIEVE: &[&str] = &["events:RetrieveConnectionCredentials"];
const READ_SECRET: &[&str] = &["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
/// The secret that EventBridge keeps for the connection; the connection's name is in its own.
const SECRET: NamedResource = NamedResource {
    parameter: "Authentication.ConnectionArn",
    arns: |text| {
        let name = text.split('/').nth(1);
        let secret = |name| arn("secretsmanager", &format!("secret:events!connection/{name}/*"));
        name.map(secret).into_iter().collect()
    },
    of_arn: ArnPattern::FromPart("/", 1, arn!("secretsmanager", "secret:events!connection/${Name}/*")),
    of_text: None,
    otherwise: arn!("secretsmanager", "secret:events!connection/*"),
};
