//! The expansion of a stack with a faulty resource.

::core::compile_error! {
    "`memory` is set with `=`: write `memory = 512`"
}
#[doc(hidden)]
#[allow(
    non_upper_case_globals,
    private_interfaces,
    unreachable_pub,
    unused_qualifications
)]
const _: () = {
    #[allow(unused_imports)]
    use ::stack::__private::Otherwise as _;
    type __Kind1 = Function;
    const __bill_is_kind: bool = ::stack::__private::Probe::<__Kind1>::IS_KIND;
    struct EshopResources {
        pub bill: <::stack::__private::If<
            __bill_is_kind,
        > as ::stack::__private::Choose<__Kind1>>::References,
        pub shared: ::stack::__private::SharedReferences,
    }
    type __Resources = EshopResources;
    const __RESOURCES: __Resources = EshopResources {
        bill: <<::stack::__private::If<
            __bill_is_kind,
        > as ::stack::__private::Choose<__Kind1>>::References>::of("bill"),
        shared: ::stack::__private::SharedReferences::of("shared"),
    };
    static __REFERENCES: __Resources = __RESOURCES;
    static __USERS: [::stack::__private::User; 1usize] = [
        ::stack::__private::User {
            name: "bill",
            properties: &[],
            kind: <__Kind1 as ::stack::__private::Kind>::USES,
            acyclic_properties: <__Kind1 as ::stack::__private::Kind>::ACYCLIC_PROPERTIES,
        },
    ];
    static __GRAPH: ::stack::__private::Graph<
        1usize,
        { ::stack::__private::count(&__USERS) },
    > = ::stack::__private::Graph::new(&__USERS);
    const _: () = <<::stack::__private::If<
        __bill_is_kind,
    > as ::stack::__private::Choose<
        __Kind1,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    const _: fn(Eshop) -> Eshop = |__stack| Eshop { bill: __stack.bill };
    const _: () = {
        #[automatically_derived]
        impl ::stack::__private::Stack for Eshop {
            type Resources = __Resources;
            const NAME: &'static str = "Eshop";
            const RESOURCES: __Resources = __RESOURCES;
            const TABLE: &'static [::stack::__private::ResourceParams] = &[
                ::stack::__private::ResourceParams {
                    name: "bill",
                    params: &<<::stack::__private::If<
                        __bill_is_kind,
                    > as ::stack::__private::Choose<__Kind1>>::References>::of("bill")
                        .list(),
                },
                ::stack::__private::ResourceParams {
                    name: "shared",
                    params: &::stack::__private::SharedReferences::of("shared").list(),
                },
            ];
            const SOURCE_FILE: &'static str = ::stack::__private::core::file!();
            const PACKAGE: &'static str = ::stack::__private::core::env!(
                "CARGO_PKG_NAME"
            );
            const OWN_VPC: bool = false;
            fn build(
                __builder: &mut ::stack::__private::Builder,
            ) -> ::stack::__private::core::result::Result<
                (),
                ::stack::__private::Error,
            > {
                ::stack::__private::core::result::Result::Ok(())
            }
        }
    };
};
