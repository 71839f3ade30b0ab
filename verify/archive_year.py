"""What an archive package holds of the year, against its log, and computed again: the second half of `archive.py`."""
import json
from fractions import Fraction

import draw
import rules
import verify as base
import year
from archive import NOUNS, PATHS, Package, Stage, canonical, check_acts, check_leaves, digest_of, salt_bytes
from verify import Fault

THROUGH = ("signed", "toVerify", "verified", "aggregated")
MISSING = {"kind": "missing"}


class Things:
    def __init__(self):
        self.by_noun, self.count = {}, 0

    def of(self, noun):
        return self.by_noun.get(noun, {})


def check_objects(package, newest):
    with Stage("objects") as path:
        things, seen = Things(), set()
        for line in package.lines(path, "noun", "id", "salt", "text"):
            noun, key = line["noun"], (line["noun"], line["id"])
            form = base.strict_json(line["text"])
            last = newest.get(key)
            holds = last is not None and key not in seen and isinstance(form, dict)
            if not holds or digest_of(line["text"], salt_bytes(line["salt"])) != last:
                raise Fault("archive.object", noun=noun, id=line["id"])
            seen.add(key)
            things.by_noun.setdefault(noun, {})[line["id"]] = form
            things.count += 1
        for line in package.lines(PATHS["others"], "noun", "id"):
            seen.add((line["noun"], line["id"]))
        for noun, id_ in newest:
            if noun in NOUNS and (noun, id_) not in seen:
                raise Fault("archive.objectMissing", noun=noun, id=id_)
        return things


def check_plans(package, things):
    with Stage("plans") as path:
        issued, plans = list(things.of("planVersion").values()), {}
        for line in package.lines(path, "id", "number", "digest", "content"):
            wanted = {"planId": line["id"], "number": line["number"], "digest": line["digest"]}
            known = any(all(one[name] == value for name, value in wanted.items()) for one in issued)
            if not known or digest_of(line["content"]) != line["digest"]:
                raise Fault("archive.plan", id=line["id"], number=str(line["number"]))
            plans[line["digest"]] = {"id": line["id"], "content": json.loads(line["content"])}
        for one in issued:
            if one["digest"] not in plans:
                raise Fault("archive.plan", id=one["planId"], number=str(one["number"]))
        return plans


def is_means(means, package):
    """On screen, on a proof of a kind that is known or, in older ones, none; or a scan that is here and that two people stand behind."""
    if means["kind"] == "screen":
        return "proof" not in means or means["proof"] in ("password", "secondFactor")
    there = means["kind"] == "paper" and "files/" + means["scanDigest"] in package.by_path
    return there and means["confirmedBy"]["personId"] != means["registeredBy"]["personId"]


def check_sheets(package, things):
    with Stage("sheets") as path:
        signed = {}
        for line in package.lines(path, "id", "digest", "form", "rows"):
            form, rows = json.loads(line["form"]), line["rows"]
            items = form["items"]
            whole = digest_of(line["form"]) == line["digest"] and form["sheetId"] == line["id"] and len(rows) == len(items)
            if not whole or any(digest_of(row) != item["digest"] for row, item in zip(rows, items)):
                raise Fault("archive.sheet", id=line["id"])
            own = [json.loads(row) for row in rows]
            signed[line["digest"]] = {"form": form, "rows": {row["unitId"]: row for row in own}}
            for digest in [digest for row in own for digest in row["evidence"]]:
                if "files/" + digest not in package.by_path:
                    raise Fault("archive.evidence", sha256=digest)
        for id_, sheet in things.of("sheet").items():
            standing = [one for one in sheet["signatures"] if one["state"] == "standing"]
            people = {one["signer"]["personId"] for one in standing}
            digest = sheet.get("signedDigest")
            fits = (
                len(people) == len(standing)
                and all(one["digest"] == digest and is_means(one["means"], package) for one in standing)
                and (digest is None or (digest in signed and signed[digest]["form"]["sheetId"] == id_))
                and (sheet["state"] not in THROUGH or len(standing) >= 2)
            )
            if not fits:
                raise Fault("archive.signature", id=id_)
        return signed


def read_runs(package, things, plans):
    with Stage("runs") as path:
        forms, runs = list(things.of("run").values()), {}
        for line in package.lines(path, "digest", "facts", "lines", "totals"):
            facts_digest, digest = digest_of(line["facts"]), line["digest"]
            form = next((one for one in forms if one["digest"] == digest), None)
            facts = json.loads(line["facts"])
            plan = plans.get(facts["plan"]["digest"])
            name = form and canonical(
                {
                    "v": 1,
                    "noun": "run",
                    "planDigest": facts["plan"]["digest"],
                    "factsDigest": facts_digest,
                    "engineVersion": form["engineVersion"],
                }
            )
            if not form or not plan or form["factsDigest"] != facts_digest or digest_of(name) != digest:
                raise Fault("archive.run", run=digest)
            runs[digest] = {"digest": digest, "facts": facts, "lines": line["lines"], "totals": line["totals"], "plan": plan}
        for result in things.of("result").values():
            if result["runDigest"] not in runs:
                raise Fault("archive.run", run=result["runDigest"])
        return runs


