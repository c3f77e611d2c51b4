"""Compares compound files with what their writer says is in them, by means of olefile.

Standard input has one JSON object a line:
{"path": FILE, "streams": {PATH: [SIZE, SHA256]}, "storages": [PATH]}, where a PATH is each name
from the root on after a "/". Any defect that olefile suspects is an error.
"""

import hashlib
import json
import sys

import olefile


def content_of(path):
    """What olefile finds: {path: [size, hash]} for streams, {path: "storage"} for storages."""
    with olefile.OleFileIO(path, raise_defects=olefile.DEFECT_UNSURE) as ole:
        for kind, message in ole.parsing_issues:
            print(f"{path}: note: {kind.__name__}: {message}")
        storages = ole.listdir(streams=False, storages=True)
        found = {"/" + "/".join(parts): "storage" for parts in storages}
        for parts in ole.listdir(streams=True, storages=False):
            content = ole.openstream(parts).read()
            found["/" + "/".join(parts)] = [len(content), hashlib.sha256(content).hexdigest()]
        return found


def main():
    files = streams = faults = 0
    for line in sys.stdin:
        sample = json.loads(line)
        path, expected = sample["path"], sample["streams"]
        files += 1
        streams += len(expected)
        expected.update((storage, "storage") for storage in sample["storages"])
        try:
            found = content_of(path)
        except Exception as error:  # Whatever olefile raises, the file is not what it should be.
            print(f"{path}: {type(error).__name__}: {error}")
            faults += 1
            continue
        for name in sorted(expected.keys() | found.keys()):
            if expected.get(name) != found.get(name):
                print(f"{path}: {name!r}: written {expected.get(name)}, read {found.get(name)}")
                faults += 1
    print(f"{files} files with {streams} streams compared, {faults} faults")
    # Nothing compared is no success.
    sys.exit(1 if faults or not files else 0)


if __name__ == "__main__":
    main()
