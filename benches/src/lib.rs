//! The e-shop of `examples/eshop.rs`, for measuring how long its template takes.

use stack::prelude::*;

/// The e-shop: three functions and the workflow that ties them together.
#[derive(Stack)]
pub struct Eshop {
    #[resource(entryfile_path = "../examples/eshop/check-and-hold-product.ts")]
    check_and_hold_product: Function,

    #[resource(entryfile_path = "../examples/eshop/bill-customer.ts")]
    bill_customer: Function,

    #[resource(entryfile_path = "../examples/eshop/shipment-notification.ts")]
    shipment_notification: Function,

    eshop_buying_process: StateMachine<BuyingProcess>,
}

state_machine! {
    /// Hold the product, bill the customer, notify shipment.
    pub BuyingProcess in Eshop {
        StartAt: checkAndHold,
        States: {
            checkAndHold: Task {
                Resource: check_and_hold_product.arn,
                Next: bill,
            },
            bill: Task { Resource: bill_customer.arn, Next: notify },
            notify: Task { Resource: shipment_notification.arn, Next: succeed },
            succeed: Succeed,
        },
    }
}
