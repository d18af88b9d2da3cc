//! References by name, for strings and files: `$ResourceParam('billCustomer', 'arn')`.

use crate::compile_time::message::ConstText;
use crate::compile_time::names::{Nearest, alike};
use crate::references::param::{AnyParam, Attribute};
use stack_core::services::referent::Referent;

/// A resource's parameters by name.
#[derive(Clone, Copy, Debug)]
pub struct ResourceParams {
    /// The field.
    pub name: &'static str,
    /// Its parameters.
    pub params: &'static [AnyParam],
}

/// The parameter `param` of the resource `resource`, both compared without letter case and underscores,
/// with `::` for a dot, and `SHARED_GLOBAL` for `shared`.
///
/// What does not exist gives a parameter without a resource: [`require`] is there to report it, once.
pub const fn find(table: &[ResourceParams], resource: &str, param: &str) -> AnyParam {
    if let Some(named) = resource_of(table, resource)
        && let Some(found) = param_of(named.params, param)
    {
        return found;
    }
    let (attribute, arn) = (Attribute::Ref, Attribute::Ref);
    AnyParam { resource: "", name: "", child: "", attribute, arn, referent: Referent::Own(""), runs: false }
}

/// Stops the compilation if [`find`] finds nothing, and says what there is. `place` starts the
/// message: `file.json:3:14: `, or nothing.
#[track_caller]
pub const fn require(table: &[ResourceParams], resource: &str, param: &str, place: &str) {
    let Some(named) = resource_of(table, resource) else {
        let text = ConstText::new().push(place);
        let text = text.push("the stack has no resource `").push(resource).push("`");
        let (mut near, mut i) = (Nearest::to(resource), 0);
        while i < table.len() {
            near = near.or(table[i].name);
            i += 1;
        }
        let mut text = near.help(text);
        let mut i = 0;
        while i < table.len() {
            text = item(text, i, table[i].name);
            i += 1;
        }
        text.fail()
    };
    if param_of(named.params, param).is_none() {
        let text = ConstText::new().push(place).push("the resource `").push(named.name);
        let text = text.push("` has no parameter `").push(param);
        let (mut near, mut i) = (Nearest::to(param), 0);
        while i < named.params.len() {
            near = near.or(named.params[i].name);
            i += 1;
        }
        let mut text = near.help(text.push("`"));
        let mut i = 0;
        while i < named.params.len() {
            text = item(text, i, named.params[i].name);
            i += 1;
        }
        text.fail()
    }
}

/// The name number `i` of the list of what there is.
const fn item(text: ConstText, i: usize, name: &str) -> ConstText {
    text.push(if i == 0 { "\nhelp: it has `" } else { ", `" }).push(name).push("`")
}

const fn resource_of(table: &[ResourceParams], resource: &str) -> Option<ResourceParams> {
    let resource = if alike(resource, "SHARED_GLOBAL") { "shared" } else { resource };
    let mut i = 0;
    while i < table.len() {
        if alike(table[i].name, resource) {
            return Some(table[i]);
        }
        i += 1;
    }
    None
}

const fn param_of(params: &[AnyParam], param: &str) -> Option<AnyParam> {
    let mut i = 0;
    while i < params.len() {
        if alike(params[i].name, param) {
            return Some(params[i]);
        }
        i += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{ResourceParams, find, require};
    use crate::references::param::{AnyParam, Attribute, FunctionArn, JobQueueArn, Param};

    const ARN: AnyParam = Param::<FunctionArn>::new("bill_customer", "arn", "Function", Attribute::Ref).any();
    const LAMBDA: AnyParam =
        Param::<FunctionArn>::new("bill_customer", "lambda_function.arn", "Function", Attribute::Ref).any();
    const QUEUE: AnyParam =
        Param::<JobQueueArn>::new("shared", "batch_on_demand_job_queue.arn", "Queue", Attribute::Ref).any();
    const TABLE: &[ResourceParams] = &[
        ResourceParams { name: "bill_customer", params: &[ARN, LAMBDA] },
        ResourceParams { name: "shared", params: &[QUEUE] },
    ];

    #[test]
    fn what_is_there_is_found_and_what_is_not_has_no_resource() {
        assert_eq!(find(TABLE, "billCustomer", "LambdaFunction::Arn").name, "lambda_function.arn");
        assert_eq!(find(TABLE, "SHARED_GLOBAL", "BatchOnDemandJobQueue::Arn").resource, "shared");
        assert_eq!(find(TABLE, "billCustomer", "Name").resource, "");
        assert_eq!(find(TABLE, "refund", "arn").resource, "");
    }

    #[test]
    fn what_is_there_is_not_reported() {
        require(TABLE, "billCustomer", "arn", "");
        require(TABLE, "shared", "BatchOnDemandJobQueue::Arn", "");
    }

    #[test]
    #[should_panic(
        expected = "a.json:3:4: the stack has no resource `bilCustomer`\nhelp: did you mean `bill_customer`?\nhelp: it has `bill_customer`, `shared`"
    )]
    fn a_misspelt_resource_is_reported_with_what_there_is() {
        require(TABLE, "bilCustomer", "arn", "a.json:3:4: ");
    }

    #[test]
    #[should_panic(
        expected = "the resource `bill_customer` has no parameter `url`\nhelp: it has `arn`, `lambda_function.arn`"
    )]
    fn a_parameter_that_is_like_no_other_is_reported_without_a_suggestion() {
        require(TABLE, "billCustomer", "url", "");
    }
}
