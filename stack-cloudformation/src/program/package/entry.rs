//! The file that an artifact is made from.

use crate::error::Error;
use std::path::Path;

/// Says which file is missing before a tool says it in its own words.
pub(super) fn require_file(manifest_dir: &Path, entry: &str) -> Result<(), Error> {
    match std::fs::metadata(manifest_dir.join(entry)) {
        Ok(there) if there.is_file() => Ok(()),
        Ok(_) => Err(Error::new(format!("{entry} is not a file"))),
        Err(error) => Err(Error::new(format!("cannot read {entry} in {}: {error}", manifest_dir.display()))),
    }
}
