//! What is wrong with a file before it is a definition: the program's own rules, beside those of the core.

pub(crate) mod not_utf_8;
pub(crate) mod role_of_another_partition;
pub(crate) mod unknown_property;
pub(crate) mod unknown_template_name;
pub(crate) mod unreadable_file;
pub(crate) mod unrendered_template;
pub(crate) mod unresolved_alias;

use stack_core::finding::Rule;

/// The program's own rules, sorted by their ids.
pub(crate) const OWN: &[&Rule] = &[
    &not_utf_8::RULE,
    &role_of_another_partition::RULE,
    &unknown_property::RULE,
    &unknown_template_name::RULE,
    &unreadable_file::RULE,
    &unrendered_template::RULE,
    &unresolved_alias::RULE,
];
