//! A position in a list of tokens.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// What is left of a list of tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    rest: &'t [TokenTree],
    end: Span,
}

/// The tokens of a stream, without the invisible groups that `macro_rules!` puts around what it passes on.
pub(crate) fn tokens(stream: TokenStream) -> Vec<TokenTree> {
    let is_invisible =
        |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::None);
    let mut list: Vec<TokenTree> = stream.into_iter().collect();
    while list.iter().any(is_invisible) {
        let mut flat = Vec::with_capacity(list.len());
        for token in list {
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                    flat.extend(group.stream())
                }
                token => flat.push(token),
            }
        }
        list = flat;
    }
    list
}

impl<'t> Cursor<'t> {
    /// At the first of the tokens. `end` is where a message points when they are at an end.
    pub(crate) fn new(tokens: &'t [TokenTree], end: Span) -> Self {
        Cursor { rest: tokens, end }
    }

    /// At the first token inside a group.
    pub(crate) fn inside(tokens: &'t [TokenTree], group: &Group) -> Self {
        Cursor::new(tokens, group.span_close())
    }

    /// The next token.
    pub(crate) fn peek(&self) -> Option<&'t TokenTree> {
        self.rest.first()
    }

    /// The token after the next.
    pub(crate) fn peek_second(&self) -> Option<&'t TokenTree> {
        self.rest.get(1)
    }

    /// The next token, which is then behind the cursor.
    pub(crate) fn next(&mut self) -> Option<&'t TokenTree> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// Where the next token stands, or the end.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    /// Whether no token is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Whether the next token is that punctuation character.
    pub(crate) fn at(&self, character: char) -> bool {
        is_punct(self.peek(), character)
    }

    /// Whether the token after the next is that punctuation character.
    pub(crate) fn at_second(&self, character: char) -> bool {
        is_punct(self.peek_second(), character)
    }

    /// Steps over that punctuation character, if it comes next.
    pub(crate) fn eat(&mut self, character: char) -> bool {
        let there = self.at(character);
        if there {
            self.next();
        }
        there
    }

    /// Steps over everything up to the next `,`, and returns the last token of it.
    pub(crate) fn skip_to_comma(&mut self) -> Option<&'t TokenTree> {
        let mut last = None;
        while !self.is_empty() && !self.at(',') {
            last = self.next();
        }
        last
    }

    /// The next token in words for a message.
    pub(crate) fn found(&self) -> String {
        match self.peek() {
            None => "the end".into(),
            Some(TokenTree::Group(group)) => match group.delimiter() {
                Delimiter::Brace => "`{`".into(),
                Delimiter::Bracket => "`[`".into(),
                Delimiter::Parenthesis => "`(`".into(),
                Delimiter::None => "nothing".into(),
            },
            Some(TokenTree::Punct(_)) if self.at('#') && self.is_doc() => "a doc comment".into(),
            Some(token) => format!("`{token}`"),
        }
    }
}

impl Cursor<'_> {
    /// Whether the tokens of a doc comment come next: `# [doc = ".."]`.
    fn is_doc(&self) -> bool {
        let Some(TokenTree::Group(group)) = self.peek_second() else { return false };
        let first = group.stream().into_iter().next();
        matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
    }
}

fn is_punct(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}
