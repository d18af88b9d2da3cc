//! Resources of any other type of CloudFormation, with their properties as JSON.

use super::properties::checks::distinct;
use super::properties::values;
use crate::compile_time::compare::{is_one_of, same};
use crate::compile_time::json_text;
use crate::compile_time::message::fail;
use crate::error::Error;
use crate::kind::scope::Scope;
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::json;

/// Declares a kind for any CloudFormation type: its name, and the parameters that others can refer to, each
/// with its kind, as `Ref` or as an attribute of `Fn::GetAtt`.
///
/// ```
/// use stack_cloudformation::cloudformation;
/// use stack_cloudformation::param::Text;
/// cloudformation! {
///     /// A cluster of ECS.
///     pub Cluster = "AWS::ECS::Cluster" {
///         /// Its ARN.
///         arn: Text = GetAtt("Arn");
///         /// Its name.
///         name: Text = Ref;
///     }
/// }
/// assert_eq!(Cluster::of("reports").list().len(), 2);
///
/// // One that others do not refer to.
/// cloudformation! { Budget = "AWS::Budgets::Budget" }
/// assert_eq!(Budget::COUNT, 0);
/// ```
///
/// A field of that type is a resource, with the properties of [`RawProperties`](crate::kinds::RawProperties):
/// `#[resource(properties = r#"{"ClusterName": "reports"}"#)] reports: Cluster`.
#[macro_export]
macro_rules! cloudformation {
    ($(#[$doc:meta])* $vis:vis $name:ident = $type:literal $(;)?) => {
        $crate::cloudformation! { $(#[$doc])* $vis $name = $type {} }
    };
    ($(#[$doc:meta])* $vis:vis $name:ident = $type:literal {
        $($(#[$param_doc:meta])* $param:ident : $kind:ty = $how:ident $(($attribute:literal))?;)*
    }) => {
        $(#[$doc])*
        $vis struct $name {
            $($(#[$param_doc])* pub $param: $crate::param::Param<$kind>,)*
        }
        $crate::references! { @copied $name }
        impl $name {
            /// How many parameters there are.
            pub const COUNT: usize = { let all: &[&str] = &[$(stringify!($param)),*]; all.len() };
            /// The parameters of the stack's resource of that name.
            pub const fn of(resource: &'static str) -> Self {
                let _ = resource;
                $name {
                    $($param: $crate::param::Param::new(
                        resource,
                        stringify!($param),
                        <$name as $crate::kind::Kind>::NEW.child(),
                        // rustc answers a misspelt one.
                        $crate::param::Attribute::$how $(($attribute))?,
                    ),)*
                }
            }
            /// All parameters, for references by name.
            pub const fn list(self) -> [$crate::param::AnyParam; Self::COUNT] {
                [$(self.$param.any()),*]
            }
        }
        // Here rather than in `NEW`, which others use: they would all be at fault.
        const _: () = $crate::kinds::require_type($type);
        impl<S> $crate::kind::BelongsTo<S> for $name {}
        impl $crate::kind::Kind for $name {
            type Properties = $crate::kinds::RawProperties;
            type References = Self;
            const NEW: $crate::kinds::RawProperties = $crate::kinds::RawProperties::new($type);
            fn emit(
                properties: &$crate::kinds::RawProperties,
                scope: &mut $crate::kind::scope::Scope<'_>,
            ) -> ::core::result::Result<(), $crate::error::Error> {
                properties.emit(scope)
            }
        }
    };
}

/// The properties of a resource whose kind [`cloudformation!`](crate::cloudformation) declares. All are
/// optional.
#[derive(Clone, Copy, Debug)]
pub struct RawProperties {
    cfn_type: &'static str,
    properties: &'static str,
    values: Pairs,
    deletion_policy: Option<&'static str>,
}

impl RawProperties {
    /// Those of a resource of that type.
    #[doc(hidden)]
    pub const fn new(cfn_type: &'static str) -> Self {
        RawProperties { cfn_type, properties: "{}", values: &[], deletion_policy: None }
    }

    /// Its CloudFormation properties, a JSON object. It may contain intrinsic functions, and `${name}` in
    /// its strings for values of `values`.
    #[track_caller]
    pub const fn properties(mut self, json: &'static str) -> Self {
        json_text::require("properties", json);
        if !json_text::is_object(json) {
            panic!("properties are a JSON object: {{\"Name\": \"value\"}}");
        }
        self.properties = json;
        self
    }

    /// What replaces `${name}` in the strings of `properties`: `[("queue", jobs.arn), ("size", 3)]`. A
    /// string that is only `${name}` becomes the value itself, whatever its type.
    #[track_caller]
    pub const fn values(mut self, values: Pairs) -> Self {
        distinct("value", values);
        self.values = values;
        self
    }

    /// What happens to it when it leaves the stack or is replaced: `Retain`, `Delete` or `Snapshot`. By
    /// default CloudFormation's choice for its type.
    #[track_caller]
    pub const fn deletion_policy(mut self, policy: &'static str) -> Self {
        if !is_one_of(policy, &["Retain", "Delete", "Snapshot"]) {
            panic!("deletion_policy is Retain, Delete or Snapshot");
        }
        self.deletion_policy = Some(policy);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        values::require(self.values, "properties", &[self.properties]);
    }

    /// The logical id's last part: `Cluster` of `AWS::ECS::Cluster`.
    #[doc(hidden)]
    pub const fn child(&self) -> &'static str {
        let mut at = self.cfn_type.len();
        while at > 0 && self.cfn_type.as_bytes()[at - 1] != b':' {
            at -= 1;
        }
        self.cfn_type.split_at(at).1
    }

    /// Adds the resource to the template.
    #[doc(hidden)]
    pub fn emit(&self, scope: &mut Scope<'_>) -> Result<(), Error> {
        let mut properties = json::node(self.properties);
        values::fill(&mut properties, self.values, scope);
        let resource = scope.resource(self.child(), self.cfn_type, properties);
        if let Some(policy) = self.deletion_policy {
            resource.deletion_policy(policy);
        }
        Ok(())
    }
}

/// Stops the compilation unless it is a type: words of letters and digits with `::` between, such as
/// `AWS::ECS::Cluster` or `Custom::Mail`.
#[doc(hidden)]
#[track_caller]
pub const fn require_type(cfn_type: &str) {
    let (mut words, mut letters) = (0, 0);
    let mut rest = cfn_type.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        match (*first, others) {
            (b':', [b':', after @ ..]) if letters > 0 => {
                (words, letters) = (words + 1, 0);
                rest = after;
            }
            (b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9', _) => letters += 1,
            _ => (words, rest) = (-9, &[]),
        }
    }
    if words < 1 || letters == 0 || same(cfn_type, "") {
        fail(&["a CloudFormation type looks like `AWS::ECS::Cluster`: `", cfn_type, "`"]);
    }
}
