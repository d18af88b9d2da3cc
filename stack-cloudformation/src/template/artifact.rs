//! What has to be built before a template can be deployed: function code and container images.

/// Something to build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// The stack's resource it belongs to.
    pub resource: &'static str,
    /// The logical id of the CloudFormation resource that uses it. Its folder is `.stack/<logical id>`.
    pub logical_id: String,
    /// What it is made from.
    pub source: Source,
}

/// What an artifact is made from. Paths are relative to the crate's `Cargo.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A TypeScript or JavaScript file, bundled with everything it imports into `index.mjs`.
    Node {
        /// The file.
        entry: &'static str,
        /// The Lambda runtime, such as `nodejs24.x`.
        runtime: &'static str,
        /// The exported function that Lambda calls.
        handler: &'static str,
    },
    /// A Python file, copied with the modules and packages beside it and what its `requirements.txt` names.
    Python {
        /// The file.
        entry: &'static str,
        /// The Lambda runtime, such as `python3.13`: pip installs what fits it.
        runtime: &'static str,
        /// The function that Lambda calls.
        handler: &'static str,
        /// `x86_64` or `arm64`.
        architecture: &'static str,
    },
    /// A folder, a zip file or a program that is there already.
    Prebuilt {
        /// The folder or file. A file that is not a zip becomes `bootstrap`.
        path: &'static str,
        /// `x86_64` or `arm64`.
        architecture: &'static str,
    },
    /// A container image for a batch job, made from a program in one of the languages of functions.
    Image {
        /// The file that the container runs.
        entry: &'static str,
        /// The template parameter that takes the image's URI.
        parameter: String,
    },
}
