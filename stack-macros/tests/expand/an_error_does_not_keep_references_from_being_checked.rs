//! The expansion of
//! ```text
//! M in S { StartAt: a, States: {
//!     a: Task { Resource: f.arn, Parameters: { limit: (LIMIT) }, Next: bb },
//!     b: Task { Resource: "$Param('g', 'arn')", Seconds: f.arn, ErrorEqual: [States.ALL], End: true },
//! } }
//! ```

::core::compile_error! {
    "[unknown-target] `a` goes to `bb`, which is not a state of this machine\nhelp: did you mean `b`?\nhelp: the states here are `a`, `b`"
}
::core::compile_error! {
    "[unsupported-field] a Task state has no `Seconds`\nhelp: these types of state have it: `Wait`"
}
::core::compile_error! {
    "[unknown-field] a Task state has no field `ErrorEqual`"
}
enum M {}
#[doc(hidden)]
const _: () = {
    type __Stack = S;
    const __RESOURCES: &<__Stack as ::stack::__private::Stack>::Resources = &<__Stack as ::stack::__private::Stack>::RESOURCES;
    const __TABLE: &[::stack::__private::ResourceParams] = <__Stack as ::stack::__private::Stack>::TABLE;
    const __HOLES: [::stack::__private::Hole; 4] = [
        ::stack::__private::Hole::param((*__RESOURCES).f.arn),
        ::stack::__private::Hole::expression(
            || ::stack::__private::IntoJson::into_json(LIMIT),
            ::stack::__private::core::file!(),
            ::stack::__private::core::line!(),
        ),
        ::stack::__private::Hole::param_by_name(
            ::stack::__private::find(__TABLE, "g", "arn"),
        ),
        ::stack::__private::Hole::param((*__RESOURCES).f.arn),
    ];
    const _: () = ::stack::__private::require_runnable(&__HOLES[0], __TABLE, "");
    const _: () = ::stack::__private::require(__TABLE, "g", "arn", "");
    const _: () = ::stack::__private::require_runnable(&__HOLES[2], __TABLE, "");
    #[automatically_derived]
    impl ::stack::__private::Machine for M {
        const NAME: &'static ::stack::__private::core::primitive::str = "M";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{}",
            places: "",
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
        }
        const _: &[__States] = &[__States::a];
    };
};
