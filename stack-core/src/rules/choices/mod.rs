//! Choice states: rules that never hold, comparisons that cannot be.

rules! {
    late_presence_check: check,
    malformed_pattern: check,
    missing_comparison: check,
    missing_default: check,
    pointless_choice: check,
    unreachable_choice: check,
}
