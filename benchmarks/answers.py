"""How the answer engine does on the question sets: `python -m benchmarks.answers [--split dev] [FILE.jsonl …]`.

Every question goes through `dondoc ask --jsonl`, so that what is judged is what a person reads. An item ends as
passed · refused (said not to be in the plan though it is) · asked (asked back though the question was clear) ·
wrong (answered, wrongly: the worst kind). Of the held-out half only counts are ever printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.questions.dialogues import conversations
from benchmarks.questions.generate import Maker
from benchmarks.questions.items import Groups
from benchmarks.questions.split import SPLITS, Split

Outcome = Literal["passed", "refused", "asked", "wrong"]
REFUSAL = "không tìm thấy"
"""Stands in every group of words by which a refusal is known."""
OUTCOMES: tuple[Outcome, ...] = ("passed", "refused", "asked", "wrong")
TASK_CODE = re.compile(r"[IVX]+\.\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to put: its labels for the tables, and what a right answer has."""

    id: str
    q: str
    kind: str
    noise: str
    must: Groups
    must_not: Sequence[str] = ()
    max_items: int = 0
    session: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, the answer's fields, and how it ended."""

    asked: Asked
    out: dict[str, Any]
    outcome: Outcome


def normal(text: object) -> str:
    """NFC, lower case, white space folded: how an answer is compared."""
    return " ".join(unicodedata.normalize("NFC", str(text)).lower().split())


def shown(out: dict[str, Any]) -> str:
    """All that a person would read: the text and the choices offered."""
    choices = out.get("choices") or []
    labels = [str(c.get("label", c) if isinstance(c, dict) else c) for c in choices]
    return normal("\n".join([str(out.get("text", "")), *labels]))


def judge(asked: Asked, out: dict[str, Any]) -> Outcome:
    """How a question ended. A refusal passes only where one is looked for: what stands beside it is no answer."""
    text = shown(out)
    if out.get("kind") == "none" and asked.must and not any(REFUSAL in map(normal, group) for group in asked.must):
        return "refused"
    rows = {r for r in out.get("records") or [] if TASK_CODE.fullmatch(str(r))}
    right = all(any(normal(x) in text for x in group) for group in asked.must)
    right = right and not any(normal(x) in text for x in asked.must_not if normal(x))
    if right and not (asked.max_items and len(rows) > asked.max_items):
        return "passed"
    return {"none": "refused", "clarify": "asked"}.get(str(out.get("kind")), "wrong")  # type: ignore[return-value]


def of_split(split: Split) -> list[Asked]:
    """The generated questions of one half, then its conversations."""
    questions = [Asked(i.id, i.q, i.kind, i.noise, i.must, i.must_not, i.max_items) for i in Maker(split).all()]
    return [*questions, *turns_of(d.as_json() for d in conversations(split))]


def turns_of(dialogues: Iterable[dict[str, Any]]) -> list[Asked]:
    """The turns of conversations, each in its conversation's session."""
    return [
        Asked(f"{d['id']}.{at}", t["q"], f"turn: {t.get('mode', 'carry')}", f"turn: {d.get('noise', 'clean')}",
              t["must"], t.get("must_not", []), t.get("max_items", 0), d["id"])
        for d in dialogues
        for at, t in enumerate(d["turns"], 1)
    ]  # fmt: skip


