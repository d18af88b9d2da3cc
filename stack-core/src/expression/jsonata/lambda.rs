//! Lambdas, `function($x)<s:s>{$x}`: the parameters, the signature and the body.

use super::SyntaxError;
use super::lexer::{Token, word};
use super::op::Op;
use super::parser::{Parser, Result};
use super::tree::{Id, List, Node, NodeKind};

impl<'t> Parser<'t> {
    /// Whether the word before the parentheses is `function` or `λ`.
    pub(super) fn is_lambda(&self, left: Id) -> bool {
        let Node { kind: NodeKind::Path(steps), attached, .. } = self.tree.node(left) else { return false };
        let step = self.tree.node(steps.first);
        let plain = steps.first == steps.last && *attached == List::default() && step.attached == *attached;
        plain && matches!(&step.kind, NodeKind::Name(name) if name == "function" || name == "λ")
    }

    /// The rest of a lambda: a signature and the body.
    pub(super) fn lambda(&mut self, parameters: List) -> Result<NodeKind<'t>> {
        self.parameters(parameters)?;
        let signature = if self.at(Op::Less) { Some(self.signature()?) } else { None };
        self.expect(Op::Brace, false)?;
        let body = self.expression(0)?;
        self.expect(Op::BraceEnd, false)?;
        Ok(NodeKind::Lambda { parameters, signature, body })
    }

    fn parameters(&self, parameters: List) -> Result<()> {
        for (at, parameter) in self.tree.list(parameters).enumerate() {
            if self.variable(parameter).is_none() {
                let message = format!("parameter {} of a function must be a variable such as `$x`", at + 1);
                return Err(SyntaxError::new("S0208", self.tree.node(parameter).offset, message));
            }
        }
        Ok(())
    }

    /// A signature as it was written.
    fn signature(&mut self) -> Result<&'t str> {
        let start = self.start;
        let mut text = "<".to_owned();
        let mut depth = 1_usize;
        while depth > 0 && !self.at(Op::Brace) && self.token != Token::End {
            self.advance(false)?;
            match &self.token {
                Token::Operator(op) => {
                    depth = match op {
                        Op::Greater => depth - 1,
                        Op::Less => depth + 1,
                        _ => depth,
                    };
                    text.push_str(op.text());
                }
                Token::Name(name) | Token::Variable(name) => text.push_str(name),
                Token::String(string) => text.push_str(string),
                Token::Literal(value) => text.push_str(word(*value)),
                Token::Regex(pattern, _) => text.push_str(pattern),
                Token::Number(_) | Token::End => {}
            }
        }
        let end = self.start + 1;
        self.expect(Op::Greater, false)?;
        check(&text).map_err(|(code, message)| SyntaxError::new(code, start, message))?;
        Ok(self.written(start, end))
    }
}

/// The code and the reason if a signature, `<s-n?:s>`, is refused.
fn check(text: &str) -> std::result::Result<(), (&'static str, &'static str)> {
    let bytes = text.as_bytes();
    let mut at = 1;
    let mut before = b' ';
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b':' => break,
            b's' | b'n' | b'b' | b'l' | b'o' | b'a' | b'f' | b'j' | b'x' => before = byte,
            b'(' => {
                let end = closing(bytes, at, b'(', b')');
                if bytes.get(at..end).is_some_and(|choice| choice.contains(&b'<')) {
                    return Err(("S0402", "a choice of types in a signature cannot hold a type in `<>`"));
                }
                (at, before) = (end, b'(');
            }
            b'<' if matches!(before, b'a' | b'f') => at = closing(bytes, at, b'<', b'>'),
            b'<' => return Err(("S0401", "in a signature only `a` and `f` take a type in `<>`")),
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

/// Where the bracket that opens at `start` is closed; the end if it is not.
fn closing(bytes: &[u8], start: usize, open: u8, close: u8) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at;
            }
        }
    }
    bytes.len()
}
