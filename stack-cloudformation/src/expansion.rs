//! What the expansion of `#[derive(Stack)]` needs so that one mistake of the user gives one error.
//!
//! rustc reports every consequence of a type that is no kind of resource, in many places. The expansion
//! asks first, and goes on with types that cannot fail.

use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::connect::Connect;
use crate::references::param::Anything;
use std::marker::PhantomData;

/// The type itself: with it, an alias of one word is underlined like the whole type.
pub type Same<T> = T;

/// The list itself, without its length in its type.
pub const fn list<T>(list: &[T]) -> &[T] {
    list
}

/// Asks whether `T` is a kind: `Probe::<T>::IS_KIND`, with [`Otherwise`] in scope.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Kind> Probe<T> {
    /// It is: rustc prefers this constant to that of [`Otherwise`].
    pub const IS_KIND: bool = true;
}

/// The answer for all other types.
pub trait Otherwise {
    /// It is not.
    const IS_KIND: bool = false;
}

impl<T> Otherwise for Probe<T> {}

/// Whether a type is a kind.
#[derive(Debug)]
pub struct If<const IS_KIND: bool>;

/// What to go on with.
pub trait Choose<T> {
    /// What may be part of a stack.
    type Part;
    /// What others may refer to.
    type References: Copy + 'static;
}

impl<K: Kind> Choose<K> for If<true> {
    type Part = K;
    type References = K::References;
}

impl<T> Choose<T> for If<false> {
    type Part = NotAKind;
    type References = NotReferences;
}

/// Stands for a type that is no kind.
#[derive(Clone, Copy, Debug)]
pub struct NotAKind;

#[diagnostic::do_not_recommend]
impl<S> BelongsTo<S> for NotAKind {}

crate::references! {
    /// Stands for the references of a type that is no kind: those that kinds have, each of which fits everywhere.
    pub struct NotReferences {
        /// An ARN.
        arn: Anything = Ref("");
        /// An archive's ARN.
        archive_arn: Anything = Ref("");
        /// An id.
        id: Anything = Ref("");
        /// A job definition's ARN.
        job_definition_arn: Anything = Ref("");
        /// A job queue's ARN.
        job_queue_arn: Anything = Ref("");
        /// A log group's ARN.
        log_group_arn: Anything = Ref("");
        /// A name.
        name: Anything = Ref("");
        /// A state machine's ARN.
        state_machine_arn: Anything = Ref("");
        /// A stream's ARN.
        stream_arn: Anything = Ref("");
        /// A URL.
        url: Anything = Ref("");
        /// A value.
        value: Anything = Ref("");
    }
}

#[diagnostic::do_not_recommend]
impl Connect for NotReferences {
    const GRANTS: &'static [(&'static [&'static str], &'static [&'static str])] = &[];
    const VARIABLES: &'static [&'static str] = &[];
}

#[cfg(test)]
mod tests {
    use super::{Choose, If, NotReferences, Otherwise as _, Probe};
    use crate::kinds::Function;

    #[test]
    fn a_kind_goes_on_as_itself_and_another_type_as_none() {
        const FUNCTION: bool = Probe::<Function>::IS_KIND;
        const TEXT: bool = Probe::<String>::IS_KIND;
        let _: <If<FUNCTION> as Choose<Function>>::References = crate::kinds::FunctionReferences::of("bill");
        let none: <If<TEXT> as Choose<String>>::References = NotReferences::of("bill");
        assert!(none.list().iter().all(|param| param.is_anything()));
    }
}
