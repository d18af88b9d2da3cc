//! A secret of Secrets Manager, whose value AWS makes.

use super::properties::checks;
use super::properties::setters::setters;
use super::properties::tags::tags;
use crate::compile_time::compare;
use crate::compile_time::json_text;
use crate::compile_time::message::fail;
use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::SecretArn;
use crate::references::uses::Uses;
use crate::references::value::Pairs;
use crate::template::object::{Object, reference};

/// A secret of Secrets Manager. AWS generates its value when the stack is created, so that it is never in
/// the template; programs read it by its ARN. It is kept when it leaves the stack, unless
/// `deletion_policy = "Delete"`.
///
/// ```ignore
/// #[resource(secret_string_template = r#"{"user": "shop"}"#, generate_string_key = "password")]
/// database: Secret,
/// ```
///
/// One that is there already is an [`Imported<Secret>`](super::Imported). The properties are on
/// [`SecretProperties`], the parameters that others can refer to on [`SecretReferences`].
#[derive(Debug)]
pub struct Secret {
    _private: (),
}

impl<S> BelongsTo<S> for Secret {}

impl Kind for Secret {
    type Properties = SecretProperties;
    type References = SecretReferences;
    const NEW: SecretProperties = SecretProperties::new();

    fn emit(properties: &SecretProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties.emit(scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a secret that others can refer to; not its value, which a template must not hold.
    pub struct SecretReferences {
        /// The secret's ARN.
        arn: SecretArn = Ref("Secret");
    }
}

/// The properties of a [`Secret`]. All are optional; by default its value is a password.
#[derive(Clone, Copy, Debug)]
pub struct SecretProperties {
    secret_string_template: Option<&'static str>,
    generate_string_key: Option<&'static str>,
    password_length: u32,
    exclude_characters: Option<&'static str>,
    exclude_punctuation: bool,
    description: Option<&'static str>,
    deletion_policy: &'static str,
    tags: Pairs,
    name: Option<&'static str>,
}

/// What a password has at least one of each of.
const EACH_OF: [(&str, &str); 3] = [
    ("capital letters", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("small letters", "abcdefghijklmnopqrstuvwxyz"),
    ("digits", "0123456789"),
];

const fn holds_all(text: &str, all: &str) -> bool {
    let mut i = 0;
    while i < all.len() {
        if !compare::contains(text, all.as_bytes()[i]) {
            return false;
        }
        i += 1;
    }
    true
}

impl SecretProperties {
    const fn new() -> Self {
        SecretProperties {
            secret_string_template: None,
            generate_string_key: None,
            password_length: 32,
            exclude_characters: None,
            exclude_punctuation: false,
            description: None,
            deletion_policy: "Retain",
            tags: &[],
            name: None,
        }
    }

    /// A JSON object to which the password is added, under `generate_string_key`: `{"user": "shop"}`. By
    /// default the value is the password alone.
    #[track_caller]
    pub const fn secret_string_template(mut self, json: &'static str) -> Self {
        json_text::require("secret_string_template", json);
        if !json_text::is_object(json) {
            panic!("secret_string_template is a JSON object, such as {{\"user\": \"shop\"}}");
        }
        self.secret_string_template = Some(json);
        self
    }

    /// The key of the password in the JSON object. Needs `secret_string_template`.
    #[track_caller]
    pub const fn generate_string_key(mut self, key: &'static str) -> Self {
        if key.is_empty() {
            panic!("generate_string_key is not empty");
        }
        self.generate_string_key = Some(key);
        self
    }

    /// The length of the password, 4 to 4096 characters. 32 by default.
    #[track_caller]
    pub const fn password_length(mut self, characters: u32) -> Self {
        // The password has a small and a large letter, a digit and a sign, each at least once.
        if characters < 4 || characters > 4096 {
            panic!("password_length is 4 to 4096 characters");
        }
        self.password_length = characters;
        self
    }

    /// Characters that the password must not contain, up to 4096. Of capital letters, small ones and digits some have to
    /// be left, since a password has one of each. None by default.
    #[track_caller]
    pub const fn exclude_characters(mut self, characters: &'static str) -> Self {
        if compare::longer(characters, 4096) {
            panic!("exclude_characters has up to 4096 characters");
        }
        let mut i = 0;
        while i < EACH_OF.len() {
            let (label, all) = EACH_OF[i];
            if holds_all(characters, all) {
                fail(&["a password has one of the ", label, ", and exclude_characters leaves none"]);
            }
            i += 1;
        }
        self.exclude_characters = Some(characters);
        self
    }

    /// Whether the password has only letters and digits. `false` by default.
    pub const fn exclude_punctuation(mut self, exclude: bool) -> Self {
        self.exclude_punctuation = exclude;
        self
    }

    /// A description of up to 2048 characters.
    #[track_caller]
    pub const fn description(mut self, text: &'static str) -> Self {
        if compare::longer(text, 2048) {
            panic!("description has up to 2048 characters");
        }
        self.description = Some(text);
        self
    }

    setters! { deletion_policy, tags }

    /// The physical name: 1 to 512 letters, digits and `-`, `_`, `/`, `+`, `=`, `.`, `@`. By default
    /// CloudFormation chooses one.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a secret", name, "512", "/+=.@");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        if self.secret_string_template.is_some() != self.generate_string_key.is_some() {
            panic!("secret_string_template and generate_string_key go together: add the other");
        }
    }

    fn emit(&self, scope: &mut Scope<'_>) {
        let generated = Object::new()
            .maybe("SecretStringTemplate", self.secret_string_template)
            .maybe("GenerateStringKey", self.generate_string_key)
            .with("PasswordLength", i64::from(self.password_length))
            .maybe("ExcludeCharacters", self.exclude_characters)
            .maybe("ExcludePunctuation", self.exclude_punctuation.then_some(true));
        let secret = Object::new()
            .maybe("Name", self.name)
            .maybe("Description", self.description)
            .with("GenerateSecretString", generated)
            .maybe("Tags", tags(scope, self.tags));
        scope.resource("Secret", "AWS::SecretsManager::Secret", secret).deletion_policy(self.deletion_policy);
        scope.output("SecretArn", reference(scope.id("Secret")), "The secret's ARN");
    }
}
