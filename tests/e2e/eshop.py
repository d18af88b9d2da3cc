"""The e-shop, packaged, deployed and executed on the local engine.

usage: python eshop.py PROGRAM
"""
import sys

from local import Stack, engine

FUNCTIONS = ["BillCustomerFunction", "CheckAndHoldProductFunction", "ShipmentNotificationFunction"]
ORDER = {"orderId": "42", "product": "green-tea", "quantity": 3, "card": "4242"}


def main():
    with engine() as (work, environment):
        eshop = Stack(sys.argv[1], "eshop", work, environment)
        eshop.template()
        files = eshop.package()
        assert files == [f"{name}/{file}" for name in FUNCTIONS for file in ("index.mjs", "index.mjs.map")], files

        eshop.aws("s3", "mb", "s3://artifacts")
        packaged = eshop.upload()
        eshop.package()
        assert eshop.upload() == packaged, "the same code is uploaded under another key"
        eshop.deploy()
        resources = eshop.resources()
        assert set(packaged["Resources"]) == set(resources), resources
        kind, status, machine = resources["EshopBuyingProcessStateMachine"]
        assert (kind, status) == ("AWS::StepFunctions::StateMachine", "CREATE_COMPLETE")

        bought = eshop.execute(machine, ORDER)
        assert bought["status"] == "SUCCEEDED", bought
        steps = ["check-and-hold-product", "bill-customer", "shipment-notification"]
        assert bought["output"]["steps"] == steps, bought
        assert bought["output"]["payment"] == {"id": "payment-42", "amount": 21, "currency": "EUR"}, bought
        print("e-shop: an order goes through its three functions in order")

        declined = eshop.execute(machine, {**ORDER, "card": "declined"})
        assert (declined["status"], declined["error"]) == ("FAILED", "CardDeclined"), declined
        sold_out = eshop.execute(machine, {**ORDER, "quantity": 100})
        assert (sold_out["status"], sold_out["error"]) == ("FAILED", "OutOfStock"), sold_out
        print("e-shop: a function's error fails the execution under its own name")


main()
