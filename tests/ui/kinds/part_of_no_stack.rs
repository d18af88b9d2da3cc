//! A kind that does not say that it may be part of a stack.

use stack::param::{FunctionArn, LogGroupArn, Param};
use stack::prelude::*;
use stack::scope::Scope;
use stack::{Error, Kind, Uses};

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

    #[resource(logs = bill_customer.log_group_arn)]
    alarm: Alarm,
}

fn main() {}
