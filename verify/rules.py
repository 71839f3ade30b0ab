"""Scoring rules, computed a second time and by other means: Python's fractions, standard library only.

Written from the rule language's definition (docs/adr/0015, the docstrings of packages/domain/src/rule/model.ts and the catalogue M01-M35), not
from its code. `score(stored, facts)` takes the stored form of a rule and the facts of one item and gives what the platform must give:
{"status": "scored", "points", "fullMark"} with exact texts, or "missing", "ambiguous", "error".

Run as a program it reads JSON lines {"rule", "answers", "fullMark", "inputs"} and writes one outcome a line.
"""

import json
import sys
from decimal import Context, Decimal, localcontext
from fractions import Fraction

HUNDRED = Fraction(100)

# What a sentence may leave open, and the ways to take it.
CHOICES = {
    "targetZero": ("excluded", "full", "none"),
    "targetNegative": ("compare", "arithmetic", "excluded"),
    "actualNegative": ("none", "proRata"),
    "ceiling": ("fullMark", "unlimited"),
    "deductionLimit": ("untilZero", "unlimited"),
    "additionLimit": ("fullMark", "unlimited"),
    "partial": ("dropped", "proRata", "whole"),
    "percentMeaning": ("points", "ofReference"),
    "edges": ("included", "excluded"),
    "sharedEdges": ("lower", "upper"),
    "proRataBase": ("ofRate", "ofThreshold"),
    "groupZero": ("excluded", "full", "none"),
    "groupSpread": ("full", "base"),
    "beyondPoles": ("held", "extended"),
    "unlisted": ("none", "lowest"),
    "placeShare": ("dropped", "rounded", "whole"),
    "counting": ("each", "once", "highest"),
    "lackingEntry": ("own", "all"),
    "quotedScale": ("hundred", "same"),
    "limitScope": ("all", "last"),
    "notConcerned": ("excluded", "full", "none"),
}


class Open(Exception):
    """A question that these facts raise and nobody has answered."""


class Settled(Exception):
    """The item is decided before its formula: left out, full marks or none."""


class Wrong(Exception):
    """The rule or the facts cannot be scored."""


class Unsaid(Wrong):
    """The rule says nothing for such a figure; beside another rule of the same sentence, that one does."""


class Missing(Exception):
    """A figure that is not there."""


def text(value):
    """The one text of an exact value: a decimal when it terminates, otherwise p/q."""
    rest, places = value.denominator, 0
    twos = fives = 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    scaled = abs(value.numerator) * 10**places // value.denominator
    digits = str(scaled).rjust(places + 1, "0")
    minus = "-" if value < 0 else ""
    return minus + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


class Item:
    """One item's facts, its full marks and the answers given to its open questions."""

    def __init__(self, inputs, full, answers):
        self.inputs, self.full, self.answers = inputs, full, answers

    def part(self, prefix, full):
        own = {name[len(prefix):]: fact for name, fact in self.inputs.items() if name.startswith(prefix)}
        return Item(own, full, self.answers)

    def ask(self, question):
        if question not in self.answers:
            raise Open(question)
        return self.answers[question]

    def fact(self, name):
        fact = self.inputs.get(name)
        if fact is None or fact["kind"] == "missing":
            raise Missing(name)
        return fact

    def number(self, name):
        fact = self.fact(name)
        return Fraction({"quantity": fact.get("value"), "count": fact.get("n"), "judgement": fact.get("points")}[fact["kind"]])

    def met(self, name):
        return self.fact(name)["met"]

    def ticked(self, name):
        return set(self.fact(name)["ticked"])

    def group(self, name):
        return [Fraction(value) for value in self.fact(name)["values"]]

    def settle(self, choice):
        raise Settled("excluded" if choice == "excluded" else self.full if choice == "full" else Fraction(0))


# Amounts.


def percent_of(whole, percent):
    return whole * percent / HUNDRED


def base_points(base, full):
    return Fraction(base["points"]) if base["kind"] == "points" else percent_of(full, Fraction(base["percent"]))


def awarded(award, full, rate=HUNDRED):
    kind = award["kind"]
    if kind == "full":
        return full
    if kind == "none":
        return Fraction(0)
    if kind == "rate":
        return percent_of(base_points(award["worth"], full) if "worth" in award else full, rate)
    if kind == "deduct":
        return full - Fraction(award["points"])
    if kind == "add":
        return full + Fraction(award["points"])
    return base_points(award, full)


