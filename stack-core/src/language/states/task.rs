//! Task: work done by a function, a service or an activity.

use super::error::{CATCH, RETRY};
use super::fields::*;
use crate::language::spec::{Field, Group, Shape, Spec};

/// The fields of a Task state.
pub static SPEC: Spec = Spec::closed(
    "a Task state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        Field::new("Resource", Shape::Resource).required(),
        Field::new("Credentials", Shape::Object(&CREDENTIALS)),
        INPUT_PATH,
        PARAMETERS,
        ARGUMENTS,
        Field::new("TimeoutSeconds", SECONDS).expression(),
        Field::new("TimeoutSecondsPath", Shape::ReferencePath).jsonpath(),
        Field::new("HeartbeatSeconds", SECONDS).expression(),
        Field::new("HeartbeatSecondsPath", Shape::ReferencePath).jsonpath(),
        RESULT_SELECTOR,
        RESULT_PATH,
        OUTPUT_PATH,
        OUTPUT,
        ASSIGN,
        RETRY,
        CATCH,
        NEXT,
        END,
    ],
    &[
        FLOW,
        Group::at_most_one(&["TimeoutSeconds", "TimeoutSecondsPath"]),
        Group::at_most_one(&["HeartbeatSeconds", "HeartbeatSecondsPath"]),
    ],
);

const SECONDS: Shape = Shape::Integer(1, 99_999_999);

/// The role under which a task runs.
pub static CREDENTIALS: Spec = Spec::open(
    "a `Credentials` object",
    &[
        Field::new("RoleArn", Shape::Text).expression(),
        Field::new("RoleArn.$", Shape::PathOrIntrinsic).jsonpath(),
    ],
    &[
        Group::at_least_one(&["RoleArn", "RoleArn.$"]),
        Group::at_most_one(&["RoleArn", "RoleArn.$"]).unconfirmed(),
    ],
);
