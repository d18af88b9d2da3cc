//! ## What it checks
//! A literal string in a parameter looks like what the parameter takes: one of the values of an enumeration,
//! a number, a queue's URL, an ARN of the right service, `https://` at the start of an HTTP endpoint.
//! Computed values are not checked.
//!
//! ## Why
//! The service answers with an error when the task runs.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
//!   "Parameters": { "QueueUrl": "orders", "MessageBody": "m" },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
//!   "Parameters": {
//!     "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/orders", "MessageBody": "m"
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation of each service. AWS accepts the definition, and enumerations grow over time.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "malformed-parameter",
    severity: Severity::Warning,
    check: None,
    source: include_str!("malformed_parameter.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn urls_and_arns() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "arn:aws:sqs:eu-west-1:111122223333:q", "MessageBody": "m" }, "Next": "b" },
                                                                                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `QueueUrl` takes a queue's URL, not `arn:aws:sqs:eu-west-1:111122223333:q`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "orders", "Message": "m" }, "Next": "c" },
                                                                                                         //^^^^^^^^ malformed-parameter: `TopicArn` takes a topic's ARN, not `orders`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:execution:m" }, "Next": "d" },
                                                                                                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `StateMachineArn` takes a state machine's ARN, not `arn:aws:states:eu-west-1:111122223333:execution:m`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "arn:aws:lambda:eu-west-1:111122223333:f" }, "Next": "e" },
                                                                                                               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `FunctionName` takes a function's name or ARN, not `arn:aws:lambda:eu-west-1:111122223333:f`
            "e": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "http://example.com", "Method": "FETCH", "Authentication": { "ConnectionArn": "c" } }, "End": true }
                                                                                                            //^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `ApiEndpoint` takes a URL that begins with `https://`, not `http://example.com`
                                                                                                                                            //^^^^^^^ malformed-parameter: `Method` cannot be `FETCH`
                                                                                                                                            // help: it takes `GET`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS`, `HEAD`
                                                                                                                                                                                          //^^^ malformed-parameter: `ConnectionArn` takes a connection's ARN, not `c`
        "#]]);
    }

    #[test]
    fn of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:purgeQueue", "Parameters": { "QueueUrl": "orders" }, "Next": "b" },
                                                                                                                    //^^^^^^^^ malformed-parameter: `QueueUrl` takes a queue's URL, not `orders`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution", "Parameters": { "StateMachineArn": "${Machine}" }, "End": true }
        "#]]);
    }

    #[test]
    fn words_and_numbers() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "InvocationType": "event" }, "Next": "b" },
                                                                                                                                      //^^^^^^^ malformed-parameter: `InvocationType` cannot be `event`
                                                                                                                                      // help: did you mean `Event`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": "m", "DelaySeconds": "soon" }, "Next": "c" },
                                                                                                                                                              //^^^^^^ malformed-parameter: `DelaySeconds` takes a number, not a string
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": {}, "ConsistentRead": "yes" }, "Next": "d" },
                                                                                                                                                 //^^^^^ malformed-parameter: `ConsistentRead` takes `true` or `false`, not a string
            "d": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {}, "ReturnValues": "ALL_NEW" }, "End": true }
                                                                                                                                                //^^^^^^^^^ malformed-parameter: `ReturnValues` cannot be `ALL_NEW`
                                                                                                                                                // help: it takes `NONE`, `ALL_OLD`
        "#]]);
    }

    #[test]
    fn what_is_computed_or_as_it_should_be() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$.q", "MessageBody": "m" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "${Queue}", "MessageBody": "m", "DelaySeconds": "${Delay}" }, "Next": "c" },
            "c": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "{% $states.input.q %}", "MessageBody": "m" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "111122223333:function:f", "InvocationType": "Event" }, "End": true }
        "#]]);
    }
}