def held(points, ceiling, item, full=None):
    """What is earned, held by the ceiling; asked for only where it would bite."""
    most = item.full if full is None else full
    if ceiling is None:
        return points if points <= most or item.ask("ceiling") == "unlimited" else most
    if ceiling["kind"] == "unlimited":
        return points
    return min(points, most if ceiling["kind"] == "fullMark" else base_points(ceiling, most))


def deducted(raw, limit, item, most):
    if limit is not None and limit["kind"] == "points":
        return min(raw, Fraction(limit["points"]))
    if raw <= most:
        return raw
    kind = limit["kind"] if limit is not None else item.ask("deductionLimit")
    return most if kind == "untilZero" else raw


def added(raw, limit, item, room=Fraction(0)):
    if limit is not None and limit["kind"] == "points":
        return min(raw, Fraction(limit["points"]))
    if limit is not None and limit["kind"] == "byBaseline":
        return min(raw, baseline_cap(limit, item))
    if raw <= room:
        return raw
    kind = limit["kind"] if limit is not None else item.ask("additionLimit")
    return room if kind == "fullMark" else raw


def baseline_cap(limit, item):
    target, baseline = item.number("目标值"), item.number("基期值")
    if target >= baseline:
        return Fraction(limit["points"])
    for row in limit["below"]:
        if "upTo" not in row or (baseline - target) * 100 <= Fraction(row["upTo"]) * abs(baseline):
            return Fraction(row["points"])
    return Fraction(limit["points"])


def steps_in(amount, size, said, item):
    steps = amount / size
    if steps.denominator == 1:
        return steps
    partial = said if said is not None else item.ask("partial")
    whole = steps.numerator // steps.denominator
    return steps if partial == "proRata" else Fraction(whole + 1 if partial == "whole" else whole)


# Figures.


def measured(measure, item):
    if measure["kind"] == "input":
        return item.number(measure["name"])
    actual, target = item.number(measure["actual"]), item.number(measure["target"])
    if target == 0:
        item.settle(item.ask("targetZero"))
    if target > 0:
        return actual / target * 100
    choice = item.ask("targetNegative")
    if choice == "excluded":
        item.settle(choice)
    if choice == "arithmetic":
        return actual / target * 100
    return HUNDRED if actual >= target else Fraction(0)


def said_measure(measure):
    if measure["kind"] == "input":
        return measure["name"]
    usual = measure["actual"] == "完成值" and measure["target"] == "目标值"
    return "完成率" if usual else f"完成率（{measure['actual']}÷{measure['target']}）"


def figure_of(values, which):
    return sum(values) / len(values) if which == "mean" else max(values) if which == "max" else min(values)


def reference_of(reference, measure, item):
    if "group" in reference:
        return figure_of(item.group("各单位" + said_measure(measure)), reference["group"])
    return item.number(reference["input"]) if "input" in reference else Fraction(reference["value"])


def counted_name(counted):
    return counted.get("name", (counted["verb"] or counted["unit"]) + "数")


# Bands.


def inside(band, value, open_from, open_to):
    low, high = band.get("from"), band.get("to")
    if low is not None:
        edge = Fraction(low["value"])
        if value < edge or (value == edge and not low.get("inclusive", open_from)):
            return False
    if high is not None:
        edge = Fraction(high["value"])
        if value > edge or (value == edge and not high.get("inclusive", open_to)):
            return False
    return True


def on_open_edge(band, value):
    edges = [band[side] for side in ("from", "to") if side in band]
    return any("inclusive" not in edge and Fraction(edge["value"]) == value for edge in edges)


def opposite(edge):
    turned = {key: value for key, value in edge.items() if key != "inclusive"}
    if "inclusive" in edge:
        turned["inclusive"] = not edge["inclusive"]
    return turned


def closed(bands):
    """达到90%得8分，达到80%得6分: a band with one edge ends where the next one on that side begins."""
    done = []
    bands = [settled(band, bands) for band in bands]
    for band in bands:
        for side, other, direction in (("from", "to", 1), ("to", "from", -1)):
            if side in band and other not in band:
                own = edge_order(band[side], direction)
                beyond = [b[side] for b in bands if side in b and (edge_order(b[side], direction) > own) == (direction == 1) and edge_order(b[side], direction) != own]
                if beyond:
                    nearest = min(beyond, key=lambda e: edge_order(e, direction)) if direction == 1 else max(beyond, key=lambda e: edge_order(e, direction))
                    band = {**band, other: opposite(nearest)}
                break
        done.append(band)
    return done


