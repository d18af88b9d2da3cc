//! `state_machine!` and `#[derive(Stack)]`.
