//! What stands where: the core's tables, asked member by member.

use stack_core::language::spec::{Field, Shape, Spec};
use stack_core::language::state_field;
use stack_core::language::states::{StateKind, container};
use stack_core::similar::nearest;

/// What a value is to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// The value of a known field.
    Shape(Shape),
    /// A state.
    State,
    /// The value of a field that is not known. The core reports the field, so the reader takes
    /// whatever it holds.
    Unknown,
}

/// What the members of an object are to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fields {
    /// The fields of the table.
    Of(&'static Spec),
    /// The fields of a state, of that type if it is known.
    State(Option<StateKind>),
    /// States.
    States,
    /// Parts of a payload.
    Payload,
    /// Not known.
    Unknown,
}

/// The machine itself.
pub(crate) const ROOT: Place = Place::Shape(Shape::Object(&container::MACHINE));

impl Place {
    /// What the members of an object are, if one stands here.
    pub(crate) fn fields(self) -> Fields {
        match self {
            Place::State => Fields::State(None),
            Place::Unknown => Fields::Unknown,
            Place::Shape(Shape::States) => Fields::States,
            Place::Shape(Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
                Fields::Of(spec)
            }
            Place::Shape(_) => Fields::Payload,
        }
    }

    /// What the items of an array are, if one stands here.
    pub(crate) fn item(self) -> Place {
        match self {
            Place::Unknown => Place::Unknown,
            Place::Shape(Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
                Place::Shape(Shape::Object(spec))
            }
            Place::Shape(Shape::ErrorNames) => Place::Shape(Shape::ErrorName),
            Place::Shape(Shape::StringList) => Place::Shape(Shape::Text),
            // No array belongs here, which the core reports: its items are no faults of their own.
            Place::State | Place::Shape(Shape::StateName | Shape::Word(_) | Shape::ErrorName) => {
                Place::Unknown
            }
            _ => Place::Shape(Shape::Payload),
        }
    }

    /// Whether it is a task's `Resource`, or its like.
    pub(crate) fn is_resource(self) -> bool {
        matches!(self, Place::Shape(Shape::Resource))
    }
}

impl Fields {
    /// What the member of that name is, and its name in the table.
    pub(crate) fn member(self, key: &str) -> (Place, Option<&'static str>) {
        let field = match self {
            Fields::Of(spec) => spec.field(key),
            Fields::State(Some(kind)) => kind.spec().field(key).or_else(|| state_field(key)),
            Fields::State(None) => state_field(key),
            Fields::States => return (Place::State, None),
            Fields::Payload => return (Place::Shape(Shape::Payload), None),
            Fields::Unknown => None,
        };
        match field {
            Some(field) => (Place::Shape(field.shape), Some(field.name)),
            None => (self.meant(key).map_or(Place::Unknown, |field| Place::Shape(field.shape)), None),
        }
    }

    /// The field that a misspelt one is read as. The core reports its name; what stands in it is no fault of its own.
    fn meant(self, key: &str) -> Option<&'static Field> {
        let spec = match self {
            Fields::Of(spec) => spec,
            Fields::State(Some(kind)) => kind.spec(),
            _ => return None,
        };
        spec.field(nearest(key, spec.fields.iter().map(|field| field.name))?)
    }

    /// The same, now that the member `Type` is known.
    pub(crate) fn with_type(self, word: &str) -> Self {
        match self {
            Fields::State(None) => Fields::State(StateKind::from_name(word)),
            other => other,
        }
    }
}
