//! Where kinds put their CloudFormation resources while a template is made.

use crate::error::Error;
use crate::iam::{Policy, Trust};
use crate::kind::Kind;
use crate::kinds::{Job, OwnPolicy, check_fifo, check_nested, check_queues, check_redrive, json, order};
use crate::object::{get_att, reference};
use crate::references::machine::MachineType;
use crate::references::param::{AnyParam, Attribute};
use crate::references::value::Value;
use crate::shared;
use crate::shared::network;
use crate::stack::Stack;
use crate::stand_in::{StandIn, StandIns};
use crate::template::artifact::Artifact;
use crate::template::limits;
use crate::template::lists;
use crate::template::logical_id::logical_id;
use crate::template::overrides::{self, Override};
use crate::template::{MachineDefinition, Template};
use stack_core::json::Node;
use std::collections::BTreeSet;
use std::fmt;

pub use crate::object::Object;

/// The template in the making.
#[derive(Debug, Default)]
pub struct Builder {
    pub(crate) own_vpc: bool,
    pub(crate) resources: Vec<Resource>,
    pub(crate) parameters: Vec<Named>,
    pub(crate) outputs: Vec<Named>,
    pub(crate) names: Vec<Named>,
    pub(crate) artifacts: Vec<Artifact>,
    pub(crate) machines: Vec<MachineDefinition>,
    pub(crate) notes: Vec<String>,
    pub(crate) jobs: Vec<Job>,
    /// What machines may do with themselves.
    own_policies: Vec<OwnPolicy>,
    /// The parts of what the stack shares that something needs.
    needed: BTreeSet<&'static str>,
    later: Vec<Later>,
    overrides: Vec<(&'static str, &'static [Override])>,
    /// What stands for attributes of resources that are not in the template.
    stand_ins: StandIns,
}

/// Adds the resources of a trigger once all that it can start is there.
struct Later {
    name: &'static str,
    emit: Box<Emit>,
}

type Emit = dyn FnOnce(&mut Scope<'_>) -> Result<(), Error>;

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A parameter or an output: its name, the stack's resource it belongs to, and what it is.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) owner: &'static str,
    pub(crate) value: Node<'static>,
}

/// A CloudFormation resource of the template.
#[derive(Debug)]
pub struct Resource {
    pub(crate) id: String,
    pub(crate) owner: &'static str,
    cfn_type: &'static str,
    depends_on: Vec<String>,
    properties: Node<'static>,
    attributes: Object,
}

/// The part of the template that belongs to one resource of the stack.
///
/// [`Kind::emit`] gets it. The parts of a resource are told apart by a word, the *child*: the part
/// `Function` of the resource `bill_customer` has the logical id `BillCustomerFunction`, and the
/// [`references!`](crate::references) of a kind name the same words.
///
/// ```
/// use stack_cloudformation::error::Error;
/// use stack_cloudformation::kind::Kind;
/// use stack_cloudformation::param::Text;
/// use stack_cloudformation::scope::{Object, Scope};
/// use stack_cloudformation::kind::BelongsTo;
/// use stack_cloudformation::uses::Uses;
///
/// /// An SQS queue.
/// pub struct Mailbox;
///
/// #[derive(Clone, Copy)]
/// pub struct MailboxProperties {
///     keep: i64,
/// }
///
/// impl MailboxProperties {
///     /// How long messages are kept, in seconds, 60 to 1209600. 345600 by default.
///     #[track_caller]
///     pub const fn keep(mut self, seconds: i64) -> Self {
///         assert!(60 <= seconds && seconds <= 1_209_600, "keep is 60 to 1209600 seconds");
///         self.keep = seconds;
///         self
///     }
///
///     #[track_caller]
///     pub const fn check(&self, _used: &Uses) {}
/// }
///
/// stack_cloudformation::references! {
///     /// What a mailbox gives to others.
///     pub struct MailboxReferences {
///         /// Its URL.
///         url: Text = Ref("Queue");
///     }
/// }
///
/// impl<S> BelongsTo<S> for Mailbox {}
///
/// impl Kind for Mailbox {
///     type Properties = MailboxProperties;
///     type References = MailboxReferences;
///     const NEW: MailboxProperties = MailboxProperties { keep: 345_600 };
///
///     fn emit(properties: &MailboxProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
///         let queue = Object::new().with("MessageRetentionPeriod", properties.keep);
///         scope.resource("Queue", "AWS::SQS::Queue", queue).deletion_policy("Retain");
///         Ok(())
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Scope<'a> {
    builder: &'a mut Builder,
    name: &'static str,
}

impl Builder {
    pub(crate) fn template<S: Stack>() -> Result<Template, Error> {
        let mut builder = Builder { own_vpc: S::OWN_VPC, ..Builder::default() };
        S::build(&mut builder)?;
        builder.finish()
    }

