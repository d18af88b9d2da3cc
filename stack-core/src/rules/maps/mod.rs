//! Map states: readers, labels, modes.

rules! {
    csv_header_mismatch: check,
    distributed_only_field: check,
    duplicate_csv_header: check,
    duplicate_label: check,
    execution_type_mismatch: check,
    malformed_label: check,
    unknown_item_source: check,
}
