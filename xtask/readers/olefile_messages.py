"""Tells what is in message files, by nothing but olefile and the text of [MS-OXMSG].

The answer is that of the other readers (README.md beside this file). As this reader is our own,
it is strict: whatever breaks a rule of [MS-OXMSG] that others tolerate is an error.
"""

import hashlib
import json
import struct
import sys
import uuid
import zlib
from pathlib import Path

import olefile

PROPERTIES = "__properties_version1.0"
NAMES = "__nameid_version1.0"
FIXED = {0x02: "<h", 0x03: "<i", 0x04: "<f", 0x05: "<d", 0x06: "<q", 0x07: "<d", 0x0A: "<I",
         0x0B: "<H", 0x14: "<q", 0x40: "<Q"}
PS_MAPI = uuid.UUID("00020328-0000-0000-c000-000000000046")
PS_PUBLIC_STRINGS = uuid.UUID("00020329-0000-0000-c000-000000000046")


class Broken(Exception):
    """A rule of [MS-OXMSG] does not hold."""


def demand(holds, what):
    if not holds:
        raise Broken(what)


class Storage:
    """A storage with its children by name."""

    def __init__(self, ole, entry):
        self.ole, self.name = ole, entry.name
        self.children = {child.name: child for child in entry.kids}
        self.claimed = set()

    def child(self, name, kind):
        child = self.children.get(name)
        demand(child and child.entry_type == kind, f"{self.name}: {name} is missing")
        self.claimed.add(name)
        return child

    def stream(self, name):
        child = self.child(name, olefile.STGTY_STREAM)
        # `openstream` would look for each part of the path again.
        return self.ole._open(child.isectStart, child.size).read()

    def storage(self, name):
        return Storage(self.ole, self.child(name, olefile.STGTY_STORAGE))

    def numbered(self, prefix):
        """The storages by their numbers ([MS-OXMSG] 2.2.1, 2.2.2), of which some may be gone."""
        names = sorted(name for name in self.children if name.startswith(prefix))
        numbers = [int(name[-8:], 16) for name in names]
        demand(names == [f"{prefix}_version1.0_#{number:08X}" for number in numbers],
               f"{self.name}: names of {prefix}")
        return [(number, self.storage(name)) for number, name in zip(numbers, names)]

    def all_claimed(self):
        demand(set(self.children) == self.claimed,
               f"{self.name}: nothing says what these are: {set(self.children) - self.claimed}")


def scalar(kind, data):
    """One value out of its bytes."""
    if kind == 0x48:
        return f"{{{str(uuid.UUID(bytes_le=data)).upper()}}}"
    if kind == 0x0102:
        return data.hex().upper()
    (value,) = struct.unpack(FIXED[kind], data)
    if kind == 0x06:
        sign = "-" if value < 0 else ""
        return f"{sign}{abs(value) // 10000}.{abs(value) % 10000:04}"
    if kind == 0x14:
        return str(value)
    if kind == 0x40:
        return value // 10_000_000 - 11_644_473_600
    return bool(value) if kind == 0x0B else value


