//! Fargate's sizes: how much memory goes with how many vCPUs.

use crate::compile_time::message::ConstText;

/// vCPUs, the smallest and the largest memory, and the step between, in MiB; 0: each is twice the one before.
struct Size {
    cpu: f64,
    name: &'static str,
    min: u32,
    max: u32,
    step: u32,
}

const SIZES: [Size; 7] = [
    Size { cpu: 0.25, name: "0.25", min: 512, max: 2048, step: 0 },
    Size { cpu: 0.5, name: "0.5", min: 1024, max: 4096, step: 1024 },
    Size { cpu: 1.0, name: "1", min: 2048, max: 8192, step: 1024 },
    Size { cpu: 2.0, name: "2", min: 4096, max: 16384, step: 1024 },
    Size { cpu: 4.0, name: "4", min: 8192, max: 30720, step: 1024 },
    Size { cpu: 8.0, name: "8", min: 16384, max: 61440, step: 4096 },
    Size { cpu: 16.0, name: "16", min: 32768, max: 122_880, step: 8192 },
];

impl Size {
    const fn after(&self, memory: u32) -> u32 {
        if self.step == 0 { memory * 2 } else { memory + self.step }
    }
}

/// The smallest memory for a number of vCPUs; 0 if Fargate has no such size.
pub(super) const fn smallest(cpu: f64) -> u32 {
    match size(cpu) {
        Some(size) => size.min,
        None => 0,
    }
}

const fn size(cpu: f64) -> Option<&'static Size> {
    let mut i = 0;
    while i < SIZES.len() {
        if SIZES[i].cpu == cpu {
            return Some(&SIZES[i]);
        }
        i += 1;
    }
    None
}

/// Panics, with the nearest sizes, unless Fargate has this one.
#[track_caller]
pub(super) const fn check(cpu: f64, memory: Option<u32>) {
    let Some(size) = size(cpu) else {
        panic!("on Fargate, cpu is 1, 2, 4, 8 or 16, and fractional_cpu 0.25 or 0.5")
    };
    let Some(memory) = memory else { return };
    let (mut below, mut above) = (0, 0);
    let mut valid = size.min;
    while valid <= size.max {
        if valid == memory {
            return;
        }
        if valid < memory {
            below = valid;
        } else if above == 0 {
            above = valid;
        }
        valid = size.after(valid);
    }
    let mut text = ConstText::new().push("on Fargate, ").push(size.name).push(" vCPU goes with ");
    text = if size.step == 0 {
        text.push("512, 1024 or 2048 MiB of memory")
    } else {
        text = push_number(text, size.min).push(" to ");
        text = push_number(text, size.max).push(" MiB of memory in steps of ");
        push_number(text, size.step)
    };
    text = push_number(text.push(", not "), memory).push(": try ");
    if below > 0 {
        text = push_number(text, below);
    }
    if below > 0 && above > 0 {
        text = text.push(" or ");
    }
    if above > 0 {
        text = push_number(text, above);
    }
    text.fail()
}

const fn push_number(text: ConstText, number: u32) -> ConstText {
    let text = if number >= 10 { push_number(text, number / 10) } else { text };
    const DIGITS: &str = "0123456789";
    let digit = DIGITS.split_at((number % 10) as usize).1.split_at(1).0;
    text.push(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_of_the_list_fits() {
        for size in &SIZES {
            check(size.cpu, Some(size.min));
            check(size.cpu, Some(size.max));
            check(size.cpu, None);
            assert_eq!(smallest(size.cpu), size.min);
        }
    }

    #[test]
    #[should_panic(
        expected = "on Fargate, 2 vCPU goes with 4096 to 16384 MiB of memory in steps of 1024, not 5000: try 4096 or 5120"
    )]
    fn the_nearest_sizes_are_named() {
        check(2.0, Some(5000));
    }

    #[test]
    #[should_panic(
        expected = "0.25 vCPU goes with 512, 1024 or 2048 MiB of memory, not 1536: try 1024 or 2048"
    )]
    fn a_quarter_has_three_sizes() {
        check(0.25, Some(1536));
    }

    #[test]
    #[should_panic(expected = "not 1700: try 1024 or 2048")]
    fn below_a_missing_size_is_the_one_before() {
        check(0.25, Some(1700));
    }

    #[test]
    #[should_panic(expected = "16384 to 61440 MiB of memory in steps of 4096, not 100: try 16384")]
    fn below_the_smallest_size_that_one_is_named() {
        check(8.0, Some(100));
    }

    #[test]
    #[should_panic(expected = "on Fargate, cpu is 1, 2, 4, 8 or 16")]
    fn three_processors_are_no_size() {
        check(3.0, None);
    }
}
