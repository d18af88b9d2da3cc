//! The ARN of a queue where that of a connection belongs, which no kind of the library has.

use stack::param::ConnectionArn;
use stack::prelude::*;

stack::cloudformation! {
    Connection = "AWS::Events::Connection" {
        arn: ConnectionArn = GetAtt("Arn");
    }
}

#[derive(Stack)]
struct Shop {
    jobs: Queue,
    partner: Connection,
    call: StateMachine<Call>,
}

state_machine! {
    Call in Shop {
        StartAt: call,
        States: {
            call: Task {
                Resource: http:invoke,
                Parameters: {
                    ApiEndpoint: "https://partner.example/orders",
                    Method: "POST",
                    Authentication: { ConnectionArn: jobs.arn },
                },
                End: true,
            },
        },
    }
}

fn main() {}
