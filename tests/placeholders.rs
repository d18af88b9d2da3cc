//! `${..}` in strings: what stands in the template for it, and in the roles.

use serde_json::Value;
use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(entryfile_path = "../examples/eshop/bill-customer.ts")]
    bill: Function,
    #[resource(partition_key = ("id", "string"))]
    orders: Table,
    jobs: Queue,
    #[resource(routes = [("POST /bill", bill.arn)])]
    api: HttpApi,
    by_words: StateMachine<ByWords>,
    by_strings: StateMachine<ByStrings>,
    by_text: StateMachine<ByText>,
    texts: StateMachine<Texts>,
    exact: StateMachine<Exact>,
}

state_machine! {
    ByWords in Shop {
        StartAt: bill,
        States: {
            bill: Task { Resource: bill.arn, Next: put },
            put: Task {
                Resource: dynamodb:putItem,
                Parameters: { TableName: orders.name, Item: { id: { S: "1" } } },
                Next: send,
            },
            send: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: jobs.url, MessageBody: "go" },
                End: true,
            },
        },
    }
}

state_machine! {
    ByStrings in Shop {
        StartAt: bill,
        States: {
            bill: Task { Resource: "${bill.arn}", Next: put },
            put: Task {
                Resource: "arn:${AWS::Partition}:states:::dynamodb:putItem",
                Parameters: { TableName: "${orders.name}", Item: { id: { S: "1" } } },
                Next: send,
            },
            send: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: "${jobs.url}", MessageBody: "go" },
                End: true,
            },
        },
    }
}

state_machine! {
    #[substitutions(BillArn = bill.arn, OrdersTable = orders.name, "Jobs.Url" = jobs.url, Word = "go", Id = 1)]
    ByText in Shop = r#"{
        "StartAt": "bill",
        "States": {
            "bill": { "Type": "Task", "Resource": "${BillArn}", "Next": "put" },
            "put": {
                "Type": "Task",
                "Resource": "arn:${AWS::Partition}:states:::dynamodb:putItem",
                "Parameters": { "TableName": "${OrdersTable}", "Item": { "id": { "S": "${Id}" } } },
                "Next": "send"
            },
            "send": {
                "Type": "Task",
                "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": { "QueueUrl": "${Jobs.Url}", "MessageBody": "${Word}" },
                "End": true
            }
        }
    }"#
}

state_machine! {
    #[substitutions(Topic = "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news")]
    Texts in Shop {
        QueryLanguage: JSONata,
        StartAt: tell,
        States: {
            tell: Task {
                Resource: sns:publish,
                Arguments: { TopicArn: "${Topic}", Message: "see ${api.url}/orders in ${AWS::Region}" },
                Next: live,
            },
            live: Task { Resource: "${bill.arn}:live", Next: take },
            take: Task {
                Resource: dynamodb:getItem,
                Arguments: {
                    TableName: "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${orders.name}",
                    Key: { id: { S: "{% '${orders.name}' & $string($states.input.id) %}" } },
                },
                Next: done,
            },
            /// What ${nobody} runs.
            done: Pass {
                Output: {
                    shell: "echo ${!HOME}",
                    own: "${!AWS::Region} ${}",
                    group: "{% ${'a': 1}.a ~> $replace(/\\${/, '') %}",
                    policy: "arn:aws:s3:::home/*",
                    user: "for ${aws:username}",
                },
                End: true,
            },
        },
    }
}

state_machine! {
    Exact in Shop {
        StartAt: a,
        States: {
            a: Pass { Result: { url: "${api.url}/${!x}", none: null, region: "${AWS::Region}" }, End: true },
        },
    }
}

/// A stack whose network is the user's own: its subnets are elements of a list, which no text can ask for.
#[derive(Stack)]
#[stack(vpc = parameters)]
struct OwnNetwork {
    #[resource(name = "in-${shared.vpc.id}", tags = [("subnet", "at ${shared.subnets.second}")])]
    jobs: Queue,
    subnets: StateMachine<Subnets>,
}

state_machine! {
    Subnets in OwnNetwork {
        StartAt: a,
        States: { a: Pass { Result: "in ${shared.subnets.first} of ${shared.vpc.id}", End: true } },
    }
}

