//! What Express workflows cannot do.

rules! {
    beyond_express_limit: check,
    unsupported_in_express: check,
}
