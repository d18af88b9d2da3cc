//! The expansion of
//! ```text
//! M in S = "tests/workflows/small.asl.json"
//! ```

enum M {}
#[doc(hidden)]
const _: () = {
    type __Stack = S;
    const __TABLE: &[::stack::__private::ResourceParams] = <__Stack as ::stack::__private::Stack>::TABLE;
    const __HOLES: [::stack::__private::Hole; 1] = [
        ::stack::__private::Hole::param_by_name(
            ::stack::__private::find(__TABLE, "billCustomer", "arn"),
        ),
    ];
    const _: () = ::stack::__private::require(
        __TABLE,
        "billCustomer",
        "arn",
        "tests/workflows/small.asl.json:7:19: ",
    );
    const _: () = ::stack::__private::require_runnable(
        &__HOLES[0],
        __TABLE,
        "tests/workflows/small.asl.json:7:19: ",
    );
    #[automatically_derived]
    impl ::stack::__private::Machine for M {
        const NAME: &'static ::stack::__private::core::primitive::str = "M";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{\"Comment\":\"café\",\"StartAt\":\"bill\",\"States\":{\"bill\":{\"Type\":\"Task\",\"Resource\":null,\"End\":true}}}",
            places: "79:0",
            holes: &__HOLES,
        };
        const USES: &'static [::stack::__private::Use] = &::stack::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl ::stack::__private::BelongsTo<__Stack> for M {}
    const _: &[::stack::__private::core::primitive::u8] = ::stack::__private::core::include_bytes!(
        ::stack::__private::core::concat!(::stack::__private::core::env!("CARGO_MANIFEST_DIR"),
        "/", "tests/workflows/small.asl.json")
    );
};