def settled(band, bands):
    """95%-100%, 90%-95%（不含）: an edge left open takes its number where the band that it meets does not."""
    done = dict(band)
    for side, other in (("from", "to"), ("to", "from")):
        if side in band and "inclusive" not in band[side]:
            met = [b[other]["inclusive"] for b in bands if other in b and "inclusive" in b[other] and Fraction(b[other]["value"]) == Fraction(band[side]["value"])]
            if met:
                done[side] = {**band[side], "inclusive": not met[0]}
    return done


def edge_order(edge, direction):
    """At equal numbers 超过 lies beyond 达到, and 不足 beyond 不超过."""
    return (Fraction(edge["value"]), (1 if edge.get("inclusive") is False else 0) * direction)


def barred(band, value, item):
    """低于60%的不得分."""
    if band is None:
        return
    included = on_open_edge(band, value) and item.ask("edges") == "included"
    if inside(band, value, included, included):
        raise Settled(Fraction(0))


# Methods: each gives the points of the item, from its own sentence.


def ratio(rule, item):
    rate = measured(rule["measure"], item)
    barred(rule.get("none"), rate, item)
    points = percent_of(Fraction(rule["of"]) if "of" in rule else item.full, rate)
    if points < 0 and item.ask("actualNegative") == "none":
        points = Fraction(0)
    return held(points, rule.get("ceiling"), item)


def control(rule, item):
    points = percent_of(item.full, 200 - measured(rule["measure"], item))
    if points < 0 and item.ask("deductionLimit") == "untilZero":
        points = Fraction(0)
    return held(points, rule.get("ceiling"), item)


def related(a, b, relation):
    return {"atLeast": a >= b, "above": a > b, "atMost": a <= b, "below": a < b, "equal": a == b}[relation]


def all_or_nothing(rule, item):
    when = rule["when"]
    if when["kind"] == "fact":
        met = item.met(when["name"])
    elif when["kind"] == "meets":
        a, b = item.number(when["actual"]), item.number(when["target"])
        met = related(a, b, when["relation"])
    elif when["kind"] == "compared":
        a = measured(when["measure"], item)
        met = related(a, reference_of({"group": when["group"]}, when["measure"], item), when["relation"])
    else:
        value = measured(when["measure"], item)
        included = on_open_edge(when, value) and item.ask("edges") == "included"
        met = inside(when, value, included, included)
    return item.full if met else Fraction(0)


def tiers(rule, item):
    own = value = measured(rule["measure"], item)
    compared = None
    if "reference" in rule:
        compared = reference_of(rule["reference"], rule["measure"], item)
        value = own - compared
    if "between" in rule:
        return on_line(rule, value, item)
    bands = closed(rule["bands"])
    lower = any(on_open_edge(band, value) for band in bands) and item.ask("sharedEdges") == "lower"
    hit = [band for band in bands if inside(band, value, lower, not lower)]
    if len(hit) > 1:
        raise Wrong("tiers")
    award = hit[0]["award"] if hit else rule.get("otherwise")
    if award is None:
        # Bands that all only take, or all only add, leave every other figure as it is.
        kinds = {band["award"]["kind"] for band in rule["bands"]}
        if kinds not in ({"deduct"}, {"add"}):
            raise Unsaid("tiers")
        award = {"kind": kinds.pop(), "points": "0"}
    rate = value
    if award["kind"] == "rate" and compared is not None:
        if compared <= 0:
            raise Wrong("reference")
        rate = own * 100 / compared
    elif award["kind"] == "rate" and "of" in award:
        if Fraction(award["of"]["value"]) <= 0:
            raise Wrong("of")
        rate = value * 100 / Fraction(award["of"]["value"])
    elif award["kind"] == "rate":
        top = next((band.get("from") for band in rule["bands"] if band["award"]["kind"] == "full"), None)
        whole = Fraction(top["value"]) if top else HUNDRED
        if whole != 100 and whole > 0 and item.ask("proRataBase") == "ofThreshold":
            rate = value * 100 / whole
    return awarded(award, item.full, rate)


