#!/usr/bin/env python3
"""Builds the published packages with the oldest versions of what they name as dependencies.

usage: .ci/oldest.py TARGET_FOLDER

What is built are the archives that `cargo package` left in TARGET_FOLDER, in a workspace of their own, without their
dev-dependencies: those are nobody's but ours. Of the dependencies' own dependencies the newest versions count, since
it is not for us to say how old they may be.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def published() -> list[dict]:
    command = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    # `publish = false` is an empty list of registries here.
    return [package for package in metadata["packages"] if package["publish"] is None]


def unpack(package: dict, archives: Path, folder: Path) -> str:
    name = f"{package['name']}-{package['version']}"
    with tarfile.open(archives / f"{name}.crate") as archive:
        archive.extractall(folder, filter="data")
    manifest = folder / name / "Cargo.toml"
    sections = re.split(r"(?m)^(?=\[)", manifest.read_text())
    unwanted = ("[dev-dependencies", "[profile")
    manifest.write_text("".join(section for section in sections if not section.startswith(unwanted)))
    return name


def main() -> None:
    target = Path(sys.argv[1])
    folder = target / "ci/oldest"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    packages = {package["name"]: unpack(package, target / "package", folder) for package in published()}
    members = ", ".join(f'"{path}"' for path in packages.values())
    patches = "".join(f'{name} = {{ path = "{path}" }}\n' for name, path in packages.items())
    (folder / "Cargo.toml").write_text(
        f'[workspace]\nresolver = "3"\nmembers = [{members}]\n\n[patch.crates-io]\n{patches}'
    )
    # The option is an unstable one; the compiler that builds with the result is the stable one.
    resolve = ["cargo", "generate-lockfile", "-Z", "direct-minimal-versions"]
    subprocess.run(resolve, cwd=folder, env={**os.environ, "RUSTC_BOOTSTRAP": "1"}, check=True)
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target / "ci/oldest-target")}
    check = ["cargo", "check", "--workspace", "--all-features", "--locked"]
    subprocess.run(check, cwd=folder, env=environment, check=True)


if __name__ == "__main__":
    main()
