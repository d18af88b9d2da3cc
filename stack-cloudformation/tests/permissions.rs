//! What roles may do, and where it stands in the template.

mod support;

use stack_cloudformation::kinds::{
    Bucket, BucketReferences, EventBus, EventBusReferences, Function, Queue, QueueReferences, StateMachine,
    StateMachineReferences, Table, TableReferences, Topic, TopicReferences,
};
use stack_cloudformation::machine::{Hole, MachineType};
use stack_cloudformation::stack::Stack;
use stack_cloudformation::template::Template;
use stack_cloudformation::value::{Arg, Value};
use stack_iam::{Derived, OwnMachine, policy};

const ORDERS: TableReferences = TableReferences::of("orders");
const JOBS: QueueReferences = QueueReferences::of("jobs");
const NEWS: TopicReferences = TopicReferences::of("news");
const BUS: EventBusReferences = EventBusReferences::of("bus");
const FILES: BucketReferences = BucketReferences::of("files");
const OTHER: StateMachineReferences = StateMachineReferences::of("other");
const ITSELF: StateMachineReferences = StateMachineReferences::of("m");

fn json(template: &Template) -> serde_json::Value {
    serde_json::from_str(&template.to_json()).unwrap()
}

/// The statements in a policy, as short as they can be read.
fn short(document: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        other => match (&other["Fn::Sub"], &other["Fn::GetAtt"], &other["Ref"]) {
            (serde_json::Value::String(text), ..) => text.replace("${AWS::", "{"),
            (_, serde_json::Value::Array(names), _) => {
                format!("{}.{}", names[0].as_str().unwrap(), names[1].as_str().unwrap())
            }
            (.., serde_json::Value::String(id)) => id.clone(),
            _ => other.to_string(),
        },
    };
    let list = |value: &serde_json::Value| -> String {
        value.as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let statement = |it: &serde_json::Value| {
        let condition = it.get("Condition").map(|condition| format!(" if {condition}")).unwrap_or_default();
        format!("{}: {}{condition}", list(&it["Action"]), list(&it["Resource"]))
    };
    document["Statement"].as_array().unwrap().iter().map(statement).collect()
}

/// What the role of the machine `m` may do.
fn role(template: &Template) -> Vec<String> {
    short(&json(template)["Resources"]["MRole"]["Properties"]["Policies"][0]["PolicyDocument"])
}

machine! { Other Standard r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }

/// What the role of a machine in a file may do, but for what it does with itself.
fn of_text(text: &str) -> Vec<String> {
    let out = stack_core::finding::Findings::new();
    let root = stack_core::read(text, &[], &out);
    assert!(out.finish().is_empty(), "{text}");
    let machine = stack_core::model::Machine::new(&root, MachineType::Standard);
    let requirements = Derived::new(&machine, &[], &OwnMachine::in_file(Some("M"))).requirements;
    let policy = policy(requirements.iter().filter(|it| !it.names_own_machine));
    let document = policy.documents().into_iter().next().unwrap_or_else(|| panic!("{text}: nothing"));
    short(&serde_json::from_str(&stack_core::json::write::compact(&document, &mut |_, _| {})).unwrap())
}

/// The template of a stack with the machine `m`, of that definition, and what it may work with.
macro_rules! template {
    ($text:expr, [$($hole:expr),*], $new:ident => $properties:expr) => {{
        machine! { M Standard ($text) $($hole),* }
        stack! { One {
            orders: Table = |new| new.partition_key(("id", "string")),
            jobs: Queue = |new| new,
            news: Topic = |new| new,
            bus: EventBus = |new| new,
            files: Bucket = |new| new,
            other: StateMachine<Other> = |new| new,
            m: StateMachine<M> = |$new| $properties,
            start: Function = |new| new
                .entryfile_path("start.ts")
                .environment(&[("MACHINE", Arg(ITSELF.arn).value())]),
        }}
        One::template().unwrap()
    }};
}

/// A machine of one task: the integration and its parameters.
macro_rules! task {
    ($integration:literal $parameters:literal) => {
        concat!(
            r#"{"StartAt":"a","States":{"a":{"Type":"Task","End":true,"Resource":"arn:aws:states:::"#,
            $integration,
            r#"","Parameters":"#,
            $parameters,
            "}}}"
        )
    };
}

