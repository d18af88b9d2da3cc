//! ## What it checks
//! An Express machine uses no `.sync` and no `.waitForTaskToken` integration, no activity and no distributed Map.
//!
//! ## Why
//! AWS refuses the definition: an Express execution lives five minutes at most and cannot wait for them.
//!
//! ## Example
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution.sync"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution"
//! ```
//!
//! ## Source
//! `Express state machine does not support '.sync' service integration` (recorded), the distributed Map measured.

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::{Machine, MachineType};
use crate::rules::probably_refused;
use crate::states::{map, task};

pub static RULE: Rule = Rule {
    id: "unsupported-in-express",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("unsupported_in_express.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    let express = machine.kind == MachineType::Express;
    for (state, resource) in task::resources(machine) {
        let Some(what) = task::waits(resource) else { continue };
        let site = resource.site;
        if express {
            out.report(&RULE, site, format!("an Express machine cannot use {what}"))
                .help("take the integration without it, or make the machine Standard");
        } else if map::in_express_child(machine, state) {
            let message = format!("the Express executions of a distributed Map can hardly use {what}");
            out.report(&probably_refused::RULE, site, message).help("make the Map's `ExecutionType` `STANDARD`");
        }
    }
    if express {
        for (_, processor) in map::processors(machine) {
            let mode = processor.get("ProcessorConfig").and_then(|config| config.get("Mode"));
            if let Some(mode) = mode.filter(|mode| mode.as_str() == Some("DISTRIBUTED")) {
                out.report(&RULE, mode.site, "an Express machine cannot have a distributed Map")
                    .help("make the Map `INLINE`, or the machine Standard");
            }
        }
    }
}
