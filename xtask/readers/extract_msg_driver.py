"""Tells what extract-msg finds in message files: see README.md beside this file."""

import datetime
import decimal
import hashlib
import json
import struct
import sys
import time
from pathlib import Path

import extract_msg
from extract_msg.enums import AttachmentType, ErrorBehavior


BITS = {0x0002: 16, 0x0003: 32, 0x0014: 64}


def filled(found):
    """Without what is not there."""
    return {key: value for key, value in found.items() if value not in (None, "", [], {})}


def text(source, tag):
    return source.getStringStream("__substg1.0_" + tag)


def seconds(time):
    return int(time.timestamp())


def plain(kind, value):
    """A value as the README beside this file has it; `kind` is the type's number."""
    if isinstance(value, (list, tuple)):
        return [plain(kind & 0x0FFF, item) for item in value]
    if kind in BITS and isinstance(value, int):
        # extract-msg takes no number for negative.
        value = (value + (1 << BITS[kind] - 1)) % (1 << BITS[kind]) - (1 << BITS[kind] - 1)
    if kind == 0x0007 and isinstance(value, datetime.datetime):
        return (value.replace(tzinfo=None) - datetime.datetime(1899, 12, 30)) / datetime.timedelta(1)
    if isinstance(value, datetime.datetime):
        return seconds(value)
    if isinstance(value, bytes):
        return value.hex().upper()
    if isinstance(value, decimal.Decimal):
        return f"{value:.4f}"
    if kind == 0x0014:
        return str(value)
    if kind == 0x000A:
        return int(value)
    if isinstance(value, str):
        return value.upper() if kind == 0x0048 else value
    return value


def value_of(message, tag):
    kind = int(tag[4:], 16)
    try:
        value = message._getTypedData(tag[:4], tag[4:])
    except NotImplementedError:
        return None
    return plain(kind, value)


def person(message, name, address, smtp):
    return filled({key: text(message, tag)
                   for key, tag in (("name", name), ("address", address), ("smtp", smtp))})


def recipient(row):
    found = {"type": int(row.type), "name": row.name, "address": text(row, "3003"),
             "smtp": text(row, "39FE")}
    return filled(found)


def attachment(item):
    method = item.props.getValue("37050003")
    found = {"name": item.longFilename or item.displayName, "mime": item.mimetype,
             "cid": item.contentId, "method": method, "reference": item.longPathname}
    if item.type is AttachmentType.DATA:
        found["size"] = len(item.data)
        found["sha256"] = hashlib.sha256(item.data).hexdigest()
    elif item.type is AttachmentType.MSG:
        found["message"] = describe(item.data)
    return filled(found) | ({"size": 0} if found.get("size") == 0 else {})


def html_of(message):
    # Not `htmlBody`: that one makes HTML out of the text where there is none.
    html = message.getStream("__substg1.0_10130102")
    if html is None:
        return None
    page = message.getPropertyVal("3FDE0003")
    return html.decode("utf-8" if page == 65001 else f"cp{page}")


def rtf_of(message):
    """The RTF as it is, and the HTML that is in it."""
    rtf = message.rtfBody if getattr(message, "compressedRtf", None) else None
    if rtf is None:
        return {}
    found = {"rtf": [len(rtf), hashlib.sha256(rtf).hexdigest()]}
    if b"\\fromhtml1" in rtf:
        found["html_in_rtf"] = message.deencapsulatedRtf.html.decode()
    return found


def describe(message):
    tags = [tag for tag in message.props if "6600" <= tag[:4] < "6800" or tag[:2] == "3A"]
    named = {}
    for entry in message.named.values():
        name, guid = entry.identifier
        name = f"0x{int(name, 16):08X}" if entry.type.value == 0 else name
        tag = next((t for t in message.props if t[:4] == entry.propertyStreamID), None)
        value = value_of(message, tag) if tag else None
        if value is not None:
            named[f"{guid}:{name}/{tag[4:]}"] = value
    date = message.getPropertyVal("00390040")
    return filled({
        "class": message.classType,
        "subject": text(message, "0037"),
        "text": getattr(message, "body", None),
        "html": html_of(message),
        **rtf_of(message),
        "date": date and seconds(date),
        "sender": person(message, "0C1A", "0C1F", "5D01"),
        "representing": person(message, "0042", "0065", "5D02"),
        "recipients": [recipient(row) for row in getattr(message, "recipients", [])],
        "attachments": [attachment(item) for item in message.attachments],
        "named": named,
        "properties": filled({tag: value_of(message, tag) for tag in tags}),
    })


def summary(path):
    """What a list of messages shows, the text, and the attachments."""
    with extract_msg.openMsg(path, errorBehavior=ErrorBehavior.SUPPRESS_ALL) as message:
        people = [(row.name, row.email) for row in message.recipients]
        attached = [(item.longFilename, item.data) for item in message.attachments]
        return message.subject, message.sender, message.date, message.body, people, attached


def timed(rounds):
    """The median of how long that takes, in nanoseconds by name."""
    found = {}
    for path in sys.argv[2:]:
        times = []
        for _ in range(rounds + 1):
            begin = time.perf_counter_ns()
            summary(path)
            times.append(time.perf_counter_ns() - begin)
        # The first is to warm up.
        found[Path(path).name] = sorted(times[1:])[rounds // 2]
    json.dump(found, sys.stdout)


def main():
    if sys.argv[1].startswith("--time="):
        return timed(int(sys.argv[1].split("=")[1]))
    found = {}
    for path in sys.argv[1:]:
        try:
            # Beyond what is said, everything that is wrong is an error.
            with extract_msg.openMsg(path, errorBehavior=ErrorBehavior.ATTACH_NOT_IMPLEMENTED) as message:
                found[Path(path).name] = describe(message)
        except Exception as error:
            found[Path(path).name] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
