//! The text of a definition as such, and what is silenced in it.

rules! {
    duplicate_key: check,
    json_syntax,
    not_silenceable,
    too_deep,
    unfilled_placeholder,
    unknown_placeholder,
    unknown_rule,
}
