//! ## What it checks
//! A literal value in a parameter, however deep, is what the parameter takes: one of the words of an enumeration,
//! a number within its range, a string of the right length and letters, a list that is not too long, a queue's URL, an
//! ARN of the right service, `https://` at the start of an HTTP endpoint. A header of `apigateway:invoke` is not
//! one that Step Functions reserves. A message to a FIFO queue or topic has a group. In actions of the AWS SDK, a number is
//! no string and a string no number. Computed values are not checked.
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
//! The model and the documentation of each service. AWS accepts the definition, and enumerations and ranges grow over
//! time.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Node;
use crate::json::interpolation::is_filled_in;
use crate::services;
use crate::services::form::Form;
use crate::services::referent::Referent;

pub static RULE: Rule = Rule {
    id: "malformed-parameter",
    severity: Severity::Warning,
    source: include_str!("malformed_parameter.rs"),
};

/// The role that a task takes, and what one parameter says of another. What else integrations are handed is checked
/// with the rest of it.
pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for (state, task) in analysis.tasks() {
        if let Some(role) = state.node.get("Credentials").and_then(|it| it.get("RoleArn")) {
            check_role(role, out);
        }
        let (name, _) = services::split(task.integration.unwrap_or_default());
        let to = match name.strip_prefix("aws-sdk:").unwrap_or(name) {
            "sqs:sendMessage" => "QueueUrl",
            "sns:publish" => "TopicArn",
            _ => continue,
        };
        let parameters = ["Parameters", "Arguments"].iter().find_map(|field| state.node.get(field));
        if let Some(parameters) = parameters.filter(|it| !it.is_partial()) {
            check_group(parameters, to, out);
        }
    }
}

fn check_role(role: &Node<'_>, out: &Findings) {
    let Some(form) = Form::of(&[Referent::ArnOfRole]) else { return };
    let Some(text) = role.as_str().filter(|text| !is_filled_in(text) && !text.starts_with("{%")) else {
        return;
    };
    if !(form.fits)(text) {
        out.report(&RULE, role.site, format!("`RoleArn` takes {}, not `{text}`", form.label));
    }
}

