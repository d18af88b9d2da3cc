//! What is wrong with the steps of a well-formed path: functions and brackets that fail, signs that no path of one value has.

use super::*;
use crate::expression::intrinsic::{ArgumentValue, Call};
use crate::expression::path::{Path, Step};
use crate::json::interpolation::is_filled_in;
use crate::rules::paths::unsupported_path_function as unsupported;

/// A string that a path stands in, and where.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) name: &'t str,
    pub(super) site: Site,
    pub(super) text: &'t str,
    /// Where the path starts in the text.
    pub(super) offset: usize,
}

/// What stands between the paths of somebody who wants to calculate.
const OPERATORS: &[&str] =
    &["+", "-", "*", "/", "%", "=", "==", "!=", "<", ">", "<=", ">=", "&", "&&", "||", "and", "or", "?"];

impl Walk<'_> {
    /// Reports steps that no execution takes.
    pub(super) fn steps(&self, place: Place<'_>, path: &Path<'_>) {
        let Place { name, site, text, offset } = place;
        // Most paths are names.
        if !text.bytes().any(|byte| matches!(byte, b'(' | b'[' | b']' | b' ')) || is_filled_in(text) {
            return;
        }
        for (at, step) in path.steps() {
            let at = offset + at;
            match step {
                Step::Unreadable(_) => {
                    let rest = text.get(at..).unwrap_or_default();
                    let start = at + rest.find('[').unwrap_or(0);
                    let message = format!("`{name}` has brackets that nothing can read");
                    let report = self.out.report(&certain_failure::RULE, site, message);
                    let report = report.inside(text, start, 1);
                    if rest.split(']').next().is_some_and(|inside| inside.contains('$')) {
                        report.help(
                            "to compute an index, use `States.ArrayGetItem` under a key that ends in `.$`",
                        );
                    } else {
                        report.help("they hold a number, `[0:2]`, `[0, 1]`, `['name']`, `[*]` or `[?(..)]`");
                    }
                }
                Step::Name(it) => {
                    let Some(sign) = it.foreign_sign() else { continue };
                    let is_blank = it.written.get(sign..).is_some_and(|rest| rest.starts_with(' '));
                    let label = if is_blank { "blanks" } else { "`]`" };
                    let message = format!("`{name}` is probably no path: a name after a dot has no {label}");
                    let report = self.out.report(&probably_refused::RULE, site, message);
                    let report = report.inside(text, offset + it.offset + sign, 1);
                    if it.written.split(' ').nth(1).is_some_and(|word| OPERATORS.contains(&word)) {
                        report.help("paths do not calculate: use an intrinsic function, or JSONata");
                    } else {
                        report.help(format!("write it in brackets and quotes: `['{}']`", it.written));
                    }
                    return;
                }
                Step::Function(function) => {
                    let dots =
                        text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches('.').len());
                    unsupported::report(function.name, site, text, at + dots, self.out);
                }
                _ => {}
            }
        }
    }

    /// The same for the paths that a call is given.
    pub(super) fn steps_of_call(&self, place: Place<'_>, call: &Call<'_>) {
        for argument in &call.args {
            match &argument.value {
                ArgumentValue::Path(path) => self.steps(Place { offset: argument.offset, ..place }, path),
                ArgumentValue::Call(inner) => self.steps_of_call(place, inner),
                _ => {}
            }
        }
    }

    /// Reports what the path of one value cannot have, though it selects no more than one; whether there is something.
    pub(super) fn one_place(&self, place: Place<'_>, path: &Path<'_>, rule: &'static Rule) -> bool {
        let Place { name, site, text, .. } = place;
        if is_filled_in(text) {
            return false;
        }
        for (at, step) in path.steps() {
            let (rule, message, at) = match step {
                // A name in quotes may have any sign.
                Step::Name(it)
                    if !text.get(..it.offset).is_some_and(|before| before.ends_with(['\'', '"'])) =>
                {
                    let Some(sign) = it.written.find(['@', ',', ':', '?', '*']) else { continue };
                    let found = it.written.get(sign..).and_then(|rest| rest.chars().next()).unwrap_or(',');
                    // These two are only documented, and occur in names.
                    let rule = if matches!(found, '@' | ':') { &probably_refused::RULE } else { rule };
                    (
                        rule,
                        format!("`{name}` takes the path of one value, which has no `{found}`"),
                        it.offset + sign,
                    )
                }
                Step::Function(_) => {
                    let message = format!("`{name}` takes the path of one value, and a function has none");
                    (&probably_refused::RULE, message, at)
                }
                _ => continue,
            };
            let report = self.out.report(rule, site, message).inside(text, at, 1);
            if matches!(step, Step::Name(_)) {
                report.help("a name with such a sign goes in brackets and quotes: `$['a:b']`");
            }
            return true;
        }
        false
    }
}
