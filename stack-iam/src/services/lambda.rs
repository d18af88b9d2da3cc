//! Lambda: `lambda:invoke`, and functions that are a task's `Resource` themselves.

use super::service::Service;
use crate::grant::{ArnPattern, Grant, NamedResource, Target, When, arn};

pub(super) static SERVICE: Service = Service {
    name: "lambda",
    actions: &[(
        "invoke",
        &[
            Grant::new(INVOKE, &[Target::Named(FUNCTION)]),
            // A version or an alias beside the name is a resource of its own.
            Grant::new(INVOKE, &[Target::Named(VERSIONS)]).when(When::With("Qualifier")),
        ],
    )],
};

/// The function that is a task's `Resource` itself.
pub(crate) const INVOKE_FUNCTION: Grant =
    Grant::new(INVOKE, &[Target::Named(NamedResource { parameter: "Resource", ..FUNCTION })]);

const INVOKE: &[&str] = &["lambda:InvokeFunction"];
pub(crate) const FUNCTION: NamedResource = NamedResource {
    parameter: "FunctionName",
    arns: |text| vec![function_arn(text)],
    of_arn: ArnPattern::Itself,
    of_text: None,
    otherwise: arn!("lambda", "function:*"),
};

const VERSIONS: NamedResource = NamedResource {
    arns: |text| vec![function_arn(text) + ":*"],
    of_arn: ArnPattern::WithSuffix(":*"),
    ..FUNCTION
};

/// The function, or its version or alias, that is named.
/// The text is a name, `name:alias`, `account:function:name` or an ARN.
fn function_arn(text: &str) -> String {
    if text.starts_with("arn:") {
        text.to_owned()
    } else if text.contains(":function:") {
        format!("arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:{text}")
    } else {
        arn("lambda", &format!("function:{text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_functions_name() {
        let here = "arn:${AWS::Partition}:lambda:${AWS::Region}";
        let cases = [
            ("bill", format!("{here}:${{AWS::AccountId}}:function:bill")),
            ("bill:live", format!("{here}:${{AWS::AccountId}}:function:bill:live")),
            ("111122223333:function:bill", format!("{here}:111122223333:function:bill")),
        ];
        for (text, arn) in cases {
            assert_eq!(function_arn(text), arn, "{text}");
        }
        let arn = "arn:aws:lambda:eu-west-1:111122223333:function:bill:2";
        assert_eq!(function_arn(arn), arn);
    }
}
