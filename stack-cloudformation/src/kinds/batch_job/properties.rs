//! What `#[resource(..)]` sets on a batch job.

use super::fargate;
use crate::compile_time::compare::{is_one_of, same};
use crate::kind::connect::Connection;
use crate::kinds::function::check_entry;
use crate::kinds::properties::checks;
use crate::kinds::properties::environment;
use crate::kinds::properties::setters::setters;
use crate::references::uses::Uses;
use crate::references::value::Pairs;

/// The properties of a [`BatchJob`](super::BatchJob). Either `entryfile_path` or `image` is required.
#[derive(Clone, Copy, Debug)]
pub struct BatchJobProperties {
    pub(super) entry: Option<&'static str>,
    pub(super) image: Option<&'static str>,
    pub(super) command: &'static [&'static str],
    pub(super) cpu: Option<u32>,
    pub(super) fractional_cpu: Option<f64>,
    pub(super) memory: Option<u32>,
    pub(super) gpu: Option<u32>,
    pub(super) platform: &'static str,
    pub(super) environment: Pairs,
    pub(super) connect_to: &'static [Connection],
    pub(super) timeout: Option<u32>,
    pub(super) use_spot_instances: bool,
    pub(super) retry_attempts: u32,
    pub(super) log_retention: u32,
    pub(super) tags: Pairs,
    pub(super) iam_role_statements: Pairs,
    pub(super) name: Option<&'static str>,
    pub(super) state_machine: bool,
}

impl BatchJobProperties {
    pub(super) const fn new() -> Self {
        BatchJobProperties {
            entry: None,
            image: None,
            command: &[],
            cpu: None,
            fractional_cpu: None,
            memory: None,
            gpu: None,
            platform: "ec2",
            environment: &[],
            connect_to: &[],
            timeout: None,
            use_spot_instances: false,
            retry_attempts: 1,
            log_retention: 90,
            tags: &[],
            iam_role_statements: &[],
            name: None,
            state_machine: false,
        }
    }

    /// The source file that the container runs, relative to the folder of `Cargo.toml`: TypeScript or
    /// JavaScript (`.ts`, `.js`, `.mts`, `.mjs`, `.cts`, `.cjs`, `.tsx`, `.jsx`) or Python (`.py`).
    /// `package` writes the image's build context and tells how to build and push it; the image's URI
    /// is a parameter of the template, `GenerateReportImage` for the job `generate_report`.
    #[track_caller]
    pub const fn entryfile_path(mut self, path: &'static str) -> Self {
        check_entry(path);
        self.entry = Some(path);
        self
    }

    /// The URI of an existing image, such as `public.ecr.aws/docker/library/busybox:1`.
    #[track_caller]
    pub const fn image(mut self, uri: &'static str) -> Self {
        let mut i = 0;
        while i < uri.len() {
            if uri.as_bytes()[i].is_ascii_whitespace() {
                panic!("image is a URI without spaces");
            }
            i += 1;
        }
        if uri.is_empty() {
            panic!("image is the URI of a container image");
        }
        self.image = Some(uri);
        self
    }

