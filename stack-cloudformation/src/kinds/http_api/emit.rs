//! The CloudFormation resources of an HTTP API.

use super::properties::HttpApiProperties;
use super::route;
use crate::kind::scope::Scope;
use crate::kinds::properties::log_group::log_group;
use crate::kinds::properties::tags::{tag_map, tags};
use crate::kinds::properties::target::Start;
use crate::references::machine::MachineType;
use crate::references::param::{AnyParam, Attribute};
use crate::references::value::Value;
use crate::template::attribute_substitutions::AttributeSubstitution;
use crate::template::logical_id::logical_id;
use crate::template::object::{Object, get_att, reference, sub};
use stack_core::json::Node;
use stack_core::json::write;
use stack_iam::{Policy, Trust};

/// What is logged of a request. API Gateway demands the id.
const LOGGED: [(&str, &str); 9] = [
    ("requestId", "$context.requestId"),
    ("requestTime", "$context.requestTime"),
    ("ip", "$context.identity.sourceIp"),
    ("httpMethod", "$context.httpMethod"),
    ("path", "$context.path"),
    ("routeKey", "$context.routeKey"),
    ("status", "$context.status"),
    ("responseLength", "$context.responseLength"),
    ("integrationError", "$context.integrationErrorMessage"),
];

/// Adds what others may refer to.
pub(super) fn api(properties: &HttpApiProperties, scope: &mut Scope<'_>) {
    let name = match properties.name {
        Some(name) => name.into(),
        None => sub(format!("${{AWS::StackName}}-{}", scope.name())),
    };
    let api = Object::new()
        .with("Name", name)
        .maybe("Description", properties.description)
        .with("ProtocolType", "HTTP")
        .maybe("CorsConfiguration", cors(properties))
        .maybe("Tags", tag_map(scope, properties.tags));
    scope.resource("Api", "AWS::ApiGatewayV2::Api", api);
    let stage = Object::new()
        .with("ApiId", reference(scope.id("Api")))
        .with("StageName", "$default")
        .with("AutoDeploy", true)
        .maybe("AccessLogSettings", properties.access_logs.then(|| access_logs(scope)))
        .maybe("Tags", tag_map(scope, properties.tags));
    scope.resource("Stage", "AWS::ApiGatewayV2::Stage", stage);
    if properties.access_logs {
        // The account's log resource policy is short; groups of this prefix need no line in it.
        let name = sub(format!("/aws/vendedlogs/apis/${{AWS::StackName}}-{}", scope.id("Api")));
        let tags = tags(scope, properties.tags);
        log_group(scope, Some(name), properties.log_retention, tags);
    }
    scope.substitute_attribute("ApiArn", AttributeSubstitution::new(Attribute::Ref, arn(scope, "*")));
    scope.output("Url", get_att(scope.id("Api"), "ApiEndpoint"), "The URL of the API");
}

fn access_logs(scope: &Scope<'_>) -> Object {
    let mut format = Object::new();
    LOGGED.iter().for_each(|(name, value)| format.push(*name, *value));
    Object::new()
        .with("DestinationArn", get_att(scope.id("LogGroup"), "Arn"))
        .with("Format", write::compact(&format.node(), &mut |_, _| {}))
}

fn cors(properties: &HttpApiProperties) -> Option<Object> {
    let list = |words: &[&'static str]| Node::array(words.iter().copied());
    let exposed = properties.cors_exposed_headers;
    properties.cors.then(|| {
        Object::new()
            .with("AllowOrigins", list(properties.cors_allowed_origins))
            .with("AllowMethods", list(properties.cors_allowed_methods))
            .with("AllowHeaders", list(properties.cors_allowed_headers))
            .maybe("ExposeHeaders", (!exposed.is_empty()).then(|| list(exposed)))
            .maybe("AllowCredentials", properties.cors_allow_credentials.then_some(true))
            .maybe("MaxAge", properties.cors_max_age.map(i64::from))
    })
}

/// Adds the routes, and an integration for each of their targets.
pub(super) fn routes(properties: &HttpApiProperties, scope: &mut Scope<'_>) {
    let mut policy = Policy::new();
    let mut known: Vec<AnyParam> = Vec::new();
    for ((key, target), name) in properties.routes.iter().zip(route::names(properties.routes)) {
        // `check` has made sure that it is one.
        let Value::Param(target) = target else { continue };
        let integration = integration_name(target);
        if !known.iter().any(|other| integration_name(other) == integration) {
            known.push(*target);
            let properties = match Start::of(target) {
                Some(Start::Function) => function(properties, target, scope),
                _ => machine(target, scope, &mut policy),
            };
            scope.resource(&integration, "AWS::ApiGatewayV2::Integration", properties);
        }
        let route = Object::new()
            .with("ApiId", reference(scope.id("Api")))
            .with("RouteKey", *key)
            .with("Target", sub(format!("integrations/${{{}}}", scope.id(&integration))));
        scope.resource(&format!("{name}Route"), "AWS::ApiGatewayV2::Route", route);
        if Start::of(target) == Some(Start::Function) {
            permission(key, &name, target, scope);
        }
    }
    if !policy.is_empty() {
        scope.role("Role", &Trust::service("apigateway.amazonaws.com"), &policy);
    }
}

/// Routes to one target share its integration.
fn integration_name(target: &AnyParam) -> String {
    logical_id(target.resource, target.child) + "Integration"
}

fn integration(scope: &Scope<'_>) -> Object {
    Object::new().with("ApiId", reference(scope.id("Api"))).with("IntegrationType", "AWS_PROXY")
}

fn function(properties: &HttpApiProperties, target: &AnyParam, scope: &mut Scope<'_>) -> Object {
    integration(scope)
        .with("IntegrationUri", scope.param(target))
        .with("PayloadFormatVersion", properties.payload_format)
}

/// Only an Express machine can be waited for.
fn machine(target: &AnyParam, scope: &mut Scope<'_>, policy: &mut Policy) -> Object {
    let express = scope.machine_type(target) == Some(MachineType::Express);
    let (subtype, action) = match express {
        true => ("StepFunctions-StartSyncExecution", "states:StartSyncExecution"),
        false => ("StepFunctions-StartExecution", "states:StartExecution"),
    };
    let arn = scope.param(target);
    policy.allow(&[action], [arn.clone()]);
    let parameters = Object::new().with("StateMachineArn", arn).with("Input", "$request.body");
    integration(scope)
        .with("IntegrationSubtype", subtype)
        .with("PayloadFormatVersion", "1.0")
        .with("CredentialsArn", get_att(scope.id("Role"), "Arn"))
        .with("RequestParameters", parameters)
}

/// The ARN of what is behind the stage, for `Fn::Sub`.
fn arn(scope: &Scope<'_>, route: &str) -> String {
    let api = scope.id("Api");
    format!("arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{api}}}/*/{route}")
}

/// Lets the route, and no other, call the function.
fn permission(key: &str, name: &str, target: &AnyParam, scope: &mut Scope<'_>) {
    let source = arn(scope, &route::pattern(key));
    let permission = Object::new()
        .with("Action", "lambda:InvokeFunction")
        .with("FunctionName", scope.param(target))
        .with("Principal", "apigateway.amazonaws.com")
        .with("SourceArn", sub(source));
    scope.resource(&format!("{name}Permission"), "AWS::Lambda::Permission", permission);
}