def on_line(rule, value, item):
    """介于两者之间的按直线插值法: straight between the two nearest edges, flat inside a band of two edges and beyond the outermost ones."""
    bands = rule["bands"]
    rising = [b for b in bands if "from" in b and "to" not in b]
    falling = [b for b in bands if "to" in b and "from" not in b]
    top = max((Fraction(b["from"]["value"]) for b in rising), default=None)
    bottom = min((Fraction(b["to"]["value"]) for b in falling), default=None)
    for band in bands:
        ends = (b is band and Fraction(b["from"]["value"]) == top for b in rising)
        starts = (b is band and Fraction(b["to"]["value"]) == bottom for b in falling)
        if (("from" in band and "to" in band) or any(ends) or any(starts)) and inside(band, value, True, True):
            return awarded(band["award"], item.full)
    knots = {}
    for side in ("to", "from"):
        for band in reversed(bands):
            if side in band:
                knots[Fraction(band[side]["value"])] = awarded(band["award"], item.full)
    low = max((at for at in knots if at <= value), default=None)
    high = min((at for at in knots if at >= value), default=None)
    if low is None or high is None:
        if "otherwise" in rule:
            return awarded(rule["otherwise"], item.full)
        raise Unsaid("tiers")
    if low == high:
        return knots[low]
    return knots[low] + (value - low) / (high - low) * (knots[high] - knots[low])


def steps(rule, item):
    value = measured(rule["measure"], item)
    barred(rule.get("none"), value, item)
    reference = reference_of(rule["reference"], rule["measure"], item)
    start = base_points(rule["base"], item.full) if "base" in rule else item.full
    if value == reference:
        return start
    side = "below" if value < reference else "above"
    step = next((one for one in rule["steps"] if one["side"] == side), None)
    if step is None:
        if "base" not in rule and any(one["effect"] == "add" for one in rule["steps"]):
            raise Unsaid("side")
        return start
    by = Fraction(step["by"]["value"])
    if by <= 0:
        raise Wrong("step")
    by = step_size(rule, step, reference, item)
    if by == 0:
        item.settle(item.ask("targetZero"))
    raw = Fraction(step["points"]) * steps_in(abs(value - reference), by, rule.get("partial"), item)
    if step["effect"] == "deduct":
        return start - deducted(raw, step.get("limit"), item, start)
    return start + added_under(raw, step.get("limit"), start, rule.get("ceiling"), item)


def step_size(rule, step, reference, item):
    by = Fraction(step["by"]["value"])
    if step["by"].get("unit") != "%":
        return by
    hundredth = abs(reference) * by / 100
    if percent_unclear(rule) and hundredth != by:
        return by if item.ask("percentMeaning") == "points" else hundredth
    return hundredth


PERCENT_NAMES = ("率", "比", "比重", "比例", "份额", "增速", "增幅", "增长", "度", "贡献")


def percent_unclear(rule):
    """每低1% of a figure in percent can mean a point or a hundredth of what it is held against; of any other figure only a hundredth."""
    measure, reference = rule["measure"], rule["reference"]
    if measure["kind"] == "rate":
        return True
    if "value" in reference:
        return reference.get("unit") == "%"
    if measure["name"] != "完成值":
        return measure["name"].endswith(PERCENT_NAMES)
    return reference.get("input") != "目标值"


def added_under(raw, limit, start, ceiling, item):
    """A bonus above the reference, held by its own limit and by the ceiling of the whole."""
    gained = raw if ceiling is not None and limit is None else added(raw, limit, item, item.full - start)
    if ceiling is None or ceiling["kind"] == "unlimited":
        return gained
    room = item.full if ceiling["kind"] == "fullMark" else base_points(ceiling, item.full)
    return max(Fraction(0), min(gained, room - start))


def slopes(rule, item):
    value = measured(rule["measure"], item)
    if any(Fraction(slope["by"]["value"]) <= 0 for slope in rule["slopes"]):
        raise Wrong("step")
    reference = Fraction(rule["reference"]["value"])
    if reference == 0 and any(slope["by"].get("unit") == "%" for slope in rule["slopes"]):
        raise Wrong("step")
    side = "below" if value < reference else "above"
    edge = lambda slope: abs(Fraction(slope["from"]["value"]) - reference) if "from" in slope else Fraction(0)
    own = sorted((slope for slope in rule["slopes"] if slope["side"] == side), key=edge)
    reached, change = abs(value - reference), Fraction(0)
    for i, slope in enumerate(own):
        end = min(edge(own[i + 1]), reached) if i + 1 < len(own) else reached
        if end <= edge(slope):
            continue
        size = step_size(rule, slope, reference, item)
        count = steps_in(end - edge(slope), size, rule.get("partial"), item)
        cost = count * Fraction(slope["points"])
        change += cost if slope["effect"] == "add" else -cost
    start = base_points(rule["base"], item.full) if "base" in rule else item.full
    most = Fraction(rule["most"]) if "most" in rule else None
    if change >= 0:
        return start + (min(most, change) if most is not None else added(change, None, item, item.full - start))
    taken = -change if most is None else min(most, -change)
    if most is not None and "limit" not in rule:
        return start - taken
    return start - deducted(taken, rule.get("limit"), item, start)


