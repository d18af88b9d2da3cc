//! Whether IAM has an action that somebody wrote, and which one is meant if not.

use crate::authorization;
use crate::doubt::is_like;
use crate::sdk;
use stack_core::similar::nearest;

/// An action that IAM does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownAction {
    /// The one that is meant, if that can be told.
    pub meant: Option<String>,
}

/// Whether IAM lacks that action, such as `dynamodb:GetItem`; `*` and `?` may stand in its name. A new action that AWS's
/// reference does not have yet is known if it is called as a call of the AWS SDK, and so is one of a service that is like
/// none.
pub fn unknown_action(action: &str) -> Option<UnknownAction> {
    let Some((prefix, name)) = action.split_once(':') else {
        return (action != "*").then_some(UnknownAction { meant: None });
    };
    let is_pattern = |text: &str| text.contains(['*', '?']);
    // A service with a wildcard is another fault.
    if is_pattern(prefix) {
        return None;
    }
    let Some(service) = authorization::service(prefix) else {
        if sdk::calls(prefix).next().is_some() {
            return None;
        }
        // A service that is like none may be newer than the reference.
        let meant = nearest(prefix, authorization::prefixes()).map(|near| format!("{near}:{name}"))?;
        let is_known = unknown_action(&meant).is_none();
        return Some(UnknownAction { meant: is_known.then_some(meant) });
    };
    let names: Vec<String> = service.actions().map(|action| action.name).collect();
    if names.iter().any(|known| is_like(known, name)) {
        return None;
    }
    for (call, actions) in sdk::calls(prefix) {
        let is_own = |it: &String| it.split_once(':').is_some_and(|(_, own)| own == call);
        let meant = actions.into_iter().find(|it| !is_own(it));
        match meant {
            None if is_like(&call, name) => return None,
            Some(meant) if call.eq_ignore_ascii_case(name) => {
                return Some(UnknownAction { meant: Some(meant) });
            }
            _ => {}
        }
    }
    let near = if is_pattern(name) { None } else { nearest(name, names.iter().map(String::as_str)) };
    Some(UnknownAction { meant: near.map(|near| format!("{prefix}:{near}")) })
}

#[cfg(test)]
mod tests {
    use super::unknown_action;

    #[test]
    fn actions_that_there_are() {
        for action in [
            "*",
            "dynamodb:*",
            "dynamodb:GetItem",
            "DynamoDB:getitem",
            "s3:Get*",
            "s3:GetObjec?",
            "iam:PassRole",
            // Newer than the reference.
            "glue:CreateGlossary",
            "neverheardof:Thing",
        ] {
            assert_eq!(unknown_action(action), None, "{action}");
        }
    }

    #[test]
    fn actions_that_there_are_not() {
        for (action, meant) in [
            ("dynamodb:GetItm", Some("dynamodb:GetItem")),
            ("dynamdb:GetItem", Some("dynamodb:GetItem")),
            // Calls of the SDK that have permissions of other names.
            ("s3:ListObjectsV2", Some("s3:ListBucket")),
            ("lambda:Invoke", Some("lambda:InvokeFunction")),
            ("s3:Gte*", None),
            ("GetItem", None),
        ] {
            let found = unknown_action(action).unwrap_or_else(|| panic!("{action}"));
            assert_eq!(found.meant.as_deref(), meant, "{action}");
        }
    }
}
