//! What was looked up of an optimized integration: machines call few, again and again.

use crate::services::Action;
use crate::services::sdk::Structure;

/// What the service's own model says of an integration.
#[derive(Clone, Copy)]
pub(super) struct KnownApi {
    pub(super) of: &'static Action,
    pub(super) structure: Option<Structure<'static>>,
}
