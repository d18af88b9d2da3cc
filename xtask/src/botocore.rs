//! botocore's models of AWS's services: fetched once at their pinned version, and read.

use crate::names;
use crate::shapes::{Parameter, Shapes, Type};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// All services, as Step Functions names them.
pub(crate) struct Models {
    /// botocore's version.
    pub(crate) version: String,
    /// Sorted by name.
    pub(crate) services: Vec<Service>,
}

/// A service of AWS.
pub(crate) struct Service {
    pub(crate) name: String,
    pub(crate) exception_prefix: String,
    /// Empty if it is not known.
    pub(crate) iam_prefix: String,
    pub(crate) actions: BTreeMap<String, Vec<Parameter>>,
    /// What parameters hold, by their numbers.
    pub(crate) types: Vec<Type>,
    /// The names of its errors, sorted, and whether each ends in `Exception` in the model, too.
    pub(crate) errors: Vec<(String, bool)>,
}

/// Services whose actions are permitted under another name than the one that signs their requests.
const IAM_PREFIXES: &[(&str, &str)] = &[
    ("cloudcontrol", "cloudformation"),
    ("cloudwatch", "cloudwatch"),
    ("connectparticipant", "connect"),
    ("iotdataplane", "iot"),
    ("iotjobsdataplane", "iot"),
    ("iotsecuretunneling", "iot"),
    ("partnercentralaccount", "partnercentral"),
    ("partnercentralbenefits", "partnercentral"),
    ("partnercentralchannel", "partnercentral"),
    ("partnercentralselling", "partnercentral"),
    ("resourcegroupstaggingapi", "tag"),
    ("sso", "sso"),
    // Their actions are not in AWS's lists of permissions.
    ("applicationcostprofiler", ""),
    ("continuum", ""),
    ("iotthingsgraph", ""),
    ("mturk", ""),
    ("opensearchmemory", ""),
];

/// Fetches the models below `target` if they are not there, and reads them.
pub(crate) fn load(root: &Path) -> Result<Models, String> {
    let pinned = root.join("xtask/botocore.txt");
    let text = read(&pinned)?;
    let version = text.lines().find_map(|line| line.strip_prefix("botocore=="));
    let version =
        version.and_then(|rest| rest.split_whitespace().next()).ok_or("no version in botocore.txt")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let folder = target.join(format!("xtask/botocore-{version}"));
    if !folder.join("complete").exists() {
        fetch(&pinned, &folder)?;
    }

    let mut services = BTreeMap::new();
    for entry in entries(&folder.join("botocore/data"))? {
        let Some(model) = newest_model(&entry)? else { continue };
        let model =
            serde_json::from_str(&read(&model)?).map_err(|error| format!("{}: {error}", model.display()))?;
        let service = service(&model).ok_or_else(|| format!("{}: not a model", entry.display()))?;
        // `sms-voice` and `pinpoint-sms-voice` are one service with the same actions.
        services.insert(service.name.clone(), service);
    }
    for call in stack_core::services::sdk::UNSUPPORTED {
        let removed = call.split_once(':').and_then(|(name, action)| {
            let service = services.get_mut(name)?;
            service.actions.remove(action)
        });
        removed.ok_or(format!("there is no {call} any more"))?;
    }
    Ok(Models { version: version.to_owned(), services: services.into_values().collect() })
}

/// Downloads the wheel and unpacks it and the models in it.
fn fetch(pinned: &Path, folder: &Path) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    let folder = &folder.canonicalize().map_err(failed)?;
    let python = |arguments: &[&str]| run(Command::new("python3").args(arguments).current_dir(folder));
    let pinned = pinned.canonicalize().map_err(|error| error.to_string())?;
    let pinned = pinned.to_str().ok_or("the path of the project is not UTF-8")?;
    python(&[
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
        "-r",
        pinned,
    ])?;
    let wheel = entries(folder)?.into_iter().find(|path| path.extension().is_some_and(|it| it == "whl"));
    let wheel = wheel.ok_or("pip downloaded no wheel")?;
    python(&[
        "-m",
        "zipfile",
        "-e",
        wheel.to_str().ok_or("the path of the target folder is not UTF-8")?,
        ".",
    ])?;
    run(Command::new("gzip")
        .args(["--decompress", "--force", "--recursive", "botocore/data"])
        .current_dir(folder))?;
    std::fs::write(folder.join("complete"), "").map_err(|error| error.to_string())
}

fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What is in a folder, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The model of a service's newest version; none if the folder is not that of a service.
fn newest_model(folder: &Path) -> Result<Option<PathBuf>, String> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let models = entries(folder)?.into_iter().map(|version| version.join("service-2.json"));
    Ok(models.rev().find(|path| path.exists()))
}

fn service(model: &Value) -> Option<Service> {
    let metadata = model.get("metadata")?;
    let text = |key| metadata.get(key).and_then(Value::as_str);
    let exception_prefix = names::prefix(text("serviceId")?);
    let name = exception_prefix.to_ascii_lowercase();
    let other = IAM_PREFIXES.iter().find(|(service, _)| *service == name).map(|(_, prefix)| *prefix);
    let iam_prefix = other.or_else(|| text("signingName")).or_else(|| text("endpointPrefix"))?.to_owned();
    let all = model.get("shapes")?;
    let mut shapes = Shapes::new(&name, all);
    let mut actions = BTreeMap::new();
    for (operation, about) in model.get("operations")?.as_object()? {
        let input = about.get("input").and_then(|input| input.get("shape")?.as_str());
        let parameters = input.map_or(Some(Vec::new()), |input| shapes.members(input))?;
        actions.insert(names::action(operation), parameters);
    }
    let types = shapes.finish(&mut actions);
    let errors =
        all.as_object()?.iter().filter(|(_, shape)| shape.get("exception").is_some_and(|it| it == true));
    let named = |name: &String| (names::error(name), name.ends_with("Exception"));
    let mut errors: Vec<(String, bool)> = errors.map(|(name, _)| named(name)).collect();
    errors.sort();
    errors.dedup_by(|a, b| a.0 == b.0);
    Some(Service { name, exception_prefix, iam_prefix, actions, types, errors })
}
