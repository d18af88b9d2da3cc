//! The ARN of a function where that of a log group belongs.

use stack::param::{FunctionArn, LogGroupArn, Param};
use stack::prelude::*;
use stack::scope::Scope;
use stack::{BelongsTo, Error, Kind, Uses};

struct Alarm;

struct AlarmProperties;

impl AlarmProperties {
    const fn logs(self, _: Param<LogGroupArn>) -> Self {
        self
    }

    const fn check(&self, _: &Uses) {}
}

stack::references! {
    struct AlarmReferences {
        target: FunctionArn = Ref("Alarm");
    }
}

impl<S> BelongsTo<S> for Alarm {}

impl Kind for Alarm {
    type Properties = AlarmProperties;
    type References = AlarmReferences;
    const NEW: AlarmProperties = AlarmProperties;

    fn emit(_: &AlarmProperties, _: &mut Scope<'_>) -> Result<(), Error> {
        Ok(())
    }
}

#[derive(Stack)]
struct Eshop {
    #[resource(entryfile_path = "examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(logs = bill_customer.arn)]
    alarm: Alarm,
}

fn main() {}
