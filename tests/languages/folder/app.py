"""Adds its name."""


def handler(names, _context):
    return [*names, "folder"]
