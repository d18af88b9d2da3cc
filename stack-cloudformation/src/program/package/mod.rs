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
//! and modes: `aws cloudformation package` then uploads the same code under the same key. Where a source may not be read by
//! everybody on this machine, the folder of its copy is closed to others. Links out of a folder are refused; `.git` and
//! `.env` are left out.

mod commonjs;
mod copy;
mod entry;
mod esbuild;
mod exports;
mod folder;
mod image;
mod made;
mod node;
mod prebuilt;
mod processor;
mod python;
#[cfg(test)]
pub(crate) mod scratch;
mod zip;

pub(super) use esbuild::Esbuild;

use crate::error::Error;
use crate::template::artifact::{Artifact, Source};
use folder::PendingArtifact;
use made::Made;
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
pub(crate) fn build(
    artifact: &Artifact,
    manifest_dir: &Path,
    base: &Path,
    esbuild: &Esbuild,
) -> Result<Built, Error> {
    make(artifact, manifest_dir, base, esbuild)
        .map_err(|error| Error::new(format!("cannot package `{}`: {error}", artifact.resource)))
}

fn make(artifact: &Artifact, manifest_dir: &Path, base: &Path, esbuild: &Esbuild) -> Result<Built, Error> {
    let id = &artifact.logical_id;
    let output = PendingArtifact::new(base, id)?;
    let mut commands = None;
    let (from, made) = match &artifact.source {
        Source::Node { entry, runtime, handler } => {
            let target = node::BundleTarget::Function { runtime, handler };
            (entry, Made::warned(node::bundle(esbuild, manifest_dir, entry, target, output.path())?))
        }
        Source::Python { entry, runtime, handler, architecture } => {
            let target = python::CopyTarget::Function { runtime, handler, architecture };
            (entry, python::copy(manifest_dir, entry, target, output.path())?)
        }
        Source::Prebuilt { path, architecture } => {
            (path, prebuilt::copy(manifest_dir, path, architecture, &output)?)
        }
        Source::Image { entry, parameter } => {
            commands = Some(image::commands(artifact.resource, id, parameter));
            (entry, image::context(esbuild, manifest_dir, entry, output.path())?)
        }
    };
    output.finish(made.copied.is_private)?;
    let mut summary = format!("{id}: .stack/{id} from {from}");
    if !made.copied.left_out.is_empty() {
        summary.push_str(&format!("\nnote: left out: {}", made.copied.left_out.join(", ")));
    }
    if !made.warnings.is_empty() {
        summary.push_str(&format!("\n{}", made.warnings));
    }
    Ok(Built { summary, commands })
}
