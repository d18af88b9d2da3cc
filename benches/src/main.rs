//! Prints the e-shop's template: the process that `emission` times.

use stack::Stack;

fn main() -> stack::Result {
    stack_benches::Eshop::run()
}
