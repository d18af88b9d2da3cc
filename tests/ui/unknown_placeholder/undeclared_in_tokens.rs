//! An ARN with two placeholders that nothing fills in.

stack::state_machine! {
    Buying {
        "StartAt": "bill",
        "States": {
            "bill": { "Type": "Task", "Resource": "arn:${Partition}:lambda:${Region}:123456789012:function:bill", "End": true },
        },
    }
}

fn main() {}
