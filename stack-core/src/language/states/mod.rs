//! The types of state, one file each with its table, and the tables of what they hold.
//!
//! A new type is one file and one line in the list of `kind`.

pub mod container;
pub mod error;
mod fields;
mod kind;

pub use kind::StateKind;

use super::spec::{Field, Spec};

macro_rules! tables {
    ($($kind:ident => $file:ident,)*) => {
        $(pub mod $file;)*

        impl StateKind {
            /// The fields that a state of the type has.
            pub fn spec(self) -> &'static Spec {
                match self {
                    $(StateKind::$kind => &$file::SPEC,)*
                }
            }
        }
    };
}

kind::for_each_state_kind!(tables);

/// The field of that name in the first type of state that has it: for reading a state
/// whose type is not known yet. Fields of one name have one shape in all types but for their ranges.
pub fn state_field(name: &str) -> Option<&'static Field> {
    StateKind::ALL.iter().find_map(|kind| kind.spec().field(name))
}

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
            assert_eq!(names.len(), spec.fields.len(), "{}", spec.label);
            for group in spec.groups {
                assert!(group.fields.iter().all(|name| names.contains(name)), "{}", spec.label);
            }
        }
    }
}
