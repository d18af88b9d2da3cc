//! An output of the template: what the deployed stack tells.

use crate::compile_time::compare::longer;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{AnyParam, Param};
use crate::references::uses::Uses;
use crate::template::object::{Object, text};
use crate::template::pseudo;

/// An output of the template, for people, scripts and, with `export`, for other stacks.
///
/// ```ignore
/// #[resource(value = orders.arn, export = "${AWS::StackName}-orders")]
/// orders_of_the_shop: Output,
/// ```
///
/// Resources have outputs of their own, such as their ARNs; this is for names of your own and for exports.
/// The properties are on [`OutputProperties`]. Nothing can be referred to.
#[derive(Debug)]
pub struct Output {
    _private: (),
}

impl<S> BelongsTo<S> for Output {}

impl Kind for Output {
    type Properties = OutputProperties;
    type References = OutputReferences;
    const NEW: OutputProperties = OutputProperties { value: None, description: None, export: None };

    fn emit(properties: &OutputProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        // `check` has made sure that there is one.
        let Some(value) = properties.value else { return Ok(()) };
        let export = properties.export.map(|name| Object::new().with("Name", text(name)));
        let output = Object::new()
            .maybe("Description", properties.description)
            .with("Value", scope.param(&value))
            .maybe("Export", export);
        scope.declare_output(output);
        Ok(())
    }
}

/// What an output gives to others: nothing.
#[derive(Clone, Copy, Debug)]
pub struct OutputReferences;

impl OutputReferences {
    /// No parameters.
    pub const fn of(_: &'static str) -> Self {
        OutputReferences
    }

    /// None of them.
    pub const fn list(self) -> [AnyParam; 0] {
        []
    }
}

/// The properties of an [`Output`]: `value` is required, all others are optional.
#[derive(Clone, Copy, Debug)]
pub struct OutputProperties {
    value: Option<AnyParam>,
    description: Option<&'static str>,
    export: Option<&'static str>,
}

impl OutputProperties {
    /// Its value: a parameter of a resource, such as `api.url`.
    pub const fn value<K>(mut self, value: Param<K>) -> Self {
        self.value = Some(value.any());
        self
    }

    /// A description of up to 1024 bytes.
    #[track_caller]
    pub const fn description(mut self, text: &'static str) -> Self {
        if text.len() > 1024 {
            panic!("description has up to 1024 bytes");
        }
        self.description = Some(text);
        self
    }

    /// The name under which other stacks of the account and region can import it, up to 255 characters.
    /// `${AWS::StackName}`, `${AWS::Region}` and the like are filled in. None by default.
    #[track_caller]
    pub const fn export(mut self, name: &'static str) -> Self {
        if name.is_empty() || longer(name, 255) {
            panic!("export has 1 to 255 characters");
        }
        pseudo::check(name);
        self.export = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        if self.value.is_none() {
            panic!("an output needs a value: add `value = ..`, such as the `arn` of a resource");
        }
    }
}
