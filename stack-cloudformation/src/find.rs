//! References by name, for strings and files: `$ResourceParam('billCustomer', 'arn')`.

use crate::param::AnyParam;
use crate::stack::Named;
use crate::text::ConstText;

/// The parameter `param` of the resource `resource`, both compared without letter case and underscores,
/// with `::` for a dot, and `SHARED_GLOBAL` for `shared`. `place` starts the error message.
#[track_caller]
pub const fn find(table: &[Named], resource: &str, param: &str, place: &str) -> AnyParam {
    let mut i = 0;
    while i < table.len() {
        let named = table[i];
        if alike(named.name, resource) || (alike(named.name, "shared") && alike(resource, "SHARED_GLOBAL")) {
            let mut j = 0;
            while j < named.params.len() {
                if alike(named.params[j].name, param) {
                    return named.params[j];
                }
                j += 1;
            }
            let mut text = ConstText::new().push(place).push("the resource `").push(named.name);
            text = text.push("` has no parameter `").push(param).push("`\nhelp: it has");
            let mut j = 0;
            while j < named.params.len() {
                text = text.push(if j == 0 { " `" } else { ", `" }).push(named.params[j].name).push("`");
                j += 1;
            }
            text.fail()
        }
        i += 1;
    }
    let mut text = ConstText::new().push(place).push("the stack has no resource `").push(resource);
    text = text.push("`\nhelp: it has");
    let mut i = 0;
    while i < table.len() {
        text = text.push(if i == 0 { " `" } else { ", `" }).push(table[i].name).push("`");
        i += 1;
    }
    text.fail()
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
