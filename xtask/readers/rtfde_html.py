"""Tells what RTFDE makes of RTF files that hold HTML: see README.md beside this file."""

import json
import sys
from pathlib import Path

from RTFDE.deencapsulate import DeEncapsulator


def html(path):
    converter = DeEncapsulator(path.read_bytes())
    converter.deencapsulate()
    return converter.html.decode("utf-8")


def main():
    # Its parser recurses.
    sys.setrecursionlimit(20_000)
    found = {}
    for path in map(Path, sys.argv[1:]):
        try:
            found[path.stem] = {"html": html(path)}
        except Exception as error:
            found[path.stem] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
