"""A plan's year, computed a second time: sums over the tree, totals, ranks and grades, by Python's fractions.

Written from docs/adr/0014 and 0016 and the docstrings of packages/domain/src/scoring. Credits and gates are those that the locked version names.
`score_plan` gives what a locked version stores under `totals`, `lines_of` what it stores under `lines`.
"""
import json
import sys
from fractions import Fraction

from rules import text

ZERO = Fraction(0)


def rounded(value, rounding):
    """Whole units of 10^-places, from the exact value, once; halves by the mode."""
    size = abs(value) * 10 ** rounding["places"]
    down = size.numerator // size.denominator
    twice = (size - down) * 2
    up = twice > 1 or (twice == 1 and (rounding["mode"] == "halfUp" or down % 2 == 1))
    return (down + 1 if up else down) * (-1 if value < 0 else 1)


def round_to(value, rounding):
    return Fraction(rounded(value, rounding), 10 ** rounding["places"])


def print_rounded(value, rounding):
    units, places = rounded(value, rounding), rounding["places"]
    digits = str(abs(units)).rjust(places + 1, "0")
    minus = "-" if units < 0 else ""
    return minus + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


class Node:
    def __init__(self, node, children):
        self.key, self.children = node["key"], children
        self.weight = Fraction(node["weight"]) if "weight" in node else None
        self.weighted = is_weighted(children)
        whole = not children or self.weighted
        self.full = Fraction(node["fullMark"]) if whole else sum((c.full for c in children), ZERO)


def is_weighted(nodes):
    count = sum(one.weight is not None for one in nodes)
    if count not in (0, len(nodes)):
        raise ValueError("some have a weight, some have none")
    return count > 0


class Tree:
    def __init__(self, indicators):
        made = {}

        def make(row):
            made[row["key"]] = node = Node(row, [make(one) for one in indicators if one.get("parentKey") == row["key"]])
            return node

        self.roots = [make(row) for row in indicators if "parentKey" not in row]
        self.nodes = [made[row["key"]] for row in indicators]
        self.weighted = is_weighted(self.roots)
        parts = [one.weight if self.weighted else one.full for one in self.roots]
        self.full = sum(parts, ZERO)


def mean(parts, full, applicable):
    weights = sum((child.weight for child, _ in parts), ZERO)
    points = applies = ZERO
    for child, (own, out_of) in parts:
        if out_of == 0:
            continue
        share = child.weight * full / weights
        base = out_of if applicable else child.full
        points += share * own / base
        applies += share * out_of / base
    return points, applies


def roll_up(tree, leaves, applicable, level, withheld=()):
    """(points, out of) by node key, and of the whole; rounded at each branch where the plan rounds levels. A withheld node earns nothing."""
    found = {}

    def visit(node):
        points, out_of = leaves.get(node.key, (ZERO, ZERO)) if not node.children else join(node.children, node.full, node.weighted)
        found[node.key] = (ZERO if node.key in withheld else points), out_of
        return found[node.key]

    def join(children, full, weighted):
        parts = [(child, visit(child)) for child in children]
        if weighted:
            points, out_of = mean(parts, full, applicable)
        else:
            points, out_of = sum((p for _, (p, _) in parts), ZERO), sum((f for _, (_, f) in parts), ZERO)
        return (points if level is None else round_to(points, level)), out_of

    return join(tree.roots, tree.full, tree.weighted), found


def node_scores(tree, found):
    scores = []
    for node in tree.nodes:
        points, out_of = found[node.key]
        if points == 0 and out_of == 0:
            scores.append({"nodeKey": node.key, "status": "notApplicable"})
        else:
            scores.append({"nodeKey": node.key, "status": "scored", "points": text(points), "fullMark": text(out_of)})
    return scores


def declared(settings, name):
    value = settings.get(name, {}).get("value", "none")
    return None if value == "none" else value


def capped(points, cap):
    return points if cap == "" else min(points, Fraction(cap))


