//! The queue of an imported batch job is not known, so nothing can be connected to the job.

use stack::prelude::*;

#[derive(Stack)]
struct Reports {
    #[resource(arn = "arn:aws:batch:eu-west-1:111122223333:job-definition/report:3")]
    report: Imported<BatchJob>,

    #[resource(entryfile_path = "examples/eshop/bill-customer.ts", connect_to = [report])]
    bill_customer: Function,
}

fn main() {}
