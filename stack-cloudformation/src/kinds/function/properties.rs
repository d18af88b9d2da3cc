//! What `#[resource(..)]` sets on a function.

use super::runtime::{Language, RUNTIMES, check_entry};
use crate::compile_time::compare::{self, is_one_of, starts_with};
use crate::kind::connect::Connection;
use crate::kinds::properties::checks;
use crate::kinds::properties::environment;
use crate::kinds::properties::setters::setters;
use crate::references::uses::Uses;
use crate::references::value::Pairs;

/// The properties of a [`Function`](super::Function).
///
/// Either `entryfile_path`, or `artifact_path` with `runtime` and `handler`.
#[derive(Clone, Copy, Debug)]
pub struct FunctionProperties {
    pub(super) entry: Option<&'static str>,
    pub(super) artifact: Option<&'static str>,
    pub(super) handler: Option<&'static str>,
    pub(super) runtime: Option<&'static str>,
    pub(super) architecture: &'static str,
    pub(super) memory: u32,
    pub(super) timeout: u32,
    pub(super) storage: Option<u32>,
    pub(super) environment: Pairs,
    pub(super) connect_to: &'static [Connection],
    pub(super) reserved_concurrency: Option<u32>,
    pub(super) log_retention: u32,
    pub(super) tags: Pairs,
    pub(super) url: bool,
    pub(super) url_auth: Option<&'static str>,
    pub(super) iam_role_statements: Pairs,
    pub(super) description: Option<&'static str>,
    pub(super) name: Option<&'static str>,
}

impl FunctionProperties {
    pub(super) const fn new() -> Self {
        FunctionProperties {
            entry: None,
            artifact: None,
            handler: None,
            runtime: None,
            architecture: "x86_64",
            memory: 1024,
            timeout: 20,
            storage: None,
            environment: &[],
            connect_to: &[],
            reserved_concurrency: None,
            log_retention: 90,
            tags: &[],
            url: false,
            url_auth: None,
            iam_role_statements: &[],
            description: None,
            name: None,
        }
    }

    /// The source file with the handler, relative to the folder of `Cargo.toml`: TypeScript or
    /// JavaScript (`.ts`, `.js`, `.mts`, `.mjs`, `.cts`, `.cjs`, `.tsx`, `.jsx`), which `package`
    /// bundles with what it imports, or Python (`.py`), which it copies with its folder.
    #[track_caller]
    pub const fn entryfile_path(mut self, path: &'static str) -> Self {
        check_entry(path);
        self.entry = Some(path);
        self
    }

    /// A folder, a zip file or a program that is built by other means, relative to the folder of
    /// `Cargo.toml`. Needs `runtime`, and `handler` unless the runtime is `provided.al2023`.
    #[track_caller]
    pub const fn artifact_path(mut self, path: &'static str) -> Self {
        if path.is_empty() || starts_with(path, "/") {
            panic!("artifact_path is relative to the folder of Cargo.toml");
        }
        self.artifact = Some(path);
        self
    }

    /// With `entryfile_path`: the name of the exported function, `handler` by default.
    /// With `artifact_path`: Lambda's handler, such as `index.handler`; up to 128 characters.
    #[track_caller]
    pub const fn handler(mut self, handler: &'static str) -> Self {
        let bytes = handler.as_bytes();
        let mut good = !bytes.is_empty() && bytes.len() <= 128;
        let mut i = 0;
        while i < bytes.len() {
            good = good && !bytes[i].is_ascii_whitespace();
            i += 1;
        }
        if !good {
            panic!("handler has 1 to 128 characters and no spaces");
        }
        self.handler = Some(handler);
        self
    }

    /// The Lambda runtime. By default `nodejs24.x` for TypeScript and JavaScript, `python3.13` for Python.
    #[track_caller]
    pub const fn runtime(mut self, runtime: &'static str) -> Self {
        if !is_one_of(runtime, RUNTIMES) {
            panic!(
                "runtime is nodejs22.x, nodejs24.x, python3.11, python3.12, python3.13, python3.14, provided.al2023, java11, java17, java21, java25, dotnet10, ruby3.3, ruby3.4 or ruby4.0"
            );
        }
        self.runtime = Some(runtime);
        self
    }

    /// The processor: `x86_64` (the default) or `arm64`.
    #[track_caller]
    pub const fn architecture(mut self, architecture: &'static str) -> Self {
        if !is_one_of(architecture, &["x86_64", "arm64"]) {
            panic!("architecture is x86_64 or arm64");
        }
        self.architecture = architecture;
        self
    }

