//! What `#[resource(..)]` sets on a bucket.

use crate::compile_time::compare::{after_placeholder, ends_with, is_one_of, starts_with};
use crate::compile_time::message::fail;
use crate::kinds::properties::cors::{self, Words};
use crate::kinds::properties::setters::setters;
use crate::references::uses::Uses;
use crate::references::value::{Pairs, Value};

/// Storage classes by prefix, each with the days after which objects go there.
pub(super) type Transitions = &'static [(&'static str, &'static str, Value)];

/// What pages may do with a bucket.
const METHODS: [&str; 5] = ["GET", "PUT", "POST", "DELETE", "HEAD"];

/// The properties of a [`Bucket`](super::Bucket). All are optional.
#[derive(Clone, Copy, Debug)]
pub struct BucketProperties {
    pub(super) versioning: bool,
    pub(super) encryption: &'static str,
    pub(super) expiration: Pairs,
    pub(super) non_current_version_expiration: Pairs,
    pub(super) class_transition: Transitions,
    pub(super) non_current_version_class_transition: Transitions,
    pub(super) abort_incomplete_multipart_upload: Option<u32>,
    pub(super) enable_event_bus_notifications: bool,
    pub(super) cors: bool,
    pub(super) cors_allowed_origins: Words,
    pub(super) cors_allowed_methods: Words,
    pub(super) cors_allowed_headers: Words,
    pub(super) cors_exposed_headers: Words,
    pub(super) cors_max_age: Option<u32>,
    pub(super) deletion_policy: &'static str,
    pub(super) tags: Pairs,
    pub(super) name: Option<&'static str>,
}

impl BucketProperties {
    pub(super) const fn new() -> Self {
        BucketProperties {
            versioning: false,
            encryption: "AES256",
            expiration: &[],
            non_current_version_expiration: &[],
            class_transition: &[],
            non_current_version_class_transition: &[],
            abort_incomplete_multipart_upload: None,
            enable_event_bus_notifications: false,
            cors: false,
            cors_allowed_origins: cors::ANY,
            cors_allowed_methods: &METHODS,
            cors_allowed_headers: cors::ANY,
            cors_exposed_headers: &[],
            cors_max_age: None,
            deletion_policy: "Retain",
            tags: &[],
            name: None,
        }
    }

    /// Whether overwritten and deleted objects are kept as older versions. `false` by default.
    pub const fn versioning(mut self, versioning: bool) -> Self {
        self.versioning = versioning;
        self
    }

    /// How objects are encrypted: `AES256` (the default), with S3's own keys, or `aws:kms`, with the
    /// account's key for S3.
    #[track_caller]
    pub const fn encryption(mut self, algorithm: &'static str) -> Self {
        if !is_one_of(algorithm, &["AES256", "aws:kms"]) {
            panic!("encryption is AES256 or aws:kms");
        }
        self.encryption = algorithm;
        self
    }

    /// After how many days, 1 or more, objects are deleted, by the prefix of their keys:
    /// `[("tmp/", 7), ("logs/", 90)]`. Never by default. The prefix `""` matches all objects.
    #[track_caller]
    pub const fn expiration(mut self, rules: Pairs) -> Self {
        check_rules("expiration", rules);
        self.expiration = rules;
        self
    }

    /// After how many days, 1 or more, older versions are deleted, by prefix. Never by default. Needs
    /// `versioning`.
    #[track_caller]
    pub const fn non_current_version_expiration(mut self, rules: Pairs) -> Self {
        check_rules("non_current_version_expiration", rules);
        self.non_current_version_expiration = rules;
        self
    }

    /// After how many days objects move to another storage class, by prefix:
    /// `[("reports/", "GLACIER", 90)]`. The classes are `STANDARD_IA`, `ONEZONE_IA` (both after 30 days or
    /// more), `INTELLIGENT_TIERING`, `GLACIER_IR`, `GLACIER` and `DEEP_ARCHIVE`.
    #[track_caller]
    pub const fn class_transition(mut self, rules: Transitions) -> Self {
        check_transitions("class_transition", rules);
        self.class_transition = rules;
        self
    }

    /// After how many days older versions move to another storage class, by prefix. Needs `versioning`.
    #[track_caller]
    pub const fn non_current_version_class_transition(mut self, rules: Transitions) -> Self {
        check_transitions("non_current_version_class_transition", rules);
        self.non_current_version_class_transition = rules;
        self
    }

    /// After how many days, 1 or more, the parts of an incomplete upload are deleted. Never by default.
    #[track_caller]
    pub const fn abort_incomplete_multipart_upload(mut self, days: u32) -> Self {
        if days < 1 {
            panic!("abort_incomplete_multipart_upload is 1 day or more");
        }
        self.abort_incomplete_multipart_upload = Some(days);
        self
    }

    /// Whether EventBridge receives an event for every change to an object. `false` by default.
    pub const fn enable_event_bus_notifications(mut self, enable: bool) -> Self {
        self.enable_event_bus_notifications = enable;
        self
    }

    /// Whether web pages of other origins may read and write its objects, if they are authorized, for example by a
    /// presigned URL. `false` by default.
    pub const fn cors(mut self, cors: bool) -> Self {
        self.cors = cors;
        self
    }

