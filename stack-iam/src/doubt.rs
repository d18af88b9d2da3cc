//! What a state may need besides, and nothing tells: for people to decide.

/// What is not known of a call.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// The state's name.
    pub state: String,
    /// What it calls: `rds:createDBInstance`.
    pub call: String,
    /// What is not known.
    pub open: Open,
    /// IAM's actions that it is about.
    pub actions: Vec<String>,
}

/// What is not known of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Whether IAM has the action by that name: AWS's reference does not.
    Name,
    /// What the service does with a key that is named.
    Key,
    /// On what those actions are needed, if they are.
    Resource,
}

/// So many actions are told.
const MAX_LISTED: usize = 4;

impl Doubt {
    /// The doubt, without the state's name.
    pub fn text(&self) -> String {
        let call = &self.call;
        match self.open {
            Open::Name => format!(
                "calls `{call}`, and AWS's list of permissions has no `{}`: the role may lack what it needs",
                self.actions.join(" ")
            ),
            Open::Key => format!("calls `{call}` with a key, and what it needs of that key is not known"),
            Open::Resource => {
                let mut listed = Vec::new();
                for action in self.actions.iter().take(MAX_LISTED) {
                    listed.push(format!("`{action}`"));
                }
                let more = match self.actions.len().saturating_sub(MAX_LISTED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                format!(
                    "calls `{call}`, which may also need {}{more}: no parameter says on what",
                    listed.join(", ")
                )
            }
        }
    }

    /// What is left of it for somebody who allows these actions, in which `*` and `?` may stand; nothing if they are all.
    pub fn beside(&self, allowed: &[&str]) -> Option<Doubt> {
        if allowed.is_empty() {
            return Some(self.clone());
        }
        // Who adds statements for something else knows what that is for.
        if self.open != Open::Resource {
            return None;
        }
        let is_open = |action: &&String| !allowed.iter().any(|pattern| is_like(action, pattern));
        let actions: Vec<String> = self.actions.iter().filter(is_open).cloned().collect();
        (!actions.is_empty()).then(|| Doubt { actions, ..self.clone() })
    }
}

/// Whether an action of IAM is one of a pattern. IAM does not tell capitals from small letters.
pub(crate) fn is_like(action: &str, pattern: &str) -> bool {
    let (action, pattern) = (action.to_ascii_lowercase(), pattern.to_ascii_lowercase());
    let (action, pattern) = (action.as_bytes(), pattern.as_bytes());
    // Where to go on if the last star has to hold one letter more.
    let (mut at, mut of, mut star) = (0, 0, None);
    while let Some(letter) = action.get(at) {
        match pattern.get(of) {
            Some(b'*') => {
                star = Some((at, of));
                of += 1;
            }
            Some(known) if known == letter || *known == b'?' => {
                at += 1;
                of += 1;
            }
            _ => {
                let Some((after, place)) = star else { return false };
                star = Some((after + 1, place));
                at = after + 1;
                of = place + 1;
            }
        }
    }
    pattern.get(of..).unwrap_or_default().iter().all(|letter| *letter == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_actions() {
        for (pattern, is) in [
            ("s3:getobject", true),
            ("s3:Get*", true),
            ("*", true),
            ("s3:Get?bject", true),
            ("s3:*Object", true),
            ("s3:Put*", false),
            ("s3:GetObjec", false),
            ("s3:Get*s", false),
        ] {
            assert_eq!(is_like("s3:GetObject", pattern), is, "{pattern}");
        }
    }

    #[test]
    fn what_is_allowed_is_no_doubt_any_more() {
        let actions = vec!["rds:CreateTenantDatabase".to_owned(), "secretsmanager:CreateSecret".to_owned()];
        let doubt =
            Doubt { state: "a".into(), call: "rds:createDBInstance".into(), open: Open::Resource, actions };
        assert_eq!(
            doubt.beside(&["rds:*"]).map(|it| it.text()).as_deref(),
            Some(
                "calls `rds:createDBInstance`, which may also need `secretsmanager:CreateSecret`: no parameter says on what"
            )
        );
        assert!(doubt.beside(&["*"]).is_none() && doubt.beside(&[]).is_some());
    }
}
