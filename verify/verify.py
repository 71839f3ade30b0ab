#!/usr/bin/env python3
"""Checks a receipt (回执), a report's proof (核对文件) or an archive package (归档包) without any of Quanheng's code: Python 3, standard library only.

    python3 verify.py FILE [--code CODE] [--seal SEAL] [--seen LEAF,LEAF] [KEY ...]

CODE is the check code (校验码) in the foot of a printed report or letter.
SEAL is a seal (存证点) from the foot of a paper, as '1234 3f9a02bc-77d1e05a': the log must be the one that it shows.
KEY is a verifier key noted down when the installation began; without one the receipt's own keys are used, and the verdict says so.
SEEN names leaves that were noticed before and accounted for.
Prints one JSON line {"ok", "code", "index", "trusted", "origin", "size", "root", "acts" or "paperCode", "noticed"} and exits with 0 (holds),
1 (does not), or 3: holds, and the log tells of something that a person has to account for (the clock was set, another program ran, a second
place was silent or left out, time went back), each said on standard error.
Formats: C2SP signed-note and tlog-checkpoint, RFC 6962 hashing, RFC 8032 Ed25519, GB/T 32905 SM3.
"""
import base64
import binascii
import hashlib
import json
import re
import sys

# What lies beside a program counts as part of it: running this file must not change that.
sys.dont_write_bytecode = True
from noticed import FIGURES, figures_of, instant_of, say

# --- SM3 (GB/T 32905-2016), for a Python whose OpenSSL lacks it -------------------------------------------------------


