"""A function of every form that code can have, packaged, deployed and executed on the local engine, and a definition
as a project of AWS SAM has it.

usage: python languages.py PROGRAM
"""
import sys
import zipfile

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
            "FolderFunction/app.py",
            "ProgramFunction/bootstrap",
            "PythonFunction/add.py",
            "PythonFunction/pieces/__init__.py",
            "PythonFunction/six.py",
            "TypescriptFunction/index.mjs",
            "ZipFunction",
        ]:
            assert file in files, f"no {file} in {files}"

        languages.aws("s3", "mb", "s3://artifacts")
        languages.upload()
        languages.deploy()
        machine = languages.resources()["ChainStateMachine"][2]
        done = languages.execute(machine, ["start"])
        names = ["start", "typescript/function", "python six 1.17.0", "folder", "zip", "bootstrap", "start"]
        assert (done["status"], done["output"]) == ("SUCCEEDED", names), done
        machine = languages.resources()["PastedStateMachine"][2]
        done = languages.execute(machine, ["start"])
        function = languages.resources()["FolderFunction"][2]
        told = {"names": names[:3], "at": f"test in {REGION}: {function}, ${{HOME}}"}
        assert (done["status"], done["output"]) == ("SUCCEEDED", told), done
        print("languages: TypeScript, Python, a folder, a zip file and a program run one after the other")


main()
