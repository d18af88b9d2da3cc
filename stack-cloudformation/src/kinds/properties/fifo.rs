//! What FIFO queues and topics have in common: their names, and what they alone can do.

use super::checks;
use crate::compile_time::compare::ends_with;
use crate::compile_time::message::fail;
use crate::template::object::Object;

/// What the physical name of a FIFO queue or topic ends with, and that of no other.
const SUFFIX: &str = ".fifo";

/// A physical name as [`checks::name`] takes it, with or without `.fifo` at its end.
#[track_caller]
pub(crate) const fn name(label: &str, text: &str, max: &str, max_before_fifo: &str) {
    if ends_with(text, SUFFIX) {
        checks::name(label, text.split_at(text.len() - SUFFIX.len()).0, max_before_fifo, "");
    } else {
        checks::name(label, text, max, "");
    }
}

/// Only a FIFO queue or topic (`label`) drops duplicates, and its name ends in `.fifo`, as that of no other does.
#[track_caller]
pub(crate) const fn check(label: &str, fifo: bool, content_based_deduplication: bool, name: Option<&str>) {
    if !fifo && content_based_deduplication {
        fail(&["content_based_deduplication is for FIFO ", label, "s: add `fifo_enabled = true`"]);
    }
    if let Some(name) = name {
        if fifo && !ends_with(name, SUFFIX) {
            fail(&["the name of a FIFO ", label, " ends in `.fifo`: `", name, ".fifo`"]);
        }
        if !fifo && ends_with(name, SUFFIX) {
            fail(&["a name that ends in `.fifo` is that of a FIFO ", label, ": add `fifo_enabled = true`"]);
        }
    }
}

/// The name of a FIFO topic that the user gives none: CloudFormation's own do not end in `.fifo`, as SNS demands.
pub(crate) fn default_name(logical_id: &str) -> String {
    format!("${{AWS::StackName}}-{logical_id}{SUFFIX}")
}

/// Adds what makes a queue or topic FIFO; `property` is what it is called there.
pub(crate) fn emit(
    properties: Object,
    property: &'static str,
    fifo: bool,
    content_based_deduplication: bool,
) -> Object {
    properties
        .maybe(property, fifo.then_some(true))
        .maybe("ContentBasedDeduplication", content_based_deduplication.then_some(true))
}
