//! How precise the policies are, in numbers.

use super::role::Role;
use stack_iam::{Precision, policy};

/// Counts over all roles.
#[derive(Debug, Default)]
struct Stats {
    statements: usize,
    exact: usize,
    /// `*`, because IAM, or our table, knows no narrower resource of the actions.
    without: usize,
    /// `*`, or all that there may be, because a parameter is known at run time only.
    dynamic: usize,
    /// The same because no parameter tells.
    implicit: usize,
    /// `*` although a parameter has a text that names something.
    unparsed: usize,
}

/// The counts, a line each.
pub(super) fn text(roles: &[Role]) -> String {
    let mut stats = Stats::default();
    for role in roles {
        stats.statements += policy(&role.derived.requirements).statements().len();
        for resource in role.derived.requirements.iter().flat_map(|it| &it.resources) {
            *match resource.precision {
                Precision::Exact if resource.is_all() => &mut stats.without,
                Precision::Exact => &mut stats.exact,
                Precision::Dynamic(_) => &mut stats.dynamic,
                Precision::Implicit(_) => &mut stats.implicit,
                Precision::Unparsed(_) => &mut stats.unparsed,
            } += 1;
        }
    }
    let Stats { statements, exact, without, dynamic, implicit, unparsed } = stats;
    format!(
        "machines: {}\nstatements: {statements}\nresources that are known: {exact}\n\
         `*`, no narrower resource is known of the actions: {without}\n\
         wider, known at run time only: {dynamic}\nwider, in no parameter: {implicit}\n\
         wider, where a name or an ARN was there: {unparsed}\n",
        roles.len()
    )
}
