//! Stacks and machines as the macros would expand them, for tests of this crate alone.

/// A stack of resources with the properties that an expression sets on the kind's own.
#[macro_export]
macro_rules! stack {
    ($name:ident { $($field:ident: $kind:ty = |$new:ident| $properties:expr,)* }) => {
        $crate::stack! { $name(own_vpc = false) { $($field: $kind = |$new| $properties,)* } }
    };
    ($name:ident(own_vpc = $own:literal) { $($field:ident: $kind:ty = |$new:ident| $properties:expr,)* }) => {
        struct $name;
        impl stack_cloudformation::stack::Stack for $name {
            type Resources = ();
            const NAME: &'static str = stringify!($name);
            const RESOURCES: () = ();
            const TABLE: &'static [stack_cloudformation::find::ResourceParams] = &[];
            const MANIFEST_DIR: &'static str = env!("CARGO_MANIFEST_DIR");
            const OWN_VPC: bool = $own;
            fn build(
                builder: &mut stack_cloudformation::kind::Builder,
            ) -> Result<(), stack_cloudformation::error::Error> {
                use stack_cloudformation::kind::Kind;
                $({
                    const PROPERTIES: <$kind as Kind>::Properties = {
                        let $new = <$kind as Kind>::NEW;
                        $properties
                    };
                    const _: () = PROPERTIES.check(&stack_cloudformation::uses::Uses::new(stringify!($field), &[]));
                    <$kind as stack_cloudformation::kind::Kind>::add(builder, stringify!($field), &PROPERTIES)?;
                })*
                let _ = builder;
                Ok(())
            }
        }
    };
}

/// A machine with this definition; `@0`, `@1`, .. are the holes.
#[macro_export]
macro_rules! machine {
    ($name:ident $type:ident $text:literal $($hole:expr),*) => {
        struct $name;
        impl stack_cloudformation::machine::Machine for $name {
            const NAME: &'static str = stringify!($name);
            const TYPE: stack_cloudformation::machine::MachineType =
                stack_cloudformation::machine::MachineType::$type;
            const DEFINITION: stack_cloudformation::machine::Definition =
                stack_cloudformation::machine::Definition { text: $text, holes: &[$($hole),*] };
            const USES: &'static [stack_cloudformation::uses::Use] = &[];
        }
    };
}

/// Tests that setters and checks refuse something, and with which words.
#[macro_export]
macro_rules! refused {
    ($($name:ident: $expression:expr => $text:literal;)*) => {$(
        #[test]
        #[should_panic(expected = $text)]
        fn $name() {
            let _ = $expression;
        }
    )*};
}

/// Tests that setters and checks accept something.
#[macro_export]
macro_rules! accepted {
    ($($name:ident: $($expression:expr),*;)*) => {$(
        #[test]
        fn $name() {
            $(let _ = $expression;)*
        }
    )*};
}

/// Uses of the resource `it` by a resource `other`.
#[macro_export]
macro_rules! used {
    ($($param:literal),*) => {
        &stack_cloudformation::uses::Uses::new("it", const { &[stack_cloudformation::uses::User {
            name: "other",
            properties:
                &[$(stack_cloudformation::uses::Use { resource: "it", param: $param, property: "" }),*],
            kind: &[],
            acyclic_properties: &[],
        }] })
    };
}
