//! Faults that only the whole struct shows: names that mean the same logical id, files that are not there.

use super::attribute::Property;
use super::expand::OVERRIDES;
use super::faults::Faults;
use super::files;
use super::item::Stack;
use super::placeholders;
use super::tokens::split;
use proc_macro2::{Delimiter, TokenTree};

/// Looks at the names of all resources, and at the files that their properties name.
pub(super) fn check(stack: &mut Stack, faults: &mut Faults) {
    let before = faults.len();
    // Logical ids, each with its name.
    let mut ids: Vec<(String, String)> = Vec::new();
    stack.resources.retain(|resource| {
        let (name, text) = (&resource.name, resource.text.as_str());
        let id = logical_id(text);
        faults.of_field(resource.number);
        let other = ids.iter().find(|(other, _)| *other == id).map(|(_, name)| name);
        if other.is_some_and(|other| other == text) {
            // rustc says that a struct has two fields of one name.
            stack.whole = false;
            return false;
        }
        if text == "shared" || id == "Shared" {
            faults.at(
                name,
                format_args!("`{text}` is taken: it is what the stack shares, such as job queues\nhelp: give the resource another name"),
            );
        } else if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            faults.at(
                name,
                format_args!(
                    "`{text}` gives no logical id: CloudFormation takes ASCII letters and digits only"
                ),
            );
        } else if let Some(other) = other {
            faults.at(
                name,
                format_args!(
                    "`{text}` and `{other}` have the same logical id, `{id}`\nhelp: rename one of them"
                ),
            );
        } else {
            ids.push((id, text.to_owned()));
        }
        text != "shared"
    });
    stack.whole &= faults.len() == before;
    let names = stack.names();
    for resource in &mut stack.resources {
        let before = faults.len();
        faults.of_field(resource.number);
        resource.placeholders = placeholders::find(resource, &names, faults);
        for property in &resource.properties {
            files::check(property, faults);
            if property.name == OVERRIDES {
                overrides(property, faults);
            }
        }
        resource.broken |= faults.len() > before;
    }
}

/// Every override has three parts: rustc would speak of tuples twice.
fn overrides(property: &Property, faults: &mut Faults) {
    let Some([TokenTree::Group(list)]) = property.value.as_deref() else { return };
    let elements: Vec<TokenTree> = list.stream().into_iter().collect();
    for element in split(&elements) {
        let [TokenTree::Group(parts)] = element else { continue };
        let tokens: Vec<TokenTree> = parts.stream().into_iter().collect();
        if parts.delimiter() == Delimiter::Parenthesis && split(&tokens).len() != 3 {
            faults.at(
                parts,
                "an override is a logical id, a path and a value: write `(\"OrdersQueue\", \"VisibilityTimeout\", 60)`",
            );
        }
    }
}

/// The start of the logical ids of a resource: its name in Pascal case.
fn logical_id(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            id.extend(first.to_uppercase());
        }
        id.push_str(letters.as_str());
    }
    id
}
