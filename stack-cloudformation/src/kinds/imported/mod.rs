//! Resources that are there already: nothing is created, and references give what is known of them.

mod kinds;

use crate::compile_time::arn::{after, has_blank, parts};
use crate::compile_time::compare::{is_one_of, same, starts_with};
use crate::compile_time::message::fail;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{AnyParam, Attribute};
use crate::references::uses::Uses;
use crate::template::attribute_substitutions::AttributeSubstitution;
use crate::template::object::substituted;
use crate::template::pseudo;
use std::marker::PhantomData;

/// An existing resource of the kind `K`, such as a queue of another stack.
///
/// ```ignore
/// #[resource(arn = "arn:aws:sqs:eu-west-1:111122223333:jobs")]
/// jobs: Imported<Queue>,
/// #[resource(name = "orders")]
/// orders: Imported<Table>,
/// ```
///
/// The template creates nothing for it. Others refer to it as to one of the stack's own: `jobs.url`,
/// `orders.arn`. The properties are on [`ImportedProperties`].
pub struct Imported<K>(PhantomData<fn() -> K>);

/// A kind whose resources can be imported, by ARN or by name.
///
/// ```
/// use stack_cloudformation::kinds::Import;
/// use stack_cloudformation::param::{AnyParam, Attribute, Text};
///
/// /// A log group that another stack has.
/// struct Log;
///
/// stack_cloudformation::references! {
///     /// What a log group gives to others.
///     pub struct LogReferences {
///         /// Its ARN.
///         arn: Text = GetAtt("Log", "Arn");
///     }
/// }
///
/// impl Import for Log {
///     type References = LogReferences;
///     const PARAMS: &'static [AnyParam] = &LogReferences::of("").list();
///     const LABEL: &'static str = "a log group";
///     const SERVICE: &'static str = "logs";
///     const RESOURCE: &'static str = "log-group:";
///     const ATTRIBUTES: &'static [(&'static str, Attribute, &'static str)] =
///         &[("Log", Attribute::GetAtt("Arn"), "{arn}:*")];
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be imported",
    label = "not a kind that can be imported",
    note = "a kind of your own can, if it implements `stack::kinds::Import`"
)]
pub trait Import: 'static {
    /// What others may refer to: as of the kind.
    type References: Copy + 'static;
    /// All of it: `&MyReferences::of("").list()`.
    const PARAMS: &'static [AnyParam];
    /// What it is, with its article, for messages: `a queue`.
    const LABEL: &'static str;
    /// Its service's name in an ARN: `sqs`.
    const SERVICE: &'static str;
    /// What stands before its name in an ARN: `table/`.
    const RESOURCE: &'static str;
    /// Whether an ARN says which region and account it is of.
    const REGIONAL: bool = true;
    /// What stands after the name in an ARN in policies, if the name is all that is known.
    const AFTER_NAME: &'static str = "";
    /// What is known of it: the child and the attribute as in [`references!`](crate::references), and a
    /// text with `{arn}`, `{name}`, `{region}` and `{account}`.
    const ATTRIBUTES: &'static [(&'static str, Attribute, &'static str)];
    /// The parameters that whatever is connected to it gets.
    const VARIABLES: &'static [&'static str] = &[];
}

/// The properties of an [`Imported`]. Either `arn` or `name` is required.
#[derive(Clone, Copy, Debug)]
pub struct ImportedProperties {
    arn: Option<&'static str>,
    name: Option<&'static str>,
    kind: Imports,
}

/// What the kind says of imports.
#[derive(Clone, Copy, Debug)]
struct Imports {
    params: &'static [AnyParam],
    label: &'static str,
    service: &'static str,
    resource: &'static str,
    regional: bool,
    after_name: &'static str,
    attributes: &'static [(&'static str, Attribute, &'static str)],
    variables: &'static [&'static str],
}

impl<K> std::fmt::Debug for Imported<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Imported")
    }
}

impl<S, K: Import> BelongsTo<S> for Imported<K> {}

impl<K: Import> Kind for Imported<K> {
    type Properties = ImportedProperties;
    type References = K::References;
    const NEW: ImportedProperties = ImportedProperties {
        arn: None,
        name: None,
        kind: Imports {
            params: K::PARAMS,
            label: K::LABEL,
            service: K::SERVICE,
            resource: K::RESOURCE,
            regional: K::REGIONAL,
            after_name: K::AFTER_NAME,
            attributes: K::ATTRIBUTES,
            variables: K::VARIABLES,
        },
    };

