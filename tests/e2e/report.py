"""The report, packaged and deployed on the local engine, which cannot run batch jobs.

usage: python report.py PROGRAM
"""
import json
import subprocess
import sys

from local import Stack, engine

IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/generate-report:latest"


def main():
    with engine() as (work, environment):
        report = Stack(sys.argv[1], "report", work, environment)
        report.template()
        report.package()
        image = work / ".stack" / "GenerateReportJobDefinition"
        assert (image / "Dockerfile").read_text().startswith("FROM public.ecr.aws/docker/library/node:")
        printed = report.run("package", "--only", "generate_report")
        assert f"docker build --platform linux/amd64 --tag \"$IMAGE\" .stack/{image.name}" in printed, printed

        # What the container would run.
        csv = subprocess.run(["node", image / "index.mjs"], capture_output=True, text=True, check=True).stdout
        assert csv == "product,revenue\nblack-tea,18\ngreen-tea,119\n", csv
        print("report: the job's program is in the context of its image")

        report.aws("s3", "mb", "s3://artifacts")
        packaged = report.upload()
        report.deploy("--parameter-overrides", f"GenerateReportImage={IMAGE}")
        resources = report.resources()
        assert set(packaged["Resources"]) == set(resources), resources
        assert all(status == "CREATE_COMPLETE" for _, status, _ in resources.values()), resources

        machine = json.loads(
            report.aws(
                *["stepfunctions", "describe-state-machine", "--state-machine-arn"],
                resources["ReportProcessStateMachine"][2],
            )
        )
        job = json.loads(machine["definition"])["States"]["generate"]["Parameters"]
        assert job["JobDefinition"] == resources["GenerateReportJobDefinition"][2], job
        assert job["JobQueue"] == resources["SharedBatchOnDemandJobQueue"][2], job
        print("report: the deployed definition names the deployed job and queue")


main()
