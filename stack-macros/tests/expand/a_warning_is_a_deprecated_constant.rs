//! The expansion of
//! ```text
//! M { StartAt: a, TimeoutSeconds: 0, States: { a: Succeed } }
//! ```

const _: () = {
    #[deprecated(
        note = "[zero-timeout] every execution times out immediately\nhelp: leave `TimeoutSeconds` out for no limit"
    )]
    #[allow(non_upper_case_globals)]
    const zero_timeout: () = ();
    zero_timeout
};
enum M {}
#[doc(hidden)]
const _: () = {
    const __HOLES: [::stack::__private::Hole; 0] = [];
    #[automatically_derived]
    impl ::stack::__private::Machine for M {
        const NAME: &'static ::stack::__private::core::primitive::str = "M";
        const TYPE: ::stack::__private::MachineType = ::stack::__private::MachineType::Standard;
        const DEFINITION: ::stack::__private::Definition = ::stack::__private::Definition {
            text: "{\"StartAt\":\"a\",\"TimeoutSeconds\":0,\"States\":{\"a\":{\"Type\":\"Succeed\"}}}",
            places: "",
            holes: &__HOLES,
        };
        const USES: &'static [::stack::__private::Use] = &::stack::__private::of_holes(
            &__HOLES,
        );
    }
    #[automatically_derived]
    impl<S> ::stack::__private::BelongsTo<S> for M {}
    const _: () = {
        #[allow(non_camel_case_types, dead_code)]
        enum __States {
            a,
        }
        const _: &[__States] = &[__States::a];
    };
};
