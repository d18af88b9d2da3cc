//! A machine as its tokens declare it: what `parse` makes and `expand` turns into Rust.

use crate::sites::Spans;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use stack_core::json::{At, Json, Node, Site};
use stack_core::language::MachineType;

/// Everything before the body.
#[derive(Debug)]
pub(crate) struct Header {
    /// `#[doc ..]` attributes, as they were written.
    pub(crate) docs: TokenStream,
    /// The text of its doc comments.
    pub(crate) comment: Option<At<String>>,
    /// `pub` or what else there is.
    pub(crate) visibility: TokenStream,
    /// The machine's name.
    pub(crate) name: Ident,
    /// The path after `in`.
    pub(crate) stack: Option<TokenStream>,
    /// Standard or Express.
    pub(crate) kind: MachineType,
    /// The path of the crate `stack`.
    pub(crate) krate: TokenStream,
    /// What `#[substitutions(..)]` declares.
    pub(crate) substitutions: Vec<Substitution>,
}

/// `BillArn = bill_customer.arn`: what a placeholder of the definition stands for.
#[derive(Debug)]
pub(crate) struct Substitution {
    /// The placeholder's name.
    pub(crate) name: String,
    /// The tokens of the name.
    pub(crate) spans: Spans,
    /// What stands for it.
    pub(crate) value: SubstitutionValue,
}

/// What stands for a placeholder.
#[derive(Debug)]
pub(crate) enum SubstitutionValue {
    /// `bill_customer.arn`
    Reference(Vec<Ident>),
    /// A text, which may have placeholders itself.
    Text(String),
    /// A number, `true` or `false`, with how it is written.
    Constant(Json<'static>, String),
    /// What could not be read, which is reported.
    Broken,
}

/// `#[allow(stack::rule-id)]`
#[derive(Debug)]
pub(crate) struct Allowance {
    /// The rule's id.
    pub(crate) rule: At<String>,
    /// Where it holds.
    pub(crate) scope: AllowanceScope,
}

/// Where an [`Allowance`] holds.
#[derive(Debug)]
pub(crate) enum AllowanceScope {
    /// In the whole machine.
    Machine,
    /// In the state of that name.
    Named(At<String>),
    /// From the first site to the last.
    Range(Site, Site),
}

/// A definition, and what it needs from its surroundings.
#[derive(Debug)]
pub(crate) struct Body<'a> {
    /// The definition, with holes whose numbers are indexes into `fillings`.
    pub(crate) root: Node<'a>,
    /// What fills the holes.
    pub(crate) fillings: Vec<Filling>,
    /// Of strings with references in them: the number of what fills them. The definition has them as they were written.
    pub(crate) texts: Vec<(Site, u32)>,
    /// The literal that holds the definition or names its file; none for a body of tokens.
    pub(crate) literal: Option<Literal>,
}

/// What fills a hole.
#[derive(Debug)]
pub(crate) struct Filling {
    /// Where its value comes from.
    pub(crate) kind: FillingKind,
    /// The site of the value.
    pub(crate) site: Site,
    /// It means what it looks like, even if something else is wrong: the field it stands in is known.
    pub(crate) is_certain: bool,
}

/// The kinds of fillings.
#[derive(Debug)]
pub(crate) enum FillingKind {
    /// `bill_customer.arn`
    Reference {
        /// The words between the dots.
        path: Vec<Ident>,
        /// It stands in a `Resource` field.
        is_resource: bool,
        /// It is written in the header, for a placeholder: what its error message starts with, if that is in a text.
        declared: Option<String>,
    },
    /// `"$ResourceParam('billCustomer', 'arn')"`
    ByName {
        /// The resource's name.
        resource: String,
        /// The parameter's name.
        param: String,
        /// It stands in a `Resource` field.
        is_resource: bool,
        /// What its error message starts with: file, line and column, if it stands in a text.
        place: String,
        /// The literal.
        span: Span,
    },
    /// A string with references in it, as the text of a `Fn::Sub`: `${3}` is filling number 3.
    Text(String),
    /// `(expr)`
    Expression {
        /// What stands in the parentheses.
        tokens: TokenStream,
        /// The opening one.
        span: Span,
    },
}
