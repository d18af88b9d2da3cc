//! HTTP APIs: their templates, and what their properties refuse.
//!
//! `UPDATE_EXPECT=1 cargo test -p stack-cloudformation` writes the templates anew.

mod support;

use expect_test::expect_file;
use stack_cloudformation::kind::Kind;
use stack_cloudformation::kinds::{
    BatchJobReferences, Function, FunctionReferences, HttpApi, HttpApiProperties, HttpApiReferences,
    StateMachine, StateMachineReferences,
};
use stack_cloudformation::stack::Stack;
use stack_cloudformation::uses::{Use, User, Uses};
use stack_cloudformation::value::{Arg, Value};

const API: HttpApiReferences = HttpApiReferences::of("api");
const BILL: FunctionReferences = FunctionReferences::of("bill");
const BUYING: StateMachineReferences = StateMachineReferences::of("buying");
const QUICK: StateMachineReferences = StateMachineReferences::of("quick");
const REPORT: BatchJobReferences = BatchJobReferences::of("report");

machine! { Buying Standard r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }
machine! { Quick Express r#"{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}"# }

stack! { Shop {
    api: HttpApi = |new| new
        .routes(&[
            ("POST /orders", Arg(BUYING.arn).value()),
            ("PUT /orders", Arg(BUYING.arn).value()),
            ("POST /price", Arg(QUICK.state_machine.arn).value()),
            ("GET /orders/{id}", Arg(BILL.arn).value()),
            ("ANY /files/{path+}", Arg(BILL.lambda_function.arn).value()),
            ("$default", Arg(BILL.arn).value()),
        ])
        .cors(true)
        .cors_allowed_origins(&["https://shop.example"])
        .cors_allow_credentials(true)
        .cors_max_age(600)
        .cors_exposed_headers(&["ETag"])
        .description("The shop")
        .tags(&[("team", Value::Text("shop")), ("tier", Value::Integer(1))])
        .log_retention(30),
    bare: HttpApi = |new| new
        .routes(&[("GET /", Arg(BILL.arn).value())])
        .payload_format("1.0")
        .cors_allowed_origins(&["capacitor://localhost", "null"])
        .access_logs(false)
        .cors(true)
        .name("bare"),
    bill: Function = |new| new.entryfile_path("functions/bill.ts").environment(&[
        ("URL", Arg(API.url).value()),
        ("ID", Arg(API.id).value()),
    ]).iam_role_statements(&[("execute-api:Invoke", Arg(API.arn).value())]),
    buying: StateMachine<Buying> = |new| new,
    quick: StateMachine<Quick> = |new| new.logging("OFF"),
}}

#[test]
fn routes_call_functions_and_start_machines() {
    expect_file!["templates/http_api.json"].assert_eq(&Shop::template().unwrap().to_json());
}

const UNUSED: &Uses = &Uses::new("it", &[]);

fn api() -> HttpApiProperties {
    HttpApi::NEW.routes(const { &[("GET /", Arg(BILL.arn).value())] })
}

macro_rules! routes {
    ($($key:literal, $value:expr);*) => { HttpApi::NEW.routes(const { &[$(($key, $value)),*] }) };
}

refused! {
    a_key_without_method: routes!["/orders", Arg(BILL.arn).value()] => "a route is a method and a path, `POST /orders`";
    a_job: routes!["GET /", Arg(REPORT.job_definition_arn).value()]
        => "the route `GET /` cannot start `report.job_definition_arn`, which is a job definition's ARN\nhelp: start a state machine";
    a_name: routes!["GET /", Arg(BILL.name).value()]
        => "the route `GET /` cannot start `bill.name`, which is a function's name\nhelp: did you mean `bill.arn`?";
    a_role: routes!["GET /", Arg(BILL.lambda_role.arn).value()]
        => "which is a role's ARN\nhelp: it starts a function or a state machine by its `arn`";
    a_text: routes!["GET /", Value::Text("arn:aws:x")] => "the route `GET /` starts a function or a state machine of the stack";
    a_route_twice: routes!["GET /", Arg(BILL.arn).value(); "GET /", Arg(BUYING.arn).value()]
        => "the route `GET /` is listed twice";
    a_format: api().payload_format("3.0") => "payload_format is 1.0 or 2.0";
    an_origin_without_scheme: api().cors_allowed_origins(&["shop.example"]) => "an origin starts with its scheme";
    a_method_in_small_letters: api().cors_allowed_methods(&["get"]) => "a method is GET, POST";
    a_long_age: api().cors_max_age(86_401) => "cors_max_age is 0 to 86400 seconds";
    a_long_description: api().description("x".repeat(1025).leak()) => "description has up to 1024 characters";
    no_name: api().name("") => "an API's name has 1 to 128 characters";
    no_routes: HttpApi::NEW.check(UNUSED) => "an API needs routes";
    methods_without_cors: api().cors_allowed_methods(&["GET"]).check(UNUSED) => "`cors_` properties are for APIs with CORS";
    headers_without_cors: api().cors_allowed_headers(&[]).check(UNUSED) => "`cors_` properties are for APIs with CORS";
    cookies_of_any_origin: api().cors(true).cors_allow_credentials(true).check(UNUSED)
        => "with cors_allow_credentials, the origins are listed";
    a_log_group_that_is_not_there: api().access_logs(false).check(&Uses::new("it", const { &[User {
        name: "other",
        properties: &[Use { resource: "it", param: "log_group.name", property: "" }],
        kind: &[],
        acyclic_properties: &[],
    }] })) => "its log group is used, but it does not log";
}