/// The names of FIFO queues and topics end in `.fifo`, and messages to them are of a group.
fn check_group(parameters: &Node<'_>, to: &str, out: &Findings) {
    let Some(node) = parameters.get(to).filter(|it| it.as_str().is_some_and(|text| text.ends_with(".fifo")))
    else {
        return;
    };
    if ["MessageGroupId", "MessageGroupId.$"].iter().all(|name| parameters.get(name).is_none()) {
        out.report(
            &RULE,
            node.site,
            format!("`{to}` names a FIFO one, which takes no message without a group"),
        )
        .help("add `MessageGroupId`");
    }
}

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
    fn roles() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "work" }, "Next": "b" },
                                                                                                                                                  //^^^^^^ malformed-parameter: `RoleArn` takes a role's ARN, not `work`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "arn:aws:iam::111122223333:user/work" }, "Next": "c" },
                                                                                                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `RoleArn` takes a role's ARN, not `arn:aws:iam::111122223333:user/work`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "arn:aws:iam::111122223333:role/work" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "${Role}" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn.$": "$.role" }, "Next": "f" },
            "f": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f" }, "Credentials": { "RoleArn": "{% $states.input.role %}" }, "End": true }
        "#]]);
    }

    #[test]
    fn groups() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/q.fifo", "MessageBody": "m" }, "Next": "b" },
                                                                                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `QueueUrl` names a FIFO one, which takes no message without a group
                                                                                                             // help: add `MessageGroupId`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t.fifo", "Message": "m" }, "Next": "c" },
                                                                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-parameter: `TopicArn` names a FIFO one, which takes no message without a group
                                                                                                                 // help: add `MessageGroupId`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t.fifo", "Message": "m", "MessageGroupId.$": "$.id" }, "Next": "d" },
            "d": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/q.fifo", "MessageBody": "m", "MessageGroupId": "g" }, "End": true }
        "#]]);
    }

    #[test]
    fn headers() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "Parameters": { "ApiEndpoint": "a.execute-api.eu-west-1.amazonaws.com", "Method": "GET", "Headers": {
                "Accept": ["*/*"], "authorization.$": "$.token", "X-Amz-Date": ["now"], "X-Own": ["${Own}"], "${Name}": ["x"]
                                 //^^^^^^^^^^^^^^^^^ malformed-parameter: `Headers` takes headers that Step Functions passes on, not `authorization`
                                                               //^^^^^^^^^^^^ malformed-parameter: `Headers` takes headers that Step Functions passes on, not `X-Amz-Date`
            } }, "End": true }
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
                                                                                                                                                              //^^^^^^ wrong-parameter-type: `DelaySeconds` takes a number, not a string
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": {}, "ConsistentRead": "yes" }, "Next": "d" },
                                                                                                                                                 //^^^^^ wrong-parameter-type: `ConsistentRead` takes `true` or `false`, not a string
            "d": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {}, "ReturnValues": "ALL_NEW" }, "End": true }
                                                                                                                                                //^^^^^^^^^ malformed-parameter: `ReturnValues` cannot be `ALL_NEW`
                                                                                                                                                // help: it takes `NONE`, `ALL_OLD`
        "#]]);
    }

    #[test]
    fn numbers_out_of_range() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": "m", "DelaySeconds": 2000 }, "Next": "b" },
                                                                                                                                                              //^^^^ malformed-parameter: `DelaySeconds` must be 0 to 900, not 2000
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage", "Parameters": { "QueueUrl": "https://q", "MaxNumberOfMessages": 50, "WaitTimeSeconds": 20 }, "Next": "c" },
                                                                                                                                                            //^^ malformed-parameter: `MaxNumberOfMessages` must be 1 to 10, not 50
            "c": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "ArrayProperties": { "Size": 1 }, "RetryStrategy": { "Attempts": 2.5 }, "Timeout": { "AttemptDurationSeconds": 30 } }, "Next": "d" },
                                                                                                                                                                                     //^ malformed-parameter: `Size` must be 2 to 10000, not 1
                                                                                                                                                                                                                         //^^^ malformed-parameter: `Attempts` takes a whole number, not 2.5
                                                                                                                                                                                                                                                                       //^^ malformed-parameter: `AttemptDurationSeconds` must be at least 60, not 30
            "d": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:lambda:createFunction", "Arguments": { "FunctionName": "f", "Role": "{% $states.input.role %}", "Code": { "S3Bucket": "bucket", "S3Key": "k" }, "MemorySize": 64, "Timeout": "{% 0 %}" }, "End": true }
                                                                                                                                                                                                                                                                 //^^ malformed-parameter: `MemorySize` must be 128 to 32768, not 64
        "#]]);
    }

    #[test]
    fn lengths_and_letters() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m", "Name": "" }, "Next": "b" },
                                                                                                                                                                                               //^^ malformed-parameter: `Name` takes 1 to 80 characters, not 0
            "b": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": [] }, "Next": "c" },
                                                                                                             //^ malformed-parameter: `Entries` takes 1 to 10 items, not 0
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob", "Parameters": { "TranscriptionJobName": "my job", "Media": { "MediaFileUri": "s3://b/k" }, "OutputBucketName": "Results" }, "Next": "d" },
                                                                                                                                                  //^^^^^^^^ malformed-parameter: `TranscriptionJobName` cannot have white space in it, unlike `my job`
                                                                                                                                                                                                                         //^^^^^^^^^ malformed-parameter: `OutputBucketName` cannot have `R` in it, unlike `Results`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:forecast:createDatasetImportJob", "Parameters": { "DatasetImportJobName.$": "$.name", "DatasetArn.$": "$.arn", "DataSource": { "S3Config": { "Path": "s3://b/k", "RoleArn": "ForecastRole" } } }, "Next": "e" },
                                                                                                                                                                                                                                                   //^^^^^^^^^^^^^^ malformed-parameter: `RoleArn` must begin with `arn:`, unlike `ForecastRole`
            "e": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:putParameter", "Parameters": { "Name": "n", "Value": "v", "Type": "Secure", "Tier": "Standard", "Tags": [{ "Key": "k", "Value": "ä" }] }, "End": true }
                                                                                                                                             //^^^^^^^^ malformed-parameter: `Type` cannot be `Secure`
                                                                                                                                             // help: did you mean `SecureString`?
        "#]]);
    }

    #[test]
    fn scalars_of_another_type_in_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudformation:deleteStackInstances", "Parameters": { "StackSetName": "s", "Regions": ["eu-west-1"], "RetainStacks": "false" }, "Next": "b" },
                                                                                                                                                                                            //^^^^^^^ malformed-parameter: `RetainStacks` takes `true` or `false`, not a string
                                                                                                                                                                                            // help: write it as `false`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": 5 }, "at": "now" } }, "Next": "c" },
                                                                                                                                                   //^ malformed-parameter: `S` takes a string, not a number
                                                                                                                                                   // help: write it as `"5"`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": { "Attempts": "3" } }, "Next": "d" },
                                                                                                                                                                                               //^^^ malformed-parameter: `Attempts` takes a number, not a string
                                                                                                                                                                                               // help: write it as `3`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "Payload": 5 }, "End": true }
                                                                                                                               //^ malformed-parameter: `Payload` takes a string or an object, not a number
        "#]]);
    }

    #[test]
    fn unknown_values_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:putParameter", "Parameters": { "Name": "${Name}", "Value": { "as": "text" }, "Type": "${Type}", "Tags": [{ "Key.$": "$.k", "Value": "$.v" }] }, "Next": "b" },
                                                                                                                                                                                                               //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                                                                                                                                                                               // help: to evaluate it, name the key `Value.$`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kinesis:putRecord", "Parameters": { "StreamName": "s", "PartitionKey": "p", "Data": { "any": 1 } }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:invokeModel", "Parameters": { "ModelId": "m", "Body": { "any": [1] } }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances", "Parameters": { "MinCount": 1, "MaxCount": 1, "InstanceType": "z9.newest", "BlockDeviceMappings": null }, "Next": "e" },
            "e": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage", "Arguments": { "QueueUrl": "https://q", "MaxNumberOfMessages": "{% 5 %}" }, "End": true }
        "#]]);
    }

    #[test]
    fn computed_and_right_values_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$.q", "MessageBody": "m" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "${Queue}", "MessageBody": "m", "DelaySeconds": "${Delay}" }, "Next": "c" },
            "c": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "{% $states.input.q %}", "MessageBody": "m" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "111122223333:function:f", "InvocationType": "Event" }, "End": true }
        "#]]);
    }

    #[test]
    fn keys_of_maps_and_numbers_of_items() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lambda:updateFunctionConfiguration", "Parameters": { "FunctionName": "f", "Environment": { "Variables": { "a-b": "x", "GOOD_1": "y" } }, "FileSystemConfigs": [{ "Arn": "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0", "LocalMountPath": "/mnt/a" }, { "Arn": "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef1", "LocalMountPath": "/mnt/b" }] }, "End": true }
                                                                                                                                                                                 //^^^^^ malformed-parameter: `Variables` cannot have `-` in it, unlike `a-b`
                                                                                                                                                                                                                                     //^ malformed-parameter: `FileSystemConfigs` takes 0 to 1 item, not 2
        "#]]);
    }
}
