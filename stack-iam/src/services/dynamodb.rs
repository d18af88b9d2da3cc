//! DynamoDB: items of a table.

use super::service::Service;
use crate::grant::{Grant, Target};

pub(super) static SERVICE: Service = Service {
    name: "dynamodb",
    actions: &[
        ("deleteItem", &[Grant::new(&["dynamodb:DeleteItem"], ON_TABLE)]),
        ("getItem", &[Grant::new(&["dynamodb:GetItem"], ON_TABLE)]),
        ("putItem", &[Grant::new(&["dynamodb:PutItem"], ON_TABLE)]),
        ("updateItem", &[Grant::new(&["dynamodb:UpdateItem"], ON_TABLE)]),
    ],
};

const ON_TABLE: &[Target] = &[on_resource!(arn!("dynamodb", "table/{TableName}"))];