def of_file(path: Path) -> list[Asked]:
    """The questions or conversations of a file in the scorer's form."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    questions = [
        Asked(
            o["id"], o["q"], o["kind"], o.get("noise", "clean"), o["must"], o.get("must_not", []), o.get("max_items", 0)
        )
        for o in lines
        if "q" in o
    ]
    return [*questions, *turns_of(o for o in lines if "turns" in o)]


def ask(questions: Sequence[Asked], plan: Path | None = None) -> list[Judged]:
    """Puts every question to one `dondoc ask --jsonl`, the conversations in sessions of their own.

    Raises RuntimeError when it stops early or answers with anything but one JSON object a line.
    """
    requests = [{"q": a.q, "session": a.session} if a.session else {"q": a.q} for a in questions]
    environment = os.environ | ({"DONDOC_PLAN": str(plan)} if plan else {})
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        input="".join(json.dumps(r) + "\n" for r in requests),
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[1],
        check=False,
    )
    outs = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(outs) != len(requests):
        raise RuntimeError(f"{len(outs)} answers for {len(requests)} questions; {done.stderr[-2000:]}")
    return [Judged(a, out, judge(a, out)) for a, out in zip(questions, outs, strict=True)]


def table(title: str, columns: Mapping[str, Sequence[Judged]], label: Literal["kind", "noise"]) -> str:
    """A Markdown table: a row for each kind (or noise), the outcomes of each column."""
    heads = " | ".join(f"{c}: n | passed | refused | asked | wrong" for c in columns)
    lines = [f"| {title} | {heads} |", "|---" + "|---:" * (5 * len(columns)) + "|"]
    names = list(dict.fromkeys(getattr(j.asked, label) for part in columns.values() for j in part))
    for name in [*names, "all"]:
        cells = [
            _cells([j for j in part if name == "all" or getattr(j.asked, label) == name]) for part in columns.values()
        ]
        lines.append(f"| {'**all**' if name == 'all' else name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cells(judged: Sequence[Judged]) -> str:
    count = Counter(j.outcome for j in judged)
    share = f"{100 * count['passed'] / len(judged):.1f} %" if judged else "–"
    return f"{len(judged)} | {share} | {count['refused']} | {count['asked']} | {count['wrong']}"


def report(columns: Mapping[str, Sequence[Judged]]) -> str:
    """The tables by kind and by noise: questions first, then the turns of conversations."""
    questions = {c: [j for j in part if not j.asked.session] for c, part in columns.items()}
    turns = {c: [j for j in part if j.asked.session] for c, part in columns.items()}
    parts: list[str] = []
    if any(questions.values()):
        parts += [table("kind", questions, "kind"), table("noise", questions, "noise")]
    if any(turns.values()):
        parts += [table("conversation", turns, "kind"), table("noise", turns, "noise")]
    return "\n\n".join(parts)


def failures(judged: Sequence[Judged], limit: int, only: Sequence[str]) -> str:
    """Failed items with what was answered; `only` keeps those of these kinds, noises or outcomes."""
    failed = [j for j in judged if j.outcome != "passed"]
    if only:
        failed = [j for j in failed if {j.asked.kind, j.asked.noise, j.outcome} >= set(only)]
    lines = []
    for j in failed[:limit]:
        text = " ⏎ ".join(str(j.out.get("text", "")).splitlines())[:220]
        lines += [f"- {j.outcome} · {j.asked.kind} · {j.asked.noise} · {j.asked.q!r}"]
        lines += [f"    must {[g[:3] for g in j.asked.must]}", f"    got  {j.out.get('records')} {text!r}"]
    return "\n".join([f"{len(failed)} failed", *lines])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "files", nargs="*", type=Path, help="question or dialogue files instead of the generated halves"
    )
    parser.add_argument("--split", choices=SPLITS, help="one half only")
    parser.add_argument("--plan", type=Path, help="a plan file other than the default")
    parser.add_argument("--failures", type=int, default=0, help="show so many failures of dev and of files")
    parser.add_argument("--only", nargs="*", default=[], help="failures of these kinds, noises or outcomes")
    args = parser.parse_args()
    if args.files:
        columns = {path.stem: ask(of_file(path), args.plan) for path in args.files}
    else:
        columns = {s: ask(of_split(s), args.plan) for s in ([args.split] if args.split else SPLITS)}
    print(report(columns))
    for name, judged in columns.items():
        if args.failures and name != "heldout":
            print(f"\n{name}: {failures(judged, args.failures, args.only)}")


if __name__ == "__main__":
    main()
