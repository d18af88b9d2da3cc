//! Routes of an HTTP API: their keys, checked in const code, and the names that they give to resources.

use crate::compile_time::compare::is_one_of;
use crate::compile_time::message::{ConstText, fail};
use crate::kinds::properties::checks::distinct;
use crate::kinds::properties::target::{Start, refuse};
use crate::references::value::{Pairs, Value};
use std::collections::HashMap;

const METHODS: [&str; 8] = ["ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// The key of the route that takes what no other does.
pub(super) const DEFAULT: &str = "$default";

/// Stops the compilation unless every route has a key that API Gateway takes, and something to start.
#[track_caller]
pub(super) const fn check(routes: Pairs) {
    let mut rest = routes;
    while let [(key, target), others @ ..] = rest {
        check_key(key);
        check_target(key, target);
        rest = others;
    }
    distinct("route", routes);
}

#[track_caller]
const fn check_target(key: &str, target: &Value) {
    let Value::Param(param) = target else {
        fail(&["the route `", key, "` starts a function or a state machine of the stack: write `name.arn`"])
    };
    match Start::of(param) {
        Some(Start::Function | Start::StateMachine) => {}
        found => refuse(
            ConstText::new().push("the route `").push(key).push("`"),
            param,
            if found.is_some() {
                "start a state machine that submits the job"
            } else {
                "it starts a function or a state machine by its `arn`"
            },
        ),
    }
}

#[track_caller]
const fn check_key(key: &str) {
    if is_one_of(key, &[DEFAULT]) {
        return;
    }
    let (method, path) = split(key);
    if !is_one_of(method, &METHODS) {
        fail(&[
            "a route is a method and a path, `POST /orders`, or `$default`: `",
            key,
            "`\nhelp: the methods are GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS and ANY",
        ]);
    }
    if let Err(message) = check_path(path) {
        fail(&[message, ": `", key, "`"]);
    }
}

/// The text before the first blank, and that behind it.
pub(super) const fn split(key: &str) -> (&str, &str) {
    let mut at = 0;
    while at < key.len() {
        if key.as_bytes()[at] == b' ' {
            return (key.split_at(at).0, key.split_at(at + 1).1);
        }
        at += 1;
    }
    ("", key)
}

/// Braces stand around whole parts of the path, and one with `+` is the last.
const fn check_path(path: &str) -> Result<(), &'static str> {
    let [b'/', rest @ ..] = path.as_bytes() else {
        return Err("the path of a route starts with `/`, one blank behind the method");
    };
    let (mut rest, mut open, mut start) = (rest, false, true);
    while let [byte, others @ ..] = rest {
        match byte {
            b'{' if start => open = true,
            b'}' if open && matches!(others, [] | [b'/', ..]) => open = false,
            b'{' | b'}' => return Err("braces go around a whole part of the path, `/orders/{id}`"),
            b'/' if open => return Err("a brace is not closed"),
            b'+' if open && !matches!(others, [b'}']) => {
                return Err(
                    "a part with `+` matches everything that follows, so it must be the last, `/files/{path+}`",
                );
            }
            b' ' => return Err("a path has no spaces"),
            _ => {}
        }
        start = *byte == b'/';
        rest = others;
    }
    if open { Err("a brace is not closed") } else { Ok(()) }
}

/// The names of the routes as parts of logical ids: `GET /orders/{id}` is `GetOrdersId`. Of two that would be the same,
/// each gets a hash of its key.
pub(super) fn names(routes: Pairs) -> Vec<String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for (key, _) in routes {
        *count.entry(name(key)).or_insert(0) += 1;
    }
    let mut names = Vec::new();
    for (key, _) in routes {
        let mut name = name(key);
        if count.get(&name).is_some_and(|&count| count > 1) {
            name.push_str(&format!("{:08X}", hash(key)));
        }
        names.push(name);
    }
    names
}

fn name(key: &str) -> String {
    let (mut starts_word, mut is_method) = (true, !key.starts_with('$'));
    let mut name = String::new();
    for letter in key.chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(match (starts_word, is_method) {
                (true, _) => letter.to_ascii_uppercase(),
                (false, true) => letter.to_ascii_lowercase(),
                (false, false) => letter,
            });
            starts_word = false;
        } else {
            starts_word = true;
            is_method &= name.is_empty();
        }
    }
    name
}

/// FNV-1a: short, and the same for ever, as ids must be.
fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The route as it stands in the ARN of a request: variables match anything.
pub(super) fn pattern(key: &str) -> String {
    if key == DEFAULT {
        return DEFAULT.to_owned();
    }
    let (method, path) = split(key);
    let method = if method == "ANY" { "*" } else { method };
    let part = |part: &str| if part.starts_with('{') { "*".to_owned() } else { part.to_owned() };
    let path: Vec<String> = path.split('/').map(part).collect();
    format!("{method}{}", path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{check_key, hash, names, pattern};
    use crate::references::value::Value;

    /// What the compiler would say of the key.
    fn fault(key: &str) -> Option<String> {
        let said = std::panic::catch_unwind(|| check_key(key)).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn keys_of_the_documentation_are_accepted() {
        for key in ["$default", "GET /", "ANY /{proxy+}", "POST /orders/{id}/items/", "DELETE /a.b/c-d_e~f:g"]
        {
            assert_eq!(fault(key), None, "{key}");
        }
    }

    #[test]
    fn a_key_that_api_gateway_refuses_is_a_fault() {
        for (key, said) in [
            ("/orders", "a route is a method and a path, `POST /orders`, or `$default`: `/orders`"),
            ("post /orders", "the methods are GET, POST"),
            ("TRACE /orders", "the methods are GET, POST"),
            ("GET orders", "the path of a route starts with `/`, one blank behind the method: `GET orders`"),
            ("GET  /orders", "the path of a route starts with `/`"),
            ("GET /orders/{id", "a brace is not closed"),
            ("GET /orders/{id/items", "a brace is not closed"),
            ("GET /orders/a{id}", "braces go around a whole part"),
            ("GET /orders/{id}a", "braces go around a whole part"),
            ("GET /orders/id}", "braces go around a whole part"),
            ("GET /{path+}/items", "a part with `+` matches everything that follows"),
            ("GET /my orders", "a path has no spaces"),
        ] {
            let fault = fault(key).unwrap_or_default();
            assert!(fault.contains(said), "{key}: {fault}");
        }
    }

    #[test]
    fn routes_of_the_same_name_are_told_apart() {
        const VALUE: Value = Value::Bool(true);
        let routes =
            &[("GET /orders/{id}", VALUE), ("GET /orders/id", VALUE), ("$default", VALUE), ("ANY /", VALUE)];
        let first = format!("GetOrdersId{:08X}", hash("GET /orders/{id}"));
        let second = format!("GetOrdersId{:08X}", hash("GET /orders/id"));
        assert_eq!(names(routes), [first, second, "Default".to_owned(), "Any".to_owned()]);
        assert_eq!(hash(""), 0x811C_9DC5);
        assert_eq!(hash("a"), 0xE40C_292C);
    }

    #[test]
    fn a_permission_is_for_the_route_alone() {
        assert_eq!(pattern("GET /orders/{id}/items"), "GET/orders/*/items");
        assert_eq!(pattern("ANY /{proxy+}"), "*/*");
        assert_eq!(pattern("$default"), "$default");
    }
}
