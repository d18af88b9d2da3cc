//! Errors: their names, retriers and catchers.

rules! {
    catch_all_not_alone: check,
    catch_all_not_last: check,
    catch_loop: check,
    impossible_error: check,
    ineffective_retry_field: check,
    misspelt_reserved_error: check,
    misspelt_service_error: check,
    reserved_error_raised: check,
    shadowed_error_name: check,
    unknown_reserved_error: check,
    unthrown_error: check,
    wildcard_error_name: check,
}
