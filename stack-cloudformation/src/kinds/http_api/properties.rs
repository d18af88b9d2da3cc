//! What `#[resource(..)]` sets on an HTTP API.

use super::route;
use crate::compile_time::compare::{self, is_one_of};
use crate::kinds::properties::cors::{self, Words};
use crate::kinds::properties::setters::setters;
use crate::references::uses::Uses;
use crate::references::value::Pairs;

/// The properties of an [`HttpApi`](super::HttpApi). All are optional except `routes`.
#[derive(Clone, Copy, Debug)]
pub struct HttpApiProperties {
    pub(super) routes: Pairs,
    pub(super) payload_format: &'static str,
    pub(super) cors: bool,
    pub(super) cors_allowed_origins: Words,
    pub(super) cors_allowed_methods: Words,
    pub(super) cors_allowed_headers: Words,
    pub(super) cors_exposed_headers: Words,
    pub(super) cors_allow_credentials: bool,
    pub(super) cors_max_age: Option<u32>,
    pub(super) access_logs: bool,
    pub(super) log_retention: u32,
    pub(super) description: Option<&'static str>,
    pub(super) tags: Pairs,
    pub(super) name: Option<&'static str>,
}

/// What pages may do with an API.
const METHODS: [&str; 8] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "*"];

impl HttpApiProperties {
    pub(super) const fn new() -> Self {
        HttpApiProperties {
            routes: &[],
            payload_format: "2.0",
            cors: false,
            cors_allowed_origins: cors::ANY,
            cors_allowed_methods: cors::ANY,
            cors_allowed_headers: cors::ANY,
            cors_exposed_headers: &[],
            cors_allow_credentials: false,
            cors_max_age: None,
            access_logs: true,
            log_retention: 90,
            description: None,
            tags: &[],
            name: None,
        }
    }

    /// What each request starts: `[("POST /orders", buying.arn), ("GET /orders/{id}", get_order.arn)]`. The
    /// method is `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS` or `ANY`; a part of the path in
    /// braces matches anything, and `{rest+}` everything that follows. `$default` handles what no other
    /// route does.
    ///
    /// A function gets the request as its event. A state machine gets the body as its input, which has to be JSON: a
    /// Standard one answers with the execution's ARN at once, an Express one with its result.
    #[track_caller]
    pub const fn routes(mut self, routes: Pairs) -> Self {
        route::check(routes);
        self.routes = routes;
        self
    }

    /// The format of the event that functions receive: `1.0` or `2.0` (the default).
    #[track_caller]
    pub const fn payload_format(mut self, version: &'static str) -> Self {
        if !is_one_of(version, &["1.0", "2.0"]) {
            panic!("payload_format is 1.0 or 2.0");
        }
        self.payload_format = version;
        self
    }

    /// Whether web pages of other origins may call it. `false` by default. With this property alone, all
    /// pages may, with any method and header.
    pub const fn cors(mut self, cors: bool) -> Self {
        self.cors = cors;
        self
    }

    /// Whether such pages may send cookies. `false` by default. Needs `cors_allowed_origins`.
    pub const fn cors_allow_credentials(mut self, allow: bool) -> Self {
        self.cors_allow_credentials = allow;
        self
    }

    /// How long browsers cache these permissions, in seconds, 0 to 86400.
    #[track_caller]
    pub const fn cors_max_age(mut self, seconds: u32) -> Self {
        if seconds > 86_400 {
            panic!("cors_max_age is 0 to 86400 seconds");
        }
        self.cors_max_age = Some(seconds);
        self
    }

    /// Whether every request is logged. `true` by default.
    pub const fn access_logs(mut self, logs: bool) -> Self {
        self.access_logs = logs;
        self
    }

    setters! { cors_allowed_origins, cors_allowed_methods, cors_allowed_headers, cors_exposed_headers, log_retention, tags }

    /// A description of up to 1024 characters.
    #[track_caller]
    pub const fn description(mut self, text: &'static str) -> Self {
        if compare::longer(text, 1024) {
            panic!("description has up to 1024 characters");
        }
        self.description = Some(text);
        self
    }

    /// The name of the API, 1 to 128 characters. By default it is made from the names of the stack and the
    /// field.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        if name.is_empty() || compare::longer(name, 128) {
            panic!("an API's name has 1 to 128 characters");
        }
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        if self.routes.is_empty() {
            panic!("an API needs routes: add `routes = [(\"POST /orders\", ..)]`");
        }
        let other = !cors::is_any(self.cors_allowed_origins)
            || !cors::is_any(self.cors_allowed_methods)
            || !cors::is_any(self.cors_allowed_headers)
            || !self.cors_exposed_headers.is_empty()
            || self.cors_allow_credentials
            || self.cors_max_age.is_some();
        if other && !self.cors {
            panic!("`cors_` properties are for APIs with CORS: add `cors`");
        }
        if self.cors_allow_credentials && is_one_of("*", self.cors_allowed_origins) {
            panic!("with cors_allow_credentials, the origins are listed: add `cors_allowed_origins = [..]`");
        }
        if !self.access_logs && (used.has("log_group") || used.has("log_group_arn")) {
            panic!("its log group is used, but it does not log: remove `access_logs = false`");
        }
    }
}
