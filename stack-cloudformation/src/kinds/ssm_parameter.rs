//! A parameter of Systems Manager's Parameter Store that is there already.

use super::properties::checks;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{Attribute, Text};
use crate::references::uses::Uses;
use crate::template::attribute_substitutions::AttributeSubstitution;

/// An existing parameter of the SSM Parameter Store: the template creates nothing for it.
///
/// ```ignore
/// #[resource(name = "/shop/stage")]
/// stage: SsmParameter,
/// ```
///
/// `stage.value` is filled in when the stack is deployed. A `SecureString` has no value in a template: who
/// needs it reads it with `ssm:GetParameter`, which `connect_to` allows. The properties are on
/// [`SsmParameterProperties`], the parameters that others can refer to on [`SsmParameterReferences`].
#[derive(Debug)]
pub struct SsmParameter {
    _private: (),
}

impl<S> BelongsTo<S> for SsmParameter {}

impl Kind for SsmParameter {
    type Properties = SsmParameterProperties;
    type References = SsmParameterReferences;
    const NEW: SsmParameterProperties = SsmParameterProperties { name: None, version: None, secure: false };

    fn emit(properties: &SsmParameterProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a parameter of the Parameter Store that others can refer to.
    pub struct SsmParameterReferences {
        /// Its value when the stack is deployed.
        value: Text = GetAtt("Parameter", "Value");
        /// Its name.
        name: Text = Ref("Parameter");
        /// Its ARN.
        arn: Text = GetAtt("Parameter", "Arn");
    }
}

/// The properties of an [`SsmParameter`]. `name` is required.
#[derive(Clone, Copy, Debug)]
pub struct SsmParameterProperties {
    name: Option<&'static str>,
    version: Option<u32>,
    secure: bool,
}

impl SsmParameterProperties {
    /// Its name, such as `/shop/stage`: up to 1011 letters, digits and `-`, `_`, `.`, `/`, the first a `/` if
    /// there is any.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a parameter", name, "1011", "./");
        let (mut slash, mut i) = (false, 0);
        while i < name.len() {
            slash = slash || name.as_bytes()[i] == b'/';
            i += 1;
        }
        if slash && name.as_bytes()[0] != b'/' {
            panic!("the name of a parameter with a `/` in it starts with one");
        }
        self.name = Some(name);
        self
    }

    /// The version of its value, 1 or more. The latest by default.
    #[track_caller]
    pub const fn version(mut self, version: u32) -> Self {
        if version < 1 {
            panic!("version is 1 or more");
        }
        self.version = Some(version);
        self
    }

    /// Whether it is a `SecureString`. `false` by default.
    pub const fn secure(mut self, secure: bool) -> Self {
        self.secure = secure;
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        if self.name.is_none() {
            panic!("a parameter needs its name: add `name = \"/shop/stage\"`");
        }
        if self.secure && used.has("value") {
            panic!(
                "the value of a secure parameter cannot be in a template: use its `name`, and `connect_to` to read it"
            );
        }
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let name = self.name.unwrap_or_default();
        let version = self.version.map(|version| format!(":{version}")).unwrap_or_default();
        let value = format!("{{{{resolve:ssm:{name}{version}}}}}");
        let start = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";
        // In an ARN, a slash stands before every name, but only one.
        let slash = if name.starts_with('/') { "" } else { "/" };
        let arn = format!("{start}{slash}{name}");
        // Who writes an ARN with the name in it has written the slash.
        let in_arn = name.trim_start_matches('/').to_owned();
        let name = AttributeSubstitution::new(Attribute::Ref, name.to_owned()).in_policies(in_arn);
        scope.substitute_attribute("Parameter", name);
        scope
            .substitute_attribute("Parameter", AttributeSubstitution::new(Attribute::GetAtt("Value"), value));
        scope.substitute_attribute("Parameter", AttributeSubstitution::new(Attribute::GetAtt("Arn"), arn));
    }
}
