//! Whether references fit where they stand, in const code, and which resources of the stack would.

use crate::compile_time::compare::same;
use crate::compile_time::message::ConstText;
use crate::references::find::ResourceParams;
use crate::references::machine::Hole;
use crate::references::param::AnyParam;
use stack_core::services::referent::Referent;

/// Stops the compilation if a task cannot run what the parameter in the hole names, and says what it
/// could. `place` starts the message: `file.json:3:14: `, or nothing.
#[track_caller]
pub const fn require_runnable(hole: &Hole, table: &[ResourceParams], place: &str) {
    let Hole::Param(param) = hole else { return };
    // A parameter without a resource was not found, and is reported by `find::require`.
    if param.runs || param.resource.is_empty() {
        return;
    }
    let text = ConstText::new().push(place).push("a task cannot run `").push(param.resource).push(".");
    let text = text.push(param.name).push("`, which is ").push(param.referent.label());
    match integration(param) {
        Some((integration, parameter)) => {
            let text = text.push("\nhelp: `").push(integration).push("` takes it as its `").push(parameter);
            text.push("`").fail()
        }
        None => Expected::Runnable.help(text, param, table).fail(),
    }
}

/// The integration that most likely was meant, and the parameter of it that takes the reference.
const fn integration(param: &AnyParam) -> Option<(&'static str, &'static str)> {
    if param.referent.is(Referent::ArnOfStateMachine) {
        Some(("states:startExecution", "StateMachineArn"))
    } else if param.referent.is(Referent::ArnOfJobDefinition) {
        Some(("batch:submitJob", "JobDefinition"))
    } else if param.referent.is(Referent::ArnOfTopic) {
        Some(("sns:publish", "TopicArn"))
    } else {
        None
    }
}

/// Stops the compilation if the parameter in the hole is none of `names`, which are all that the task's
/// parameter `parameter` takes, and says what would fit. `place` is as in [`require_runnable`].
///
/// A parameter of the kind [`Text`](crate::references::param::Text) may be anything.
#[track_caller]
pub const fn require_named(
    hole: &Hole,
    parameter: &str,
    names: &[Referent],
    table: &[ResourceParams],
    place: &str,
) {
    let Hole::Param(param) = hole else { return };
    let expected = Expected::Named(names);
    if param.resource.is_empty() || expected.accepts(param) {
        return;
    }
    let mut text = ConstText::new().push(place).push("`").push(parameter).push("` takes ");
    let mut i = 0;
    while i < names.len() {
        let between = if i == 0 { "" } else { if i + 1 == names.len() { " or " } else { ", " } };
        text = text.push(between).push(names[i].label());
        i += 1;
    }
    let text = text.push(", and `").push(param.resource).push(".").push(param.name).push("` is ");
    expected.help(text.push(param.referent.label()), param, table).fail()
}

/// The parameter, if it is one of `names`, which are all that the property takes. Stops the compilation if not, and
/// says what to write.
#[track_caller]
pub(crate) const fn require(property: &str, param: AnyParam, names: &[Referent], write: &str) -> AnyParam {
    if Expected::Named(names).accepts(&param) {
        return param;
    }
    let text = ConstText::new().push("`").push(property).push("` takes ").push(write).push(", and `");
    let text = text.push(param.resource).push(".").push(param.name).push("` is ");
    let text = text.push(param.referent.label());
    if param.referent.is_of_the_same(names[0]) {
        text.push("\nhelp: did you mean `").push(param.resource).push(".arn`?").fail()
    }
    text.fail()
}

/// What fits.
#[derive(Clone, Copy)]
enum Expected<'a> {
    /// What a task can run.
    Runnable,
    /// These.
    Named(&'a [Referent]),
}

impl Expected<'_> {
    /// Whether the parameter may stand there: it fits, or it is unknown what it is.
    const fn accepts(self, param: &AnyParam) -> bool {
        self.fits(param) || param.referent.is(Referent::Text) || param.is_anything()
    }

    const fn fits(self, param: &AnyParam) -> bool {
        match self {
            Expected::Runnable => param.runs,
            Expected::Named(names) => param.referent.is_one_of(names),
        }
    }

    /// Adds a line with what would fit: parameters of the same resource if it has any, else of all.
    const fn help(self, text: ConstText, wrong: &AnyParam, table: &[ResourceParams]) -> ConstText {
        let (text, own) = self.list(text, Some(wrong.resource), table);
        if own > 0 {
            return text.push("`");
        }
        let (text, all) = self.list(text, None, table);
        if all > 0 { text.push("`") } else { text.push("\nhelp: nothing in the stack is known to fit") }
    }

    /// Adds what fits of one resource or of all, without the last quote, and its number.
    const fn list(
        self,
        mut text: ConstText,
        only: Option<&str>,
        table: &[ResourceParams],
    ) -> (ConstText, usize) {
        let (mut i, mut found) = (0, 0);
        while i < table.len() {
            let params = match only {
                Some(only) if !same(only, table[i].name) => &[],
                _ => table[i].params,
            };
            // Those of underlying resources are the resource's own ones again, if it has any.
            let own = self.has_own(params);
            let mut j = 0;
            while j < params.len() {
                let param = &params[j];
                if self.fits(param) && !(own && has_dot(param.name)) {
                    text = text.push(if found == 0 { "\nhelp: these would fit: `" } else { "`, `" });
                    text = text.push(param.resource).push(".").push(param.name);
                    found += 1;
                }
                j += 1;
            }
            i += 1;
        }
        (text, found)
    }

    /// Whether a parameter of the resource itself fits.
    const fn has_own(self, params: &[AnyParam]) -> bool {
        let mut i = 0;
        while i < params.len() {
            if !has_dot(params[i].name) && self.fits(&params[i]) {
                return true;
            }
            i += 1;
        }
        false
    }
}