def count_credits(entries, arithmetic):
    """(bonus, deduction, what is stored of them): of each matter the highest, then the cap of each class, then the caps of all."""
    best = {}
    for one in sorted(entries, key=lambda entry: (-Fraction(entry["points"]), entry["key"])):
        best.setdefault((one["effect"], one["matter"]) if "matter" in one else ("entry", one["key"]), one["key"])
    counting, classes = set(best.values()), []
    kinds = [(one["key"], one["effect"], one["cap"]) for one in arithmetic.get("classes", [])] + [("", "bonus", ""), ("", "deduction", "")]
    for key, effect, cap in kinds:
        own = [one for one in entries if one.get("classKey", "") == key and one["effect"] == effect]
        if own:
            whole = sum((Fraction(one["points"]) for one in own), ZERO)
            counted = capped(sum((Fraction(one["points"]) for one in own if one["key"] in counting), ZERO), cap)
            classes.append((key, effect, whole, counted, len(own)))
    if sum(one[4] for one in classes) != len(entries):
        raise ValueError("a credit of a class that the plan does not have")
    total = lambda effect, cap: capped(sum((one[3] for one in classes if one[1] == effect), ZERO), cap)
    bonus, deduction = total("bonus", arithmetic["bonusCap"]), total("deduction", arithmetic["deductionCap"])
    stored = [{"key": k, "effect": e, "claimed": text(whole), "counted": text(counted)} for k, e, whole, counted, _ in classes]
    return bonus, deduction, {"classes": stored, "bonus": text(bonus), "deduction": text(deduction)}


def standing_gates(vetoes, settings):
    gates = (declared(settings, "veto") or {}).get("gates", [])
    if any(veto["gateKey"] not in [gate["key"] for gate in gates] for veto in vetoes):
        raise ValueError("no such gate")
    keys = [veto["gateKey"] for veto in vetoes]
    return [{"gateKey": gate["key"], "effect": gate["effect"]} for gate in gates if gate["key"] in keys]


class Unit:
    """One unit's year: what is stored of it, and the exact figures that ranks read."""

    def __init__(self, unit_id, outcomes, tree, settings, credits=(), vetoes=()):
        rounding, policy = settings["rounding"]["value"], settings["missingItems"]["value"]
        stage = rounding["stage"]
        level = rounding if stage == "level" else None
        item = (lambda points: round_to(points, rounding)) if stage == "item" else (lambda points: points)
        leaves = {key: (item(Fraction(points)), Fraction(full)) for key, (points, full) in outcomes.items()}
        self.gates = standing_gates(vetoes, settings)
        self.effects = [gate["effect"] for gate in self.gates]
        withheld = {effect["nodeKey"] for effect in self.effects if effect["kind"] == "nodeZero"}
        _, self.nodes = roll_up(tree, leaves, policy == "normalised", level)
        whole, _ = roll_up(tree, leaves, policy == "normalised", level, withheld)
        applied, _ = roll_up(tree, leaves, True, level)
        self.id, self.exact = unit_id, None
        self.score = {"unitId": unit_id, "nodes": node_scores(tree, self.nodes), "applicableFullMark": text(applied[1]), "missing": []}
        self.bonus = self.deduction = ZERO
        if credits:
            self.bonus, self.deduction, self.score["credits"] = count_credits(credits, declared(settings, "credits"))
        if self.gates:
            self.score["gates"] = self.gates
        if not leaves:
            return
        scaled = lambda sums: sums[0] * tree.full / sums[1] if sums[1] > 0 else None
        self.score["raw"] = text(roll_up(tree, leaves, False, level)[0][0])
        if scaled(applied) is not None:
            self.score["normalised"] = text(scaled(applied))
        self.exact = scaled(whole) if policy == "normalised" else whole[0]
        if self.exact is not None:
            aside = self.has("noBonus") or (declared(settings, "credits") or {}).get("bonusUse") == "tieBreak"
            self.exact += (ZERO if aside else self.bonus) - self.deduction
            self.score["total"] = text(round_to(self.exact, rounding) if stage == "total" else self.exact)
            self.score["published"] = print_rounded(self.exact, rounding)


    def has(self, kind):
        return any(effect["kind"] == kind for effect in self.effects)

    def best(self, names):
        """The best place in the grades that its gates leave it, 0 being the top."""
        return max([0] + [names.index(effect["grade"]) for effect in self.effects if effect["kind"] in ("gradeAtMost", "gradeIs")])


def breakers(unit, settings):
    """Nothing comes after something."""
    found = []
    for one in settings.get("tieBreakers", {}).get("value", []):
        if one["kind"] != "node":
            found.append((1, unit.bonus if one["kind"] == "bonus" else -unit.deduction))
            continue
        points, out_of = unit.nodes.get(one["nodeKey"], (ZERO, ZERO))
        found.append((1, points / out_of) if out_of > 0 else (0, ZERO))
    return found