def diminishing(rule, item):
    width, first, step = (Fraction(x) for x in (rule["width"]["value"], rule["first"], rule["step"]))
    if width <= 0 or first <= 0:
        raise Wrong("width")
    value = measured(rule["measure"], item)
    gap = value - reference_of(rule["reference"], rule["measure"], item)
    if abs(gap) > 40 * width:
        raise Wrong("far")
    left, divisor, total = abs(gap), first, Fraction(0)
    while left > 0:
        within = min(left, width)
        total += within * item.full / divisor
        left, divisor = left - within, divisor + step
    points = item.full - deducted(total, None, item, item.full) if gap < 0 else item.full + total
    return held(points, rule.get("ceiling"), item)


def to_best(rule, item):
    own, values = item.number(rule["name"]), item.group("各单位" + rule["name"])
    best = max(values) if rule["best"] == "max" else min(values)
    part, whole = (own, best) if rule["best"] == "max" else (best, own)
    if whole <= 0:
        item.settle(item.ask("groupZero"))
    mark = Fraction(rule["of"]) if "of" in rule else item.full
    if "through" in rule:
        down = rule["best"] == "max"
        if sum((v > own) if down else (v < own) for v in values) >= int(rule["through"]):
            if "otherwise" in rule:
                return awarded(rule["otherwise"], item.full)
            if item.ask("unlisted") == "none":
                return Fraction(0)
            last = sorted(values, reverse=down)[int(rule["through"]) - 1]
            if not down and last <= 0:
                return Fraction(0)
            return max(Fraction(0), mark * (last / whole if down else best / last))
    points = mark * part / whole
    return Fraction(0) if points < 0 and item.ask("actualNegative") == "none" else points


def share(rule, item):
    own, total = item.number(rule["name"]), sum(item.group("各单位" + rule["name"]))
    if total <= 0:
        item.settle(item.ask("groupZero"))
    return item.full * own / total


def efficacy(rule, item):
    base, curve = Fraction(rule["base"]), rule["curve"]
    if base > 100 or base < 0 or (base == 0 and curve["kind"] == "exponential"):
        raise Wrong("base")
    own = item.number(rule["name"])
    pole = lambda p: figure_of(item.group("各单位" + rule["name"]), p["group"]) if "group" in p else Fraction(p["value"])
    high, low = pole(rule["high"]), pole(rule["low"])
    if high == low:
        x = Fraction(1 if item.ask("groupSpread") == "full" else 0)
    else:
        x = (own - low) / (high - low)
        if (x < 0 or x > 1) and item.ask("beyondPoles") == "held":
            x = Fraction(0 if x < 0 else 1)
    if abs(x) > 40:
        raise Wrong("far")
    if curve["kind"] == "linear":
        return percent_of(item.full, base + (100 - base) * x)
    return item.full * power(base / 100, 1 - x, curve["places"])


def power(base, exponent, places):
    """base ** exponent to so many decimals, half up: with ever more digits until both neighbours agree."""
    if exponent.denominator == 1:
        return rounded(base ** int(exponent), places)
    digits = 40
    while True:
        with localcontext(Context(prec=digits)):
            root = (Decimal(base.numerator) / Decimal(base.denominator)).ln() * Decimal(exponent.numerator) / Decimal(exponent.denominator)
            value = root.exp()
            slack = abs(value) * Decimal(10) ** (8 - digits)
            low, high = rounded(Fraction(value - slack), places), rounded(Fraction(value + slack), places)
        if low == high or digits > 400:
            return high
        digits *= 2


def rounded(value, places):
    scaled = abs(value) * 10**places
    up = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(up if value >= 0 else -up, 10**places)


def rank_of(rule, item):
    rank = item.number(rule["name"])
    if rank.denominator != 1 or rank <= 0:
        raise Wrong("rank")
    return rank


def rank_steps(rule, item):
    rank = rank_of(rule, item)
    first = awarded(rule["first"], item.full)
    if rule["each"]["kind"] == "even":
        ranked = item.number("参加排名单位数")
        if rank > ranked:
            raise Wrong("rank")
        last = awarded(rule["each"]["last"], item.full)
        return first if ranked == 1 else first - (first - last) * (rank - 1) / (ranked - 1)
    points = first - base_points(rule["each"], item.full) * (rank - 1)
    if "least" in rule:
        return max(points, Fraction(rule["least"]))
    return first - deducted(first - points, None, item, first)


