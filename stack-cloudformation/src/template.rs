//! A CloudFormation template as a value.
/// A template.
#[derive(Debug)]
pub struct Template {}
