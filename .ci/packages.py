#!/usr/bin/env python3
"""Packs what gets published, and builds it out of the archives: as locked, and with the oldest dependencies.

usage: .ci/packages.py TARGET_FOLDER

`cargo package` could build each package itself, but it keeps what it has once unpacked of a version, in cargo's home,
so that from the second run on it would build old sources.

The packages stand in a workspace of their own, without dev-dependencies: those are ours alone. The oldest
dependencies are those that our manifests name. Of the dependencies' own dependencies the newest versions count, since
it is not for us to say how old they may be.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def published() -> list[dict]:
    """What cargo knows of the packages that are not `publish = false`, which is an empty list of registries here."""
    command = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return [package for package in metadata["packages"] if package["publish"] is None]


def pack(target: Path) -> dict[str, Path]:
    """The archive of each package, by the package's name."""
    packages = published()
    # What is not committed yet is packed, too.
    command = ["cargo", "package", "--quiet", "--no-verify", "--allow-dirty"]
    command += ["--target-dir", str(target), *(f"--package={package['name']}" for package in packages)]
    run = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"error: cargo package fails\n{run.stderr}")
    archives = {}
    for package in packages:
        archives[package["name"]] = target / "package" / f"{package['name']}-{package['version']}.crate"
    return archives


def unpack(archive: Path, folder: Path) -> Path:
    """The folder of the package, in `folder`."""

    def fresh(member: tarfile.TarInfo, path: str) -> tarfile.TarInfo:
        # Archives date all files back to 2006, so that cargo would take new text for what it has built already.
        return tarfile.data_filter(member.replace(mtime=time.time()), path)

    with tarfile.open(archive) as file:
        file.extractall(folder, filter=fresh)
    return folder / archive.stem


def without(text: str, *tables: str) -> str:
    """A manifest without the tables whose headers begin like that."""
    parts = re.split(r"(?m)^(?=\[)", text)
    return "".join(part for part in parts if not part.startswith(tables))


def main() -> None:
    target = Path(sys.argv[1]).resolve()
    folder = target / "ci/packages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    members = {}
    for name, archive in pack(target).items():
        members[name] = unpack(archive, folder).name
        manifest = folder / members[name] / "Cargo.toml"
        manifest.write_text(without(manifest.read_text(), "[dev-dependencies", "[profile"))
        files = sum(path.is_file() for path in (folder / members[name]).rglob("*"))
        print(f"{archive.name}: {files} files, {archive.stat().st_size / 1024:.0f} KiB", flush=True)
    paths = ", ".join(f'"{path}"' for path in members.values())
    patches = "".join(f'{name} = {{ path = "{path}" }}\n' for name, path in members.items())
    (folder / "Cargo.toml").write_text(
        f'[workspace]\nresolver = "3"\nmembers = [{paths}]\n\n[patch.crates-io]\n{patches}'
    )
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target / "ci/packages-target")}

    def check(*options: str) -> None:
        command = ["cargo", "check", "--workspace", "--all-features", *options]
        subprocess.run(command, cwd=folder, env=environment, check=True)

    print("as locked", flush=True)
    shutil.copy(ROOT / "Cargo.lock", folder)
    check("--offline")
    print("with the oldest dependencies", flush=True)
    # The option is an unstable one; the compiler that builds with the result is the stable one.
    resolve = ["cargo", "update", "-Z", "direct-minimal-versions"]
    subprocess.run(resolve, cwd=folder, env={**os.environ, "RUSTC_BOOTSTRAP": "1"}, check=True)
    check("--locked")


if __name__ == "__main__":
    main()
