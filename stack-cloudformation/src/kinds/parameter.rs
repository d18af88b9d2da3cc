//! A parameter of the template: what is said when the stack is deployed.

use crate::compile_time::compare::{self, ends_with, is_one_of, starts_with};
use crate::compile_time::message::fail;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::Text;
use crate::references::uses::Uses;
use crate::template::object::Object;
use stack_core::json::Node;

/// A parameter of the template, such as the stage to deploy.
///
/// ```ignore
/// #[resource(default = "dev", allowed = ["dev", "prod"])]
/// stage: Parameter,
/// ```
///
/// `stage.value` is the value that `--parameter-overrides Stage=prod` sets. The parameter creates nothing.
/// The properties are on [`ParameterProperties`].
#[derive(Debug)]
pub struct Parameter {
    _private: (),
}

impl<S> BelongsTo<S> for Parameter {}

impl Kind for Parameter {
    type Properties = ParameterProperties;
    type References = ParameterReferences;
    const NEW: ParameterProperties = ParameterProperties::new();

    fn emit(properties: &ParameterProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        scope.parameter("", properties.declaration());
        Ok(())
    }
}

crate::references! {
    /// The parameters of a parameter that others can refer to.
    pub struct ParameterReferences {
        /// Its value.
        value: Text = Ref("");
    }
}

/// The properties of a [`Parameter`]. All are optional.
#[derive(Clone, Copy, Debug)]
pub struct ParameterProperties {
    parameter_type: &'static str,
    default: Option<&'static str>,
    allowed: &'static [&'static str],
    allowed_pattern: Option<&'static str>,
    constraint_description: Option<&'static str>,
    min_length: Option<u32>,
    max_length: Option<u32>,
    min_value: Option<i64>,
    max_value: Option<i64>,
    no_echo: bool,
    description: Option<&'static str>,
}

const STRING: &str = "String";
const NUMBER: &str = "Number";

impl ParameterProperties {
    const fn new() -> Self {
        ParameterProperties {
            parameter_type: STRING,
            default: None,
            allowed: &[],
            allowed_pattern: None,
            constraint_description: None,
            min_length: None,
            max_length: None,
            min_value: None,
            max_value: None,
            no_echo: false,
            description: None,
        }
    }

    /// CloudFormation's type: `String` (the default), `Number`, `CommaDelimitedList`, `List<Number>`, or
    /// one of AWS's own, such as `AWS::SSM::Parameter::Value<String>`, whose value is that of the named
    /// Systems Manager parameter.
    #[track_caller]
    pub const fn parameter_type(mut self, name: &'static str) -> Self {
        let plain = is_one_of(name, &[STRING, NUMBER, "CommaDelimitedList", "List<Number>", "List<String>"]);
        if !plain && !is_aws_type(name) {
            fail(&[
                "parameter_type is String, Number, CommaDelimitedList, List<Number> or one of AWS's own, such as AWS::SSM::Parameter::Value<String>: `",
                name,
                "`",
            ]);
        }
        self.parameter_type = name;
        self
    }

