//! Where kinds put their CloudFormation resources while a template is made.
use crate::{error::Error, kind::Kind, stack::Stack, template::Template};
/// The template in the making.
#[derive(Debug, Default)]
pub struct Builder {}
/// The part of the template that belongs to one resource of the stack.
#[derive(Debug)]
pub struct Scope<'a> {
    _b: &'a mut Builder,
}
impl Builder {
    pub(crate) fn template<S: Stack>() -> Result<Template, Error> {
        let mut b = Builder {};
        S::build(&mut b)?;
        Ok(Template {})
    }
    /// Adds a resource.
    pub fn add<K: Kind>(&mut self, _name: &'static str, properties: &K::Properties) -> Result<(), Error> {
        K::emit(properties, &mut Scope { _b: self })
    }
}
