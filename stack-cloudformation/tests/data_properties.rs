//! What the properties of tables, queues and the like refuse, and with which words: in a user's program
//! these are compile errors.

mod support;

use stack_cloudformation::kind::Kind;
use stack_cloudformation::kinds::{
    Activity, Bucket, EventBus, Function, Imported, Queue, QueueReferences, Secret, SsmParameter,
    StateMachine, Table, TableProperties, Topic, TopicReferences, require_type,
};
use stack_cloudformation::value::{Arg, Value};

const FAILED: QueueReferences = QueueReferences::of("failed");

fn table() -> TableProperties {
    Table::NEW.partition_key(("id", "string"))
}

stack_cloudformation::cloudformation! {
    /// A cluster of ECS.
    Cluster = "AWS::ECS::Cluster" {}
}

/// Indexes of one key each.
macro_rules! indexes {
    ($($name:literal: $(($attribute:literal, $kind:literal)),*;)*) => {
        const { &[$(($name, &[$(($attribute, Value::Text($kind))),*] as &'static [_])),*] }
    };
}

refused! {
    table_without_key: Table::NEW.check(used!()) => "a table needs a key: add `partition_key = (\"id\", \"string\")`";
    table_key_of_another_type: Table::NEW.partition_key(("id", "str")) => "the type of the key `id` is string, number or binary: `str`";
    table_key_without_name: Table::NEW.sort_key(("", "string")) => "an attribute's name has 1 to 255 bytes";
    table_one_attribute_twice: table().sort_key(("id", "number")).check(used!()) => "partition_key and sort_key are one attribute, `id`";
    table_reads_alone: table().read_units(1).check(used!()) => "read_units and write_units go together: add the other";
    table_writes_zero: table().write_units(0) => "write_units is 1 or more";
    table_stream: table().stream_type("ALL") => "stream_type is KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES";
    table_stream_used: table().check(used!("stream_arn")) => "its `stream_arn` is used, but it has no stream";
    table_ttl: table().ttl("") => "an attribute's name has 1 to 255 bytes";
    table_name_short: table().name("ab") => "a table's name has 3 or more characters";
    table_name: table().name("a/b") => "a table's name has 1 to 255 characters: letters, digits, `-`, `_` and `.`: `a/b`";
    table_policy: table().deletion_policy("Snapshot") => "deletion_policy is Retain or Delete";
    table_index_name: table().secondary_indexes(indexes! { "a": ("x", "string"); }) => "an index's name has 3 or more characters: `a`";
    table_index_without_key: table().secondary_indexes(indexes! { "abc":; }) => "the index `abc` has a partition key, or a partition and a sort key";
    table_index_key_type: table().secondary_indexes(indexes! { "abc": ("x", "S"); }) => "the type of the key `x` is string, number or binary: `S`";
    table_index_key_number: table().secondary_indexes(const { &[("abc", &[("x", Value::Integer(1))])] }) => "the type of the key `x` is string, number or binary: ``";
    table_index_one_attribute: table().secondary_indexes(indexes! { "abc": ("x", "string"), ("x", "string"); }) => "the partition and the sort key of `abc` are one attribute, `x`";
    table_index_twice: table().secondary_indexes(indexes! { "abc": ("x", "string"); "abc": ("y", "string"); }) => "the index `abc` is listed twice";
    table_index_of_two_types: table().secondary_indexes(indexes! { "abc": ("id", "number"); }).check(used!()) => "the attribute `id` is a string in one key and a number in another";
    table_indexes_of_two_types: table().secondary_indexes(indexes! { "abc": ("x", "number"); "abd": ("x", "string"); }).check(used!()) => "the attribute `x` is a number in one key and a string in another";
    table_projection: table().index_projections(&[("abc", &[])]).check(used!()) => "index_projections names `abc`, which is none of the secondary_indexes";

    queue_delay: Queue::NEW.delay_messages_second(901) => "delay_messages_second is 0 to 900 seconds";
    queue_size: Queue::NEW.max_message_size_bytes(1023) => "max_message_size_bytes is 1024 to 1048576 bytes";
    queue_retention: Queue::NEW.message_retention_period_seconds(59) => "message_retention_period_seconds is 60 to 1209600 seconds";
    queue_polling: Queue::NEW.long_polling_seconds(21) => "long_polling_seconds is 0 to 20 seconds";
    queue_visibility: Queue::NEW.visibility_timeout_seconds(43_201) => "visibility_timeout_seconds is 0 to 43200 seconds";
    queue_receives: Queue::NEW.max_receive_count(0) => "max_receive_count is 1 to 1000 times";
    queue_redrive_without_count: Queue::NEW.redrive_target(FAILED.arn).check(used!()) => "add `max_receive_count = 5`";
    queue_redrive_without_target: Queue::NEW.max_receive_count(5).check(used!()) => "max_receive_count needs a queue to go to";
    queue_deduplication: Queue::NEW.content_based_deduplication(true).check(used!()) => "content_based_deduplication is for FIFO queues: add `fifo_enabled = true`";
    queue_throughput: Queue::NEW.fifo_high_throughput(true).check(used!()) => "fifo_high_throughput is for FIFO queues";
    queue_fifo_name: Queue::NEW.fifo_enabled(true).name("jobs").check(used!()) => "the name of a FIFO queue ends in `.fifo`: `jobs.fifo`";
    queue_name_of_fifo: Queue::NEW.name("jobs.fifo").check(used!()) => "a name that ends in `.fifo` is that of a FIFO queue: add `fifo_enabled = true`";
    queue_name: Queue::NEW.name("a.b") => "a queue's name has 1 to 80 characters: letters, digits, `-` and `_`: `a.b`";
    queue_policy_of_another_service: Queue::NEW.policy_statements(&[("s3:GetObject", "s3.amazonaws.com", Value::Text("*"))]) => "an action of a queue's policy is one of SQS";
    queue_policy_for_any_source: Queue::NEW.policy_statements(&[("sqs:SendMessage", "sns.amazonaws.com", Value::Text("*"))]) => "`sns.amazonaws.com` acts for many: give the ARN";
    queue_policy_principal: Queue::NEW.policy_statements(&[("sqs:SendMessage", "*", Value::Text("*"))]) => "a queue's policy is for a service, an account or the ARN of a role or user: `*`";
    queue_policy_source: Queue::NEW.policy_statements(
        const { &[("sqs:SendMessage", "sns.amazonaws.com", Arg(TopicReferences::of("news").name).value())] }
    ) => "the resource of `sqs:SendMessage` is an ARN, and `news.name` is a topic's name";

    topic_sender: Topic::NEW.sms_display_name("") => "sms_display_name has 1 to 100 characters";
    topic_deduplication: Topic::NEW.content_based_deduplication(true).check(used!()) => "content_based_deduplication is for FIFO topics";
    topic_fifo_name: Topic::NEW.fifo_enabled(true).name("news").check(used!()) => "the name of a FIFO topic ends in `.fifo`: `news.fifo`";

    bucket_encryption: Bucket::NEW.encryption("AES") => "encryption is AES256 or aws:kms";
    bucket_cors_origin: Bucket::NEW.cors_allowed_origins(&["shop.example"]) => "an origin starts with its scheme";
    bucket_cors_method: Bucket::NEW.cors_allowed_methods(&["PATCH"]) => "a method is GET, PUT, POST, DELETE or HEAD: `PATCH`";
    bucket_cors_alone: Bucket::NEW.cors_max_age(3).check(used!()) => "`cors_` properties are for buckets with CORS: add `cors`";
    bucket_cors_without_origins: Bucket::NEW.cors(true).cors_allowed_origins(&[]).check(used!()) => "CORS needs at least one origin";
    bucket_name: Bucket::NEW.name("Uploads") => "a bucket's name has 3 to 63 characters: lower-case letters";
    bucket_name_with_dots: Bucket::NEW.name("a..b") => "a bucket's name has 3 to 63 characters: lower-case letters";
    bucket_name_with_a_dash_at_its_end: Bucket::NEW.name("ab-") => "a bucket's name has 3 to 63 characters: lower-case letters";
    bucket_expiration: Bucket::NEW.expiration(&[("tmp/", Value::Integer(0))]) => "expiration is a list of prefixes and days, 1 or more: `(\"tmp/\", 30)`";
    bucket_expiration_text: Bucket::NEW.expiration(&[("tmp/", Value::Text("7"))]) => "expiration is a list of prefixes and days";
    bucket_class: Bucket::NEW.class_transition(&[("", "GLACIR", Value::Integer(1))]) => "a storage class is STANDARD_IA, ONEZONE_IA, INTELLIGENT_TIERING, GLACIER_IR, GLACIER or DEEP_ARCHIVE: `GLACIR`";
    bucket_class_too_early: Bucket::NEW.class_transition(&[("", "STANDARD_IA", Value::Integer(29))]) => "objects go to STANDARD_IA after 30 days or more";
    bucket_class_days: Bucket::NEW.class_transition(&[("a/", "GLACIER", Value::Integer(-1))]) => "class_transition is a list of prefixes, classes and days: `(\"a/\", \"GLACIER\", 90)`";
    bucket_upload: Bucket::NEW.abort_incomplete_multipart_upload(0) => "abort_incomplete_multipart_upload is 1 day or more";
    bucket_versions: Bucket::NEW.non_current_version_expiration(&[("", Value::Integer(1))]).check(used!()) => "only a bucket with `versioning = true` has older versions";

    bus_source: EventBus::NEW.event_source_name("partner/x") => "event_source_name is that of a partner";
    bus_default: EventBus::NEW.name("default") => "the event bus `default` is there in every account";
    bus_two_names: EventBus::NEW.event_source_name("aws.partner/a.b/c").name("orders").check(used!()) => "a partner's event bus is named after its source";
    bus_days_zero: EventBus::NEW.archive_retention_days(0) => "archive_retention_days is 1 day or more";
    bus_days_without_archive: EventBus::NEW.archive_retention_days(1).check(used!()) => "archive_retention_days is for a bus with an archive";
    bus_archive_used: EventBus::NEW.check(used!("archive_arn")) => "its `archive_arn` is used, but it has no archive";

    import_without_anything: Imported::<Queue>::NEW.check(used!()) => "a queue is imported by its ARN or its name: add `arn = \"..\"` or `name = \"..\"`";
    import_with_both: Imported::<Queue>::NEW.name("a").arn("arn:aws:sqs:r:1:a").check(used!()) => "arn and name exclude each other: keep one";
    import_of_another_service: Imported::<Queue>::NEW.arn("arn:aws:sns:r:1:a") => "the ARN of a queue is arn:aws:sqs:<region>:<account>:<name>: `arn:aws:sns:r:1:a`";
    import_of_another_resource: Imported::<Table>::NEW.arn("arn:aws:dynamodb:r:1:index/a") => "the ARN of a table is arn:aws:dynamodb:<region>:<account>:table/<name>: `arn:aws:dynamodb:r:1:index/a`";
    import_of_a_name_as_arn: Imported::<Table>::NEW.arn("orders") => "the ARN of a table is";
    import_of_an_arn_without_region: Imported::<Topic>::NEW.arn("arn:aws:sns:::a") => "the ARN of a topic is";
    import_of_a_bucket_with_region: Imported::<Bucket>::NEW.arn("arn:aws:s3:r:1:b") => "the ARN of a bucket is arn:aws:s3:::<name>: `arn:aws:s3:r:1:b`";
    import_of_an_arn_as_name: Imported::<Queue>::NEW.name("arn:aws:sqs:r:1:a") => "this is an ARN: write `arn = \"arn:aws:sqs:r:1:a\"`";
    import_of_no_name: Imported::<Queue>::NEW.name("a b") => "the name of a queue is not empty and has no spaces: `a b`";
    import_of_what_is_not_known: Imported::<Table>::NEW.name("orders").check(used!("stream_arn")) => "its `stream_arn` is used, which is not known of a table that is imported";

    secret_template: Secret::NEW.secret_string_template("[]") => "secret_string_template is a JSON object";
    secret_template_syntax: Secret::NEW.secret_string_template("{") => "secret_string_template, column 2: not JSON";
    secret_key: Secret::NEW.generate_string_key("") => "generate_string_key is not empty";
    secret_length: Secret::NEW.password_length(3) => "password_length is 4 to 4096 characters";
    secret_key_alone: Secret::NEW.generate_string_key("p").check(used!()) => "secret_string_template and generate_string_key go together";
    secret_name: Secret::NEW.name("a b") => "a secret's name has 1 to 512 characters";
    parameter_without_name: SsmParameter::NEW.check(used!()) => "a parameter needs its name: add `name = \"/shop/stage\"`";
    parameter_name: SsmParameter::NEW.name("shop/stage") => "the name of a parameter with a `/` in it starts with one";
    parameter_version: SsmParameter::NEW.version(0) => "version is 1 or more";
    parameter_value_of_a_secure_one: SsmParameter::NEW.name("a").secure(true).check(used!("value")) => "the value of a secure parameter cannot be in a template";
    raw_type: require_type("AWS::") => "a CloudFormation type looks like `AWS::ECS::Cluster`: `AWS::`";
    raw_type_of_one_word: require_type("Cluster") => "a CloudFormation type looks like";
    raw_type_with_a_hyphen: require_type("AWS::ECS::Clus-ter") => "a CloudFormation type looks like";
    raw_list: Cluster::NEW.properties("[]") => "properties are a JSON object";
    raw_value: Cluster::NEW.properties(r#"{"a": "${namesake} ${nam"}"#).values(&[("name", Value::Bool(true))]).check(used!()) => "values names `name`, which is not in properties: write `${name}` there";
    raw_value_twice: Cluster::NEW.values(&[("a", Value::Bool(true)), ("a", Value::Bool(true))]) => "the value `a` is listed twice";
    raw_policy: Cluster::NEW.deletion_policy("Keep") => "deletion_policy is Retain, Delete or Snapshot";

    activity_name: Activity::NEW.name("a b") => "an activity's name has 1 to 80 characters";
}

accepted! {
    tables: table().check(used!("arn", "name")),
        table().stream_type("KEYS_ONLY").check(used!("stream_arn")),
        table().sort_key(("at", "number")).secondary_indexes(indexes! { "by-at": ("at", "number"), ("id", "string"); })
            .index_projections(&[("by-at", &[])]).read_units(1).write_units(1).check(used!());
    queues: Queue::NEW.fifo_enabled(true).fifo_high_throughput(true).content_based_deduplication(true).name("a.fifo").check(used!()),
        Queue::NEW.redrive_target(FAILED.arn).max_receive_count(1000).check(used!("url")),
        Queue::NEW.policy_statements(&[("sqs:*", "111122223333", Value::Text("*"))]).check(used!());
    topics: Topic::NEW.fifo_enabled(true).name("a.fifo").check(used!("arn")),
        Topic::NEW.sms_display_name("Shop").check(used!());
    buckets: Bucket::NEW.name("a-b.c9").check(used!("arn")),
        Bucket::NEW.class_transition(&[("", "INTELLIGENT_TIERING", Value::Integer(0))]).check(used!()),
        Bucket::NEW.versioning(true).non_current_version_expiration(&[("", Value::Integer(1))]).check(used!());
    buses: EventBus::NEW.event_source_name("aws.partner/a.b/c").archive(true).archive_retention_days(1).check(used!("archive_arn"));
    imports: Imported::<Table>::NEW.name("orders").check(used!("arn", "name")),
        Imported::<Function>::NEW.arn("arn:aws:lambda:r:1:function:f:live").check(used!("lambda_function.arn", "name")),
        Imported::<StateMachine>::NEW.arn("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:m").check(used!("arn"));
    secrets: Secret::NEW.check(used!("arn")),
        Secret::NEW.secret_string_template(r#"{"user": "shop"}"#).generate_string_key("password").password_length(4).check(used!());
    parameters: SsmParameter::NEW.name("stage").version(3).check(used!("value")),
        SsmParameter::NEW.name("/shop/key").secure(true).check(used!("name", "arn"));
    raw: require_type("AWS::ECS::Cluster"),
        require_type("Custom::Mail"),
        Cluster::NEW.properties(r#"{"a": "${name}"}"#).values(&[("name", Value::Bool(true))]).check(used!());
    activities: Activity::NEW.name("review.v2").check(used!("arn"));
}
