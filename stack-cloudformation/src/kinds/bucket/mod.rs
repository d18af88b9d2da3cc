//! An S3 bucket.

mod emit;
mod properties;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{BucketArn, BucketName};

pub use properties::BucketProperties;

/// An S3 bucket: encrypted, and never public. It is kept when it leaves the stack, unless
/// `deletion_policy = "Delete"`.
///
/// ```ignore
/// #[resource(versioning = true, expiration = [("tmp/", 7)], enable_event_bus_notifications = true)]
/// uploads: Bucket,
/// ```
///
/// The properties are on [`BucketProperties`], the parameters that others can refer to on
/// [`BucketReferences`].
#[derive(Debug)]
pub struct Bucket {
    _private: (),
}

impl<S> BelongsTo<S> for Bucket {}

impl Kind for Bucket {
    type Properties = BucketProperties;
    type References = BucketReferences;
    const NEW: BucketProperties = BucketProperties::new();

    fn emit(properties: &BucketProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        emit::emit(properties, scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a bucket that others can refer to.
    pub struct BucketReferences {
        /// The bucket's name.
        name: BucketName = Ref("Bucket");
        /// The bucket's ARN.
        arn: BucketArn = GetAtt("Bucket", "Arn");
    }
}
