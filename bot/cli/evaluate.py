"""`dondoc eval`: scores the answers on a set of questions or conversations, one JSON object a line."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.wording.evaluate import NO_SETS, REFUSAL, TOTAL

if TYPE_CHECKING:
    from bot.asking import Answered, Asker


def register(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command("eval", help="Chấm câu trả lời trên một tệp câu hỏi (JSONL), in bảng theo loại và các câu chưa đạt.")(
        evaluate
    )


def evaluate(
    questions: Annotated[
        Path | None,
        typer.Argument(help="Tệp JSONL câu hỏi hoặc cuộc trò chuyện (“turns”); không có: các bộ sẵn có."),
    ] = None,
    plan: Annotated[Path | None, typer.Option("--plan", help="Tệp kế hoạch; mặc định theo cài đặt.")] = None,
    failures: Annotated[int, typer.Option(help="In ra nhiều nhất bấy nhiêu câu chưa đạt.")] = 15,
) -> None:
    """Prints a table by kind and noise, and the failures. A question passes when every group of `must` has one of its
    alternatives in the answer (offered choices count) and nothing of `must_not` is in it. Without a file: the tables of
    the question sets that come with the sources."""
    if questions is None:
        _own_sets()
        return
    from bot.asking import Asker
    from bot.plan_file import load_plan
    from bot.settings import Settings

    asker = Asker(load_plan(plan or Settings().plan))
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    failed: list[tuple[str, str, Answered]] = []
    wrong = total = 0
    for name, kinds, item, answered in _judged(questions, asker):
        passed = passes(item, answered)
        total += 1
        wrong += not passed and answered.kind == "answer"
        for kind in kinds:
            table[kind][0] += passed
            table[kind][1] += 1
        if not passed:
            failed.append((name, item["q"], answered))
    for name, question, answered in failed[:failures]:
        typer.echo(f"- {name}: {question[:110]}\n    {answered.kind}: {' '.join(answered.text.split())[:160]}")
    for kind in sorted(table):
        good, of = table[kind]
        typer.echo(f"{kind:24} {good:5}/{of:<5} {100 * good / of:6.1f} %")
    good = total - len(failed)
    rate = 100 * good / total if total else 0.0
    typer.echo(TOTAL.format(good=good, total=total, rate=rate, wrong=wrong, silent=len(failed) - wrong))


def _own_sets() -> None:
    """The tables of docs/answers.md, made anew: both generated halves with their conversations, then what was written
    by hand."""
    root = Path(__file__).parents[2]
    if not (root / "benchmarks" / "answers.py").exists():
        typer.echo(NO_SETS, err=True)
        raise typer.Exit(2)
    sys.path.insert(0, str(root))
    answers = import_module("benchmarks.answers")
    typer.echo(answers.report({split: answers.ask(answers.of_split(split)) for split in ("dev", "heldout")}))
    files = import_module("benchmarks.calibration").FILES
    written = {name: answers.of_file(files / f"{name}.jsonl") for name in ("fresh", "natural")}
    written["natural"] += answers.of_file(files / "natural.dialogues.jsonl")
    typer.echo("\n" + answers.report({name: answers.ask(asked) for name, asked in written.items()}))


def _judged(path: Path, asker: Asker) -> Iterator[tuple[str, list[str], dict[str, Any], Answered]]:
    """(name, kinds, item with must and must_not, answer) of each question or turn."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        item = json.loads(line)
        name = str(item.get("id", number))
        if "turns" in item:
            for turn in item["turns"]:
                yield name, [turn.get("mode", "carry")], turn, asker.ask(turn["q"], name)
        else:
            yield name, [item.get("kind", "?"), f"noise {item.get('noise', 'clean')}"], item, asker.ask(item["q"])


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def passes(item: dict[str, Any], answered: Answered) -> bool:
    """Whether an answer has all that it must have and nothing that it must not. A refusal passes only where one is
    looked for: the records that stand beside it are no answer."""
    if answered.kind == "none" and item["must"] and not any(REFUSAL in map(_folded, group) for group in item["must"]):
        return False
    said = _folded("\n".join((answered.text, *answered.choices)))
    has_all = all(any(_folded(words) in said for words in group) for group in item["must"])
    return has_all and not any(_folded(words) in said for words in item.get("must_not", []))
