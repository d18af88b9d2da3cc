//! Tests as text
