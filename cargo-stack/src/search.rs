//! Searches through whole files, of which most find nothing: many bytes at once, as the library `memchr` does it.

use memchr::memmem;

/// Whether a part is in a text.
pub(crate) fn contains(text: &str, part: &str) -> bool {
    memmem::find(text.as_bytes(), part.as_bytes()).is_some()
}
