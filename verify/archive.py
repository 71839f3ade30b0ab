"""Checks an archive package (归档包) from its bytes up: docs/adr/0094. Standard library, and the files beside this one.

What is looked for, in this order: the strict zip, the sealed manifest, every file; the leaves under the signed heads; acts and things against
their leaves; plans, signed sheets, locked versions; every score, report, line sum, total, rank and grade computed again; every draw repeated.
"""
import json
import re
import zlib
from struct import pack, unpack_from

import verify as base
from noticed import LeafWatch
from verify import Fault, sha256, sm3

LARGEST, MOST = 0xFFFFFFFF, 65534
PATHS = {
    "keys": "log/keys.txt",
    "checkpoint": "log/checkpoint.txt",
    "sm3Checkpoint": "log/checkpoint-sm3.txt",
    "leaves": "log/leaves.jsonl",
    "acts": "log/acts.jsonl",
    "milestones": "log/milestones.jsonl",
    "objects": "objects.jsonl",
    "others": "others.jsonl",
    "plans": "plans.jsonl",
    "sheets": "sheets.jsonl",
    "runs": "runs.jsonl",
    "scores": "scores.jsonl",
    "draws": "draws.jsonl",
}
NOUNS = set(
    "unit section person post plan planVersion item datum sheet verification leadReport run result paper approval decision "
    "submission officialPaper numberBook fileCheck archive credit creditRegister remark selfReview feedback feedbackQuestion "
    "lateEntry officeTemplate templatePaper".split()
)
KINDS = {"plan", "result", "paper", "sheet", "evidence", "record", "log", "readme"}


