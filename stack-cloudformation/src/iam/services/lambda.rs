//! `lambda:invoke`, and functions that are a task's `Resource` themselves.

use super::{Field, Form, Grant, Integration, Target, When, arn};

pub(super) const INTEGRATIONS: &[Integration] = &[Integration {
    name: "lambda:invoke",
    grants: &[Grant {
        actions: &["lambda:InvokeFunction"],
        on: &[Target::Field(Field {
            name: "FunctionName",
            attribute: "Arn",
            forms: &[Form::Itself, Form::With(":*")],
            arns: function_arns,
        })],
        when: When::Always,
    }],
}];

/// A function and its versions and aliases, or the one that is named.
/// The text is a name, `name:alias`, `account:function:name` or an ARN.
pub(crate) fn function_arns(text: &str) -> Vec<String> {
    let (arn, qualified) = if text.starts_with("arn:") {
        (text.to_owned(), text.split(':').count() > 7)
    } else if let Some((_, name)) = text.split_once(":function:") {
        (format!("arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:{text}"), name.contains(':'))
    } else {
        (arn("lambda", &format!("function:{text}")), text.contains(':'))
    };
    if qualified { vec![arn] } else { vec![arn.clone(), format!("{arn}:*")] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_function() {
        let here = "arn:${AWS::Partition}:lambda:${AWS::Region}";
        let account = "${AWS::AccountId}";
        let cases: [(&str, Vec<String>); 5] = [
            (
                "bill",
                vec![format!("{here}:{account}:function:bill"), format!("{here}:{account}:function:bill:*")],
            ),
            ("bill:live", vec![format!("{here}:{account}:function:bill:live")]),
            (
                "111122223333:function:bill",
                vec![
                    format!("{here}:111122223333:function:bill"),
                    format!("{here}:111122223333:function:bill:*"),
                ],
            ),
            (
                "arn:aws:lambda:eu-west-1:111122223333:function:bill",
                vec![
                    "arn:aws:lambda:eu-west-1:111122223333:function:bill".to_owned(),
                    "arn:aws:lambda:eu-west-1:111122223333:function:bill:*".to_owned(),
                ],
            ),
            (
                "arn:aws:lambda:eu-west-1:111122223333:function:bill:2",
                vec!["arn:aws:lambda:eu-west-1:111122223333:function:bill:2".to_owned()],
            ),
        ];
        for (text, arns) in cases {
            assert_eq!(function_arns(text), arns, "{text}");
        }
    }
}
