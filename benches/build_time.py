#!/usr/bin/env python3
"""What a user's clean build pays for `stack`, compared with serde's derive and serde_json.

usage: benches/build_time.py [--runs 3]

Each is one small crate that names its dependencies and nothing else, built by `cargo build` into an empty target
folder, dev profile. The runs take turns, so that what else the machine does falls on both; the medians count.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CRATES = {
    "stack": f'stack = {{ package = "stack-aws", path = "{ROOT}" }}',
    "serde": 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"',
}


def cargo(folder: Path, *arguments: str) -> None:
    environment = {**os.environ, "CARGO_TARGET_DIR": str(folder / "target")}
    subprocess.run(["cargo", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def crate(folder: Path, dependencies: str) -> None:
    (folder / "src").mkdir(parents=True)
    (folder / "src/main.rs").write_text("fn main() {}\n")
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "user"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n{dependencies}\n\n[workspace]\n'
    )
    cargo(folder, "fetch")


def clean_build(folder: Path) -> float:
    shutil.rmtree(folder / "target", ignore_errors=True)
    start = time.perf_counter()
    cargo(folder, "build", "--offline")
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="stack-build-time-") as name:
        folders = {crate_name: Path(name) / crate_name for crate_name in CRATES}
        for crate_name, folder in folders.items():
            crate(folder, CRATES[crate_name])
        times = {crate_name: [] for crate_name in CRATES}
        for _ in range(runs):
            for crate_name, folder in folders.items():
                times[crate_name].append(clean_build(folder))
    medians = {crate_name: statistics.median(values) for crate_name, values in times.items()}
    for crate_name, values in times.items():
        print(f"{crate_name}: {medians[crate_name]:.2f} s ({', '.join(f'{value:.2f}' for value in sorted(values))})")
    print(f"clean build, stack : serde derive + serde_json = {medians['stack'] / medians['serde']:.2f} (median of {runs})")


if __name__ == "__main__":
    main()
