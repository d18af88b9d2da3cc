//! What tasks ask of the tables of their stack.

mod support;

use stack_cloudformation::kinds::{StateMachine, Table, TableReferences};
use stack_cloudformation::machine::Hole;
use stack_cloudformation::stack::Stack;

const ORDERS: TableReferences = TableReferences::of("orders");

/// What the stack says of a machine with this task on a table with the key `customer` and `placed`.
macro_rules! said {
    ($definition:literal) => {{
        machine! { Work Standard $definition Hole::param(ORDERS.name) }
        stack! { Shop {
            orders: Table = |new| new
                .partition_key(("customer", "string"))
                .sort_key(("placed", "number"))
                .secondary_indexes(&[("by-status", &[("status", stack_cloudformation::value::Value::Text("string"))])]),
            work: StateMachine<Work> = |new| new,
        }}
        Shop::template().err().map(|error| error.to_string())
    }};
}

const KEY: &str = "\nhelp: the key of `orders` is `customer` (string) and `placed` (number)";

#[test]
fn a_key_has_all_parts_of_the_tables_key_and_no_others() {
    let said = said!(
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":@0,"Key":{"customer":{"S.$":"$.id"}}},"End":true}}}"#
    );
    let expected =
        format!("`work`: the state `a` names no `placed` in the `Key` of an item of `orders`{KEY}");
    assert_eq!(said, Some(expected));
    let said = said!(
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:deleteItem","Parameters":{"TableName":@0,"Key":{"customer":{"S":"1"},"placed.$":"$.x","status":{"S":"new"}}},"End":true}}}"#
    );
    let expected = "has `status` in the `Key` of an item of `orders`, which is no part of it";
    assert_eq!(said, Some(format!("`work`: the state `a` {expected}{KEY}")));
}

#[test]
fn an_item_has_the_key_with_its_types() {
    let said = said!(
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:transactWriteItems","Parameters":{"TransactItems":[{"Put":{"TableName":@0,"Item":{"customer":{"S":"1"},"placed":{"S":"today"}}}}]},"End":true}}}"#
    );
    let expected = "gives `placed` as `S`, which is `N` in `orders`";
    assert_eq!(said, Some(format!("`work`: the state `a` {expected}{KEY}")));
}

#[test]
fn an_index_is_one_of_the_table() {
    let said = said!(
        r##"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:query","Parameters":{"TableName":@0,"IndexName":"by-state","KeyConditionExpression":"#s = :s","ExpressionAttributeNames":{"#s":"status"},"ExpressionAttributeValues":{":s":{"S":"new"}}},"End":true}}}"##
    );
    let expected = "`work`: the state `a` reads the index `by-state` that `orders` does not have\n\
                    help: its indexes are `by-status`";
    assert_eq!(said.as_deref(), Some(expected));
}

#[test]
fn what_is_right_or_computed_is_accepted() {
    let said = said!(
        r#"{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Parameters":{"TableName":@0,"Item":{"customer.$":"$.customer","placed":{"N.$":"$.at"},"status":{"S":"new"}}},"Next":"b"},"b":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"other","Key":{"id":{"S":"1"}}},"Next":"c"},"c":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:updateItem","QueryLanguage":"JSONata","Arguments":{"TableName":@0,"Key":"{% $states.input.key %}","UpdateExpression":"REMOVE note"},"End":true}}}"#
    );
    assert_eq!(said, None);
}
