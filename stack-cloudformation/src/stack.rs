//! The trait that `#[derive(Stack)]` implements.

use crate::assembly;
use crate::error::Error;
use crate::kind::builder::Builder;
use crate::program::{Program, Sources};
use crate::references::find::ResourceParams;
use crate::template::Template;
use std::path::Path;

/// A stack: a struct whose fields are its resources. Implemented by `#[derive(Stack)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stack",
    label = "not a stack",
    note = "add `#[derive(Stack)]` to `{Self}`"
)]
pub trait Stack: Sized + 'static {
    /// The references of every resource, under the name of its field, and `shared`.
    type Resources: 'static;
    /// The struct's name.
    const NAME: &'static str;
    /// What machines and attributes refer to.
    const RESOURCES: Self::Resources;
    /// The same by name, for references in strings.
    const TABLE: &'static [ResourceParams];
    /// The file that declares the stack, as the compiler was told: relative to the workspace in most builds.
    const SOURCE_FILE: &'static str;
    /// The package that declares the stack; local files are relative to the folder of its `Cargo.toml`.
    const PACKAGE: &'static str;
    /// Whether the network is given as parameters of the template, `VpcId` and `SubnetIds`:
    /// `#[stack(vpc = parameters)]`. Otherwise the stack makes its own when a batch job needs one.
    const OWN_VPC: bool = false;

    /// Adds every resource to the template.
    #[doc(hidden)]
    fn build(builder: &mut Builder) -> Result<(), Error>;

    /// Makes the CloudFormation template.
    ///
    /// # Errors
    /// A limit of CloudFormation or of a service is exceeded, or a Rust expression in a definition has a value that
    /// AWS refuses there; the error names the resource.
    fn template() -> Result<Template, Error> {
        assembly::template(Self::OWN_VPC, Self::build)
    }

    /// Writes the template to `path` if that changes the file, and prints the lines that make cargo rerun a build
    /// script when a local file changes. For build scripts.
    ///
    /// # Errors
    /// Those of [`Stack::template`], or the file cannot be written.
    fn write_template(path: impl AsRef<Path>) -> Result<(), Error> {
        program::<Self>().write_template(path.as_ref())
    }

    /// The whole program of a stack, for `main`: does what the command line says and, without arguments, prints the
    /// template. `--help` lists what it can do.
    ///
    /// # Errors
    /// None: errors are printed to stderr, and the process ends with exit code 1, or 2 if the arguments are wrong.
    fn run() -> crate::Result {
        program::<Self>().main()
    }
}

/// The program of the stack.
fn program<S: Stack>() -> Program {
    let sources = Sources { file: S::SOURCE_FILE, package: S::PACKAGE };
    Program { stack: S::NAME, sources, template: S::template }
}
