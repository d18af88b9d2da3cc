//! What web pages of other origins may do, checked in const code.

use crate::compile_time::compare::is_one_of;
use crate::compile_time::message::{ConstText, fail};

/// Origins, methods or headers.
pub(crate) type Words = &'static [&'static str];

/// Any origin, method or header.
pub(crate) const ANY: Words = &["*"];

/// Stops the compilation unless these are origins.
#[track_caller]
pub(crate) const fn origins(origins: Words) {
    let mut rest = origins;
    while let [origin, others @ ..] = rest {
        // What a browser sends has a scheme, so that no other text would ever match.
        if !has_scheme(origin) && !is_one_of(origin, &["*", "null"]) {
            fail(&["an origin starts with its scheme, `https://`, or is `*`: `", origin, "`"]);
        }
        rest = others;
    }
}

/// Stops the compilation unless all methods are among the known ones.
#[track_caller]
pub(crate) const fn methods(methods: Words, known: &[&str]) {
    let mut rest = methods;
    while let [method, others @ ..] = rest {
        if !is_one_of(method, known) {
            let mut text = ConstText::new().push("a method is ");
            let mut i = 0;
            while i < known.len() {
                let between = if i == 0 { "" } else { if i + 1 == known.len() { " or " } else { ", " } };
                text = text.push(between).push(known[i]);
                i += 1;
            }
            text.push(": `").push(method).push("`").fail()
        }
        rest = others;
    }
}

pub(crate) const fn is_any(words: Words) -> bool {
    matches!(words, [word] if is_one_of(word, ANY))
}

/// Whether something stands behind `://`.
const fn has_scheme(origin: &str) -> bool {
    let mut rest = origin.as_bytes();
    while let [_, others @ ..] = rest {
        if let [b':', b'/', b'/', _, ..] = rest {
            return true;
        }
        rest = others;
    }
    false
}
