//! The modules of a crate, as its files have them: what each defines, imports, lists and names.

use crate::tokens::{Token, after_group, tokens, without_tests};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A crate. Modules are called by their paths: `rules::unknown_target`, the root is empty.
#[derive(Debug, Default)]
pub(crate) struct Crate {
    pub(crate) modules: BTreeMap<String, Module>,
    macros: BTreeMap<String, Macro>,
}

/// A module without those below it.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Where it is, from the project's folder.
    pub(crate) file: PathBuf,
    /// The names it defines.
    pub(crate) items: BTreeSet<String>,
    /// The names that its list defines: `ALL` of `rules!`.
    pub(crate) listed_items: BTreeSet<String>,
    /// Words in the bodies of macros that it calls, which may define them: `references! { FunctionReferences {} }`.
    pub(crate) perhaps: BTreeSet<String>,
    /// The modules that its list declares, with their lines.
    pub(crate) listed: Vec<(String, usize)>,
    /// Every import.
    pub(crate) imports: Vec<Import>,
    /// Every other path.
    pub(crate) paths: Vec<Name>,
}

/// An import.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// Its path.
    pub(crate) of: Name,
    /// What it is called here; none if everything is imported.
    pub(crate) alias: Option<String>,
    /// Whether others may import it from here.
    pub(crate) exported: bool,
}

/// A path: `["super", "path", "Path"]`, or a single word.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) segments: Vec<String>,
    pub(crate) line: usize,
    /// Whether it stands in the macro that declares modules.
    pub(crate) of_list: bool,
    /// Whether it is a macro that is called.
    pub(crate) called: bool,
}

/// A macro of the crate's own.
#[derive(Debug, Default)]
struct Macro {
    module: String,
    /// Whether it declares modules: `mod $name`.
    lists: bool,
    /// Whether it exports all they hold: `pub use $name::*`.
    exports: bool,
    items: BTreeSet<String>,
}

/// The file's module, by its path below `src`.
fn path_of(file: &Path) -> String {
    let mut parts: Vec<_> =
        file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod")
        || matches!(&*parts, [only] if only == "lib" || only == "main")
    {
        parts.pop();
    }
    parts.join("::")
}

/// A module's path below another.
pub(crate) fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

/// The module that a module is in; the root is in itself.
pub(crate) fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}

impl Crate {
    /// The crate of these files below its folder `src`; tests are left out.
    pub(crate) fn new(src: &Path, files: &[(PathBuf, String)]) -> Crate {
        let mut read = Vec::new();
        let mut of_tests = BTreeSet::new();
        for (file, text) in files {
            let module = path_of(file);
            let (kept, tests) = without_tests(&tokens(text));
            of_tests.extend(tests.iter().map(|name| join(&module, name)));
            read.push((file, module, kept));
        }
        read.retain(|(_, module, _)| {
            !of_tests.iter().any(|test| module == test || module.starts_with(&format!("{test}::")))
        });
        let mut found = Crate::default();
        for (_, module, tokens) in &read {
            found.find_macros(module, tokens);
        }
        for (file, module, tokens) in &read {
            found.scan(&src.join(file), module, tokens);
        }
        found
    }

    /// The module that defines the macro of that name.
    pub(crate) fn module_of_macro(&self, name: &str) -> Option<&str> {
        self.macros.get(name).map(|known| known.module.as_str())
    }

