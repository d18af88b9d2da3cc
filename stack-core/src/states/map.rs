//! Map: runs one processor for every item of a list.

use super::*;
use crate::json::Node;
use crate::model::{Machine, State};

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
        Group::at_most_one(&["ItemSelector", "Parameters"]).unsure(),
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
        Field::new("InputType", Shape::Word(&["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"])).unsure(),
        Field::new("CSVHeaderLocation", Shape::Word(&["FIRST_ROW", "GIVEN"])),
        Field::new("CSVHeaders", Shape::Texts),
        Field::new("CSVDelimiter", Shape::Word(&["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"])).unsure(),
        Field::new("ManifestType", Shape::Word(&["ATHENA_DATA", "S3_INVENTORY"])).unsure(),
        Field::new("Transformation", Shape::Word(&["NONE", "LOAD_AND_FLATTEN"])).unsure(),
        Field::new("ItemsPointer", Shape::Text),
        Field::new("MaxItems", Shape::Integer(0, 100_000_000)).expression().unsure(),
        Field::new("MaxItemsPath", Shape::ReferencePath).jsonpath(),
    ],
    &[Group::at_most_one(&["MaxItems", "MaxItemsPath"]).unsure()],
);

/// How items are put together for one child execution.
pub static ITEM_BATCHER: Spec = Spec::open(
    "an `ItemBatcher` object",
    &[
        Field::new("MaxItemsPerBatch", Shape::Integer(1, i64::MAX)).expression().unsure(),
        Field::new("MaxItemsPerBatchPath", Shape::ReferencePath).jsonpath(),
        Field::new("MaxInputBytesPerBatch", Shape::Integer(1, 262_144)).expression().unsure(),
        Field::new("MaxInputBytesPerBatchPath", Shape::ReferencePath).jsonpath(),
        Field::new("BatchInput", Shape::Template).expression().unsure(),
    ],
    &[
        Group::at_most_one(&["MaxItemsPerBatch", "MaxItemsPerBatchPath"]).unsure(),
        Group::at_most_one(&["MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"]).unsure(),
        Group::at_least_one(&[
            "MaxItemsPerBatch",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatch",
            "MaxInputBytesPerBatchPath",
        ])
        .unsure(),
    ],
);

/// Where a distributed Map writes its results.
pub static RESULT_WRITER: Spec = Spec::open(
    "a `ResultWriter` object",
    &[RESOURCE, PARAMETERS, ARGUMENTS, Field::new("WriterConfig", Shape::Object(&WRITER_CONFIG))],
    &[Group::at_least_one(&["Resource", "WriterConfig"]).unsure()],
);

/// How it writes them.
pub static WRITER_CONFIG: Spec = Spec::open(
    "a `WriterConfig` object",
    &[
        Field::new("Transformation", Shape::Word(&["NONE", "COMPACT", "FLATTEN"])).required().unsure(),
        Field::new("OutputType", Shape::Word(&["JSON", "JSONL"])).required().unsure(),
    ],
    &[],
);

/// All Map states.
pub(crate) fn states<'m>(machine: &'m Machine<'m>) -> impl Iterator<Item = &'m State<'m>> {
    machine.states.iter().filter(|state| state.kind == Some(StateKind::Map))
}

/// All Map states with what processes their items.
pub(crate) fn processors<'m>(
    machine: &'m Machine<'m>,
) -> impl Iterator<Item = (&'m State<'m>, &'m Node<'m>)> {
    states(machine).flat_map(|state| {
        ["ItemProcessor", "Iterator"].into_iter().filter_map(move |name| Some((state, state.node.get(name)?)))
    })
}

/// Whether the state is a Map that certainly starts no executions of its own, or no Map at all.
pub(crate) fn is_inline(state: &State<'_>) -> bool {
    let processor = |name| state.node.get(name);
    let Some(processor) = processor("ItemProcessor").or_else(|| processor("Iterator")) else {
        return state.kind.is_some_and(|kind| kind != StateKind::Map);
    };
    let Some(config) = processor.get("ProcessorConfig") else {
        return container::PROCESSOR.knows_all_of(processor);
    };
    match config.get("Mode") {
        None => container::PROCESSOR_CONFIG.knows_all_of(config),
        Some(mode) => mode.as_str() == Some("INLINE"),
    }
}

/// Whether the state runs in an Express execution that a distributed Map starts.
pub(crate) fn in_express_child(machine: &Machine<'_>, state: &State<'_>) -> bool {
    let mut container = machine.container_of(state);
    while let Some(inner) = container {
        let config = inner.node.get("ProcessorConfig");
        let word = |name| config.and_then(|config| config.get(name)).and_then(Node::as_str);
        if word("Mode") == Some("DISTRIBUTED") {
            return word("ExecutionType") == Some("EXPRESS");
        }
        let owner = inner.owner.and_then(|owner| machine.states.get(owner));
        container = owner.and_then(|owner| machine.container_of(owner));
    }
    false
}
