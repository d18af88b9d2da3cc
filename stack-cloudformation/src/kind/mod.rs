//! The trait that makes a type a kind of resource, for `stack`'s own kinds and for users'.

mod belongs_to;
pub(crate) mod builder;
pub mod connect;
pub(crate) mod own_network;
mod role;
pub mod scope;
mod values;

pub use belongs_to::BelongsTo;
pub use builder::Builder;

use crate::error::Error;
use crate::references::uses::Use;
use scope::Scope;

/// A kind of resource, such as [`Function`](crate::kinds::Function): the type of a field of a
/// `#[derive(Stack)]` struct. The module `own_kind` of the crate `stack` has a whole example, as has
/// [`Scope`].
///
/// `#[resource(memory = 512)] f: MyKind` expands to `<MyKind as Kind>::NEW.memory(512)`. So properties are set by
/// `const fn` setters on [`Kind::Properties`], `fn(self, value) -> Self`, and rustc itself reports a misspelt one. Const
/// code cannot call trait methods on stable Rust, so a few functions are inherent ones by convention:
///
/// - on `Properties`: the setters, each of which looks only at its own value, because the derive also calls it on `NEW`
///   without the others, so that every wrong value is reported at once;
/// - and `const fn check(&self, used: &Uses)`, which looks at combinations of properties and at the parameters that
///   others use, and panics with a message for the user. Mark all of them `#[track_caller]`, so that rustc points at
///   the user's code.
/// - on `References`: `const fn of(resource: &'static str) -> Self` and
///   `const fn list(self) -> [AnyParam; N]`, both made by [`references!`](crate::references).
///
/// `overrides` is not a setter: the derive reads it, for every kind.
///
/// A kind also says which stacks it can be part of: `impl<S> BelongsTo<S> for MyKind {}`
/// ([`BelongsTo`]).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a kind of resource",
    label = "not a kind of resource",
    note = "kinds are those of `stack::kinds`, such as `Function`, or a type of your own that implements `stack::Kind`"
)]
pub trait Kind: Sized + 'static {
    /// What `#[resource(..)]` sets.
    type Properties: Sync + 'static;
    /// What others may refer to: `bill_customer.arn`.
    type References: Copy + 'static;
    /// The properties before any is set.
    const NEW: Self::Properties;
    /// The parameters that its type refers to (a state machine's definition does). What stands in
    /// `#[resource(..)]` is not counted here.
    const USES: &'static [Use] = &[];
    /// Properties that only affect CloudFormation resources that no reference leads to, so that what these properties
    /// refer to is not cyclic: a function may know the URL of the API whose route calls it.
    const ACYCLIC_PROPERTIES: &'static [&'static str] = &[];

    /// Adds the resource's CloudFormation resources to the template.
    fn emit(properties: &Self::Properties, scope: &mut Scope<'_>) -> Result<(), Error>;

    /// Adds the resource `name` to the template.
    #[doc(hidden)]
    fn add(builder: &mut Builder, name: &'static str, properties: &Self::Properties) -> Result<(), Error> {
        Self::emit(properties, &mut Scope::new(builder, name))
    }
}
