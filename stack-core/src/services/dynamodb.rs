//! DynamoDB: items of a table.

use super::parameter::{Parameter, Value, any, boolean, text};
use super::referent::Referent;
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
                text("ConditionExpression"),
                OPERATOR,
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                CAPACITY,
                METRICS,
                RETURN_OLD,
                RETURN_ON_FAILURE,
            ],
            result: &[
                "Attributes",
                "ConsumedCapacity",
                "ItemCollectionMetrics",
                "SdkHttpMetadata",
                "SdkResponseMetadata",
            ],
        },
        Action {
            name: "getItem",
            patterns: &[],
            parameters: &[
                TABLE,
                KEY,
                Parameter::new("AttributesToGet", Value::List(&Value::Text)),
                boolean("ConsistentRead"),
                NAMES,
                text("ProjectionExpression"),
                CAPACITY,
            ],
            result: &["Item", "ConsumedCapacity", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "putItem",
            patterns: &[],
            parameters: &[
                TABLE,
                Parameter::new("Item", ITEM).required(),
                text("ConditionExpression"),
                OPERATOR,
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                CAPACITY,
                METRICS,
                RETURN_OLD,
                RETURN_ON_FAILURE,
            ],
            result: &[
                "Attributes",
                "ConsumedCapacity",
                "ItemCollectionMetrics",
                "SdkHttpMetadata",
                "SdkResponseMetadata",
            ],
        },
        Action {
            name: "updateItem",
            patterns: &[],
            parameters: &[
                TABLE,
                KEY,
                Parameter::new("AttributeUpdates", Value::Map(&Value::Any)),
                text("ConditionExpression"),
                OPERATOR,
                Parameter::new("Expected", Value::Map(&Value::Any)),
                NAMES,
                VALUES,
                CAPACITY,
                METRICS,
                Parameter::new(
                    "ReturnValues",
                    Value::Word(&["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"]),
                ),
                RETURN_ON_FAILURE,
                text("UpdateExpression"),
            ],
            result: &[
                "Attributes",
                "ConsumedCapacity",
                "ItemCollectionMetrics",
                "SdkHttpMetadata",
                "SdkResponseMetadata",
            ],
        },
    ],
};

const TABLE: Parameter =
    Parameter::new("TableName", Value::Names(&[Referent::NameOfTable, Referent::ArnOfTable])).required();
const KEY: Parameter = Parameter::new("Key", ITEM).required();
const NAMES: Parameter = Parameter::new("ExpressionAttributeNames", Value::Map(&Value::Text));
const VALUES: Parameter = Parameter::new("ExpressionAttributeValues", ITEM);
const OPERATOR: Parameter = Parameter::new("ConditionalOperator", Value::Word(&["AND", "OR"]));
const CAPACITY: Parameter =
    Parameter::new("ReturnConsumedCapacity", Value::Word(&["INDEXES", "TOTAL", "NONE"]));
const METRICS: Parameter = Parameter::new("ReturnItemCollectionMetrics", Value::Word(&["SIZE", "NONE"]));
/// Of what is put or deleted there is only an old item.
const RETURN_OLD: Parameter = Parameter::new("ReturnValues", Value::Word(&["NONE", "ALL_OLD"]));
const RETURN_ON_FAILURE: Parameter =
    Parameter::new("ReturnValuesOnConditionCheckFailure", Value::Word(&["ALL_OLD", "NONE"]));
/// What a value of an attribute may name as its type. Here they are called as in the API; in the AWS SDK, as Step
/// Functions forms the names of parameters: `Bool`.
pub static ATTRIBUTE: &[Parameter] = &[
    text("S"),
    text("N"),
    any("B"),
    boolean("BOOL"),
    boolean("NULL"),
    Parameter::new("L", Value::List(&Value::Attribute)),
    Parameter::new("M", Value::Map(&Value::Attribute)),
    Parameter::new("SS", Value::List(&Value::Text)),
    Parameter::new("NS", Value::List(&Value::Text)),
    Parameter::new("BS", Value::List(&Value::Any)),
];
/// Attributes by their names.
const ITEM: Value = Value::Map(&Value::Attribute);
