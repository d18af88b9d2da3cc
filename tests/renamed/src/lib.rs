//! A stack whose author calls the library `workflows`: the expansions name nothing else.

use workflows::prelude::*;

/// A function, what it needs, and the workflow that calls it.
#[derive(Stack)]
#[stack(crate = workflows)]
pub struct Reports {
    #[resource(entryfile_path = "src/report.ts", environment = [("AUDIT", audit.name), ("TRIES", 3)])]
    report: Function,

    #[resource(entryfile_path = "src/report.ts", log_retention = 30)]
    audit: Function,

    process: StateMachine<Process>,
}

state_machine! {
    /// Makes the report.
    #[stack(crate = workflows)]
    pub Process in Reports {
        StartAt: report,
        States: {
            report: Task {
                Resource: report.arn,
                Parameters: { kind: "daily", tries: (1 + 2) },
                End: true,
            },
        },
    }
}

state_machine! {
    /// Belongs to no stack.
    #[stack(crate = workflows)]
    pub Nothing = r#"{ "StartAt": "done", "States": { "done": { "Type": "Succeed" } } }"#;
}

#[cfg(test)]
mod tests {
    use super::{Nothing, Reports};
    use workflows::{Machine, Stack};

    #[test]
    fn the_template_is_made_under_the_other_name() {
        let template = Reports::template().expect("a template").to_json();
        for part in ["ReportFunction", "AuditFunction", "ProcessStateMachine", r#""TRIES": "3""#] {
            assert!(template.contains(part), "no {part} in {template}");
        }
        assert_eq!(Nothing::NAME, "Nothing");
    }
}
