//! References by name, for strings and files: `$ResourceParam('billCustomer', 'arn')`.

use crate::compile_time::message::ConstText;
use crate::references::param::{AnyParam, Attribute};

/// A resource's parameters by name.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The field.
    pub name: &'static str,
    /// Its parameters.
    pub params: &'static [AnyParam],
}

/// The parameter `param` of the resource `resource`, both compared without letter case and underscores,
/// with `::` for a dot, and `SHARED_GLOBAL` for `shared`.
///
/// What does not exist gives a parameter without a resource: [`require`] is there to report it, once.
pub const fn find(table: &[Named], resource: &str, param: &str) -> AnyParam {
    if let Some(named) = resource_of(table, resource)
        && let Some(found) = param_of(named.params, param)
    {
        return found;
    }
    let (attribute, arn) = (Attribute::Ref, Attribute::Ref);
    AnyParam { resource: "", name: "", child: "", attribute, arn, what: "", runs: false }
}

/// Stops the compilation if [`find`] finds nothing, and says what there is. `place` starts the
/// message: `file.json:3:14: `, or nothing.
#[track_caller]
pub const fn require(table: &[Named], resource: &str, param: &str, place: &str) {
    let Some(named) = resource_of(table, resource) else {
        let text = ConstText::new().push(place);
        let text = text.push("the stack has no resource `").push(resource).push("`");
        let (mut near, mut i) = (Nearest::to(resource), 0);
        while i < table.len() {
            near = near.or(table[i].name);
            i += 1;
        }
        let mut text = near.help(text);
        let mut i = 0;
        while i < table.len() {
            text = item(text, i, table[i].name);
            i += 1;
        }
        text.fail()
    };
    if param_of(named.params, param).is_none() {
        let text = ConstText::new().push(place).push("the resource `").push(named.name);
        let text = text.push("` has no parameter `").push(param);
        let (mut near, mut i) = (Nearest::to(param), 0);
        while i < named.params.len() {
            near = near.or(named.params[i].name);
            i += 1;
        }
        let mut text = near.help(text.push("`"));
        let mut i = 0;
        while i < named.params.len() {
            text = item(text, i, named.params[i].name);
            i += 1;
        }
        text.fail()
    }
}

/// The name number `i` of the list of what there is.
const fn item(text: ConstText, i: usize, name: &str) -> ConstText {
    text.push(if i == 0 { "\nhelp: it has `" } else { ", `" }).push(name).push("`")
}

const fn resource_of(table: &[Named], resource: &str) -> Option<Named> {
    let resource = if alike(resource, "SHARED_GLOBAL") { "shared" } else { resource };
    let mut i = 0;
    while i < table.len() {
        if alike(table[i].name, resource) {
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

/// Equality without letter case, `_`, and the difference between `.` and `::`. Without a call for each
/// letter: a reference by name is compared with every name there is.
const fn alike(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a, b) {
            ([b'_', rest @ ..], _) => a = rest,
            (_, [b'_', rest @ ..]) => b = rest,
            // Of two colons, the second counts.
            ([b':', b':', ..], _) => a = a.split_at(1).1,
            (_, [b':', b':', ..]) => b = b.split_at(1).1,
            ([x, rest_of_a @ ..], [y, rest_of_b @ ..]) => {
                let dots = matches!((*x, *y), (b':', b'.') | (b'.', b':'));
                if *x != *y && !dots && !x.eq_ignore_ascii_case(y) {
                    return false;
                }
                (a, b) = (rest_of_a, rest_of_b);
            }
            ([], []) => return true,
            _ => return false,
        }
    }
}

/// The letters of a name that count: small, without `_`, and with a dot for `::`.
#[derive(Clone, Copy)]
struct Letters<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Letters<'a> {
    const fn of(name: &'a str) -> Self {
        Letters { bytes: name.as_bytes(), at: 0 }
    }

    const fn next(&mut self) -> Option<u8> {
        while self.at < self.bytes.len() {
            let byte = self.bytes[self.at];
            self.at += 1;
            let double = byte == b':' && self.at < self.bytes.len() && self.bytes[self.at] == b':';
            if byte == b':' && !double {
                return Some(b'.');
            }
            if byte != b'_' && !double {
                return Some(byte.to_ascii_lowercase());
            }
        }
        None
    }
}

/// The longest name that is compared for a suggestion.
const LONGEST: usize = 64;

/// The name nearest to a word, of those that were offered.
#[derive(Clone, Copy)]
struct Nearest<'a> {
    word: &'a str,
    name: &'a str,
    /// Edits between the two; a name with as many or more is not taken.
    edits: usize,
}

impl<'a> Nearest<'a> {
    /// One edit is allowed for every three letters, at least one.
    const fn to(word: &'a str) -> Self {
        let allowed = if word.len() < 6 { 1 } else { word.len() / 3 };
        Nearest { word, name: "", edits: allowed + 1 }
    }