def _rotl(x, n):
    n %= 32
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def sm3_plain(data):
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[at + 4 * i : at + 4 * i + 4], "big") for i in range(16)]
        for i in range(16, 68):
            x = w[i - 16] ^ w[i - 9] ^ _rotl(w[i - 3], 15)
            w.append(x ^ _rotl(x, 15) ^ _rotl(x, 23) ^ _rotl(w[i - 13], 7) ^ w[i - 6])
        a, b, c, d, e, f, g, h = v
        for i in range(64):
            t = 0x79CC4519 if i < 16 else 0x7A879D8A
            ss1 = _rotl((_rotl(a, 12) + e + _rotl(t, i)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ _rotl(a, 12)
            ff = a ^ b ^ c if i < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if i < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (w[i] ^ w[i + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[i]) & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = tt1, a, _rotl(b, 9), c, tt2 ^ _rotl(tt2, 9) ^ _rotl(tt2, 17), e, _rotl(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in v)


def sm3(data):
    try:
        return hashlib.new("sm3", data).digest()
    except ValueError:
        return sm3_plain(data)


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Ed25519 (RFC 8032, section 5.1.7), with the plain equation and canonical encodings only --------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def _add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _mul(s, p):
    q = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            q = _add(q, p)
        p = _add(p, p)
        s >>= 1
    return q


def _decode(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P != 0 or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = _decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verify_ed25519(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = _decode(public), _decode(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    p, q = _mul(s, BASE), _add(r, _mul(k, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


# --- signed notes and checkpoints -------------------------------------------------------------------------------------

NAME = re.compile(r"[^\s+\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]+")


def exact_base64(text):
    """The bytes whose standard Base64 is exactly this text, else None."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        return None
    return raw if base64.b64encode(raw).decode("ascii") == text else None


def key_id(name, typed):
    return sha256(name.encode("utf-8") + b"\n" + typed)[:4]


def parse_key(line):
    parts = line.split("+", 2)
    if len(parts) != 3 or not NAME.fullmatch(parts[0]):
        return None
    typed = exact_base64(parts[2])
    if typed is None or len(typed) < 2 or key_id(parts[0], typed).hex() != parts[1]:
        return None
    return parts[0], typed


def parse_note(text):
    split = text.rfind("\n\n")
    if split < 1 or not text.endswith("\n") or "\r" in text:
        return None
    lines = text[split + 2 : -1].split("\n")
    if len(lines) > 100:
        return None
    signatures = []
    for line in lines:
        found = re.fullmatch(r"— ([^ ]+) ([A-Za-z0-9+/]+={0,2})", line)
        raw = found and NAME.fullmatch(found[1]) and exact_base64(found[2])
        if not raw or len(raw) < 5:
            return None
        signatures.append((found[1], raw[:4], raw[4:]))
    return text[: split + 1], signatures


def parse_checkpoint(text):
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] != "" or not NAME.fullmatch(lines[0]):
        return None
    if not re.fullmatch(r"(?:0|[1-9][0-9]{0,15})", lines[1], re.ASCII) or int(lines[1]) > 2**53 - 1:
        return None
    root = exact_base64(lines[2])
    return (lines[0], int(lines[1]), root) if root is not None and len(root) == 32 else None


def verify_by(typed, message, signature):
    """By the kind of the key: 1 is Ed25519; 255 is SM2 where it is named so (sm2.py, beside this file)."""
    if typed[0] == 1:
        return verify_ed25519(typed[1:], message, signature)
    if typed[0] != 255:
        return False
    try:
        from sm2 import point_in, verify_sm2
    except ImportError:
        return False
    point = point_in(typed[1:])
    return point is not None and verify_sm2(point, message, signature)


def head_of(text, keys):
    """(head, None) or (None, code)."""
    note = parse_note(text)
    head = note and parse_checkpoint(note[0])
    if not head:
        return None, "receipt.checkpoint"
    for line in keys:
        key = parse_key(line)
        if key is None or key[0] != head[0]:
            continue
        own = [raw for name, identity, raw in note[1] if name == key[0] and identity == key_id(*key)]
        if len(own) == 1 and verify_by(key[1], note[0].encode("utf-8"), own[0]):
            return head, None
    return None, "receipt.signature"


# --- the tree (RFC 6962, section 2.1) ---------------------------------------------------------------------------------


def root_over(hash_, leaf, index, size, path):
    """Root that the path leads to from leaf `index` of `size`; None where the path does not fit the tree."""
    if size == 1:
        return leaf if not path else None
    if not path:
        return None
    middle = 1
    while middle * 2 < size:
        middle *= 2
    if index < middle:
        left = root_over(hash_, leaf, index, middle, path[:-1])
        return None if left is None else hash_(b"\x01" + left + path[-1])
    right = root_over(hash_, leaf, index - middle, size - middle, path[:-1])
    return None if right is None else hash_(b"\x01" + path[-1] + right)


def is_in(hash_, head, index, leaf, encoded):
    path = [exact_base64(text) for text in encoded]
    if any(digest is None or len(digest) != 32 for digest in path) or not 0 <= index < head[1]:
        return False
    return root_over(hash_, hash_(b"\x00" + leaf), index, head[1], path) == head[2]


# --- receipts ---------------------------------------------------------------------------------------------------------


def texts(value):
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def whole(value):
    """A whole number as JavaScript reads one: 3.0 is 3, true is not 1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
        return None
    return int(value) if abs(value) <= 2**53 - 1 else None


def is_entry(value):
    return (
        isinstance(value, dict)
        and isinstance(value.get("index"), (int, float))
        and whole(value["index"]) is not None
        and isinstance(value.get("leaf"), str)
        and texts(value.get("proof"))
        and texts(value.get("sm3Proof"))
    )


def is_opened(value):
    """An act of the log's own: its leaf with proofs, and what opens it."""
    salt = value.get("salt") if isinstance(value, dict) else None
    return is_entry(value) and isinstance(value.get("events"), str) and isinstance(salt, str) and is_salt(salt)


def is_salt(text):
    """Of one length, so that no byte can pass between salt and text."""
    return re.fullmatch(r"[0-9a-f]{32}", text) is not None


def is_receipt(value):
    return (
        isinstance(value, dict)
        and whole(value.get("v")) == 1
        and value.get("kind") == "quanheng.receipt"
        and all(isinstance(value.get(name), str) for name in ("body", "on", "checkpoint", "sm3Checkpoint"))
        and texts(value.get("keys"))
        and isinstance(value.get("labels"), dict)
        and texts(list(value["labels"].values()))
        and isinstance(value.get("entries"), list)
        and len(value["entries"]) > 0
        and all(is_entry(entry) for entry in value["entries"])
        and ("noticed" not in value or (isinstance(value["noticed"], list) and all(is_opened(entry) for entry in value["noticed"])))
    )


def strict_json(text):
    def refuse(name):
        raise ValueError(name)

    return json.loads(text, parse_constant=refuse)


def leaf_says(leaf, origin):
    if re.search("[\ud800-\udfff]", leaf):
        return None
    try:
        value = strict_json(leaf)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or whole(value.get("v")) != 1 or value.get("origin") != origin:
        return None
    time, action = value.get("time"), value.get("action")
    if not isinstance(time, str) or not isinstance(action, str) or instant_of(time) is None:
        return None
    return time, action, value.get("changes"), value.get("commitments")


class Fault(Exception):
    """The first fault found: its code and what it speaks of."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.verdict = {"ok": False, "code": code, **params}


def sealed_heads(file, own_keys):
    keys = own_keys or file["keys"]
    head, code = head_of(file["checkpoint"], keys)
    if head is None:
        raise Fault(code)
    sm3_head, code = head_of(file["sm3Checkpoint"], keys)
    if sm3_head is None:
        raise Fault(code)
    if sm3_head[0] != head[0] + "/sm3" or sm3_head[1] != head[1]:
        raise Fault("receipt.heads")
    return head, sm3_head


MARK = re.compile(r"\s*([1-9][0-9]{0,14})\s+([0-9a-fA-F]{8})[-\s]?([0-9a-fA-F]{8})\s*", re.ASCII)


def read_mark(typed):
    """(size, beginning of the root) of a seal (存证点) as paper shows it; None where it is none."""
    found = MARK.fullmatch(typed)
    return (int(found[1]), (found[2] + found[3]).lower()) if found else None


def check_mark(head, seal):
    """A file without other leaves than its own: of the log that the seal shows, where sizes are equal."""
    if seal is None:
        return
    if seal[0] != head[1]:
        raise Fault("receipt.sealApart", size=str(seal[0]), held=str(head[1]))
    if not head[2].hex().startswith(seal[1]):
        raise Fault("receipt.seal", size=str(seal[0]))


def sealed_entry(entry, heads):
    """(index, what the leaf says), where the entry stands under both heads."""
    head, sm3_head = heads
    index = whole(entry["index"])
    said = leaf_says(entry["leaf"], head[0])
    if said is None:
        raise Fault("receipt.leaf", index=str(index))
    leaf = entry["leaf"].encode("utf-8")
    if not (is_in(sha256, head, index, leaf, entry["proof"]) and is_in(sm3, sm3_head, index, leaf, entry["sm3Proof"])):
        raise Fault("receipt.proof", index=str(index))
    return index, said


def holds(heads, own_keys, **more):
    (origin, size, root), _ = heads
    return {"ok": True, "trusted": bool(own_keys), "origin": origin, "size": size, "root": root.hex(), **more}


def receipt_verdict(receipt, own_keys, seal):
    heads = sealed_heads(receipt, own_keys)
    check_mark(heads[0], seal)
    acts = []
    for entry in receipt["entries"]:
        index, (time, action, _, _) = sealed_entry(entry, heads)
        label = receipt["labels"].get(action, action)
        acts.append({"index": index, "time": time, "action": action, "label": label})
    noticed = []
    for entry in receipt.get("noticed", []):
        index, (time, action, _, commitments) = sealed_entry(entry, heads)
        if not opens(entry, commitments):
            raise Fault("receipt.event", index=str(index))
        if action in FIGURES:
            noticed.append({"code": action, "leaf": index, "time": time, "figures": figures_of(action, entry["events"])})
    return holds(heads, own_keys, acts=acts, noticed=noticed)


def opens(entry, commitments):
    """Whether the events told beside a leaf are those that it commits to; half a character has no bytes to hash."""
    if not isinstance(commitments, dict) or re.search("[\ud800-\udfff]", entry["events"]):
        return False
    return commitments.get("events") == sha256(bytes.fromhex(entry["salt"]) + entry["events"].encode("utf-8")).hex()


# --- printed reports --------------------------------------------------------------------------------------------------

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def is_proof(value):
    return (
        isinstance(value, dict)
        and whole(value.get("v")) == 1
        and value.get("kind") == "quanheng.report"
        and all(isinstance(value.get(name), str) for name in ("paper", "approval", "salt", "checkpoint", "sm3Checkpoint"))
        and is_salt(value["salt"])
        and texts(value.get("keys"))
        and is_entry(value.get("entry"))
    )


def check_code(digest):
    """First 80 bits in Crockford's base 32, in fours."""
    bits = int.from_bytes(digest[:10], "big")
    letters = "".join(CODE_LETTERS[(bits >> (5 * (15 - at))) & 31] for at in range(16))
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def typed_code(text):
    """A code as typed from paper: any case, width or spacing; O is read as 0, I and L as 1."""
    half = "".join(chr(ord(sign) - 0xFEE0) if "\uff01" <= sign <= "\uff5e" else sign for sign in text)
    letters = re.sub(r"[\s\u200b-\u200f\u2060\ufeff-]", "", half).upper()
    letters = letters.replace("O", "0").replace("I", "1").replace("L", "1")
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def object_in(text):
    """The JSON object that a text holds, else None; half a character has no bytes to hash."""
    if re.search("[\ud800-\udfff]", text):
        return None
    try:
        value = strict_json(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def report_verdict(proof, own_keys, printed, seal):
    heads = sealed_heads(proof, own_keys)
    check_mark(heads[0], seal)
    index, (time, _, changes, _) = sealed_entry(proof["entry"], heads)
    approval = object_in(proof["approval"])
    if approval is None or not isinstance(approval.get("id"), str):
        raise Fault("report.approval", index=str(index))
    digest = sha256(bytes.fromhex(proof["salt"]) + proof["approval"].encode("utf-8")).hex()
    wanted = {"noun": "approval", "id": approval["id"], "after": digest}
    opened = isinstance(changes, list) and any(
        isinstance(change, dict) and all(change.get(name) == value for name, value in wanted.items()) for change in changes
    )
    if not opened:
        raise Fault("report.approval", index=str(index))
    subject = approval.get("subject")
    if object_in(proof["paper"]) is None or not isinstance(subject, dict):
        raise Fault("report.paper")
    paper_digest = sha256(proof["paper"].encode("utf-8"))
    if subject.get("paperDigest") != paper_digest.hex():
        raise Fault("report.paper")
    code = check_code(paper_digest)
    if printed is not None and typed_code(printed) != code:
        raise Fault("report.code", paperCode=code)
    return holds(heads, own_keys, time=time, paperCode=code, compared=printed is not None)


def verdict(text, own_keys, printed=None, seal=None):
    try:
        file = strict_json(text)
        report = isinstance(file, dict) and file.get("kind") == "quanheng.report"
        if not (is_proof(file) if report else is_receipt(file)):
            raise Fault("receipt.unreadable")
        return report_verdict(file, own_keys, printed, seal) if report else receipt_verdict(file, own_keys, seal)
    except Fault as fault:
        return fault.verdict
    except (ValueError, RecursionError, OverflowError):
        return {"ok": False, "code": "receipt.unreadable"}


def package_verdict(path, own_keys, seal=None):
    import archive_year  # it imports this file in turn

    with open(path, "rb") as file:
        return archive_year.verdict(file, own_keys, seal)


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments == ["--packages"]:  # paths and keys as JSON lines
        for line in sys.stdin:
            asked = json.loads(line)
            print(json.dumps(package_verdict(asked["path"], asked["keys"], asked.get("seal") and read_mark(asked["seal"])), ensure_ascii=False))
        return 0
    if arguments == ["--batch"]:
        for line in sys.stdin:
            asked = json.loads(line)
            seal = asked.get("seal") and read_mark(asked["seal"])
            print(json.dumps(verdict(asked["text"], asked["keys"], asked.get("printed"), seal), ensure_ascii=False))
        return 0
    path, *rest = arguments
    printed = None
    if "--code" in rest:
        at = rest.index("--code")
        printed = " ".join(rest[at + 1 : at + 2])
        del rest[at : at + 2]
    seal = None
    if "--seal" in rest:
        at = rest.index("--seal")
        seal = read_mark(" ".join(rest[at + 1 : at + 2]))
        del rest[at : at + 2]
        if seal is None:
            print("--seal '1234 3f9a02bc-77d1e05a'", file=sys.stderr)
            return 2
    seen = set()
    if "--seen" in rest:
        at = rest.index("--seen")
        named = "".join(rest[at + 1 : at + 2])
        del rest[at : at + 2]
        if not re.fullmatch(r"[0-9]{1,15}(,[0-9]{1,15})*", named, re.ASCII):
            print("--seen 12,40", file=sys.stderr)
            return 2
        seen = {int(leaf) for leaf in named.split(",")}
    with open(path, "rb") as file:
        packed = file.read(2) == b"PK"
    if packed:
        found = package_verdict(path, rest, seal)
    else:
        with open(path, encoding="utf-8", newline="") as file:
            found = verdict(file.read(), rest, printed, seal)
    print(json.dumps(found, ensure_ascii=False))
    if not found["ok"]:
        return 1
    open_ = [one for one in found.get("noticed", []) if one["leaf"] not in seen]
    for line in say(open_):
        print(line, file=sys.stderr)
    return 3 if open_ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