/// Tests of one task's statements each.
macro_rules! tasks {
    ($($test:ident: $integration:literal $parameters:literal [$($hole:expr),*] => [$($statement:literal),* $(,)?];)*) => {$(
        #[test]
        fn $test() {
            let template = template!(task!($integration $parameters), [$($hole),*], new => new);
            let expected: &[&str] = &[$($statement),*];
            assert_eq!(role(&template), expected);
        }
    )*};
}

tasks! {
    a_table_by_reference: "dynamodb:putItem" r#"{"TableName":@0,"Item":{"id":{"S":"1"}}}"# [Hole::param(ORDERS.name)] =>
        ["dynamodb:PutItem: OrdersTable.Arn"];
    a_table_by_name: "dynamodb:getItem" r#"{"TableName":"orders","Key":{}}"# [] =>
        ["dynamodb:GetItem: arn:{Partition}:dynamodb:{Region}:{AccountId}:table/orders"];
    a_queue_by_reference: "sqs:sendMessage" r#"{"QueueUrl":@0,"MessageBody":"b"}"# [Hole::param(JOBS.url)] =>
        ["sqs:SendMessage: JobsQueue.Arn"];
    a_queue_by_url: "sqs:sendMessage" r#"{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/111122223333/jobs","MessageBody":"b"}"# [] =>
        ["sqs:SendMessage: arn:{Partition}:sqs:eu-west-1:111122223333:jobs"];
    a_topic: "sns:publish" r#"{"TopicArn":@0,"Message":"m"}"# [Hole::param(NEWS.arn)] => ["sns:Publish: NewsTopic"];
    a_telephone: "sns:publish" r#"{"PhoneNumber.$":"$.number","Message":"m"}"# [] => ["sns:Publish: *"];
    every_bus_once: "events:putEvents"
        r#"{"Entries":[{"EventBusName":@0,"Detail":{}},{"Detail":{}},{"EventBusName":@0},{"EventBusName":"arn:aws:events:eu-west-1:111122223333:event-bus/theirs"}]}"# [Hole::param(BUS.name)] =>
        ["events:PutEvents: arn:aws:events:eu-west-1:111122223333:event-bus/theirs BusEventBus.Arn arn:{Partition}:events:{Region}:{AccountId}:event-bus/default"];
    a_machine_that_is_waited_for: "states:startExecution.sync:2" r#"{"StateMachineArn":@0}"# [Hole::param(OTHER.arn)] => [
        r#"events:DescribeRule events:PutRule events:PutTargets: arn:{Partition}:events:{Region}:{AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"#,
        r#"states:DescribeExecution states:StopExecution: {"Fn::Sub":["arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Name}:*",{"Name":{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"OtherStateMachine"}]}]}}]}"#,
        "states:StartExecution: OtherStateMachine",
    ];
    a_machine_by_arn: "states:startExecution.sync" r#"{"StateMachineArn":"arn:aws:states:eu-west-1:111122223333:stateMachine:child:live"}"# [] => [
        r#"events:DescribeRule events:PutRule events:PutTargets: arn:{Partition}:events:{Region}:{AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"#,
        "states:DescribeExecution states:StopExecution: arn:aws:states:eu-west-1:111122223333:execution:child:*",
        "states:StartExecution: arn:aws:states:eu-west-1:111122223333:stateMachine:child:live",
    ];
    a_role_is_passed_to_its_service: "emr-serverless:startJobRun"
        r#"{"ApplicationId":"app","ExecutionRoleArn":"arn:aws:iam::111122223333:role/job"}"# [] => [
        "emr-serverless:StartJobRun: arn:{Partition}:emr-serverless:{Region}:{AccountId}:/applications/app",
        r#"iam:PassRole: arn:aws:iam::111122223333:role/job if {"StringEquals":{"iam:PassedToService":"emr-serverless.amazonaws.com"}}"#,
    ];
    an_api_of_iam: "apigateway:invoke"
        r#"{"ApiEndpoint":"abc.execute-api.eu-west-1.amazonaws.com","Method":"GET","Stage":"dev","Path":"/pets","AuthType":"IAM_ROLE"}"# [] =>
        ["execute-api:Invoke: arn:{Partition}:execute-api:eu-west-1:{AccountId}:abc/dev/GET/pets"];
    an_api_of_a_domain: "apigateway:invoke"
        r#"{"ApiEndpoint":"pets.example.com","Method":"GET","Path":"/pets","AuthType":"IAM_ROLE"}"# [] =>
        ["execute-api:Invoke: arn:{Partition}:execute-api:{Region}:{AccountId}:*/$default/GET/pets"];
    an_api_in_a_vpc: "apigateway:invoke"
        r#"{"ApiEndpoint":"abc-vpce-1.execute-api.eu-west-1.amazonaws.com","Method":"GET","Stage":"dev","AuthType":"IAM_ROLE"}"# [] =>
        ["execute-api:Invoke: arn:{Partition}:execute-api:eu-west-1:{AccountId}:abc/dev/GET/"];
    a_bucket_and_a_key: "aws-sdk:s3:getObject" r#"{"Bucket":@0,"Key.$":"States.Format('{}/in.json', $.id)"}"# [Hole::param(FILES.name)] =>
        ["s3:GetObject: ${FilesBucket.Arn}/*/in.json"];
    an_arn_that_the_sdks_table_does_not_know: "aws-sdk:acm:deleteCertificate" r#"{"CertificateArn":"arn:aws:acm:eu-west-1:111122223333:certificate/c"}"# [] =>
        ["acm:DeleteCertificate: arn:aws:acm:eu-west-1:111122223333:certificate/c"];
    an_arn_of_an_action_without_resources: "aws-sdk:elasticloadbalancingv2:describeTargetHealth" r#"{"TargetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/t/1"}"# [] =>
        ["elasticloadbalancing:DescribeTargetHealth: *"];
    a_name_that_is_half_known: "dynamodb:putItem" r#"{"TableName.$":"States.Format('orders-{}', $.stage)","Item":{}}"# [] =>
        ["dynamodb:PutItem: arn:{Partition}:dynamodb:{Region}:{AccountId}:table/orders-*"];
    a_name_that_a_call_knows: "dynamodb:putItem" r#"{"TableName.$":"States.Format('orders-{}\\{}', 'dev')","Item":{}}"# [] =>
        ["dynamodb:PutItem: arn:{Partition}:dynamodb:{Region}:{AccountId}:table/orders-dev{}"];
    a_star_in_a_name_is_that_star: "codebuild:startBuild" r#"{"ProjectName":"a*b?"}"# [] =>
        ["codebuild:StartBuild: arn:{Partition}:codebuild:{Region}:{AccountId}:project/a${!*}b${!?}"];
}