    fn emit(properties: &ImportedProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

impl ImportedProperties {
    /// Its ARN. `${AWS::Partition}`, `${AWS::Region}` and `${AWS::AccountId}` are filled in.
    #[track_caller]
    pub const fn arn(mut self, arn: &'static str) -> Self {
        let [start, partition, service, region, account, resource] = parts(arn);
        let resource = match after(resource, self.kind.resource) {
            Some(name) => name,
            None => "",
        };
        let placed = region.is_empty() != self.kind.regional && account.is_empty() != self.kind.regional;
        let good = same(start, "arn") && !partition.is_empty() && same(service, self.kind.service);
        if !good || !placed || resource.is_empty() || has_blank(arn) {
            let place = if self.kind.regional { "<region>:<account>:" } else { "::" };
            fail(&[
                "the ARN of ",
                self.kind.label,
                " is arn:aws:",
                self.kind.service,
                ":",
                place,
                self.kind.resource,
                "<name>: `",
                arn,
                "`",
            ]);
        }
        pseudo::check(arn);
        self.arn = Some(arn);
        self
    }

    /// Its name, if it is in the account and region to which the stack is deployed.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        if name.is_empty() || has_blank(name) {
            fail(&["the name of ", self.kind.label, " is not empty and has no spaces: `", name, "`"]);
        }
        if starts_with(name, "arn:") {
            fail(&["this is an ARN: write `arn = \"", name, "\"`"]);
        }
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        match (self.arn, self.name) {
            (None, None) => fail(&[
                self.kind.label,
                " is imported by its ARN or its name: add `arn = \"..\"` or `name = \"..\"`",
            ]),
            (Some(_), Some(_)) => panic!("arn and name exclude each other: keep one"),
            _ => {}
        }
        let mut i = 0;
        while i < self.kind.params.len() {
            let param = self.kind.params[i];
            if used.has(param.name) && !is_known(&param, self.kind.attributes) {
                fail(&[
                    "its `",
                    param.name,
                    "` is used, which is not known of ",
                    self.kind.label,
                    " that is imported",
                ]);
            }
            // A use without a parameter is a connection.
            if used.has("")
                && is_one_of(param.name, self.kind.variables)
                && !is_known(&param, self.kind.attributes)
            {
                fail(&[
                    "nothing can be connected to it: its `",
                    param.name,
                    "` is not known of ",
                    self.kind.label,
                    " that is imported\nhelp: `environment` and `iam_role_statements` take what is known",
                ]);
            }
            i += 1;
        }
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let (arn, name, region, account, suffix) = match (self.arn, self.name.unwrap_or_default()) {
            (Some(arn), _) => {
                let [_, _, _, region, account, resource] = parts(arn);
                let name = resource.strip_prefix(self.kind.resource).unwrap_or(resource);
                (arn.to_owned(), name, region, account, "")
            }
            (None, name) => {
                let (region, account) =
                    if self.kind.regional { ("${AWS::Region}", "${AWS::AccountId}") } else { ("", "") };
                let start = format!("arn:${{AWS::Partition}}:{}:{region}:{account}", self.kind.service);
                let arn = format!("{start}:{}{name}", self.kind.resource);
                (arn, name, region, account, self.kind.after_name)
            }
        };
        for (child, attribute, text) in self.kind.attributes {
            let text = text.replace("{arn}", &arn).replace("{name}", name);
            let text = text.replace("{region}", region).replace("{account}", account);
            let mut substitution = AttributeSubstitution::new(*attribute, substituted(&text));
            if text == arn && !suffix.is_empty() {
                substitution = substitution.in_policies(substituted(&text) + suffix);
            }
            scope.substitute_attribute(child, substitution);
        }
    }
}

const fn is_known(param: &AnyParam, attributes: &[(&str, Attribute, &str)]) -> bool {
    let mut i = 0;
    while i < attributes.len() {
        let (child, attribute, _) = attributes[i];
        let alike = match (attribute, param.attribute) {
            (Attribute::Ref, Attribute::Ref) => true,
            (Attribute::GetAtt(one), Attribute::GetAtt(other)) => same(one, other),
            _ => false,
        };
        if alike && same(child, param.child) {
            return true;
        }
        i += 1;
    }
    false
}