    /// The command that the container runs instead of its image's own: `["python", "report.py", "--full"]`.
    #[track_caller]
    pub const fn command(mut self, words: &'static [&'static str]) -> Self {
        if words.is_empty() {
            panic!("command has at least one word");
        }
        self.command = words;
        self
    }

    /// vCPUs, 1 or more; on Fargate 1, 2, 4, 8 or 16. 1 by default.
    #[track_caller]
    pub const fn cpu(mut self, vcpus: u32) -> Self {
        if vcpus < 1 {
            panic!("cpu is 1 vCPU or more; for less, use `fractional_cpu` on Fargate");
        }
        self.cpu = Some(vcpus);
        self
    }

    /// A part of a vCPU, 0.25 or 0.5, instead of `cpu`. Fargate only.
    #[track_caller]
    pub const fn fractional_cpu(mut self, vcpus: f64) -> Self {
        if vcpus != 0.25 && vcpus != 0.5 {
            panic!("fractional_cpu is 0.25 or 0.5 vCPU");
        }
        self.fractional_cpu = Some(vcpus);
        self
    }

    /// Memory in MiB, 4 or more; by default 1024. On Fargate it must fit the vCPUs, and by default is the
    /// smallest that does. An instance keeps some memory for itself: of 8192 MiB, a job can have about
    /// 7800.
    #[track_caller]
    pub const fn memory(mut self, mib: u32) -> Self {
        if mib < 4 {
            panic!("memory is 4 MiB or more");
        }
        self.memory = Some(mib);
        self
    }

    /// GPUs, 1 to 8. None by default. Not on Fargate.
    #[track_caller]
    pub const fn gpu(mut self, gpus: u32) -> Self {
        if gpus < 1 || gpus > 8 {
            panic!("gpu is 1 to 8 GPUs");
        }
        self.gpu = Some(gpus);
        self
    }

    /// Where it runs: `ec2` (the default), on instances that AWS starts for the jobs, or `fargate`.
    #[track_caller]
    pub const fn platform(mut self, platform: &'static str) -> Self {
        if !is_one_of(platform, &["ec2", "fargate"]) {
            panic!("platform is ec2 or fargate");
        }
        self.platform = platform;
        self
    }

    /// Environment variables: `[("TABLE", orders.name), ("STAGE", "dev")]`. Names that start with
    /// `AWS_BATCH` are AWS's own.
    #[track_caller]
    pub const fn environment(mut self, variables: Pairs) -> Self {
        environment::of_batch_job(variables);
        self.environment = variables;
        self
    }

    /// The longest run of one attempt, in seconds, 60 or more. No limit by default.
    #[track_caller]
    pub const fn timeout(mut self, seconds: u32) -> Self {
        if seconds < 60 {
            panic!("timeout is 60 seconds or more");
        }
        self.timeout = Some(seconds);
        self
    }

    /// Whether it runs at the spot price, on instances that AWS may stop at any time: what its own state
    /// machine (`state_machine = true`) and its `job_queue_arn` do. A job that you submit to another queue
    /// runs where that one does. `false` by default.
    pub const fn use_spot_instances(mut self, spot: bool) -> Self {
        self.use_spot_instances = spot;
        self
    }

    /// How often Batch tries to run the job, 1 to 10. 1 by default.
    #[track_caller]
    pub const fn retry_attempts(mut self, attempts: u32) -> Self {
        if attempts < 1 || attempts > 10 {
            panic!("retry_attempts is 1 to 10 attempts");
        }
        self.retry_attempts = attempts;
        self
    }

    setters! { connect_to, iam_role_statements, log_retention, tags }

    /// The job definition's physical name: 1 to 128 letters, digits, `-` and `_`. By default CloudFormation
    /// chooses one.
    #[track_caller]
    pub const fn name(mut self, name: &'static str) -> Self {
        checks::name("a job definition", name, "128", "");
        self.name = Some(name);
        self
    }

    /// Whether it has a state machine of its own that runs it once, on a queue of the stack's: others can
    /// then use `state_machine_arn`. `false` by default.
    pub const fn state_machine(mut self, state_machine: bool) -> Self {
        self.state_machine = state_machine;
        self
    }

    pub(super) const fn fargate(&self) -> bool {
        same(self.platform, "fargate")
    }

    /// vCPUs, whole or a part of one.
    pub(super) const fn vcpus(&self) -> f64 {
        match (self.fractional_cpu, self.cpu) {
            (Some(part), _) => part,
            (None, Some(whole)) => whole as f64,
            (None, None) => 1.0,
        }
    }

    /// Memory in MiB.
    pub(super) const fn mib(&self) -> u32 {
        match self.memory {
            Some(mib) => mib,
            None if self.fargate() => fargate::smallest(self.vcpus()),
            None => 1024,
        }
    }

    /// Checks the combination of properties. The derive calls it in const code.
    #[doc(hidden)]
    #[track_caller]
    pub const fn check(&self, used: &Uses) {
        match (self.entry, self.image) {
            (None, None) => {
                panic!("a batch job needs its code: add `entryfile_path = \"..\"` or `image = \"..\"`")
            }
            (Some(_), Some(_)) => panic!("entryfile_path and image exclude each other: keep one"),
            _ => {}
        }
        if self.cpu.is_some() && self.fractional_cpu.is_some() {
            panic!("cpu and fractional_cpu exclude each other: keep one");
        }
        if self.fargate() {
            if self.gpu.is_some() {
                panic!("Fargate has no GPUs: leave out `gpu`, or use `platform = \"ec2\"`");
            }
            fargate::check(self.vcpus(), self.memory);
        } else if self.fractional_cpu.is_some() {
            panic!("fractional_cpu is for Fargate: add `platform = \"fargate\"`, or use `cpu`");
        }
        if !self.state_machine && (used.has("state_machine_arn") || used.has("job_execution_state_machine")) {
            panic!(
                "its `state_machine_arn` is used, but it has no state machine: add `state_machine = true`"
            );
        }
    }
}
