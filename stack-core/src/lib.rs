//! The Amazon States Language and its checker: what a definition is, and what is wrong with it.
//!
//! The way of a definition: a reader ([`read`], or the macro's own) makes a [`json::Node`] with a
//! [`site::Site`] for every token; [`check`] builds the [`model::Machine`], compares every object with
//! its [`spec::Spec`], and lets the [`rules`] look at the whole; [`write`] prints the value again.
//!
//! This crate knows no tokens, spans or files, does no I/O, never panics and cannot fail: it returns
//! a value and findings. It is exempt from semver; depend on `stack` instead.

pub mod finding;
pub mod json;
pub mod model;
pub mod rules;
pub mod similar;
pub mod site;
pub mod spec;
