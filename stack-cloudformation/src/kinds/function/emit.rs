//! The CloudFormation resources of a function.

use super::properties::FunctionProperties;
use super::runtime::{Language, stem};
use crate::error::Error;
use crate::kind::connect;
use crate::kind::scope::Scope;
use crate::kinds::properties::log_group::log_group;
use crate::kinds::properties::statements::extra_statements;
use crate::kinds::properties::tags::tags;

use crate::template::artifact::{Artifact, Source};
use crate::template::object::{Object, get_att, reference};
use stack_core::json::Node;
use stack_iam::{Policy, Trust};

pub(super) fn emit(properties: &FunctionProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
    role(properties, scope)?;
    function(properties, scope);
    let tags = tags(scope, properties.tags);
    log_group(scope, None, properties.log_retention, tags);
    if properties.url {
        url(properties, scope);
    }
    scope.output("FunctionArn", get_att(scope.id("Function"), "Arn"), "The function's ARN");
    scope.minor_output("FunctionName", reference(scope.id("Function")), "The function's name");
    Ok(())
}

fn role(properties: &FunctionProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
    let mut policy = Policy::new();
    let log_group = get_att(scope.id("LogGroup"), "Arn");
    policy.allow(&["logs:CreateLogStream", "logs:PutLogEvents"], [log_group]);
    connect::allow(scope, &mut policy, properties.connect_to);
    extra_statements(scope, &mut policy, properties.iam_role_statements)?;
    scope.role("Role", &Trust::service("lambda.amazonaws.com"), &policy);
    connect::answer(scope, properties.connect_to);
    Ok(())
}

fn function(properties: &FunctionProperties, scope: &mut Scope<'_>) {
    let id = scope.id("Function");
    let mut variables = Object::new();
    for (name, value) in connect::variables(scope, properties.environment, properties.connect_to) {
        variables.push(name, value);
    }
    let (handler, runtime, source) = code(properties);
    let function = Object::new()
        .maybe("FunctionName", properties.name)
        .maybe("Description", properties.description)
        .with("Code", format!(".stack/{id}"))
        .with("Handler", handler)
        .with("Runtime", runtime)
        .with("Role", get_att(scope.id("Role"), "Arn"))
        .with("MemorySize", i64::from(properties.memory))
        .with("Timeout", i64::from(properties.timeout))
        .with("Architectures", Node::array([properties.architecture]))
        .maybe("EphemeralStorage", properties.storage.map(|mib| Object::new().with("Size", i64::from(mib))))
        .maybe("Environment", variables.filled().map(|variables| Object::new().with("Variables", variables)))
        .maybe("ReservedConcurrentExecutions", properties.reserved_concurrency.map(i64::from))
        .with("LoggingConfig", Object::new().with("LogGroup", reference(scope.id("LogGroup"))))
        .maybe("Tags", tags(scope, properties.tags));
    scope.resource("Function", "AWS::Lambda::Function", function);
    scope.artifact(Artifact { resource: scope.name(), logical_id: id, source });
}

/// Lambda's handler, the runtime, and what has to be built. `check` has made sure that there is code.
fn code(properties: &FunctionProperties) -> (String, &'static str, Source) {
    let path = properties.artifact.unwrap_or_default();
    let handler = |default: &'static str| properties.handler.unwrap_or(default);
    match properties.entry.and_then(|entry| Some((entry, Language::of(entry)?))) {
        Some((entry, language)) => {
            let runtime = properties.runtime.unwrap_or(language.runtime());
            let handler = handler("handler");
            match language {
                Language::Node => {
                    (format!("index.{handler}"), runtime, Source::Node { entry, runtime, handler })
                }
                Language::Python => (
                    format!("{}.{handler}", stem(entry)),
                    runtime,
                    Source::Python { entry, runtime, handler, architecture: properties.architecture },
                ),
            }
        }
        None => (
            handler("bootstrap").to_owned(),
            properties.runtime.unwrap_or_default(),
            Source::Prebuilt { path, architecture: properties.architecture },
        ),
    }
}

fn url(properties: &FunctionProperties, scope: &mut Scope<'_>) {
    let function = get_att(scope.id("Function"), "Arn");
    let auth = properties.url_auth.unwrap_or("NONE");
    let url = Object::new().with("AuthType", auth).with("TargetFunctionArn", function.clone());
    scope.resource("Url", "AWS::Lambda::Url", url);
    scope.output("FunctionUrl", get_att(scope.id("Url"), "FunctionUrl"), "The function's URL");
    if auth == "NONE" {
        // A public URL needs both: the second since October 2025, for calls through the URL only.
        let public_permission = |action| {
            Object::new().with("Action", action).with("FunctionName", function.clone()).with("Principal", "*")
        };
        let permission = public_permission("lambda:InvokeFunctionUrl").with("FunctionUrlAuthType", "NONE");
        scope.resource("UrlPermission", "AWS::Lambda::Permission", permission);
        let permission = public_permission("lambda:InvokeFunction").with("InvokedViaFunctionUrl", true);
        scope.resource("UrlInvokePermission", "AWS::Lambda::Permission", permission);
    }
}
