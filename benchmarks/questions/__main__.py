"""Writes the question and dialogue files of one half: `python -m benchmarks.questions --split dev --out DIR`."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.questions.dialogues import conversations
from benchmarks.questions.generate import Maker
from benchmarks.questions.items import Dialogue, Item
from benchmarks.questions.split import SPLITS


def write(path: Path, lines: Iterable[Item | Dialogue]) -> None:
    """One JSON object a line. Lone surrogates and controls of the hostile items are escaped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(x.as_json(), ensure_ascii=True) + "\n" for x in lines), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=SPLITS, required=True)
    parser.add_argument(
        "--out", type=Path, required=True, help="questions go to FILE, dialogues to FILE.dialogues.jsonl beside it"
    )
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    items, talks = Maker(args.split, args.seed).all(), conversations(args.split, args.seed)
    write(args.out, items)
    write(args.out.with_suffix(".dialogues.jsonl"), talks)
    print(f"{len(items)} questions: {dict(Counter(i.kind for i in items))}")
    print(f"{dict(Counter(i.noise for i in items))}")
    print(f"{len(talks)} conversations of {sum(len(t.turns) for t in talks)} turns")


if __name__ == "__main__":
    main()
