//! What a property refuses, and with which words: in a user's program these are compile errors.

mod support;

use stack_cloudformation::kind::Kind;
use stack_cloudformation::kinds::{
    BatchJob, BatchJobProperties, Function, FunctionProperties, FunctionReferences, StateMachine,
    StateMachineProperties,
};
use stack_cloudformation::machine::{Definition, Machine, MachineType};
use stack_cloudformation::uses::Use;
use stack_cloudformation::value::{Arg, Value};

/// A machine of one state.
struct Plain;

impl Machine for Plain {
    const NAME: &'static str = "Plain";
    const TYPE: MachineType = MachineType::Standard;
    const DEFINITION: Definition =
        Definition { text: r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"#, places: "", holes: &[] };
    const USES: &'static [Use] = &[];
}

fn function() -> FunctionProperties {
    Function::NEW.entryfile_path("a.ts")
}

fn job() -> BatchJobProperties {
    BatchJob::NEW.image("busybox")
}

fn machine() -> StateMachineProperties {
    StateMachine::<Plain>::NEW
}

refused! {
    function_memory_below: function().memory(127) => "memory is 128 to 10240 MiB";
    function_memory_above: function().memory(10241) => "memory is 128 to 10240 MiB";
    function_timeout_zero: function().timeout(0) => "timeout is 1 to 900 seconds";
    function_timeout_above: function().timeout(901) => "timeout is 1 to 900 seconds";
    function_storage: function().storage(511) => "storage is 512 to 10240 MiB";
    function_architecture: function().architecture("arm") => "architecture is x86_64 or arm64";
    function_runtime: function().runtime("nodejs20.x") => "runtime is nodejs22.x, nodejs24.x, python3.11";
    function_retention: function().log_retention(2) => "log_retention is 1, 3, 5, 7, 14";
    function_extension: Function::NEW.entryfile_path("a.rs") => "entryfile_path is a file that ends in .ts, .js";
    function_absolute_path: Function::NEW.entryfile_path("/a.ts") => "entryfile_path is relative to the folder of Cargo.toml";
    function_name: function().name("a b") => "a function's name has 1 to 64 characters: letters, digits, `-` and `_`: `a b`";
    function_url_auth: function().url_auth("AWS") => "url_auth is NONE or AWS_IAM";
    function_handler_blank: function().handler("a b") => "handler has 1 to 128 characters and no spaces";
    function_environment_size: function().environment(
        const { &[("A1", Value::Text(match std::str::from_utf8(&[b'x'; 4088]) { Ok(text) => text, Err(_) => "" }))] }
    ) => "the environment variables of a function have up to 4096 bytes in all, as JSON";
    function_statement_of_a_name: function().iam_role_statements(
        const { &[("lambda:InvokeFunction", Arg(FunctionReferences::of("bill").name).value())] }
    ) => "the resource of `lambda:InvokeFunction` is an ARN, and `bill.name` is a function's name";

    function_without_code: Function::NEW.check(used!()) => "a function needs its code: add `entryfile_path = \"..\"`";
    function_with_two_codes: function().artifact_path("b").check(used!()) => "entryfile_path and artifact_path exclude each other";
    function_artifact_without_runtime: Function::NEW.artifact_path("b").check(used!()) => "artifact_path needs a runtime";
    function_artifact_without_handler: Function::NEW.artifact_path("b").runtime("nodejs24.x").check(used!()) => "artifact_path needs a handler";
    function_of_another_runtime: function().runtime("python3.13").check(used!()) => "a TypeScript or JavaScript file runs on nodejs22.x or nodejs24.x";
    function_python_on_node: Function::NEW.entryfile_path("a.py").runtime("nodejs24.x").check(used!()) => "a Python file runs on python3.11";
    function_handler_with_file: function().handler("index.handler").check(used!()) => "handler is the name of the exported function alone";
    function_auth_without_url: function().url_auth("NONE").check(used!()) => "url_auth is for a function with a URL: add `url = true`";
    function_url_used: function().check(used!("arn", "url")) => "its `url` is used, but it has none: add `url = true`";
    function_url_resource_used: function().check(used!("lambda_url.url")) => "its `url` is used, but it has none: add `url = true`";

    job_cpu: job().cpu(0) => "cpu is 1 vCPU or more";
    job_fractional_cpu: job().fractional_cpu(0.3) => "fractional_cpu is 0.25 or 0.5 vCPU";
    job_memory: job().memory(3) => "memory is 4 MiB or more";
    job_gpu: job().gpu(9) => "gpu is 1 to 8 GPUs";
    job_platform: job().platform("eks") => "platform is ec2 or fargate";
    job_timeout: job().timeout(59) => "timeout is 60 seconds or more";
    job_retries: job().retry_attempts(11) => "retry_attempts is 1 to 10 attempts";
    job_image: BatchJob::NEW.image("a b") => "image is a URI without spaces";
    job_command: job().command(&[]) => "command has at least one word";
    job_environment: job().environment(&[("AWS_BATCH_JOB", Value::Bool(true))]) => "environment variables that start with `AWS_BATCH` are AWS's own";

    job_without_code: BatchJob::NEW.check(used!()) => "a batch job needs its code: add `entryfile_path = \"..\"` or `image = \"..\"`";
    job_with_two_codes: job().entryfile_path("a.ts").check(used!()) => "entryfile_path and image exclude each other";
    job_with_two_cpus: job().cpu(1).fractional_cpu(0.5).check(used!()) => "cpu and fractional_cpu exclude each other";
    job_gpu_on_fargate: job().platform("fargate").gpu(1).check(used!()) => "Fargate has no GPUs";
    job_part_of_a_cpu_on_ec2: job().fractional_cpu(0.5).check(used!()) => "fractional_cpu is for Fargate";
    job_size_on_fargate: job().platform("fargate").cpu(1).memory(1024).check(used!()) => "on Fargate, 1 vCPU goes with 2048 to 8192 MiB of memory in steps of 1024, not 1024: try 2048";
    job_machine_used: job().check(used!("state_machine_arn")) => "its `state_machine_arn` is used, but it has no state machine: add `state_machine = true`";

    machine_logging: machine().logging("DEBUG") => "logging is ALL, ERROR, FATAL or OFF";
    machine_key: machine().kms_key("alias/shop") => "kms_key is the ARN of a key";
    machine_key_reuse: machine().kms_data_key_reuse(59) => "kms_data_key_reuse is 60 to 900 seconds";
    machine_name: machine().name("a/b") => "a state machine's name has 1 to 80 characters";
    machine_reuse_without_key: machine().kms_data_key_reuse(60).check(used!()) => "kms_data_key_reuse is for a key of your own";
    machine_log_group_used: machine().check(used!("log_group_arn")) => "its log group is used, but it does not log: add `logging = \"ERROR\"`";
    machine_data_without_log: machine().include_execution_data(true).check(used!()) => "include_execution_data is for a machine that logs";
}

accepted! {
    functions: function().memory(128).timeout(900).storage(10240).check(used!("arn")),
        function().url(true).check(used!("url", "lambda_url.url")),
        function().environment(&[("AWS_LAMBDA_EXEC_WRAPPER", Value::Text("/opt/w"))]).check(used!()),
        Function::NEW.artifact_path("b").runtime("provided.al2023").check(used!()),
        Function::NEW.artifact_path("b").runtime("java25").handler("shop.Bill::handle").check(used!());
    jobs: job().check(used!("job_definition_arn")),
        job().environment(&[("_x.y", Value::Text(""))]).check(used!()),
        job().platform("fargate").fractional_cpu(0.5).check(used!()),
        job().state_machine(true).check(used!("state_machine_arn", "job_execution_state_machine.name"));
    machines: machine().check(used!("arn", "role.arn")),
        machine().logging("ALL").include_execution_data(true).check(used!("log_group.name"));
}
