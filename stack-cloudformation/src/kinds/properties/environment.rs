//! Environment variables: which names and sizes AWS takes, in const code.

use super::checks::distinct;
use crate::compile_time::compare::{is_one_of, starts_bytes, starts_with};
use crate::compile_time::message::fail;
use crate::references::value::{Pairs, Value};

/// The most bytes that a function's variables have together.
const MAX_ENVIRONMENT_BYTES: usize = 4096;

/// Checks the variables of a function: names of two or more letters, digits and `_`, the first a letter,
/// none of Lambda's own and none twice; 4096 bytes in all, as Lambda measures them: as JSON.
#[track_caller]
pub(crate) const fn of_function(variables: Pairs) {
    // One brace.
    let mut size = 1;
    let mut rest = variables;
    while let [(name, value), others @ ..] = rest {
        if is_lambdas(name) {
            fail(&["AWS sets the environment variable `", name, "` itself"]);
        }
        refuse_prefix(name, "_X_AMZN");
        if !is_plain(name) {
            fail(&[
                "an environment variable's name is a letter and at least one more letter, digit or `_`: `",
                name,
                "`",
            ]);
        }
        refuse_secret(name, value);
        // The quotation marks of the two, the colon, and the comma or a brace.
        size += name.len() + 6;
        if let Value::Text(text) | Value::Json(text) = value {
            size += text.len();
        }
        rest = others;
    }
    if size > MAX_ENVIRONMENT_BYTES {
        panic!("the environment variables of a function have up to 4096 bytes in all, as JSON");
    }
    distinct("environment variable", variables);
}

/// Checks the variables of a batch job: names that are not empty, hold no `=` and do not start like
/// Batch's own, none twice.
#[track_caller]
pub(crate) const fn of_batch_job(variables: Pairs) {
    let mut rest = variables;
    while let [(name, value), others @ ..] = rest {
        refuse_secret(name, value);
        refuse_prefix(name, "AWS_BATCH");
        if name.is_empty() || has_equals_sign(name) {
            fail(&["an environment variable's name is not empty and holds no `=`: `", name, "`"]);
        }
        rest = others;
    }
    distinct("environment variable", variables);
}

/// The variables that Lambda sets itself.
const LAMBDAS: &[&str] = &[
    "AWS_DEFAULT_REGION",
    "AWS_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_TASK_ROOT",
    "LAMBDA_RUNTIME_DIR",
];

/// Whether Lambda sets the variable itself. To search the list costs const code several calls for each of its texts, so
/// it is for names that begin like those.
const fn is_lambdas(name: &str) -> bool {
    matches!(name.as_bytes(), [b'A', b'W', b'S', b'_', ..] | [b'L', b'A', b'M', b'B', b'D', b'A', b'_', ..])
        && is_one_of(name, LAMBDAS)
}

#[track_caller]
const fn refuse_prefix(name: &str, prefix: &str) {
    if starts_with(name, prefix) {
        fail(&["environment variables that start with `", prefix, "` are AWS's own: `", name, "`"]);
    }
}

/// Refuses a dynamic reference to a secret: everybody who may see the configuration would read it.
#[track_caller]
const fn refuse_secret(name: &str, value: &Value) {
    let (Value::Text(text) | Value::Json(text)) = value else { return };
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        if *first == b'{' {
            let is_secret = starts_bytes(rest, b"{{resolve:secretsmanager:");
            if is_secret || starts_bytes(rest, b"{{resolve:ssm-secure:") {
                fail(&[
                    "the environment variable `",
                    name,
                    "` would hold the secret itself, for all who may read the configuration: pass its name or ARN and read it at run time; \
                     `connect_to = [secret]` allows a function to",
                ]);
            }
        }
        rest = others;
    }
}

const fn is_plain(name: &str) -> bool {
    let [b'A'..=b'Z' | b'a'..=b'z', rest @ ..] = name.as_bytes() else { return false };
    let mut left = rest;
    while let [b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_', others @ ..] = left {
        left = others;
    }
    left.is_empty() && !rest.is_empty()
}

const fn has_equals_sign(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [first, others @ ..] = rest {
        if *first == b'=' {
            return true;
        }
        rest = others;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_two_or_more_letters_digits_and_underscores() {
        for good in ["AB", "a_", "Z9", "GOOD_1"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", "A", "_A", "1A", "A-", "A B", "Aé", "A=B"] {
            assert!(!is_plain(bad), "{bad}");
        }
    }

    #[test]
    #[should_panic(expected = "AWS sets the environment variable `AWS_REGION` itself")]
    fn reserved_variables_are_refused() {
        of_function(&[("AWS_REGION_2", Value::Text("x")), ("AWS_REGION", Value::Text("x"))]);
    }

    #[test]
    #[should_panic(
        expected = "environment variables that start with `AWS_BATCH` are AWS's own: `AWS_BATCH_X`"
    )]
    fn reserved_prefixes_are_refused() {
        of_batch_job(&[("AWS_REGION", Value::Text("x")), ("AWS_BATCH_X", Value::Text("x"))]);
    }

    #[test]
    #[should_panic(expected = "at least one more letter, digit or `_`: `a-b`")]
    fn a_function_takes_plain_names() {
        of_function(&[("GOOD_1", Value::Bool(true)), ("a-b", Value::Integer(1))]);
    }

    #[test]
    #[should_panic(expected = "is not empty and holds no `=`: `a=b`")]
    fn a_job_takes_other_names_but_no_equals_sign() {
        of_batch_job(&[("a-b", Value::Bool(true)), ("a=b", Value::Integer(1))]);
    }

    #[test]
    #[should_panic(expected = "the environment variable `STAGE` is listed twice")]
    fn a_variable_twice_is_refused() {
        of_batch_job(&[("STAGE", Value::Text("x")), ("STAGE", Value::Text("y"))]);
    }

    #[test]
    #[should_panic(expected = "the environment variable `TOKEN` would hold the secret itself")]
    fn a_secret_is_no_variable() {
        of_function(&[
            ("STAGE", Value::Text("{{resolve:ssm:/stage}}")),
            ("TOKEN", Value::Text("Bearer {{resolve:secretsmanager:api:SecretString:token}}")),
        ]);
    }

    #[test]
    #[should_panic(expected = "the environment variable `KEY` would hold the secret itself")]
    fn nor_is_one_a_variable_of_a_job() {
        of_batch_job(&[("KEY", Value::Text("{{resolve:ssm-secure:/key:1}}"))]);
    }

    #[test]
    fn many_variables_with_other_names_are_distinct() {
        let names: Vec<&'static str> = (0..300).map(|i| &*format!("NAME_{i}").leak()).collect();
        let variables: Vec<_> = names.into_iter().map(|name| (name, Value::Bool(true))).collect();
        of_batch_job(variables.leak());
    }
}