    /// Adds a resource of the stack. What the derive calls for each field.
    pub fn add<K: Kind>(&mut self, name: &'static str, properties: &K::Properties) -> Result<(), Error> {
        K::emit(properties, &mut Scope { builder: self, name })
    }

    /// Says what the user changes in the parts of a resource. What the derive calls for `overrides = [..]`.
    pub fn override_with(&mut self, name: &'static str, overrides: &'static [Override]) {
        self.overrides.push((name, overrides));
    }

    /// Changes what the user wants changed.
    fn apply_overrides(&mut self) -> Result<(), Error> {
        for (name, overrides) in std::mem::take(&mut self.overrides) {
            let mut scope = Scope { builder: self, name };
            let overrides = overrides.iter().map(|(id, path, value)| (*id, *path, scope.value(value)));
            let overrides: Vec<_> = overrides.collect();
            overrides::apply(name, &mut self.resources, overrides)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Template, Error> {
        for Later { name, emit } in std::mem::take(&mut self.later) {
            emit(&mut Scope { builder: &mut self, name })?;
        }
        self.apply_overrides()?;
        let mut needed = std::mem::take(&mut self.needed);
        let stand_ins = std::mem::take(&mut self.stand_ins);
        for reference in self.machines.iter_mut().flat_map(|machine| &mut machine.references) {
            let text = stand_ins.get(&reference.logical_id, reference.param.attribute);
            reference.stand_in = text.map(str::to_owned);
        }
        let outputs = self.outputs.iter_mut().chain(&mut self.names);
        needed.extend(stand_ins.replace(&mut self.resources, outputs));
        shared::emit(&mut Scope { builder: &mut self, name: "shared" }, &needed);
        lists::check(&self.parameters, &self.resources, &self.outputs)?;
        check_queues(&self.machines, &self.jobs)?;
        check_redrive(&self.resources)?;
        check_fifo(&self.machines, &self.resources)?;
        check_nested(&self.machines)?;
        order(&mut self.resources, &self.own_policies);
        limits::check(&mut self)?;
        let template = Template::new(self);
        limits::check_size(&template)?;
        Ok(template)
    }
}

impl Scope<'_> {
    /// The field that declares the resource.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The logical id of the resource's part `child`: `BillCustomerFunction`.
    pub fn id(&self, child: &str) -> String {
        logical_id(self.name, child)
    }

    /// Adds a CloudFormation resource. On the result, set what is not a property, such as
    /// [`depends_on`](Resource::depends_on).
    pub fn resource(
        &mut self,
        child: &str,
        cfn_type: &'static str,
        properties: impl Into<Node<'static>>,
    ) -> &mut Resource {
        self.builder.resources.push(Resource {
            id: self.id(child),
            owner: self.name,
            cfn_type,
            depends_on: Vec::new(),
            properties: properties.into(),
            attributes: Object::new(),
        });
        let last = self.builder.resources.len() - 1;
        &mut self.builder.resources[last]
    }

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

    /// Adds an output: the name `BillCustomerFunctionArn` for the child `FunctionArn`.
    pub fn output(&mut self, child: &str, value: impl Into<Node<'static>>, description: &str) {
        let output = self.named_output(child, value.into(), description);
        self.builder.outputs.push(output);
    }

    /// Adds an output that is left out of a template with more than 200.
    pub fn minor_output(&mut self, child: &str, value: impl Into<Node<'static>>, description: &str) {
        let output = self.named_output(child, value.into(), description);
        self.builder.names.push(output);
    }

    fn named_output(&self, child: &str, value: Node<'static>, description: &str) -> Named {
        let value = Object::new().with("Description", description.to_owned()).with("Value", value);
        Named { id: self.id(child), owner: self.name, value: value.node() }
    }

    /// Adds the output that is called like the resource itself.
    pub(crate) fn declare_output(&mut self, output: Object) {
        let output = Named { id: self.id(""), owner: self.name, value: output.node() };
        self.builder.outputs.push(output);
    }

    /// Adds a parameter of the template, `{"Type": .., "Description": ..}`, and gives its `Ref`.
    pub fn parameter(&mut self, child: &str, declaration: Object) -> Node<'static> {
        self.declare(self.id(child), declaration)
    }

