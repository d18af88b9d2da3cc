//! Variables: names, assignments, scopes.

rules! {
    invalid_variable_name: check,
    possibly_unassigned_variable: check,
    shadowed_variable: check,
    unassigned_variable: check,
}