/// A distributed Map in a Map in a branch.
const DEEP: &str = r#"{"StartAt":"p","States":{"p":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"m","States":{"m":{
    "Type":"Map","End":true,"ItemProcessor":{"StartAt":"d","States":{"d":{"Type":"Map","End":true,
        "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket":@0,"Key":"in/*.json"}},
        "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":@0,"Prefix":"out/"}},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"x","States":{"x":{"Type":"Pass","End":true}}}}}}}}}]}}}"#;

#[test]
fn a_distributed_map_anywhere_is_a_policy_of_its_own() {
    let template = template!(DEEP, [Hole::param(FILES.name)], new => new);
    assert_eq!(
        role(&template),
        [
            "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject: ${FilesBucket.Arn}/out/*",
            "s3:GetObject: ${FilesBucket.Arn}/in/${!*}.json",
        ]
    );
    let resources = &json(&template)["Resources"];
    let policy = &resources["MOwnPolicy"];
    assert_eq!(policy["Type"], "AWS::IAM::ManagedPolicy");
    assert_eq!(policy["Properties"]["Roles"][0]["Ref"], "MRole");
    assert_eq!(
        short(&policy["Properties"]["PolicyDocument"]),
        [
            "states:DescribeExecution states:StopExecution: arn:{Partition}:states:{Region}:{AccountId}:execution:${MStateMachine.Name}/*:* arn:{Partition}:states:{Region}:{AccountId}:execution:${MStateMachine.Name}:*",
            "states:RedriveExecution: arn:{Partition}:states:{Region}:{AccountId}:execution:${MStateMachine.Name}/*:*",
            "states:StartExecution: MStateMachine",
        ]
    );
    // The function could start the machine before that may start its children.
    assert_eq!(resources["StartFunction"]["DependsOn"], serde_json::json!(["MOwnPolicy"]));
    assert!(resources["MStateMachine"].get("DependsOn").is_none());
    assert!(template.notes().is_empty());
}

