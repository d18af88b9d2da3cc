//! ## What it checks
//! A parameter gets the JSON type that it takes, however deep: the `Entries` of `events:putEvents` are an array, the
//! `Attempts` of a Batch job a number, and a DynamoDB attribute is a string or names its type, `{ "N": "1" }`.
//! Computed values are not checked.
//!
//! ## Why
//! AWS refuses the definition, or every execution that reaches the state fails. Step Functions turns JSON into a string only in parameters
//! whose text is passed on, such as the `MessageBody` of `sqs:sendMessage`.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke",
//!   "Parameters": {
//!     "ApiEndpoint": "a.execute-api.eu-west-1.amazonaws.com", "Method": "GET",
//!     "QueryParameters": "?page=1"
//!   },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke",
//!   "Parameters": {
//!     "ApiEndpoint": "a.execute-api.eu-west-1.amazonaws.com", "Method": "GET",
//!     "QueryParameters": { "page": ["1"] }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `could not be used to start the Task: [The value of the field 'QueryParameters' has an invalid format]`,
//! reported for the example, and `The value for the field 'Size' must be an INTEGER` at the creation of a machine whose
//! `batch:submitJob` had a string in `ArrayProperties`. The types come from each service's own model. In actions of the AWS
//! SDK, AWS accepts a string where a number or a boolean belongs: there it is `malformed-parameter`.

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-parameter-type",
    severity: Severity::Deny,
    source: include_str!("wrong_parameter_type.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_an_optimized_integration() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": { "Source": "s" } }, "Next": "b" },
                                                                                                             //^ wrong-parameter-type: `Entries` takes an array, not an object
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": ["t"], "Key": "k", "ConsistentRead": {} }, "Next": "c" },
                                                                                                               //^ wrong-parameter-type: `TableName` takes a string, not an array
                                                                                                                             //^^^ wrong-parameter-type: `Key` takes an object, not a string
                                                                                                                                                    //^ wrong-parameter-type: `ConsistentRead` takes `true` or `false`, not an object
            "c": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "Overrides": { "ContainerOverrides": [{ "Name": "n", "Command": "echo" }] } }, "End": true }
                                                                                                                                                                                    //^^^^^^ wrong-parameter-type: `Command` takes an array, not a string
        "#]]);
    }

    #[test]
    fn attributes_of_an_item() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": "i", "count": 1, "at.$": "$.at", "n": { "N": "1" }, "list": [] } }, "End": true }
                                                                                                                                                  //^ probably-refused: `count` takes a string or an object such as `{ "N": "1" }`, not a number
                                                                                                                                                                                                //^ wrong-parameter-type: `list` takes a string or an object such as `{ "N": "1" }`, not an array
        "#]]);
    }

    #[test]
    fn inside_of_objects() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": { "Attempts": "3" }, "ArrayProperties": { "Size": "5" } }, "Next": "b" },
                                                                                                                                                                                       //^^^ wrong-parameter-type: `Attempts` takes a number, not a string
                                                                                                                                                                                       // help: write it as `3`
                                                                                                                                                                                                                           //^^^ wrong-parameter-type: `Size` takes a number, not a string
                                                                                                                                                                                                                           // help: write it as `5`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": 5 } } }, "Next": "c" },
                                                                                                                                           //^ wrong-parameter-type: `S` takes a string, not a number
                                                                                                                                           // help: write it as `"5"`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:runInstances", "Parameters": { "MinCount": 1, "MaxCount": 1, "TagSpecifications": { "ResourceType": "instance" }, "Monitoring": true, "NetworkInterfaces": [{ "DeviceIndex": [0] }, "eni"] }, "Next": "d" },
                                                                                                                                                             //^ wrong-parameter-type: `TagSpecifications` takes an array, not an object
                                                                                                                                                                                                           //^^^^ wrong-parameter-type: `Monitoring` takes an object, not a boolean
                                                                                                                                                                                                                                                        //^ wrong-parameter-type: `DeviceIndex` takes a number, not an array
                                                                                                                                                                                                                                                               //^^^^^ wrong-parameter-type: `NetworkInterfaces` takes an object, not a string
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "L": { "S": "x" } } } }, "End": true }
                                                                                                                                                   //^ wrong-parameter-type: `L` takes an array, not an object
        "#]]);
    }

    #[test]
    fn of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Parameters": { "TableName": "t", "ExpressionAttributeValues": [], "Limit": {} }, "Next": "b" },
                                                                                                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `ExpressionAttributeValues` is given, but no expression
                                                                                                                          // help: DynamoDB takes it with an expression only
                                                                                                                                                       //^ wrong-parameter-type: `ExpressionAttributeValues` takes an object, not an array
                                                                                                                                                                    //^ wrong-parameter-type: `Limit` takes a number, not an object
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:putParameter", "Parameters": { "Name": "n", "Value": { "as": "text" } }, "End": true }
        "#]]);
    }

    #[test]
    fn computed_values_and_strings_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries.$": "$.entries" }, "Next": "b" },
            "b": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::events:putEvents", "Arguments": { "Entries": "{% $states.input.entries %}" }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": "${Entries}" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": { "a": 1 }, "DelaySeconds": "5" }, "End": true }
                                                                                                                                                                     //^^^ wrong-parameter-type: `DelaySeconds` takes a number, not a string
                                                                                                                                                                     // help: write it as `5`
        "#]]);
    }
}
