//! References by name, for strings and files: `$ResourceParam('billCustomer', 'arn')`.

use crate::param::{AnyParam, Attribute};
use crate::stack::Named;
use crate::text::ConstText;

/// The parameter `param` of the resource `resource`, both compared without letter case and underscores,
/// with `::` for a dot, and `SHARED_GLOBAL` for `shared`.
///
/// What does not exist gives a parameter without a resource: [`require`] is there to report it, once.
pub const fn find(table: &[Named], resource: &str, param: &str) -> AnyParam {
    if let Some(named) = resource_of(table, resource) {
        if let Some(found) = param_of(named.params, param) {
            return found;
        }
    }
    AnyParam { resource: "", name: "", child: "", attribute: Attribute::Ref, what: "" }
}

/// Stops the compilation if [`find`] finds nothing. `place` starts the message: `file.json:3:14: `, or nothing.
#[track_caller]
pub const fn require(table: &[Named], resource: &str, param: &str, place: &str) {
    let text = ConstText::new().push(place);
    let Some(named) = resource_of(table, resource) else {
        let mut text = text.push("the stack has no resource `").push(resource).push("`\nhelp: it has");
        let mut i = 0;
        while i < table.len() {
            text = text.push(if i == 0 { " `" } else { ", `" }).push(table[i].name).push("`");
            i += 1;
        }
        text.fail()
    };
    if param_of(named.params, param).is_none() {
        let mut text = text.push("the resource `").push(named.name).push("` has no parameter `").push(param);
        text = text.push("`\nhelp: it has");
        let mut i = 0;
        while i < named.params.len() {
            text = text.push(if i == 0 { " `" } else { ", `" }).push(named.params[i].name).push("`");
            i += 1;
        }
        text.fail()
    }
}

const fn resource_of(table: &[Named], resource: &str) -> Option<Named> {
    let mut i = 0;
    while i < table.len() {
        let name = table[i].name;
        if alike(name, resource) || (alike(name, "shared") && alike(resource, "SHARED_GLOBAL")) {
            return Some(table[i]);
        }
        i += 1;
    }
    None
}

const fn param_of(params: &[AnyParam], param: &str) -> Option<AnyParam> {
    let mut i = 0;
    while i < params.len() {
        if alike(params[i].name, param) {
            return Some(params[i]);
        }
        i += 1;
    }
    None
}

/// Equality without letter case, `_`, and the difference between `.` and `::`.
const fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    loop {
        i = skip(a, i);
        j = skip(b, j);
        if i >= a.len() || j >= b.len() {
            return i >= a.len() && j >= b.len();
        }
        let same = match (a[i], b[j]) {
            (b'.' | b':', b'.' | b':') => true,
            (x, y) => x.eq_ignore_ascii_case(&y),
        };
        if !same {
            return false;
        }
        i += 1;
        j += 1;
    }
}

/// The next byte that counts: `_` does not, and the first `:` of `::` does not.
const fn skip(text: &[u8], mut at: usize) -> usize {
    while at < text.len()
        && (text[at] == b'_' || (text[at] == b':' && at + 1 < text.len() && text[at + 1] == b':'))
    {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn names_are_compared_without_case_underscores_and_kind_of_separator() {
        assert!(alike("check_and_hold_product", "checkAndHoldProduct"));
        assert!(alike("lambda_function.arn", "LambdaFunction::Arn"));
        assert!(!alike("bill", "billCustomer"));
        assert!(!alike("billCustomer", "bill"));
    }
}
