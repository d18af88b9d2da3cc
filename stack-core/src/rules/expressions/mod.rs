//! JSONata: expressions, and texts that were meant to be some.

rules! {
    embedded_expression: check,
    hidden_function: check_expression,
    malformed_expression: check_expression,
    unclosed_expression: check,
    unevaluated_expression,
    unknown_function: check_expression,
    unknown_states_member: check_expression,
    unsupported_reference: check_expression,
    wrong_expression_type: check_expression,
    wrong_function_argument: check_expression,
    wrong_operand: check_expression,
}