def changes_only(awards):
    return all(award["kind"] in ("add", "deduct") for award in awards)


def unlisted(awards, item):
    """A case that the sentence does not list."""
    if changes_only(awards):
        return item.full
    return min(awarded(award, item.full) for award in awards) if item.ask("unlisted") == "lowest" else Fraction(0)


def rank_bands(rule, item):
    rank = rank_of(rule, item)

    by_share = any("by" in band for band in rule["bands"])
    if by_share and rank > item.number("参加排名单位数"):
        raise Wrong("rank")

    def edge(share):
        places = Fraction(share) * item.number("参加排名单位数")
        if places.denominator == 1:
            return places
        how = item.ask("placeShare")
        return places.__ceil__() if how == "whole" else (places + (Fraction(1, 2) if how == "rounded" else 0)).__floor__()

    def covers(band):
        place = rank if band["end"] == "first" else item.number("参加排名单位数") - rank + 1
        if "by" in band:
            return edge(band["from"]) < place <= edge(band["to"])
        return Fraction(band["from"]) <= place <= Fraction(band["to"])

    hit = [band for band in rule["bands"] if covers(band)]
    if len(hit) > 1:
        raise Wrong("ranks")
    if hit:
        return awarded(hit[0]["award"], item.full)
    if "otherwise" in rule:
        return awarded(rule["otherwise"], item.full)
    return unlisted([band["award"] for band in rule["bands"]], item)


def counted(rule, item):
    per = Fraction(rule["counted"]["per"])
    if per <= 0:
        raise Wrong("per")
    count = steps_in(item.number(counted_name(rule["counted"])), per, rule.get("partial"), item)
    first = [Fraction(price) for price in rule.get("first", ())]
    dear = sum(first[: int(count)], Fraction(0))
    return dear + Fraction(rule["points"]) * max(count - len(first), Fraction(0))


def count_deduction(rule, item):
    barred(rule.get("none"), item.number(counted_name(rule["counted"])), item)
    return item.full - deducted(counted(rule, item), rule.get("limit"), item, item.full)


def count_credit(rule, item):
    return held(counted(rule, item), rule.get("ceiling"), item)


def count_bonus(rule, item):
    return item.full + added(counted(rule, item), rule.get("limit"), item)


def entries(rule, ticked):
    return sum((Fraction(e["points"]) for i, e in enumerate(rule["entries"]) if str(i + 1) in ticked), Fraction(0))


def checklist(rule, item):
    ticked = item.ticked("完成事项")
    if "lacking" in rule and 0 < len(ticked) < len(rule["entries"]) and item.ask("lackingEntry") == "all":
        return Fraction(0)
    return held(entries(rule, ticked), None, item)


def met_count(rule, item):
    met = len(item.ticked("达到事项"))
    for band in rule["bands"]:
        if int(band["met"]) == met:
            return awarded(band["award"], item.full)
    if "otherwise" not in rule:
        raise Unsaid("requirements")
    return awarded(rule["otherwise"], item.full)


def faults(rule, item):
    found = item.ticked("扣分事项") if rule["entries"] else set()
    return item.full - deducted(entries(rule, found), rule.get("limit"), item, item.full)


def extras(rule, item):
    return item.full + added(entries(rule, item.ticked("加分事项")), rule.get("limit"), item)


def matrix(rule, item):
    hit = [row for row in rule["rows"] if all(item.met(one["name"]) == one["met"] for one in row["when"])]
    if len(hit) > 1 or (not hit and "otherwise" not in rule):
        raise Wrong("conditions")
    return awarded(hit[0]["award"] if hit else rule["otherwise"], item.full)


def levels(rule, item):
    (key,) = item.ticked("评定等次")
    at = int(key) - 1
    if at < len(rule["levels"]):
        return awarded(rule["levels"][at]["award"], item.full)
    if "otherwise" in rule:
        return awarded(rule["otherwise"], item.full)
    return unlisted([level["award"] for level in rule["levels"]], item)


def credits(rule, item):
    rows = [(item.number(level["name"] + rule.get("subject", "")), Fraction(level["points"])) for level in rule["levels"]]
    present = [(n, each) for n, each in rows if n > 0]
    several = len(present) > 1 or any(n > 1 for n, _ in present)
    counting = rule.get("counting") or (item.ask("counting") if several else "each")
    if counting in ("each", "perMatter"):
        raw = sum((n * each for n, each in present), Fraction(0))
    elif counting == "once":
        raw = sum((min(n, Fraction(1)) * each for n, each in present), Fraction(0))
    else:
        raw = max((each for _, each in present), default=Fraction(0))
    if rule["effect"] == "add":
        return item.full + added(raw, rule.get("limit"), item)
    return item.full - deducted(raw, rule.get("limit"), item, item.full)


