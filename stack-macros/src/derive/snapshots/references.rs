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
    const __type_is_kind: bool = ::stack::__private::Probe::<Function>::IS_KIND;
    const __notify_is_kind: bool = ::stack::__private::Probe::<Function>::IS_KIND;
    const __process_is_kind: bool = ::stack::__private::Probe::<
        StateMachine<BuyingProcess>,
    >::IS_KIND;
    pub(crate) struct EshopResources {
        pub r#type: <::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<Function>>::References,
        pub notify: <::stack::__private::If<
            __notify_is_kind,
        > as ::stack::__private::Choose<Function>>::References,
        pub process: <::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<StateMachine<BuyingProcess>>>::References,
        pub shared: ::stack::__private::SharedReferences,
    }
    type __Resources = EshopResources;
    const __RESOURCES: __Resources = EshopResources {
        r#type: <<::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<Function>>::References>::of("type"),
        notify: <<::stack::__private::If<
            __notify_is_kind,
        > as ::stack::__private::Choose<Function>>::References>::of("notify"),
        process: <<::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<
            StateMachine<BuyingProcess>,
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
            kind: <Function as ::stack::__private::Kind>::USES,
            leaves: <Function as ::stack::__private::Kind>::LEAVES,
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
            kind: <Function as ::stack::__private::Kind>::USES,
            leaves: <Function as ::stack::__private::Kind>::LEAVES,
        },
        ::stack::__private::User {
            name: "process",
            properties: &[],
            kind: <StateMachine<BuyingProcess> as ::stack::__private::Kind>::USES,
            leaves: <StateMachine<BuyingProcess> as ::stack::__private::Kind>::LEAVES,
        },
    ];
    static __GRAPH: ::stack::__private::Graph<
        3usize,
        { ::stack::__private::count(&__USERS) },
    > = ::stack::__private::Graph::new(&__USERS);
    static __type: <Function as ::stack::__private::Kind>::Properties = {
        let mut __properties: <Function as ::stack::__private::Kind>::Properties = <Function as ::stack::__private::Kind>::NEW;
        __properties = __properties.memory(512);
        __properties = __properties.url(true);
        __properties = __properties
            .environment(
                &[
                    ("STAGE", ::stack::__private::Arg("dev").value()),
                    (
                        "NEXT",
                        ::stack::__private::Arg(__REFERENCES.notify.lambda_function.arn)
                            .value(),
                    ),
                ],
            );
        __properties.check(&__GRAPH.uses(0usize));
        __GRAPH.refuse_cycle(0usize);
        __properties
    };
    const _: () = <<::stack::__private::If<
        __type_is_kind,
    > as ::stack::__private::Choose<
        Function,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    static __notify: <Function as ::stack::__private::Kind>::Properties = {
        const shared: ::stack::__private::SharedReferences = ::stack::__private::SharedReferences::of(
            "shared",
        );
        const r#type: <::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<Function>>::References = <<::stack::__private::If<
            __type_is_kind,
        > as ::stack::__private::Choose<Function>>::References>::of("type");
        const process: <::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<StateMachine<BuyingProcess>>>::References = <<::stack::__private::If<
            __process_is_kind,
        > as ::stack::__private::Choose<
            StateMachine<BuyingProcess>,
        >>::References>::of("process");
        let mut __properties: <Function as ::stack::__private::Kind>::Properties = <Function as ::stack::__private::Kind>::NEW;
        __properties = __properties.layers(&["a", "b"]);
        __properties = __properties.policy(allow(shared, [1, 2][0]));
        __properties = __properties
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
            );
        __properties.check(&__GRAPH.uses(1usize));
        __GRAPH.refuse_cycle(1usize);
        __properties
    };
    const _: () = <<::stack::__private::If<
        __notify_is_kind,
    > as ::stack::__private::Choose<
        Function,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    static __process: <StateMachine<
        BuyingProcess,
    > as ::stack::__private::Kind>::Properties = {
        let __properties: <StateMachine<
            BuyingProcess,
        > as ::stack::__private::Kind>::Properties = <StateMachine<
            BuyingProcess,
        > as ::stack::__private::Kind>::NEW;
        __properties.check(&__GRAPH.uses(2usize));
        __GRAPH.refuse_cycle(2usize);
        __properties
    };
    const _: () = <<::stack::__private::If<
        __process_is_kind,
    > as ::stack::__private::Choose<
        StateMachine<BuyingProcess>,
    >>::Part as ::stack::__private::BelongsTo<Eshop>>::HERE;
    const _: fn(Eshop) -> Eshop = |__stack| Eshop {
        r#type: __stack.r#type,
        notify: __stack.notify,
        process: __stack.process,
    };
    #[automatically_derived]
    impl ::stack::__private::Stack for Eshop {
        type Resources = __Resources;
        const NAME: &'static str = "Eshop";
        const RESOURCES: __Resources = __RESOURCES;
        const TABLE: &'static [::stack::__private::Named] = &[
            ::stack::__private::Named {
                name: "type",
                params: &<<::stack::__private::If<
                    __type_is_kind,
                > as ::stack::__private::Choose<Function>>::References>::of("type")
                    .list(),
            },
            ::stack::__private::Named {
                name: "notify",
                params: &<<::stack::__private::If<
                    __notify_is_kind,
                > as ::stack::__private::Choose<Function>>::References>::of("notify")
                    .list(),
            },
            ::stack::__private::Named {
                name: "process",
                params: &<<::stack::__private::If<
                    __process_is_kind,
                > as ::stack::__private::Choose<
                    StateMachine<BuyingProcess>,
                >>::References>::of("process")
                    .list(),
            },
            ::stack::__private::Named {
                name: "shared",
                params: &::stack::__private::SharedReferences::of("shared").list(),
            },
        ];
        const MANIFEST_DIR: &'static str = ::stack::__private::core::env!(
            "CARGO_MANIFEST_DIR"
        );
        const OWN_VPC: bool = false;
        fn build(
            __builder: &mut ::stack::__private::Builder,
        ) -> ::stack::__private::core::result::Result<(), ::stack::__private::Error> {
            <Function as ::stack::__private::Kind>::add(__builder, "type", &__type)?;
            <Function as ::stack::__private::Kind>::add(__builder, "notify", &__notify)?;
            <StateMachine<
                BuyingProcess,
            > as ::stack::__private::Kind>::add(__builder, "process", &__process)?;
            ::stack::__private::core::result::Result::Ok(())
        }
    }
};