    /// How long browsers may cache these permissions, in seconds. By default, browsers decide. Needs `cors`.
    pub const fn cors_max_age(mut self, seconds: u32) -> Self {
        self.cors_max_age = Some(seconds);
        self
    }

    setters! { cors_allowed_origins, cors_allowed_methods, cors_allowed_headers, cors_exposed_headers, deletion_policy, tags }

    /// The physical name: 3 to 63 lower-case letters, digits, `-` and `.`, unique in all of AWS. By default
    /// CloudFormation chooses one, which is better.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let mut good = 3 <= bytes.len();
        let (mut i, mut filled) = (0, 0);
        while i < bytes.len() {
            if bytes[i] == b'$' {
                let end = after_placeholder(bytes, i);
                if end > i {
                    (i, filled) = (end, filled + end - i);
                    continue;
                }
            }
            let inner = i > 0 && i + 1 < bytes.len();
            let plain = bytes[i].is_ascii_lowercase() || bytes[i].is_ascii_digit();
            good = good && (plain || inner && (bytes[i] == b'-' || bytes[i] == b'.' && bytes[i - 1] != b'.'));
            i += 1;
        }
        refuse_reserved(name);
        if is_ip_address(name) {
            fail(&["a bucket's name is not like an IP address: `", name, "`"]);
        }
        if !good || bytes.len() - filled > 63 {
            fail(&[
                "a bucket's name has 3 to 63 characters: lower-case letters, digits, and inside also `-` and `.`: `",
                name,
                "`",
            ]);
        }
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, _: &Uses) {
        let older = !self.non_current_version_expiration.is_empty()
            || !self.non_current_version_class_transition.is_empty();
        if older && !self.versioning {
            panic!("only a bucket with `versioning = true` has older versions: add it");
        }
        let other = !cors::is_any(self.cors_allowed_origins)
            || self.cors_allowed_methods.len() != METHODS.len()
            || !cors::is_any(self.cors_allowed_headers)
            || !self.cors_exposed_headers.is_empty()
            || self.cors_max_age.is_some();
        if other && !self.cors {
            panic!("`cors_` properties are for buckets with CORS: add `cors`");
        }
        let lists = [self.cors_allowed_origins, self.cors_allowed_methods];
        if lists[0].is_empty() || lists[1].is_empty() {
            panic!("CORS needs at least one origin and one method: leave the list out to allow all");
        }
    }
}

/// What no bucket's name may start or end with: they are S3's own.
const RESERVED_STARTS: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_ENDS: [&str; 5] = ["-s3alias", "--ol-s3", "--x-s3", "--table-s3", ".mrap"];

#[track_caller]
const fn refuse_reserved(name: &str) {
    let mut i = 0;
    while i < RESERVED_STARTS.len() {
        if starts_with(name, RESERVED_STARTS[i]) {
            fail(&["names that start with `", RESERVED_STARTS[i], "` are S3's own: `", name, "`"]);
        }
        i += 1;
    }
    let mut i = 0;
    while i < RESERVED_ENDS.len() {
        if ends_with(name, RESERVED_ENDS[i]) {
            fail(&["names that end with `", RESERVED_ENDS[i], "` are S3's own: `", name, "`"]);
        }
        i += 1;
    }
}

/// Whether a name is four numbers separated by dots.
const fn is_ip_address(name: &str) -> bool {
    let (mut rest, mut dots, mut digits) = (name.as_bytes(), 0, 0);
    while let [first, others @ ..] = rest {
        match first {
            b'0'..=b'9' if digits < 3 => digits += 1,
            b'.' if digits > 0 => (dots, digits) = (dots + 1, 0),
            _ => return false,
        }
        rest = others;
    }
    dots == 3 && digits > 0
}

/// The days of a rule for objects.
pub(super) const fn days(value: Value) -> i64 {
    match value {
        Value::Integer(days) => days,
        _ => -1,
    }
}

#[track_caller]
const fn check_rules(label: &str, rules: Pairs) {
    let mut i = 0;
    while i < rules.len() {
        if days(rules[i].1) < 1 {
            fail(&[label, " is a list of prefixes and days, 1 or more: `(\"", rules[i].0, "\", 30)`"]);
        }
        i += 1;
    }
}

#[track_caller]
const fn check_transitions(label: &str, rules: Transitions) {
    let mut i = 0;
    while i < rules.len() {
        let (prefix, class, after) = rules[i];
        let infrequent = is_one_of(class, &["STANDARD_IA", "ONEZONE_IA"]);
        if !infrequent && !is_one_of(class, &["INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"])
        {
            fail(&[
                "a storage class is STANDARD_IA, ONEZONE_IA, INTELLIGENT_TIERING, GLACIER_IR, GLACIER or DEEP_ARCHIVE: `",
                class,
                "`",
            ]);
        }
        if days(after) < 0 {
            fail(&[
                label,
                " is a list of prefixes, classes and days: `(\"",
                prefix,
                "\", \"",
                class,
                "\", 90)`",
            ]);
        }
        if infrequent && days(after) < 30 {
            fail(&["objects go to ", class, " after 30 days or more"]);
        }
        i += 1;
    }
}
