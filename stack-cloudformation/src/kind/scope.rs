//! Where kinds put their CloudFormation resources while a template is made.

use crate::error::Error;
use crate::kind::builder::{Builder, Check, Deferred};
use crate::references::machine::MachineType;
use crate::references::param::AnyParam;
use crate::template::artifact::Artifact;
use crate::template::attribute_substitutions::AttributeSubstitution;
use crate::template::logical_id::logical_id;
use crate::template::object::reference;
use crate::template::prerequisites::Prerequisite;
use crate::template::resource::Entry;
use stack_core::json::Node;

pub use crate::template::object::Object;
pub use crate::template::resource::Resource;
pub use crate::template::{Emitted, MachineDefinition, Task};
pub use stack_iam::{Policy, Trust};

/// The part of the template that belongs to one resource of the stack.
///
/// [`Kind::emit`](crate::kind::Kind::emit) gets it. The parts of a resource are told apart by a word, the *child*: the part
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
    pub(super) builder: &'a mut Builder,
    pub(super) name: &'static str,
}

impl<'a> Scope<'a> {
    /// The part of the resource of that name.
    pub(crate) fn new(builder: &'a mut Builder, name: &'static str) -> Self {
        Scope { builder, name }
    }

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
        let id = self.id(child);
        self.builder.document.add(Resource::new(id, self.name, cfn_type, properties.into()))
    }

    /// Adds an output: the name `BillCustomerFunctionArn` for the child `FunctionArn`.
    pub fn output(&mut self, child: &str, value: impl Into<Node<'static>>, description: &str) {
        let output = self.named_output(child, value.into(), description);
        self.builder.document.outputs.push(output);
    }

    /// Adds an output that is left out of a template with more than 200.
    pub fn minor_output(&mut self, child: &str, value: impl Into<Node<'static>>, description: &str) {
        let output = self.named_output(child, value.into(), description);
        self.builder.document.minor_outputs.push(output);
    }

    fn named_output(&self, child: &str, value: Node<'static>, description: &str) -> Entry {
        let value = Object::new().with("Description", description.to_owned()).with("Value", value);
        Entry { id: self.id(child), owner: self.name, value: value.node() }
    }

    /// Adds the output that is called like the resource itself.
    pub(crate) fn declare_output(&mut self, output: Object) {
        let output = Entry { id: self.id(""), owner: self.name, value: output.node() };
        self.builder.document.outputs.push(output);
    }

    /// Adds a parameter of the template, `{"Type": .., "Description": ..}`, and gives its `Ref`.
    pub fn parameter(&mut self, child: &str, declaration: Object) -> Node<'static> {
        self.declare(self.id(child), declaration)
    }

    /// As [`parameter`](Self::parameter), with a name of its own.
    pub(crate) fn declare(&mut self, id: String, declaration: Object) -> Node<'static> {
        let reference = reference(id.clone());
        self.builder.document.parameters.push(Entry { id, owner: self.name, value: declaration.node() });
        reference
    }

    /// Says that a part of what the stack shares is needed.
    pub(crate) fn need(&mut self, child: &'static str) {
        self.builder.shared_parts.push(child);
    }

    /// Whether the user brings a network along.
    pub(crate) fn own_vpc(&self) -> bool {
        self.builder.own_vpc
    }

    /// Registers something that must be built before the template can be deployed.
    pub fn artifact(&mut self, artifact: Artifact) {
        self.builder.document.artifacts.push(artifact);
    }

    /// Tells the user something that is not an error; it is printed to stderr. Starts in lower case,
    /// without a full stop.
    pub fn note(&mut self, text: impl std::fmt::Display) {
        self.builder.document.notes.push(format!("`{}`: {text}", self.name));
    }

    /// Says what an attribute is of a part that is not in the template.
    pub(crate) fn substitute_attribute(&mut self, child: &str, substitution: AttributeSubstitution) {
        self.builder.substitutions.add(self.id(child), substitution);
    }

    /// The resource of that logical id, if the template has it so far.
    pub(crate) fn emitted(&self, id: &str) -> Option<&Resource> {
        self.builder.document.resource(id)
    }

    /// The properties of a part of another resource of the stack; it is added if it is not there yet.
    pub(crate) fn part_of(
        &mut self,
        resource: &'static str,
        child: &str,
        cfn_type: &'static str,
        properties: impl FnOnce() -> Object,
    ) -> &mut Node<'static> {
        let id = logical_id(resource, child);
        let make = || Resource::new(id.clone(), resource, cfn_type, properties().node());
        self.builder.document.resource_or_add(&id, make).properties_mut()
    }

    /// Adds the rest of the resource after all others: what it emits depends on what they are.
    pub(crate) fn defer(&mut self, emit: impl FnOnce(&mut Scope<'_>) -> Result<(), Error> + 'static) {
        let name = self.name;
        self.builder.deferred.push(Deferred(Box::new(move |builder| emit(&mut Scope { builder, name }))));
    }

    /// Checks the resource against all others, once these are emitted and overridden: what a kind demands of the
    /// resources that it refers to, or of those that use it.
    ///
    /// ```
    /// # use stack_cloudformation::error::Error;
    /// # use stack_cloudformation::param::AnyParam;
    /// # use stack_cloudformation::scope::Scope;
    /// # fn emit(undelivered: &AnyParam, scope: &mut Scope<'_>) {
    /// let (name, other) = (scope.name(), scope.id_of(undelivered));
    /// scope.check(move |emitted| {
    ///     let is_fifo = |id| emitted.resource(id).is_some_and(|it| it.properties().get("FifoQueue").is_some());
    ///     if is_fifo(&other) {
    ///         return Err(Error::new(format!("`{name}`: what is not delivered cannot go to a FIFO queue")));
    ///     }
    ///     Ok(())
    /// });
    /// # }
    /// ```
    pub fn check(&mut self, check: impl FnOnce(&Emitted<'_>) -> Result<(), Error> + 'static) {
        self.builder.checks.push(Check(Box::new(check)));
    }

    /// Says that others may use the resource of that logical id only after those of `needs` are there.
    pub(crate) fn require_first(&mut self, resource: String, needs: Vec<String>) {
        self.builder.document.prerequisites.push(Prerequisite { resource, needs });
    }

    /// The type of the machine that has the parameter; none if the stack has no such machine so far.
    pub(crate) fn machine_type(&self, param: &AnyParam) -> Option<MachineType> {
        let id = logical_id(param.resource, param.child);
        let machines = &self.builder.document.machines;
        machines.iter().find(|machine| machine.logical_id == id).map(|machine| machine.kind)
    }

    /// Whether the type of another resource uses this one, as the definition of a machine that calls it does.
    pub(crate) fn is_called_by(&self, resource: &str) -> bool {
        let mut users = self.builder.users.iter();
        users.any(|user| user.name == resource && user.has_in_type(self.name))
    }

    pub(crate) fn machine(&mut self, machine: MachineDefinition) {
        self.builder.document.machines.push(machine);
    }
}
