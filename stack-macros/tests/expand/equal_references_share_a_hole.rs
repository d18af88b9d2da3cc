//! The expansion of
//! ```text
//! M in S { StartAt: a, States: {
//!     a: Task { Resource: f.arn, Next: b },
//!     b: Task { Resource: f.arn, Next: c },
//!     c: Pass { Result: [f.arn, "$Param('f', 'arn')", f.arn], Next: d },
//!     d: Task { Resource: "$Param('f', 'arn')", Next: e },
//!     e: Task { Resource: lambda:invoke, Parameters: { FunctionName: "f" }, Next: f },
//!     f: Task { Resource: lambda:invoke, Parameters: { FunctionName: "f" }, End: true },
//! } }
//! ```

enum M {}
#[doc(hidden)]
const _: () = {
    type __Stack = S;
    const __RESOURCES: &<__Stack as ::stack::__private::Stack>::Resources = &<__Stack as ::stack::__private::Stack>::RESOURCES;
    const __TABLE: &[::stack::__private::ResourceParams] = <__Stack as ::stack::__private::Stack>::TABLE;
    const _: () = {
        let _ = (*__RESOURCES).f.arn;
        let _ = (*__RESOURCES).f.arn;
    };
    const __HOLES: [::stack::__private::Hole; 4] = [
        ::stack::__private::Hole::param((*__RESOURCES).f.arn),
        ::stack::__private::Hole::param((*__RESOURCES).f.arn),
        ::stack::__private::Hole::param_by_name(
            ::stack::__private::find(__TABLE, "f", "arn"),
        ),
        ::stack::__private::Hole::Integration("lambda:invoke"),
    ];
    const _: () = ::stack::__private::require_runnable(&__HOLES[0], __TABLE, "");
    const _: () = ::stack::__private::require(__TABLE, "f", "arn", "");
    const _: () = ::stack::__private::require_runnable(&__HOLES[2], __TABLE, "");
    #[automatically_derived]
    impl ::stack::__private::Machine for M {
        const NAME: &'static ::stack::__private::core::primitive::str = "M";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{\"StartAt\":\"a\",\"States\":{\"a\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"b\"},\"b\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"c\"},\"c\":{\"Type\":\"Pass\",\"Result\":[null,null,null],\"Next\":\"d\"},\"d\":{\"Type\":\"Task\",\"Resource\":null,\"Next\":\"e\"},\"e\":{\"Type\":\"Task\",\"Resource\":null,\"Parameters\":{\"FunctionName\":\"f\"},\"Next\":\"f\"},\"f\":{\"Type\":\"Task\",\"Resource\":null,\"Parameters\":{\"FunctionName\":\"f\"},\"End\":true}}}",
            places: "55:0 102:0 148:1 153:2 158:1 206:2 253:3 334:3",
            holes: &__HOLES,
        };
        const USES: &'static [::stack::__private::Use] = &::stack::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl ::stack::__private::BelongsTo<__Stack> for M {}
    const _: () = {
        #[allow(non_camel_case_types, dead_code)]
        enum __States {
            a,
            b,
            c,
            d,
            e,
            f,
        }
        const _: &[__States] = &[
            __States::a,
            __States::b,
            __States::c,
            __States::d,
            __States::e,
            __States::f,
        ];
    };
};
