//! Container images of batch jobs: a build context, and the commands that build and push it.

use super::esbuild::Esbuild;
use super::made::Made;
use super::{node, python};
use crate::error::Error;
use std::fs;
use std::path::Path;

/// Puts the program and a `Dockerfile` into `to`; gives what is known of them.
pub(super) fn context(esbuild: &Esbuild, manifest_dir: &Path, entry: &str, to: &Path) -> Result<Made, Error> {
    let (dockerfile, made) = if entry.ends_with(".py") {
        let made = python::copy(manifest_dir, entry, python::CopyTarget::Container, to)?;
        let name = Path::new(entry).file_name().unwrap_or_default().to_string_lossy();
        (python_dockerfile(&name, to.join("requirements.txt").is_file()), made)
    } else {
        let warnings = node::bundle(esbuild, manifest_dir, entry, node::BundleTarget::Container, to)?;
        (node_dockerfile(), Made::warned(warnings))
    };
    match fs::write(to.join("Dockerfile"), dockerfile) {
        Ok(()) => Ok(made),
        Err(error) => Err(Error::new(format!("cannot write {}: {error}", to.join("Dockerfile").display()))),
    }
}

fn node_dockerfile() -> String {
    format!(
        "FROM public.ecr.aws/docker/library/node:{}-slim\n\
         WORKDIR /app\n\
         COPY index.mjs index.mjs.map ./\n\
         USER node\n\
         CMD [\"node\", \"--enable-source-maps\", \"index.mjs\"]\n",
        node::CONTAINER
    )
}

fn python_dockerfile(name: &str, requirements: bool) -> String {
    let install = if requirements {
        "COPY requirements.txt ./\nRUN pip install --no-cache-dir --requirement requirements.txt\n"
    } else {
        ""
    };
    let mut program = String::new();
    stack_core::json::write::string(name, &mut program);
    format!(
        "FROM public.ecr.aws/docker/library/python:3.13-slim\n\
         WORKDIR /app\n\
         {install}\
         COPY . .\n\
         USER nobody\n\
         CMD [\"python\", {program}]\n"
    )
}

/// The commands that build the image, push it, and tell the template of it.
pub(super) fn commands(resource: &str, logical_id: &str, parameter: &str) -> String {
    let name = resource.replace('_', "-");
    format!(
        "# The image of `{resource}`: name a repository of your own, and log in to it first.\n\
         IMAGE=<account>.dkr.ecr.<region>.amazonaws.com/{name}:latest\n\
         docker build --platform linux/amd64 --tag \"$IMAGE\" .stack/{logical_id}\n\
         docker push \"$IMAGE\"\n\
         # At the deployment: --parameter-overrides {parameter}=\"$IMAGE\"\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{Esbuild, commands, context, python_dockerfile};
    use crate::program::package::scratch::Folder;

    #[test]
    fn a_python_job_is_a_context_that_installs_its_requirements() {
        let folder = Folder::new("image");
        folder.write("job/main.py", "print('hello')");
        folder.write("job/requirements.txt", "six==1.17.0");
        folder.write("out/.keep", "");
        context(&Esbuild::default(), folder.path(), "job/main.py", &folder.path().join("out")).unwrap();
        assert_eq!(folder.list("out"), [".keep", "Dockerfile", "main.py", "requirements.txt"]);
        let dockerfile = std::fs::read_to_string(folder.path().join("out/Dockerfile")).unwrap();
        assert_eq!(dockerfile, python_dockerfile("main.py", true));
        assert!(
            dockerfile.contains("RUN pip install --no-cache-dir --requirement requirements.txt\nCOPY . .\n")
        );
        assert!(!python_dockerfile("main.py", false).contains("pip"));
    }

    #[test]
    fn the_commands_name_the_context_and_the_parameter() {
        let text = commands("generate_report", "GenerateReportJobDefinition", "GenerateReportImage");
        assert!(text.contains(
            "docker build --platform linux/amd64 --tag \"$IMAGE\" .stack/GenerateReportJobDefinition\n"
        ));
        assert!(text.contains("--parameter-overrides GenerateReportImage=\"$IMAGE\"\n"));
    }
}
