//! IAM roles of a resource.

use crate::kind::scope::Scope;
use crate::template::object::{Object, reference};
use crate::template::resource::Resource;
use stack_core::json::Node;
use stack_iam::{Policy, Trust};

impl Scope<'_> {
    /// Adds an IAM role that the service may assume, with the policy as its only permissions. If the policy
    /// is too long for the role itself, the rest goes into managed policies of the stack.
    pub fn role(&mut self, child: &str, trust: &Trust, policy: &Policy) -> &mut Resource {
        let mut documents = policy.documents().into_iter();
        let inline = documents.next().map(|document| {
            let policy = Object::new().with("PolicyName", self.id(child)).with("PolicyDocument", document);
            Node::array([policy])
        });
        let mut managed = Vec::new();
        for document in documents {
            let part = format!("{child}Policy{}", managed.len() + 1);
            managed.push(reference(self.id(&part)));
            let properties = Object::new().with("PolicyDocument", document);
            self.resource(&part, "AWS::IAM::ManagedPolicy", properties);
        }
        let properties = Object::new()
            .with("AssumeRolePolicyDocument", trust.document())
            .maybe("Policies", inline)
            .maybe("ManagedPolicyArns", (!managed.is_empty()).then(|| Node::array(managed)));
        self.resource(child, "AWS::IAM::Role", properties)
    }
}
