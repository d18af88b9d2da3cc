//! The eight types of state, one file each, and the fields they share.
//!
//! A new type is one file with its table and one line in the list.

pub(crate) mod assign;
pub mod container;
pub mod error;

use crate::spec::{Field, Group, Shape, Spec};

macro_rules! state_kinds {
    ($($kind:ident => $file:ident,)*) => {
        $(pub mod $file;)*

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

            /// The fields that a state of the type has.
            pub fn spec(self) -> &'static Spec {
                match self {
                    $(StateKind::$kind => &$file::SPEC,)*
                }
            }
        }
    };
}

state_kinds! {
    Task => task,
    Pass => pass,
    Choice => choice,
    Wait => wait,
    Succeed => succeed,
    Fail => fail,
    Parallel => parallel,
    Map => map,
}

const TYPE: Field = Field::new("Type", Shape::Word(StateKind::NAMES)).required();
const COMMENT: Field = Field::new("Comment", Shape::Text);
const QUERY_LANGUAGE: Field = Field::new("QueryLanguage", Shape::Word(&["JSONPath", "JSONata"]));
const NEXT: Field = Field::new("Next", Shape::StateName);
const END: Field = Field::new("End", Shape::Bool);
const INPUT_PATH: Field = Field::new("InputPath", Shape::Path).jsonpath().nullable();
const OUTPUT_PATH: Field = Field::new("OutputPath", Shape::Path).jsonpath().nullable();
/// AWS's documentation asks for an object; whether another value is refused is not confirmed.
const PARAMETERS: Field = Field::new("Parameters", Shape::Template).jsonpath().unsure();
const RESULT_SELECTOR: Field = Field::new("ResultSelector", Shape::Template).jsonpath();
const RESULT_PATH: Field = Field::new("ResultPath", Shape::ReferencePath).jsonpath().nullable();
/// The specification allows any JSON value.
const ARGUMENTS: Field = Field::new("Arguments", Shape::Template).jsonata().expression().unsure();
const OUTPUT: Field = Field::new("Output", Shape::Payload).jsonata().expression().nullable();
const ASSIGN: Field = Field::new("Assign", Shape::Template);
const RETRY: Field = Field::new("Retry", Shape::OpenList(&error::RETRIER));
const CATCH: Field = Field::new("Catch", Shape::OpenList(&error::CATCHER));
/// Which resource it is, only whole rules can judge.
const RESOURCE: Field = Field::new("Resource", Shape::Resource);

/// Where the flow goes after a state that does not choose.
const FLOW: Group = Group::exactly_one(&["Next", "End"]);

#[cfg(test)]
mod tests {
    use super::StateKind;
    use std::collections::HashSet;

    #[test]
    fn names_lead_back_to_their_types() {
        for &kind in StateKind::ALL {
            assert_eq!(StateKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(StateKind::from_name("task"), None);
    }

    #[test]
    fn tables_name_each_field_once_and_groups_name_fields() {
        for kind in StateKind::ALL {
            let spec = kind.spec();
            let names: HashSet<_> = spec.fields.iter().map(|field| field.name).collect();
            assert_eq!(names.len(), spec.fields.len(), "{}", spec.what);
            for group in spec.groups {
                assert!(group.fields.iter().all(|name| names.contains(name)), "{}", spec.what);
            }
        }
    }
}