class Object:
    """The properties of a message, recipient or attachment."""

    def __init__(self, storage, header, encoding=None):
        self.storage = storage
        stream = storage.stream(PROPERTIES)
        demand(len(stream) >= header and (len(stream) - header) % 16 == 0, "size of the entries")
        self.header, self.entries = stream[:header], {}
        for at in range(header, len(stream), 16):
            kind, tag_id, flags, value = struct.unpack_from("<HHI8s", stream, at)
            tag = f"{tag_id:04X}{kind:04X}"
            demand(not any(known[:4] == tag[:4] for known in self.entries), f"{tag} is there twice")
            demand(flags & ~7 == 0, f"{tag}: flags {flags:X}")
            self.entries[tag] = value
        page = self.fixed("3FFD0003")
        self.encoding = encoding if page is None else f"cp{page}"
        unicode = self.fixed("340D0003")
        strings = {tag[4:] for tag in self.entries} & {"001E", "001F", "101E", "101F"}
        demand(len({kind[1:] for kind in strings if unicode is not None and kind[0] == "0"}) < 2,
               "text of both kinds")
        self.values = {tag: self.decoded(tag, value) for tag, value in self.entries.items()}

    def fixed(self, tag):
        value = self.entries.get(tag)
        return value and struct.unpack("<i4x", value)[0]

    def text(self, kind, data):
        if kind == 0x1F:
            return data.decode("utf-16-le")
        demand(self.encoding is not None, "8-bit text without a code page")
        return data.decode(self.encoding)

    def decoded(self, tag, value):
        kind = int(tag[4:], 16)
        if kind in FIXED:
            size = struct.calcsize(FIXED[kind])
            demand(not any(value[size:]), f"{tag}: padding")
            return scalar(kind, value[:size])
        size, reserved = struct.unpack("<II", value)
        name = "__substg1.0_" + tag
        if kind == 0x0D:
            demand(size == 0xFFFFFFFF and reserved in (1, 4), f"{tag}: size {size} {reserved}")
            return self.storage.storage(name)
        demand(reserved == 0, f"{tag}: reserved {reserved}")
        data = self.storage.stream(name)
        # A terminator that is not stored is counted ([MS-OXMSG] 2.4.2.2).
        uncounted = {0x1F: 2, 0x1E: 1}.get(kind, 0)
        demand(size == len(data) + uncounted, f"{tag}: size {size} for {len(data)} bytes")
        if kind in (0x1E, 0x1F):
            text = self.text(kind, data)
            demand(text and "\0" not in text, f"{tag}: a text that is empty or has a terminator")
            return text
        if kind in (0x48, 0x0102):
            return scalar(kind, data)
        single = kind & 0x0FFF
        if single in (0x1E, 0x1F, 0x0102):
            width = 8 if single == 0x0102 else 4
            demand(len(data) % width == 0, f"{tag}: size of the lengths")
            return [self.item(tag, single, number, *struct.unpack_from("<I", data, number * width))
                    for number in range(len(data) // width)]
        width = 16 if single == 0x48 else struct.calcsize(FIXED[single])
        demand(len(data) % width == 0, f"{tag}: size of the values")
        return [scalar(single, data[at:at + width]) for at in range(0, len(data), width)]

    def item(self, tag, kind, number, length):
        data = self.storage.stream(f"__substg1.0_{tag}-{number:08X}")
        demand(len(data) == length, f"{tag}: length of value {number}")
        if kind == 0x0102:
            return data.hex().upper()
        text = self.text(kind, data)
        demand(text.endswith("\0"), f"{tag}: value {number} has no terminator")
        return text[:-1]

    def get(self, tag_id, kinds=("001F", "001E")):
        return next((self.values[tag_id + kind] for kind in kinds if tag_id + kind in self.values),
                    None)


class Names:
    """The map of named properties ([MS-OXMSG] 2.2.3)."""

    def __init__(self, storage):
        guids = storage.stream("__substg1.0_00020102")
        entries = storage.stream("__substg1.0_00030102")
        strings = storage.stream("__substg1.0_00040102")
        demand(len(guids) % 16 == 0 and len(entries) % 8 == 0, "sizes in the name map")
        sets = [None, PS_MAPI, PS_PUBLIC_STRINGS]
        sets += [uuid.UUID(bytes_le=guids[at:at + 16]) for at in range(0, len(guids), 16)]
        demand(len(set(sets)) == len(sets), "a set is there twice")
        self.names, buckets = {}, {}
        for index in range(len(entries) // 8):
            key, kind, position = struct.unpack_from("<IHH", entries, index * 8)
            demand(position == index, f"entry {index} says that it is {position}")
            demand(0 < kind >> 1 < len(sets), f"entry {index}: no such set")
            if kind & 1:
                demand(key % 4 == 0, f"entry {index}: where the name begins")
                (size,) = struct.unpack_from("<I", strings, key)
                stored = strings[key + 4:key + 4 + size]
                demand(len(stored) == size, f"entry {index}: the name is cut off")
                name, hashed = stored.decode("utf-16-le"), crc(stored)
            else:
                name, hashed = f"0x{key:08X}", key
            self.names[0x8000 + index] = f"{{{str(sets[kind >> 1]).upper()}}}:{name}"
            bucket = 0x1000 + (hashed ^ kind) % 0x1F
            buckets.setdefault(bucket, []).append(struct.pack("<IHH", hashed, kind, index))
        demand(len(set(self.names.values())) == len(self.names), "a name is there twice")
        for bucket, expected in buckets.items():
            stored = storage.stream(f"__substg1.0_{bucket:04X}0102")
            found = [stored[at:at + 8] for at in range(0, len(stored), 8)]
            demand(sorted(found) == sorted(expected), f"bucket {bucket:04X}")
        storage.all_claimed()


def crc(data):
    """The checksum of [MS-OXRTFCP] 3.1.3.2: the usual one without inverting first and last."""
    return zlib.crc32(data, 0xFFFFFFFF) ^ 0xFFFFFFFF


def decompressed(data):
    """[MS-OXRTFCP] 2.1 and 3.1."""
    size, raw_size, kind, checksum = struct.unpack_from("<IIII", data)
    demand(size + 4 == len(data), "COMPSIZE")
    contents = data[16:]
    if kind == 0x414C454D:
        demand(checksum == 0 and raw_size == len(contents), "header of RTF that is only stored")
        return contents
    demand(kind == 0x75465A4C, "COMPTYPE")
    demand(crc(contents) == checksum, "CRC")
    out = bytearray(
        b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
        b"\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
        b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
    start, at = len(out), 0
    while True:
        control, at = contents[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                out.append(contents[at])
                at += 1
                continue
            (word,) = struct.unpack_from(">H", contents, at)
            at += 2
            # Where the reference is in the whole text, not in the ring of 4,096 bytes.
            back = (len(out) - (word >> 4)) % 4096
            if back == 0:
                demand(at == len(contents), "bytes after the end")
                demand(len(out) - start == raw_size, "RAWSIZE")
                return bytes(out[start:])
            for _ in range((word & 15) + 2):
                demand(back <= len(out), "a reference to before the text")
                out.append(out[-back])


def filled(found):
    """Without what is not there."""
    return {key: value for key, value in found.items() if value not in (None, "", [], {})}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def binary(item, tag_id):
    value = item.get(tag_id, ["0102"])
    return None if value is None else bytes.fromhex(value)


def person(item, name, address, smtp):
    return filled({"name": item.get(name), "address": item.get(address), "smtp": item.get(smtp)})


def attachment(storage, number, names, encoding):
    item = Object(storage, 8, encoding)
    demand(item.header == bytes(8), "header of an attachment")
    demand(item.fixed("0E210003") == number, "PR_ATTACH_NUM")
    method = item.fixed("37050003")
    found = {"name": item.get("3707") or item.get("3001"), "mime": item.get("370E"),
             "cid": item.get("3712"), "method": method, "reference": item.get("370D")}
    inner = item.get("3701", ["000D"])
    found = filled(found)
    if method == 5:
        found["message"] = message(inner, names, 24, item.encoding)
    elif method == 6:
        streams = {name: inner.stream(name) for name in list(inner.children)}
        found["streams"] = {name: [len(data), digest(data)] for name, data in streams.items()}
    elif method == 1:
        data = binary(item, "3701")
        found |= {"size": len(data), "sha256": digest(data)}
    storage.all_claimed()
    return found


def message(storage, names, header, encoding=None):
    item = Object(storage, header, encoding)
    recipients = []
    rows, files = storage.numbered("__recip"), storage.numbered("__attach")
    for number, row in rows:
        recipient = Object(row, 8, item.encoding)
        demand(recipient.header == bytes(8), "header of a recipient")
        demand(recipient.fixed("30000003") == number, "PR_ROWID")
        recipients.append(
            person(recipient, "3001", "3003", "39FE") | {"type": recipient.fixed("0C150003")})
        row.all_claimed()
    attachments = [attachment(each, number, names, item.encoding) for number, each in files]
    next_row, next_file, row_count, file_count = struct.unpack_from("<8xIIII", item.header)
    demand([row_count, file_count] == [len(rows), len(files)], "counts")
    # The number for the next one is that of none that is there.
    demand(all(number < next_row for number, _ in rows), "the next recipient's number")
    demand(all(number < next_file for number, _ in files), "the next attachment's number")
    demand(not any(item.header[:8]) and not any(item.header[24:]), "reserved part of the header")
    storage.all_claimed()

    tags = [tag for tag in item.values if "6600" <= tag[:4] < "6800" or tag[:2] == "3A"]
    named = {f"{names.names[int(tag[:4], 16)]}/{tag[4:]}": value
             for tag, value in item.values.items() if tag >= "8"}
    html, rtf, page = binary(item, "1013"), binary(item, "1009"), item.fixed("3FDE0003")
    rtf = rtf and decompressed(rtf)
    return filled({
        "class": item.get("001A"),
        "subject": item.get("0037"),
        "text": item.get("1000"),
        "html": html and html.decode("utf-8" if page == 65001 else f"cp{page}"),
        "rtf": rtf and [len(rtf), digest(rtf)],
        "date": item.get("0039", ["0040"]),
        "sender": person(item, "0C1A", "0C1F", "5D01"),
        "representing": person(item, "0042", "0065", "5D02"),
        "recipients": recipients,
        "attachments": attachments,
        "named": named,
        "properties": {tag: item.values[tag] for tag in tags},
    })


def read(path):
    with olefile.OleFileIO(path, raise_defects=olefile.DEFECT_UNSURE) as ole:
        demand(ole.root.clsid == "00020D0B-0000-0000-C000-000000000046", "class of the root")
        root = Storage(ole, ole.root)
        names = Names(root.storage(NAMES))
        return message(root, names, 32)


def main():
    found = {}
    for path in sys.argv[1:]:
        try:
            found[Path(path).name] = read(path)
        except Exception as error:
            found[Path(path).name] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