    fn find_macros(&mut self, module: &str, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            if token.text != "macro_rules" || at + 3 >= tokens.len() {
                continue;
            }
            let body = &tokens[at + 3..after_group(tokens, at + 3)];
            let pairs = || body.windows(2).map(|pair| (pair[0].text.as_str(), pair[1].text.as_str()));
            let known = Macro {
                module: module.to_owned(),
                lists: pairs().any(|pair| pair == ("mod", "$")),
                exports: pairs().any(|pair| pair == ("use", "$")) && pairs().any(|pair| pair == ("::", "*")),
                // Those in the braces of the macro and of its arm.
                items: definitions(body, 2),
            };
            self.macros.insert(tokens[at + 2].text.clone(), known);
        }
    }

    fn scan(&mut self, file: &Path, module: &str, tokens: &[Token]) {
        let mut found = Module { file: file.to_owned(), ..Module::default() };
        // The body of the last macro that is defined here, and whether it declares modules.
        let (mut body, mut lists) = (0..0, false);
        let mut outside = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
            let of_list = lists && body.contains(&at);
            if !body.contains(&at) {
                outside.push(token.clone());
            }
            match token.text.as_str() {
                "macro_rules" if text(at + 1) == "!" => {
                    body = at + 3..after_group(tokens, at + 3);
                    lists = self.macros.get(text(at + 2)).is_some_and(|known| known.lists);
                    at += 3;
                }
                "use" if text(at + 1) != "<" => {
                    let exported = at > 0 && matches!(text(at - 1), "pub" | ")");
                    at = import(tokens, at + 1, &[], &mut |of, alias| {
                        let of = Name { of_list, ..of };
                        found.imports.push(Import { of, alias, exported });
                    });
                }
                "mod" if text(at + 2) == "{" && !body.contains(&at) => {
                    let end = after_group(tokens, at + 2);
                    self.scan(file, &join(module, text(at + 1)), &tokens[at + 3..end - 1]);
                    at = end;
                }
                "mod" => at += 2,
                _ if token.is_word() => {
                    let before = if at > 0 { text(at - 1) } else { "" };
                    let (segments, end) = path(tokens, at);
                    let called = text(end) == "!" && matches!(text(end + 1), "{" | "(" | "[");
                    if called && segments.len() == 1 && !body.contains(&at) {
                        self.call(&mut found, &token.text, &tokens[end + 1..after_group(tokens, end + 1)]);
                    }
                    let part = matches!(before, "." | "::") || (before == "$" && token.text != "crate");
                    let field = segments.len() == 1 && text(end) == ":";
                    if !part && !field {
                        found.paths.push(Name { segments, line: token.line, of_list, called });
                    }
                    at = end;
                }
                _ => at += 1,
            }
        }
        found.items.extend(definitions(&outside, 0));
        self.modules.insert(module.to_owned(), found);
    }

    /// What a call of a macro declares.
    fn call(&self, found: &mut Module, name: &str, arguments: &[Token]) {
        let words = || arguments.iter().filter(|token| token.is_word());
        let Some(known) = self.macros.get(name) else { return };
        if !known.lists {
            found.items.extend(known.items.iter().cloned());
            found.perhaps.extend(words().map(|word| word.text.clone()));
            return;
        }
        found.listed_items.extend(known.items.iter().cloned());
        for word in words() {
            found.listed.push((word.text.clone(), word.line));
            if known.exports {
                let segments = vec!["self".into(), word.text.clone()];
                let of = Name { segments, line: word.line, of_list: true, called: false };
                found.imports.push(Import { of, alias: None, exported: true });
            }
        }
    }
}

/// The names of the items in so many braces.
fn definitions(tokens: &[Token], depth: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: usize = 0;
    for pair in tokens.windows(2) {
        match pair[0].text.as_str() {
            "{" => open += 1,
            "}" => open = open.saturating_sub(1),
            "fn" | "struct" | "enum" | "union" | "trait" | "type" | "const" | "static"
                if open == depth && pair[1].is_word() && pair[1].text != "fn" =>
            {
                found.insert(pair[1].text.clone());
            }
            _ => {}
        }
    }
    found
}

/// The path that begins at `at`, and the index after it.
fn path(tokens: &[Token], mut at: usize) -> (Vec<String>, usize) {
    let mut segments = vec![tokens[at].text.clone()];
    at += 1;
    while tokens.get(at).is_some_and(|token| token.text == "::")
        && tokens.get(at + 1).is_some_and(Token::is_word)
    {
        segments.push(tokens[at + 1].text.clone());
        at += 2;
    }
    (segments, at)
}

/// Reads one tree of a `use`, and gives the index after it.
fn import(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    found: &mut dyn FnMut(Name, Option<String>),
) -> usize {
    let mut segments = before.to_vec();
    let mut alias = None;
    let mut line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => {}
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token.text != "}") {
                    let next = import(tokens, at, &segments, found);
                    // A comma, or what a macro repeats.
                    at = next + usize::from(tokens.get(next).is_some_and(|token| token.text != "}"));
                }
                return at + 1;
            }
            "*" => {
                found(Name { segments, line, of_list: false, called: false }, None);
                return at + 1;
            }
            "as" => {
                alias = tokens.get(at + 1).map(|token| token.text.clone());
                at += 1;
            }
            "$" => {}
            _ if token.is_word() => {
                line = token.line;
                // `a::{self}` is `a`.
                if token.text != "self" || segments.is_empty() {
                    // What a list puts in is known from the list.
                    let of_macro = at > 0 && tokens[at - 1].text == "$" && token.text != "crate";
                    segments.push(if of_macro { "$".to_owned() } else { token.text.clone() });
                }
            }
            _ => break,
        }
        at += 1;
    }
    if !segments.iter().any(|segment| segment == "$") {
        alias = alias.or_else(|| segments.last().cloned());
        found(Name { segments, line, of_list: false, called: false }, alias);
    }
    at
}
