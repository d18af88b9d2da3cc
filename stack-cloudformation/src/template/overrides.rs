//! Properties that the user changes in what a kind has emitted.

use crate::compile_time::compare::starts_with;
use crate::compile_time::message::fail;
use crate::error::{Error, did_you_mean};
use crate::references::value::Value;
use crate::template::resource::Resource;
use stack_core::json::{At, Site};
use stack_core::json::{Json, Member, Node};

/// A logical id, a path into the properties with dots, and the value that is set there.
pub type Override = (&'static str, &'static str, Value);

/// Stops the compilation if the logical id cannot be that of a part of the resource, or the path is malformed. Which
/// parts exist is known only when the template is made.
#[track_caller]
pub const fn check(resource: &str, id: &str, path: &str) {
    if !starts_like(id, resource) {
        fail(&[
            "`",
            id,
            "` is not the logical id of a part of `",
            resource,
            "`: these start with the field's name in Pascal case",
        ]);
    }
    if is_gap(path) {
        fail(&[
            "a path consists of names separated by dots, such as `RedrivePolicy.maxReceiveCount`: `",
            path,
            "`",
        ]);
    }
    if starts_with(path, "Properties.") {
        fail(&["a path starts inside `Properties`: leave that word out of `", path, "`"]);
    }
}

/// Whether the id starts with the resource's name in Pascal case.
const fn starts_like(id: &str, resource: &str) -> bool {
    let (mut id, mut name, mut first) = (id.as_bytes(), resource.as_bytes(), true);
    while let [letter, rest @ ..] = name {
        name = rest;
        if *letter == b'_' {
            first = true;
            continue;
        }
        let wanted = if first { letter.to_ascii_uppercase() } else { *letter };
        first = false;
        match id {
            [found, rest @ ..] if *found == wanted => id = rest,
            _ => return false,
        }
    }
    true
}

/// Whether a name is missing: at the start, at the end or between two dots.
const fn is_gap(path: &str) -> bool {
    let (mut rest, mut empty) = (path.as_bytes(), true);
    while let [byte, others @ ..] = rest {
        if *byte == b'.' && empty {
            return true;
        }
        empty = *byte == b'.';
        rest = others;
    }
    empty
}

/// Sets the values, each in the part of the resource `owner` that it names.
pub(crate) fn apply(
    owner: &'static str,
    resources: &mut [Resource],
    overrides: Vec<(&'static str, &'static str, Node<'static>)>,
) -> Result<(), Error> {
    for (id, path, value) in overrides {
        let found = resources.iter_mut().find(|resource| resource.owner == owner && resource.id == id);
        let Some(found) = found else { return Err(unknown(owner, resources, id)) };
        // Of overrides that are written in place, the compiler has said it.
        if is_gap(path) || path.starts_with("Properties.") {
            return Err(Error::of(owner, format!("`{path}` is not a path inside `Properties`")));
        }
        let steps: Vec<&'static str> = path.split('.').collect();
        set(found.properties_mut(), &steps, value)
            .map_err(|why| Error::of(owner, format!("`{path}` cannot be set on `{id}`: {why}")))?;
    }
    Ok(())
}

fn unknown(owner: &str, resources: &[Resource], id: &str) -> Error {
    let parts: Vec<&str> =
        resources.iter().filter(|part| part.owner == owner).map(|part| part.id.as_str()).collect();
    let mut text = format!("`{id}` is not part of it{}", did_you_mean(id, &parts));
    let parts: Vec<String> = parts.iter().map(|part| format!("`{part}`")).collect();
    text.push_str(&format!("\nhelp: its parts are {}", parts.join(", ")));
    Error::of(owner, text)
}

/// Goes the steps into objects and lists, makes the objects that are missing, and sets the value at the end.
fn set(node: &mut Node<'static>, steps: &[&'static str], value: Node<'static>) -> Result<(), String> {
    let [step, rest @ ..] = steps else {
        merge(node, value);
        return Ok(());
    };
    if is_intrinsic(node) {
        return Err(format!("`{step}` would be inside an intrinsic function"));
    }
    match &mut node.json {
        Json::Object(members) => {
            let at = members.iter().position(|member| member.key.value == *step);
            match at {
                Some(at) if rest.is_empty() && matches!(value.json, Json::Null) => {
                    members.remove(at);
                    Ok(())
                }
                Some(at) => set(&mut members[at].value, rest, value),
                None if matches!(value.json, Json::Null) => Ok(()),
                None => {
                    let key = At { value: (*step).into(), site: Site::NONE };
                    let mut member = Member { key, value: Json::Object(Vec::new()).into() };
                    set(&mut member.value, rest, value)?;
                    members.push(member);
                    Ok(())
                }
            }
        }
        Json::Array(items) => {
            let count = items.len();
            match step.parse().ok().and_then(|at: usize| items.get_mut(at)) {
                Some(item) => set(item, rest, value),
                None => Err(format!("`{step}` is not a position in a list of {count}, counted from 0")),
            }
        }
        _ => Err(format!("`{step}` is looked for in something that is not an object")),
    }
}

