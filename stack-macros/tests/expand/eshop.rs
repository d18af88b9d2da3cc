//! The expansion of
//! ```text
//! /// Hold the product, bill the customer, notify shipment.
//! pub(crate) BuyingProcess in shop::Eshop {
//!     StartAt: checkAndHold,
//!     States: {
//!         checkAndHold: Task { Resource: check_and_hold_product.arn, Next: bill },
//!         bill: Task { Resource: bill_customer.arn, Next: notify },
//!         notify: Task { Resource: shipment_notification.arn, Next: succeed },
//!         succeed: Succeed,
//!     },
//! }
//! ```

/// Hold the product, bill the customer, notify shipment.
pub(crate) enum BuyingProcess {}
#[doc(hidden)]
const _: () = {
    type __Stack = shop::Eshop;
    const __RESOURCES: &<__Stack as ::stack::__private::Stack>::Resources = &<__Stack as ::stack::__private::Stack>::RESOURCES;
    const __TABLE: &[::stack::__private::ResourceParams] = <__Stack as ::stack::__private::Stack>::TABLE;
    const __HOLES: [::stack::__private::Hole; 3] = [
        ::stack::__private::Hole::param((*__RESOURCES).check_and_hold_product.arn),
        ::stack::__private::Hole::param((*__RESOURCES).bill_customer.arn),
        ::stack::__private::Hole::param((*__RESOURCES).shipment_notification.arn),
    ];
    const _: () = ::stack::__private::require_runnable(&__HOLES[0], __TABLE, "");
    const _: () = ::stack::__private::require_runnable(&__HOLES[1], __TABLE, "");
    const _: () = ::stack::__private::require_runnable(&__HOLES[2], __TABLE, "");
    #[automatically_derived]
    impl ::stack::__private::Machine for BuyingProcess {
        const NAME: &'static ::stack::__private::core::primitive::str = "BuyingProcess";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{\"Comment\":\"Hold the product, bill the customer, notify shipment.\",\"StartAt\":\"checkAndHold\",\"States\":{\"checkAndHold\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"bill\"},\"bill\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"notify\"},\"notify\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"succeed\"},\"succeed\":{\"Type\":\"Succeed\"}}}",
            places: "143:0 196:1 253:2",
            holes: &__HOLES,
        };
        const USES: &'static [::stack::__private::Use] = &::stack::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl ::stack::__private::BelongsTo<__Stack> for BuyingProcess {}
    const _: () = {
        #[allow(non_camel_case_types, dead_code)]
        enum __States {
            checkAndHold,
            bill,
            notify,
            succeed,
        }
        const _: &[__States] = &[
            __States::checkAndHold,
            __States::bill,
            __States::notify,
            __States::succeed,
        ];
    };
};
