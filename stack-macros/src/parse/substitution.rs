//! `#[substitutions(BillArn = bill_customer.arn, Stage = "test")]`: what placeholders of a definition stand for.

use crate::declaration::{Substitution, SubstitutionValue};
use crate::ident::{is_never_raw, plain};
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::literal::{self, Value};
use crate::parse::reader::Reader;
use crate::parse::run::run;
use crate::parse::word::constant;
use crate::sites::Spans;
use proc_macro2::{Delimiter, TokenTree};
use stack_core::json::Json;

const SHAPE: &str = "write `#[substitutions(Name = resource.arn, Stage = \"test\")]`";

impl Reader {
    /// Reads what stands in the brackets of the attribute.
    pub(crate) fn substitutions(
        &mut self,
        inner: &mut Cursor<'_>,
        spans: Spans,
        declared: &mut Vec<Substitution>,
    ) {
        inner.next();
        let group = match inner.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => group,
            _ => return self.fault(spans, "the substitutions are missing", &[SHAPE]),
        };
        let list = tokens(group.stream());
        let mut cursor = Cursor::inside(&list, group);
        if cursor.is_empty() {
            self.fault(spans, "the substitutions are missing", &[SHAPE]);
        }
        while !cursor.is_empty() {
            if let Some(substitution) = self.substitution(&mut cursor) {
                if declared.iter().any(|other| other.name == substitution.name) {
                    let message = format!("`{}` is declared twice", substitution.name);
                    self.fault(substitution.spans, message, &[]);
                } else {
                    declared.push(substitution);
                }
            }
            self.separator(&mut cursor, |_| false);
        }
    }

    /// Reads `Name = value`. Nothing if it is none, which is reported; the cursor is then at the next comma.
    fn substitution(&mut self, cursor: &mut Cursor<'_>) -> Option<Substitution> {
        let token = cursor.peek()?;
        let name = match token {
            TokenTree::Ident(name) => Some(plain(name)),
            TokenTree::Literal(text) => match literal::read("", &text.to_string()) {
                Ok(Value::String(text)) if is_name(&text) => Some(text),
                _ => None,
            },
            _ => None,
        };
        let Some(name) = name else {
            self.fault(
                token,
                format!("expected the name of a placeholder, found {}", cursor.found()),
                &[SHAPE],
            );
            cursor.skip_to_comma();
            return None;
        };
        cursor.next();
        if !cursor.eat('=') {
            self.fault(token, format!("nothing is said of what `{name}` stands for"), &[SHAPE]);
            cursor.skip_to_comma();
            return Some(Substitution { name, spans: token.into(), value: SubstitutionValue::Broken });
        }
        let value = self.substitution_value(cursor, &name).unwrap_or(SubstitutionValue::Broken);
        Some(Substitution { name, spans: token.into(), value })
    }

    fn substitution_value(&mut self, cursor: &mut Cursor<'_>, name: &str) -> Option<SubstitutionValue> {
        let (span, found) = (cursor.span(), cursor.found());
        match cursor.peek() {
            Some(TokenTree::Literal(text)) => {
                cursor.next();
                match literal::read("", &text.to_string()) {
                    Ok(Value::String(text)) => return Some(SubstitutionValue::Text(text)),
                    Ok(Value::Number(digits)) => {
                        let number = Json::Number(digits.clone().into());
                        return Some(SubstitutionValue::Constant(number, digits));
                    }
                    Err(refusal) => self.fault(span, refusal.message, &[&refusal.help]),
                }
                return None;
            }
            Some(TokenTree::Ident(_)) => {
                if let Some(run) = run(cursor, ".") {
                    let spans = run.spans;
                    if let Some(constant @ Json::Bool(_)) = constant(&run.text) {
                        return Some(SubstitutionValue::Constant(constant, run.text));
                    }
                    match run.path.filter(|_| !run.is_open) {
                        Some(path)
                            if path.len() > 1 && !path.iter().any(|word| is_never_raw(&plain(word))) =>
                        {
                            return Some(SubstitutionValue::Reference(path));
                        }
                        _ => {
                            let help =
                                format!("a reference names a parameter too: `{name} = bill_customer.arn`");
                            let message = format!("`{}` is no parameter of a resource", run.text);
                            self.fault(spans, message, &[&help, "a text goes in quotes"]);
                            return None;
                        }
                    }
                }
            }
            _ => {}
        }
        let message = match found.as_str() {
            // As `cargo stack convert` writes it.
            "`.`" => format!("nothing is said of what `{name}` stands for"),
            _ => format!("`{name}` stands for a parameter of a resource or a text, not for {found}"),
        };
        self.fault(span, message, &[SHAPE]);
        cursor.skip_to_comma();
        None
    }
}

/// Whether a placeholder can be called so.
fn is_name(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('!') && !text.contains(['{', '}', '"', '\n'])
}
