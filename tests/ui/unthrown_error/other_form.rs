//! The optimized integration and that of the AWS SDK have names of their own for the same error.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: put,
        States: {
            put: Task {
                Resource: dynamodb:putItem,
                Parameters: { TableName: "orders", Item: { id: { S: "1" } } },
                Catch: [{ ErrorEquals: [DynamoDb.ConditionalCheckFailedException], Next: done }],
                Next: read,
            },
            read: Task {
                Resource: aws-sdk:s3:getObject,
                Parameters: { Bucket: "orders", Key: "1" },
                Catch: [{ ErrorEquals: [S3.NoSuchKey], Next: done }],
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
