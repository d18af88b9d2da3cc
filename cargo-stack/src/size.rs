//! The size of a definition, which AWS limits.

use crate::faults::too_large;
use stack_core::finding::Findings;
use stack_core::json::Node;
use stack_core::json::write::compact;

/// How many characters a definition may have.
const MAX_DEFINITION_CHARS: usize = 1_048_576;

/// Checks the size of a definition, whose text has `bytes` bytes.
pub(crate) fn check(root: &Node<'_>, bytes: usize, out: &Findings) {
    if bytes <= MAX_DEFINITION_CHARS {
        return;
    }
    let characters = compact(root, &mut |_, _| {}).chars().count();
    if characters > MAX_DEFINITION_CHARS {
        let message = format!(
            "the definition has {characters} characters, but AWS accepts at most {MAX_DEFINITION_CHARS}"
        );
        out.report(&too_large::RULE, root.site, message)
            .help("start parts of it as workflows of their own, with `states:startExecution.sync:2`");
    }
}