def votes(rule, item):
    rows = [(item.number(level["name"] + "票数"), Fraction(level["percent"])) for level in rule["levels"]]
    total = sum(n for n, _ in rows)
    if total == 0:
        raise Wrong("votes")
    return percent_of(item.full, sum(n * percent for n, percent in rows) / total)


def mean(rule, item):
    marks, trim = sorted(item.group(rule["name"])), int(rule["trim"])
    kept = marks[trim:len(marks) - trim]
    if not kept:
        raise Wrong("marks")
    return sum(kept) / len(kept)


def quoted(rule, item):
    if "of" in rule and Fraction(rule["of"]) <= 0:
        raise Wrong("scale")
    score_ = item.number(rule["name"])
    if "of" in rule:
        scale = Fraction(rule["of"])
    else:
        scale = HUNDRED if item.full == 100 or item.ask("quotedScale") == "hundred" else item.full
    return score_ if scale == item.full else score_ * item.full / scale


def weighted_mean(rule, item):
    return sum(percent_of(item.number(s["name"] + "得分"), Fraction(s["percent"])) for s in rule["scores"])


def expression(rule, item):
    own = next(iter(names_in(rule["formula"])), "")

    def value(formula):
        op = formula["op"]
        if op == "number":
            return Fraction(formula["value"]) / (100 if formula.get("unit") == "%" else 1)
        if op == "input":
            return item.number(formula["name"])
        if op == "fullMark":
            return item.full
        if op == "group":
            return figure_of(item.group("各单位" + own), formula["figure"])
        left, right = value(formula["left"]), value(formula["right"])
        if op == "div":
            if right == 0:
                raise Wrong("division")
            return left / right
        return {"add": left + right, "sub": left - right, "mul": left * right, "max": max(left, right), "min": min(left, right)}[op]

    return held(value(rule["formula"]), rule.get("ceiling"), item)


def names_in(formula):
    if formula["op"] == "input":
        return [formula["name"]]
    return names_in(formula["left"]) + names_in(formula["right"]) if "left" in formula else []


def judged(rule, item):
    points = item.number("评定分值")
    if "levels" in rule:
        (key,) = item.ticked("评定等次")
        rule = rule["levels"][int(key) - 1]
    most = item.full if rule["to"] == "fullMark" else Fraction(rule["to"])
    if not Fraction(rule["from"]) <= points <= most:
        raise Wrong("range")
    return points


# Compositions.


def only_changes(rule):
    if rule["kind"] == "inPercent":
        return only_changes(rule["rule"])
    kind = rule["kind"]
    if kind in ("steps", "slopes"):
        return "base" not in rule
    if kind == "tiers":
        return "otherwise" not in rule and all(band["award"]["kind"] == "add" for band in rule["bands"])
    if kind in ("rankBands", "levels"):
        return "otherwise" not in rule and changes_only([one["award"] for one in rule.get("bands", rule.get("levels"))])
    return kind in ("countDeduction", "countBonus", "faults", "extras", "credits")


def sum_of(rule, item):
    """What earns is added up (full marks where nothing does), what changes adds or takes; limits are asked of the whole only."""
    said = rule.get("limit") or rule.get("ceiling") or {}
    most = said.get("points", rule.get("mostAdded"))
    at_full = said.get("kind") == "fullMark" or (most is not None and Fraction(most) == item.full)
    if "scope" in rule and not at_full and item.ask("limitScope") == "last":
        limit = rule.get("limit") or ({"kind": "points", "points": rule["mostAdded"]} if "mostAdded" in rule else None)
        own = {**({"limit": limit} if limit else {}), **({"ceiling": rule["ceiling"]} if "ceiling" in rule else {})}
        rule = {"kind": "sum", "parts": [*rule["parts"][:-1], {**rule["parts"][-1], **own}]}
    free = Item(item.inputs, item.full, {**item.answers, "deductionLimit": "unlimited", "ceiling": "unlimited", "additionLimit": "unlimited"})
    earned, changes, gained = [], Fraction(0), Fraction(0)
    for part in rule["parts"]:
        try:
            points = method(part, free)
        except Unsaid:
            if not only_changes(part) or all(only_changes(one) for one in rule["parts"]):
                raise
            continue
        if only_changes(part):
            changes += points - item.full
            gained += max(Fraction(0), points - item.full)
        else:
            earned.append(points)
    plain = (sum(earned) if earned else item.full) + changes
    most_added = rule.get("mostAdded")
    if most_added is not None:
        plain -= max(Fraction(0), gained - Fraction(most_added))
    free_of_full = most_added is not None and "ceiling" not in rule and not earned
    most = plain if free_of_full else held(plain, rule.get("ceiling"), item)
    limit = rule.get("limit")
    if limit is not None and limit["kind"] == "points":
        return max(most, item.full - Fraction(limit["points"]))
    if most >= 0:
        return most
    kind = limit["kind"] if limit is not None else item.ask("deductionLimit")
    return Fraction(0) if kind == "untilZero" else most