    /// The value if none is given. Without a default, a value must be given.
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// The allowed values: `["dev", "prod"]`. Any by default.
    pub const fn allowed(mut self, values: &'static [&'static str]) -> Self {
        self.allowed = values;
        self
    }

    /// A regular expression that the whole value must match.
    pub const fn allowed_pattern(mut self, pattern: &'static str) -> Self {
        self.allowed_pattern = Some(pattern);
        self
    }

    /// The message for a value that is not allowed.
    pub const fn constraint_description(mut self, text: &'static str) -> Self {
        self.constraint_description = Some(text);
        self
    }

    /// The minimum length of a `String`.
    pub const fn min_length(mut self, characters: u32) -> Self {
        self.min_length = Some(characters);
        self
    }

    /// The maximum length of a `String`.
    pub const fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// The minimum of a `Number`.
    pub const fn min_value(mut self, number: i64) -> Self {
        self.min_value = Some(number);
        self
    }

    /// The maximum of a `Number`.
    pub const fn max_value(mut self, number: i64) -> Self {
        self.max_value = Some(number);
        self
    }

    /// Whether CloudFormation masks the value with asterisks. `false` by default. A secret belongs in
    /// Secrets Manager.
    pub const fn no_echo(mut self, hidden: bool) -> Self {
        self.no_echo = hidden;
        self
    }

    /// A description of up to 4000 characters.
    #[track_caller]
    pub const fn description(mut self, text: &'static str) -> Self {
        if compare::longer(text, 4000) {
            panic!("description has up to 4000 characters");
        }
        self.description = Some(text);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        if let Some(default) = self.default
            && !self.allowed.is_empty()
            && !is_one_of(default, self.allowed)
        {
            fail(&["the default `", default, "` is none of the values in `allowed`"]);
        }
        if let Some(default) = self.default
            && is_one_of(self.parameter_type, &[NUMBER])
            && !is_number(default)
        {
            fail(&["the default of a `Number` is a number: `", default, "`"]);
        }
        let mut i = 0;
        while i < self.allowed.len() {
            if is_one_of(self.parameter_type, &[NUMBER]) && !is_number(self.allowed[i]) {
                fail(&["a value of a `Number` is a number: `", self.allowed[i], "` in `allowed`"]);
            }
            i += 1;
        }
        if (self.min_length.is_some() || self.max_length.is_some())
            && !is_one_of(self.parameter_type, &[STRING])
        {
            panic!("min_length and max_length are for a `String`");
        }
        if (self.min_value.is_some() || self.max_value.is_some())
            && !is_one_of(self.parameter_type, &[NUMBER])
        {
            panic!("min_value and max_value are for a `Number`: add `parameter_type = \"Number\"`");
        }
        if let (Some(min), Some(max)) = (self.min_value, self.max_value)
            && min > max
        {
            panic!("min_value is greater than max_value, so no number fits");
        }
        if let (Some(min), Some(max)) = (self.min_length, self.max_length)
            && min > max
        {
            panic!("min_length is greater than max_length, so no string fits");
        }
        if let Some(default) = self.default {
            self.check_default(default);
        }
    }

    /// The default is within the bounds. CloudFormation refuses the template otherwise.
    #[track_caller]
    const fn check_default(&self, default: &str) {
        if let Some(max) = self.max_length
            && compare::longer(default, max as usize)
        {
            fail(&["the default `", default, "` is longer than max_length"]);
        }
        if let Some(min) = self.min_length
            && min > 0
            && !compare::longer(default, min as usize - 1)
        {
            fail(&["the default `", default, "` is shorter than min_length"]);
        }
        // A fraction is left to CloudFormation.
        let Ok(number) = i64::from_str_radix(default, 10) else { return };
        if let Some(max) = self.max_value
            && number > max
        {
            fail(&["the default `", default, "` is greater than max_value"]);
        }
        if let Some(min) = self.min_value
            && number < min
        {
            fail(&["the default `", default, "` is less than min_value"]);
        }
    }

    fn declaration(&self) -> Object {
        let allowed = (!self.allowed.is_empty()).then(|| Node::array(self.allowed.iter().copied()));
        Object::new()
            .with("Type", self.parameter_type)
            .maybe("Description", self.description)
            .maybe("Default", self.default)
            .maybe("AllowedValues", allowed)
            .maybe("AllowedPattern", self.allowed_pattern)
            .maybe("ConstraintDescription", self.constraint_description)
            .maybe("MinLength", self.min_length.map(i64::from))
            .maybe("MaxLength", self.max_length.map(i64::from))
            .maybe("MinValue", self.min_value)
            .maybe("MaxValue", self.max_value)
            .maybe("NoEcho", self.no_echo.then_some(true))
    }
}

/// AWS's own types of parameters, of which there may be lists as well.
const AWS_TYPES: [&str; 10] = [
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
];

/// Whether a type is one of AWS's own, a list of one, or what a parameter of Systems Manager holds.
const fn is_aws_type(name: &str) -> bool {
    if is_one_of(name, &["AWS::SSM::Parameter::Name"]) {
        return true;
    }
    let name = match inside(name, "AWS::SSM::Parameter::Value<") {
        Some(held) if is_one_of(held, &[STRING, "CommaDelimitedList", "List<String>"]) => return true,
        Some(held) => held,
        None => name,
    };
    let one = match inside(name, "List<") {
        Some(one) => one,
        None => name,
    };
    is_one_of(one, &AWS_TYPES)
}

/// What stands behind a start and before `>`.
const fn inside<'n>(name: &'n str, start: &str) -> Option<&'n str> {
    if !starts_with(name, start) || !ends_with(name, ">") {
        return None;
    }
    Some(name.split_at(name.len() - 1).0.split_at(start.len()).1)
}

/// Whether the text may be a number: digits, and nothing that none has.
const fn is_number(text: &str) -> bool {
    let (mut rest, mut digits) = (text.as_bytes(), false);
    while let [b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E' | b' ', others @ ..] = rest {
        digits = digits || rest[0].is_ascii_digit();
        rest = others;
    }
    digits && rest.is_empty()
}
