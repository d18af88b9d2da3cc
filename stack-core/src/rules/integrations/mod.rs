//! What tasks call: integrations, their parameters, patterns and results.

rules! {
    endless_wait: check,
    invalid_dynamodb_expression: check,
    malformed_arn: check,
    malformed_parameter: check,
    missing_parameter,
    mixed_partitions: check,
    not_an_arn,
    payload_too_large,
    unknown_integration,
    unknown_parameter,
    unknown_result_member: check check_expression,
    unsupported_pattern: check,
    unused_task_token: check,
    wrong_parameter_type,
}
