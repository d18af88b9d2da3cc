//! Whole templates of hand-made stacks: compared with `templates/*.json`, and read by cfn-lint.
//!
//! `UPDATE_EXPECT=1 cargo test -p stack-cloudformation` writes the files anew.

mod support;

use expect_test::expect_file;
use stack_cloudformation::connect::Connection;
use stack_cloudformation::kinds::{
    Activity, ActivityReferences, BatchJob, BatchJobReferences, Bucket, BucketReferences, EventBus,
    EventBusReferences, Function, FunctionReferences, Imported, Queue, QueueReferences, Secret,
    SecretReferences, SsmParameter, SsmParameterReferences, StateMachine, StateMachineReferences, Table,
    TableReferences, Topic, TopicReferences,
};
use stack_cloudformation::machine::Hole;
use stack_cloudformation::param::Text;
use stack_cloudformation::shared::SharedReferences;
use stack_cloudformation::stack::Stack;
use stack_cloudformation::template::Reference;
use stack_cloudformation::value::{Arg, Value};
use std::process::Command;

const HOLD: FunctionReferences = FunctionReferences::of("hold");
const BILL: FunctionReferences = FunctionReferences::of("bill");
const REPORT: BatchJobReferences = BatchJobReferences::of("report");
const BUYING: StateMachineReferences = StateMachineReferences::of("buying");
const SHARED: SharedReferences = SharedReferences::of("shared");

machine! { Buying Standard
    r#"{"StartAt":"hold","States":{"hold":{"Type":"Task","Resource":@0,"Next":"bill"},"bill":{"Type":"Task","Resource":@1,"Parameters":{"FunctionName":@2,"Payload.$":"$"},"End":true}}}"#
    Hole::param(HOLD.arn), Hole::Integration("lambda:invoke"), Hole::param(BILL.name)
}

stack! { Shop {
    hold: Function = |new| new.entryfile_path("functions/hold.ts"),
    bill: Function = |new| new
        .entryfile_path("functions/bill_customer.py")
        .handler("bill")
        .runtime("python3.14")
        .architecture("arm64")
        .memory(512)
        .timeout(60)
        .storage(1024)
        .environment(&[
            ("HOLD", Arg(HOLD.name).value()),
            ("STAGE", Arg("dev").value()),
            ("RETRIES", Arg(3).value()),
            ("DRY_RUN", Arg(false).value()),
        ])
        .reserved_concurrency(5)
        .log_retention(7)
        .tags(&[("team", Value::Text("billing"))])
        .url(true)
        .iam_role_statements(&[
            ("s3:GetObject", Value::Text("arn:${AWS::Partition}:s3:::cards/${aws:userid}/*")),
            ("lambda:InvokeFunction", Arg(HOLD.arn).value()),
        ])
        .description("Bills the customer"),
    notify: Function = |new| new
        .artifact_path("target/lambda/notify")
        .runtime("provided.al2023")
        .url(true)
        .url_auth("AWS_IAM")
        .name("notify"),
    buying: StateMachine<Buying> = |new| new,
}}

#[test]
fn functions_and_a_machine_give_the_recorded_template() {
    expect_file!["templates/functions.json"].assert_eq(&Shop::template().unwrap().to_json());
}

machine! { Job Standard
    r#"{"StartAt":"report","States":{"report":{"Type":"Task","Resource":@0,"Parameters":{"JobDefinition":@1,"JobName":"report","JobQueue":@2,"Tags":{"a":"b"}},"End":true}}}"#
    Hole::Integration("batch:submitJob.sync"),
    Hole::param(REPORT.job_definition_arn),
    Hole::param(SHARED.batch_spot_job_queue.arn)
}

stack! { Reports {
    report: BatchJob = |new| new
        .entryfile_path("jobs/report.ts")
        .cpu(2)
        .memory(7800)
        .environment(&[("TABLE", Value::Text("orders")), ("N", Value::Integer(1))])
        .timeout(3600)
        .retry_attempts(3)
        .tags(&[("team", Value::Text("reports"))])
        .iam_role_statements(&[("s3:PutObject", Value::Text("arn:aws:s3:::reports/*"))]),
    train: BatchJob = |new| new
        .image("public.ecr.aws/docker/library/busybox:1")
        .command(&["sh", "-c", "true"])
        .gpu(1)
        .use_spot_instances(true)
        .state_machine(true),
    tiny: BatchJob = |new| new
        .image("public.ecr.aws/docker/library/busybox:1")
        .platform("fargate")
        .fractional_cpu(0.25)
        .name("tiny")
        .state_machine(true),
    run: StateMachine<Job> = |new| new,
}}

