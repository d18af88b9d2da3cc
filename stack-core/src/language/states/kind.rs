//! The types of state by name.

/// The one list of types: what `$with` makes of the lines `Type => file`.
macro_rules! for_each_state_kind {
    ($with:ident) => {
        $with! {
            Task => task,
            Pass => pass,
            Choice => choice,
            Wait => wait,
            Succeed => succeed,
            Fail => fail,
            Parallel => parallel,
            Map => map,
        }
    };
}
pub(super) use for_each_state_kind;

macro_rules! state_kinds {
    ($($kind:ident => $file:ident,)*) => {
        /// The type of a state.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum StateKind {
            $(#[doc = concat!("`", stringify!($kind), "`")] $kind,)*
        }

        impl StateKind {
            /// All types, in the order of AWS's documentation.
            pub const ALL: &'static [StateKind] = &[$(StateKind::$kind,)*];
            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($kind),)*];

            /// The word that `Type` holds.
            pub const fn name(self) -> &'static str {
                match self {
                    $(StateKind::$kind => stringify!($kind),)*
                }
            }

            /// The type of that name, letter for letter.
            pub fn from_name(name: &str) -> Option<StateKind> {
                match name {
                    $(stringify!($kind) => Some(StateKind::$kind),)*
                    _ => None,
                }
            }
        }
    };
}

for_each_state_kind!(state_kinds);