def ranks_in(group, members, settings):
    ranked = []
    for unit in members:
        if unit.exact is None or unit.has("unranked"):
            continue
        figure = round_to(unit.exact, settings["rounding"]["value"]) if settings["rankOn"]["value"] == "rounded" else unit.exact
        ranked.append(((figure, breakers(unit, settings)), unit))
    ranked.sort(key=lambda one: one[1].id)
    ranked.sort(key=lambda one: one[0], reverse=True)
    ranks, own = [], 0
    for at, (standing, unit) in enumerate(ranked):
        shared = at > 0 and ranked[at - 1][0] == standing
        if shared:
            ranks[-1]["tied"] = True
        else:
            own = own + 1 if settings["ties"]["value"] == "sharedDense" else at + 1
        ranks.append({"groupKey": group, "unitId": unit.id, "rank": own, "tied": shared})
    return ranks


def places_of(percent, base, grades):
    share = Fraction(percent) * base / 100
    if grades["places"] == "floor":
        count = share.numerator // share.denominator
    elif grades["places"] == "ceil":
        count = -(-share.numerator // share.denominator)
    else:
        count = rounded(share, {"mode": "halfUp", "places": 0})
    return max(count, 1 if grades["atLeastOne"] and base > 0 else 0)


def spread(tied, at, left, counts, grades):
    places, over = [{"grade": grades["quotas"][at]["name"], "count": left}], tied - left
    for below in range(at + 1, len(counts)):
        count = min(over, counts[below])
        if over > 0 and count > 0:
            places.append({"grade": grades["quotas"][below]["name"], "count": count})
        over -= count if over > 0 else 0
    return places + ([{"grade": grades["rest"], "count": over}] if over > 0 else [])


def allot(ranked, figures, best, grades):
    """(place or None, by) of each ranked unit, stops, and what the plan leaves unsaid."""
    size, quotas, barred = len(ranked), grades["quotas"], grades.get("barred")
    given, stops, carried = [None] * size, [], 0
    kept = sum(best[at] > 0 for at in range(size))
    if barred is None and kept > 0:
        return [], [], "barredUnsaid"
    base = size - kept if barred is not None and barred["base"] == "notCounted" else size
    freed = barred is not None and barred["place"] == "freed"
    counts = [places_of(one["percent"], base, grades) for one in quotas]
    if "failing" in grades:
        for at in range(size):
            if figures[at] < Fraction(grades["failing"]["below"]):
                given[at] = (len(quotas) + 1, "failing")
    for place, quota in enumerate(quotas):
        left = counts[place] + carried
        waiting = [at for at in range(size) if given[at] is None]
        eligible = [
            at
            for at in waiting
            if (not freed or best[at] <= place) and ("from" not in quota or figures[at] >= Fraction(quota["from"]))
        ]
        next_, taken = 0, 0
        while left > 0 and next_ < len(eligible):
            tied = [at for at in eligible[next_:] if ranked[at]["rank"] == ranked[eligible[next_]]["rank"]]
            next_ += len(tied)
            fits = len(tied) <= left
            if not fits and grades.get("tieAtCut") == "excludeAll":
                break
            stopped = not fits and grades.get("tieAtCut") != "includeAll"
            for at in tied:
                given[at] = (None, "stop") if stopped else (place, "quota")
            if stopped:
                stops.append((tied, spread(len(tied), place, left, counts, grades)))
            left -= len(tied)
            taken += len(tied)
        if left > 0 and taken < len(waiting) and "unused" not in grades:
            return [], [], "unusedUnsaid"
        carried = 0 if left > 0 and grades.get("unused") == "lapse" else left
    return [one or (len(quotas), "rest") for one in given], stops, None


def gated(place, by, unit, names):
    """Gates have the last word, and never raise a unit."""
    limit, own = unit.best(names), -1 if place is None else place
    return (place, by) if own >= limit or not (unit.has("gradeIs") or own >= 0) else (limit, "gate")


def grades_in(group, members, ranks, settings):
    grades = settings["grades"]["value"]
    by_id = {unit.id: unit for unit in members}
    exact = lambda unit: round_to(unit.exact, settings["rounding"]["value"]) if settings.get("thresholdsOn", {}).get("value") == "rounded" else unit.exact
    ordered = sorted((one["rank"], one["unitId"]) for one in ranks)
    kept = {unit_id for _, unit_id in ordered}
    unranked = sorted((-exact(unit), unit.id) for unit in members if unit.exact is not None and unit.id not in kept)
    ids = [unit_id for _, unit_id in ordered + unranked]
    figures = [exact(by_id[unit_id]) for unit_id in ids]
    stops, unsaid = [], None
    if grades["by"] == "lines":
        names = [line["name"] for line in grades["lines"]]
        given = [(next((at for at, line in enumerate(grades["lines"]) if own >= Fraction(line["from"])), None), "line") for own in figures]
    else:
        names = [one["name"] for one in grades["quotas"]] + [grades["rest"]] + ([grades["failing"]["name"]] if "failing" in grades else [])
        best = [by_id[unit_id].best(names) for unit_id in ids]
        given, found, unsaid = allot([{"rank": rank} for rank, _ in ordered], figures, best, grades)
        stops = [{"groupKey": group, "reason": "tieAtCut", "unitIds": [ids[at] for at in tied], "places": places} for tied, places in found]
        if unsaid:
            stops.append({"groupKey": group, "reason": unsaid})
        given += [(None, "stop" if unsaid else "unranked")] * (len(ids) - len(given))
    given = [gated(place, by, by_id[unit_id], names) for unit_id, (place, by) in zip(ids, given)]
    proposals = [
        {"groupKey": group, "unitId": unit_id, **({} if place is None else {"grade": names[place]}), "by": by}
        for unit_id, (place, by) in zip(ids, given)
    ]
    return proposals, stops


def score_plan(content, outcomes, entries=()):
    """`outcomes`: (leaf key, unit id, points, full mark), each item once. `entries`: what a locked version counts of 加减分 and 否决."""
    settings, groups, tree = content["settings"], content["unitGroups"], Tree(content["indicators"])
    leaves = {node.key for node in tree.nodes if not node.children}
    by_unit = {unit_id: {} for group in groups for unit_id in group["unitIds"]}
    for leaf, unit_id, points, full in outcomes:
        own = by_unit.setdefault(unit_id, {})
        if leaf in own or leaf not in leaves:
            raise ValueError("two outcomes for one item, or one for no leaf")
        own[leaf] = (points, full)
    credits, vetoes = {}, {}
    for kind, found in (("credit", credits), ("veto", vetoes)):
        for entry in entries:
            if kind in entry:
                by_unit.setdefault(entry[kind]["unitId"], {})
                found.setdefault(entry[kind]["unitId"], []).append(entry[kind])
    units = {
        unit_id: Unit(unit_id, own, tree, settings, credits.get(unit_id, ()), vetoes.get(unit_id, ()))
        for unit_id, own in by_unit.items()
    }
    ranks, proposals, stops = [], [], []
    for group in groups:
        members = [units[unit_id] for unit_id in dict.fromkeys(group["unitIds"])]
        own = ranks_in(group["key"], members, settings)
        ranks += own
        if "grades" in settings:
            graded = grades_in(group["key"], members, own, settings)
            proposals += graded[0]
            stops += graded[1]
    found = {"units": [units[unit_id].score for unit_id in sorted(units)], "ranks": ranks}
    return {**found, "grades": {"proposals": proposals, "stops": stops}} if "grades" in settings else found


def lines_of(content, outcomes):
    """Points of the year plan's lines that an indicator plan quotes; a unit without an item below a line has none on it."""
    quoting = [node for node in content["indicators"] if "line" in node]
    if not quoting:
        return []
    parents = {node["key"]: node.get("parentKey") for node in content["indicators"]}
    carried = set()
    for leaf, unit_id, _, _ in outcomes:
        key = leaf
        while key is not None:
            carried.add((key, unit_id))
            key = parents[key]
    units = score_plan(content, outcomes)["units"]
    lines = []
    for node in quoting:
        rows = [
            (unit["unitId"], score)
            for unit in units
            for score in unit["nodes"]
            if score["nodeKey"] == node["key"] and (node["key"], unit["unitId"]) in carried
        ]
        lines.append(
            {
                "key": node["line"]["key"],
                "unitIds": [unit_id for unit_id, _ in rows],
                "points": [score.get("points", "0") for _, score in rows],
                "fullMarks": [score.get("fullMark", "0") for _, score in rows],
            }
        )
    return lines


def main():
    """One JSON line in, `{content, outcomes, entries}`; one out, what a locked version would store under `totals`."""
    for line in sys.stdin:
        given = json.loads(line)
        made = score_plan(given["content"], [tuple(one) for one in given["outcomes"]], given["entries"])
        print(json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")), flush=True)


if __name__ == "__main__":
    main()
