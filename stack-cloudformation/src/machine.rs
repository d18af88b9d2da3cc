//! State machines as `state_machine!` leaves them: finished ASL text with holes for references.

use crate::param::{AnyParam, Param};
use crate::stack::Named;
use crate::text::ConstText;
use crate::uses::Use;
use stack_core::json::Node;

pub use stack_core::model::MachineType;

/// A machine made by `state_machine!`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a state machine",
    label = "declare it with `state_machine! {{ {Self} .. }}`"
)]
pub trait Machine: 'static {
    /// The name in its declaration.
    const NAME: &'static str;
    /// Standard or Express.
    const TYPE: MachineType;
    /// The definition.
    const DEFINITION: Definition;
    /// The parameters it refers to.
    const USES: &'static [Use];
}

/// An ASL definition whose references are still open.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Compact JSON in which `@0`, `@1`, .. stand for the holes, where a value may stand.
    pub text: &'static str,
    /// What fills them.
    pub holes: &'static [Hole],
}

/// What fills a hole of a definition.
#[derive(Clone, Copy, Debug)]
pub enum Hole {
    /// A parameter of a resource.
    Param(AnyParam),
    /// A service integration without its ARN, such as `batch:submitJob.sync`.
    Integration(&'static str),
    /// A Rust expression, evaluated when the template is made.
    Expression(Expression),
}

/// A Rust expression in a definition.
#[derive(Clone, Copy, Debug)]
pub struct Expression {
    /// Gives its value.
    pub value: fn() -> Node<'static>,
    /// Where it stands, for errors.
    pub file: &'static str,
    /// Where it stands, counted from 1.
    pub line: u32,
}

impl Hole {
    /// A parameter in a payload or another place for a string.
    pub const fn param<K>(param: Param<K>) -> Self {
        Hole::Param(param.any())
    }

    /// A parameter that was found by name.
    pub const fn param_by_name(param: AnyParam) -> Self {
        Hole::Param(param)
    }

    /// A Rust expression's value.
    pub const fn expression(value: fn() -> Node<'static>, file: &'static str, line: u32) -> Self {
        Hole::Expression(Expression { value, file, line })
    }
}

/// Stops the compilation if a task cannot run what the parameter in the hole names, and says what it
/// could. `place` starts the message: `file.json:3:14: `, or nothing.
#[track_caller]
pub const fn require_runnable(hole: &Hole, table: &[Named], place: &str) {
    let Hole::Param(param) = hole else { return };
    // A parameter without a resource was not found, and is reported by `find::require`.
    if param.runs || param.resource.is_empty() {
        return;
    }
    let mut text = ConstText::new().push(place).push("a task cannot run `").push(param.resource).push(".");
    text = text.push(param.name).push("`, which is ").push(param.what);
    let (mut i, mut found) = (0, 0);
    while i < table.len() {
        let mut j = 0;
        while j < table[i].params.len() {
            let other = table[i].params[j];
            // A resource's own parameters only: those of underlying resources are the same again.
            if other.runs && !has_dot(other.name) {
                text = text.push(if found == 0 { "\nhelp: these would fit: `" } else { ", `" });
                text = text.push(other.resource).push(".").push(other.name).push("`");
                found += 1;
            }
            j += 1;
        }
        i += 1;
    }
    text.fail()
}

const fn has_dot(name: &str) -> bool {
    let mut i = 0;
    while i < name.len() {
        if name.as_bytes()[i] == b'.' {
            return true;
        }
        i += 1;
    }
    false
}
