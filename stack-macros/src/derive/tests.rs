//! The expansion, as text.
