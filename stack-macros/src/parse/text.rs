//! Definitions in files and strings: JSON, read by the core, and YAML, if the feature for it is on.

use crate::declaration::{Allowance, AllowanceScope, Body, Header};
use crate::local_file;
use crate::parse::directive;
use crate::parse::literal::{self, Value};
use crate::parse::place::{Fields, Place, ROOT};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use crate::text::Text;
use proc_macro2::Literal;
use stack_core::finding::Findings;
use stack_core::json::{At, Json, Node};
use std::cell::OnceCell;
use std::path::Path;

impl Reader {
    /// The text that a literal holds, or that is in the file that it names; nothing if there is none, which is reported.
    pub(crate) fn load(&mut self, literal: &Literal) -> Option<Text> {
        let spans = Spans::from(literal.span());
        let Ok(Value::String(value)) = literal::read("", &literal.to_string()) else {
            let help = "write `r#\"{ .. }\"#`, or the path of a file that ends in `.json` or `.yaml`";
            self.fault(spans, "expected a string literal", &[help]);
            return None;
        };
        if value.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            return Some(Text { text: value, file: None, spans, table: OnceCell::new() });
        }
        if is_yaml(&value) && !cfg!(feature = "yaml") {
            let message = format!("`{value}` is YAML, which needs the feature `yaml` of the crate `stack`");
            self.fault(
                spans,
                message,
                &["in Cargo.toml, add `features = [\"yaml\"]` to the dependency `stack`"],
            );
            return None;
        }
        if !value.ends_with(".json") && !is_yaml(&value) {
            let help = [
                "a definition in a string starts with `{`",
                "a file's path is relative to `Cargo.toml` and ends in `.json` or `.yaml`",
            ];
            self.fault(
                spans,
                format!("`{}` is neither a definition nor a file's path", shorten(&value)),
                &help,
            );
            return None;
        }
        match read_file(&value) {
            Ok(text) => Some(Text { text, file: Some(value), spans, table: OnceCell::new() }),
            Err(message) => {
                self.fault(spans, message, &[]);
                None
            }
        }
    }

    /// Reads a definition in a text.
    pub(crate) fn text_body<'a>(&mut self, source: &'a Text, literal: &Literal, header: &Header) -> Body<'a> {
        let mut root = value(source, &self.findings);
        // The second is that of a misspelt one, too.
        if ["Param(", "('"].iter().any(|start| source.text.contains(start)) {
            self.directives(&mut root, ROOT, source);
        }
        // Escapes may hide the start of one.
        self.has_placeholders = source.text.contains("${") || source.text.contains('\\');
        self.interpolate(&mut root, header, Some(source));
        if let Json::Object(members) = &mut root.json
            && let Some(second) = self.comment(header, members, |site| source.site(site))
        {
            let message =
                source.message(second, "the doc comment already is the `Comment`\nhelp: keep one of the two");
            self.faults.add(second, source.spans, message, &[]);
        }
        for Allowance { rule, scope } in &mut self.allowances {
            rule.site = source.site(rule.site);
            if let AllowanceScope::Named(At { site, .. }) = scope {
                *site = source.site(*site);
            }
        }
        self.body(root, Some(literal.clone()))
    }

    /// Makes holes of the references in strings.
    fn directives(&mut self, node: &mut Node<'_>, place: Place, source: &Text) {
        match &mut node.json {
            Json::String(text) => match directive::read(text) {
                None => {}
                Some(Ok(directive)) => {
                    let prefix = source.prefix(node.site);
                    self.refers(source.spans, || text.clone().into_owned());
                    let kind = directive.filling(place.is_resource(), prefix, source.spans.first);
                    node.json = self.fill(kind, node.site, true);
                }
                Some(Err((message, help))) => {
                    let message = source.message(node.site, &format!("{message}\nhelp: {help}"));
                    self.faults.add(node.site, source.spans, message, &[]);
                    node.json = Json::Broken;
                }
            },
            Json::Array(items) => {
                for item in items {
                    self.directives(item, place.item(), source);
                }
            }
            Json::Object(members) => {
                let kind = members.iter().find(|member| member.key.value == "Type");
                let fields: Fields = match kind.and_then(|member| member.value.as_str()) {
                    Some(kind) => place.fields().with_type(kind),
                    None => place.fields(),
                };
                for member in members {
                    let (place, _) = fields.member(&member.key.value);
                    self.directives(&mut member.value, place, source);
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Hole(_) | Json::Broken => {}
        }
    }
}

/// Those who write a tag want one of CloudFormation's.
#[cfg(feature = "yaml")]
const TAG_HELP: &str = "a reference to a resource is `\"$ResourceParam('resourceName', 'arn')\"`";

/// Whether a file holds YAML, by its name.
fn is_yaml(path: &str) -> bool {
    path.ends_with(".yaml") || path.ends_with(".yml")
}

/// The definition, in the language of its text.
fn value<'a>(source: &'a Text, out: &Findings) -> Node<'a> {
    #[cfg(feature = "yaml")]
    if source.file.as_deref().is_some_and(is_yaml) {
        let (node, table) = stack_yaml::read(&source.text, &|_| Err(TAG_HELP), out);
        source.table.get_or_init(|| table);
        return node;
    }
    stack_core::read(&source.text, &[], out)
}

/// The text of a file, or why there is none.
fn read_file(path: &str) -> Result<String, String> {
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Err(format!("`{path}` is relative to `CARGO_MANIFEST_DIR`, which only cargo sets"));
    };
    let bytes = match std::fs::read(local_file::find(Path::new(&folder), path)?) {
        Ok(bytes) => bytes,
        Err(error) => return Err(format!("the file `{path}` cannot be read: {error}")),
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("the file `{path}` is not UTF-8 after its first {at} bytes\nhelp: save it as UTF-8")
    })
}

/// The start of a long text.
fn shorten(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    if start.len() < text.len() { format!("{start}...") } else { start }
}
