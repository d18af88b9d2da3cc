//! A DynamoDB table.

mod emit;
mod properties;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{StreamArn, TableArn, TableName};

pub use properties::TableProperties;

/// A DynamoDB table. It is kept when it leaves the stack, unless `deletion_policy = "Delete"`.
///
/// ```ignore
/// #[resource(
///     partition_key = ("customer", "string"),
///     sort_key = ("placed", "number"),
///     secondary_indexes = [("by-status", [("status", "string"), ("placed", "number")])],
/// )]
/// orders: Table,
/// ```
///
/// The properties are on [`TableProperties`], the parameters that others can refer to on
/// [`TableReferences`].
#[derive(Debug)]
pub struct Table {
    _private: (),
}

impl<S> BelongsTo<S> for Table {}

impl Kind for Table {
    type Properties = TableProperties;
    type References = TableReferences;
    const NEW: TableProperties = TableProperties::new();

    fn emit(properties: &TableProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        emit::emit(properties, scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a table that others can refer to.
    pub struct TableReferences {
        /// The table's name.
        name: TableName = Ref("Table");
        /// The table's ARN.
        arn: TableArn = GetAtt("Table", "Arn");
        /// The ARN of its stream, with `stream_type`.
        stream_arn: StreamArn = GetAtt("Table", "StreamArn");
    }
}
