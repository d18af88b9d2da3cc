//! The text of a definition as such, and what is silenced in it.

rules! {
    duplicate_key: check,
    exposed_secret: check_expression,
    json_syntax,
    not_a_definition,
    not_silenceable,
    too_deep,
    too_large,
    unfilled_placeholder,
    unknown_placeholder,
    unknown_rule,
}
