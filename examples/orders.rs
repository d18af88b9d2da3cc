//! Orders: each is stored once, sent to the packers, and announced to customers and other systems. Partners put a
//! file into a bucket, which a distributed Map reads every night.
//!
//! `cargo run --example orders > template.json` prints its CloudFormation template.

use stack::prelude::*;

/// Where orders are kept, who is told about them, and the two workflows that take them.
#[derive(Stack)]
struct Orders {
    #[resource(partition_key = ("id", "string"))]
    orders: Table,

    /// Orders to pack. After five failed attempts an order goes to `unpacked`.
    #[resource(visibility_timeout_seconds = 300, redrive_target = unpacked.arn, max_receive_count = 5)]
    packing: Queue,
    unpacked: Queue,

    /// News for customers.
    news: Topic,

    /// Events for other systems.
    shop: EventBus,

    /// `orders/today.csv` holds the partners' orders, one per line; `taken/` says what became of each.
    #[resource(expiration = [("taken/", 30)])]
    partner_files: Bucket,

    take_order: StateMachine<TakeOrder>,
    take_partner_orders: StateMachine<TakePartnerOrders>,

    #[resource(
        schedule_rate = "cron(0 2 * * ? *)",
        timezone = "Europe/Berlin",
        target = take_partner_orders.arn,
    )]
    every_night: Schedule,
}

state_machine! {
    /// Stores an order, and tells everybody who has to know. An order that is known already is left as it is.
    TakeOrder in Orders {
        QueryLanguage: JSONata,
        StartAt: store,
        States: {
            store: Task {
                Resource: dynamodb:putItem,
                Arguments: {
                    TableName: orders.name,
                    Item: {
                        id: { S: "{% $states.input.id %}" },
                        customer: { S: "{% $states.input.customer %}" },
                        total: { N: "{% $string($sum($states.input.items.(price * quantity))) %}" },
                    },
                    ConditionExpression: "attribute_not_exists(id)",
                },
                Assign: { order: "{% $states.input %}" },
                Retry: [{ ErrorEquals: [DynamoDB.ProvisionedThroughputExceededException], MaxAttempts: 5 }],
                Catch: [{
                    ErrorEquals: [DynamoDB.ConditionalCheckFailedException],
                    Output: { id: "{% $states.input.id %}", known: true },
                    Next: known,
                }],
                Next: tell,
            },
            tell: Parallel {
                Branches: [
                    {
                        StartAt: pack,
                        States: {
                            pack: Task {
                                Resource: sqs:sendMessage,
                                Arguments: {
                                    QueueUrl: packing.url,
                                    MessageBody: { order: "{% $order.id %}", items: "{% $order.items %}" },
                                },
                                End: true,
                            },
                        },
                    },
                    {
                        StartAt: thank,
                        States: {
                            thank: Task {
                                Resource: sns:publish,
                                Arguments: {
                                    TopicArn: news.arn,
                                    Subject: "Thank you",
                                    Message: "{% 'We pack your order ' & $order.id & ', ' & $order.customer & '.' %}",
                                },
                                End: true,
                            },
                        },
                    },
                    {
                        StartAt: announce,
                        States: {
                            announce: Task {
                                Resource: events:putEvents,
                                Arguments: {
                                    Entries: [{
                                        EventBusName: shop.name,
                                        Source: "shop.orders",
                                        DetailType: "OrderTaken",
                                        Detail: "{% $order %}",
                                    }],
                                },
                                End: true,
                            },
                        },
                    },
                ],
                Output: { id: "{% $order.id %}", message: "{% $states.result[0].MessageId %}" },
                Next: taken,
            },
            taken: Succeed,
            known: Succeed,
        },
    }
}

state_machine! {
    /// Takes every order in the partners' file. Ten may fail, such as lines that are no orders.
    TakePartnerOrders in Orders {
        StartAt: takeAll,
        States: {
            takeAll: Map {
                ItemReader: {
                    Resource: s3:getObject,
                    ReaderConfig: { InputType: CSV, CSVHeaderLocation: FIRST_ROW },
                    Parameters: { Bucket: partner_files.name, Key: "orders/today.csv" },
                },
                MaxConcurrency: 20,
                ToleratedFailureCount: 10,
                ItemProcessor: {
                    ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD },
                    StartAt: take,
                    States: {
                        take: Task {
                            Resource: states:startExecution,
                            Parameters: {
                                StateMachineArn: take_order.arn,
                                Input: {
                                    "id.$": "$.id",
                                    "customer.$": "$.customer",
                                    items: [{
                                        "product.$": "$.product",
                                        "price.$": "States.StringToJson($.price)",
                                        "quantity.$": "States.StringToJson($.quantity)",
                                    }],
                                },
                            },
                            End: true,
                        },
                    },
                },
                ResultWriter: {
                    Resource: s3:putObject,
                    Parameters: { Bucket: partner_files.name, Prefix: "taken" },
                },
                End: true,
            },
        },
    }
}

fn main() -> stack::Result {
    Orders::run()
}
