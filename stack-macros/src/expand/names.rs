//! State names for editors: each declaration and each use expands with the user's own token, so that
//! go-to-definition leads from `Next: bill` to the state.

use crate::ident::{is_plain, named};
use crate::report::Places;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use stack_core::model::{Machine, Transition};
use std::collections::HashMap;

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
    let mut add_use = |transition: &Transition<'_>| {
        let Some(id) = transition.to else { return };
        if let (Some(chunk), Some(Some(name)), Some(spans)) =
            (chunks.get_mut(id / CHUNK), names.list.get(id), places.tokens(transition.target.site))
        {
            chunk.used.push(named(name, spans.first));
        }
    };
    for container in &machine.containers {
        if let Some(start) = &container.start {
            add_use(start);
        }
    }
    for state in &machine.states {
        for transition in &state.transitions {
            add_use(transition);
        }
    }
    let mut tokens = TokenStream::new();
    for chunk in chunks {
        if !chunk.declared.is_empty() {
            tokens.extend(chunk.tokens());
        }
    }
    tokens
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

/// Names and a number for each, where one is needed: rustc would compile sets once more.
type Taken = HashMap<String, usize>;

/// The states' names as Rust spells them; none for a second state of one name.
struct Names {
    list: Vec<Option<String>>,
}

impl Names {
    fn of(machine: &Machine<'_>) -> Self {
        let mut taken = Taken::new();
        let mut list: Vec<Option<String>> = Vec::with_capacity(machine.states.len());
        for state in &machine.states {
            let name = state.name.value;
            let is_new = is_plain(name) && taken.insert(name.to_owned(), 0).is_none();
            list.push(if is_new { Some(name.to_owned()) } else { None });
        }
        let (mut seen, mut numbers) = (Taken::new(), Taken::new());
        for (state, name) in machine.states.iter().zip(&mut list) {
            let text = state.name.value;
            if !is_plain(text) && seen.insert(text.to_owned(), 0).is_none() {
                *name = Some(mangled(text, &mut taken, &mut numbers));
            }
        }
        Names { list }
    }
}

/// An identifier for a name that is none, and that no other state has: names in other scripts look all alike, so they
/// are numbered.
fn mangled(name: &str, taken: &mut Taken, numbers: &mut Taken) -> String {
    let mut base = String::from("_");
    for character in name.chars() {
        base.push(if character.is_ascii_alphanumeric() { character } else { '_' });
    }
    let number = numbers.entry(base.clone()).or_insert(0);
    loop {
        let text = if *number == 0 { base.clone() } else { format!("{base}_{number}") };
        *number += 1;
        if text != "_" && taken.insert(text.clone(), 0).is_none() {
            return text;
        }
    }
}
