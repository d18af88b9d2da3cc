//! Workflows, our own and real ones that AWS accepted: they are accepted here, and come back as they were.

mod checking;

use stack_core::finding::{Findings, Severity};
use stack_core::json::{Hole, write};
use stack_core::language::MachineType;

#[test]
fn workflows_are_accepted_and_survive_a_round_trip() {
    for (name, text) in checking::workflows() {
        for finding in checking::findings(&text, MachineType::Standard) {
            println!("{name}: {}", finding.text());
            assert_eq!(finding.severity, Severity::Warning, "{name}: {}", finding.text());
        }
        let out = Findings::new();
        let root = checking::read(&text, &out);
        let mut none = |_: &Hole<'_>, _: &mut String| panic!("a file has no holes");
        let (compact, pretty) = (write::compact(&root, &mut none), write::pretty(&root, &mut none));
        assert_eq!(checking::read(&compact, &out), root, "{name}");
        assert_eq!(checking::read(&pretty, &out), root, "{name}");
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&compact).unwrap(), value, "{name}");
    }
}
