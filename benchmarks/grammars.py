"""The two grammars beside questions: what progress messages and printed deadlines mean, on sets written by hand.

`python -m benchmarks.grammars [progress|deadlines] [--failures N] [--set third]` prints what is understood, by kind.
Each line of `questions/gialai/progress.jsonl` and `questions/deadlines.jsonl` holds the words and what an office takes
them for; `set` says in which of three rounds they were written, each before the program had seen them.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.plan_file import load_plan
from bot.settings import Settings
from knowledge.deadlines import Rule
from knowledge.deadlines import read as read_deadline
from knowledge.model import Plan
from knowledge.progress.reading import read as read_progress
from knowledge.progress.update import Reading, Update, implied_status

QUESTIONS = Path(__file__).parent / "questions"
PROGRESS, DEADLINES = QUESTIONS / "gialai" / "progress.jsonl", QUESTIONS / "deadlines.jsonl"
_DATED = {"year", "quarter", "month", "half_year", "year_range", "open_ended_from_year"}


def items(path: Path) -> Iterator[dict[str, Any]]:
    """The items of a set, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _folded(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").lower().split())


# ---- progress: what was understood must equal what is expected ------------------------------------------------------


def progress_fits(item: Mapping[str, Any], reading: Reading) -> bool:
    """Whether a reading is what the item expects, or one of what it allows: `ok` (further percents, statuses, errors),
    `also` (further readings)."""
    allowed = item.get("ok", {})
    if reading.error:
        return reading.error in [item["expect"].get("error"), *allowed.get("error", [])]
    for wanted in (item["expect"], *item.get("also", [])):
        several = wanted.get("tasks", [wanted] if "task" in wanted else [])
        extra = allowed if "task" in wanted and wanted is item["expect"] else {}
        if len(several) == len(reading.updates) and all(
            _update_fits(one, extra, update) for one, update in zip(several, reading.updates, strict=True)
        ):
            return True
    return False


def _update_fits(wanted: Mapping[str, Any], allowed: Mapping[str, Any], update: Update) -> bool:
    percents = [wanted["percent"], *allowed.get("percent", [])]
    statuses = [wanted["status"], *allowed.get("status", [])]
    if wanted["status"] is None and wanted["percent"] is not None:
        statuses.append(implied_status(Update(update.task, wanted["percent"], None, None)))
    return (
        update.task == wanted["task"]
        and update.percent in percents
        and implied_status(update) in statuses
        and (wanted["note"] is None or _folded(wanted["note"]) in _folded(update.note))
    )


# ---- deadlines: the kind or a fair other one, the days named, the rhythm --------------------------------------------


def deadline_fits(item: Mapping[str, Any], rule: Rule) -> bool:
    """Whether a rule is what the item expects: `alt_kinds` and `accept_end` are as good, and with `milestones` or
    `end_with_issue_date` an end may stand where none is expected."""
    others = item.get("alt_kinds", [])
    start, end = (day.isoformat() if day else None for day in (rule.start, rule.end))
    if rule.kind not in [item["kind"], *others]:
        return False
    if item["end"] and end not in [item["end"], *item.get("accept_end", [])]:
        return False
    if end and not (item["end"] or item.get("milestones") or item.get("end_with_issue_date")):
        return False
    if item["recurs"] and rule.recurs != item["recurs"]:
        return False
    if item["due_month_day"] and rule.due_month_day != item["due_month_day"]:
        return False
    return not (item["kind"] in _DATED and item["start"]) or start == item["start"] or rule.kind in others


# ---- tables ----------------------------------------------------------------------------------------------------------


def judged(which: str, plan: Plan) -> Iterator[tuple[dict[str, Any], str, bool, Reading | Rule]]:
    """(item, kind, fits, understood) for every item of a grammar."""
    if which == "progress":
        for item in items(PROGRESS):
            reading = read_progress(item["text"], plan, commanded=False)
            yield item, item["cls"], progress_fits(item, reading), reading
    else:
        for item in items(DEADLINES):
            rule = read_deadline(item["text"], item["context_year"])
            yield item, item["kind"], deadline_fits(item, rule), rule


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table a grammar, and the failures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="?", choices=("progress", "deadlines"))
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("--set")
    asked = parser.parse_args(arguments)
    plan = load_plan(Settings().plan)
    for which in [asked.which] if asked.which else ["progress", "deadlines"]:
        good, of = Counter[str](), Counter[str]()
        failures = asked.failures
        for item, kind, fits, understood in judged(which, plan):
            if asked.set and item["set"] != asked.set:
                continue
            for group in (f"set {item['set']}", kind, "all"):
                good[group] += fits
                of[group] += 1
            if not fits and failures > 0:
                failures -= 1
                print(f"- {item['id']} {kind}: {item['text'][:100]!r}\n    {understood}")
        print(f"{which}:")
        for group in sorted(of):
            print(f"  {group:24} {good[group]:4}/{of[group]:<4} {100 * good[group] / of[group]:6.1f} %")


if __name__ == "__main__":
    main()
