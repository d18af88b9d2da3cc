//! Resources that are complete only once others are there: what names them is created after those, too.

use crate::template::intrinsics::find_id;
use crate::template::resource::Resource;
use std::collections::HashMap;

/// A resource, and what has to be there before others use it.
#[derive(Debug)]
pub(crate) struct Prerequisite {
    /// Its logical id.
    pub(crate) resource: String,
    /// The logical ids of the others.
    pub(crate) needs: Vec<String>,
}

/// Creates whatever names such a resource after the others.
///
/// This makes no cycle: the others need the resource itself, and are needed by nothing else.
pub(crate) fn apply(resources: &mut [Resource], prerequisites: &[Prerequisite]) {
    let mut of_resource: HashMap<&str, usize> = HashMap::new();
    for (index, prerequisite) in prerequisites.iter().enumerate() {
        of_resource.insert(&prerequisite.resource, index);
    }
    // A role or a policy uses nothing: it allows others to.
    let uses = |resource: &&mut Resource| !resource.cfn_type().starts_with("AWS::IAM::");
    for resource in resources.iter_mut().filter(uses) {
        let mut found = Vec::new();
        find_id(resource.properties(), &mut |id| {
            if let Some(&index) = of_resource.get(id) {
                found.extend_from_slice(&prerequisites[index].needs);
            }
            false
        });
        found.sort_unstable();
        found.dedup();
        for id in found {
            resource.depends_on(id);
        }
    }
}
