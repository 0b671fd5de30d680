"""What plain retrieval reaches on the same questions: `python -m benchmarks.baselines`.

The best record (or the best three together) of bm25s and of rapidfuzz, shown whole, is judged as if it were the answer.
Plain retrieval cannot refuse, so what the plan does not say is left out here, and so are conversations.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

import bm25s  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from benchmarks.answers import Asked, Judged, judge, of_split, table
from benchmarks.questions.noise import fold
from benchmarks.questions.split import SPLITS
from benchmarks.speed import load
from knowledge.model import Plan

Search = Callable[[str], list[int]]
MOST = 3


def records_of(plan: Plan) -> list[str]:
    """Every record in full, as it would be shown."""
    tasks = [
        f"{t.code} {t.title} Chủ trì: {t.lead_printed} Phối hợp: {t.cooperating_printed} Sản phẩm: {t.product} "
        f"Thời hạn: {t.deadline}"
        for t in plan.tasks
    ]
    targets = [f"Đến năm {t.horizon}: {t.statement}" for t in plan.targets]
    return [*tasks, *targets, *(f"{p.title} {p.text}" for p in plan.passages), *(b.text for b in plan.legal_bases)]


def searches(records: Sequence[str]) -> dict[str, Search]:
    """Best first, by each library, over folded words."""
    folded = [fold(r) for r in records]
    index = bm25s.BM25()
    index.index([text.split() for text in folded], show_progress=False)

    def by_bm25(question: str) -> list[int]:
        found, _ = index.retrieve([fold(question).split()], k=MOST, show_progress=False)
        return [int(i) for i in found[0]]

    def by_rapidfuzz(question: str) -> list[int]:
        return [i for _, _, i in process.extract(fold(question), folded, scorer=fuzz.token_set_ratio, limit=MOST)]

    return {"bm25s": by_bm25, "rapidfuzz": by_rapidfuzz}


def answered(question: Asked, records: Sequence[str], found: Sequence[int]) -> Judged:
    """The records found, shown as an answer."""
    out = {"kind": "answer", "text": "\n".join(records[i] for i in found)}
    return Judged(question, out, judge(question, out))


def main() -> None:
    """Command line."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    records = records_of(load())
    columns: dict[str, list[Judged]] = {}
    questions = [a for s in SPLITS for a in of_split(s) if not a.session and a.kind not in ("out_of_scope", "hostile")]
    for name, search in searches(records).items():
        found = [search(a.q) for a in questions]
        for most in (1, MOST):
            columns[f"{name}, best {most}"] = [
                answered(a, records, f[:most]) for a, f in zip(questions, found, strict=True)
            ]
    print(table("kind", columns, "kind"))
    print()
    print(table("noise", columns, "noise"))


if __name__ == "__main__":
    main()
