//! The expansion of
//! ```text
//! M in S { StartAt: a, States: { a: Task { Resource: f.arn, Next: bb }, b: Pass { Next: a } } }
//! ```

::core::compile_error! {
    "[no-terminal-state] no state of this machine ends it\nhelp: give the last state `End: true`, or let it go to a Succeed or Fail state"
}
::core::compile_error! {
    "[unknown-target] `a` goes to `bb`, which is not a state of this machine\nhelp: did you mean `b`?\nhelp: the states here are `a`, `b`"
}
enum M {}
#[doc(hidden)]
const _: () = {
    type __Stack = S;
    const __RESOURCES: &<__Stack as ::stack::__private::Stack>::Resources = &<__Stack as ::stack::__private::Stack>::RESOURCES;
    const __TABLE: &[::stack::__private::ResourceParams] = <__Stack as ::stack::__private::Stack>::TABLE;
    const __HOLES: [::stack::__private::Hole; 1] = [
        ::stack::__private::Hole::param((*__RESOURCES).f.arn),
    ];
    const _: () = ::stack::__private::require_runnable(&__HOLES[0], __TABLE, "");
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
        const _: &[__States] = &[__States::a, __States::a];
    };
};
