//! Map: runs one processor for every item of a list.

use super::container;
use super::error::{CATCH, RETRY};
use super::fields::*;
use crate::language::spec::{Field, Group, Shape, Spec};

/// The fields of a Map state.
pub static SPEC: Spec = Spec::closed(
    "a Map state",
    &[
        TYPE,
        COMMENT,
        QUERY_LANGUAGE,
        INPUT_PATH,
        Field::new("ItemReader", Shape::Object(&ITEM_READER)),
        Field::new("ItemsPath", Shape::ReferencePath).jsonpath(),
        Field::new("Items", Shape::Items).jsonata().expression(),
        Field::new("ItemSelector", Shape::Template).expression(),
        PARAMETERS,
        Field::new("ItemBatcher", Shape::Object(&ITEM_BATCHER)),
        Field::new("ItemProcessor", Shape::Object(&container::PROCESSOR)),
        Field::new("Iterator", Shape::Object(&container::PROCESSOR)),
        Field::new("MaxConcurrency", COUNT).expression(),
        Field::new("MaxConcurrencyPath", Shape::ReferencePath).jsonpath(),
        Field::new("ToleratedFailureCount", COUNT).expression(),
        Field::new("ToleratedFailureCountPath", Shape::ReferencePath).jsonpath(),
        Field::new("ToleratedFailurePercentage", Shape::Number(0.0, 100.0)).expression(),
        Field::new("ToleratedFailurePercentagePath", Shape::ReferencePath).jsonpath(),
        Field::new("ResultWriter", Shape::Object(&RESULT_WRITER)),
        Field::new("Label", Shape::Text),
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
        Group::exactly_one(&["ItemProcessor", "Iterator"]),
        Group::at_most_one(&["MaxConcurrency", "MaxConcurrencyPath"]),
        Group::at_most_one(&["ToleratedFailureCount", "ToleratedFailureCountPath"]),
        Group::at_most_one(&["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"]),
        // The one is the other's old name; only the specification forbids both.
        Group::at_most_one(&["ItemSelector", "Parameters"]).unconfirmed(),
    ],
);

/// AWS accepts the largest 64-bit integer.
const COUNT: Shape = Shape::Integer(0, i64::MAX);

/// Where a distributed Map reads its items.
pub static ITEM_READER: Spec = Spec::open(
    "an `ItemReader` object",
    &[
        Field::new("Resource", Shape::Resource).required(),
        PARAMETERS,
        ARGUMENTS,
        Field::new("ReaderConfig", Shape::Object(&READER_CONFIG)),
    ],
    &[],
);

/// How it reads them.
pub static READER_CONFIG: Spec = Spec::open(
    "a `ReaderConfig` object",
    &[
        Field::new("InputType", Shape::Word(&["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"])).fails(),
        Field::new("CSVHeaderLocation", Shape::Word(&["FIRST_ROW", "GIVEN"])),
        Field::new("CSVHeaders", Shape::StringList),
        Field::new("CSVDelimiter", Shape::Word(&["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"]))
            .unconfirmed(),
        Field::new("ManifestType", Shape::Word(&["ATHENA_DATA", "S3_INVENTORY"])).unconfirmed(),
        Field::new("Transformation", Shape::Word(&["NONE", "LOAD_AND_FLATTEN"])).unconfirmed(),
        Field::new("ItemsPointer", Shape::Text),
        Field::new("MaxItems", Shape::Integer(0, 100_000_000)).expression().unconfirmed(),
        Field::new("MaxItemsPath", Shape::ReferencePath).jsonpath(),
    ],
    &[Group::at_most_one(&["MaxItems", "MaxItemsPath"]).unconfirmed()],
);

/// How items are put together for one child execution.
pub static ITEM_BATCHER: Spec = Spec::open(
    "an `ItemBatcher` object",
    &[
        Field::new("MaxItemsPerBatch", Shape::Integer(1, i64::MAX)).expression().unconfirmed(),
        Field::new("MaxItemsPerBatchPath", Shape::ReferencePath).jsonpath(),
        Field::new("MaxInputBytesPerBatch", Shape::Integer(1, 262_144)).expression().unconfirmed(),
        Field::new("MaxInputBytesPerBatchPath", Shape::ReferencePath).jsonpath(),
        Field::new("BatchInput", Shape::Template).expression().unconfirmed(),
    ],
    &[
        Group::at_most_one(&["MaxItemsPerBatch", "MaxItemsPerBatchPath"]).unconfirmed(),
        Group::at_most_one(&["MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"]).unconfirmed(),
    ],
);

/// Where a distributed Map writes its results.
pub static RESULT_WRITER: Spec = Spec::open(
    "a `ResultWriter` object",
    &[RESOURCE, PARAMETERS, ARGUMENTS, Field::new("WriterConfig", Shape::Object(&WRITER_CONFIG))],
    &[Group::at_least_one(&["Resource", "WriterConfig"]).fails()],
);

/// How it writes them.
pub static WRITER_CONFIG: Spec = Spec::open(
    "a `WriterConfig` object",
    &[
        Field::new("Transformation", Shape::Word(&["NONE", "COMPACT", "FLATTEN"])).required().unconfirmed(),
        Field::new("OutputType", Shape::Word(&["JSON", "JSONL"])).required().unconfirmed(),
    ],
    &[],
);
