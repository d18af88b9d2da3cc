//! What a service's file says.

use crate::grant::Grant;

/// A service with optimized integrations.
#[derive(Debug)]
pub(super) struct Service {
    /// Its name in a `Resource`: `dynamodb`.
    pub(super) name: &'static str,
    /// Its integrations by their names after the service's, and what the role of a machine has to allow for each.
    pub(super) actions: &'static [(&'static str, &'static [Grant])],
}

/// The grants of an integration that IAM does not know.
pub(super) const NO_PERMISSION_NEEDED: &[Grant] = &[];
