//! What the expansion of `#[derive(Stack)]` needs so that one mistake of the user gives one error.
//!
//! rustc reports everything that does not follow from a type that is no kind of resource. These types
//! let the expansion ask first, or give what would be the second error another, silent way out.

use crate::kind::Kind;
use crate::stack::BelongsTo;
use std::marker::PhantomData;

/// In scope where the expansion calls `of` on a kind's references, and implemented by no type.
///
/// Of the references of a type that is no kind nothing is known, and rustc would add to its error that
/// an unknown type has no function `of`. With this trait it has one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no function `of`",
    label = "needed of a kind's `References`",
    note = "declare `{Self}` with `stack::references!`"
)]
pub trait NotReferences: Sized {
    /// The references of the resource of that name.
    fn of(resource: &'static str) -> Self;
}

/// Asks whether `T` is a kind: `Probe::<T>::IS_KIND`, with [`NoKind`] in scope.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Kind> Probe<T> {
    /// It is: this constant goes before that of [`NoKind`].
    pub const IS_KIND: bool = true;
}

/// The answer for all other types.
pub trait NoKind {
    /// It is not.
    const IS_KIND: bool = false;
}

impl<T> NoKind for Probe<T> {}

/// A condition.
#[derive(Debug)]
pub struct If<const CONDITION: bool>;

/// A type if a condition holds.
pub trait Choose<T> {
    /// `T`, or [`Anything`].
    type Chosen;
}

impl<T> Choose<T> for If<true> {
    type Chosen = T;
}

impl<T> Choose<T> for If<false> {
    type Chosen = Anything;
}

/// A type that may be part of every stack.
#[derive(Debug)]
pub enum Anything {}

impl<S> BelongsTo<S> for Anything {}
