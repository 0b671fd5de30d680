"""Risk and coverage of the score that decides between answering and holding back: `python -m benchmarks.calibration`.

For every threshold: of the questions, how many would still be answered (coverage) and how many of those wrongly (risk).
An answer that is right counts as right by the same words as in benchmarks.answers; conversations are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.answers import Asked, ask, of_file, of_split
from benchmarks.speed import ROOT, load
from knowledge.answers import Engine

FILES = ROOT / "benchmarks" / "questions" / "gialai"
STEPS = 20


@dataclass(frozen=True, slots=True)
class Scored:
    """An answer that was given: its score, and whether it was right. `refusable`: the plan does not say it."""

    score: float
    right: bool
    refusable: bool


def scored(asked: Sequence[Asked]) -> tuple[list[Scored], int]:
    """The answers given on one set, and how many questions there were."""
    engine = Engine(load())
    questions = [a for a in asked if not a.session and a.kind != "hostile"]
    judged = ask(questions)
    given = [
        Scored(engine.answer(j.asked.q).score, j.outcome == "passed", j.asked.kind == "out_of_scope")
        for j in judged
        if j.out.get("kind") == "answer"
    ]
    return given, len(questions)


def thresholds(given: Sequence[Scored]) -> list[float]:
    """Quantiles of the scores given, from the lowest up."""
    ordered = sorted(s.score for s in given)
    at = [round(i * (len(ordered) - 1) / STEPS) for i in range(STEPS)]
    return sorted({round(ordered[i], 4) for i in at})


def curve(given: Sequence[Scored], asked: int, limits: Sequence[float]) -> list[tuple[float, float, float, int]]:
    """For each threshold: threshold, share of all questions answered, share of the answered that are wrong, wrong."""
    rows = []
    for limit in limits:
        kept = [s for s in given if s.score >= limit]
        wrong = sum(not s.right for s in kept)
        rows.append((limit, len(kept) / asked, wrong / len(kept) if kept else 0.0, wrong))
    return rows


def order(given: Sequence[Scored]) -> float:
    """How often a right answer has a higher score than a wrong one, 0–1; 0.5 is chance. NaN where none is wrong."""
    right, wrong = ([s.score for s in given if s.right is kind] for kind in (True, False))
    pairs = [(one > other) + (one == other) / 2 for one in right for other in wrong]
    return sum(pairs) / len(pairs) if pairs else float("nan")


def main() -> None:
    """Command line."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    sets = {"dev": scored(of_split("dev"))}
    sets |= {name: scored(of_file(FILES / f"{name}.jsonl")) for name in ("fresh", "natural")}
    limits = thresholds(sets["dev"][0])
    print("| threshold | " + " | ".join(f"{s}: answered | {s}: wrong of answered | {s}: wrong" for s in sets) + " |")
    print("|---:" * (1 + 3 * len(sets)) + "|")
    curves = [curve(*of_set, limits) for of_set in sets.values()]
    for rows in zip(*curves, strict=True):
        cells = " | ".join(
            f"{100 * answered:.1f} % | {100 * risk:.2f} % | {wrong}" for _, answered, risk, wrong in rows
        )
        print(f"| {rows[0][0]:.3f} | {cells} |")
    print(
        "A right answer before a wrong one: " + ", ".join(f"{s} {order(given):.3f}" for s, (given, _) in sets.items())
    )


if __name__ == "__main__":
    main()
