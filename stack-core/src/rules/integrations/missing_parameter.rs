//! ## What it checks
//! A task passes its integration every required parameter: `dynamodb:getItem` needs a `TableName` and a
//! `Key`. A computed parameter, such as `TableName.$`, counts.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "Payload": {} },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "bill", "Payload": {} },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `The field 'FunctionName' is required but was missing` (measured for twelve parameters of eight services,
//! and reported for an action of the AWS SDK). Which parameters are required comes from each service's own
//! model. Whether AWS also checks nested objects, or the reader and writer of a Map, is not recorded: there
//! it is `probably-refused`.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "missing-parameter", severity: Severity::Error, source: include_str!("missing_parameter.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_a_cluster() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:createCluster", "Parameters": { "Name": "n", "Instances": { "InstanceCount": 1 } }, "Next": "b" },
                                                                                                                             //^^^^^^^^^^^ probably-refused: `Instances` has no `KeepJobFlowAliveWhenNoSteps`, which `elasticmapreduce:createCluster` requires
            "b": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:createCluster.sync", "Parameters": { "Name": "n", "Instances": { "KeepJobFlowAliveWhenNoSteps": true, "InstanceFleets.$": "$.fleets" } }, "End": true }
        "#]]);
    }

    #[test]
    fn of_an_optimized_integration() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t" }, "Next": "b" },
                                                                                  //^^^^^^^^^^^^ missing-parameter: `Parameters` has no `Key`, which `dynamodb:getItem` requires
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "Next": "c" },
                                                                                 //^^^^^^^^^^^^ missing-parameter: `Parameters` has no `MessageBody`, which `sqs:sendMessage` requires
                                                                                 //^^^^^^^^^^^^ missing-parameter: `Parameters` has no `QueueUrl`, which `sqs:sendMessage` requires
            "c": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "Arguments": {} }, "End": true }
                                                                                       //^^^^^^^^^^^^ missing-parameter: `Parameters` has no `JobName`, which `glue:startJobRun` requires
        "#]]);
    }

    #[test]
    fn of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b" }, "Next": "b" },
                                                                                      //^^^^^^^^^^^^ missing-parameter: `Parameters` has no `Key`, which `aws-sdk:s3:getObject` requires
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "Parameters": {}, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "Payload": "{% $states.input %}" }, "Next": "b" },
                                                                               //^^^^^^^^^^^ missing-parameter: `Arguments` has no `FunctionName`, which `lambda:invoke` requires
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $states.input %}", "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "{% $states.input.f %}" }, "End": true }
            } }
        "#]]);
    }

    #[test]
    fn what_is_computed_or_filled_in_is_there() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName.$": "$.f" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "${Key}": "f" }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::${Service}:invoke", "Parameters": {}, "End": true }
        "#]]);
    }

    #[test]
    fn a_misspelt_parameter_is_one_fault() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableNam": "t", "key": {} }, "End": true }
                                                                                                  //^^^^^^^^^^ unknown-parameter: `dynamodb:getItem` has no parameter `TableNam`
                                                                                                  // help: did you mean `TableName`?
                                                                                                                   //^^^^^ unknown-parameter: `dynamodb:getItem` has no parameter `key`
                                                                                                                   // help: did you mean `Key`? parameters start with a capital letter
        "#]]);
    }

    #[test]
    fn without_any_the_field_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "b" },
            //^^^ missing-field: `a` has no `Parameters`, which `lambda:invoke` needs
            // help: it requires `FunctionName`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "Next": "c" },
            //^^^ missing-field: `b` has no `Parameters`, which `aws-sdk:sts:getCallerIdentity` needs
            // help: an empty object will do: `"Parameters": {}`
            "c": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "d" },
            //^^^ missing-field: `c` has no `Arguments`, which `sqs:sendMessage` needs
            // help: it requires `MessageBody`, `QueueUrl`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "parameters": { "FunctionName": "f" }, "Next": "e" },
                                                                               //^^^^^^^^^^^^ unknown-field: a Task state has no field `parameters`
                                                                               // help: did you mean `Parameters`?
            "e": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f" }, "End": true }
                                                                               //^^^^^^^^^^^ wrong-query-language: `Arguments` belongs to JSONata, but `e` uses JSONPath
                                                                               // help: in JSONPath, use `Parameters`
                                                                               // help: or set the state's `QueryLanguage` to `JSONata`
        "#]]);
    }

    #[test]
    fn of_a_distributed_map_it_is_a_warning() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Keys": "k" } }, "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Prefix": "p" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "Next": "n" },
                                                                                                                            //^^^^^^ probably-refused: `s3:getObject` has no parameter `Keys`
                                                                                                                            // help: did you mean `Key`?
                                                                                                                                                                                                            //^^^^^^^^^^^^ probably-refused: `Parameters` has no `Bucket`, which `s3:putObject` requires
            "n": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { "Bucket.$": "$.b", "Prefix": "p" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } }, "End": true }
        "#]]);
    }

    #[test]
    fn inside_of_objects_it_is_a_warning() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { "AwsvpcConfiguration": { "AssignPublicIp": "DISABLED" } } }, "Next": "b" },
                                                                                                                                              //^^^^^^^^^^^^^^^^^^^^^ probably-refused: `AwsvpcConfiguration` has no `Subnets`, which `ecs:runTask` requires
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "Message": "m" }, "Next": "c" },
                                                                             //^^^^^^^^^^^^ probably-refused: `Parameters` has neither `TopicArn` nor `TargetArn` nor `PhoneNumber`
                                                                             // help: `sns:publish` needs one of them
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "Message": "m", "PhoneNumber.$": "$.phone" }, "End": true }
        "#]]);
    }
}
