//! run
use crate::{error::Error, stack::Stack};
pub(crate) fn main<S: Stack>() -> crate::Result {
    let _ = S::template();
    Ok(())
}
pub(crate) fn write_template<S: Stack>(_p: &std::path::Path) -> Result<(), Error> {
    let _ = S::template()?;
    Ok(())
}
