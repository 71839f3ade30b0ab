"""SM2 signatures with SM3 (GB/T 32918.2, GB/T 32918.5), in Python's standard library alone; none of the platform's code."""

from verify import sm3

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)
IDENTITY = b"1234567812345678"
LABEL = b"quanheng.sm2-sm3.v1:"


def _add(p, q):
    """Sum of two points; None is the point at infinity."""
    if p is None or q is None:
        return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0:
            return None
        slope = (3 * p[0] * p[0] + A) * pow(2 * p[1], -1, P)
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, P)
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def _mul(k, p):
    total = None
    while k:
        if k & 1:
            total = _add(total, p)
        p = _add(p, p)
        k >>= 1
    return total


def _point(public):
    """The point of 04, x, y; None where there is none on the curve."""
    if len(public) != 65 or public[0] != 4:
        return None
    x, y = int.from_bytes(public[1:33], "big"), int.from_bytes(public[33:], "big")
    on_curve = x < P and y < P and (y * y - x * x * x - A * x - B) % P == 0
    return (x, y) if on_curve else None


def _number(der, at):
    """(value, end) of an INTEGER in its one shortest form, from 1 to N - 1; else (None, at)."""
    if len(der) < at + 3 or der[at] != 2:
        return None, at
    raw = der[at + 2 : at + 2 + der[at + 1]]
    short = len(raw) == der[at + 1] and 0 < len(raw) <= 33 and raw[0] < 0x80
    if not short or (raw[0] == 0 and len(raw) > 1 and raw[1] < 0x80):
        return None, at
    value = int.from_bytes(raw, "big")
    return (value, at + 2 + len(raw)) if 0 < value < N else (None, at)


def _read(der):
    """(r, s) of a signature in DER; None for any other bytes."""
    if len(der) < 2 or der[0] != 0x30 or der[1] != len(der) - 2:
        return None
    r, middle = _number(der, 2)
    s, end = _number(der, middle) if r is not None else (None, 0)
    return (r, s) if s is not None and end == len(der) else None


def point_in(key):
    """The point of a verifier key's bytes behind their type; None where they are another kind's."""
    return key[len(LABEL) :] if key.startswith(LABEL) and len(key) == len(LABEL) + 65 else None


def verify_sm2(public_key_bytes, message, signature):
    public, numbers = _point(public_key_bytes), _read(signature)
    if public is None or numbers is None:
        return False
    r, s = numbers
    constants = b"".join(value.to_bytes(32, "big") for value in (A, B, *G, *public))
    z = sm3((len(IDENTITY) * 8).to_bytes(2, "big") + IDENTITY + constants)
    e = int.from_bytes(sm3(z + message), "big")
    t = (r + s) % N
    reached = _add(_mul(s, G), _mul(t, public)) if t else None
    return reached is not None and (e + reached[0]) % N == r
