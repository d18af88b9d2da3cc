//! What a template refuses, and what it leaves out, with kinds of this test's own.

mod support;

use stack_cloudformation::error::Error;
use stack_cloudformation::find::ResourceParams;

use stack_cloudformation::kind::Builder;
use stack_cloudformation::kind::Kind;
use stack_cloudformation::object::{get_att, reference, sub};
use stack_cloudformation::scope::{Object, Policy, Scope, Trust};
use stack_cloudformation::stack::Stack;
use stack_cloudformation::template::Template;
use stack_core::json::Node;

/// Adds whatever its function says.
struct Any;

impl Kind for Any {
    type Properties = fn(&mut Scope<'_>);
    type References = ();
    const NEW: Self::Properties = |_| {};
    fn emit(properties: &Self::Properties, scope: &mut Scope<'_>) -> Result<(), Error> {
        properties(scope);
        Ok(())
    }
}

/// The stack with these two resources.
macro_rules! two {
    ($first:expr, $second:expr) => {{
        struct Two;
        impl Stack for Two {
            type Resources = ();
            const NAME: &'static str = "Two";
            const RESOURCES: () = ();
            const TABLE: &'static [ResourceParams] = &[];
            const SOURCE_FILE: &'static str = "";
            const PACKAGE: &'static str = "";
            fn build(builder: &mut Builder) -> Result<(), Error> {
                let first: fn(&mut Scope<'_>) = $first;
                let second: fn(&mut Scope<'_>) = $second;
                <Any as Kind>::add(builder, "shop", &first)?;
                <Any as Kind>::add(builder, "shop_orders", &second)
            }
        }
        Two::template()
    }};
}

fn topic(scope: &mut Scope<'_>) {
    scope.resource("Topic", "AWS::SNS::Topic", Object::new());
}

fn queue(scope: &mut Scope<'_>) {
    scope.resource("Queue", "AWS::SQS::Queue", Object::new());
}

#[test]
fn a_fifo_queue_and_its_redrive_target_are_alike() {
    let error = two!(
        |scope| {
            let policy = Object::new().with("deadLetterTargetArn", get_att("ShopOrdersQueue", "Arn"));
            let properties = Object::new().with("FifoQueue", true).with("RedrivePolicy", policy);
            scope.resource("Queue", "AWS::SQS::Queue", properties);
        },
        queue
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "`shop`: `shop` is a FIFO queue, and `shop_orders` is not: a queue's redrive_target must be of the same type"
    );
}

#[test]
fn a_logical_id_belongs_to_one_resource() {
    let error = two!(
        |scope| {
            scope.resource("OrdersTopic", "AWS::SNS::Topic", Object::new());
        },
        topic
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "`shop` and `shop_orders` both have the logical id `ShopOrdersTopic`"
    );
}

#[test]
fn a_logical_id_is_letters_and_digits() {
    let error = two!(topic, |scope| {
        scope.resource("Dead-Letters", "AWS::SQS::Queue", Object::new());
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "`shop_orders`: `ShopOrdersDead-Letters` is not a logical id: 1 to 255 ASCII letters and digits"
    );
}

#[test]
fn what_an_intrinsic_names_is_in_the_template() {
    let missing = |error: Result<_, Error>, id| {
        assert_eq!(
            error.map(|_: stack_cloudformation::template::Template| ()).unwrap_err().to_string(),
            format!("`shop_orders`: `ShopOrdersQueue` refers to `{id}`, which is not in the template")
        );
    };
    macro_rules! queue {
        ($value:expr) => {
            two!(topic, |scope| {
                let properties = Object::new().with("KmsMasterKeyId", Object::new().with("In", $value));
                scope.resource("Queue", "AWS::SQS::Queue", properties);
            })
        };
    }
    missing(queue!(reference("Nothing")), "Nothing");
    missing(queue!(get_att("Nothing", "Arn")), "Nothing");
    missing(queue!(reference("AWS::StackNam")), "AWS::StackNam");
    missing(queue!(sub("${AWS::Region} ${!Literal} ${ShopTopic.TopicName} ${Nothing.Arn}")), "Nothing");
    queue!(sub("${AWS::Region} ${!Literal} ${ShopTopic}")).unwrap();
    queue!(reference("AWS::StackName")).unwrap();
    missing(
        two!(topic, |scope| {
            scope.resource("Queue", "AWS::SQS::Queue", Object::new()).depends_on("Nothing");
        }),
        "Nothing",
    );
}

#[test]
fn an_output_names_what_is_in_the_template() {
    let error = two!(topic, |scope| scope.output("Arn", reference("Nothing"), "An ARN"));
    assert_eq!(
        error.unwrap_err().to_string(),
        "`shop_orders`: the output `ShopOrdersArn` refers to `Nothing`, which is not in the template"
    );
}

#[test]
fn a_template_has_500_resources() {
    let many = two!(topic, |scope| {
        (0..500).for_each(|i| {
            scope.resource(&format!("T{i}"), "AWS::SNS::Topic", Object::new());
        })
    });
    assert_eq!(many.unwrap_err().to_string(), "the template has 501 resources; CloudFormation takes 500");
}

#[test]
fn a_stack_without_resources_is_refused() {
    let none = two!(|_| {}, |_| {});
    assert_eq!(none.unwrap_err().to_string(), "the stack has no resources; CloudFormation needs one");
}

#[test]
fn names_are_left_out_when_there_are_too_many_outputs() {
    let template = two!(topic, |scope| {
        (0..200).for_each(|i| scope.output(&format!("A{i}"), "x", "An ARN"));
        scope.minor_output("Name", "x", "A name");
    })
    .unwrap();
    assert!(!template.to_json().contains("ShopOrdersName"));
    assert_eq!(template.notes(), ["there are more than 200 outputs: the names are left out"]);
    let error = two!(topic, |scope| (0..201).for_each(|i| scope.output(&format!("A{i}"), "x", "An ARN")));
    assert_eq!(error.unwrap_err().to_string(), "the template has 201 outputs; CloudFormation takes 200");
}

#[test]
fn a_template_has_a_million_bytes() {
    let error = two!(topic, |scope| {
        let properties = Object::new().with("DisplayName", "x".repeat(1_000_000));
        scope.resource("Topic", "AWS::SNS::Topic", properties);
    });
    let error = error.unwrap_err().to_string();
    assert!(error.ends_with(" bytes; CloudFormation takes 1000000"), "{error}");
}

#[test]
fn attributes_stand_beside_the_properties() {
    let template = two!(topic, |scope| {
        let parameter = scope.parameter("Size", Object::new().with("Type", "Number").with("Default", 1));
        let table = Object::new().with("Size", parameter);
        let table = scope.resource("Table", "AWS::DynamoDB::Table", table);
        table.depends_on("ShopTopic").deletion_policy("Retain");
    })
    .unwrap();
    assert_eq!(
        template.to_compact_json(),
        concat!(
            r#"{"AWSTemplateFormatVersion":"2010-09-09","#,
            r#""Parameters":{"ShopOrdersSize":{"Type":"Number","Default":1}},"#,
            r#""Resources":{"ShopTopic":{"Type":"AWS::SNS::Topic","Properties":{}},"#,
            r#""ShopOrdersTable":{"Type":"AWS::DynamoDB::Table","DependsOn":["ShopTopic"],"#,
            r#""Properties":{"Size":{"Ref":"ShopOrdersSize"}},"#,
            r#""DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}}}"#
        )
    );
}

#[test]
fn a_physical_name_belongs_to_one_resource_of_a_type() {
    let error = two!(
        |scope| {
            let function = Object::new().with("FunctionName", "bill");
            scope.resource("A", "AWS::Lambda::Function", function.clone());
            scope.resource(
                "B",
                "AWS::StepFunctions::StateMachine",
                Object::new().with("StateMachineName", "bill"),
            );
        },
        |scope| {
            scope.resource("A", "AWS::Lambda::Function", Object::new().with("FunctionName", "bill"));
        }
    );
    assert_eq!(error.unwrap_err().to_string(), "`shop` and `shop_orders` both have the name `bill`");
}

/// The role with a policy of so many resources.
fn role(scope: &mut Scope<'_>, resources: usize) {
    let mut policy = Policy::new();
    let arn = |i| format!("arn:aws:lambda:eu-west-1:111122223333:function:{:0>64}", i).into();
    policy.allow(&["lambda:InvokeFunction"], (0..resources).map(arn));
    scope.role("Role", &Trust::service("states.amazonaws.com"), &policy);
}

#[test]
fn a_long_policy_is_several() {
    let template = two!(|scope| role(scope, 40), |scope| role(scope, 200)).unwrap();
    let template: serde_json::Value = serde_json::from_str(&template.to_json()).unwrap();
    let resources = template["Resources"].as_object().unwrap();
    assert!(resources["ShopRole"]["Properties"].get("ManagedPolicyArns").is_none());
    assert_eq!(
        resources["ShopOrdersRole"]["Properties"]["ManagedPolicyArns"].to_string(),
        r#"[{"Ref":"ShopOrdersRolePolicy1"},{"Ref":"ShopOrdersRolePolicy2"},{"Ref":"ShopOrdersRolePolicy3"}]"#
    );
    assert_eq!(resources["ShopOrdersRolePolicy3"]["Type"], "AWS::IAM::ManagedPolicy");
    assert_eq!(resources.len(), 5);
}

#[test]
fn a_role_has_10_managed_policies() {
    let error = two!(topic, |scope| role(scope, 700)).unwrap_err().to_string();
    assert_eq!(error, "`shop_orders`: its role `ShopOrdersRole` needs 13 managed policies; IAM takes 10");
}

/// A rule called `same` that leaves what it could not deliver to a queue.
fn rule(scope: &mut Scope<'_>, bus: &'static str) {
    let failed = Object::new().with("Arn", get_att("ShopOrdersQueue", "Arn"));
    let target = Object::new().with("DeadLetterConfig", failed);
    let rule = Object::new()
        .with("Name", "same")
        .with("EventBusName", bus)
        .with("Targets", Node::array([target.node()]));
    scope.resource("Rule", "AWS::Events::Rule", rule);
}

fn schedule(scope: &mut Scope<'_>) {
    let failed = Object::new().with("Arn", "arn:aws:sqs:r:1:q.fifo");
    let target = Object::new().with("DeadLetterConfig", failed);
    let schedule = Object::new().with("Name", "twice").with("Target", target);
    scope.resource("Schedule", "AWS::Scheduler::Schedule", schedule);
}

/// A queue that hands on what it cannot deliver to the queue of that ARN.
fn redriven(scope: &mut Scope<'_>, is_fifo: bool, arn: &'static str) {
    let policy = Object::new().with("deadLetterTargetArn", arn);
    let properties = Object::new().with("FifoQueue", is_fifo).with("RedrivePolicy", policy);
    scope.resource("Queue", "AWS::SQS::Queue", properties);
}

/// What is said of the stack.
fn refusal(template: Result<Template, Error>) -> String {
    template.unwrap_err().to_string()
}

#[test]
fn names_of_rules_are_unique_on_their_bus() {
    let same = two!(|scope| rule(scope, "a"), |scope| rule(scope, "a"));
    let other = two!(|scope| rule(scope, "a"), |scope| rule(scope, "b"));
    assert_eq!(refusal(same), "`shop` and `shop_orders` both have the name `same`");
    assert!(!refusal(other).contains("name"));
}

#[test]
fn rules_and_schedules_leave_nothing_to_fifo_queues() {
    let of_rule = two!(|scope| rule(scope, "a"), |scope| redriven(scope, true, "arn:aws:sqs:r:1:q.fifo"));
    assert_eq!(
        refusal(of_rule),
        "`shop`: `shop_orders` is a FIFO queue, to which an event rule delivers nothing that failed"
    );
    assert!(two!(|scope| rule(scope, "a"), queue).is_ok());
    assert_eq!(
        refusal(two!(schedule, queue)),
        "`shop`: `arn:aws:sqs:r:1:q.fifo` is a FIFO queue, to which a schedule delivers nothing that failed"
    );
}

#[test]
fn an_imported_redrive_target_is_of_the_same_type() {
    let standard = two!(|scope| redriven(scope, true, "arn:aws:sqs:r:1:q"), topic);
    assert_eq!(
        refusal(standard),
        "`shop`: `shop` is a FIFO queue, and `arn:aws:sqs:r:1:q` is not: a queue's redrive_target must be of the same type"
    );
    assert!(two!(|scope| redriven(scope, false, "arn:aws:sqs:r:1:q.fifo"), topic).is_err());
    assert!(two!(|scope| redriven(scope, true, "arn:aws:sqs:r:1:q.fifo"), topic).is_ok());
    assert!(two!(|scope| redriven(scope, false, "arn:aws:sqs:r:1:q"), topic).is_ok());
}
