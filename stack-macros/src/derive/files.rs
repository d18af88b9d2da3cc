//! Files that properties name: they are there, and the crate is compiled again when they change.

use super::attribute::Property;
use super::faults::Faults;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote_spanned;
use std::path::Path;
use syn::ext::IdentExt;

/// Made after the crate is compiled, so nothing can be said about it now.
const MADE_LATER: &str = "artifact_path";

/// The path in the value of a property that names a file, and the literal.
fn path(property: &Property) -> Option<(String, &Literal)> {
    let name = property.name.unraw().to_string();
    let Some([TokenTree::Literal(literal)]) = property.value.as_deref() else { return None };
    if !name.ends_with("_path") || name == MADE_LATER {
        return None;
    }
    let text: syn::LitStr = syn::parse_str(&literal.to_string()).ok()?;
    Some((text.value(), literal))
}

/// Reports a file that is not there.
pub(super) fn check(property: &Property, faults: &mut Faults) {
    let Some((path, literal)) = path(property) else { return };
    // Cargo sets it for every crate that it compiles; without it no relative path means anything.
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else { return };
    if let Err(message) = find(Path::new(&folder), &path) {
        faults.at(literal, message);
    }
}

/// Makes the file part of the compilation, so that a change of it is seen.
pub(super) fn watch(property: &Property, library: &TokenStream) -> TokenStream {
    let Some((_, literal)) = path(property) else { return TokenStream::new() };
    let core = quote_spanned!(literal.span()=> #library::__private::core);
    quote_spanned! {literal.span()=>
        const _: &[u8] = #core::include_bytes!(#core::concat!(#core::env!("CARGO_MANIFEST_DIR"), "/", #literal));
    }
}

/// Looks for a file relative to a folder; otherwise says what is wrong, and what it could have been.
fn find(folder: &Path, path: &str) -> Result<(), String> {
    let tried = folder.join(path);
    if path.is_empty() {
        return Err("the path of a file is missing".into());
    }
    if Path::new(path).is_absolute() {
        return Err(format!("`{path}` is absolute: write it relative to the folder of Cargo.toml"));
    }
    if tried.is_file() {
        return Ok(());
    }
    if tried.is_dir() {
        return Err(format!("`{path}` is a folder: name the file in it"));
    }
    let help = similar(&tried).map(|name| {
        let name = Path::new(path).with_file_name(name);
        format!("\nhelp: did you mean `{}`?", name.display())
    });
    // As cargo's own messages: relative to where the compiler runs, which is the workspace.
    let here = std::env::current_dir().unwrap_or_default();
    let shown = tried.strip_prefix(here).unwrap_or(&tried);
    let place = if shown == Path::new(path) {
        " in the folder of Cargo.toml".to_owned()
    } else {
        format!(": looked for `{}`", shown.display())
    };
    Err(format!("there is no file `{path}`{place}{}", help.unwrap_or_default()))
}

/// The name of a file in the same folder that is much like the one that is not there.
fn similar(tried: &Path) -> Option<String> {
    let wanted = tried.file_name()?.to_str()?;
    let files = std::fs::read_dir(tried.parent()?).ok()?;
    let mut names: Vec<String> = files.filter_map(|file| file.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    stack_core::similar::nearest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
}