def canonical(value):
    """RFC 8785 of what packages hold: texts, whole numbers, ASCII member names."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text, salt=b""):
    return sha256(salt + text.encode("utf-8")).hex()


# --- The zip ------------------------------------------------------------------------------------------------------------


def is_plain(path):
    if len(path) > 400 or re.search("[\\\\:*?\"<>|\x00-\x1f\x7f\ud800-\udfff\ufeff]", path):
        return False
    return all(part and not re.search(r"\A\.+\Z|[. ]\Z", part) for part in path.split("/"))


def described(size, crc, name):
    return pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x21, crc, size, size, len(name), 0)


def directory(entries, end):
    records = b""
    for name, size, crc, at in entries:
        offset = at - 30 - len(name)
        records += pack("<IH", 0x02014B50, 20) + described(size, crc, name) + pack("<HHHII", 0, 0, 0, 0, offset) + name
    return records + pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(records), end, 0)


class Zip:
    """Contents by path, in the order in which they stand."""

    def __init__(self, file):
        file.seek(0, 2)
        self.file, self.size, self.entries = file, file.tell(), []
        if self.size > LARGEST:
            raise Fault("archive.zip")
        at, raw = 0, []
        while at + 30 <= self.size and len(raw) <= MOST:
            head = self.read(at, 30)
            signature, crc, size, length = unpack_from("<I10xI4xIH", head)
            if signature != 0x04034B50:
                break
            begin = at + 30 + length
            if begin + size > self.size:
                raise Fault("archive.zip")
            name = self.read(at + 30, length)
            try:
                path = name.decode("utf-8")
            except UnicodeDecodeError:
                raise Fault("archive.zip") from None
            if not is_plain(path) or pack("<I", 0x04034B50) + described(size, crc, name) != head:
                raise Fault("archive.zip")
            raw.append((name, size, crc, begin))
            self.entries.append((path, size, crc, begin))
            at = begin + size
        paths = [path for path, _, _, _ in self.entries]
        rest = paths[2:]
        in_order = all(a < b for a, b in zip(rest, rest[1:])) and "manifest.json" not in rest and "seal.txt" not in rest
        if len(raw) > MOST or paths[:2] != ["manifest.json", "seal.txt"] or not in_order:
            raise Fault("archive.zip")
        expected = directory(raw, at)
        if self.size - at != len(expected) or self.read(at, len(expected)) != expected:
            raise Fault("archive.zip")

    def read(self, at, length):
        self.file.seek(at)
        return self.file.read(length)


def is_manifest(value):
    return (
        isinstance(value, dict)
        and base.whole(value.get("v")) == 1
        and value.get("kind") in ("archive", "public")
        and all(isinstance(value.get(name), str) for name in ("title", "organ", "on", "origin"))
        and all(is_count(value.get(name)) for name in ("year", "size"))
        and base.texts(value.get("open"))
        and isinstance(value.get("retention"), dict)
        and isinstance(value.get("files"), list)
        and all(is_file(one) for one in value["files"])
    )


def is_count(value):
    return base.whole(value) is not None and value >= 0


def is_file(value):
    return (
        isinstance(value, dict)
        and isinstance(value.get("path"), str)
        and is_plain(value["path"])
        and is_count(value.get("size"))
        and all(isinstance(value.get(n), str) and re.fullmatch("[0-9a-f]{64}", value[n]) for n in ("sha256", "sm3"))
        and isinstance(value.get("kind"), str)
        and value["kind"] in KINDS
    )


def rows_of(text):
    if text == "":
        return []
    return text[:-1].split("\n") if text.endswith("\n") else None


class Package:
    def __init__(self, file):
        self.zip = Zip(file)
        (_, size, crc, at), (_, seal_size, seal_crc, seal_at) = self.zip.entries[:2]
        raw, seal = self.zip.read(at, size), self.zip.read(seal_at, seal_size)
        if zlib.crc32(raw) != crc or zlib.crc32(seal) != seal_crc:
            raise Fault("archive.zip")
        try:
            self.manifest = base.strict_json(raw.decode("utf-8"))
        except (ValueError, RecursionError):
            raise Fault("archive.manifest") from None
        if not is_manifest(self.manifest):
            raise Fault("archive.manifest")
        self.digest = sha256(raw)
        self.seal = seal.decode("utf-8", "replace")
        self.check_files()
        self.by_path = {path: (begin, length) for path, length, _, begin in self.zip.entries[2:]}
        for path in PATHS.values():
            if path not in self.by_path:
                raise Fault("archive.form", path=path)

    def check_files(self):
        entries, files = self.zip.entries[2:], self.manifest["files"]
        for at in range(max(len(entries), len(files))):
            entry = entries[at] if at < len(entries) else None
            file = files[at] if at < len(files) else None
            path = file["path"] if file else entry[0]
            if entry is None or file is None or entry[0] != path or entry[1] != file["size"]:
                raise Fault("archive.file", path=path)
            raw = self.zip.read(entry[3], entry[1])
            digest = sha256(raw).hex()
            whole = zlib.crc32(raw) == entry[2] and digest == file["sha256"] and sm3(raw).hex() == file["sm3"]
            if not whole or (path.startswith("files/") and path != "files/" + digest):
                raise Fault("archive.file", path=path)

    def text(self, path):
        try:
            return self.zip.read(*self.by_path[path]).decode("utf-8")
        except UnicodeDecodeError:
            raise Fault("archive.form", path=path) from None

    def lines(self, path, *fields):
        rows = rows_of(self.text(path))
        if rows is None:
            raise Fault("archive.form", path=path)
        found = []
        for row in rows:
            try:
                value = base.strict_json(row)
            except (ValueError, RecursionError):
                value = None
            if not isinstance(value, dict) or not all(field in value for field in fields):
                raise Fault("archive.form", path=path)
            found.append(value)
        return found


class Stage:
    """What goes wrong in reading a stage's lines without being looked for there is the fault of their form."""

    def __init__(self, name):
        self.path = PATHS[name]

    def __enter__(self):
        return self.path

    def __exit__(self, kind, error, trace):
        if isinstance(error, Exception) and not isinstance(error, Fault):
            raise Fault("archive.form", path=self.path) from error


# --- The log ------------------------------------------------------------------------------------------------------------


class Frontier:
    def __init__(self, hash_):
        self.hash, self.peaks, self.size = hash_, [], 0

    def add(self, leaf):
        node, index = self.hash(b"\x00" + leaf), self.size
        while index % 2 == 1:
            node, index = self.hash(b"\x01" + self.peaks.pop() + node), (index - 1) // 2
        self.peaks.append(node)
        self.size += 1

    def root(self):
        if not self.peaks:
            return self.hash(b"")
        right = self.peaks[-1]
        for left in reversed(self.peaks[:-1]):
            right = self.hash(b"\x01" + left + right)
        return right


