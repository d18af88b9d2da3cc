//! JSONPath: paths, the context object, intrinsic functions.

rules! {
    absent_context_member: check check_expression,
    malformed_intrinsic,
    malformed_path,
    not_a_path,
    not_a_reference_path,
    unknown_context_member: check check_expression,
    unknown_intrinsic,
    unsupported_path_function,
    wrong_intrinsic_argument,
}
