"""A function of every form that code can have, packaged, deployed and executed on the local engine, and a definition
as a project of AWS SAM has it.

usage: python languages.py PROGRAM
"""
import subprocess
import sys
import zipfile
from pathlib import Path

from local import REGION, ROOT, Stack, engine


def main():
    code = ROOT / "target/languages/code.zip"
    code.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("index.mjs", "export const handler = async (names) => [...names, 'zip'];\n")

    with engine() as (work, environment):
        languages = Stack(sys.argv[1], "languages", work, environment)
        languages.template()
        files = languages.package()
        for file in [
            "AssignedFunction/index.mjs",
            "CommonjsFunction/index.mjs",
            "FolderFunction/app.py",
            "ObjectFunction/index.mjs",
            "ProgramFunction/bootstrap",
            "PythonFunction/add.py",
            "PythonFunction/pieces/__init__.py",
            "PythonFunction/six.py",
            "TypescriptFunction/index.mjs",
            "ZipFunction",
        ]:
            assert file in files, f"no {file} in {files}"
        assert not [file for file in files if "metafile" in file], files
        assert (work / ".stack/.gitignore").read_text() == "*\n"
        refused(Path(sys.argv[1]).with_name("refused"), work)

        languages.aws("s3", "mb", "s3://artifacts")
        languages.upload()
        languages.deploy()
        machine = languages.resources()["ChainStateMachine"][2]
        done = languages.execute(machine, ["start"])
        commonjs = ["exports.handler", "module.exports in .mjs", "export ="]
        rest = ["python six 1.17.0", "folder", "zip", "bootstrap", "start"]
        names = ["start", "typescript/function", *commonjs, *rest]
        assert (done["status"], done["output"]) == ("SUCCEEDED", names), done
        machine = languages.resources()["PastedStateMachine"][2]
        done = languages.execute(machine, ["start"])
        function = languages.resources()["FolderFunction"][2]
        told = {"names": [*names[:2], rest[0]], "at": f"test in {REGION}: {function}, ${{HOME}}"}
        assert (done["status"], done["output"]) == ("SUCCEEDED", told), done
        print("languages: TypeScript, CommonJS, Python, a folder, a zip file and a program run one after the other")


def refused(program, work):
    """Functions that would never start are errors, all in one run, which name what there is."""
    # What stands beside the program that is run must not take the place of Python's own modules.
    attacks = [work / "pip/__init__.py", work / "pip/__main__.py", work / "ast.py"]
    (work / "pip").mkdir()
    for attack in attacks:
        attack.write_text(f"open({str(work / 'attacked')!r}, 'w')\n")
    done = subprocess.run([program.resolve(), "package"], cwd=work, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done
    for name, said in {
        "main": 'refused/main.ts exports `main`\nhelp: say `handler = "main"`, or export `handler`',
        "default_export": "refused/default.mjs exports `default`\nhelp: Lambda does not call a default export",
        "exports": "refused/exports.cjs exports `main`, `other`\nhelp: say which one is the handler",
        "object": "refused/object.js exports `helper`, `run`\nhelp: say which one is the handler",
        "tutorial": 'refused/tutorial.py defines `lambda_handler`\nhelp: say `handler = "lambda_handler"`, or define',
    }.items():
        said = f"cannot package `{name}`: Lambda would call `handler`, but {said}"
        assert said in done.stderr, f"{said}\n--- is not in\n{done.stderr}"
    built = subprocess.run([Path(sys.argv[1]).resolve(), "package"], cwd=work, capture_output=True, check=False)
    assert built.returncode == 0, built
    assert not (work / "attacked").exists(), "what is called `pip` or `ast` here was run"
    for attack in attacks:
        attack.unlink()
    (work / "pip").rmdir()


main()
