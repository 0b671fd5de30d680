"""Speed of the answer engine beside tantivy, bm25s and rapidfuzz on the same records: `python -m benchmarks.speed`.

Machines and days differ, ratios less: the contestants take turns on the same questions, round after round, and the
medians of the rounds are compared, in time of the processor, which other programs on the machine do not lengthen much.
Ours includes understanding the question; theirs only finds the nearest records.
"""

from __future__ import annotations

import argparse
import gc
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import bm25s  # type: ignore[import-untyped]
import tantivy
from rapidfuzz import fuzz, process

from benchmarks.questions.generate import Maker
from benchmarks.questions.items import digest
from benchmarks.questions.noise import fold
from knowledge import patterns
from knowledge.answers import Engine
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan, Task

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "knowledge" / "plans" / "gialai-cchc-2021-2025.yaml"
NEAREST = 3
Contestant = Callable[[str], object]


def load(path: Path = PLAN) -> Plan:
    """The plan of a file; ValueError when it is not valid."""
    plan, problems = read_plan(path.read_bytes())
    if plan is None:
        raise ValueError(str(problems[:3]))
    return plan


def copied(plan: Plan, copies: int) -> Plan:
    """The plan with its tasks copied, every copy with other numbers and a fifth of its words changed."""
    words = sorted({word for task in plan.tasks for word in task.title.split() if len(word) > 2})

    def varied(text: str, copy: int) -> str:
        return " ".join(
            words[digest(copy, at, word) % len(words)] if digest(copy, at) % 5 == 0 else word
            for at, word in enumerate(text.split())
        )

    def of(task: Task, copy: int) -> Task:
        if copy == 0:
            return task
        return task.model_copy(update={"code": f"{task.code}{copy:04d}", "title": varied(task.title, copy)})

    return plan.model_copy(update={"tasks": tuple(of(task, copy) for copy in range(copies) for task in plan.tasks)})


def texts_of(plan: Plan) -> list[str]:
    """One folded text a record: what all contestants search."""
    tasks = [
        f"{t.code} {t.title} {t.lead_printed} {t.cooperating_printed} {t.product} {t.deadline}" for t in plan.tasks
    ]
    rest = [f"{t.metric} {t.statement}" for t in plan.targets] + [f"{p.title} {p.text}" for p in plan.passages]
    return [fold(text) for text in [*tasks, *rest]]


def contestants(plan: Plan) -> dict[str, Contestant]:
    """The four, each ready to answer one question; building time is printed."""
    texts = texts_of(plan)
    before, began, spent = _megabytes(), time.perf_counter(), time.process_time()
    engine = Engine(plan)
    print(
        f"index of {len(texts)} records built in {time.perf_counter() - began:.1f} s "
        f"({time.process_time() - spent:.1f} s of processor), {_megabytes() - before} MB more resident, "
        f"{_megabytes()} MB at the most with the plan itself"
    )
    patterns.use_all()  # this and what follows as the bot does once it has started
    gc.collect()
    gc.freeze()
    index = bm25s.BM25()
    index.index([text.split() for text in texts], show_progress=False)

    def by_bm25(question: str) -> object:
        return index.retrieve([fold(question).split()], k=NEAREST, show_progress=False)

    def by_rapidfuzz(question: str) -> object:
        return process.extract(fold(question), texts, scorer=fuzz.token_set_ratio, limit=NEAREST)

    return {
        "dondoc": lambda question: engine.answer(question),
        "tantivy": _by_tantivy(texts),
        "bm25s": by_bm25,
        "rapidfuzz": by_rapidfuzz,
    }


def _by_tantivy(texts: Sequence[str]) -> Contestant:
    """Any of the question's words, as tantivy's own parser reads them, in an index in memory."""
    schema = tantivy.SchemaBuilder().add_text_field("text", stored=False).build()
    index = tantivy.Index(schema)
    writer = index.writer(num_threads=1)
    for text in texts:
        writer.add_document(tantivy.Document(text=[text]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(question: str) -> object:
        words = re.sub(r"[^\w ]", " ", fold(question)).lower()
        return searcher.search(index.parse_query(words, ["text"]), NEAREST)

    return find


def race(
    runners: dict[str, Contestant], questions: Sequence[str], rounds: int, budget: float = math.inf
) -> dict[str, list[float]]:
    """Seconds of every question, per contestant; the order of the contestants turns with the rounds. A contestant that
    has used up its budget of seconds rests: its median is that of the questions it was asked."""
    taken: dict[str, list[float]] = {name: [] for name in runners}
    names = list(runners)
    for name, run in runners.items():
        for question in questions[:5]:
            run(question)
        taken[name].clear()
    for turn in range(rounds):
        for name in [*names[turn % len(names) :], *names[: turn % len(names)]]:
            run = runners[name]
            for question in questions:
                if sum(taken[name]) > budget:
                    break
                began = time.process_time()
                run(question)
                taken[name].append(time.process_time() - began)
    return taken


def table(taken: dict[str, list[float]]) -> str:
    """Median, 99th percentile, questions per second, and ours as a multiple of each."""
    ours = median(taken["dondoc"])
    lines = ["| engine | median ms | p99 ms | questions/s | dondoc's median ÷ this |", "|---|---:|---:|---:|---:|"]
    for name, seconds in taken.items():
        ordered = sorted(seconds)
        middle, late = median(ordered), ordered[int(len(ordered) * 0.99)]
        lines.append(f"| {name} | {middle * 1e3:.3f} | {late * 1e3:.2f} | {1 / middle:,.0f} | {ours / middle:.2f} × |")
    return "\n".join(lines)


def first_answer(rounds: int = 5) -> str:
    """Start of `dondoc ask "…"` to its end, beside the start of a bare interpreter: least, median and most seconds, and
    the median of the processor's."""
    commands = {
        "dondoc ask": [sys.executable, "-m", "bot", "ask", "ai chủ trì II.5?"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            began, spent = time.perf_counter(), _of_children()
            subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
            taken[name].append((time.perf_counter() - began, _of_children() - spent))
    return ", ".join(_seconds(name, runs) for name, runs in taken.items())


def _seconds(name: str, runs: Sequence[tuple[float, float]]) -> str:
    walls = sorted(wall for wall, _ in runs)
    processor = median(spent for _, spent in runs)
    return f"`{name}` {walls[0]:.2f} / {median(walls):.2f} / {walls[-1]:.2f} s ({processor:.2f} s of processor)"


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--records", type=int, default=0, help="so many tasks at least, by copies of the annex")
    parser.add_argument("--budget", type=float, default=60.0, help="processor seconds for each contestant at most")
    args = parser.parse_args()
    plan = load()
    copies = -(-args.records // len(plan.tasks))
    items = [i for i in Maker("dev").all() if i.kind != "hostile"]
    step = max(1, len(items) // args.questions)
    questions = [i.q for i in items[::step]][: args.questions]
    runners = contestants(copied(plan, copies) if copies > 1 else plan)
    print(table(race(runners, questions, args.rounds, args.budget)))
    if copies <= 1:
        print(f"start to first answer: {first_answer()}")


if __name__ == "__main__":
    main()