#[test]
fn a_distributed_map_is_found_under_the_old_name_of_its_processor() {
    let old = DEEP.replace(r#""ItemProcessor":{"Pro"#, r#""Iterator":{"Pro"#);
    let text = |definition: &str| of_text(&definition.replace("@0", r#""files""#));
    assert!(old != DEEP && text(&old) == text(DEEP));
}

#[test]
fn a_machine_with_a_name_needs_no_policy_of_its_own() {
    let template = template!(DEEP, [Hole::param(FILES.name)], new => new.name("deep"));
    assert!(json(&template)["Resources"].get("MOwnPolicy").is_none());
    let here = "arn:{Partition}:states:{Region}:{AccountId}";
    assert_eq!(
        role(&template)[2..],
        [
            format!(
                "states:DescribeExecution states:StopExecution: {here}:execution:deep/*:* {here}:execution:deep:*"
            ),
            format!("states:RedriveExecution: {here}:execution:deep/*:*"),
            format!("states:StartExecution: {here}:stateMachine:deep"),
        ]
    );
}

#[test]
fn readers_of_lists_and_manifests_read_what_is_listed() {
    let machine = |reader: &str| {
        format!(
            r#"{{"StartAt":"d","States":{{"d":{{"Type":"Map","End":true,"ItemReader":{reader},"ItemProcessor":{{"ProcessorConfig":{{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"}},"StartAt":"x","States":{{"x":{{"Type":"Pass","End":true}}}}}}}}}}}}"#
        )
    };
    let cases = [
        (
            r#"{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"b","Prefix":"in"}}"#,
            vec!["s3:ListBucket: arn:{Partition}:s3:::b"],
        ),
        (
            r#"{"Resource":"arn:aws:states:::s3:listObjectsV2","ReaderConfig":{"Transformation":"LOAD_AND_FLATTEN"},"Parameters":{"Bucket":"b","Prefix":"in"}}"#,
            vec!["s3:GetObject: arn:{Partition}:s3:::b/in*", "s3:ListBucket: arn:{Partition}:s3:::b"],
        ),
        (
            r#"{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"MANIFEST"},"Parameters":{"Bucket":"b","Key":"manifest.json"}}"#,
            vec!["s3:GetObject: arn:{Partition}:s3:::b/*"],
        ),
        (
            r#"{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","ManifestType":"ATHENA_DATA"},"Parameters":{"Bucket":"b","Key":"manifest.csv"}}"#,
            vec!["s3:GetObject: arn:{Partition}:s3:::b/*"],
        ),
        (
            r#"{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b","Key.$":"$.key"}}"#,
            vec!["s3:GetObject: arn:{Partition}:s3:::b/*"],
        ),
        (
            r#"{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b","Key":"k","VersionId":"1"}}"#,
            vec!["s3:GetObjectVersion: arn:{Partition}:s3:::b/k"],
        ),
    ];
    for (reader, expected) in cases {
        let text = machine(reader);
        assert_eq!(of_text(&text), expected, "{reader}");
        let former = text.replace("ItemProcessor", "Iterator");
        assert_eq!(of_text(&former), expected, "{former}");
    }
}

#[test]
fn grants_say_which_where_a_state_does_not() {
    const TEXT: &str = task!("dynamodb:putItem" r#"{"TableName.$":"$.table","Item":{}}"#);
    let template = template!(TEXT, [], new => new.grants(&[("dynamodb:PutItem", Arg(ORDERS.arn).value())]));
    assert_eq!(role(&template), ["dynamodb:PutItem: OrdersTable.Arn"]);
    assert!(template.notes().is_empty());
}

#[test]
fn a_grant_keeps_the_condition_and_leaves_what_is_known() {
    const TEXT: &str = task!("ecs:runTask" r#"{"TaskDefinition":"report:3"}"#);
    let template = template!(TEXT, [], new => new.grants(&[("iam:PassRole", Value::Text("arn:aws:iam::111122223333:role/task"))]));
    assert_eq!(
        role(&template),
        [
            "ecs:RunTask: arn:{Partition}:ecs:{Region}:{AccountId}:task-definition/report:3",
            r#"iam:PassRole: arn:aws:iam::111122223333:role/task if {"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}"#,
        ]
    );
}

#[test]
fn a_grant_that_no_task_needs_is_a_note() {
    const TEXT: &str = task!("dynamodb:putItem" r#"{"TableName":"orders","Item":{}}"#);
    let template = template!(TEXT, [], new => new.grants(&[("dynamodb:PutItem", Arg(ORDERS.arn).value())]));
    assert_eq!(
        role(&template),
        ["dynamodb:PutItem: arn:{Partition}:dynamodb:{Region}:{AccountId}:table/orders"]
    );
    assert_eq!(
        template.notes(),
        ["`m`: `grants` has `dynamodb:PutItem`, but no state computes the resource of that action"]
    );
}

/// What the machine `m` may do with itself.
fn own(template: &Template) -> Vec<String> {
    short(&json(template)["Resources"]["MOwnPolicy"]["Properties"]["PolicyDocument"])
}

#[test]
fn an_endpoint_is_called_by_its_machine_only() {
    const TEXT: &str = task!(
        "http:invoke"
        r#"{"ApiEndpoint":"https://api.example.com","Method":"GET","Authentication":{"ConnectionArn":"arn:aws:events:eu-west-1:111122223333:connection/shop/1"}}"#
    );
    let template = template!(TEXT, [], new => new);
    assert_eq!(
        own(&template),
        [
            r#"states:InvokeHTTPEndpoint: MStateMachine if {"StringEquals":{"states:HTTPMethod":"GET"},"StringLike":{"states:HTTPEndpoint":["https://api.example.com","https://api.example.com/*","https://api.example.com${?}*"]}}"#
        ]
    );
    assert_eq!(
        role(&template),
        [
            "events:RetrieveConnectionCredentials: arn:aws:events:eu-west-1:111122223333:connection/shop/1",
            "secretsmanager:DescribeSecret secretsmanager:GetSecretValue: arn:{Partition}:secretsmanager:{Region}:{AccountId}:secret:events!connection/shop/*",
        ]
    );
}

#[test]
fn an_endpoint_that_is_computed_may_be_any() {
    const TEXT: &str = task!(
        "http:invoke"
        r#"{"ApiEndpoint.$":"$.url","Method":"GET","Authentication":{"ConnectionArn":"arn:aws:events:eu-west-1:111122223333:connection/shop/1"}}"#
    );
    let template = template!(TEXT, [], new => new);
    assert_eq!(
        own(&template),
        [r#"states:InvokeHTTPEndpoint: MStateMachine if {"StringEquals":{"states:HTTPMethod":"GET"}}"#]
    );
    assert!(
        template.notes()[0].contains("the state `a` computes its `ApiEndpoint`"),
        "{:?}",
        template.notes()
    );
}

#[test]
fn a_job_may_run_with_any_role_if_that_is_computed() {
    const TEXT: &str =
        task!("emr-containers:startJobRun" r#"{"VirtualClusterId":"v","ExecutionRoleArn.$":"$.role"}"#);
    let template = template!(TEXT, [], new => new);
    assert!(template.notes()[0].contains("computes its `ExecutionRoleArn`"), "{:?}", template.notes());
}

#[test]
fn a_machine_that_starts_itself_may() {
    const TEXT: &str = task!("states:startExecution" r#"{"StateMachineArn.$":"$$.StateMachine.Id"}"#);
    let template = template!(TEXT, [], new => new);
    assert_eq!(own(&template), ["states:StartExecution: MStateMachine"]);
    assert!(template.notes().is_empty());
}

#[test]
fn a_jsonata_text_is_known_as_far_as_it_is_made_of_strings() {
    let text = |name: &str| {
        format!(
            r#"{{"QueryLanguage":"JSONata","StartAt":"a","States":{{"a":{{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Arguments":{{"TableName":"{name}","Item":{{}}}},"End":true}}}}}}"#
        )
    };
    let table = |name: &str| {
        [format!("dynamodb:PutItem: arn:{{Partition}}:dynamodb:{{Region}}:{{AccountId}}:table/{name}")]
    };
    assert_eq!(of_text(&text("{% 'orders' %}")), table("orders"));
    assert_eq!(of_text(&text("{% 'orders-' & $x & $y & '-a' %}")), table("orders-*-a"));
    assert_eq!(of_text(&text("{% 'orders-' & 'dev' %}")), table("orders-dev"));
    assert_eq!(of_text(&text("{% 'orders'[$i] %}")), table("*"));
    assert_eq!(of_text(&text("{% $x ? 'a' : 'b' %}")), table("*"));
    assert_eq!(of_text(&text("orders")), table("orders"));
}

#[test]
fn a_role_that_is_taken_may_be_of_any_account() {
    let text = |role: &str| {
        format!(
            r#"{{"StartAt":"a","States":{{"a":{{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{{}},"Credentials":{{"RoleArn.$":"{role}"}},"End":true}}}}}}"#
        )
    };
    assert_eq!(of_text(&text("$.role")), ["sts:AssumeRole: arn:{Partition}:iam::*:role/*"]);
    assert_eq!(
        of_text(&text("States.Format('arn:aws:iam::{}:role/work', $.account)")),
        ["sts:AssumeRole: arn:aws:iam::*:role/work"]
    );
}

/// Where a definition has placeholders, as in files and templates of others, they stay.
#[test]
fn placeholders_of_files_are_names_or_arns() {
    let text = |integration: &str, parameters: &str| {
        format!(
            r#"{{"StartAt":"a","States":{{"a":{{"Type":"Task","Resource":"arn:${{AWS::Partition}}:states:::{integration}","Parameters":{parameters},"End":true}}}}}}"#
        )
    };
    let table =
        |value: &str| of_text(&text("dynamodb:getItem", &format!(r#"{{"TableName":"{value}","Key":{{}}}}"#)));
    let here = "arn:{Partition}:dynamodb:{Region}:{AccountId}";
    assert_eq!(table("${Orders}"), [format!("dynamodb:GetItem: {here}:table/${{Orders}}")]);
    assert_eq!(table("${Stage}-orders"), [format!("dynamodb:GetItem: {here}:table/${{Stage}}-orders")]);
    assert_eq!(table("${OrdersArn}"), ["dynamodb:GetItem: OrdersArn"]);
    assert_eq!(table("${Orders.Arn}"), ["dynamodb:GetItem: Orders.Arn"]);
    assert_eq!(
        of_text(&text(
            "sqs:sendMessage",
            r#"{"QueueUrl":"https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/jobs","MessageBody":"b"}"#
        )),
        ["sqs:SendMessage: arn:{Partition}:sqs:{Region}:{AccountId}:jobs"]
    );
    assert_eq!(
        of_text(&text("sqs:sendMessage", r#"{"QueueUrl":"${JobsUrl}","MessageBody":"b"}"#)),
        [
            r#"sqs:SendMessage: {"Fn::Sub":["arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Name}",{"Name":{"Fn::Select":[4,{"Fn::Split":["/",{"Ref":"JobsUrl"}]}]}}]}"#
        ]
    );
    assert_eq!(
        of_text(&text(
            "apigateway:invoke",
            r#"{"ApiEndpoint":"${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}","Method":"GET","AuthType":"IAM_ROLE"}"#
        )),
        ["execute-api:Invoke: arn:{Partition}:execute-api:{Region}:{AccountId}:${Api}/$default/GET/"]
    );
    // What follows an ARN belongs to it.
    let alias = |name| text("lambda:invoke", &format!(r#"{{"FunctionName":"{name}"}}"#));
    assert_eq!(of_text(&alias("${Bill.Arn}:live")), ["lambda:InvokeFunction: ${Bill.Arn}:live"]);
    assert_eq!(
        of_text(&alias("${Bill}:live")),
        ["lambda:InvokeFunction: arn:{Partition}:lambda:{Region}:{AccountId}:function:${Bill}:live"]
    );
    assert_eq!(
        of_text(&text("states:startExecution.sync", r#"{"StateMachineArn":"${Child}:live"}"#))[1..],
        [
            r#"states:DescribeExecution states:StopExecution: {"Fn::Sub":["arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Name}:*",{"Name":{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::Sub":"${Child}:live"}]}]}}]}"#,
            "states:StartExecution: ${Child}:live",
        ]
    );
    assert_eq!(
        of_text(&text("sns:publish", r#"{"TopicArn":"${News}","Message":"m"}"#)),
        ["sns:Publish: News"]
    );
}