const fn has_dot(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [first, others @ ..] = rest {
        if *first == b'.' {
            return true;
        }
        rest = others;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{require_named, require_runnable};
    use crate::references::find::ResourceParams;
    use crate::references::machine::Hole;
    use crate::references::param::{
        AnyParam, Attribute, JobQueueArn, Param, ParamKind, QueueArn, QueueUrl, TableName, Text,
    };
    use stack_core::services::referent::Referent;

    const fn any<K: ParamKind>(resource: &'static str, name: &'static str) -> AnyParam {
        Param::<K>::new(resource, name, "", Attribute::Ref).any()
    }

    const TABLE: &[ResourceParams] = &[
        ResourceParams {
            name: "orders",
            params: &[any::<TableName>("orders", "name"), any::<Text>("orders", "table.x")],
        },
        ResourceParams {
            name: "jobs",
            params: &[
                any::<QueueUrl>("jobs", "url"),
                any::<QueueArn>("jobs", "arn"),
                any::<QueueUrl>("jobs", "queue.url"),
            ],
        },
        ResourceParams { name: "late", params: &[any::<QueueUrl>("late", "url")] },
        ResourceParams { name: "shared", params: &[any::<JobQueueArn>("shared", "queue.arn")] },
    ];

    /// What the compiler would say; nothing if the parameter fits.
    fn said(resource: usize, param: usize, names: &'static [Referent]) -> String {
        let hole = Hole::param_by_name(TABLE[resource].params[param]);
        let said =
            std::panic::catch_unwind(|| require_named(&hole, "QueueUrl", names, TABLE, "a.json:1:2: "));
        said.err().and_then(|said| said.downcast_ref::<String>().cloned()).unwrap_or_default()
    }

    #[test]
    fn what_fits_is_said_of_the_whole_stack() {
        assert_eq!(
            said(0, 0, &[Referent::UrlOfQueue]),
            "a.json:1:2: `QueueUrl` takes a queue's URL, and `orders.name` is a table's name\n\
             help: these would fit: `jobs.url`, `late.url`"
        );
    }

    #[test]
    fn what_fits_of_the_same_resource_is_said_alone() {
        assert_eq!(
            said(1, 1, &[Referent::UrlOfQueue, Referent::NameOfTable]),
            "a.json:1:2: `QueueUrl` takes a queue's URL or a table's name, and `jobs.arn` is a queue's ARN\n\
             help: these would fit: `jobs.url`"
        );
    }

    #[test]
    fn underlying_resources_are_named_where_they_alone_fit() {
        let text = said(0, 0, &[Referent::ArnOfJobQueue]);
        assert!(text.ends_with("\nhelp: these would fit: `shared.queue.arn`"), "{text}");
        let text = said(0, 0, &[Referent::ArnOfTable, Referent::ArnOfJobQueue, Referent::ArnOfTopic]);
        assert!(text.contains("takes a table's ARN, a job queue's ARN or a topic's ARN, and"), "{text}");
        assert!(
            said(0, 0, &[Referent::ArnOfTopic]).ends_with("\nhelp: nothing in the stack is known to fit")
        );
    }

    /// A user's kind is not what AWS takes because messages call it the same.
    #[test]
    fn labels_do_not_decide_what_fits() {
        enum Namesake {}
        impl ParamKind for Namesake {
            const REFERENT: Referent = Referent::Own(Referent::UrlOfQueue.label());
        }
        let hole = Hole::param_by_name(any::<Namesake>("jobs", "url"));
        let said =
            std::panic::catch_unwind(|| require_named(&hole, "QueueUrl", &[Referent::UrlOfQueue], TABLE, ""));
        let said = said.unwrap_err().downcast_ref::<String>().cloned().unwrap();
        assert!(
            said.starts_with("`QueueUrl` takes a queue's URL, and `jobs.url` is a queue's URL"),
            "{said}"
        );
    }

    #[test]
    fn what_fits_what_may_be_anything_and_what_was_not_found_is_not_reported() {
        assert_eq!(said(0, 0, &[Referent::ArnOfTable, Referent::NameOfTable]), "");
        assert_eq!(said(0, 1, &[Referent::UrlOfQueue]), "");
        let unknown = crate::references::find::find(TABLE, "unknown", "arn");
        require_named(&Hole::param_by_name(unknown), "QueueUrl", &[Referent::UrlOfQueue], TABLE, "");
        require_runnable(&Hole::param_by_name(unknown), TABLE, "");
    }
}
