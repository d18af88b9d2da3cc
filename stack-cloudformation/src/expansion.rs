//! What the expansion of `#[derive(Stack)]` needs so that one mistake of the user gives one error.
//!
//! rustc reports every consequence of a type that is no kind of resource, in many places. The expansion
//! asks first, and goes on with types that cannot fail.

use crate::kind::Kind;
use crate::param::AnyParam;
use crate::stack::BelongsTo;
use std::marker::PhantomData;

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
    type References = NotAKind;
}

/// Stands for a type that is no kind, and for its references.
#[derive(Clone, Copy, Debug)]
pub struct NotAKind;

#[diagnostic::do_not_recommend]
impl<S> BelongsTo<S> for NotAKind {}

impl NotAKind {
    /// No references.
    pub const fn of(_: &'static str) -> Self {
        NotAKind
    }

    /// None of them.
    pub const fn list(self) -> [AnyParam; 0] {
        []
    }
}

#[cfg(test)]
mod tests {
    use super::{Choose, If, NotAKind, Otherwise as _, Probe};
    use crate::kinds::Function;

    #[test]
    fn a_kind_goes_on_as_itself_and_another_type_as_none() {
        const FUNCTION: bool = Probe::<Function>::IS_KIND;
        const TEXT: bool = Probe::<String>::IS_KIND;
        let _: <If<FUNCTION> as Choose<Function>>::References = crate::kinds::FunctionReferences::of("bill");
        let none: <If<TEXT> as Choose<String>>::References = NotAKind::of("bill");
        assert!(none.list().is_empty());
    }
}