    const fn or(self, name: &'a str) -> Self {
        let edits = distance(Letters::of(self.word), Letters::of(name));
        if edits < self.edits { Nearest { word: self.word, name, edits } } else { self }
    }

    const fn help(&self, text: ConstText) -> ConstText {
        if self.name.is_empty() {
            return text;
        }
        text.push("\nhelp: did you mean `").push(self.name).push("`?")
    }
}

/// Letters to add, take away or change until the names are alike; many if they are long.
const fn distance(mut a: Letters<'_>, b: Letters<'_>) -> usize {
    if a.bytes.len() >= LONGEST || b.bytes.len() >= LONGEST {
        return LONGEST;
    }
    // One row of the usual table: `row[j]` is the distance of what was read of `a` to `j` letters of `b`.
    let mut row = [0; LONGEST];
    let mut j = 0;
    while j < LONGEST {
        row[j] = j;
        j += 1;
    }
    while let Some(x) = a.next() {
        let mut letters = b;
        let mut corner = row[0];
        row[0] += 1;
        let mut j = 1;
        while let Some(y) = letters.next() {
            let changed = if x == y { corner } else { corner + 1 };
            corner = row[j];
            let other = if row[j] < row[j - 1] { row[j] + 1 } else { row[j - 1] + 1 };
            row[j] = if changed < other { changed } else { other };
            j += 1;
        }
    }
    let (mut letters, mut length) = (b, 0);
    while letters.next().is_some() {
        length += 1;
    }
    row[length]
}

#[cfg(test)]
mod tests {
    use super::{Letters, Named, alike, distance, find, require};
    use crate::references::param::{AnyParam, Attribute, FunctionArn, JobQueueArn, Param};

    const ARN: AnyParam = Param::<FunctionArn>::new("bill_customer", "arn", "Function", Attribute::Ref).any();
    const LAMBDA: AnyParam =
        Param::<FunctionArn>::new("bill_customer", "lambda_function.arn", "Function", Attribute::Ref).any();
    const QUEUE: AnyParam =
        Param::<JobQueueArn>::new("shared", "batch_on_demand_job_queue.arn", "Queue", Attribute::Ref).any();
    const TABLE: &[Named] = &[
        Named { name: "bill_customer", params: &[ARN, LAMBDA] },
        Named { name: "shared", params: &[QUEUE] },
    ];

    #[test]
    fn names_are_compared_without_case_underscores_and_kind_of_separator() {
        assert!(alike("check_and_hold_product", "checkAndHoldProduct"));
        assert!(alike("lambda_function.arn", "LambdaFunction::Arn"));
        assert!(alike("", "_"));
        assert!(!alike("bill", "billCustomer"));
        assert!(!alike("billCustomer", "bill"));
        assert!(!alike("a.b", "ab"));
        assert!(alike("A:B", "a.b") && alike("a::_b_", "A_:B") && !alike("a:", "a") && !alike("@", "`"));
    }

    #[test]
    fn the_distance_is_the_number_of_edits() {
        let edits = |a, b| distance(Letters::of(a), Letters::of(b));
        assert_eq!(edits("bill", "bill"), 0);
        assert_eq!(edits("bil", "bill"), 1);
        assert_eq!(edits("Bill_Customer", "billcustome"), 1);
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("abc", ""), 3);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits(&"x".repeat(80), "x"), 64);
    }

    #[test]
    fn what_is_there_is_found_and_what_is_not_has_no_resource() {
        assert_eq!(find(TABLE, "billCustomer", "LambdaFunction::Arn").name, "lambda_function.arn");
        assert_eq!(find(TABLE, "SHARED_GLOBAL", "BatchOnDemandJobQueue::Arn").resource, "shared");
        assert_eq!(find(TABLE, "billCustomer", "Name").resource, "");
        assert_eq!(find(TABLE, "refund", "arn").resource, "");
    }

    #[test]
    fn what_is_there_is_not_reported() {
        require(TABLE, "billCustomer", "arn", "");
        require(TABLE, "shared", "BatchOnDemandJobQueue::Arn", "");
    }

    #[test]
    #[should_panic(
        expected = "a.json:3:4: the stack has no resource `bilCustomer`\nhelp: did you mean `bill_customer`?\nhelp: it has `bill_customer`, `shared`"
    )]
    fn a_misspelt_resource_is_reported_with_what_there_is() {
        require(TABLE, "bilCustomer", "arn", "a.json:3:4: ");
    }

    #[test]
    #[should_panic(
        expected = "the resource `bill_customer` has no parameter `url`\nhelp: it has `arn`, `lambda_function.arn`"
    )]
    fn a_parameter_that_is_like_no_other_is_reported_without_a_guess() {
        require(TABLE, "billCustomer", "url", "");
    }
}
