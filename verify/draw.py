#!/usr/bin/env python3
"""Repeats a draw (随机抽样) from its record, without any of Quanheng's code: Python 3, standard library only.

    python3 draw.py RECORD

Prints one JSON line {"ok", "code", "place", "unit", "picked"} and exits with 0 (the units drawn are those that list and seed give) or 1.

`quanheng-draw/1`: the strata sorted by name, the units of each by code. A stratum of N units gives its share of the sample (in proportion,
at least one where the sample has room for all strata, largest remainders first, equal ones by SHA-256(seed ",allocation," stratum)). In it,
ticket i (i = 1, 2, 3 ...) is the big-endian number SHA-256(seed "," stratum "," i); the k-th pick (k = 0, 1 ...) takes the next ticket below
the largest multiple of N-k, modulo N-k, as an index into the units not yet picked (Fisher-Yates, swapping place k with place k+index).

`quanheng-draw/2` draws by risk: shares as above with an empty seed. In a stratum of share n, who has n * risk >= the sum of all risks is taken
for certain, again and again among the rest; the others have the chance a/W, a = (n left) * risk, W = the sum of risks left. In order of codes
the unit at hand (a) meets the next (b): while a+b < W, a ticket below a of a+b lets the first live on with a+b, else the second; otherwise a
ticket below W-b of 2W-a-b draws the first, else the second, and the other lives on with a+b-W. Picks: the certain ones, then as drawn.

The seed is its parts joined by "|". Where parties had filed commitments, each value hashes with what it was bound to, SHA-256(bound "," value),
to the digest filed, the public number comes last, and the seed is the SHA-256, in hexadecimal, of the joined parts.
"""
import hashlib
import json
import sys
from math import gcd

ALGORITHM = "quanheng-draw/1"
BY_RISK = "quanheng-draw/2"
MOST_RISK = 1000
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


def bare(unit):
    plain = {"code": unit["code"], "unitId": unit["unitId"]}
    if "risk" in unit:
        plain |= {"risk": unit["risk"], "chance": unit["chance"]}
    return plain


def list_digest(strata):
    plain = [{"key": s["key"], "units": [bare(u) for u in s["units"]]} for s in ordered(strata)]
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


def tickets(key, seed):
    """A function that gives the next whole number below a bound."""
    ticket = 0

    def below(bound):
        nonlocal ticket
        while True:
            ticket += 1
            number = int.from_bytes(sha256(f"{seed},{key},{ticket}"), "big")
            if number < FULL - FULL % bound:
                return number % bound

    return below


def draw_from(key, units, size, seed):
    pool, below = [u["code"] for u in units], tickets(key, seed)
    for k in range(size):
        at = k + below(len(pool) - k)
        pool[k], pool[at] = pool[at], pool[k]
    return [(key, code) for code in pool[:size]]


def chances(units, share):
    """Codes taken for certain, the others with their numerators, and the denominator; `units` in order."""
    certain, rest = set(), list(units)
    while True:
        left, whole_risk = share - len(certain), sum(u["risk"] for u in rest)
        sure = [u["code"] for u in rest if left * u["risk"] >= whole_risk] if left > 0 else []
        if not sure:
            parts = [(u["code"], left * u["risk"]) for u in rest] if left > 0 else []
            return [u["code"] for u in units if u["code"] in certain], parts, max(1, whole_risk)
        certain.update(sure)
        rest = [u for u in rest if u["code"] not in certain]


def draw_by_risk(key, units, share, seed):
    certain, parts, full = chances(units, share)
    drawn, below, hand, a = [], tickets(key, seed), None, 0
    for code, b in parts:
        if hand is None:
            hand, a = code, b
        elif a + b < full:
            if below(a + b) >= a:
                hand = code
            a += b
        else:
            if below(2 * full - a - b) < full - b:
                drawn.append(hand)
                hand = code
            else:
                drawn.append(code)
            a += b - full
    return [(key, code) for code in certain + drawn]


