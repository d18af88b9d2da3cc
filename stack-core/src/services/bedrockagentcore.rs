//! Bedrock AgentCore: what an agent answers that uses tools.

use super::parameter::{Parameter, Value, any, number, text};
use super::{Action, Service};

pub(super) static SERVICE: Service = Service {
    name: "bedrockagentcore",
    errors: &["BedrockAgentCore"],
    actions: &[Action {
        name: "invokeHarness",
        patterns: &[],
        parameters: &[
            text("HarnessArn").required(),
            Parameter::new("Messages", Value::List(&Value::Object(MESSAGE))).required(),
            text("ActorId"),
            Parameter::new("AllowedTools", Value::List(&Value::Text)),
            text("Baggage"),
            number("MaxIterations"),
            number("MaxTokens"),
            any("Model"),
            text("Qualifier"),
            // The service itself requires it; AWS's own example of a task has none.
            text("RuntimeSessionId"),
            text("RuntimeUserId"),
            Parameter::new("Skills", Value::List(&Value::Any)),
            Parameter::new("SystemPrompt", Value::List(&Value::Any)),
            number("TimeoutSeconds"),
            Parameter::new("Tools", Value::List(&Value::Any)),
            text("TraceId"),
            text("TraceParent"),
            text("TraceState"),
        ],
        result: &["Metrics", "Output", "SdkHttpMetadata", "SdkResponseMetadata", "StopReason", "Usage"],
    }],
};

const MESSAGE: &[Parameter] = &[Parameter::new("Content", Value::List(&Value::Any)), text("Role")];
