//! The expansion of
//! ```text
//! Smallest { StartAt: done, States: { done: Succeed } }
//! ```

enum Smallest {}
#[doc(hidden)]
const _: () = {
    const __HOLES: [::stack::__private::Hole; 0] = [];
    #[automatically_derived]
    impl ::stack::__private::Machine for Smallest {
        const NAME: &'static ::stack::__private::core::primitive::str = "Smallest";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{\"StartAt\":\"done\",\"States\":{\"done\":{\"Type\":\"Succeed\"}}}",
            places: "",
            holes: &__HOLES,
        };
        const USES: &'static [::stack::__private::Use] = &::stack::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl<S> ::stack::__private::BelongsTo<S> for Smallest {}
    const _: () = {
        #[allow(non_camel_case_types, dead_code)]
        enum __States {
            done,
        }
        const _: &[__States] = &[__States::done];
    };
};
