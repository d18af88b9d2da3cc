//! States and the transitions between them.

rules! {
    duplicate_state: check,
    endless_container: check,
    no_path_to_end: check,
    no_terminal_state: check,
    redundant_end: check,
    state_name_length: check,
    unknown_target: check,
    unreachable_state: check,
}
