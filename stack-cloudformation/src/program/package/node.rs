//! TypeScript and JavaScript: one `index.mjs` with everything it imports, made by esbuild.

use super::entry::require_file;
use crate::error::Error;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

/// What npx brings where no esbuild is installed.
const ESBUILD: &str = "esbuild@0.28.2";

/// The Node.js of containers.
pub(super) const CONTAINER: &str = "24";

/// CommonJS packages call `require` and ask where they are; a module has no such names by itself.
/// They are global variables here, so that a module with its own does not clash with them.
const BANNER: &str = "--banner:js=import { createRequire as __createRequire } from \"node:module\"; \
    globalThis.require ??= __createRequire(import.meta.url); \
    globalThis.__filename ??= import.meta.filename; \
    globalThis.__dirname ??= import.meta.dirname;";

/// Where the bundle runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum BundleTarget<'a> {
    /// In Lambda, which has the AWS SDK.
    Function { runtime: &'a str },
    /// In a container, which has nothing but Node.js.
    Container,
}

/// Bundles `entry` into `to`; gives esbuild's warnings.
pub(super) fn bundle(
    manifest_dir: &Path,
    entry: &str,
    target: BundleTarget<'_>,
    to: &Path,
) -> Result<String, Error> {
    require_file(manifest_dir, entry)?;
    let to = std::path::absolute(to).map_err(|error| Error::new(format!("{}: {error}", to.display())))?;
    let arguments = arguments(entry, target, &to);
    for (program, leading) in programs() {
        // In the crate's folder, so that paths in the bundle are relative to it on every machine.
        let mut command = Command::new(program);
        command.args(leading).args(&arguments).current_dir(manifest_dir).stdin(Stdio::null());
        match command.output() {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
                return match output.status.success() {
                    true => Ok(said),
                    false => Err(Error::new(format!("esbuild could not bundle {entry}\n{said}"))),
                };
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Error::new(format!("cannot run {program}: {error}"))),
        }
    }
    Err(Error::new(format!(
        "esbuild is needed to bundle {entry}\nhelp: put `esbuild` on the PATH, or install Node.js: \
         its `npx` then runs {ESBUILD}"
    )))
}

/// The programs that may bundle, the first that exists.
fn programs() -> [(&'static str, &'static [&'static str]); 2] {
    const NPX: &[&str] = &["--yes", "--loglevel=error", ESBUILD];
    if cfg!(windows) { [("esbuild.cmd", &[]), ("npx.cmd", NPX)] } else { [("esbuild", &[]), ("npx", NPX)] }
}

fn arguments(entry: &str, target: BundleTarget<'_>, to: &Path) -> Vec<String> {
    let version = match target {
        BundleTarget::Function { runtime } => runtime.trim_start_matches("nodejs").trim_end_matches(".x"),
        BundleTarget::Container => CONTAINER,
    };
    let mut arguments = vec![
        // With `./` it is a file, whatever its name looks like.
        format!("./{entry}"),
        "--bundle".to_owned(),
        "--platform=node".to_owned(),
        format!("--target=node{version}"),
        "--format=esm".to_owned(),
        "--sourcemap".to_owned(),
        format!("--outfile={}", to.join("index.mjs").display()),
        "--log-level=warning".to_owned(),
        BANNER.to_owned(),
    ];
    if let BundleTarget::Function { .. } = target {
        arguments.push("--external:@aws-sdk/*".to_owned());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::{BundleTarget, arguments};
    use std::path::Path;

    #[test]
    fn a_bundle_fits_where_it_runs() {
        let of = |target| arguments("src/bill.ts", target, Path::new("out"));
        let function = of(BundleTarget::Function { runtime: "nodejs22.x" });
        assert_eq!(function[0], "./src/bill.ts");
        assert!(function.contains(&"--target=node22".to_owned()));
        assert!(function.contains(&"--external:@aws-sdk/*".to_owned()));
        let container = of(BundleTarget::Container);
        assert!(container.contains(&"--target=node24".to_owned()));
        assert!(!container.iter().any(|argument| argument.starts_with("--external")));
    }
}