    /// As [`parameter`](Self::parameter), with a name of its own.
    pub(crate) fn declare(&mut self, id: String, declaration: Object) -> Node<'static> {
        let reference = reference(id.clone());
        self.builder.parameters.push(Named { id, owner: self.name, value: declaration.node() });
        reference
    }

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
            if let Some(parameter) = network::own_parameter(param.child).filter(|_| self.own_vpc()) {
                return parameter.to_owned();
            }
        }
        logical_id(param.resource, param.child)
    }

    /// What stands for a part of the network that the user brings along.
    fn own_network(&mut self, param: &AnyParam) -> Option<Node<'static>> {
        let own = self.own_vpc() && param.resource == "shared";
        let node = own.then(|| network::own(param.child)).flatten()?;
        self.need(param.child);
        Some(node)
    }

    /// Says that a part of what the stack shares is needed.
    pub(crate) fn need(&mut self, child: &'static str) {
        self.builder.needed.insert(child);
    }

    /// Whether the user brings a network along.
    pub(crate) fn own_vpc(&self) -> bool {
        self.builder.own_vpc
    }

    /// Registers something that must be built before the template can be deployed.
    pub fn artifact(&mut self, artifact: Artifact) {
        self.builder.artifacts.push(artifact);
    }

    /// Tells the user something that is not an error; it is printed to stderr. Starts in lower case,
    /// without a full stop.
    pub fn note(&mut self, text: impl std::fmt::Display) {
        self.builder.notes.push(format!("`{}`: {text}", self.name));
    }

    /// Says what an attribute is of a part that is not in the template.
    pub(crate) fn stand_in(&mut self, child: &str, stand_in: StandIn) {
        self.builder.stand_ins.add(self.id(child), stand_in);
    }

    /// Says what the batch job needs of its queue.
    pub(crate) fn job(&mut self, fargate: bool, gpu: bool) {
        self.builder.jobs.push(Job { resource: self.name, fargate, gpu });
    }

    /// Whether the template has the CloudFormation resource of that logical id so far.
    pub(crate) fn is_there(&self, id: &str) -> bool {
        self.builder.resources.iter().any(|resource| resource.id == id)
    }

    /// The properties of a part of another resource of the stack; it is added if it is not there yet.
    pub(crate) fn part_of(
        &mut self,
        resource: &'static str,
        child: &str,
        cfn_type: &'static str,
        properties: impl FnOnce() -> Object,
    ) -> &mut Node<'static> {
        let mut other = Scope { builder: self.builder, name: resource };
        let id = other.id(child);
        if !other.is_there(&id) {
            other.resource(child, cfn_type, properties());
        }
        let resources = &mut self.builder.resources;
        let at = resources.iter().position(|resource| resource.id == id).unwrap_or_default();
        resources[at].properties_mut()
    }

    /// The batch jobs so far.
    pub(crate) fn jobs(&self) -> &[Job] {
        &self.builder.jobs
    }

    /// Adds the rest of the resource after all others: what it emits depends on what they are.
    pub(crate) fn later(&mut self, emit: impl FnOnce(&mut Scope<'_>) -> Result<(), Error> + 'static) {
        self.builder.later.push(Later { name: self.name, emit: Box::new(emit) });
    }

    pub(crate) fn own_policy(&mut self, policy: OwnPolicy) {
        self.builder.own_policies.push(policy);
    }

    /// The type of the machine that has the parameter; none if the stack has no such machine so far.
    pub(crate) fn machine_type(&self, param: &AnyParam) -> Option<MachineType> {
        let id = logical_id(param.resource, param.child);
        self.builder.machines.iter().find(|machine| machine.logical_id == id).map(|machine| machine.kind)
    }

    pub(crate) fn machine(&mut self, machine: MachineDefinition) {
        self.builder.machines.push(machine);
    }
}

impl Resource {
    /// Creates it after the resource of that logical id. A reference does that already.
    pub fn depends_on(&mut self, id: impl Into<String>) -> &mut Self {
        self.depends_on.push(id.into());
        self
    }

    /// What happens to it when it leaves the stack or is replaced: `Retain`, `Delete` or `Snapshot`.
    pub fn deletion_policy(&mut self, policy: &'static str) -> &mut Self {
        self.attribute("DeletionPolicy", policy).attribute("UpdateReplacePolicy", policy)
    }

    /// Any other attribute, such as `Metadata`.
    pub fn attribute(&mut self, name: &'static str, value: impl Into<Node<'static>>) -> &mut Self {
        self.attributes.push(name, value);
        self
    }

    pub(crate) fn depends(&self) -> &[String] {
        &self.depends_on
    }

    pub(crate) fn properties(&self) -> &Node<'static> {
        &self.properties
    }

    /// Drops dependencies on what is not in the template.
    pub(crate) fn forget(&mut self, absent: impl Fn(&str) -> bool) {
        self.depends_on.retain(|id| !absent(id));
    }

    pub(crate) fn properties_mut(&mut self) -> &mut Node<'static> {
        &mut self.properties
    }

    pub(crate) fn cfn_type(&self) -> &'static str {
        self.cfn_type
    }

    pub(crate) fn node(self) -> Node<'static> {
        let depends_on = (!self.depends_on.is_empty()).then(|| Node::array(self.depends_on));
        let head = Object::new().with("Type", self.cfn_type).maybe("DependsOn", depends_on);
        head.with("Properties", self.properties).and(self.attributes).node()
    }
}