#[test]
fn what_no_text_can_ask_for_has_a_name_of_its_own() {
    let template: Value = serde_json::from_str(&OwnNetwork::template().unwrap().to_json()).unwrap();
    let resources = &template["Resources"];
    let properties = |id: &str| resources[id]["Properties"].clone();
    assert_eq!(
        properties("SubnetsStateMachine")["Definition"]["States"]["a"]["Result"].to_string(),
        r#"{"Fn::Sub":["in ${r0} of ${VpcId}",{"r0":{"Fn::Select":[0,{"Ref":"SubnetIds"}]}}]}"#
    );
    assert_eq!(properties("JobsQueue")["QueueName"].to_string(), r#"{"Fn::Sub":"in-${VpcId}"}"#);
    assert_eq!(
        properties("JobsQueue")["Tags"][0]["Value"].to_string(),
        r#"{"Fn::Sub":["at ${p1}",{"p1":{"Fn::Select":[1,{"Ref":"SubnetIds"}]}}]}"#
    );
}

fn template() -> Value {
    serde_json::from_str(&Shop::template().unwrap().to_json()).unwrap()
}

/// What the machine's role allows.
fn statements<'t>(template: &'t Value, machine: &str) -> &'t Value {
    &template["Resources"][format!("{machine}Role")]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
}

fn states<'t>(template: &'t Value, machine: &str) -> &'t Value {
    &template["Resources"][format!("{machine}StateMachine")]["Properties"]["Definition"]["States"]
}

#[test]
fn a_placeholder_alone_is_what_it_stands_for() {
    let template = template();
    let words = states(&template, "ByWords");
    assert_eq!(words["bill"]["Resource"]["Fn::GetAtt"][0], "BillFunction");
    for other in ["ByStrings", "ByText"] {
        let mut found = states(&template, other).clone();
        // The text names a partition.
        if other == "ByText" {
            found["send"]["Resource"] = words["send"]["Resource"].clone();
        }
        assert_eq!(found, *words, "{other}");
        assert_eq!(statements(&template, other), statements(&template, "ByWords"), "{other}");
    }
}

