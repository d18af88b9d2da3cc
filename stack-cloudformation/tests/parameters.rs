//! Parameters and outputs of templates, and what their properties refuse.
//!
//! `UPDATE_EXPECT=1 cargo test -p stack-cloudformation` writes the template anew.

mod support;

use expect_test::expect_file;
use stack_cloudformation::kind::Kind;
use stack_cloudformation::kinds::{
    Function, FunctionReferences, Output, OutputReferences, Parameter, ParameterReferences, StateMachine,
};
use stack_cloudformation::machine::Hole;
use stack_cloudformation::stack::Stack;
use stack_cloudformation::uses::Uses;
use stack_cloudformation::value::Arg;

const BILL: FunctionReferences = FunctionReferences::of("bill");
const STAGE: ParameterReferences = ParameterReferences::of("stage");
const TABLE_PREFIX: ParameterReferences = ParameterReferences::of("table_prefix");
const RETRIES: ParameterReferences = ParameterReferences::of("retries");

machine! { Buying Standard
    r#"{"StartAt":"a","States":{"a":{"Type":"Pass","Parameters":{"stage":@0},"End":true}}}"#
    Hole::param(STAGE.value)
}

stack! { Shop {
    stage: Parameter = |new| new
        .default("dev")
        .allowed(&["dev", "prod"])
        .description("What is deployed"),
    table_prefix: Parameter = |new| new
        .allowed_pattern("[a-z]+")
        .constraint_description("small letters")
        .min_length(2)
        .max_length(8)
        .no_echo(true),
    retries: Parameter = |new| new.parameter_type("Number").default("3").min_value(0).max_value(9),
    bill: Function = |new| new.entryfile_path("functions/bill.ts").environment(&[
        ("STAGE", Arg(STAGE.value).value()),
        ("PREFIX", Arg(TABLE_PREFIX.value).value()),
        ("RETRIES", Arg(RETRIES.value).value()),
    ]),
    buying: StateMachine<Buying> = |new| new,
    billing: Output = |new| new
        .value(BILL.arn)
        .export("${AWS::StackName}-billing")
        .description("The function that bills"),
    deployed_stage: Output = |new| new.value(STAGE.value),
}}

#[test]
fn parameters_are_referred_to_and_outputs_tell() {
    expect_file!["templates/parameters.json"].assert_eq(&Shop::template().unwrap().to_json());
    assert!(OutputReferences::of("billing").list().is_empty());
}

stack! { Twice {
    bill: Function = |new| new.entryfile_path("functions/bill.ts"),
    bill_function: Parameter = |new| new,
}}

#[test]
fn a_parameter_is_not_called_like_a_resource() {
    let error = Twice::template().unwrap_err().to_string();
    assert_eq!(error, "`bill` and `bill_function` both have the logical id `BillFunction`");
}

stack! { Listed {
    stage: Parameter = |new| new.parameter_type("CommaDelimitedList"),
    deployed_stage: Output = |new| new.value(STAGE.value),
}}

#[test]
fn a_list_is_no_output() {
    let error = Listed::template().unwrap_err().to_string();
    assert!(
        error.starts_with("`stage`: it is a list, but `deployed_stage` uses it where a string belongs\n"),
        "{error}"
    );
}

machine! { Sending Standard
    r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":@0,"Parameters":{"QueueUrl":@1,"MessageBody":"m"},"End":true}}}"#
    Hole::Integration("sqs:sendMessage"),
    Hole::param(ParameterReferences::of("jobs_url").value)
}

stack! { Sender { jobs_url: Parameter = |new| new, sending: StateMachine<Sending> = |new| new, } }

#[test]
fn the_url_of_a_queue_tells_which_queue_it_is() {
    let template = Sender::template().unwrap();
    assert!(template.notes().is_empty(), "{:?}", template.notes());
    let split = r#"{ "Fn::Split": ["/", { "Ref": "JobsUrl" }] }"#;
    let text: String = template.to_json().split_whitespace().collect();
    assert!(text.contains(&split.replace(' ', "")), "{text}");
}

const UNUSED: &Uses = &Uses::new("it", &[]);

refused! {
    a_default_above_the_most: Parameter::NEW.parameter_type("Number").default("500").max_value(60).check(UNUSED)
        => "the default `500` is greater than max_value";
    a_default_below_the_least: Parameter::NEW.parameter_type("Number").default("-1").min_value(0).check(UNUSED)
        => "the default `-1` is less than min_value";
    a_default_that_is_too_long: Parameter::NEW.default("abc").max_length(2).check(UNUSED)
        => "the default `abc` is longer than max_length";
    a_default_that_is_too_short: Parameter::NEW.default("a").min_length(2).check(UNUSED)
        => "the default `a` is shorter than min_length";
    bounds_without_a_number: Parameter::NEW.parameter_type("Number").min_value(2).max_value(1).check(UNUSED)
        => "min_value is greater than max_value";
    an_export_with_a_misspelt_part: Output::NEW.export("${AWS::StackNam}-x") => "there is no pseudo parameter `${AWS::StackNam}`";
    an_unknown_type: Parameter::NEW.parameter_type("string") => "parameter_type is String, Number";
    a_default_that_is_not_allowed: Parameter::NEW.default("test").allowed(&["dev", "prod"]).check(UNUSED)
        => "the default `test` is none of the values in `allowed`";
    a_number_of_letters: Parameter::NEW.parameter_type("Number").default("three").check(UNUSED)
        => "the default of a `Number` is a number: `three`";
    a_number_with_a_length: Parameter::NEW.parameter_type("Number").min_length(1).check(UNUSED)
        => "min_length and max_length are for a `String`";
    a_string_with_a_least_value: Parameter::NEW.min_value(1).check(UNUSED)
        => "min_value and max_value are for a `Number`";
    a_long_description: Parameter::NEW.description("x".repeat(4001).leak()) => "description has up to 4000";
    an_output_of_nothing: Output::NEW.check(UNUSED) => "an output needs a value";
    an_export_without_name: Output::NEW.export("") => "export has 1 to 255 characters";
    an_output_with_a_long_description: Output::NEW.description("x".repeat(1025).leak()) => "up to 1024 bytes";
}
