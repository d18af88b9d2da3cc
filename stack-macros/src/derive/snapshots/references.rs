//! The expansion of a stack whose resources refer to others.

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
    const __type_is_kind: bool = ::stack::__private::Probe::<__Kind1>::IS_KIND;
    type __Kind2 = Function;
    const __notify_is_kind: bool = ::stack::__private::Probe::<__Kind2>::IS_KIND;
    type __Kind3 = StateMachine<BuyingProcess>;
    const __process_is_kind: bool = ::stack::__private::Probe::<
        ::stack::__private::Same<__Kind3>,
    >::IS_KIND;
    pub(crate) struct EshopResources {
        pub r#type: <::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<__Kind1>>::References,
        pub notify: <::stack::__private::If<
            __notify_is_kind,
        > as ::stack::__private::Choose<__Kind2>>::References,
        pub process: <::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<::stack::__private::Same<__Kind3>>>::References,
        pub shared: ::stack::__private::SharedReferences,
    }
    type __Resources = EshopResources;
    const __RESOURCES: __Resources = EshopResources {
        r#type: <<::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<__Kind1>>::References>::of("type"),
        notify: <<::stack::__private::If<
            __notify_is_kind,
        > as ::stack::__private::Choose<__Kind2>>::References>::of("notify"),
        process: <<::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<
            ::stack::__private::Same<__Kind3>,
        >>::References>::of("process"),
        shared: ::stack::__private::SharedReferences::of("shared"),
    };
    static __REFERENCES: __Resources = __RESOURCES;
    static __USERS: [::stack::__private::User; 3usize] = [
        ::stack::__private::User {
            name: "type",
            properties: &[
                ::stack::__private::Use {
                    resource: "notify",
                    param: "lambda_function.arn",
                    property: "environment",
                },
            ],
            kind: <__Kind1 as ::stack::__private::Kind>::USES,
            acyclic_properties: <__Kind1 as ::stack::__private::Kind>::ACYCLIC_PROPERTIES,
        },
        ::stack::__private::User {
            name: "notify",
            properties: &[
                ::stack::__private::Use {
                    resource: "shared",
                    param: "",
                    property: "policy",
                },
                ::stack::__private::Use {
                    resource: "type",
                    param: "",
                    property: "connect_to",
                },
                ::stack::__private::Use {
                    resource: "process",
                    param: "",
                    property: "connect_to",
                },
            ],
            kind: <__Kind2 as ::stack::__private::Kind>::USES,
            acyclic_properties: <__Kind2 as ::stack::__private::Kind>::ACYCLIC_PROPERTIES,
        },
        ::stack::__private::User {
            name: "process",
            properties: &[],
            kind: <::stack::__private::Same<__Kind3> as ::stack::__private::Kind>::USES,
            acyclic_properties: <::stack::__private::Same<
                __Kind3,
            > as ::stack::__private::Kind>::ACYCLIC_PROPERTIES,
        },
    ];
    static __GRAPH: ::stack::__private::Graph<
        3usize,
        { ::stack::__private::count(&__USERS) },
    > = ::stack::__private::Graph::new(&__USERS);
    const _: () = <<::stack::__private::If<
        __type_is_kind,
    > as ::stack::__private::Choose<
        __Kind1,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    const _: () = <<::stack::__private::If<
        __notify_is_kind,
    > as ::stack::__private::Choose<
        __Kind2,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    const _: () = <<::stack::__private::If<
        __process_is_kind,
    > as ::stack::__private::Choose<
        ::stack::__private::Same<__Kind3>,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    const _: fn(Eshop) -> Eshop = |__stack| Eshop {
        r#type: __stack.r#type,
        notify: __stack.notify,
        process: __stack.process,
    };
    const _: () = {
        static __type: <__Kind1 as ::stack::__private::Kind>::Properties = {
            let __properties: <__Kind1 as ::stack::__private::Kind>::Properties = <__Kind1 as ::stack::__private::Kind>::NEW;
            __properties
                .environment(
                    &[
                        ("STAGE", ::stack::__private::Arg("dev").value()),
                        (
                            "NEXT",
                            ::stack::__private::Arg(
                                    __REFERENCES.notify.lambda_function.arn,
                                )
                                .value(),
                        ),
                    ],
                )
        };
        static __notify: <__Kind2 as ::stack::__private::Kind>::Properties = {
            const shared: ::stack::__private::SharedReferences = ::stack::__private::SharedReferences::of(
                "shared",
            );
            let __properties: <__Kind2 as ::stack::__private::Kind>::Properties = <__Kind2 as ::stack::__private::Kind>::NEW;
            __properties.policy(allow(shared, [1, 2][0]))
        };
    };
    const _: () = {
        static __notify: <__Kind2 as ::stack::__private::Kind>::Properties = {
            const r#type: <::stack::__private::If<
                __type_is_kind,
            > as ::stack::__private::Choose<__Kind1>>::References = <<::stack::__private::If<
                __type_is_kind,
            > as ::stack::__private::Choose<__Kind1>>::References>::of("type");
            const process: <::stack::__private::If<
                __process_is_kind,
            > as ::stack::__private::Choose<
                ::stack::__private::Same<__Kind3>,
            >>::References = <<::stack::__private::If<
                __process_is_kind,
            > as ::stack::__private::Choose<
                ::stack::__private::Same<__Kind3>,
            >>::References>::of("process");
            let __properties: <__Kind2 as ::stack::__private::Kind>::Properties = <__Kind2 as ::stack::__private::Kind>::NEW;
            __properties
                .connect_to(
                    &[
                        ::stack::__private::Connection::new(
                            r#type,
                            "type",
                            const { &r#type.list() },
                        ),
                        ::stack::__private::Connection::new(
                            process,
                            "process",
                            const { &process.list() },
                        ),
                    ],
                )
        };
    };
    const _: () = {
        static __type: <__Kind1 as ::stack::__private::Kind>::Properties = {
            let mut __properties: <__Kind1 as ::stack::__private::Kind>::Properties = <__Kind1 as ::stack::__private::Kind>::NEW;
            __properties = __properties.memory(512);
            __properties = __properties.url(true);
            __properties = __properties
                .environment(
                    &[
                        ("STAGE", ::stack::__private::Arg("dev").value()),
                        (
                            "NEXT",
                            ::stack::__private::Arg(
                                    __REFERENCES.notify.lambda_function.arn,
                                )
                                .value(),
                        ),
                    ],
                );
            __properties.check(&__GRAPH.uses(0usize));
            __GRAPH.refuse_cycle(0usize);
            __properties
        };
        static __notify: <__Kind2 as ::stack::__private::Kind>::Properties = {
            let mut __properties: <__Kind2 as ::stack::__private::Kind>::Properties = <__Kind2 as ::stack::__private::Kind>::NEW;
            __properties = __properties.layers(&["a", "b"]);
            __properties = {
                const shared: ::stack::__private::SharedReferences = ::stack::__private::SharedReferences::of(
                    "shared",
                );
                __properties.policy(allow(shared, [1, 2][0]))
            };
            __properties = {
                const r#type: <::stack::__private::If<
                    __type_is_kind,
                > as ::stack::__private::Choose<__Kind1>>::References = <<::stack::__private::If<
                    __type_is_kind,
                > as ::stack::__private::Choose<__Kind1>>::References>::of("type");
                const process: <::stack::__private::If<
                    __process_is_kind,
                > as ::stack::__private::Choose<
                    ::stack::__private::Same<__Kind3>,
                >>::References = <<::stack::__private::If<
                    __process_is_kind,
                > as ::stack::__private::Choose<
                    ::stack::__private::Same<__Kind3>,
                >>::References>::of("process");
                __properties
                    .connect_to(
                        &[
                            ::stack::__private::Connection::new(
                                r#type,
                                "type",
                                const { &r#type.list() },
                            ),
                            ::stack::__private::Connection::new(
                                process,
                                "process",
                                const { &process.list() },
                            ),
                        ],
                    )
            };
            __properties.check(&__GRAPH.uses(1usize));
            __GRAPH.refuse_cycle(1usize);
            __properties
        };
        static __process: <::stack::__private::Same<
            __Kind3,
        > as ::stack::__private::Kind>::Properties = {
            let __properties: <::stack::__private::Same<
                __Kind3,
            > as ::stack::__private::Kind>::Properties = <::stack::__private::Same<
                __Kind3,
            > as ::stack::__private::Kind>::NEW;
            __properties.check(&__GRAPH.uses(2usize));
            __GRAPH.refuse_cycle(2usize);
            __properties
        };
        #[automatically_derived]
        impl ::stack::__private::Stack for Eshop {
            type Resources = __Resources;
            const NAME: &'static str = "Eshop";
            const RESOURCES: __Resources = __RESOURCES;
            const TABLE: &'static [::stack::__private::ResourceParams] = &[
                ::stack::__private::ResourceParams {
                    name: "type",
                    params: &<<::stack::__private::If<
                        __type_is_kind,
                    > as ::stack::__private::Choose<__Kind1>>::References>::of("type")
                        .list(),
                },
                ::stack::__private::ResourceParams {
                    name: "notify",
                    params: &<<::stack::__private::If<
                        __notify_is_kind,
                    > as ::stack::__private::Choose<__Kind2>>::References>::of("notify")
                        .list(),
                },
                ::stack::__private::ResourceParams {
                    name: "process",
                    params: &<<::stack::__private::If<
                        __process_is_kind,
                    > as ::stack::__private::Choose<
                        ::stack::__private::Same<__Kind3>,
                    >>::References>::of("process")
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
                __builder.know(&__USERS);
                <__Kind1 as ::stack::__private::Kind>::add(__builder, "type", &__type)?;
                <__Kind2 as ::stack::__private::Kind>::add(
                    __builder,
                    "notify",
                    &__notify,
                )?;
                <::stack::__private::Same<
                    __Kind3,
                > as ::stack::__private::Kind>::add(__builder, "process", &__process)?;
                ::stack::__private::core::result::Result::Ok(())
            }
        }
    };
};
