//! Lambda: `lambda:invoke`, and functions that are a task's `Resource` themselves.

use super::grant::{Form, Grant, Named, On, When, arn};
use super::names::{FUNCTION_ARN, FUNCTION_NAME};
use super::parameter::{Parameter, Value, any, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "lambda",
    errors: &["Lambda"],
    actions: &[Action {
        name: "invoke",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("FunctionName", Value::Names(&[FUNCTION_NAME, FUNCTION_ARN])).required(),
            Parameter::new("ClientContext", Value::TextOrJson),
            text("DurableExecutionName"),
            Parameter::new("InvocationType", Value::Word(&["Event", "RequestResponse", "DryRun"])),
            Parameter::new("LogType", Value::Word(&["None", "Tail"])),
            any("Payload"),
            text("Qualifier"),
            text("TenantId"),
        ],
        grants: &[
            Grant::new(INVOKE, &[On::Named(FUNCTION)]),
            // A version or an alias beside the name is a resource of its own.
            Grant::new(INVOKE, &[On::Named(VERSIONS)]).when(When::With("Qualifier")),
        ],
        // `LogResult` is there if `LogType` asks for it.
        result: &[
            "DurableExecutionArn",
            "ExecutedVersion",
            "LogResult",
            "Payload",
            "SdkHttpMetadata",
            "SdkResponseMetadata",
            "StatusCode",
        ],
    }],
};

/// The function that is a task's `Resource` itself.
pub const INVOKE_FUNCTION: Grant =
    Grant::new(INVOKE, &[On::Named(Named { parameter: "Resource", ..FUNCTION })]);

const INVOKE: &[&str] = &["lambda:InvokeFunction"];
pub(super) const FUNCTION: Named = Named {
    parameter: "FunctionName",
    arns: function_arns,
    form: Form::Itself,
    of_text: None,
    otherwise: arn!("lambda", "function:*"),
};
const VERSIONS: Named = Named {
    arns: |text| function_arns(text).into_iter().map(|arn| format!("{arn}:*")).collect(),
    form: Form::With(":*"),
    ..FUNCTION
};

/// The function, or its version or alias, that is named.
/// The text is a name, `name:alias`, `account:function:name` or an ARN.
fn function_arns(text: &str) -> Vec<String> {
    vec![if text.starts_with("arn:") {
        text.to_owned()
    } else if text.contains(":function:") {
        format!("arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:{text}")
    } else {
        arn("lambda", &format!("function:{text}"))
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_function() {
        let here = "arn:${AWS::Partition}:lambda:${AWS::Region}";
        let cases = [
            ("bill", format!("{here}:${{AWS::AccountId}}:function:bill")),
            ("bill:live", format!("{here}:${{AWS::AccountId}}:function:bill:live")),
            ("111122223333:function:bill", format!("{here}:111122223333:function:bill")),
        ];
        for (text, arn) in cases {
            assert_eq!(function_arns(text), [arn], "{text}");
        }
        let arn = "arn:aws:lambda:eu-west-1:111122223333:function:bill:2";
        assert_eq!(function_arns(arn), [arn]);
    }
}
