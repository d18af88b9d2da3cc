"""What the end-to-end tests share: the local engine, the AWS CLI and the program of a stack."""
import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REGION = "us-east-1"


@contextlib.contextmanager
def engine():
    """Runs the engine in a folder of its own and yields (folder, environment); ends it afterwards."""
    # So that the engine is ended too when this process is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="stack-e2e-") as name:
        folder = Path(name).resolve()
        work, url = folder / "work", folder / "url"
        work.mkdir()
        with open(folder / "log", "w") as log:
            process = subprocess.Popen(
                [sys.executable, ROOT / "tests/engine/engine.py", "--url-file", url],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "TMPDIR": name},
            )
        try:
            environment = {
                **os.environ,
                "AWS_ENDPOINT_URL": wait_for(lambda: url.exists() and url.read_text(), process),
                "AWS_ACCESS_KEY_ID": "test",
                "AWS_SECRET_ACCESS_KEY": "test",
                "AWS_DEFAULT_REGION": REGION,
                "AWS_PAGER": "",
                # Nothing of the user's own.
                "AWS_CONFIG_FILE": os.devnull,
                "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
                "AWS_EC2_METADATA_DISABLED": "true",
            }
            yield work, environment
        except BaseException:
            print(f"--- the engine's log\n{(folder / 'log').read_text()}---", file=sys.stderr)
            raise
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for(ready, process, seconds=60):
    """Waits until `ready` says something; gives up when the process ends or the time is over."""
    end = time.time() + seconds
    while True:
        value = ready()
        if value:
            return value
        if process.poll() is not None:
            raise RuntimeError(f"the engine ended with {process.returncode}")
        if time.time() > end:
            raise RuntimeError(f"the engine is not ready after {seconds} seconds")
        time.sleep(0.1)


class Stack:
    """A stack's program and what is deployed of it."""

    def __init__(self, program, name, work, environment):
        self.program, self.name = Path(program).resolve(), name
        self.work, self.environment = work, environment

    def run(self, *arguments):
        """Runs the program; gives stdout."""
        return self.call([self.program, *arguments])

    def aws(self, *arguments):
        """Runs the AWS CLI; gives what it prints."""
        return self.call([Path(sys.executable).with_name("aws"), *arguments, "--output", "json"])

    def call(self, command):
        done = subprocess.run(
            command, cwd=self.work, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode != 0:
            said = f"{done.stdout}{done.stderr}"
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}\n{said}")
        return done.stdout

    def template(self):
        """Writes `template.json`, after a check that each way to print it gives the same bytes."""
        first, second = self.run(), self.run()
        assert first == second, "the template differs from run to run"
        self.run("--out", "template.json")
        assert (self.work / "template.json").read_text() == first, "--out writes what stdout gets"
        assert json.loads(self.run("--compact")) == json.loads(first), "the compact form says the same"

    def package(self):
        """Builds the code, and checks that a second run changes nothing; gives the files."""
        self.run("package")
        first = contents(self.work / ".stack")
        self.run("package")
        assert contents(self.work / ".stack") == first, "a second run of `package` changes files"
        return sorted(first)

    def upload(self, bucket="artifacts"):
        """Uploads the code; gives the template with the code's places."""
        self.aws(
            *["cloudformation", "package", "--template-file", "template.json", "--s3-bucket", bucket],
            *["--output-template-file", "packaged.json", "--use-json"],
        )
        return json.loads((self.work / "packaged.json").read_text())

    def deploy(self, *arguments):
        """Deploys the uploaded template, as a user would."""
        size = (self.work / "packaged.json").stat().st_size
        # Larger templates must go through a bucket.
        bucket = ["--s3-bucket", "artifacts"] if size > 51_200 else []
        self.aws(
            *["cloudformation", "deploy", "--template-file", "packaged.json", "--stack-name", self.name],
            *["--capabilities", "CAPABILITY_IAM", *bucket, *arguments],
        )

    def resources(self):
        """Logical id to (type, status, physical id) of what is deployed. What the engine does not know is not."""
        answer = self.aws("cloudformation", "describe-stack-resources", "--stack-name", self.name)
        return {
            entry["LogicalResourceId"]: (entry["ResourceType"], entry["ResourceStatus"], entry["PhysicalResourceId"])
            for entry in json.loads(answer)["StackResources"]
            if "LogicalResourceId" in entry
        }

    def execute(self, machine, value, seconds=60):
        """Runs a deployed machine to its end; gives its description, the output as a value."""
        # With a name: the engine gives all executions without one the same.
        started = self.aws(
            *["stepfunctions", "start-execution", "--state-machine-arn", machine],
            *["--name", str(uuid.uuid4()), "--input", json.dumps(value)],
        )
        arn = json.loads(started)["executionArn"]
        end = time.time() + seconds
        while True:
            done = json.loads(self.aws("stepfunctions", "describe-execution", "--execution-arn", arn))
            if done["status"] != "RUNNING":
                return {**done, "output": json.loads(done["output"]) if done.get("output") else None}
            assert time.time() < end, f"{machine} still runs after {seconds} seconds"
            time.sleep(0.2)


def contents(folder):
    """Path to (mode, time, hash) of every file below."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in [".gitignore", ".lock"])
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.stat().st_mtime,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in files
    }
