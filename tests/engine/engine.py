"""AWS for the end-to-end tests: moto with its faults mended, and Lambda functions that really run.

usage: python engine.py --url-file FILE
"""
import argparse
import atexit
import io
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import uuid
import zipfile

import function_process
from moto.core.config import default_user_config

# Before anything else of moto is imported: it reads them then.
default_user_config["stepfunctions"] = {"execute_state_machine": True}
default_user_config["lambda"] = {"use_docker": False}
default_user_config["batch"] = {"use_docker": False}

import moto.batch.models as batch
import moto.events.models as events
import moto.stepfunctions.models as stepfunctions
from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.moto_server.threaded_moto_server import ThreadedMotoServer
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import (
    StateTaskServiceSfn,
)
from moto.stepfunctions.parser.models import stepfunctions_parser_backends


def mend_state_machines():
    """CloudFormation makes machines that cannot run, drops `Definition` and its substitutions, the
    type and the logging."""
    stepfunctions.stepfunctions_backends = stepfunctions_parser_backends
    update = stepfunctions.StateMachine.update_from_cloudformation_json.__func__

    def with_text(resource):
        properties = resource["Properties"]
        if "Definition" in properties:
            properties.setdefault("DefinitionString", json.dumps(properties["Definition"]))
        for name, value in (properties.get("DefinitionSubstitutions") or {}).items():
            text = properties["DefinitionString"].replace("${%s}" % name, str(value))
            properties["DefinitionString"] = text
        return resource

    def create(cls, name, resource, account, region, **_):
        properties = with_text(resource)["Properties"]
        logging = properties.get("LoggingConfiguration")
        return stepfunctions_parser_backends[account][region].create_state_machine(
            properties.get("StateMachineName", name),
            properties["DefinitionString"],
            properties["RoleArn"],
            tags=stepfunctions.cfn_to_api_tags(properties.get("Tags", [])),
            sm_type=properties.get("StateMachineType"),
            loggingConfiguration=logging and {key[0].lower() + key[1:]: value for key, value in logging.items()},
        )

    def updated(cls, original, name, resource, account, region):
        return update(cls, original, name, with_text(resource), account, region)

    stepfunctions.StateMachine.create_from_cloudformation_json = classmethod(create)
    stepfunctions.StateMachine.update_from_cloudformation_json = classmethod(updated)


def mend_functions():
    """Without docker, moto's functions only echo their event."""
    functions, lock = {}, threading.Lock()
    code = tempfile.mkdtemp(prefix="functions-")

    def stop():
        for function in functions.values():
            if function.running():
                function.stop()
        shutil.rmtree(code, ignore_errors=True)

    atexit.register(stop)

    def invoke(self, function_name, qualifier, body, headers, response_headers):
        deployed = self.get_function(function_name, qualifier)
        key = (deployed.function_arn, deployed.code_sha_256)
        with lock:
            function = functions.get(key)
            if function is None or not function.running():
                folder = tempfile.mkdtemp(dir=code)
                unzip(deployed.code_bytes, folder)
                environment = deployed.environment_vars or {}
                function = function_process.Function(
                    folder, deployed.run_time or "", deployed.handler, environment, int(deployed.timeout)
                )
                functions[key] = function
        payload = body.encode() if isinstance(body, str) else body
        error, answer = function.invoke(payload or b"{}", deployed.function_arn)
        if error:
            response_headers["x-amz-function-error"] = "Unhandled"
        return answer

    LambdaSimpleBackend.invoke = invoke


def unzip(data, folder):
    """Unpacks a function's code with the files' modes, as Lambda does: a program must come executable."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            path = archive.extract(entry, folder)
            mode = entry.external_attr >> 16 & 0o777
            if mode and not entry.is_dir():
                os.chmod(path, mode)


def mend_jsonata():
    """moto leaves JSONata to a language that it does not bring."""
    import jsonata
    import moto.stepfunctions.parser.asl.jsonata.jsonata as inner

    def evaluate(expression):
        try:
            return json.loads(json.dumps(jsonata.Jsonata(expression).evaluate(None)))
        except Exception as error:
            raise inner.JSONataException("UNKNOWN", str(error)) from error

    inner._eval_jsonata = evaluate


def mend_batch():
    """moto demands properties that AWS does not: a job definition's retries, and an environment's role,
    which in AWS is the service's own."""

    def with_defaults(model, defaults):
        create = model.create_from_cloudformation_json.__func__

        def created(cls, name, resource, account, region, **named):
            for key, value in defaults(batch.batch_backends[account][region]).items():
                resource["Properties"].setdefault(key, value)
            return create(cls, name, resource, account, region, **named)

        model.create_from_cloudformation_json = classmethod(created)

    def service_role(backend):
        path = "/aws-service-role/batch.amazonaws.com/"
        known = [role for role in backend.iam_backend.get_roles() if role.path == path]
        return known[0] if known else backend.iam_backend.create_service_linked_role("batch.amazonaws.com", "", "")

    with_defaults(batch.JobDefinition, lambda _: {"RetryStrategy": {"Attempts": 1}})
    with_defaults(batch.ComputeEnvironment, lambda backend: {"ServiceRole": service_role(backend).arn})


def mend_event_buses():
    """An event bus that CloudFormation makes has no name that others could refer to."""
    events.EventBus.physical_resource_id = property(lambda bus: bus.name)


def mend_nested_executions():
    """A task that starts an execution hands its parameters to a client that has other names for them. Executions
    without a name all get the same."""
    evaluate = StateTaskServiceSfn._eval_service_task

    def evaluated(self, env, resource_runtime_part, normalised_parameters, state_credentials):
        named = {key[0].lower() + key[1:]: value for key, value in normalised_parameters.items()}
        named.setdefault("name", str(uuid.uuid4()))
        evaluate(self, env, resource_runtime_part, named, state_credentials)

    StateTaskServiceSfn._eval_service_task = evaluated


def main():
    """Serves until it is told to stop."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url-file", required=True, help="where to write the engine's URL when it is ready")
    arguments = parser.parse_args()
    mend_state_machines()
    mend_functions()
    mend_jsonata()
    mend_batch()
    mend_event_buses()
    mend_nested_executions()
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    # Where a machine's tasks look for the other services.
    os.environ["MOTO_PORT"] = str(port)
    # Renamed into place, so that a reader never sees half a URL.
    with open(arguments.url_file + ".new", "w") as file:
        file.write(f"http://{host}:{port}")
    os.rename(arguments.url_file + ".new", arguments.url_file)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    stopped.wait()
    sys.exit(0)


main()
