//! Values of properties and references on their way into the template.

use crate::kind::own_network;
use crate::kind::scope::Scope;
use crate::references::param::{AnyParam, Attribute};
use crate::references::value::Value;
use crate::template::json;
use crate::template::logical_id::logical_id;
use crate::template::object::{get_att, reference};
use stack_core::json::Node;

impl Scope<'_> {
    /// A property's value: a text, a boolean, a number or an intrinsic.
    pub fn value(&mut self, value: &Value) -> Node<'static> {
        match value {
            Value::Text(text) => (*text).into(),
            Value::Bool(truth) => (*truth).into(),
            Value::Integer(number) => (*number).into(),
            Value::Param(param) => self.param(param),
            Value::Json(text) => json::node(text),
        }
    }

    /// A property's value where CloudFormation wants a string: `20` becomes `"20"`.
    pub fn text(&mut self, value: &Value) -> Node<'static> {
        match value {
            Value::Bool(truth) => truth.to_string().into(),
            Value::Integer(number) => number.to_string().into(),
            Value::Json(text) => (*text).into(),
            other => self.value(other),
        }
    }

    /// The intrinsic that gives another resource's parameter.
    pub fn param(&mut self, param: &AnyParam) -> Node<'static> {
        if let Some(own) = self.own_network(param) {
            return own;
        }
        let id = self.id_of(param);
        match param.attribute {
            Attribute::Ref => reference(id),
            Attribute::GetAtt(attribute) => get_att(id, attribute),
        }
    }

    /// The logical id of the CloudFormation resource, or of the template's parameter, that has the parameter.
    pub fn id_of(&mut self, param: &AnyParam) -> String {
        if param.resource == "shared" {
            self.need(param.child);
            if let Some(parameter) = own_network::parameter(param.child).filter(|_| self.own_vpc()) {
                return parameter.to_owned();
            }
        }
        logical_id(param.resource, param.child)
    }

    /// What stands for a part of the network that the user brings along.
    fn own_network(&mut self, param: &AnyParam) -> Option<Node<'static>> {
        let own = self.own_vpc() && param.resource == "shared";
        let node = own.then(|| own_network::intrinsic(param.child)).flatten()?;
        self.need(param.child);
        Some(node)
    }
}
