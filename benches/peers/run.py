#!/usr/bin/env python3
"""Compares `cargo stack check` with other checkers of state machines, and prints tables for README.md.

usage: benches/peers/run.py [--rounds 5] [--quick]

The peers are AWS's own editor service (amazon-states-language-service, npm) and statelint (PyPI), installed below
target/peers. All check the same files in the same run, each in one warm process, and take turns, so that what else
the machine does falls on all. The files are the workflows of ../shared/corpus, repeated to some 30 MB; where that is
not there, this repository's own definitions.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
WORK = TARGET / "peers"
SIZE = 30_000_000


def run(*command: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], check=True, **options)


def install() -> None:
    """Installs the peers once; again when their versions change."""
    for name, make in (("package-lock.json", install_service), ("requirements.txt", install_linter)):
        mark = WORK / name
        if not mark.exists() or mark.read_text() != (HERE / name).read_text():
            make()
            shutil.copy(HERE / name, mark)


def install_service() -> None:
    shutil.rmtree(WORK / "node", ignore_errors=True)
    (WORK / "node").mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, WORK / "node")
    run("npm", "ci", "--prefix", WORK / "node", "--no-audit", "--no-fund", "--loglevel=error", stdout=sys.stderr)


def install_linter() -> None:
    shutil.rmtree(WORK / "venv", ignore_errors=True)
    run(sys.executable, "-m", "venv", WORK / "venv")
    pip = (WORK / "venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run(*pip, "-r", HERE / "requirements.txt", stdout=sys.stderr)


def definitions() -> list[str]:
    files = sorted((ROOT.parent / "shared/corpus/workflows").glob("*.json"))
    if not files:
        files = sorted((ROOT / "tests/definitions").glob("*.asl.json")) + sorted((ROOT / "fuzz/seeds/checker").glob("json*"))
        print("../shared is not there: the figures are of this repository's own definitions")
    return [file.read_text() for file in files]


def corpus(texts: list[str], size: int) -> tuple[Path, int, int]:
    """Writes the texts again and again; gives the list of the files, their number and their bytes."""
    folder = WORK / "files"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names, written = [], 0
    while written < size:
        for text in texts:
            file = folder / f"{len(names):05}.asl.json"
            file.write_text(text)
            names.append(str(file))
            written += len(text.encode())
    (WORK / "list").write_text("\n".join(names) + "\n")
    return WORK / "list", len(names), written


def summary(program: Path, files: Path, threads: int) -> dict[str, float]:
    command = [program, "stack", "check", "--format", "jsonl", "--stdin-list", "--threads", str(threads)]
    start = time.perf_counter()
    with files.open() as names:
        output = subprocess.run(command, stdin=names, capture_output=True, text=True).stdout
    wall = time.perf_counter() - start
    return {"wall": wall, **json.loads(output.rsplit("\n", 2)[1])["summary"]}


def many(program: Path, texts: list[str], size: int, rounds: int) -> None:
    files, number, written = corpus(texts, size)
    times = {name: [] for name in ("one", "two", "wall", "service", "statelint")}
    peers = {
        "service": ("node", HERE / "service.cjs", WORK / "node", files, 1),
        "statelint": (WORK / "venv/bin/python", HERE / "linter.py", files, 1),
    }
    summary(program, files, 1)
    for _ in range(rounds):
        one = summary(program, files, 1)
        times["one"].append(one["check_s"])
        times["wall"].append(one["wall"])
        times["two"].append(summary(program, files, 2)["check_s"])
        for name, command in peers.items():
            seconds = run(*command, capture_output=True, text=True).stdout.split()
            times[name] += [float(second) for second in seconds]
    # The best of each: what else the machine does can only make it slower.
    best = {name: min(values) for name, values in times.items()}
    print(f"\n{number} definitions, {written / 1e6:.1f} MB, the best of {rounds} rounds\n")
    print("| | definitions/s | MB/s | AWS's service = 1 |\n|---|---:|---:|---:|")
    rows = {
        "one": "`cargo stack check`, one thread",
        "two": "`cargo stack check`, two threads",
        "wall": "the same on one thread, with the start of the process and all output",
        "service": "amazon-states-language-service 1.16.1, one process",
        "statelint": "statelint 3.1.0, one process",
    }
    for name, title in rows.items():
        rate, ratio = number / best[name], best["service"] / best[name]
        print(f"| {title} | {rate:,.0f} | {written / best[name] / 1e6:,.1f} | {ratio:.1f} |")


def process(*command: object) -> float:
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def cold(program: Path, texts: list[str]) -> None:
    """A process for one file of middling size, from start to end."""
    file = WORK / "one.asl.json"
    file.write_text(sorted(texts, key=len)[len(texts) // 2])
    statelint = WORK / "venv/bin/statelint"
    node = ("node", HERE / "service.cjs", WORK / "node", WORK / "one", 0)
    (WORK / "one").write_text(f"{file}\n")
    commands = {
        "`/bin/true`": (("/bin/true",), 200),
        "`cargo-stack stack check`": ((program, "stack", "check", file), 200),
        "amazon-states-language-service": (node, 5),
        "`statelint`": ((statelint, file), 5),
    }
    print("\n| a process that checks one file | median |\n|---|---:|")
    for title, (command, runs) in commands.items():
        median = statistics.median(process(*command) for _ in range(runs))
        print(f"| {title} | {median * 1000:.1f} ms |")


def check_time(program: Path, text: str, repeat: int) -> float:
    """Seconds for one definition, in a warm process."""
    file = WORK / "shape.asl.json"
    file.write_text(text)
    names = WORK / "shape"
    names.write_text(f"{file}\n" * repeat)
    return min(summary(program, names, 1)["check_s"] for _ in range(3)) / repeat


def long(size: int) -> str:
    """A definition of so many bytes: tasks in a row, with retriers, catchers and choices between."""
    states, written = {}, 0
    while written < size - 300:
        i = len(states) // 2
        task = {
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": f"function-{i}", "Payload": {"id.$": "$.id", "n": i}},
            "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 3}],
            "ResultPath": f"$.result{i}", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "failed"}], "Next": f"choice-{i}",
        }
        choice = {
            "Type": "Choice", "Choices": [{"Variable": f"$.result{i}.done", "BooleanEquals": True, "Next": "done"}],
            "Default": f"task-{i + 1}",
        }
        states |= {f"task-{i}": task, f"choice-{i}": choice}
        written += len(json.dumps({f"task-{i}": task, f"choice-{i}": choice}))
    states[f"task-{len(states) // 2}"] = {"Type": "Pass", "Next": "done"}
    states |= {"failed": {"Type": "Fail"}, "done": {"Type": "Succeed"}}
    return json.dumps({"StartAt": "task-0", "States": states})


def deep(depth: int, size: int) -> str:
    """Parallel states inside each other, each with so many tasks that all depths have about the same size."""
    inner = None
    each = max(1, size // depth // 130)
    for level in range(depth, 0, -1):
        names = [f"s{level}-{i}" for i in range(each)]
        states = {
            name: {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Next": following}
            for name, following in zip(names, [*names[1:], f"p{level}"])
        }
        end = {"Type": "Succeed"} if inner is None else {"Type": "Parallel", "Branches": [inner], "End": True}
        inner = {"StartAt": names[0], "States": {**states, f"p{level}": end}}
    return json.dumps(inner)


def shapes(program: Path) -> None:
    print("\n| one definition of | time | for a byte |\n|---|---:|---:|")
    for kilobytes in (16, 64, 256, 1024):
        text = long(kilobytes << 10)
        seconds = check_time(program, text, max(4, 4096 // kilobytes))
        print(f"| {len(text) / 1024:,.0f} KB in a row | {seconds * 1000:.2f} ms | {seconds / len(text) * 1e9:.1f} ns |")
    # A Parallel state is five objects and arrays further in, and 128 is the limit.
    for depth in (1, 4, 8, 16, 25):
        text = deep(depth, 64 << 10)
        seconds = check_time(program, text, 64)
        title = f"{len(text) / 1024:,.0f} KB, {depth} Parallel states deep"
        print(f"| {title} | {seconds * 1000:.2f} ms | {seconds / len(text) * 1e9:.1f} ns |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="a tenth of the files")
    arguments = parser.parse_args()
    run("cargo", "build", "--release", "--quiet", "--package", "cargo-stack-aws", cwd=ROOT)
    program = TARGET / "release/cargo-stack"
    WORK.mkdir(parents=True, exist_ok=True)
    install()
    texts = definitions()
    many(program, texts, SIZE // 10 if arguments.quick else SIZE, arguments.rounds)
    cold(program, texts)
    shapes(program)


if __name__ == "__main__":
    main()
