//! JSON: the value with places, its reader and its writer.

pub mod interpolation;
mod object;
pub mod read;
mod scan;
mod site;
mod value;
pub mod write;

pub use object::Object;
pub use scan::{is_number, range, token};
pub use site::{At, Site};
pub use value::{Hole, Json, Member, Node};
