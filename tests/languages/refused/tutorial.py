"""A handler with the name of the tutorials."""
import json


def lambda_handler(event, _context):
    return json.dumps(event)