#[test]
fn batch_jobs_of_every_kind_give_the_recorded_template() {
    expect_file!["templates/batch.json"].assert_eq(&Reports::template().unwrap().to_json());
}

stack! { OwnNetwork(own_vpc = true) {
    report: BatchJob = |new| new.entryfile_path("jobs/report.py").platform("fargate").cpu(4).state_machine(true),
    watch: Function = |new| new
        .entryfile_path("functions/watch.ts")
        .environment(&[
            ("MACHINE", Arg(REPORT.state_machine_arn).value()),
            ("SUBNET", Arg(SHARED.subnets.second).value()),
        ]),
}}

#[test]
fn a_network_of_the_users_own_gives_the_recorded_template() {
    expect_file!["templates/own_network.json"].assert_eq(&OwnNetwork::template().unwrap().to_json());
}

machine! { Logged Express r#"{"StartAt":"a","States":{"a":{"Type":"Pass","End":true}}}"# }
machine! { Traced Standard
    r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Parameters":{"price":0.10,"big":12345678901234567890123,"arn":@0,"shell":"${HOME}"},"Next":"b"},"b":{"Type":"Task","Resource":@1,"Parameters":{"FunctionName":"legacy"},"End":true}}}"#
    Hole::param(BUYING.arn), Hole::Integration("lambda:invoke")
}
machine! { Shell Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Result":"echo ${HOME}","End":true}}}"# }
machine! { Nothing Standard r#"{"StartAt":"a","States":{"a":{"Type":"Pass","ResultPath":null,"End":true}}}"# }

stack! { Machines {
    buying: StateMachine<Logged> = |new| new.log_retention(30),
    traced: StateMachine<Traced> = |new| new
        .logging("ALL")
        .include_execution_data(true)
        .tracing(true)
        .kms_key("arn:${AWS::Partition}:kms:${AWS::Region}:111122223333:key/0e5f8a6c-11aa-4bbb-8ccc-222233334444")
        .kms_data_key_reuse(600)
        .tags(&[("team", Value::Text("billing"))])
        .name("traced")
        .iam_role_statements(&[("sqs:SendMessage", Value::Text("arn:aws:sqs:eu-west-1:111122223333:jobs"))])
        .definition_string(true),
    shell: StateMachine<Shell> = |new| new,
    nothing: StateMachine<Nothing> = |new| new,
}}

#[test]
fn machines_of_every_kind_give_the_recorded_template() {
    expect_file!["templates/machines.json"].assert_eq(&Machines::template().unwrap().to_json());
}

const FAILED: QueueReferences = QueueReferences::of("failed");
const NEWS: TopicReferences = TopicReferences::of("news");
const REVIEW: ActivityReferences = ActivityReferences::of("review");

machine! { Reviewed Standard
    r#"{"StartAt":"review","States":{"review":{"Type":"Task","Resource":@0,"HeartbeatSeconds":60,"End":true}}}"#
    Hole::param(REVIEW.arn)
}

stack! { Data {
    orders: Table = |new| new
        .partition_key(("customer", "string"))
        .sort_key(("placed", "number"))
        .secondary_indexes(&[
            ("by-status", &[("status", Value::Text("string")), ("placed", Value::Text("number"))]),
            ("by-product", &[("product", Value::Text("binary"))]),
            ("by-day", &[("day", Value::Text("string"))]),
        ])
        .index_projections(&[("by-product", &["total", "status"]), ("by-day", &[])])
        .enable_point_in_time_recovery(true)
        .stream_type("NEW_AND_OLD_IMAGES")
        .ttl("expires")
        .tags(&[("team", Value::Text("orders"))]),
    stock: Table = |new| new
        .partition_key(("id", "string"))
        .secondary_indexes(&[("by-shelf", &[("shelf", Value::Text("number"))])])
        .read_units(5)
        .write_units(2)
        .deletion_policy("Delete")
        .name("stock"),
    jobs: Queue = |new| new
        .delay_messages_second(5)
        .max_message_size_bytes(2048)
        .message_retention_period_seconds(86_400)
        .long_polling_seconds(20)
        .visibility_timeout_seconds(120)
        .redrive_target(FAILED.arn)
        .max_receive_count(5)
        .policy_statements(&[
            ("sqs:SendMessage", "sns.amazonaws.com", Arg(NEWS.arn).value()),
            ("sqs:SendMessage", "events.amazonaws.com", Value::Text("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/nightly")),
            ("sqs:ReceiveMessage", "arn:aws:iam::111122223333:role/worker", Value::Text("*")),
        ])
        .tags(&[("team", Value::Text("orders"))]),
    failed: Queue = |new| new,
    ordered: Queue = |new| new
        .fifo_enabled(true)
        .fifo_high_throughput(true)
        .content_based_deduplication(true)
        .name("ordered.fifo"),
    news: Topic = |new| new.sms_display_name("Shop").tags(&[("team", Value::Text("news"))]),
    ordered_news: Topic = |new| new.fifo_enabled(true).content_based_deduplication(true),
    uploads: Bucket = |new| new
        .versioning(true)
        .encryption("aws:kms")
        .expiration(&[("tmp/", Value::Integer(7)), ("", Value::Integer(365))])
        .non_current_version_expiration(&[("", Value::Integer(30))])
        .class_transition(&[("reports/", "GLACIER", Value::Integer(90))])
        .non_current_version_class_transition(&[("", "STANDARD_IA", Value::Integer(30))])
        .abort_incomplete_multipart_upload(3)
        .enable_event_bus_notifications(true)
        .cors(true)
        .cors_allowed_origins(&["https://shop.example"])
        .cors_allowed_methods(&["PUT"])
        .cors_exposed_headers(&["ETag"])
        .cors_max_age(3000)
        .tags(&[("team", Value::Text("reports"))])
        .name("shop-uploads"),
    plain: Bucket = |new| new.deletion_policy("Delete").cors(true),
    events: EventBus = |new| new
        .archive(true)
        .archive_retention_days(30)
        .description("What happens in the shop")
        .tags(&[("team", Value::Text("orders"))]),
    partner: EventBus = |new| new.event_source_name("aws.partner/example.com/12345/orders"),
    review: Activity = |new| new.tags(&[("team", Value::Text("orders"))]),
    approve: Activity = |new| new.name("approve"),
    reviewing: StateMachine<Reviewed> = |new| new,
}}

#[test]
fn data_and_messages_give_the_recorded_template() {
    expect_file!["templates/data.json"].assert_eq(&Data::template().unwrap().to_json());
}

const ACCOUNTS: TableReferences = TableReferences::of("accounts");
const MAIL: QueueReferences = QueueReferences::of("mail");
const LEDGER: FunctionReferences = FunctionReferences::of("ledger");
const AUDIT: StateMachineReferences = StateMachineReferences::of("audit");

machine! { Paying Standard
    r#"{"StartAt":"pay","States":{"pay":{"Type":"Task","Resource":@0,"Next":"read"},"read":{"Type":"Task","Resource":@1,"Parameters":{"TableName":@2,"Key":{"id":{"S":"1"}}},"Next":"tell"},"tell":{"Type":"Pass","Parameters":{"mail":@3},"End":true}}}"#
    Hole::param(LEDGER.arn), Hole::Integration("dynamodb:getItem"), Hole::param(ACCOUNTS.name), Hole::param(MAIL.url)
}

stack! { Imports {
    accounts: Imported<Table> = |new| new.name("accounts"),
    mail: Imported<Queue> = |new| new.arn("arn:aws:sqs:eu-west-1:111122223333:mail"),
    ledger: Imported<Function> = |new| new
        .arn("arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:ledger:live"),
    audit: Imported<StateMachine> = |new| new.name("audit"),
    uploads: Imported<Bucket> = |new| new.name("shop-uploads"),
    paying: StateMachine<Paying> = |new| new,
    pay: Function = |new| new
        .entryfile_path("functions/pay.ts")
        .environment(&[
            ("ACCOUNTS", Arg(ACCOUNTS.name).value()),
            ("MAIL", Arg(MAIL.name).value()),
            ("AUDIT", Arg(AUDIT.arn).value()),
        ])
        .iam_role_statements(&[
            ("dynamodb:GetItem", Arg(ACCOUNTS.arn).value()),
            ("sqs:SendMessage", Arg(MAIL.arn).value()),
            ("s3:ListBucket", Arg(BucketReferences::of("uploads").arn).value()),
            ("states:StartExecution", Arg(AUDIT.arn).value()),
        ]),
}}

#[test]
fn resources_that_are_there_already_give_the_recorded_template() {
    let template = Imports::template().unwrap();
    expect_file!["templates/imports.json"].assert_eq(&template.to_json());
    // `definition` prints what is known of them.
    let text = |reference: &Reference| reference.substitution.clone().unwrap_or_default();
    let definition = template.machines()[0].text("aws", &text);
    let known = [
        "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:ledger:live",
        "https://sqs.eu-west-1.${AWS::URLSuffix}/111122223333/mail",
        r#""accounts""#,
    ];
    assert!(known.iter().all(|text| definition.contains(text)), "{definition}");
}

/// A connection to a resource of the stack, as the derive writes it.
macro_rules! connected {
    ($name:literal: $references:ident) => {{
        const IT: $references = $references::of($name);
        Connection::new(IT, $name, const { &IT.list() })
    }};
}

stack_cloudformation::cloudformation! {
    /// A stream of Kinesis.
    Stream = "AWS::Kinesis::Stream" {
        /// Its ARN.
        arn: Text = GetAtt("Arn");
        /// Its name.
        name: Text = Ref;
    }
}

stack_cloudformation::cloudformation! {
    /// An alarm of CloudWatch.
    Alarm = "AWS::CloudWatch::Alarm" {}
}

machine! { Staged Standard
    r#"{"StartAt":"get","States":{"get":{"Type":"Task","Resource":@0,"Parameters":{"Name":@1},"Next":"read"},"read":{"Type":"Task","Resource":@2,"Parameters":{"SecretId":@3},"End":true}}}"#
    Hole::Integration("aws-sdk:ssm:getParameter"), Hole::param(SsmParameterReferences::of("stage").name),
    Hole::Integration("aws-sdk:secretsmanager:getSecretValue"), Hole::param(SecretReferences::of("other").arn)
}

stack! { Raw {
    staged: StateMachine<Staged> = |new| new,
    clicks: Stream = |new| new
        .properties(r#"{"Name": "${name}", "ShardCount": "${shards}", "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "Tags": [{"Key": "queue", "Value": "of ${queue}, ${x}"}, {"Key": "topic", "Value": {"Fn::Sub": "${AWS::StackName} ${queue}"}}]}"#)
        .values(&[("name", Value::Text("clicks")), ("shards", Value::Integer(2)), ("queue", Arg(MAIL.name).value())])
        .deletion_policy("Retain"),
    mail: Queue = |new| new,
    alarm: Alarm = |new| new
        .properties(r#"{"MetricName": "ApproximateNumberOfMessagesVisible", "Namespace": "AWS/SQS", "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1, "Period": 60, "Statistic": "Maximum", "Threshold": 100, "Dimensions": [{"Name": "QueueName", "Value": "${queue}"}]}"#)
        .values(&[("queue", Arg(MAIL.name).value())]),
    database: Secret = |new| new
        .secret_string_template(r#"{"user": "shop"}"#)
        .generate_string_key("password")
        .exclude_characters("/@")
        .exclude_punctuation(true)
        .description("Of the database")
        .tags(&[("team", Value::Text("shop"))])
        .name("shop/database"),
    other: Imported<Secret> = |new| new.name("shop/other"),
    stage: SsmParameter = |new| new.name("/shop/stage").version(3),
    key: SsmParameter = |new| new.name("key").secure(true),
    read: Function = |new| new
        .entryfile_path("functions/read.ts")
        .environment(&[
            ("STAGE", Arg(SsmParameterReferences::of("stage").value).value()),
            ("CLICKS", Arg(Stream::of("clicks").name).value()),
        ])
        .connect_to(&[
            connected!("database": SecretReferences),
            connected!("other": SecretReferences),
            connected!("key": SsmParameterReferences),
        ])
        .iam_role_statements(&[("kinesis:PutRecord", Arg(Stream::of("clicks").arn).value())]),
}}

#[test]
fn other_types_and_secrets_give_the_recorded_template() {
    expect_file!["templates/raw.json"].assert_eq(&Raw::template().unwrap().to_json());
}

stack! { Named {
    alarm: Alarm = |new| new.properties(
        r#"{"AlarmActions": [{"Ref": "NewsTopic"}, {"Fn::GetAtt": "NewsTopic.TopicArn"}],
            "Dimensions": [{"Value": {"Fn::GetAtt": ["MailQueue", "QueueName"]}}],
            "AlarmName": {"Fn::Sub": ["${own}-${AWS::Region}-${!Literal}", {"own": {"Ref": "NewsTopic"}}]}}"#,
    ),
    mail: Imported<Queue> = |new| new.name("mail"),
    news: Topic = |new| new,
}}

stack! { InText {
    alarm: Alarm = |new| new.properties(r#"{"AlarmName": {"Fn::Sub": ["${own} ${NewTopic.TopicName}", {"own": 1}]}}"#),
    news: Topic = |new| new,
}}

stack! { InOwn {
    alarm: Alarm = |new| new.properties(r#"{"AlarmName": {"Fn::Sub": ["${own}", {"own": {"Ref": "NewTopic"}}]}}"#),
    news: Topic = |new| new,
}}

stack! { InAttribute {
    alarm: Alarm = |new| new.properties(r#"{"AlarmName": {"Fn::GetAtt": "NewTopic.TopicName"}}"#),
    news: Topic = |new| new,
}}

#[test]
fn what_json_names_is_in_the_template_or_imported() {
    assert!(Named::template().is_ok());
    for template in [InText::template(), InOwn::template(), InAttribute::template()] {
        assert_eq!(
            template.unwrap_err().to_string(),
            "`alarm`: `AlarmAlarm` refers to `NewTopic`, which is not in the template: did you mean `NewsTopic`?"
        );
    }
}

stack! { Connected {
    table: Table = |new| new.partition_key(("id", "string")),
    jobs: Queue = |new| new,
    news: Topic = |new| new,
    uploads: Bucket = |new| new,
    events: EventBus = |new| new,
    review: Activity = |new| new,
    report: BatchJob = |new| new
        .image("public.ecr.aws/docker/library/busybox:1")
        .use_spot_instances(true)
        .environment(&[("STACK_JOBS_URL", Value::Text("mine"))])
        .connect_to(&[connected!("jobs": QueueReferences), connected!("uploads": BucketReferences)]),
    process: StateMachine<Shell> = |new| new,
    other: Imported<Queue> = |new| new.arn("arn:aws:sqs:eu-west-1:111122223333:other"),
    ask: Function = |new| new.entryfile_path("functions/ask.ts"),
    all: Function = |new| new
        .entryfile_path("functions/all.ts")
        .environment(&[("STAGE", Value::Text("dev"))])
        .connect_to(&[
            connected!("table": TableReferences),
            connected!("jobs": QueueReferences),
            connected!("news": TopicReferences),
            connected!("uploads": BucketReferences),
            connected!("events": EventBusReferences),
            connected!("review": ActivityReferences),
            connected!("report": BatchJobReferences),
            connected!("process": StateMachineReferences),
            connected!("other": QueueReferences),
            connected!("ask": FunctionReferences),
        ]),
}}

#[test]
fn connections_give_the_recorded_template() {
    expect_file!["templates/connected.json"].assert_eq(&Connected::template().unwrap().to_json());
}

/// cfn-lint finds nothing in the templates but what it says of code that `package` has yet to upload.
#[test]
fn cfn_lint_accepts_every_template() {
    let lint = std::env::var_os("CFN_LINT").unwrap_or("cfn-lint".into());
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/templates")).unwrap();
    let files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    // I3510: the resources of a statement are none of its actions'.
    let arguments = ["--ignore-checks", "W3002", "--include-checks", "I3510", "--"];
    let run = Command::new(&lint).args(arguments).args(&files).output();
    match run {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && text.trim().is_empty(), "{text}");
        }
        Err(error) => println!("skipped: {} cannot be run ({error}); CFN_LINT names another", lint.display()),
    }
}
