//! What a distributed Map reads its items from and writes its results to.
//!
//! These integrations stand in `ItemReader` and `ResultWriter` only; they are none of a Task.

use crate::grant::{Grant, Target, When};

/// An integration by its name, and what the role of a machine has to allow for it.
pub(crate) type Storage = (&'static str, &'static [Grant]);

/// The readers. With a manifest the objects that it lists are read too, and with `Transformation` those that were
/// listed.
pub(crate) const fn readers(manifest: bool, contents: bool) -> [Storage; 2] {
    let objects = if manifest { READ_MANIFEST } else { READ_OBJECT };
    let listed = if contents { LIST_AND_READ } else { LIST };
    [("s3:getObject", objects), ("s3:listObjectsV2", listed)]
}

/// The writer. Results of many items are sent in parts.
pub(crate) const WRITER: Storage = (
    "s3:putObject",
    &[
        Grant::new(WRITE, &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/{Prefix}/*")])
            .when(When::With("Prefix")),
        Grant::new(WRITE, &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/*")])
            .when(When::Without("Prefix")),
    ],
);

const WRITE: &[&str] =
    &["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"];
const READ_OBJECT: &[Grant] = &[
    Grant::new(&["s3:GetObject"], OBJECT).when(When::Without("VersionId")),
    Grant::new(&["s3:GetObjectVersion"], OBJECT).when(When::With("VersionId")),
];
const READ_MANIFEST: &[Grant] = &[
    Grant::new(&["s3:GetObject"], &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/*")]),
    Grant::new(&["s3:GetObjectVersion"], OBJECT).when(When::With("VersionId")),
];
const OBJECT: &[Target] = &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/{Key}")];
const LIST_BUCKET: Grant =
    Grant::new(&["s3:ListBucket"], &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}")]);
const LIST: &[Grant] = &[LIST_BUCKET];
const LIST_AND_READ: &[Grant] = &[
    LIST_BUCKET,
    Grant::new(&["s3:GetObject"], &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/{Prefix|}*")]),
];
