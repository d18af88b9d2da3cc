"""statelint in one process: checks the files of a list, once to get warm and then as often as asked, and prints how
many seconds each round took.

usage: linter.py LIST ROUNDS
"""
import sys
import time
from pathlib import Path

from statelint.linter import Linter

files = Path(sys.argv[1]).read_text().split()
for file in files[:1000]:
    Linter.validate(file)
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    for file in files:
        Linter.validate(file)
    print(time.perf_counter() - start)
