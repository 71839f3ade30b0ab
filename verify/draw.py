#!/usr/bin/env python3
"""Repeats a draw (随机抽样) from its record, without any of Quanheng's code: Python 3, standard library only.

    python3 draw.py RECORD

Prints one JSON line {"ok", "code", "place", "picked"} and exits with 0 (the units drawn are those that list and seed give) or 1.

`quanheng-draw/1`: the strata sorted by name, the units of each by code. A stratum of N units gives its share of the sample (in proportion,
at least one where the sample has room for all strata, largest remainders first, equal ones by SHA-256(seed ",allocation," stratum)). In it,
ticket i (i = 1, 2, 3 ...) is the big-endian number SHA-256(seed "," stratum "," i); the k-th pick (k = 0, 1 ...) takes the next ticket below
the largest multiple of N-k, modulo N-k, as an index into the units not yet picked (Fisher-Yates, swapping place k with place k+index).
"""
import hashlib
import json
import sys

ALGORITHM = "quanheng-draw/1"
FULL = 1 << 256


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).digest()


def by_utf16(text):
    """Order of UTF-16 code units, as JavaScript sorts."""
    return text.encode("utf-16-be")


def ordered(strata):
    return sorted(
        ({"key": s["key"], "units": sorted(s["units"], key=lambda u: by_utf16(u["code"]))} for s in strata),
        key=lambda s: by_utf16(s["key"]),
    )


def list_digest(strata):
    plain = [
        {"key": s["key"], "units": [{"code": u["code"], "unitId": u["unitId"]} for u in s["units"]]}
        for s in ordered(strata)
    ]
    return sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))).hex()


def allocate(strata, size, seed):
    total = sum(len(s["units"]) for s in strata)
    ranked = [(s["key"], len(s["units"]), sha256(f"{seed},allocation,{s['key']}").hex()) for s in strata if s["units"]]
    least = 1 if size >= len(ranked) else 0
    shares = {key: max(least, size * has // total) for key, has, _ in ranked}
    while sum(shares.values()) != size:
        step = 1 if sum(shares.values()) < size else -1
        open_ = [r for r in ranked if least <= shares[r[0]] + step <= r[1]]
        key = min(open_, key=lambda r: (-step * (size * r[1] - total * shares[r[0]]), r[2]))[0]
        shares[key] += step
    return shares


def draw_from(key, units, size, seed):
    pool = [u["code"] for u in units]
    ticket = 0
    for k in range(size):
        bound = len(pool) - k
        while True:
            ticket += 1
            number = int.from_bytes(sha256(f"{seed},{key},{ticket}"), "big")
            if number < FULL - FULL % bound:
                break
        at = k + number % bound
        pool[k], pool[at] = pool[at], pool[k]
    return [(key, code) for code in pool[:size]]


def pick(strata, size, seed):
    shares = allocate(strata, size, seed)
    return [one for s in ordered(strata) for one in draw_from(s["key"], s["units"], shares.get(s["key"], 0), seed)]


# --- The record ---------------------------------------------------------------------------------------------------------

TEXTS = ("algorithm", "plan", "indicator", "populationDigest", "seed", "at", "drawnBy", "witness")


def is_text(value):
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def has_texts(value, names):
    return isinstance(value, dict) and all(is_text(value.get(name)) for name in names)


def list_of(value, holds):
    return isinstance(value, list) and all(holds(one) for one in value)


def whole(value):
    """JSON knows one kind of number: 5.0 is 5. None for anything that is no whole number of at most 53 bits."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float):
        if not value.is_integer():
            return None
        value = int(value)
    return value if abs(value) < 2**53 else None


def no_constant(name):
    raise ValueError(name)


def read(text):
    try:
        value = json.loads(text, parse_constant=no_constant)
    except (ValueError, RecursionError):
        return None
    fits = (
        has_texts(value, TEXTS)
        and whole(value.get("v")) == 1
        and value.get("kind") == "quanheng.draw"
        and whole(value.get("size")) is not None
        and list_of(
            value.get("strata"),
            lambda s: has_texts(s, ("key",))
            and list_of(s.get("units"), lambda u: has_texts(u, ("code", "unitId", "name"))),
        )
        and list_of(value.get("seedParts"), lambda p: has_texts(p, ("by", "value")))
        and list_of(value.get("picked"), lambda p: has_texts(p, ("stratum", "code")))
        and "cancelled" in value
        and (value["cancelled"] is None or has_texts(value["cancelled"], ("by", "at", "reason")))
    )
    return value if fits else None


def orderable(strata):
    lists = [[s["key"] for s in strata]] + [[u["code"] for u in s["units"]] for s in strata]
    return all(len(set(names)) == len(names) for names in lists)


def check(text):
    record = read(text)
    if record is None:
        return {"ok": False, "code": "draw.unreadable"}
    if record["algorithm"] != ALGORITHM:
        return {"ok": False, "code": "draw.algorithm"}
    strata, size, seed = record["strata"], whole(record["size"]), record["seed"]
    if not orderable(strata) or list_digest(strata) != record["populationDigest"]:
        return {"ok": False, "code": "draw.list"}
    if "|".join(part["value"] for part in record["seedParts"]) != seed:
        return {"ok": False, "code": "draw.seed"}
    total = sum(len(s["units"]) for s in strata)
    if size < 0 or size > total:
        return {"ok": False, "code": "draw.picks", "place": "1"}
    expected = pick(strata, size, seed)
    given = [(one["stratum"], one["code"]) for one in record["picked"]]
    for at in range(max(len(expected), len(given))):
        if expected[at : at + 1] != given[at : at + 1]:
            return {"ok": False, "code": "draw.picks", "place": str(at + 1)}
    return {"ok": True, "picked": [code for _, code in expected]}


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == "--batch":  # one record a line, each as a JSON text
        for line in sys.stdin:
            print(json.dumps(check(json.loads(line)), ensure_ascii=False))
        return 0
    try:
        with open(arguments[0], encoding="utf-8") as file:
            verdict = check(file.read())
    except UnicodeDecodeError:
        verdict = {"ok": False, "code": "draw.unreadable"}
    print(json.dumps(verdict, ensure_ascii=False))
    return 0 if verdict["ok"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
