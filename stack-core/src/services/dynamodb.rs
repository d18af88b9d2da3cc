//! DynamoDB: items of a table.

use super::grant::{Form, Grant, Named, On, arn};
use super::names::{TABLE_ARN, TABLE_NAME};
use super::parameter::{Parameter, Value};
use super::{Action, Service};

pub(super) static SERVICE: Service = Service {
    name: "dynamodb",
    errors: &["DynamoDB"],
    actions: &[
        Action {
            name: "deleteItem",
            patterns: &[],
            parameters: &[
                TABLE,
                KEY,
                Parameter::new("ConditionExpression", Value::Text),
                Parameter::new("ConditionalOperator", Value::Text),
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                Parameter::new("ReturnConsumedCapacity", Value::Text),
                Parameter::new("ReturnItemCollectionMetrics", Value::Text),
                Parameter::new("ReturnValues", Value::Text),
                Parameter::new("ReturnValuesOnConditionCheckFailure", Value::Text),
            ],
            grants: &[Grant::new(&["dynamodb:DeleteItem"], ON_TABLE)],
            result: &["Attributes", "ConsumedCapacity", "ItemCollectionMetrics", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "getItem",
            patterns: &[],
            parameters: &[
                TABLE,
                KEY,
                Parameter::new("AttributesToGet", Value::List(&Value::Text)),
                Parameter::new("ConsistentRead", Value::Boolean),
                NAMES,
                Parameter::new("ProjectionExpression", Value::Text),
                Parameter::new("ReturnConsumedCapacity", Value::Text),
            ],
            grants: &[Grant::new(&["dynamodb:GetItem"], ON_TABLE)],
            result: &["Item", "ConsumedCapacity", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "putItem",
            patterns: &[],
            parameters: &[
                TABLE,
                Parameter::new("Item", ITEM).required(),
                Parameter::new("ConditionExpression", Value::Text),
                Parameter::new("ConditionalOperator", Value::Text),
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                Parameter::new("ReturnConsumedCapacity", Value::Text),
                Parameter::new("ReturnItemCollectionMetrics", Value::Text),
                Parameter::new("ReturnValues", Value::Text),
                Parameter::new("ReturnValuesOnConditionCheckFailure", Value::Text),
            ],
            grants: &[Grant::new(&["dynamodb:PutItem"], ON_TABLE)],
            result: &["Attributes", "ConsumedCapacity", "ItemCollectionMetrics", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "updateItem",
            patterns: &[],
            parameters: &[
                TABLE,
                KEY,
                Parameter::new("AttributeUpdates", Value::Map(&Value::Any)),
                Parameter::new("ConditionExpression", Value::Text),
                Parameter::new("ConditionalOperator", Value::Text),
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                Parameter::new("ReturnConsumedCapacity", Value::Text),
                Parameter::new("ReturnItemCollectionMetrics", Value::Text),
                Parameter::new("ReturnValues", Value::Text),
                Parameter::new("ReturnValuesOnConditionCheckFailure", Value::Text),
                Parameter::new("UpdateExpression", Value::Text),
            ],
            grants: &[Grant::new(&["dynamodb:UpdateItem"], ON_TABLE)],
            result: &["Attributes", "ConsumedCapacity", "ItemCollectionMetrics", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
    ],
};

const TABLE: Parameter = Parameter::new("TableName", Value::Names(&[TABLE_NAME, TABLE_ARN])).required();
const KEY: Parameter = Parameter::new("Key", ITEM).required();
const NAMES: Parameter = Parameter::new("ExpressionAttributeNames", Value::Map(&Value::Text));
const VALUES: Parameter = Parameter::new("ExpressionAttributeValues", ITEM);
/// Attributes by their names, each an object such as `{"S": "text"}`.
const ITEM: Value = Value::Map(&Value::Any);

const ON_TABLE: &[On] = &[On::Named(Named {
    parameter: "TableName",
    arns: table_arns,
    form: Form::Itself,
    otherwise: "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*",
})];

/// The text is a name or an ARN.
fn table_arns(text: &str) -> Vec<String> {
    vec![if text.starts_with("arn:") { text.to_owned() } else { arn("dynamodb", &format!("table/{text}")) }]
}
