//! `lambda:invoke`, and functions that are a task's `Resource` themselves.

use super::{Field, Form, Grant, Integration, Target, When, arn};

pub(super) const INTEGRATIONS: &[Integration] = &[Integration {
    name: "lambda:invoke",
    grants: &[
        Grant {
            actions: INVOKE,
            on: &[Target::Field(Field {
                name: "FunctionName",
                attribute: "Arn",
                forms: &[Form::Itself],
                arns: function_arns,
            })],
            when: When::Always,
        },
        // A version or an alias beside the name is a resource of its own.
        Grant {
            actions: INVOKE,
            on: &[Target::Field(Field {
                name: "FunctionName",
                attribute: "Arn",
                forms: &[Form::With(":*")],
                arns: |text| function_arns(text).into_iter().map(|arn| format!("{arn}:*")).collect(),
            })],
            when: When::With("Qualifier"),
        },
    ],
}];

const INVOKE: &[&str] = &["lambda:InvokeFunction"];

/// The function, or its version or alias, that is named.
/// The text is a name, `name:alias`, `account:function:name` or an ARN.
pub(crate) fn function_arns(text: &str) -> Vec<String> {
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
