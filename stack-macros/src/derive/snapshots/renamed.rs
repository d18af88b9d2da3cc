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
    struct EmptyResources {
        pub shared: workflows::inner::__private::SharedReferences,
    }
    type __Resources = EmptyResources;
    const __RESOURCES: __Resources = EmptyResources {
        shared: workflows::inner::__private::SharedReferences::of("shared"),
    };
    static __REFERENCES: __Resources = __RESOURCES;
    static __USERS: [workflows::inner::__private::User; 0usize] = [];
    static __GRAPH: workflows::inner::__private::Graph<
        0usize,
        { workflows::inner::__private::count(&__USERS) },
    > = workflows::inner::__private::Graph::new(&__USERS);
    const _: fn(Empty) -> Empty = |__stack| Empty {};
    #[automatically_derived]
    impl workflows::inner::__private::Stack for Empty {
        type Resources = __Resources;
        const NAME: &'static str = "Empty";
        const RESOURCES: __Resources = __RESOURCES;
        const TABLE: &'static [workflows::inner::__private::Named] = &[
            workflows::inner::__private::Named {
                name: "shared",
                params: &workflows::inner::__private::SharedReferences::of("shared")
                    .list(),
            },
        ];
        const MANIFEST_DIR: &'static str = workflows::inner::__private::core::env!(
            "CARGO_MANIFEST_DIR"
        );
        const OWN_VPC: bool = true;
        fn build(
            __builder: &mut workflows::inner::__private::Builder,
        ) -> workflows::inner::__private::core::result::Result<
            (),
            workflows::inner::__private::Error,
        > {
            workflows::inner::__private::core::result::Result::Ok(())
        }
    }
};
