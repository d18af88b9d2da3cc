//! Setters that several kinds have: the same words and checks for all of them.

/// Puts the named setters into an `impl` of a kind's properties, whose fields are called like them.
///
/// `tests/properties_page.rs` reads the names from the call, so it stands on one line.
macro_rules! setters {
    ($($setter:ident),*) => { $($crate::kinds::properties::setters::setter! { $setter $setter })* };
}

// The name is handed on, so that rustc points at the call and does not speak of macros.
macro_rules! setter {
    (tags $name:ident) => {
        /// Tags: `[("team", "billing")]`. At most 50; keys of 1 to 128 characters, values up to 256.
        #[track_caller]
        pub const fn $name(mut self, tags: $crate::references::value::Pairs) -> Self {
            $crate::kinds::properties::checks::tags(tags);
            self.tags = tags;
            self
        }
    };
    (log_retention $name:ident) => {
        /// How long logs are kept, in days: 1, 3, 5, 7, 14, 30, 60, 90 (the default), 120, 150, 180, 365,
        /// 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
        #[track_caller]
        pub const fn $name(mut self, days: u32) -> Self {
            $crate::kinds::properties::checks::retention(days);
            self.log_retention = days;
            self
        }
    };
    (iam_role_statements $name:ident) => {
        /// Permissions of its role in addition to those that it has anyway, as pairs of an action and an ARN:
        /// `[("s3:GetObject", "arn:aws:s3:::bucket/*"), ("sqs:SendMessage", jobs.arn)]`. In a string,
        /// `${AWS::Partition}`, `${AWS::Region}`, `${AWS::AccountId}` and `${AWS::StackName}` are filled in. An action
        /// that IAM does not have is an error when the template is made; one that is too new for that can be set with
        /// `overrides`.
        #[track_caller]
        pub const fn $name(mut self, statements: $crate::references::value::Pairs) -> Self {
            $crate::kinds::properties::iam::statements(statements);
            self.iam_role_statements = statements;
            self
        }
    };
    (fifo_enabled $name:ident) => {
        /// Whether messages are delivered in order and exactly once. `false` by default.
        pub const fn $name(mut self, fifo: bool) -> Self {
            self.fifo_enabled = fifo;
            self
        }
    };
    (content_based_deduplication $name:ident) => {
        /// Whether messages with the same body are duplicates; needs `fifo_enabled`. `false` by default: senders set
        /// a deduplication id.
        pub const fn $name(mut self, deduplicate: bool) -> Self {
            self.content_based_deduplication = deduplicate;
            self
        }
    };
    (cors_allowed_origins $name:ident) => {
        /// The origins whose web pages are allowed: `["https://shop.example"]`. Any by default. Needs `cors`, as does
        /// every property whose name starts with it.
        #[track_caller]
        pub const fn $name(mut self, origins: $crate::kinds::properties::cors::Words) -> Self {
            $crate::kinds::properties::cors::origins(origins);
            self.cors_allowed_origins = origins;
            self
        }
    };
    (cors_allowed_methods $name:ident) => {
        /// The methods that such pages may use: `["GET", "POST"]`. All by default.
        #[track_caller]
        pub const fn $name(mut self, methods: $crate::kinds::properties::cors::Words) -> Self {
            // Which ones there are, the kind says.
            $crate::kinds::properties::cors::methods(methods, &METHODS);
            self.cors_allowed_methods = methods;
            self
        }
    };
    (cors_allowed_headers $name:ident) => {
        /// The headers that such pages may send: `["Content-Type"]`. Any by default.
        pub const fn $name(mut self, headers: $crate::kinds::properties::cors::Words) -> Self {
            self.cors_allowed_headers = headers;
            self
        }
    };
    (cors_exposed_headers $name:ident) => {
        /// The headers of responses that such pages may read: `["ETag"]`. By default those that browsers consider
        /// safe.
        pub const fn $name(mut self, headers: $crate::kinds::properties::cors::Words) -> Self {
            self.cors_exposed_headers = headers;
            self
        }
    };
    (connect_to $name:ident) => {
        /// The resources of the stack that it uses, such as `[orders, jobs]`. It gets the permissions to
        /// use these resources, and environment variables that say where they are: `STACK_JOBS_URL` is the
        /// URL of the queue `jobs`. The documentation of `#[derive(Stack)]` lists what each kind gives.
        pub const fn $name(mut self, resources: &'static [$crate::kind::connect::Connection]) -> Self {
            self.connect_to = resources;
            self
        }
    };
    (deletion_policy $name:ident) => {
        /// What happens to it and its content when it leaves the stack or is replaced: `Retain` (the
        /// default: it is kept, outside the stack) or `Delete`.
        #[track_caller]
        pub const fn $name(mut self, policy: &'static str) -> Self {
            if !$crate::compile_time::compare::is_one_of(policy, &["Retain", "Delete"]) {
                panic!("deletion_policy is Retain or Delete");
            }
            self.deletion_policy = policy;
            self
        }
    };
    (description $name:ident) => {
        /// A description of up to 512 characters.
        #[track_caller]
        pub const fn $name(mut self, text: &'static str) -> Self {
            if $crate::compile_time::compare::longer(text, 512) {
                panic!("description has up to 512 characters");
            }
            self.description = Some(text);
            self
        }
    };
    (enabled $name:ident) => {
        /// Whether it is active. `true` by default.
        pub const fn $name(mut self, enabled: bool) -> Self {
            self.enabled = enabled;
            self
        }
    };
    (queue $name:ident) => {
        /// The queue that a batch job is submitted to, such as `shared.batch_spot_job_queue.arn`. By default the
        /// stack's on-demand queue for such jobs.
        #[track_caller]
        pub const fn $name<K>(mut self, queue: $crate::references::param::Param<K>) -> Self {
            let names = &[::stack_core::services::referent::Referent::ArnOfJobQueue];
            let help = "the ARN of a job queue, such as `shared.batch_spot_job_queue.arn`";
            self.queue = Some($crate::references::fit::require("queue", queue.any(), names, help));
            self
        }
    };
    (retry_attempts $name:ident) => {
        /// How often it retries if the target cannot be started, 0 to 185. 185 by default.
        #[track_caller]
        pub const fn $name(mut self, attempts: u32) -> Self {
            if attempts > 185 {
                panic!("retry_attempts is 0 to 185");
            }
            self.retry_attempts = Some(attempts);
            self
        }
    };
    (maximum_event_age $name:ident) => {
        /// How long it retries, in seconds, 60 to 86400. 86400 by default, a day.
        #[track_caller]
        pub const fn $name(mut self, seconds: u32) -> Self {
            if seconds < 60 || seconds > 86_400 {
                panic!("maximum_event_age is 60 to 86400 seconds");
            }
            self.maximum_event_age = Some(seconds);
            self
        }
    };
    (on_delivery_failure $name:ident) => {
        /// The queue for events that could not be delivered, such as `failed.arn`. None by default.
        #[track_caller]
        pub const fn $name<K>(mut self, queue: $crate::references::param::Param<K>) -> Self {
            let names = &[::stack_core::services::referent::Referent::ArnOfQueue];
            let queue = $crate::references::fit::require(
                "on_delivery_failure",
                queue.any(),
                names,
                "the `arn` of a queue",
            );
            self.on_delivery_failure = Some(queue);
            self
        }
    };
}

pub(crate) use {setter, setters};