# --- Scores -------------------------------------------------------------------------------------------------------------


def quantity(value):
    return MISSING if value == "" else {"kind": "quantity", "value": value}


class Leaf:
    """One leaf of one plan version, and the figures that a locked version cites."""

    def __init__(self, plan, leaf_key, figures):
        self.plan_id, self.content, self.key, self.figures = plan["id"], plan["content"], leaf_key, figures
        self.node = next(node for node in self.content["indicators"] if node["key"] == leaf_key)
        self.tasks = {task["unitId"]: task for task in self.content["tasks"] if task["leafKey"] == leaf_key and task["unitId"] != ""}

    def group_of(self, unit):
        groups = [group["unitIds"] for group in self.content["unitGroups"]]
        grouped = {one for ids in groups for one in ids}
        own = next((ids for ids in groups if unit in ids), None)
        units = [task["unitId"] for task in self.content["tasks"] if task["unitId"] not in grouped] if own is None else own
        return [one for one in dict.fromkeys(units) if one in self.tasks]

    def bound(self, unit, given):
        rows = self.node["scoring"]["bindings"]
        found = next((row for row in rows if row["input"] == given["name"]), None)
        if found is None and given["role"] == "target":
            found = {"from": "target"}
        if found is None:
            return MISSING
        if found["from"] == "constant":
            return quantity(found["value"])
        if found["from"] == "target":
            target = self.tasks.get(unit, {}).get("target") or {}
            return quantity(target["value"]) if target.get("kind") == "set" else MISSING
        element = found["elementKey"]
        figure = self.figures.get((self.plan_id, element, unit))
        if figure is None:
            return MISSING
        if figure["kind"] != "checklist":
            return figure
        elements = self.content["dataElements"]
        entries = next((one for one in elements if one["key"] == element), {}).get("entries", [])
        names = {entry["key"]: entry["name"] for entry in entries}
        keys = {entry["name"]: entry["key"] for entry in given.get("entries", [])}
        return {"kind": "checklist", "ticked": [keys.get(names.get(key, ""), key) for key in figure["ticked"]]}

    def value(self, unit, given, inputs):
        if given["kind"] != "group":
            return self.bound(unit, given)
        names = [given["rate"]["actual"], given["rate"]["target"]] if "rate" in given else [given.get("of", "")]
        values, by_answer, owing = [], [], []
        for mate in self.group_of(unit):
            own = [next((one for one in inputs if one["name"] == name and one["kind"] != "group"), None) for name in names]
            facts = [self.bound(mate, one) if one else MISSING for one in own]
            if any(fact["kind"] == "notConcerned" for fact in facts):
                continue
            numbers = [{"quantity": f.get("value"), "count": f.get("n"), "judgement": f.get("points")}.get(f["kind"]) for f in facts]
            if any(number is None for number in numbers):
                owing.append(mate)
            elif len(numbers) == 1:
                values.append(numbers[0])
            elif Fraction(numbers[1]) <= 0:
                by_answer.append(numbers)
            else:
                values.append(rules.text(Fraction(numbers[0]) / Fraction(numbers[1]) * 100))
        return {"kind": "group", "values": values, "owing": owing, "byAnswer": by_answer}

    def score(self, facts):
        """(points, full marks), rounded where the plan rounds items; None where there is no score."""
        stored = self.node["scoring"].get("rule")
        bases = self.content["bases"]
        awaited = any(one["key"] == self.node.get("awaits") and one["file"]["kind"] == "missing" for one in bases)
        if not stored or awaited or any(fact["kind"] == "group" and fact["owing"] for fact in facts.values()):
            return None
        found = rules.score(stored, {"fullMark": self.node["fullMark"], "inputs": facts})
        if found["status"] != "scored":
            return None
        rounding = self.content["settings"]["rounding"]["value"]
        points = Fraction(found["points"])
        return rules.text(year.round_to(points, rounding) if rounding["stage"] == "item" else points), found["fullMark"]


