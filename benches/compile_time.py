#!/usr/bin/env python3
"""How long `cargo check` takes for a machine of N states: `state_machine!`, `serde_json::json!`, `include_str!`.

usage: benches/compile_time.py [--sizes 10,100,1000,10000] [--runs 5] [--markdown]

Each form is one small crate. Dependencies are built before; what is timed is `cargo check` after a touch of
`main.rs`, default dev profile, the median of the runs. The machine is fully checked in the first form only.
`json!` is left out above 1,000 states, where it needs minutes.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The most states of one machine.
MOST_STATES = 2000


def machine(states: int) -> dict:
    """A chain of tasks with a retrier and a catcher each, and a choice now and then: 58 tokens a state."""
    body = {}
    for i in range(states - 1):
        body[f"s{i}"] = {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "billing", "Payload": {"step": i, "input.$": "$.input"}},
            "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 2, "MaxAttempts": 3}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "done"}],
            "Next": f"s{i + 1}" if i < states - 2 else "done",
        }
    body["done"] = {"Type": "Succeed"}
    return {"StartAt": "s0" if states > 1 else "done", "States": body}


def dsl(value, key=None) -> str:
    """The definition as people write it in `state_machine!`."""
    if isinstance(value, dict):
        if "Type" in value and key == "States":
            rest = {k: v for k, v in value.items() if k != "Type"}
            return value["Type"] + (" " + dsl(rest) if rest else "")
        inner = []
        for k, v in value.items():
            name = k if k.isidentifier() else json.dumps(k)
            if k == "States":
                text = "{\n" + ",\n".join(f"{n}: {dsl(s, 'States')}" for n, s in v.items()) + "\n}"
            elif k in ("Next", "StartAt", "Default"):
                text = v
            elif k == "ErrorEquals":
                text = "[" + ", ".join(v) + "]"
            elif k == "Resource":
                text = v.removeprefix("arn:aws:states:::")
            else:
                text = dsl(v, k)
            inner.append(f"{name}: {text}")
        return "{ " + ", ".join(inner) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(dsl(v) for v in value) + "]"
    return json.dumps(value)


def crate(folder: Path, name: str, dependency: str, main: str) -> Path:
    path = folder / name
    (path / "src").mkdir(parents=True)
    (path / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n'
        f'[dependencies]\n{dependency}\n[workspace]\n'
    )
    (path / "src/main.rs").write_text(main)
    return path


def check(path: Path, target: Path, runs: int) -> float:
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target)}
    command = ["cargo", "check", "--quiet"]
    subprocess.run(command, cwd=path, env=environment, check=True)
    times = []
    for _ in range(runs):
        os.utime(path / "src/main.rs")
        start = time.perf_counter()
        subprocess.run(command, cwd=path, env=environment, check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000,10000")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="stack-bench-"))
    target = folder / "target"
    rows = []
    try:
        for size in map(int, arguments.sizes.split(",")):
            # AWS accepts no definition as long as that of 10,000 states, so those are several machines.
            definitions = [machine(min(MOST_STATES, size - at)) for at in range(0, size, MOST_STATES)]
            text = json.dumps(definitions[0] if len(definitions) == 1 else definitions)
            machines = "".join(f"stack::state_machine! {{ pub Chain{i} {dsl(it)} }}\n" for i, it in enumerate(definitions))
            ours = crate(folder, f"ours{size}", f'stack = {{ package = "stack-aws", path = "{ROOT}" }}',
                         f"{machines}fn main() {{}}\n")
            plain = crate(folder, f"plain{size}", "",
                          'pub static CHAIN: &str = include_str!("chain.json");\n'
                          "fn main() { assert!(!CHAIN.is_empty()); }\n")
            (plain / "src/chain.json").write_text(text)
            row = [size, check(ours, target, arguments.runs), None, check(plain, target, arguments.runs)]
            if size <= 1000:
                tree = crate(folder, f"tree{size}", 'serde_json = "1"',
                             '#![recursion_limit = "65536"]\n'
                             f"pub fn chain() -> serde_json::Value {{ serde_json::json!({text}) }}\n"
                             "fn main() { assert!(chain().is_object()); }\n")
                row[2] = check(tree, target, min(arguments.runs, 3))
            rows.append(row)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| states | `state_machine!`, checked | `serde_json::json!` | `include_str!` |")
    print("|---:|---:|---:|---:|")
    for size, ours, tree, plain in rows:
        seconds = lambda value: f"{value:.2f} s" if value is not None else "-"
        print(f"| {size:,} | {seconds(ours)} | {seconds(tree)} | {seconds(plain)} |")


if __name__ == "__main__":
    main()
