"""The loop of a Python function: takes events from the Lambda Runtime API, one after the other."""
import importlib
import json
import os
import sys
import traceback
import urllib.request

BASE = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/"


def post(path, value):
    request = urllib.request.Request(BASE + path, json.dumps(value).encode(), method="POST")
    urllib.request.urlopen(request).read()


def failure(error):
    return {
        "errorType": type(error).__name__,
        "errorMessage": str(error),
        "stackTrace": traceback.format_exception(error),
    }


def main():
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    module, name = os.environ["_HANDLER"].rsplit(".", 1)
    try:
        handler = getattr(importlib.import_module(module.replace("/", ".")), name)
    except Exception as error:
        post("init/error", failure(error))
        sys.exit(1)
    while True:
        with urllib.request.urlopen(BASE + "invocation/next", timeout=None) as event:
            id = event.headers["Lambda-Runtime-Aws-Request-Id"]
            payload = json.loads(event.read())
        try:
            post(f"invocation/{id}/response", handler(payload, None))
        except Exception as error:
            post(f"invocation/{id}/error", failure(error))


main()
