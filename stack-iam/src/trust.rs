//! Trust policies: who may take a role.

use crate::intrinsic::{reference, text};
use crate::policy::document;
use stack_core::json::Node;
use stack_core::json::Object;

/// Who may assume a role: an AWS service.
#[derive(Clone, Debug)]
pub struct Trust {
    service: &'static str,
    source: Option<&'static str>,
}

impl Trust {
    /// The service, such as `lambda.amazonaws.com`; `${AWS::URLSuffix}` may stand in it.
    pub const fn service(service: &'static str) -> Self {
        Trust { service, source: None }
    }

    /// Only on behalf of this account, and of resources whose ARN matches this pattern, in which
    /// `${AWS::Partition}`, `${AWS::Region}` and `${AWS::AccountId}` may stand.
    pub const fn on_behalf_of(self, pattern: &'static str) -> Self {
        Trust { source: Some(pattern), ..self }
    }

    /// The policy document.
    pub fn document(&self) -> Node<'static> {
        let condition = self.source.map(|pattern| {
            Object::new()
                .with("StringEquals", Object::new().with("aws:SourceAccount", reference("AWS::AccountId")))
                .with("ArnLike", Object::new().with("aws:SourceArn", text(pattern)))
        });
        let statement = Object::new()
            .with("Effect", "Allow")
            .with("Principal", Object::new().with("Service", text(self.service)))
            .with("Action", "sts:AssumeRole")
            .maybe("Condition", condition);
        document(vec![statement.node()])
    }
}