def check_seal(package, head, keys):
    note = base.parse_note(package.seal)
    sealed = note and base.parse_checkpoint(note[0])
    if not sealed:
        raise Fault("archive.seal")
    name = head[0] + "/archive"
    signed = False
    for line in keys:
        key = base.parse_key(line)
        if key is None or key[0] != head[0]:
            continue
        own = [raw for by, identity, raw in note[1] if by == name and identity == base.key_id(name, key[1])]
        message = note[0].encode("utf-8")
        signed = signed or (len(own) == 1 and base.verify_by(key[1], message, own[0]))
    fits = signed and sealed == (name, head[1], package.digest)
    if not fits or package.manifest["origin"] != head[0] or package.manifest["size"] != head[1]:
        raise Fault("archive.seal")


def check_leaves(package, own_keys, seal=None):
    keys = own_keys or rows_of(package.text(PATHS["keys"])) or []
    notes = {"checkpoint": package.text(PATHS["checkpoint"]), "sm3Checkpoint": package.text(PATHS["sm3Checkpoint"])}
    heads = base.sealed_heads({"keys": keys, **notes}, [])
    head = heads[0]
    check_seal(package, head, keys)
    if seal is not None and seal[0] > head[1]:
        raise Fault("receipt.sealApart", size=str(seal[0]), held=str(head[1]))
    leaves = rows_of(package.text(PATHS["leaves"])) or []
    waiting = package.lines(PATHS["milestones"], "size", "note", "sm3Note")
    newest, trees, watch = {}, (Frontier(sha256), Frontier(sm3)), LeafWatch(head[0])
    for index, leaf in enumerate(leaves):
        said = base.leaf_says(leaf, head[0])
        changes = said and said[2]
        if not isinstance(changes, list):
            raise Fault("receipt.leaf", index=str(index))
        watch.look(index, said[0], said[1])
        for change in changes:
            told = [change.get(name) if isinstance(change, dict) else None for name in ("noun", "id", "after")]
            if not base.texts(told):
                raise Fault("receipt.leaf", index=str(index))
            newest[(told[0], told[1])] = told[2]
        for tree in trees:
            tree.add(leaf.encode("utf-8"))
        if seal is not None and seal[0] == trees[0].size and not trees[0].root().hex().startswith(seal[1]):
            raise Fault("receipt.seal", size=str(seal[0]))
        while waiting and base.whole(waiting[0]["size"]) == trees[0].size:
            line = waiting.pop(0)
            with Stage("milestones"):
                try:
                    own = base.sealed_heads({"keys": keys, "checkpoint": line["note"], "sm3Checkpoint": line["sm3Note"]}, [])
                except Fault:
                    own = None
                roots = (trees[0].root(), trees[1].root())
                if own is None or own[0][:2] != (head[0], trees[0].size) or (own[0][2], own[1][2]) != roots:
                    raise Fault("archive.milestone", size=str(line["size"]))
    if len(leaves) != head[1] or (trees[0].root(), trees[1].root()) != (heads[0][2], heads[1][2]):
        raise Fault("archive.tree")
    if waiting:
        raise Fault("archive.form", path=PATHS["milestones"])
    return head, newest, watch


def salt_bytes(salt):
    if not isinstance(salt, str) or not re.fullmatch("[0-9a-f]{32}", salt):
        raise ValueError("no salt")
    return bytes.fromhex(salt)


def check_acts(package):
    """(number of acts, what happened by the leaf that commits to it)"""
    with Stage("acts") as path:
        leaves = rows_of(package.text(PATHS["leaves"])) or []
        acts, opened = package.lines(path, "leaf", "salt", "by", "events"), {}
        for act in acts:
            index = base.whole(act["leaf"])
            if index is None or index < 0:
                raise ValueError("no leaf")
            commitments = json.loads(leaves[index])["commitments"]
            salt = salt_bytes(act["salt"])
            bound = act["by"] is None if "by" not in commitments else digest_of(act["by"], salt) == commitments["by"]
            if not bound or digest_of(act["events"], salt) != commitments.get("events"):
                raise Fault("archive.act", leaf=str(index))
            opened[index] = act["events"]
        return len(acts), opened
