//! The expansion of
//! ```text
//! pub M in S
//! ```

::core::compile_error! {
    "expected the definition of `M`, found the end\nhelp: it is written as `M { .. }`, or `M = \"file.asl.json\"`"
}
pub enum M {}
#[doc(hidden)]
const _: () = {
    type __Stack = S;
    const _: &::stack::__private::core::primitive::str = <__Stack as ::stack::__private::Stack>::NAME;
    const __HOLES: [::stack::__private::Hole; 0] = [];
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
};