def figures_of(run, things):
    cited = {}
    for leaf in run["facts"]["leaves"]:
        for cite in leaf["cites"]:
            for one in cite.get("data", []):
                cited[one["datumId"]] = one
    figures = {}
    for id_, datum in things.of("datum").items():
        cite = cited.get(id_)
        number = cite["version"] if cite else datum.get("final") if datum["state"] == "closed" else None
        version = next((one for one in datum["versions"] if one["number"] == number), None)
        if cite:
            head = {"v": 1, "noun": "datumVersion", "datumId": id_}
            form = version and {**head, **{name: datum[name] for name in ("elementKey", "unitId", "period")}, **version}
            if not form or digest_of(canonical(form)) != cite["digest"]:
                raise Fault("archive.datum", id=id_)
        if version:
            figures[(datum["planId"], datum["elementKey"], datum["unitId"])] = version["value"]
    for id_ in cited:
        if id_ not in things.of("datum"):
            raise Fault("archive.datum", id=id_)
    return figures


def name_of(facts, unit):
    return next((one["name"] for one in facts["units"] if one["id"] == unit), unit)


def same_data(a, b):
    trim = lambda rows: [(one["datumId"], one["version"], one["digest"]) for one in rows]
    return trim(a) == trim(b)


def check_scores(package, plans, sheets, runs, things):
    with Stage("scores") as path:
        found = package.lines(path, "run", "leafKey", "unitId", "sheet", "inputs")
        lines = {(one["run"], one["leafKey"], one["unitId"]): one for one in found}
        scores = unchecked = 0
        for run in runs.values():
            facts = run["facts"]
            if facts["purpose"] == "totals":
                continue
            figures = figures_of(run, things)
            for leaf in facts["leaves"]:
                for at, unit in enumerate(leaf["unitIds"]):
                    wrong = Fault("archive.score", leaf=leaf["name"], unit=name_of(facts, unit))
                    line = lines.get((run["digest"], leaf["key"], unit))
                    sheet = line and sheets.get(line["sheet"])
                    row = sheet and sheet["rows"].get(unit)
                    plan = sheet and plans.get(sheet["form"]["plan"]["digest"])
                    cite = leaf["cites"][at]
                    if not row or not plan or cite["digest"] != line["sheet"] or not same_data(cite["data"], row["data"]):
                        raise wrong
                    adjusted = (leaf.get("adjustments") or [None] * (at + 1))[at]
                    points, full = adjusted["computed"] if adjusted else leaf["points"][at], leaf["fullMarks"][at]
                    outcome = row["outcome"]
                    if not isinstance(outcome, dict) or (outcome["points"], outcome["fullMark"]) != (points, full):
                        raise wrong
                    scores += 1
                    item = Leaf(plan, leaf["key"], figures)
                    given = {one["name"]: item.value(unit, one, line["inputs"]) for one in line["inputs"]}
                    rounds = plan["content"]["settings"].get("thresholdsOn", {}).get("value") == "rounded"
                    if rounds or any(fact.get("byAnswer") for fact in given.values()):
                        unchecked += 1
                    elif item.score(given) != (points, full):
                        raise wrong
        return scores, unchecked


def check_totals(package, runs, things):
    with Stage("runs"):
        count = 0
        for run in runs.values():
            facts, content = run["facts"], run["plan"]["content"]
            outcomes = [
                (leaf["key"], unit, leaf["points"][at], leaf["fullMarks"][at])
                for leaf in facts["leaves"]
                for at, unit in enumerate(leaf["unitIds"])
            ]
            if facts["purpose"] != "totals":
                if canonical(year.lines_of(content, outcomes)) != canonical(run["lines"]):
                    raise Fault("archive.line", run=run["digest"])
                continue
            # What is published holds no reports and no entries to compare with.
            closed = package.manifest["kind"] == "public"
            for leaf in [] if closed else facts["leaves"]:
                for at, unit in enumerate(leaf["unitIds"]):
                    cite = leaf["cites"][at]
                    versions = things.of("leadReport")[cite["id"]]["versions"]
                    version = next(one for one in versions if one["number"] == cite["version"])
                    if not is_reported(version, leaf["key"], unit, leaf["points"][at], runs):
                        raise Fault("archive.report", leaf=leaf["name"], unit=name_of(facts, unit))
            counted = facts.get("credits", [])
            for entry in [] if closed else counted:
                if not is_decided(entry, things.of("credit").get(entry["entryId"])):
                    raise Fault("archive.credit", matter=entry["matter"], unit=name_of(facts, entry["unitId"]))
            made = year.score_plan(content, outcomes, counted)
            if canonical(made) != canonical(run["totals"]):
                raise Fault("archive.total", run=run["digest"])
            count += len(made["units"])
        return count


def is_decided(entry, thing):
    """Whether what the locked version counts is what was reviewed and put before the deciding body."""
    if thing is None or thing["unitId"] != entry["unitId"]:
        return False
    if "veto" in entry:
        return thing["claim"].get("gateKey") == entry["veto"]["gateKey"]
    credit = entry["credit"]
    same = thing["kind"] == credit["effect"] and thing["claim"].get("classKey") == credit.get("classKey")
    return same and thing["standing"].get("review", {}).get("points") == credit["points"]


