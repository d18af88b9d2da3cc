//! The size of a definition, of which AWS has a limit.

use crate::faults::too_large;
use stack_core::finding::Findings;
use stack_core::json::Node;
use stack_core::write::compact;

/// How many characters AWS takes of a definition.
const MOST: usize = 1_048_576;

/// Looks at the size of a definition, which is in a text of so many bytes.
pub(crate) fn look(root: &Node<'_>, bytes: usize, out: &Findings) {
    if bytes <= MOST {
        return;
    }
    let characters = compact(root, &mut |_, _| {}).chars().count();
    if characters > MOST {
        let message = format!("the definition has {characters} characters, but AWS accepts at most {MOST}");
        out.report(&too_large::RULE, root.site, message)
            .help("start parts of it as workflows of their own, with `states:startExecution.sync:2`");
    }
}
