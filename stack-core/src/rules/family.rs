//! Lists of rules: a line for each in its family, and a line for each family.

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::finding::{Findings, Rule};

/// A rule and what looks for its fault.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) rule: &'static Rule,
    /// Looks at the whole machine.
    pub(super) check: Option<Check>,
    /// Looks at one well-formed JSONata expression.
    pub(super) check_expression: Option<CheckExpression>,
}

pub(super) type Check = fn(&Analysis<'_>, &Findings);
pub(super) type CheckExpression = fn(&Analysis<'_>, &Expression<'_, '_>, &Findings);

impl Entry {
    /// A rule whose fault is reported elsewhere.
    pub(super) const fn new(rule: &'static Rule) -> Self {
        Entry { rule, check: None, check_expression: None }
    }

    /// The same with that check.
    pub(super) const fn check(self, check: Check) -> Self {
        Entry { check: Some(check), ..self }
    }

    /// The same with that check of expressions.
    pub(super) const fn check_expression(self, check: CheckExpression) -> Self {
        Entry { check_expression: Some(check), ..self }
    }
}

/// The rules of a family: the name of each file, and which checks it has.
macro_rules! rules {
    ($($name:ident $(: $($check:ident)+)?,)*) => {
        $(#[allow(missing_docs, reason = "the page of a rule is its documentation")] pub mod $name;)*

        pub(super) static RULES: &[super::Entry] =
            &[$(super::Entry::new(&$name::RULE)$($(.$check($name::$check))+)?,)*];
    };
}

macro_rules! families {
    ($($family:ident,)*) => {
        $(pub mod $family;)*

        static FAMILIES: &[&[Entry]] = &[$($family::RULES,)*];
        const COUNT: usize = 0 $(+ $family::RULES.len())*;
    };
}

/// The rules of all families, sorted by their ids.
pub(super) const fn sorted<const N: usize>(families: &[&[Entry]]) -> [&'static Rule; N] {
    let mut sorted = [families[0][0].rule; N];
    let (mut count, mut family) = (0, 0);
    while family < families.len() {
        let mut number = 0;
        while number < families[family].len() {
            let rule = families[family][number].rule;
            // Comparing is what takes time here, in every build of every user.
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = (low + high) / 2;
                if is_less(rule.id.as_bytes(), sorted[middle].id.as_bytes()) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            let mut place = count;
            while place > low {
                sorted[place] = sorted[place - 1];
                place -= 1;
            }
            sorted[low] = rule;
            count += 1;
            number += 1;
        }
        family += 1;
    }
    sorted
}

const fn is_less(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}
