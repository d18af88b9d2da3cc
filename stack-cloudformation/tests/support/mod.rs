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
            const SOURCE_FILE: &'static str = file!();
            const PACKAGE: &'static str = env!("CARGO_PKG_NAME");
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

/// Definitions as tests write them: `@0`, `@1`, .. stand for the holes, which expansions have in a table beside the
/// text.
#[allow(dead_code, reason = "not every test has machines")]
pub(crate) mod marked {
    /// How many holes such a text has.
    pub(crate) const fn count(text: &str) -> usize {
        let (bytes, mut at, mut count) = (text.as_bytes(), 0, 0);
        while at < bytes.len() {
            count += (bytes[at] == b'@') as usize;
            at += 1;
        }
        count
    }

    /// The text with `null` in their place, which is `N` bytes long.
    pub(crate) const fn text<const N: usize>(marked: &str) -> [u8; N] {
        let (bytes, mut from, mut to) = (marked.as_bytes(), 0, 0);
        let mut text = [0; N];
        while from < bytes.len() {
            let (mut written, passed): (&[u8], _) = match bytes.split_at(from).1 {
                [b'@', ..] => (b"null", "@0".len()),
                rest => (rest.split_at(1).0, 1),
            };
            from += passed;
            while let [first, rest @ ..] = written {
                text[to] = *first;
                to += 1;
                written = rest;
            }
        }
        text
    }

    /// How long a place is, with the blank behind it.
    pub(crate) const PLACE: usize = "000057:0 ".len();

    /// The places of the holes, which are `N` bytes long.
    pub(crate) const fn places<const N: usize>(marked: &str) -> [u8; N] {
        let (bytes, mut at, mut i) = (marked.as_bytes(), 0, 0);
        let mut places = [b' '; N];
        while at < bytes.len() {
            if bytes[at] == b'@' {
                let mut place = at + i * ("null".len() - "@0".len());
                let mut digit = "000057".len();
                while digit > 0 {
                    digit -= 1;
                    places[i * PLACE + digit] = b'0' + (place % 10) as u8;
                    place /= 10;
                }
                places[i * PLACE + "000057".len()] = b':';
                places[i * PLACE + "000057:".len()] = bytes[at + 1];
                i += 1;
            }
            at += 1;
        }
        places
    }

    /// The bytes as text.
    pub(crate) const fn utf_8(bytes: &[u8]) -> &str {
        match core::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => panic!("it was UTF-8 before"),
        }
    }
}

/// A machine with this definition; `@0`, `@1`, .. are the holes.
#[macro_export]
macro_rules! machine {
    ($name:ident $type:ident $text:literal $($hole:expr),*) => {
        $crate::machine! { $name $type ($text) $($hole),* }
    };
    ($name:ident $type:ident ($text:expr) $($hole:expr),*) => {
        struct $name;
        impl stack_cloudformation::machine::Machine for $name {
            const NAME: &'static str = stringify!($name);
            const TYPE: stack_cloudformation::machine::MachineType =
                stack_cloudformation::machine::MachineType::$type;
            const DEFINITION: stack_cloudformation::machine::Definition = {
                use $crate::support::marked;
                const MARKED: &str = $text;
                const HOLES: usize = marked::count(MARKED);
                const WITH_NULLS: &[u8] = &marked::text::<{ MARKED.len() + 2 * HOLES }>(MARKED);
                const PLACES: &[u8] = &marked::places::<{ marked::PLACE * HOLES }>(MARKED);
                stack_cloudformation::machine::Definition {
                    text: marked::utf_8(WITH_NULLS),
                    places: marked::utf_8(PLACES),
                    holes: &[$($hole),*],
                }
            };
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
