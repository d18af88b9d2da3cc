"""Prints the names that a Python file defines at its top level, those that it imports with a blank in front, and `*` if
there may be others.

usage: names.py FILE
"""
import ast
import sys


def bound(body):
    """The names that statements bind, in whatever block of the module's own."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
            # What a function declares as global is the module's.
            yield from (name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names)
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((alias.asname or alias.name).split(".")[0] for alias in node.names)
            continue
        for inner in ast.iter_child_nodes(node):
            if isinstance(inner, ast.expr):
                names = (it for it in ast.walk(inner) if isinstance(it, ast.Name))
                yield from (name.id for name in names if not isinstance(name.ctx, ast.Load))
            elif not isinstance(inner, ast.stmt):
                # `with` items, handlers of exceptions, cases of `match`.
                yield from bound([inner])
        for block in ("body", "orelse", "finalbody"):
            yield from bound(getattr(node, block, []) if isinstance(getattr(node, block, []), list) else [])
        for field in ("name", "rest"):
            if isinstance(getattr(node, field, None), str):
                yield getattr(node, field)


def main():
    with open(sys.argv[1], "rb") as file:
        tree = ast.parse(file.read(), sys.argv[1])
    names = set(bound(tree.body))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if "*" in names or "__getattr__" in names or used & {"globals", "exec", "setattr", "vars"}:
        print("*")
    imported = {
        (alias.asname or alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    for name in sorted(names - {"*"}):
        print(f" {name}" if name in imported else name)


main()