    /// Memory in MiB, 128 to 10240. 1024 by default. CPU is allocated in proportion to it.
    #[track_caller]
    pub const fn memory(mut self, mib: u32) -> Self {
        if mib < 128 || mib > 10240 {
            panic!("memory is 128 to 10240 MiB");
        }
        self.memory = mib;
        self
    }

    /// The longest run in seconds, 1 to 900. 20 by default.
    #[track_caller]
    pub const fn timeout(mut self, seconds: u32) -> Self {
        if seconds < 1 || seconds > 900 {
            panic!("timeout is 1 to 900 seconds");
        }
        self.timeout = seconds;
        self
    }

    /// The size of `/tmp` in MiB, 512 to 10240. 512 by default.
    #[track_caller]
    pub const fn storage(mut self, mib: u32) -> Self {
        if mib < 512 || mib > 10240 {
            panic!("storage is 512 to 10240 MiB");
        }
        self.storage = Some(mib);
        self
    }

    /// Environment variables: `[("TABLE", orders.name), ("STAGE", "dev")]`. 4 KB in total. Names have two
    /// or more letters, digits and `_`, of which the first is a letter; names that Lambda sets itself, such
    /// as `AWS_REGION`, are refused.
    #[track_caller]
    pub const fn environment(mut self, variables: Pairs) -> Self {
        environment::of_function(variables);
        self.environment = variables;
        self
    }

    /// How many instances may run at once, reserved from the account's limit: 0 (it never runs) or more. No
    /// limit of its own by default.
    pub const fn reserved_concurrency(mut self, runs: u32) -> Self {
        self.reserved_concurrency = Some(runs);
        self
    }

    setters! { connect_to, iam_role_statements, log_retention, tags }

    /// Whether it has an HTTPS URL of its own. **The URL is public** (`AuthType: NONE`): anyone who knows
    /// it can call the function, unless `url_auth = "AWS_IAM"`. `false` by default.
    pub const fn url(mut self, url: bool) -> Self {
        self.url = url;
        self
    }

    /// Who may call the URL: `NONE` (the default: everybody) or `AWS_IAM` (those whom IAM allows
    /// `lambda:InvokeFunctionUrl`). Needs `url = true`.
    #[track_caller]
    pub const fn url_auth(mut self, auth: &'static str) -> Self {
        if !is_one_of(auth, &["NONE", "AWS_IAM"]) {
            panic!("url_auth is NONE or AWS_IAM");
        }
        self.url_auth = Some(auth);
        self
    }

    /// A description of up to 256 characters.
    #[track_caller]
    pub const fn description(mut self, text: &'static str) -> Self {
        if compare::longer(text, 256) {
            panic!("description has up to 256 characters");
        }
        self.description = Some(text);
        self
    }

    /// The physical name: 1 to 64 letters, digits, `-` and `_`. By default CloudFormation chooses one,
    /// which is better: a function with a fixed name cannot be replaced.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a function", name, "64", "");
        self.name = Some(name);
        self
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        match (self.entry, self.artifact) {
            (None, None) => panic!(
                "a function needs its code: add `entryfile_path = \"..\"`, or `artifact_path = \"..\"` with `runtime` and `handler`"
            ),
            (Some(_), Some(_)) => panic!("entryfile_path and artifact_path exclude each other: keep one"),
            (Some(entry), None) => self.check_entry(entry),
            (None, Some(_)) => self.check_artifact(),
        }
        if self.url_auth.is_some() && !self.url {
            panic!("url_auth is for a function with a URL: add `url = true`");
        }
        if !self.url && (used.has("url") || used.has("lambda_url")) {
            panic!("its `url` is used, but it has none: add `url = true`");
        }
    }

    #[track_caller]
    const fn check_entry(&self, entry: &str) {
        if let (Some(runtime), Some(language)) = (self.runtime, Language::of(entry))
            && !language.runs_on(runtime)
        {
            match language {
                Language::Node => panic!("a TypeScript or JavaScript file runs on nodejs22.x or nodejs24.x"),
                Language::Python => {
                    panic!("a Python file runs on python3.11, python3.12, python3.13 or python3.14")
                }
            }
        }
        if let Some(handler) = self.handler {
            let mut i = 0;
            while i < handler.len() {
                if handler.as_bytes()[i] == b'.' {
                    panic!(
                        "handler is the name of the exported function alone: the file is known from entryfile_path"
                    );
                }
                i += 1;
            }
        }
    }

    #[track_caller]
    const fn check_artifact(&self) {
        match (self.runtime, self.handler) {
            (None, _) => panic!("artifact_path needs a runtime, such as `runtime = \"provided.al2023\"`"),
            (Some(runtime), None) if !starts_with(runtime, "provided") => {
                panic!("artifact_path needs a handler, such as `handler = \"index.handler\"`")
            }
            _ => {}
        }
    }
}