def part_prefix(parts, i):
    """One part alone is the item itself; a name that stands before it already is told apart by the part's place."""
    if len(parts) == 1:
        return ""
    place, names = f"第{i + 1}部分", [part.get("name") for part in parts]
    if names[i] is None:
        return place + "·"
    return f"{names[i]}（{place}）·" if names[i] in names[:i] else names[i] + "·"


def parts(rule, item):
    total = Fraction(0)
    for i, part in enumerate(rule["parts"]):
        full = base_points(part["marks"], item.full)
        total += method(part["rule"], item.part(part_prefix(rule["parts"], i), full))
    return total


def coefficient(rule, item):
    return method(rule["rule"], item) * item.number(rule["name"])


def in_percent(rule, item):
    """Computed out of a hundred, then brought to the item's full marks."""
    full, item.full = item.full, HUNDRED
    try:
        return method(rule["rule"], item) * full / HUNDRED
    finally:
        item.full = full


def gated(rule, item):
    points = method(rule["rule"], item)
    for gate in rule["gates"]:
        if gate["effect"]["kind"] != "veto" and item.met(gate["when"]):
            return awarded(gate["effect"], item.full)
    return points


METHODS = {
    "ratio": ratio, "control": control, "allOrNothing": all_or_nothing, "tiers": tiers, "steps": steps, "slopes": slopes,
    "diminishing": diminishing, "toBest": to_best, "share": share, "efficacy": efficacy, "rankSteps": rank_steps,
    "rankBands": rank_bands, "countDeduction": count_deduction, "countCredit": count_credit, "countBonus": count_bonus,
    "checklist": checklist, "metCount": met_count, "faults": faults, "extras": extras, "matrix": matrix, "levels": levels, "credits": credits,
    "votes": votes, "mean": mean, "quoted": quoted, "weightedMean": weighted_mean, "expression": expression, "judged": judged,
    "sum": sum_of, "parts": parts, "coefficient": coefficient, "inPercent": in_percent, "gated": gated,
}


def method(rule, item):
    """One method's points; what settles an item inside a composed rule counts there as that part's points."""
    try:
        return METHODS[rule["kind"]](rule, item)
    except Settled as settled:
        if settled.args[0] == "excluded":
            raise
        return settled.args[0]


def read(stored, facts, answers):
    item = Item(facts["inputs"], Fraction(facts["fullMark"]), answers)
    try:
        if any(fact["kind"] == "notConcerned" for fact in item.inputs.values()):
            item.settle(item.ask("notConcerned"))
        return (method(stored["rule"], item), item.full)
    except Settled as settled:
        return (Fraction(0), Fraction(0)) if settled.args[0] == "excluded" else (settled.args[0], item.full)


def score(stored, facts):
    """Every question that the facts raise and nobody answered is taken every way: one result is the score, several are ambiguous."""
    if any(fact["kind"] == "missing" for fact in facts["inputs"].values()):
        if not any(fact["kind"] == "notConcerned" for fact in facts["inputs"].values()):
            return {"status": "missing"}
    found, waiting = set(), [{a["question"]: a["choice"] for a in stored["answers"]}]
    try:
        while waiting:
            answers = waiting.pop()
            try:
                found.add(read(stored, facts, answers))
            except Open as question:
                code = question.args[0]
                waiting.extend({**answers, code: choice} for choice in CHOICES[code])
    except Wrong:
        return {"status": "error"}
    except Missing:
        return {"status": "missing"}
    if len(found) > 1:
        return {"status": "ambiguous"}
    ((points, full),) = found
    return {"status": "scored", "points": text(points), "fullMark": text(full)}


if __name__ == "__main__":
    for line in sys.stdin:
        one = json.loads(line)
        print(json.dumps(score(one, one)))
