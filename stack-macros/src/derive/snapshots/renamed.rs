//! The expansion of a stack that names the library anew.

#[doc(hidden)]
#[allow(
    non_upper_case_globals,
    private_interfaces,
    unreachable_pub,
    unused_qualifications
)]
const _: () = {
    #[allow(unused_imports)]
    use workflows::inner::__private::Otherwise as _;
    type __Kind1 = Function;
    const __bill_is_kind: bool = workflows::inner::__private::Probe::<__Kind1>::IS_KIND;
    struct EshopResources {
        pub bill: <workflows::inner::__private::If<
            __bill_is_kind,
        > as workflows::inner::__private::Choose<__Kind1>>::References,
        pub shared: workflows::inner::__private::SharedReferences,
    }
    type __Resources = EshopResources;
    const __RESOURCES: __Resources = EshopResources {
        bill: <<workflows::inner::__private::If<
            __bill_is_kind,
        > as workflows::inner::__private::Choose<__Kind1>>::References>::of("bill"),
        shared: workflows::inner::__private::SharedReferences::of("shared"),
    };
    static __REFERENCES: __Resources = __RESOURCES;
    static __USERS: [workflows::inner::__private::User; 1usize] = [
        workflows::inner::__private::User {
            name: "bill",
            properties: &[],
            kind: <__Kind1 as workflows::inner::__private::Kind>::USES,
            acyclic_properties: <__Kind1 as workflows::inner::__private::Kind>::ACYCLIC_PROPERTIES,
        },
    ];
    static __GRAPH: workflows::inner::__private::Graph<
        1usize,
        { workflows::inner::__private::count(&__USERS) },
    > = workflows::inner::__private::Graph::new(&__USERS);
    const _: () = <<workflows::inner::__private::If<
        __bill_is_kind,
    > as workflows::inner::__private::Choose<
        __Kind1,
    >>::Part as workflows::inner::__private::BelongsTo<Eshop>>::HERE;
    const _: fn(Eshop) -> Eshop = |__stack| Eshop { bill: __stack.bill };
    const _: () = {
        static __bill: <__Kind1 as workflows::inner::__private::Kind>::Properties = {
            let __properties: <__Kind1 as workflows::inner::__private::Kind>::Properties = <__Kind1 as workflows::inner::__private::Kind>::NEW;
            __properties.check(&__GRAPH.uses(0usize));
            __GRAPH.refuse_cycle(0usize);
            __properties
        };
        #[automatically_derived]
        impl workflows::inner::__private::Stack for Eshop {
            type Resources = __Resources;
            const NAME: &'static str = "Eshop";
            const RESOURCES: __Resources = __RESOURCES;
            const TABLE: &'static [workflows::inner::__private::ResourceParams] = &[
                workflows::inner::__private::ResourceParams {
                    name: "bill",
                    params: &<<workflows::inner::__private::If<
                        __bill_is_kind,
                    > as workflows::inner::__private::Choose<
                        __Kind1,
                    >>::References>::of("bill")
                        .list(),
                },
                workflows::inner::__private::ResourceParams {
                    name: "shared",
                    params: &workflows::inner::__private::SharedReferences::of("shared")
                        .list(),
                },
            ];
            const SOURCE_FILE: &'static str = workflows::inner::__private::core::file!();
            const PACKAGE: &'static str = workflows::inner::__private::core::env!(
                "CARGO_PKG_NAME"
            );
            const OWN_VPC: bool = true;
            fn build(
                __builder: &mut workflows::inner::__private::Builder,
            ) -> workflows::inner::__private::core::result::Result<
                (),
                workflows::inner::__private::Error,
            > {
                <__Kind1 as workflows::inner::__private::Kind>::add(
                    __builder,
                    "bill",
                    &__bill,
                )?;
                workflows::inner::__private::core::result::Result::Ok(())
            }
        }
    };
};
