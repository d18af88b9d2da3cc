//! The time that an expansion takes in a build without optimisation, for comparison; only its growth is checked.

use super::expand;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A machine of that many states, of some 58 tokens each.
fn source(states: usize) -> String {
    let mut text = String::from("M in S { StartAt: s0, States: {\n");
    for i in 0..states {
        let next = i + 1;
        writeln!(
            text,
            "s{i}: Task {{ Resource: bill_customer.arn, Parameters: {{ \"amount.$\": \"$.amount\", currency: \"EUR\" }}, \
             ResultPath: \"$.bill\", TimeoutSeconds: 60, \
             Retry: [{{ ErrorEquals: [States.ALL], IntervalSeconds: 10, MaxAttempts: 3 }}], Next: s{next} }},"
        )
        .expect("a string takes everything");
    }
    writeln!(text, "s{states}: Succeed }} }}").expect("a string takes everything");
    text
}

fn time(states: usize) -> Duration {
    let tokens = source(states).parse().expect("tokens");
    let start = Instant::now();
    let expansion = crate::state_machine::expand(tokens);
    let time = start.elapsed();
    assert!(!expansion.to_string().contains("compile_error"));
    time
}

#[test]
fn time_grows_with_the_number_of_states_and_no_faster() {
    assert!(super::notes(&expand(&source(10))).is_empty());
    // AWS accepts no definition of 10,000 states like these.
    let (small, large) = (time(300), time(3_000));
    println!("300 states: {small:?}, 3,000 states: {large:?}");
    // Ten times the work; quadratic growth would make it a hundred times the time.
    assert!(large < small * 40, "{small:?} and {large:?}");
}
