//! TypeScript and JavaScript: one `index.mjs` with everything it imports, made by esbuild.

use super::commonjs;
use super::entry::require_file;
use super::esbuild::Esbuild;
use super::exports::Exports;
use crate::error::Error;
use stack_core::json::Node;
use std::fs;
use std::path::Path;

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
    /// In Lambda, which has the AWS SDK, and calls the handler.
    Function { runtime: &'a str, handler: &'a str },
    /// In a container, which has nothing but Node.js.
    Container,
}

/// Bundles `entry` into `to`; gives esbuild's warnings. Fails if the function that Lambda calls is not exported.
pub(super) fn bundle(
    esbuild: &Esbuild,
    manifest_dir: &Path,
    entry: &str,
    target: BundleTarget<'_>,
    to: &Path,
) -> Result<String, Error> {
    require_file(manifest_dir, entry)?;
    let to = std::path::absolute(to).map_err(|error| Error::new(format!("{}: {error}", to.display())))?;
    // In the crate's folder, so that paths in the bundle are relative to it on every machine.
    let run = |arguments: &[String], input: &str| esbuild.run(manifest_dir, entry, arguments, input);
    let (arguments, metafile) = (arguments(target, &to), to.join("metafile.json"));
    // With `./` it is a file, whatever its name looks like.
    let of_entry = [format!("./{entry}"), format!("--metafile={}", metafile.display())];
    let done = run(&[&of_entry, arguments.as_slice()].concat(), "")?;
    let metadata = fs::read_to_string(&metafile).and_then(|text| fs::remove_file(&metafile).map(|()| text));
    let BundleTarget::Function { handler, .. } = target else { return Ok(done.warnings) };
    let metadata = metadata.map_err(|error| Error::new(format!("{}: {error}", metafile.display())))?;
    let module = Module::of(&metadata, entry);
    if !module.is_commonjs {
        // What a package of the runtime exports is not in the bundle.
        let is_open =
            || fs::read_to_string(to.join(BUNDLE)).is_ok_and(|text| text.contains("\nexport * from "));
        let is_open = !module.exports.iter().any(|name| name == handler) && is_open();
        let exports = Exports { names: module.exports, is_open, ..Exports::default() };
        return match exports.require(handler, entry, "exports") {
            Ok(()) => Ok(done.warnings),
            Err(error) if done.warnings.is_empty() => Err(error),
            // They may say why: `exports` in a file that imports, for example.
            Err(error) => Err(Error::new(format!("{error}\n{}", done.warnings))),
        };
    }
    // Of a CommonJS module the bundle exports `default` only, in which Lambda does not look.
    const PLAIN: [&str; 4] =
        ["--format=cjs", "--platform=node", "--log-level=error", "--legal-comments=none"];
    let plain = [&[format!("./{entry}")], PLAIN.map(str::to_owned).as_slice()].concat();
    commonjs::exports(&run(&plain, "")?.text).require(handler, entry, "exports")?;
    let mut name = String::new();
    stack_core::json::write::string(handler, &mut name);
    let mut from = String::new();
    stack_core::json::write::string(&format!("./{entry}"), &mut from);
    let input = format!("export {{ {name} }} from {from};\n");
    let of_input = ["--sourcefile=handler.js".to_owned()];
    run(&[&of_input, arguments.as_slice()].concat(), &input).map(|done| done.warnings)
}

/// What esbuild says of an entry.
#[derive(Debug, PartialEq, Eq)]
struct Module {
    is_commonjs: bool,
    exports: Vec<String>,
}

impl Module {
    /// Reads it off the text of a metafile.
    fn of(metadata: &str, entry: &str) -> Self {
        let (root, _) = stack_core::json::read::read(metadata, &[]);
        let members = |name: &str| root.get(name).and_then(Node::as_object).unwrap_or_default();
        let inputs = members("inputs").iter().filter(|input| input.key.value == entry);
        let format = inputs.filter_map(|input| input.value.get("format")).find_map(Node::as_str);
        let bundles = members("outputs").iter().filter(|output| output.value.get("entryPoint").is_some());
        let exports = bundles.filter_map(|output| output.value.get("exports")).find_map(Node::as_array);
        let names = exports.unwrap_or_default().iter().filter_map(Node::as_str);
        Module { is_commonjs: format == Some("cjs"), exports: names.map(str::to_owned).collect() }
    }
}

/// The file that a bundle is.
const BUNDLE: &str = "index.mjs";

fn arguments(target: BundleTarget<'_>, to: &Path) -> Vec<String> {
    let version = match target {
        BundleTarget::Function { runtime, .. } => runtime.trim_start_matches("nodejs").trim_end_matches(".x"),
        BundleTarget::Container => CONTAINER,
    };
    let mut arguments = vec![
        "--bundle".to_owned(),
        "--platform=node".to_owned(),
        format!("--target=node{version}"),
        "--format=esm".to_owned(),
        "--sourcemap".to_owned(),
        format!("--outfile={}", to.join(BUNDLE).display()),
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
    use super::{BundleTarget, Module, arguments};
    use std::path::Path;

    #[test]
    fn a_bundle_fits_where_it_runs() {
        let of = |target| arguments(target, Path::new("out"));
        let function = of(BundleTarget::Function { runtime: "nodejs22.x", handler: "handler" });
        assert!(function.contains(&"--target=node22".to_owned()));
        assert!(function.contains(&"--external:@aws-sdk/*".to_owned()));
        let container = of(BundleTarget::Container);
        assert!(container.contains(&"--target=node24".to_owned()));
        assert!(!container.iter().any(|argument| argument.starts_with("--external")));
    }

    #[test]
    fn the_metafile_says_what_a_bundle_exports() {
        let text = r#"{ "inputs": { "a.js": { "format": "esm" }, "src/b.js": { "bytes": 1, "format": "cjs" } },
            "outputs": { "x/index.mjs.map": { "exports": [] },
                         "x/index.mjs": { "exports": ["main", "default"], "entryPoint": "src/b.js" } } }"#;
        let exports = vec!["main".to_owned(), "default".to_owned()];
        assert_eq!(Module::of(text, "src/b.js"), Module { is_commonjs: true, exports: exports.clone() });
        assert_eq!(Module::of(text, "a.js"), Module { is_commonjs: false, exports });
        assert_eq!(Module::of("", "a.js"), Module { is_commonjs: false, exports: Vec::new() });
    }
}
