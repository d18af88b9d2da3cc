"""The orders, deployed and executed on the local engine.

usage: python orders.py PROGRAM
"""
import json
import sys
import time

from local import Stack, engine

ORDER = {
    "id": "42",
    "customer": "Ada",
    "items": [
        {"product": "green-tea", "price": 7, "quantity": 3},
        {"product": "cup", "price": 4.5, "quantity": 1},
    ],
}


def main():
    with engine() as (work, environment):
        orders = Stack(sys.argv[1], "orders", work, environment)
        orders.template()
        orders.aws("s3", "mb", "s3://artifacts")
        template = orders.upload()
        orders.deploy()
        resources = orders.resources()
        # The engine has no schedules in templates.
        assert set(template["Resources"]) - set(resources) == {"EveryNightSchedule"}, resources
        table, queue = (resources[name][2] for name in ("OrdersTable", "PackingQueue"))
        machine = resources["TakeOrderStateMachine"][2]

        taken = orders.execute(machine, ORDER)
        assert taken["status"] == "SUCCEEDED", taken
        items = stored(orders, table)
        assert items == [{"id": {"S": "42"}, "customer": {"S": "Ada"}, "total": {"N": "25.5"}}], items
        message, = receive(orders, queue)
        assert json.loads(message["Body"]) == {"order": "42", "items": ORDER["items"]}, message
        assert taken["output"] == {"id": "42", "message": message["MessageId"]}, taken
        print("orders: an order is in the table and in the queue")

        again = orders.execute(machine, ORDER)
        assert (again["status"], again["output"]) == ("SUCCEEDED", {"id": "42", "known": True}), again
        assert receive(orders, queue) == [], "an order that is known is packed again"
        print("orders: the same order is taken once")

        bucket = resources["PartnerFilesBucket"][2]
        (work / "today.csv").write_text("id,customer,product,price,quantity\n43,Grace,tea,7,1\n44,Alan,cup,4.5,2\n")
        orders.aws("s3", "cp", "today.csv", f"s3://{bucket}/orders/today.csv")
        read = orders.execute(resources["TakePartnerOrdersStateMachine"][2], {})
        assert read["status"] == "SUCCEEDED", read
        # The machine does not wait for the executions that take the orders.
        end = time.time() + 30
        while len(stored(orders, table)) < 3 and time.time() < end:
            time.sleep(0.2)
        totals = {item["id"]["S"]: item["total"]["N"] for item in stored(orders, table)}
        assert totals == {"42": "25.5", "43": "7", "44": "9"}, totals
        print("orders: a distributed Map takes the orders of a file")


def stored(stack, table):
    """The items of a table."""
    return json.loads(stack.aws("dynamodb", "scan", "--table-name", table))["Items"]


def receive(stack, queue):
    """The messages in a queue."""
    # Of SQS alone, the CLI reads no endpoint from the environment.
    engine_url = stack.environment["AWS_ENDPOINT_URL"]
    answer = stack.aws("sqs", "receive-message", "--queue-url", queue, "--endpoint-url", engine_url)
    return json.loads(answer)["Messages"] if answer else []


main()