def false_chance(strata, size):
    """Code of the first unit, as listed, whose chance is not what risks and size give."""
    shares = allocate(strata, size, "")
    for stratum in strata:
        [in_order] = ordered([stratum])
        certain, parts, full = chances(in_order["units"], shares.get(stratum["key"], 0))
        numerators = dict(parts) | {code: full for code in certain}
        for unit in stratum["units"]:
            n = numerators.get(unit["code"], 0)
            if unit["chance"] != f"{n // gcd(n, full)}/{full // gcd(n, full)}":
                return unit["code"]
    return None


def pick(strata, size, seed, by_risk):
    if by_risk:
        shares = allocate(strata, size, "")
        return [one for s in ordered(strata) for one in draw_by_risk(s["key"], s["units"], shares.get(s["key"], 0), seed)]
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


def is_attested(value):
    """Nothing, or when the witness signed, over what, and on what proof of identity, where that is known."""
    if value is None:
        return True
    return has_texts(value, ("at", "digest")) and ("proof" not in value or value["proof"] in ("password", "secondFactor"))


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
        and ("commitments" not in value or list_of(value["commitments"], lambda c: has_texts(c, ("bound", "digest"))))
        and list_of(value.get("picked"), lambda p: has_texts(p, ("stratum", "code")))
        and is_attested(value.get("attested"))
        and "cancelled" in value
        and (value["cancelled"] is None or has_texts(value["cancelled"], ("by", "at", "reason")))
    )
    return value if fits else None


def orderable(strata):
    lists = [[s["key"] for s in strata]] + [[u["code"] for u in s["units"]] for s in strata]
    return all(len(set(names)) == len(names) for names in lists)


def listed(strata, by_risk):
    """The strata as they were digested: with risks and chances where they are drawn by risk; None where one of these is missing."""
    if not by_risk:
        return [{"key": s["key"], "units": [{"code": u["code"], "unitId": u["unitId"]} for u in s["units"]]} for s in strata]
    if not all(weighed(u) for s in strata for u in s["units"]):
        return None
    return [{"key": s["key"], "units": [{**u, "risk": whole(u["risk"])} for u in s["units"]]} for s in strata]


def false_reveal(commitments, values):
    """Place, from 1, of the first revealed value that is not what its digest was filed for; also where the public number is missing."""
    if commitments is None:
        return None
    for at, filed in enumerate(commitments):
        value = values[at] if at < len(values) else ""
        if sha256(f"{filed['bound']},{value}").hex() != filed["digest"]:
            return at + 1
    return None if len(values) == len(commitments) + 1 else len(commitments) + 1


def weighed(unit):
    risk = whole(unit.get("risk"))
    return risk is not None and 1 <= risk <= MOST_RISK and is_text(unit.get("chance"))


def check(text):
    record = read(text)
    if record is None:
        return {"ok": False, "code": "draw.unreadable"}
    by_risk = record["algorithm"] == BY_RISK
    if not by_risk and record["algorithm"] != ALGORITHM:
        return {"ok": False, "code": "draw.algorithm"}
    strata, size, seed = listed(record["strata"], by_risk), whole(record["size"]), record["seed"]
    if strata is None:
        return {"ok": False, "code": "draw.unreadable"}
    if not orderable(strata) or list_digest(strata) != record["populationDigest"]:
        return {"ok": False, "code": "draw.list"}
    total = sum(len(s["units"]) for s in strata)
    code = false_chance(strata, size) if by_risk and 0 <= size <= total else None
    if code is not None:
        return {"ok": False, "code": "draw.chance", "unit": code}
    values = [part["value"] for part in record["seedParts"]]
    place = false_reveal(record.get("commitments"), values)
    if place is not None:
        return {"ok": False, "code": "draw.commitment", "place": str(place)}
    joined = "|".join(values)
    if (sha256(joined).hex() if "commitments" in record else joined) != seed:
        return {"ok": False, "code": "draw.seed"}
    if size < 0 or size > total:
        return {"ok": False, "code": "draw.picks", "place": "1"}
    expected = pick(strata, size, seed, by_risk)
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
