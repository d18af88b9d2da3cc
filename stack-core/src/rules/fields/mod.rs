//! Fields by themselves and in combination: which there are, what they hold.

rules! {
    certain_failure: check,
    conflicting_fields,
    empty_value,
    heartbeat_not_below_timeout: check,
    malformed_timestamp,
    missing_alternative,
    missing_field,
    out_of_range,
    past_timestamp: check,
    probably_refused: check,
    query_language_downgrade: check,
    unknown_field,
    unknown_state_type,
    unknown_word,
    unsupported_field: check,
    wrong_query_language,
    wrong_type,
    zero_timeout: check,
}