/// Puts the members of an object into those of another; any other value takes the old one's place.
fn merge(old: &mut Node<'static>, new: Node<'static>) {
    if is_intrinsic(old) || is_intrinsic(&new) {
        *old = new;
        return;
    }
    match (&mut old.json, new.json) {
        (Json::Object(members), Json::Object(more)) => {
            for Member { key, value } in more {
                let at = members.iter().position(|member| member.key.value == key.value);
                match (at, &value.json) {
                    (Some(at), Json::Null) => drop(members.remove(at)),
                    (Some(at), _) => merge(&mut members[at].value, value),
                    (None, Json::Null) => {}
                    (None, _) => members.push(Member { key, value }),
                }
            }
        }
        (old, new) => *old = new,
    }
}

/// `{"Ref": ..}` and the like are values, not objects with members.
fn is_intrinsic(node: &Node<'_>) -> bool {
    match &node.json {
        Json::Object(members) => match members.as_slice() {
            [only] => only.key.value == "Ref" || only.key.value.starts_with("Fn::"),
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_gap, set, starts_like};
    use crate::template::json;
    use stack_core::json::write;

    /// The object after the value was set.
    fn after(object: &'static str, path: &str, value: &'static str) -> Result<String, String> {
        let mut node = json::node(object);
        let steps: Vec<&'static str> = path.to_owned().leak().split('.').collect();
        set(&mut node, &steps, json::node(value))?;
        Ok(write::compact(&node, &mut |_, _| {}))
    }

    #[test]
    fn ids_start_with_the_name_of_the_field() {
        assert!(starts_like("OrdersQueue", "orders") && starts_like("BillCustomerRole", "bill_customer"));
        assert!(!starts_like("OrderQueue", "orders") && !starts_like("ordersQueue", "orders"));
        assert!(!starts_like("", "orders") && starts_like("HiddenOneUrl", "_hidden__one"));
    }

    #[test]
    fn a_path_has_names_between_its_dots() {
        assert!(!is_gap("A") && !is_gap("A.b.0"));
        assert!(is_gap("") && is_gap(".A") && is_gap("A.") && is_gap("A..b"));
    }

    #[test]
    fn values_replace_and_objects_merge() {
        for (object, path, value, expected) in [
            (r#"{"A":1,"B":2}"#, "A", "3", r#"{"A":3,"B":2}"#),
            (r#"{}"#, "A.b.c", "[1]", r#"{"A":{"b":{"c":[1]}}}"#),
            (
                r#"{"A":{"b":{"c":1,"d":2}}}"#,
                "A",
                r#"{"b":{"c":3,"e":4},"f":5}"#,
                r#"{"A":{"b":{"c":3,"d":2,"e":4},"f":5}}"#,
            ),
            (r#"{"A":[{"b":1},{"b":2}]}"#, "A.1.b", "3", r#"{"A":[{"b":1},{"b":3}]}"#),
            (r#"{"A":[1,2]}"#, "A", "[3]", r#"{"A":[3]}"#),
            (r#"{"A":{"Ref":"x"}}"#, "A", r#"{"b":1}"#, r#"{"A":{"b":1}}"#),
            (r#"{"A":{"b":1}}"#, "A", r#"{"Fn::Sub":"x"}"#, r#"{"A":{"Fn::Sub":"x"}}"#),
            (r#"{"A":1,"B":2}"#, "A", "null", r#"{"B":2}"#),
            (r#"{"A":{"b":1,"c":2}}"#, "A", r#"{"b":null,"d":null}"#, r#"{"A":{"c":2}}"#),
            (r#"{"B":2}"#, "A", "null", r#"{"B":2}"#),
        ] {
            assert_eq!(after(object, path, value).as_deref(), Ok(expected), "{path}");
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_an_error() {
        assert!(
            after(r#"{"A":1}"#, "A.b", "2")
                .unwrap_err()
                .contains("`b` is looked for in something that is not an object")
        );
        assert!(after(r#"{"A":[1]}"#, "A.1", "2").unwrap_err().contains("not a position in a list of 1"));
        assert!(after(r#"{"A":{"Ref":"x"}}"#, "A.b", "2").unwrap_err().contains("intrinsic function"));
    }
}
