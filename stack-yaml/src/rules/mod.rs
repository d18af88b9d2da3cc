//! The rules that only YAML can break, in files like those of the core.

#[allow(missing_docs, reason = "the page of a rule is its documentation")]
pub mod too_many_aliases;
#[allow(missing_docs, reason = "the page of a rule is its documentation")]
pub mod yaml_syntax;

use stack_core::finding::Rule;

/// All of them, sorted by their ids.
pub static ALL: &[&Rule] = &[&too_many_aliases::RULE, &yaml_syntax::RULE];
