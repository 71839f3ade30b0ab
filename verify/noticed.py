"""What a log tells that is no fault and has to be accounted for by a person (docs/adr/0099): told with every verdict that holds.

A file's own act says that the clock was set, that another program ran, that a second place was silent or left out; a leaf that lies more
than a minute before an earlier one, with no such act, says it by itself.
"""
import json
import re
from datetime import datetime, timezone

FIGURES = {
    "log.clockJumped": ("seconds", "from", "to"),
    "log.programChanged": ("version", "digest", "before"),
    "log.placeSilent": ("place", "hours", "since"),
    "log.placeRemoved": ("place", "since"),
}
WORDS = {
    "log.clockJumped": "时钟被调整",
    "log.programChanged": "程序变更",
    "log.placeSilent": "另存处没有收到存证点",
    "log.placeRemoved": "启动时去掉了另存处",
    "log.timeBack": "时间早于前面的留痕，而没有时钟跳变的留痕",
}
REHEARSAL = "quanheng/rehearsal"
WAITING = 60_000
LONGEST = 1_000
INSTANT = re.compile(r"([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z", re.ASCII)
PLAIN = re.compile("[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{0,300}")


def instant_of(text):
    """Milliseconds since 1970 of an instant as leaves write it; None where it is none."""
    found = INSTANT.fullmatch(text)
    if not found:
        return None
    *parts, thousandths = (int(part) for part in found.groups())
    try:
        moment = datetime(*parts, tzinfo=timezone.utc)
    except ValueError:
        return None
    passed = moment - datetime(1970, 1, 1, tzinfo=timezone.utc)
    return (passed.days * 86_400 + passed.seconds) * 1000 + thousandths


def figure(value):
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= 2**53 - 1 or value != int(value):
        return None
    return str(int(value))


def figures_of(code, events):
    """What the act says that is shown; what is of another form is left out."""

    def refuse(name):
        raise ValueError(name)

    try:
        value = json.loads(events, parse_constant=refuse) if len(events) <= LONGEST else None
    except (ValueError, RecursionError):
        value = None
    event = value[0] if isinstance(value, list) and value else None
    if not isinstance(event, dict):
        return {}
    figures = ((name, figure(event.get(name))) for name in FIGURES[code])
    return {name: text for name, text in figures if text is not None}


class LeafWatch:
    """Told of every leaf of a log, from the first to the last."""

    def __init__(self, origin):
        self.ordered, self.found, self.latest, self.programs = origin != REHEARSAL, [], None, 0

    def add(self, code, leaf, time, figures):
        self.found.append({"code": code, "leaf": leaf, "time": time, "figures": figures})

    def look(self, leaf, time, action):
        at = instant_of(time)
        back = action != "log.clockJumped" and self.ordered and self.latest is not None and at < self.latest[1] - WAITING
        if back:
            seconds = str((self.latest[1] - at) // 1000)
            self.add("log.timeBack", leaf, time, {"seconds": seconds, "after": str(self.latest[0])})
        if back or action == "log.clockJumped" or self.latest is None or at > self.latest[1]:
            self.latest = (leaf, at)
        first = action == "log.programChanged" and self.programs == 0
        self.programs += action == "log.programChanged"
        if action in FIGURES and not first:
            self.add(action, leaf, time, {})

    def noticed(self, events):
        """All of it in the order of leaves, with what `events` (by leaf) opens."""
        for one in self.found:
            if one["code"] in FIGURES and one["leaf"] in events:
                one["figures"] = figures_of(one["code"], events[one["leaf"]])
        return self.found


def say(noticed):
    """One line each, for people."""
    lines = []
    for one in noticed:
        figures = "，".join(f"{name} {text}" for name, text in one["figures"].items())
        lines.append(f"须由人说明：第{one['leaf']}号留痕（{one['time']}）{WORDS[one['code']]} {one['code']}{'：' if figures else ''}{figures}")
    return lines