#[test]
fn a_text_with_placeholders_is_substituted() {
    let template = template();
    expect_test::expect![[r#"
        {
          "done": {
            "Comment": "What ${nobody} runs.",
            "End": true,
            "Output": {
              "group": "{% ${'a': 1}.a ~> $replace(/\\${/, '') %}",
              "own": "${AWS::Region} ${}",
              "policy": "arn:aws:s3:::home/*",
              "shell": "echo ${HOME}",
              "user": "for ${aws:username}"
            },
            "Type": "Pass"
          },
          "live": {
            "Next": "take",
            "Resource": {
              "Fn::Sub": "${BillFunction.Arn}:live"
            },
            "Type": "Task"
          },
          "take": {
            "Arguments": {
              "Key": {
                "id": {
                  "S": {
                    "Fn::Sub": "{% '${OrdersTable}' & $string($states.input.id) %}"
                  }
                }
              },
              "TableName": {
                "Fn::Sub": "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${OrdersTable}"
              }
            },
            "Next": "done",
            "Resource": {
              "Fn::Sub": "arn:${AWS::Partition}:states:::dynamodb:getItem"
            },
            "Type": "Task"
          },
          "tell": {
            "Arguments": {
              "Message": {
                "Fn::Sub": "see ${ApiApi.ApiEndpoint}/orders in ${AWS::Region}"
              },
              "TopicArn": {
                "Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news"
              }
            },
            "Next": "live",
            "Resource": {
              "Fn::Sub": "arn:${AWS::Partition}:states:::sns:publish"
            },
            "Type": "Task"
          }
        }"#]].assert_eq(&serde_json::to_string_pretty(states(&template, "Texts")).unwrap());
    expect_test::expect![[r#"
        [
          {
            "Action": [
              "dynamodb:GetItem"
            ],
            "Effect": "Allow",
            "Resource": [
              {
                "Fn::Sub": "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${OrdersTable}"
              }
            ]
          },
          {
            "Action": [
              "lambda:InvokeFunction"
            ],
            "Effect": "Allow",
            "Resource": [
              {
                "Fn::Sub": "${BillFunction.Arn}:live"
              }
            ]
          },
          {
            "Action": [
              "sns:Publish"
            ],
            "Effect": "Allow",
            "Resource": [
              {
                "Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news"
              }
            ]
          }
        ]"#]].assert_eq(&serde_json::to_string_pretty(statements(&template, "Texts")).unwrap());
    expect_test::expect![[r#"{"Fn::Sub":["{\"StartAt\":\"a\",\"States\":{\"a\":{\"Type\":\"Pass\",\"Result\":{\"url\":\"${r0}/${!x}\",\"none\":null,\"region\":\"${AWS::Region}\"},\"End\":true}}}",{"r0":{"Fn::GetAtt":["ApiApi","ApiEndpoint"]}}]}"#]].assert_eq(
        &template["Resources"]["ExactStateMachine"]["Properties"]["DefinitionString"].to_string(),
    );
}

#[test]
fn the_program_tells_the_texts() {
    let template = Shop::template().unwrap();
    let machine = template.machines().iter().find(|machine| machine.machine == "Exact").unwrap();
    let told = |partition| machine.text(partition, &|reference| format!("<{}>", reference.logical_id));
    assert!(
        told("aws").contains("\"<ApiApi>/${x}\"") && told("aws").contains("\"us-east-1\""),
        "{}",
        told("aws")
    );
    assert!(told("${AWS::Partition}").contains("\"${AWS::Region}\""));
}

/// Properties of all sorts, with placeholders in their texts.
mod properties {
    use super::*;

    stack::cloudformation! {
        /// Any other resource.
        Alarm = "AWS::CloudWatch::Alarm" { arn: stack::param::Text = GetAtt("Arn"); }
    }

    #[derive(Stack)]
    struct Filled {
        #[resource(
            partition_key = ("id", "string"),
            name = "orders-${AWS::Region}",
            tags = [("at", "${jobs.url}"), ("both", "${AWS::StackName}/${!x}")]
        )]
        orders: Table,
        jobs: Queue,
        #[resource(
            entryfile_path = "../examples/eshop/bill-customer.ts",
            description = "bills into ${orders.name}",
            environment = [("URL", "${jobs.url}?a=${AWS::Region}"), ("HOME", "${!HOME}"), ("TABLE", orders.name)],
            iam_role_statements = [("sqs:SendMessage", "${jobs.arn}"), ("s3:GetObject", "arn:${AWS::Partition}:s3:::b/${aws:username}/${orders.name}/*")],
            overrides = [("BillFunction", "KmsKeyArn", "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${orders.name}")]
        )]
        bill: Function,
        #[resource(
            event_pattern = r#"{"source": ["${jobs.name}"], "detail": {"bucket": ["${bucket}-${AWS::Region}-${jobs.name}", "${!a}"]}}"#,
            input = r#"{"queue": "${jobs.url}", "stage": "${stage}", "home": "${!HOME}", "region": "${AWS::Region}"}"#,
            values = [("bucket", "b"), ("stage", "test")],
            target = bill.arn
        )]
        rule: EventRule,
        #[resource(schedule_rate = "rate(1 day)", target = bill.arn, input = r#"{"queue": "${jobs.url}"}"#)]
        nightly: Schedule,
        #[resource(
            properties = r#"{"AlarmName": "${orders.name}", "Namespace": "${AWS::StackName}/${topic()}", "Period": "${period}",
                "Unit": {"Fn::Sub": "${AWS::Region}/${BillFunction}/${orders.name}"}, "Statistic": {"Fn::Sub": ["${a}", {"a": "${jobs.arn}"}]}}"#,
            values = [("period", 5)]
        )]
        alarm: Alarm,
        #[resource(value = jobs.url, export = "${AWS::StackName}-${jobs.name}")]
        queue: Output,
        #[resource(name = "machine-${AWS::StackName}")]
        plain: StateMachine<Plain>,
    }

    state_machine! {
        Plain {
            StartAt: a,
            States: { a: Pass { Result: "${!AWS::StackName}/${AWS::Region}", End: true } },
        }
    }

    #[test]
    fn texts_of_properties_are_filled_in() {
        let template: Value = serde_json::from_str(&Filled::template().unwrap().to_json()).unwrap();
        let resources = &template["Resources"];
        let mut shown = String::new();
        for (name, property) in [
            ("OrdersTable", "/TableName"),
            ("OrdersTable", "/Tags"),
            ("BillFunction", "/Description"),
            ("BillFunction", "/Environment/Variables"),
            ("BillFunction", "/KmsKeyArn"),
            ("BillRole", "/Policies/0/PolicyDocument/Statement"),
            ("RuleRule", "/EventPattern"),
            ("RuleRule", "/Targets/0/Input"),
            ("NightlySchedule", "/Target/Input"),
            ("AlarmAlarm", ""),
            ("PlainStateMachine", "/StateMachineName"),
            ("PlainStateMachine", "/Definition/States/a/Result"),
        ] {
            let found = resources[name]["Properties"].pointer(property);
            shown += &format!("{name}{property}: {}\n", found.unwrap_or_else(|| panic!("{name}{property}")));
        }
        shown += &format!("{}\n", template["Outputs"]["Queue"]);
        expect_test::expect![[r#"
            OrdersTable/TableName: {"Fn::Sub":"orders-${AWS::Region}"}
            OrdersTable/Tags: [{"Key":"at","Value":{"Ref":"JobsQueue"}},{"Key":"both","Value":{"Fn::Sub":"${AWS::StackName}/${!x}"}}]
            BillFunction/Description: {"Fn::Sub":"bills into ${OrdersTable}"}
            BillFunction/Environment/Variables: {"HOME":"${HOME}","TABLE":{"Ref":"OrdersTable"},"URL":{"Fn::Sub":"${JobsQueue}?a=${AWS::Region}"}}
            BillFunction/KmsKeyArn: {"Fn::Sub":"arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${OrdersTable}"}
            BillRole/Policies/0/PolicyDocument/Statement: [{"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow","Resource":[{"Fn::GetAtt":["BillLogGroup","Arn"]}]},{"Action":["sqs:SendMessage"],"Effect":"Allow","Resource":[{"Fn::GetAtt":["JobsQueue","Arn"]}]},{"Action":["s3:GetObject"],"Effect":"Allow","Resource":[{"Fn::Sub":"arn:${AWS::Partition}:s3:::b/${!aws:username}/${OrdersTable}/*"}]}]
            RuleRule/EventPattern: {"detail":{"bucket":[{"Fn::Sub":"b-${AWS::Region}-${JobsQueue.QueueName}"},"${a}"]},"source":[{"Fn::GetAtt":["JobsQueue","QueueName"]}]}
            RuleRule/Targets/0/Input: {"Fn::Sub":"{\"queue\":\"${JobsQueue}\",\"stage\":\"test\",\"home\":\"${!HOME}\",\"region\":\"${AWS::Region}\"}"}
            NightlySchedule/Target/Input: {"Fn::Sub":"{\"queue\":\"${JobsQueue}\"}"}
            AlarmAlarm: {"AlarmName":{"Ref":"OrdersTable"},"Namespace":{"Fn::Sub":"${AWS::StackName}/${!topic()}"},"Period":5,"Statistic":{"Fn::Sub":["${a}",{"a":{"Fn::GetAtt":["JobsQueue","Arn"]}}]},"Unit":{"Fn::Sub":"${AWS::Region}/${BillFunction}/${OrdersTable}"}}
            PlainStateMachine/StateMachineName: {"Fn::Sub":"machine-${AWS::StackName}"}
            PlainStateMachine/Definition/States/a/Result: {"Fn::Sub":"${!AWS::StackName}/${AWS::Region}"}
            {"Export":{"Name":{"Fn::Sub":"${AWS::StackName}-${JobsQueue.QueueName}"}},"Value":{"Ref":"JobsQueue"}}
        "#]].assert_eq(&shown);
    }

    #[test]
    fn what_is_taken_as_it_is_is_an_error() {
        #[derive(Stack)]
        struct Literal {
            #[resource(default = "${AWS::Region}")]
            region: Parameter,
            jobs: Queue,
        }
        assert_eq!(
            Literal::template().unwrap_err().to_string(),
            "`region`: `${AWS::Region}` stands in a text in which nothing is filled in\n\
             help: CloudFormation, or the kind of the resource, takes it as it is"
        );
    }
}
