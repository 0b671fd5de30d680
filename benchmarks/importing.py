"""How exactly plan documents are read: `python -m benchmarks.importing DOCUMENT [ROWS]` for each document.

ROWS are the rows a person has checked, a JSON object a line: code, title, lead, coop, product, deadline. Printed are
the rows found, those exact in all six fields and in each (white space, composition and final punctuation aside), and
every cell that differs. A document without ROWS is compared with a plan file (`.yaml`) of the same name.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.plan_file import read_any
from knowledge.model import Plan, Task

FIELDS = ("code", "title", "lead", "coop", "product", "deadline")


@dataclass(frozen=True, slots=True)
class Score:
    """`rows` wanted, of which `exact` agree in every field and `fields[name]` in one; `misses` say what differs."""

    rows: int
    found: int
    exact: int
    fields: Mapping[str, int]
    misses: tuple[str, ...]


def plain(text: str) -> str:
    """A cell as it is compared: composed, spaced once, without punctuation at its end."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(" .;,:")


_PRINTED = {"title": "title", "lead": "lead_printed", "coop": "cooperating_printed", "product": "product"}


def as_printed(task: Task, field: str) -> str:
    """A field with its corrections taken back."""
    text = str(getattr(task, field))
    for correction in task.corrections:
        if correction.field == field:
            text = text.replace(correction.corrected, correction.printed)
    return text


def rows_of(plan: Plan) -> list[dict[str, str]]:
    """The plan's tasks as rows, with what was printed where that was corrected."""
    return [
        {
            "code": task.printed_code or task.code,
            "own_code": task.code,
            "title": task.title,
            "lead": task.lead_printed,
            "coop": task.cooperating_printed,
            "product": task.product,
            "deadline": task.deadline,
            **{f"{name} as printed": as_printed(task, field) for name, field in _PRINTED.items()},
        }
        for task in plan.tasks
    ]


def score(found: Sequence[Mapping[str, str]], wanted: Sequence[Mapping[str, str]]) -> Score:
    """Compares rows in their order; a wanted row is looked for near its place, by its title."""
    counts = dict.fromkeys(FIELDS, 0)
    exact = 0
    misses: list[str] = []
    left = list(range(len(found)))
    for row in wanted:
        at = next((n for n in left if plain(found[n]["title"]) == plain(row["title"])), None)
        if at is None:
            near = _nearest(found, left, row)
            if near is None:
                misses.append(f"{row['code']}: no row")
                continue
            at = near
        left.remove(at)
        same = {name: _same(found[at], row, name) for name in FIELDS}
        for name in FIELDS:
            counts[name] += same[name]
            if not same[name]:
                misses.append(f"{row['code']} {name}: {plain(row.get(name, ''))!r} read as {plain(found[at][name])!r}")
        exact += all(same.values())
    misses += [f"not wanted: {found[n]['code']} {found[n]['title'][:80]!r}" for n in left]
    return Score(len(wanted), len(found), exact, counts, tuple(misses))


def _same(found: Mapping[str, str], row: Mapping[str, str], name: str) -> bool:
    if name == "code":
        codes = {row["code"], row.get("alt_code", row["code"])}
        return bool(codes & {plain(found["code"]), found["own_code"], _last(found["own_code"])})
    wanted = {plain(row.get(name, "") or ""), plain(row.get(f"{name} as printed", "") or "")}
    return plain(found[name]) in wanted


def _last(code: str) -> str:
    return code.rpartition(".")[2]


def _nearest(found: Sequence[Mapping[str, str]], left: Sequence[int], row: Mapping[str, str]) -> int | None:
    from rapidfuzz import fuzz

    rated = [(fuzz.ratio(plain(found[n]["title"]), plain(row["title"])), -n) for n in left]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] > 60 else None


def main() -> None:
    """Reads the documents and prints the figures."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("document", type=Path)
    reader.add_argument("rows", type=Path, nargs="?")
    reader.add_argument("--misses", action="store_true", help="show every cell that differs")
    given = reader.parse_args()
    plan, problems = read_any(given.document)
    if plan is None:
        print(f"{given.document.name}: not read ({', '.join(p.code for p in problems)})")
        return
    if given.rows is not None:
        wanted = [json.loads(line) for line in given.rows.read_text().splitlines() if line]
    else:
        other, _ = read_any(given.document.with_suffix(".yaml"))
        wanted = rows_of(other) if other else []
    found = score(rows_of(plan), wanted)
    each = ", ".join(f"{name} {found.fields[name]}" for name in FIELDS)
    print(f"{given.document.name}: {found.exact}/{found.rows} rows exact ({found.found} found; {each})")
    if given.misses:
        print("\n".join("  " + miss for miss in found.misses))


if __name__ == "__main__":
    main()
