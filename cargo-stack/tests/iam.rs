//! `cargo stack iam`: the policy of a role, why it is as it is, and how wide.

mod program;

use expect_test::expect;
use program::{stack, workflows};

#[test]
fn a_definition_has_a_policy_with_a_statement_for_each_integration() {
    expect![[r#"
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [
                "dynamodb:PutItem"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${OrdersTable}"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "lambda:InvokeFunction"
              ],
              "Resource": [
                {
                  "Ref": "ShipArn"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "s3:GetObject"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:s3:::orders/*/items.json"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "sns:Publish"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "states:DescribeExecution",
                "states:StopExecution"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}/*:*"
                },
                {
                  "Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}:*"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "states:RedriveExecution"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}/*:*"
                }
              ]
            },
            {
              "Effect": "Allow",
              "Action": [
                "states:StartExecution"
              ],
              "Resource": [
                {
                  "Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${StateMachineName}"
                }
              ]
            }
          ]
        }
        note: orders.asl.json: the state `tell` computes its `TopicArn`, so the role may sns:Publish on `arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*`
        note: orders.asl.json: the state `each` computes its `Key`, so the role may s3:GetObject on `arn:${AWS::Partition}:s3:::orders/*/items.json`
        exit code: 0
    "#]].assert_eq(&stack(&["iam", "orders.asl.json"]).text());
}

#[test]
fn explain_lists_the_statements_of_each_state() {
    expect![[r#"
        orders.asl.json
          store
            dynamodb:PutItem
              arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${OrdersTable}
          tell
            sns:Publish
              arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*   `TopicArn` is known at run time only
          each
            states:StartExecution
              arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${StateMachineName}
            states:DescribeExecution, states:StopExecution
              arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}:*
              arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}/*:*
            states:RedriveExecution
              arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${StateMachineName}/*:*
            s3:GetObject
              arn:${AWS::Partition}:s3:::orders/*/items.json   `Key` is known at run time only
          ship
            lambda:InvokeFunction
              ${ShipArn}
    "#]].assert_eq(&stack(&["iam", "--explain", "orders.asl.json"]).out);
}

#[test]
fn what_is_not_known_is_no_state_without_permissions() {
    expect![[r#"
        newer.asl.json
          a
            the permissions for `aws-sdk:s3:dance` are not known
        note: newer.asl.json: the definition has errors, so permissions may be missing or wrong
        note: newer.asl.json: the permissions for `aws-sdk:s3:dance` in the state `a` are not known
        exit code: 0
    "#]]
    .assert_eq(&stack(&["iam", "--explain", "newer.asl.json"]).text());
}

#[test]
fn what_a_call_may_need_besides_is_told() {
    let outcome = stack(&["iam", "--explain", "cluster.asl.json"]);
    expect![[r#"
        cluster.asl.json
          create
            rds:CreateDBCluster
              *   all: of these actions no narrower resource is known
            iam:PassRole
              arn:aws:iam::111122223333:role/monitoring
              if {"StringEquals":{"iam:PassedToService":"monitoring.rds.amazonaws.com"}}
            calls `rds:createDBCluster`, which may also need `rds:CreateDBInstance`, `secretsmanager:CreateSecret`, `secretsmanager:TagResource`: no parameter says on what
        note: cluster.asl.json: the state `create` calls `rds:createDBCluster`, which may also need `rds:CreateDBInstance`, `secretsmanager:CreateSecret`, `secretsmanager:TagResource`: no parameter says on what
        exit code: 0
    "#]].assert_eq(&outcome.text());
    let outcome = stack(&["iam", "--format", "json", "cluster.asl.json"]);
    let roles: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    assert_eq!(roles[0]["doubts"][0]["state"], "create");
}

#[test]
fn stats_count_the_resources_that_are_known() {
    expect![[r#"
        machines: 1
        statements: 7
        resources that are known: 6
        `*`, no narrower resource is known of the actions: 0
        wider, known at run time only: 2
        wider, in no parameter: 0
        wider, where a name or an ARN was there: 0
    "#]]
    .assert_eq(&stack(&["iam", "--stats", "orders.asl.json"]).out);
}

#[test]
fn json_has_the_needs_of_each_machine() {
    let outcome = stack(&["iam", "--format", "json", "orders.asl.json"]);
    let roles: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    let need = &roles[0]["needs"][1];
    assert_eq!((&need["state"], &need["actions"][0]), (&"tell".into(), &"sns:Publish".into()));
    assert_eq!(
        (&need["resources"][0]["width"], &need["resources"][0]["because"]),
        (&"computed".into(), &"TopicArn".into())
    );
    assert_eq!(roles[0]["policy"]["Version"], "2012-10-17");
}

#[test]
fn machines_of_a_template_have_a_policy_each() {
    let outcome = stack(&["iam", "template.json"]);
    let policies: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    let names: Vec<&String> = policies.as_object().expect("an object").keys().collect();
    assert!(names.iter().all(|name| name.starts_with("template.json ")), "{names:?}");
}

#[test]
fn a_template_says_what_placeholders_stand_for() {
    expect![[r#"
        substitutions.yaml Object
          a
            dynamodb:GetItem
              arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}
          b
            sqs:SendMessage
              arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:[part 4 of ${Jobs}]
          c
            lambda:InvokeFunction
              ${Bill.Arn}
          d
            dynamodb:GetItem
              arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/dev-${Other}
          e
            dynamodb:GetItem
              arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*   `TableName` is known at run time only
        substitutions.yaml Text
          a
            lambda:InvokeFunction
              ${Bill.Arn}
        note: substitutions.yaml Object: the state `e` computes its `TableName`, so the role may dynamodb:GetItem on `arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*`
        exit code: 0
    "#]].assert_eq(&stack(&["iam", "--explain", "substitutions.yaml"]).text());
}

#[test]
fn what_cannot_be_read_is_no_policy() {
    let outcome = stack(&["iam", "orders.asl.json", "nothing.asl.json"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(2), ""));
    assert_eq!(outcome.err, "error: nothing.asl.json: the file cannot be read: no such file or directory\n");
    assert_eq!(stack(&["iam"]).code, Some(2));
    assert_eq!(stack(&["iam", "--format", "yaml", "orders.asl.json"]).code, Some(2));
}

/// No statement is on more than it should be where a name or an ARN is there.
#[test]
fn the_workflows_have_no_careless_statement() {
    let paths = workflows();
    let mut arguments = vec!["iam", "--stats"];
    arguments.extend(paths.iter().map(|path| path.to_str().expect("UTF-8")));
    let outcome = stack(&arguments);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.out.starts_with(&format!("machines: {}\n", paths.len())), "{}", outcome.out);
    assert!(outcome.out.ends_with("wider, where a name or an ARN was there: 0\n"), "{}", outcome.out);
    assert!(!outcome.err.contains("are not known"), "{}", outcome.err);
}

/// The states of a definition, those of branches and processors too.
fn states<'v>(value: &'v serde_json::Value, found: &mut Vec<(&'v String, &'v serde_json::Value)>) {
    if let Some(object) = value.as_object() {
        found.extend(object.get("States").and_then(|states| states.as_object()).into_iter().flatten());
        object.values().for_each(|value| states(value, found));
    } else if let Some(items) = value.as_array() {
        items.iter().for_each(|item| states(item, found));
    }
}

/// The same, found without what the program says of itself: no `*` where a parameter is an ARN of the service.
#[test]
fn no_statement_of_the_workflows_is_on_all_beside_an_arn() {
    let mut paths = workflows();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut stars = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a workflow");
        let definition: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let mut all = Vec::new();
        states(&definition, &mut all);
        let outcome = stack(&["iam", "--format", "json", path.to_str().expect("UTF-8")]);
        let roles: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
        for need in roles[0]["needs"].as_array().expect("needs") {
            let all_resources = need["resources"].as_array().expect("resources");
            let action = need["actions"][0].as_str().expect("an action");
            // What is created has no ARN yet; those in the parameters are of something else.
            let creates = action.contains(":Create");
            // IAM knows no resource for what asks for the state of any jobs.
            let any_job = action == "batch:DescribeJobs";
            if creates || any_job || all_resources.iter().all(|resource| resource["resource"] != "*") {
                continue;
            }
            stars += 1;
            let start = format!("arn:aws:{}:", action.split(':').next().expect("a service"));
            let (_, state) = all.iter().find(|(name, _)| need["state"] == **name).expect("the state");
            let given = state.get("Parameters").or_else(|| state.get("Arguments"));
            let mut members = given.and_then(|given| given.as_object()).into_iter().flatten();
            let arn = members.find(|(_, value)| value.as_str().is_some_and(|text| text.starts_with(&start)));
            assert!(arn.is_none(), "{}: {need}: {arn:?}", path.display());
        }
    }
    assert!(stars > 0);
}
