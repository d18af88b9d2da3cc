//! Builds what a template's functions and jobs are made from, into `.stack/<logical id>`.
//!
//! | made from | becomes |
//! |---|---|
//! | TypeScript, JavaScript | a folder with `index.mjs`, bundled by esbuild, and its source map |
//! | Python | a folder with the entry file, the other modules and packages beside it, and what its `requirements.txt` names |
//! | a prebuilt folder, or a zip file | the same folder, the same file |
//! | a prebuilt program | a folder with the program as `bootstrap` |
//! | a job's program | a folder with the program and a `Dockerfile` |
//!
//! Everything is built beside its place and moved there when it is complete. Files get fixed times
//! and modes: `aws cloudformation package` then uploads the same code under the same key.

mod copy;
mod entry;
mod folder;
mod image;
mod node;
mod prebuilt;
mod processor;
mod python;
#[cfg(test)]
pub(crate) mod scratch;
mod zip;

use crate::error::Error;
use crate::template::artifact::{Artifact, Source};
use folder::PendingArtifact;
use std::path::Path;

/// What was built.
#[derive(Debug)]
pub(crate) struct Built {
    /// `BillCustomerFunction: .stack/BillCustomerFunction from examples/eshop/bill-customer.ts`, and
    /// what a tool warned of.
    pub(crate) summary: String,
    /// The commands that the user runs next, if there are any.
    pub(crate) commands: Option<String>,
}

/// Builds one artifact into `.stack` of the folder `base`; its sources are relative to `manifest_dir`.
pub(crate) fn build(artifact: &Artifact, manifest_dir: &Path, base: &Path) -> Result<Built, Error> {
    make(artifact, manifest_dir, base)
        .map_err(|error| Error::new(format!("cannot package `{}`: {error}", artifact.resource)))
}

fn make(artifact: &Artifact, manifest_dir: &Path, base: &Path) -> Result<Built, Error> {
    let id = &artifact.logical_id;
    let output = PendingArtifact::new(base, id)?;
    let (mut warnings, mut commands) = (String::new(), None);
    let from = match &artifact.source {
        Source::Node { entry, runtime } => {
            warnings =
                node::bundle(manifest_dir, entry, node::BundleTarget::Function { runtime }, output.path())?;
            entry
        }
        Source::Python { entry, runtime, architecture } => {
            let target = python::CopyTarget::Function { runtime, architecture };
            python::copy(manifest_dir, entry, target, output.path())?;
            entry
        }
        Source::Prebuilt { path, architecture } => {
            warnings = prebuilt::copy(manifest_dir, path, architecture, &output)?;
            path
        }
        Source::Image { entry, parameter } => {
            warnings = image::context(manifest_dir, entry, output.path())?;
            commands = Some(image::commands(artifact.resource, id, parameter));
            entry
        }
    };
    output.finish()?;
    let mut summary = format!("{id}: .stack/{id} from {from}");
    if !warnings.is_empty() {
        summary.push_str(&format!("\n{warnings}"));
    }
    Ok(Built { summary, commands })
}
