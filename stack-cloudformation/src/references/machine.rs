//! State machines as `state_machine!` leaves them: finished ASL text, and beside it what is filled in.

use crate::references::param::{AnyParam, Param};
use crate::references::uses::Use;
use stack_core::json::Node;

pub use stack_core::language::MachineType;

/// A machine made by `state_machine!`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a state machine",
    label = "declare it with `state_machine! {{ {Self} .. }}`",
    note = "the machine's type goes between the angle brackets: `StateMachine<Name>`"
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
    /// What is silenced in it, for when it is checked again with the values of expressions: the id of a rule, and the name
    /// of a state, or nothing for the whole machine.
    const ALLOWS: &'static [(&'static str, &'static str)] = &[];
}

/// An ASL definition whose references are still open: its text, and a table of them beside it.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Compact JSON, in which `null` stands in place of each hole.
    pub text: &'static str,
    /// Where the holes are, such as `57:0 113:1`: the byte of the text, in ascending order, and the index in `holes` of
    /// what fills the hole. A slice of 10,000 pairs would cost rustc 0.1 s, a tenth of what it takes for the machine.
    pub places: &'static str,
    /// What fills the holes; one may fill several.
    pub holes: &'static [Hole],
}

/// What fills a hole of a definition.
#[derive(Clone, Copy, Debug)]
pub enum Hole {
    /// A parameter of a resource.
    Param(AnyParam),
    /// A service integration without its ARN, such as `batch:submitJob.sync`.
    Integration(&'static str),
    /// A text in which others stand, as that of a `Fn::Sub`: `${3}` is the one of that index, a parameter.
    Text(&'static str),
    /// A Rust expression, evaluated when the template is made.
    Expression(Expression),
}

/// A Rust expression in a definition.
#[derive(Clone, Copy, Debug)]
pub struct Expression {
    /// Evaluates it.
    pub value: fn() -> Node<'static>,
    /// The file it is in, for errors.
    pub file: &'static str,
    /// The line it is on, counted from 1.
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

/// The uses in a machine's holes.
pub const fn of_holes<const N: usize>(holes: &[Hole; N]) -> [Use; N] {
    let mut uses = [Use { resource: "", param: "", property: "" }; N];
    let mut i = 0;
    while i < N {
        if let Hole::Param(param) = &holes[i] {
            uses[i] = Use { resource: param.resource, param: param.name, property: "" };
        }
        i += 1;
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::{Hole, of_holes};
    use crate::references::param::{Attribute, FunctionArn, Param};
    use crate::references::uses::Use;

    #[test]
    fn only_the_parameters_among_the_holes_are_uses() {
        let arn = Param::<FunctionArn>::new("bill", "arn", "Function", Attribute::Ref);
        let uses = of_holes(&[Hole::Integration("lambda:invoke"), Hole::param(arn)]);
        assert_eq!(
            uses,
            [
                Use { resource: "", param: "", property: "" },
                Use { resource: "bill", param: "arn", property: "" }
            ]
        );
    }
}
