//! Which types can be part of which stacks.

/// A type that can be part of the stack `S`: a kind of resource, or a machine that refers to resources of `S` or to
/// none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not part of the stack `{S}`",
    label = "not part of `{S}`",
    note = "a machine belongs to the stack that its declaration names: `state_machine! {{ Name in {S} .. }}`",
    note = "a kind of your own needs `impl<S> stack::BelongsTo<S> for MyKind {{}}`"
)]
pub trait BelongsTo<S> {
    /// Named by the expansion of `#[derive(Stack)]`, so that rustc demands the trait there.
    #[doc(hidden)]
    const HERE: () = ();
}
