"""Runs the code of one Lambda function as a local process behind the Lambda Runtime API."""
import http.server
import json
import os
import queue
import subprocess
import sys
import threading
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))


def command(folder, runtime):
    """The program that runs the code in `folder`."""
    if runtime.startswith("python"):
        return [sys.executable, os.path.join(HERE, "shim.py")]
    if runtime.startswith("nodejs"):
        return ["node", "--enable-source-maps", os.path.join(HERE, "shim.mjs")]
    return [os.path.join(folder, "bootstrap")]


class Function:
    """A running function. Events wait for each other, as in one execution environment of Lambda."""

    def __init__(self, folder, runtime, handler, environment, timeout):
        self.timeout = timeout
        self.events = queue.Queue()
        self.answers = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._api())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        self.process = subprocess.Popen(
            command(folder, runtime),
            cwd=folder,
            # The function's own output goes to the engine's log.
            stdout=sys.stderr,
            env={
                **kept,
                "AWS_LAMBDA_FUNCTION_NAME": "function",
                "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
                "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/function",
                "AWS_LAMBDA_LOG_STREAM_NAME": "local",
                "AWS_REGION": "us-east-1",
                "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_ACCESS_KEY_ID": "test",
                "AWS_SECRET_ACCESS_KEY": "test",
                **{name: str(value) for name, value in environment.items()},
                "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.server.server_port}",
                "LAMBDA_TASK_ROOT": folder,
                "_HANDLER": handler or "bootstrap",
            },
        )

    def invoke(self, payload, arn):
        """Sends an event; returns whether the function failed, and its answer as JSON bytes."""
        id, answer = str(uuid.uuid4()), queue.Queue()
        end = time.time() + self.timeout
        self.answers[id] = answer
        self.events.put((id, payload, arn, int(end * 1000)))
        while True:
            try:
                return answer.get(timeout=0.1)
            except queue.Empty:
                if self.process.poll() is not None:
                    # What the function said last may have come after the wait.
                    if not answer.empty():
                        return answer.get()
                    text = f"RequestId: {id} Error: Runtime exited with code {self.process.returncode}"
                    return failed("Runtime.ExitError", text)
                if time.time() > end:
                    self.stop()
                    return failed("Sandbox.Timedout", f"{id} Task timed out after {self.timeout}.00 seconds")

    def running(self):
        """Whether it can take another event."""
        return self.process.poll() is None

    def stop(self):
        """Ends the process."""
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.server.shutdown()

    def _api(function):
        class Api(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def send(self, status, body, headers=()):
                self.send_response(status)
                for name, value in (*headers, ("Content-Type", "application/json")):
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                id, payload, arn, deadline = function.events.get()
                headers = (
                    ("Lambda-Runtime-Aws-Request-Id", id),
                    ("Lambda-Runtime-Invoked-Function-Arn", arn),
                    ("Lambda-Runtime-Deadline-Ms", str(deadline)),
                    ("Lambda-Runtime-Trace-Id", "Root=1-0-0;Parent=0;Sampled=0"),
                )
                self.send(200, payload, headers)

            def do_POST(self):
                body = self.body()
                self.send(202, b"{}")
                *_, id, what = self.path.split("/")
                if id == "init":
                    for answer in function.answers.values():
                        answer.put((True, body))
                elif id in function.answers:
                    function.answers.pop(id).put((what == "error", body))

            def body(self):
                length = self.headers.get("Content-Length")
                if length is not None:
                    return self.rfile.read(int(length))
                chunks = b""
                while size := int(self.rfile.readline().strip() or b"0", 16):
                    chunks += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return chunks

        return Api


def failed(type, message):
    """The answer of a function that did not answer."""
    return True, json.dumps({"errorType": type, "errorMessage": message}).encode()
