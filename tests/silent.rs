//! The expansions give no warning, whatever lints a user turns on: compiled here with many of them denied.
#![deny(unused, nonstandard_style, future_incompatible, missing_docs, unreachable_pub, let_underscore)]
#![deny(
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    trivial_casts,
    unnameable_types,
    keyword_idents
)]
#![deny(missing_debug_implementations, missing_copy_implementations, elided_lifetimes_in_paths)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]

/// A stack that others see, with fields that they do not.
pub mod shop {
    use stack::prelude::*;

    /// Two functions and the workflow that calls one of them.
    #[derive(Debug, Stack)]
    pub struct Shop {
        /// Others may name it.
        #[resource(entryfile_path = "../examples/eshop/bill-customer.ts", memory = 2 * 512)]
        pub bill: Function,

        #[resource(entryfile_path = "../examples/eshop/bill-customer.ts", environment = [("BILL", bill.arn)])]
        r#type: Function,

        process: StateMachine<super::Process>,
    }

    stack::cloudformation! {
        /// A cluster of ECS.
        pub Cluster = "AWS::ECS::Cluster" {
            /// Its ARN.
            arn: stack::param::Text = GetAtt("Arn");
            /// Its name.
            name: stack::param::Text = Ref;
        }
    }

    stack::cloudformation! {
        /// A stream of Kinesis.
        Stream = "AWS::Kinesis::Stream" {}
    }

    /// A function that is connected to others, imported ones and its own.
    #[derive(Debug, Stack)]
    pub struct Connected {
        #[resource(entryfile_path = "../examples/eshop/bill-customer.ts", connect_to = [jobs, orders, r#type])]
        bill: Function,
        #[resource(name = "orders")]
        orders: Imported<Table>,
        jobs: Queue,
        r#type: Topic,
        reports: Cluster,
        #[resource(properties = r#"{"Name": "${name}"}"#, values = [("name", reports.name)])]
        clicks: Stream,
    }

    /// One resource that no machine names.
    #[derive(Stack)]
    pub(crate) struct Only {
        #[resource(entryfile_path = "../examples/eshop/bill-customer.ts")]
        only: Function,
    }
}

stack::state_machine! {
    Process in shop::Shop {
        StartAt: bill,
        States: { bill: Task { Resource: bill.arn, End: true } },
    }
}

#[test]
fn stacks_in_modules_and_functions_make_templates() -> stack::Result {
    use stack::prelude::*;

    #[derive(Stack)]
    struct Inner {
        #[resource(entryfile_path = "../examples/eshop/bill-customer.ts")]
        bill: Function,

        process: StateMachine<InnerProcess>,
    }
    state_machine! {
        InnerProcess in Inner {
            StartAt: bill,
            States: { bill: Task { Resource: bill.arn, End: true } },
        }
    }

    let text = |template: stack::Template| template.to_json();
    assert!(text(shop::Shop::template()?).contains("TypeFunction"));
    assert!(text(shop::Connected::template()?).contains("STACK_TYPE_ARN"));
    assert!(text(shop::Only::template()?).contains("OnlyFunction"));
    assert!(text(Inner::template()?).contains("ProcessStateMachine"));
    Ok(())
}
