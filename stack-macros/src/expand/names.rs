//! State names for editors: each declaration and each use expands with the user's own token, so that
//! go-to-definition leads from `Next: bill` to the state.

use crate::ident::{is_plain, named};
use crate::report::Places;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use stack_core::model::Machine;
use std::collections::{HashMap, HashSet};

/// As many states as one enum gets: rustc looks for a variant from the first to the last.
const CHUNK: usize = 500;

/// One enum with the declarations, one constant with the uses: that costs rustc a sixth of what
/// an item for each name would.
pub(super) fn tokens(machine: &Machine<'_>, places: &Places<'_>) -> TokenStream {
    let names = Names::of(machine);
    let mut chunks: Vec<Chunk> = Vec::new();
    for (id, (state, name)) in machine.states.iter().zip(&names.list).enumerate() {
        if id % CHUNK == 0 {
            chunks.push(Chunk::default());
        }
        if let (Some(chunk), Some(name), Some(spans)) =
            (chunks.last_mut(), name, places.tokens(state.name.site))
        {
            chunk.declared.push(named(name, spans.first));
        }
    }
    let starts = machine.containers.iter().filter_map(|container| container.start.as_ref());
    let transitions = machine.states.iter().flat_map(|state| &state.transitions);
    for transition in starts.chain(transitions) {
        let Some(id) = transition.to else { continue };
        if let (Some(chunk), Some(Some(name)), Some(spans)) =
            (chunks.get_mut(id / CHUNK), names.list.get(id), places.tokens(transition.target.site))
        {
            chunk.used.push(named(name, spans.first));
        }
    }
    chunks.iter().filter(|chunk| !chunk.declared.is_empty()).map(Chunk::tokens).collect()
}

/// Some of the states, and the uses of their names.
#[derive(Default)]
struct Chunk {
    declared: Vec<Ident>,
    used: Vec<Ident>,
}

impl Chunk {
    fn tokens(&self) -> TokenStream {
        let Chunk { declared, used } = self;
        quote! {
            const _: () = {
                #[allow(non_camel_case_types, dead_code)]
                enum __States { #(#declared),* }
                const _: &[__States] = &[#(__States::#used),*];
            };
        }
    }
}

/// The states' names as Rust spells them; none for a second state of one name.
struct Names {
    list: Vec<Option<String>>,
}

impl Names {
    fn of(machine: &Machine<'_>) -> Self {
        let mut taken = HashSet::new();
        let words = machine.states.iter().map(|state| state.name.value);
        let mut list: Vec<Option<String>> = words
            .map(|name| (is_plain(name) && taken.insert(String::from(name))).then(|| name.into()))
            .collect();
        let mut seen = HashSet::new();
        let mut numbers = HashMap::new();
        for (state, name) in machine.states.iter().zip(&mut list) {
            let text = state.name.value;
            if !is_plain(text) && seen.insert(text) {
                *name = Some(mangled(text, &mut taken, &mut numbers));
            }
        }
        Names { list }
    }
}

/// An identifier for a name that is none, and that no other state has: names in other scripts look all alike, so they
/// are numbered.
fn mangled(name: &str, taken: &mut HashSet<String>, numbers: &mut HashMap<String, usize>) -> String {
    let is_word = |character: char| character.is_ascii_alphanumeric();
    let base: String =
        name.chars().map(|character| if is_word(character) { character } else { '_' }).collect();
    let base = format!("_{base}");
    let number = numbers.entry(base.clone()).or_insert(0);
    loop {
        let text = if *number == 0 { base.clone() } else { format!("{base}_{number}") };
        *number += 1;
        if text != "_" && taken.insert(text.clone()) {
            return text;
        }
    }
}
