#!/usr/bin/env python3
"""What a user's clean build pays for `stack`, compared with serde's derive and serde_json.

usage: benches/build_time.py [--runs 3] [--crates]

Each is one small crate that names its dependencies and nothing else, built by `cargo build` into an empty target
folder. Ours come out of their archives, beside all others in a folder that stands for the registry: that is how users
get them, and cargo compiles dependencies by path differently (incrementally). The versions are those of Cargo.lock.

CPU is what cargo and its compilers used, user and system. The runs take turns, so that what else the machine does
falls on all; the medians count, and for the ratios the medians of each run's ratio. On a busy machine CPU seconds grow,
too, but their ratio hardly does.

--crates also prints the CPU seconds of each crate.
"""
import argparse
import hashlib
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".ci"))
import packages

STACK = 'stack = { package = "stack-aws", version = "*" }'
SERDE = 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"'
USERS = {
    "stack": (STACK, ""),
    "serde": (SERDE, ""),
    "stack with debug = \"line-tables-only\"": (STACK, '\n[profile.dev]\ndebug = "line-tables-only"\n'),
}
# Cargo calls it in place of rustc.
WRAPPER = """#!/usr/bin/env python3
import os, resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if "--crate-name" in sys.argv:
    name = sys.argv[sys.argv.index("--crate-name") + 1]
    with open(os.environ["CPU_SECONDS"], "a") as file:
        file.write(f"{usage.ru_utime + usage.ru_stime} {name}\\n")
sys.exit(status)
"""


def registry(folder: Path) -> str:
    """Fills a folder with all dependencies and our packages; gives cargo's configuration that names it."""
    vendor = folder / "registry"
    command = ["cargo", "vendor", "--locked", "--quiet", str(vendor)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for archive in packages.pack(folder / "archives").values():
        package = packages.unpack(archive, vendor)
        checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
        (package / ".cargo-checksum.json").write_text(json.dumps({"files": {}, "package": checksum}))
    return (
        '[source.crates-io]\nreplace-with = "archives"\n\n'
        f'[source.archives]\ndirectory = "{vendor}"\n'
    )


def cargo(folder: Path, *arguments: str, **variables: str) -> None:
    environment = {**os.environ, "CARGO_TARGET_DIR": str(folder / "target")}
    # What would make this build another than a user's.
    for name in ("CARGO_INCREMENTAL", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER"):
        environment.pop(name, None)
    environment |= variables
    command = ["cargo", *arguments]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"error: {' '.join(command)} fails\n{run.stderr}")


def user(folder: Path, configuration: str, dependencies: str, profile: str) -> None:
    (folder / "src").mkdir(parents=True)
    (folder / ".cargo").mkdir()
    (folder / ".cargo/config.toml").write_text(configuration)
    (folder / "src/main.rs").write_text("fn main() {}\n")
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "user"\nversion = "0.0.0"\nedition = "2024"\n\n'
        f'[dependencies]\n{dependencies}\n{profile}\n[workspace]\n'
    )
    cargo(folder, "generate-lockfile", "--offline")


def used() -> float:
    """The CPU seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def clean_build(folder: Path, **variables: str) -> tuple[float, float]:
    """CPU and wall seconds."""
    shutil.rmtree(folder / "target", ignore_errors=True)
    cpu, wall = used(), time.perf_counter()
    cargo(folder, "build", "--offline", **variables)
    return used() - cpu, time.perf_counter() - wall


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} s ({min(values):.2f} to {max(values):.2f})"


def ratios(ours: list[tuple[float, float]], others: list[tuple[float, float]]) -> str:
    cpu, wall = (statistics.median(a[column] / b[column] for a, b in zip(ours, others)) for column in (0, 1))
    return f"{cpu:.2f} CPU, {wall:.2f} wall (median of {len(ours)})"


def crates(folder: Path) -> None:
    """Prints what each crate costs, the dearest first."""
    wrapper, seconds = folder / "wrapper.py", folder / "seconds.txt"
    wrapper.write_text(WRAPPER)
    wrapper.chmod(0o755)
    clean_build(folder, RUSTC_WRAPPER=str(wrapper), CPU_SECONDS=str(seconds))
    rows = [line.split() for line in seconds.read_text().splitlines()]
    for cpu, name in sorted(((float(cpu), name) for cpu, name in rows if name != "___"), reverse=True):
        if cpu >= 0.05:
            print(f"  {name}: {cpu:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--crates", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stack-build-time-") as name:
        folder = Path(name)
        configuration = registry(folder)
        folders = {}
        for number, (user_name, (dependencies, profile)) in enumerate(USERS.items()):
            folders[user_name] = folder / f"user{number}"
            user(folders[user_name], configuration, dependencies, profile)
        times = {user_name: [] for user_name in USERS}
        for _ in range(arguments.runs):
            for user_name in USERS:
                times[user_name].append(clean_build(folders[user_name]))
        for user_name, values in times.items():
            cpu, wall = zip(*values)
            print(f"{user_name}: CPU {spread(cpu)}, wall {spread(wall)}")
        stack, serde, line_tables = times.values()
        print(f"clean build, stack : serde derive + serde_json = {ratios(stack, serde)}")
        print(f"debug = \"line-tables-only\" in the user's profile : the default = {ratios(line_tables, stack)}")
        if arguments.crates:
            for user_name in ("stack", "serde"):
                print(f"{user_name}, crate by crate:")
                crates(folders[user_name])


if __name__ == "__main__":
    main()
