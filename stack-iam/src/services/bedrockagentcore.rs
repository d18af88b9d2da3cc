//! Bedrock AgentCore: agents that use tools.

use super::service::Service;
use crate::grant::{Grant, Target};

pub(super) static SERVICE: Service = Service {
    name: "bedrockagentcore",
    actions: &[(
        "invokeHarness",
        &[Grant::new(
            &["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeHarness"],
            &[on_resource!(arn!("bedrock-agentcore", "harness/{HarnessArn}"))],
        )],
    )],
};