def is_reported(version, leaf_key, unit, points, runs):
    scores = version["scores"]
    score = next((one for one in scores if one["leafKey"] == leaf_key and one["unitId"] == unit), {})
    if score.get("points") != points:
        return False
    run = runs.get(version["via"]["runDigest"]) if version["via"]["kind"] == "platform" else None
    if run is None:
        return True
    line = next((one for one in run["lines"] if one["key"] == leaf_key), None)
    return line is not None and unit in line["unitIds"] and line["points"][line["unitIds"].index(unit)] == points


def is_witnessed(said, drawn):
    """The witness who is named signed this draw and no other, on the proof of identity that the log knows."""
    known = drawn.get("attestation")
    if known is None or said is None:
        return known is said
    made = {name: value for name, value in drawn.items() if name not in ("attestation", "cancellation")}
    return (
        known["by"]["personId"] == drawn["witness"]["personId"]
        and known["digest"] == digest_of(canonical({"v": 1, "noun": "draw", **made}))
        and all(known.get(name, 0) == said.get(name, 0) for name in ("at", "digest", "proof"))
    )


def check_draws(package, things):
    with Stage("draws") as path:
        records = package.lines(path, "id", "verification", "record")
        by_id, count = {line["id"]: line for line in records}, 0
        codes = lambda picked: [(one["stratum"], one["code"]) for one in picked]
        for id_, verification in things.of("verification").items():
            for drawn in verification["draws"]:
                line = by_id.get(drawn["id"])
                record = line and json.loads(line["record"])
                fits = (
                    line is not None
                    and line["verification"] == id_
                    and draw.check(line["record"])["ok"]
                    and record["populationDigest"] == verification["scope"].get("populationDigest") == drawn["populationDigest"]
                    and (record["seed"], record["size"]) == (drawn["seed"], drawn["size"])
                    and {c["digest"] for c in record.get("commitments", [])} <= {c["digest"] for c in verification.get("commitments", [])}
                    and codes(record["picked"]) == codes(drawn["picked"])
                    and is_witnessed(record.get("attested"), drawn)
                )
                if not fits:
                    raise Fault("archive.draw", id=drawn["id"])
                count += 1
        if count != len(records):
            raise Fault("archive.form", path=path)
        return count


def check_papers(package, things):
    """Issued papers are those that were sent, byte for byte, and each that was sent is there."""
    with Stage("objects"):
        held = {one["sha256"]: one["path"] for one in package.manifest["files"] if one["path"].startswith("papers/")}
        sent = [
            one
            for form in things.of("submission").values()
            if form["state"] in ("sent", "received")
            for one in form["manifest"]["files"]
            if one["name"].endswith(".docx")
        ]
        # Worded and issued here: the paper itself says which bytes went out, withdrawn later or not.
        for form in things.of("officialPaper").values():
            issue = form.get("issue")
            if issue:
                sent.append({"name": issue["documentNumber"] + ".docx", "sha256": issue["files"]["docx"]["sha256"]})
        known = {one["sha256"] for one in sent}
        for digest, path in held.items():
            if digest not in known:
                raise Fault("archive.paper", path=path)
        for one in sent:
            if one["sha256"] not in held:
                raise Fault("archive.paper", path=one["name"])
        # Made from the office's own templates: they lie among the stored files, and the templates beside them.
        templates = [one for form in things.of("officeTemplate").values() for one in form["versions"]]
        for one in [*things.of("templatePaper").values(), *templates]:
            if "files/" + one["sha256"] not in package.by_path:
                raise Fault("archive.paper", path="files/" + one["sha256"])


def verdict(file, own_keys, seal=None):
    """Of an open file, as `verify.py` prints it."""
    try:
        package = Package(file)
        head, newest, watch = check_leaves(package, own_keys, seal)
        acts, events = check_acts(package)
        things = check_objects(package, newest)
        check_papers(package, things)
        plans = check_plans(package, things)
        sheets = check_sheets(package, things)
        runs = read_runs(package, things, plans)
        scores, unchecked = check_scores(package, plans, sheets, runs, things)
        totals = check_totals(package, runs, things)
        draws = check_draws(package, things)
    except Fault as fault:
        return fault.verdict
    manifest = package.manifest
    return {
        "ok": True,
        "trusted": bool(own_keys),
        "kind": manifest["kind"],
        "title": manifest["title"],
        "year": base.whole(manifest["year"]),
        "open": manifest["open"],
        "origin": head[0],
        "size": head[1],
        "root": head[2].hex(),
        "counts": {
            "files": len(manifest["files"]),
            "acts": acts,
            "objects": things.count,
            "sheets": len(sheets),
            "scores": scores,
            "unchecked": unchecked,
            "totals": totals,
            "draws": draws,
        },
        "noticed": watch.noticed(events),
    }
