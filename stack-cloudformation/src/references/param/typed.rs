//! Parameters of any kind, and of one that is known: the types.

use stack_core::services::referent::Referent;
use std::fmt;
use std::marker::PhantomData;

/// A value that a resource has once it is deployed, such as a function's ARN.
///
/// `K` says what it is ([`FunctionArn`](crate::param::FunctionArn), [`JobDefinitionArn`](crate::param::JobDefinitionArn), ..), so that a queue's URL does not
/// compile where a topic's ARN belongs.
pub struct Param<K> {
    any: AnyParam,
    kind: PhantomData<fn() -> K>,
}

/// A [`Param`] of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnyParam {
    /// The field of the stack that declares the resource; `shared` for what the stack shares.
    pub resource: &'static str,
    /// The parameter's name after the resource's, such as `arn` or `lambda_function.arn`.
    pub name: &'static str,
    /// The CloudFormation resource that has it: the logical id without the resource's own name.
    pub child: &'static str,
    /// How CloudFormation is asked for it.
    pub attribute: Attribute,
    /// How CloudFormation is asked for the ARN of what it names; as `attribute` if it is an ARN itself.
    pub arn: Attribute,
    /// What it is.
    pub referent: Referent,
    /// Whether a task can run what it names.
    pub runs: bool,
}

/// How CloudFormation is asked for a value of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `Ref`
    Ref,
    /// `Fn::GetAtt` of that attribute.
    GetAtt(&'static str),
}

/// What a parameter is.
pub trait ParamKind: 'static {
    /// What it is. A parameter of a task that names a resource accepts references to what it wants: a kind of
    /// `Referent::UrlOfQueue` wherever AWS takes a queue's URL, and one of [`Referent::Own`] or [`Referent::OwnArn`], which
    /// say what messages call it, with its article, in no such place.
    const REFERENT: Referent;
    /// Whether a task can run what it names: its `Resource` may be one.
    const RUNS: bool = false;
    /// If it is not an ARN itself: how to ask the CloudFormation resource that has it for the ARN.
    const ARN: Option<Attribute> = None;
}

impl<K> Clone for Param<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Param<K> {}

impl<K> fmt::Debug for Param<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.any.fmt(f)
    }
}

impl<K: ParamKind> Param<K> {
    /// The parameter `name` of the stack's resource `resource`: `attribute` of its CloudFormation
    /// resource whose logical id ends in `child`.
    pub const fn new(
        resource: &'static str,
        name: &'static str,
        child: &'static str,
        attribute: Attribute,
    ) -> Self {
        let any = AnyParam::new(resource, name, child, attribute, K::ARN, K::REFERENT, K::RUNS);
        Param { any, kind: PhantomData }
    }
}

/// What a parameter of a type that is no kind is, which was reported: it fits everywhere.
#[derive(Debug)]
pub enum Anything {}

impl ParamKind for Anything {
    const REFERENT: Referent = Referent::Anything;
    const RUNS: bool = true;
}

impl AnyParam {
    /// Not a part of [`Param::new`], which is compiled for each kind.
    const fn new(
        resource: &'static str,
        name: &'static str,
        child: &'static str,
        attribute: Attribute,
        arn: Option<Attribute>,
        referent: Referent,
        runs: bool,
    ) -> Self {
        let arn = match arn {
            Some(arn) => arn,
            None => attribute,
        };
        AnyParam { resource, name, child, attribute, arn, referent, runs }
    }

    /// Whether it fits everywhere, since it is of a type that is no kind.
    pub(crate) const fn is_anything(&self) -> bool {
        self.referent.is(Referent::Anything)
    }
}

impl<K> Param<K> {
    /// The same without its kind.
    pub const fn any(self) -> AnyParam {
        self.any
    }
}
