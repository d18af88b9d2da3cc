//! ## What it checks
//! The functions in a path, such as `.length()`, are those of Step Functions' JSONPath.
//!
//! ## Why
//! AWS accepts the definition, but no execution gets past a function that does not exist. Those that calculate (`sum`,
//! `min`, `max`, `avg`, `stddev`) were reported to find nothing, too; of them it is a warning.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "count.$": "$.items.count()" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "count.$": "$.items.length()" }, "End": true }
//! ```
//!
//! ## Source
//! The functions of Jayway's JsonPath, which AWS uses. `$.Jobs.sum()` was accepted, and executions failed with
//! `could not be found in the input` (reported to AWS re:Post).

use crate::finding::names;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Site;
use crate::similar::near;

pub static RULE: Rule = Rule {
    id: "unsupported-path-function",
    severity: Severity::Deny,
    source: include_str!("unsupported_path_function.rs"),
};

/// Nothing is known against these.
const KNOWN: [&str; 8] = ["length", "size", "keys", "first", "last", "index", "concat", "append"];
/// Jayway has these, but they were reported to fail.
const REPORTED: [&str; 5] = ["sum", "min", "max", "avg", "stddev"];

/// Reports a function that stands in a path, at an offset of the text, if it fails.
pub(crate) fn report(name: &str, site: Site, text: &str, offset: usize, out: &Findings) {
    if KNOWN.contains(&name) {
        return;
    }
    let exists = REPORTED.contains(&name);
    let message = match exists {
        true => format!("paths of Step Functions find nothing with `{name}()`"),
        false => format!("there is no function `{name}()` in paths"),
    };
    let report = out.report(&RULE, site, message).warns_if(exists).inside(text, offset, name.len().max(1));
    match near(name, KNOWN) {
        _ if exists => report.help("in a JSONata state, use a function such as `$sum`"),
        Some(near) => {
            let edit = Edit::part(site, offset, name.len(), near.name);
            report.help(Suggestion::did_you_mean(&format!("{}()", near.name), edit, false))
        }
        None => report.help(format!("there are {}", names(KNOWN))),
    };
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn functions_that_fail() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "$.Jobs.sum()", "b.$": "$.Jobs.lenght()", "c.$": "States.Format('{}', $.x.count())" }, "InputPath": "$.a.foo()", "End": true }
                                                        //^^^^^^^^^^^^^^ unsupported-path-function (warning): paths of Step Functions find nothing with `sum()`
                                                        // help: in `$.Jobs.sum()`
                                                        //                  ^^^
                                                        // help: in a JSONata state, use a function such as `$sum`
                                                                               //^^^^^^^^^^^^^^^^^ unsupported-path-function: there is no function `lenght()` in paths
                                                                               // help: in `$.Jobs.lenght()`
                                                                               //                  ^^^^^^
                                                                               // help: did you mean `length()`?
                                                                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-path-function: there is no function `count()` in paths
                                                                                                         // help: in `States.Format('{}', $.x.count())`
                                                                                                         //                                   ^^^^^
                                                                                                         // help: there are `length`, `size`, `keys`, `first`, `last`, `index`, `concat`, `append`
                                                                                                                                                            //^^^^^^^^^^^ unsupported-path-function: there is no function `foo()` in paths
                                                                                                                                                            // help: in `$.a.foo()`
                                                                                                                                                            //               ^^^
                                                                                                                                                            // help: there are `length`, `size`, `keys`, `first`, `last`, `index`, `concat`, `append`
        "#]]);
    }

    #[test]
    fn functions_that_there_are_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "$.Jobs.length()", "b.$": "$['sum()']", "c.$": "$.a[?(@.b.length() > 1)]" }, "End": true }
        "#]]);
    }
}
