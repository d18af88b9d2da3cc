"""Adds its name, with what stands beside it and what its requirements bring."""
import six
from pieces import NAME


def add_name(names, _context):
    return [*names, f"{NAME} six {six.__version__}"]
