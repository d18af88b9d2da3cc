//! ## What it checks
//! A task passes its integration only parameters that the integration takes, also inside of objects and lists.
//! Parameters start with a capital letter, whatever the service's own documentation says: `StateMachineArn`, not
//! `stateMachineArn`.
//!
//! ## Why
//! AWS refuses the definition, or every execution that reaches the state fails. The rule can be allowed for
//! parameters that are newer than our tables.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "bill", "payload": {} },
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
//! `The field Filter is not supported by Step Functions` (the developer guide, for an action of the AWS SDK).
//! The same was reported for `awsVpcConfiguration` in `ecs:runTask` when the machine was created, and for
//! `TaskToken` of `lambda:invoke` and `onStatusReason` in `aws-sdk:batch:submitJob` when they ran. The names come from each
//! service's own model, by the rule that the guide gives. In a `RetryStrategy`, a parameter that differs only in
//! its first letter's case is `probably-refused`, because the guide itself writes `"RetryStrategy": { "attempts": 5 }`;
//! so is `Bool` for `BOOL` in `dynamodb:putItem`, which one author found to be refused.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unknown-parameter", severity: Severity::Deny, source: include_str!("unknown_parameter.rs") };

#[cfg(test)]
mod tests {
    use crate::finding::Findings;
    use crate::language::MachineType;
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_an_optimized_integration() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "tableName": "t", "Kye.$": "$.key" }, "Next": "b" },
                                                                                                  //^^^^^^^^^^^ unknown-parameter: `dynamodb:getItem` has no parameter `tableName`
                                                                                                  // help: did you mean `TableName`? parameters start with a capital letter
                                                                                                                    //^^^^^^^ unknown-parameter: `dynamodb:getItem` has no parameter `Kye`
                                                                                                                    // help: did you mean `Key`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueURL": "https://q", "MessageBody": "m", "Comment": "c" }, "End": true }
                                                                                                 //^^^^^^^^^^ unknown-parameter: `sqs:sendMessage` has no parameter `QueueURL`
                                                                                                 // help: did you mean `QueueUrl`?
                                                                                                                                              //^^^^^^^^^ unknown-parameter: `sqs:sendMessage` has no parameter `Comment`
                                                                                                                                              // help: it takes `MessageBody`, `QueueUrl`, `DelaySeconds`, `MessageAttributes`, `MessageDeduplicationId`, `MessageGroupId`, `MessageSystemAttributes`
                                                                                                                                              // help: if it is newer than this list, allow `unknown-parameter` here
        "#]]);
    }

    #[test]
    fn of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeSnapshots", "Parameters": { "Filter": [] }, "Next": "b" },
                                                                                                               //^^^^^^^^ unknown-parameter: `aws-sdk:ec2:describeSnapshots` has no parameter `Filter`
                                                                                                               // help: did you mean `Filters`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": { "DBInstanceIdentifier": "d" }, "End": true }
                                                                                                                 //^^^^^^^^^^^^^^^^^^^^^^ unknown-parameter: `aws-sdk:rds:describeDBInstances` has no parameter `DBInstanceIdentifier`
                                                                                                                 // help: did you mean `DbInstanceIdentifier`?
        "#]]);
    }

    #[test]
    fn inside_of_objects() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { "awsVpcConfiguration": { "Subnets": ["s"] } } }, "Next": "b" },
                                                                                                                                                   //^^^^^^^^^^^^^^^^^^^^^ unknown-parameter: `ecs:runTask` has no parameter `awsVpcConfiguration` in `NetworkConfiguration`
                                                                                                                                                   // help: did you mean `AwsvpcConfiguration`? parameters start with a capital letter
            "b": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": [{ "Source": "s", "Detial": {}, "DetailType": "t" }] }, "Next": "c" },
                                                                                                                               //^^^^^^^^ unknown-parameter: `events:putEvents` has no parameter `Detial` in `Entries`
                                                                                                                               // help: did you mean `Detail`?
            "c": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": { "attempts": 5 } }, "End": true }
                                                                                                                                                                           //^^^^^^^^^^ probably-refused: `batch:submitJob` has no parameter `attempts` in `RetryStrategy`
                                                                                                                                                                           // help: did you mean `Attempts`? parameters start with a capital letter
        "#]]);
    }

    #[test]
    fn inside_of_objects_in_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ecs:runTask", "Parameters": { "TaskDefinition": "t", "Overrides": { "ContainerOverrides": [{ "name": "n", "Environment": [{ "Name": "A", "Valeu": "b" }] }] } }, "Next": "b" },
                                                                                                                                                                    //^^^^^^ unknown-parameter: `aws-sdk:ecs:runTask` has no parameter `name` in `ContainerOverrides`
                                                                                                                                                                    // help: did you mean `Name`? parameters start with a capital letter
                                                                                                                                                                                                                //^^^^^^^ unknown-parameter: `aws-sdk:ecs:runTask` has no parameter `Valeu` in `Environment`
                                                                                                                                                                                                                // help: did you mean `Value`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": { "EvaluateOnExit": [{ "onStatusReason": "Host EC2*", "Action": "RETRY" }] } }, "Next": "c" },
                                                                                                                                                                                                        //^^^^^^^^^^^^^^^^ unknown-parameter: `aws-sdk:batch:submitJob` has no parameter `onStatusReason` in `EvaluateOnExit`
                                                                                                                                                                                                        // help: did you mean `OnStatusReason`? parameters start with a capital letter
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "i" } }, "ExpressionAttributeValues": { ":a": { "BOOL": true }, ":b": { "M": { "any": { "Nx": "1" } } } } }, "Next": "d" },
                                                                                                                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `ExpressionAttributeValues` is given, but no expression
                                                                                                                                                              // help: DynamoDB takes it with an expression only
                                                                                                                                                                                                     //^^^^^^ unknown-parameter: `aws-sdk:dynamodb:updateItem` has no parameter `BOOL` in `:a`
                                                                                                                                                                                                     // help: did you mean `Bool`?
                                                                                                                                                                                                                                             //^^^^ unknown-parameter: `aws-sdk:dynamodb:updateItem` has no parameter `Nx` in `any`
                                                                                                                                                                                                                                             // help: did you mean `N`?
            "d": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::aws-sdk:scheduler:createSchedule", "Arguments": { "Name": "n", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": { "mode": "OFF" }, "Target": { "Arn": "{% $states.input.arn %}", "RoleArn": "{% $states.input.role %}", "Retry": {} } }, "End": true }
                                                                                                                                                                                                                       //^^^^^^ unknown-parameter: `aws-sdk:scheduler:createSchedule` has no parameter `mode` in `FlexibleTimeWindow`
                                                                                                                                                                                                                       // help: did you mean `Mode`? parameters start with a capital letter
                                                                                                                                                                                                                                                                                                                             //^^^^^^^ unknown-parameter: `aws-sdk:scheduler:createSchedule` has no parameter `Retry` in `Target`
                                                                                                                                                                                                                                                                                                                             // help: did you mean `RetryPolicy`?
        "#]]);
    }

    #[test]
    fn inside_of_what_no_table_of_ours_lists() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "EcsPropertiesOverride": { "TaskProperties": [{ "Containers": [{ "Command": ["a"], "Enviroment": [] }] }] } }, "Next": "b" },
                                                                                                                                                                                                                                           //^^^^^^^^^^^^ unknown-parameter: `batch:submitJob` has no parameter `Enviroment` in `Containers`
                                                                                                                                                                                                                                           // help: did you mean `Environment`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d", "NodeOverrides": { "NumNodes": 2, "NodePropertyOverrides.$": "$.nodes" } }, "End": true }
        "#]]);
    }

    #[test]
    fn a_token_beside_the_payload() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "FunctionName": "f", "TaskToken.$": "$$.Task.Token" }, "End": true }
                                                                                                                                                          //^^^^^^^^^^^^^ unknown-parameter: `lambda:invoke` has no parameter `TaskToken`
                                                                                                                                                          // help: pass the token on in what is sent, such as a `Payload` or a `MessageBody`
        "#]]);
    }

    #[test]
    fn names_of_the_users_own_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": "i" } }, "ExpressionAttributeValues": { ":a": { "S": "a" } } }, "Next": "b" },
                                                                                                                                                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-dynamodb-expression: `ExpressionAttributeValues` is given, but no expression
                                                                                                                                                    // help: DynamoDB takes it with an expression only
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "Payload": { "tableName": "t" } }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": { "a": 1 }, "MessageAttributes": { "my own": { "DataType": "String", "StringValue": "v" } } }, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f", "payload": "{% $states.input %}" }, "End": true }
                                                                                                                   //^^^^^^^^^ unknown-parameter: `lambda:invoke` has no parameter `payload`
                                                                                                                   // help: did you mean `Payload`? parameters start with a capital letter
            } }
        "#]]);
    }

    #[test]
    fn it_can_be_allowed() {
        use crate::finding::{Allow, Scope};
        use crate::json::{At, Site};
        let text = r#"{ "StartAt": "a", "States": { "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "Newer": 1 }, "End": true } } }"#;
        let rule = At { value: "unknown-parameter", site: Site(0) };
        assert_eq!(crate::testing::texts(text, &[]).len(), 1);
        assert_eq!(crate::testing::texts(text, &[Allow { rule, scope: Scope::Machine }]), [""; 0]);
    }

    #[test]
    fn types_of_attributes() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {
                "a": { "S.$": "$.a" }, "b": { "N": 1 }, "c": { "BOOL": "true" }, "d": { "M": { "e": { "NULL": true }, "f": { "L": [{ "S": "x" }, { "X": "y" }] } } },
                                                 //^ wrong-parameter-type: `N` takes a string, not a number
                                                 // help: write it as `"1"`
                                                                     //^^^^^^ wrong-parameter-type: `BOOL` takes `true` or `false`, not a string
                                                                     // help: write it as `true`
                                                                                                                                                 //^^^ unknown-parameter: `dynamodb:putItem` has no parameter `X` in `L`
                                                                                                                                                 // help: it takes `S`, `N`, `B`, `BOOL`, `NULL`, `L`, `M`, `SS`, `NS`, `BS`
                                                                                                                                                 // help: if it is newer than this list, allow `unknown-parameter` here
                "g": { "name": "n" }, "h": { "s": "x" }, "i": { "SS": ["a"], "NS.$": "$.n" }, "k": { "Bool": true }, "j": { "S": "${Value}", "${Type}": "x" }
                     //^^^^^^ unknown-parameter: `dynamodb:putItem` has no parameter `name` in `g`
                     // help: it takes `S`, `N`, `B`, `BOOL`, `NULL`, `L`, `M`, `SS`, `NS`, `BS`
                     // help: if it is newer than this list, allow `unknown-parameter` here
                                           //^^^ unknown-parameter: `dynamodb:putItem` has no parameter `s` in `h`
                                           // help: did you mean `S`? parameters start with a capital letter
                                                                                                   //^^^^^^ probably-refused: `dynamodb:putItem` has no parameter `Bool` in `k`
                                                                                                   // help: did you mean `BOOL`?
            } }, "End": true }
        "#]]);
    }

    #[test]
    fn help_is_for_the_first_ones() {
        let names: Vec<String> = (0..17).map(|i| format!("\"x{i}\": 1")).collect();
        let text = format!(
            r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {{ "QueueUrl": "https://q", "MessageBody": "m", {} }}, "End": true }} }} }}"#,
            names.join(", ")
        );
        let out = Findings::new();
        let root = crate::read(&text, &[], &out);
        let findings = crate::check(&root, MachineType::Standard, &[], out).findings;
        let helps: Vec<usize> = findings.iter().map(|finding| finding.help().count()).collect();
        assert_eq!(helps, [&[2; 16][..], &[0]].concat());
    }
}
