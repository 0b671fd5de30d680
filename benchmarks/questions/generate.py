"""Question items of one half of the set, from the hand-written names and facts of a plan."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.questions.items import REFUSALS, Groups, Item, counted, digest, miscounted, percent
from benchmarks.questions.noise import NOISES, WEIGHTS
from benchmarks.questions.split import Split, half, templates_of

HERE = Path(__file__).parent
FACETS = ("lead", "deadline", "product", "coop")
CODE = re.compile(r"[ivx]+\.[\d.]+")
MOST_NAMED = 10
"""A list of more rows than this may be paged: then it must say how many there are and begin with the first ones."""


@cache
def book(name: str) -> dict[str, Any]:
    """One of the hand-written YAML files beside this module ("gialai/tasks", "templates")."""
    loaded: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def words(key: str) -> list[str]:
    """The alternatives of a named group ("tccb", "from2021")."""
    group: list[str] = book("gialai/tasks")["words"][key]
    return group


def ways(text: str | list[str]) -> list[str]:
    """Ways of asking: a list, lines, or parts between bars."""
    parts = text if isinstance(text, list) else text.replace("\n", "|").split("|")
    return [p.strip() for p in parts if p.strip()]


def groups(raw: Iterable[Any]) -> Groups:
    """`must` of a YAML entry, with "$name" groups filled in."""
    return [_named(g) if isinstance(g, str) else [str(x) for x in g] for g in raw]


def _named(reference: str) -> list[str]:
    key = reference.removeprefix("$")
    return counted(int(key)) if key.isdigit() else words(key)


def task_must(code: str, facet: str) -> Groups:
    """What an answer about one facet of a task has: the facet's words and something that names the task."""
    task = book("gialai/tasks")["tasks"][code]
    said: dict[str, Groups] = {
        "lead": [words(task["lead"])],
        "deadline": [words(task["deadline"])],
        "coop": [words(unit) for unit in task["coop"]],
        "product": [list(g) for g in task["product"]],
    }
    return [*said[facet], list(task["id"])]


def target_must(code: str, *, year: bool = True) -> Groups:
    """What an answer about a target has; a target with a twin at the other horizon must show its year."""
    target = book("gialai/targets")["targets"][code]
    must = [percent(target["value"]), named_id(target)]
    return [*must, [str(target["year"])]] if year and "twin" in target else must


def named_id(target: dict[str, Any]) -> list[str]:
    """The words that name a target."""
    return words(target["id"].removeprefix("$")) if isinstance(target["id"], str) else list(target["id"])


def task_codes(reference: str | list[str]) -> list[str]:
    """Codes of a list: given, or "$vp" (what a unit leads), "$VI" (an area), "$all"."""
    if isinstance(reference, list):
        return reference
    key, tasks = reference.removeprefix("$"), book("gialai/tasks")["tasks"]
    return [c for c, t in tasks.items() if key in ("all", t["lead"], c.split(".")[0])]


def list_must(codes: Sequence[str]) -> Groups:
    """Every row of a short list; of a long one how many and the first three."""
    tasks = book("gialai/tasks")["tasks"]
    if len(codes) <= MOST_NAMED:
        return [list(tasks[c]["id"]) for c in codes]
    return [counted(len(codes)), *(list(tasks[c]["id"]) for c in codes[:3])]


class Maker:
    """Makes the clean items of one half and dirties copies of them; everything follows from the seed."""

    def __init__(self, split: Split, seed: int = 1) -> None:
        self.split, self.seed = split, seed

    def rng(self, *parts: object) -> random.Random:
        """A generator of its own for each item, so that adding an item changes no other."""
        return random.Random(digest(self.seed, self.split, *parts))

    def item(self, kind: str, q: str, must: Groups, must_not: Sequence[str] = (), max_items: int = 0) -> Item:
        """A clean item; its id follows from its words."""
        name = f"{kind}-{digest(kind, q) % 16**8:08x}"
        return Item(name, "clean", kind, "clean", q, must, list(must_not), self.split, max_items)

    def dirty(self, item: Item, copy: int) -> Item:
        """A copy of the item as somebody in a hurry types it, or as somebody very polite does."""
        rng = self.rng("noise", item.id, copy)
        kind = rng.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
        if kind == "polite":
            before = templates_of(book("templates")["polite_before"], self.split, "before")
            after = templates_of(book("templates")["polite_after"], self.split, "after")
            q = rng.choice(before) + item.q.rstrip("?") + rng.choice(after)
        else:
            q = NOISES[kind](item.q, rng)
        return replace(item, id=f"{item.id}-{kind}{copy}", set="noisy", noise=kind, q=q)

    def spread(self, clean: Iterable[Item], copies: int) -> Iterator[Item]:
        """Each clean item, then its dirty copies."""
        for item in clean:
            yield item
            yield from (self.dirty(item, copy) for copy in range(copies))

    def _pick(self, kind: str, count: int, *parts: object) -> list[str]:
        own = templates_of(book("templates")[kind], self.split, kind)
        return self.rng("pick", kind, *parts).sample(own, min(count, len(own)))

    def tasks(self, facet: str) -> Iterator[Item]:
        """Questions on one facet of each task, by each of this half's names of it and by its code."""
        tasks, units = book("gialai/tasks")["tasks"], book("gialai/tasks")["units"]
        for code, task in tasks.items():
            called = [*half(task["names"], self.split, code), f"nhiệm vụ {code}"]
            kinds = [f"task_{facet}"]
            if facet == "deadline" and task["deadline"].startswith("from"):
                kinds.append("task_deadline_from")
            elif facet == "deadline" and task["deadline"] == "yearly":
                kinds.append("task_deadline_yearly")
            for name in called:
                rng = self.rng("task", facet, name)
                template = self._pick(rng.choice(kinds), 1, name)[0]
                wrong = rng.choice([u["names"][0] for key, u in units.items() if key != task["lead"]])
                yield self.item(f"task_{facet}", template.format(n=name, w=wrong), task_must(code, facet))

    def whole(self) -> Iterator[Item]:
        """A task asked for by its code alone: its own words must come, not only the code again."""
        for code, task in book("gialai/tasks")["tasks"].items():
            named = [w for w in task["id"] if not CODE.fullmatch(w)]
            for template in self._pick("task_whole", 1, code):
                yield self.item("task", template.format(n=f"nhiệm vụ {code}"), [named, words(task["lead"])])

    def targets(self) -> Iterator[Item]:
        """Questions on the value of each target, and on what goes with it (baseline, exception)."""
        for code, target in book("gialai/targets")["targets"].items():
            for name in half(target["names"], self.split, code):
                undated = [] if "twin" in target or "in" in target else self._pick("target_undated", 2, code, name)
                for template in [*self._pick("target", 4 - len(undated), code, name), *undated]:
                    q = template.format(n=name, y=target.get("in", target["year"]))
                    yield self.item("target", q, target_must(code))
        yield from self._written("target", book("gialai/targets")["details"])

    def _written(self, kind: str, entries: Iterable[dict[str, Any]]) -> Iterator[Item]:
        for entry in entries:
            for q in half(ways(entry["q"]), self.split, entry["id"]):
                yield self.item(entry.get("kind", kind), q, groups(entry["must"]), max_items=entry.get("max", 0))

    def compared(self) -> Iterator[Item]:
        """Both horizons of a series."""
        targets = book("gialai/targets")["targets"]
        for code, series in book("gialai/targets")["compare"].items():
            a, b = targets[series["a"]], targets[series["b"]]
            must = [percent(a["value"]), percent(b["value"]), named_id(a), ["2025"], ["2030"]]
            for name in half(series["names"], self.split, code):
                for template in self._pick("compare", 4, name):
                    yield self.item("compare", template.format(n=name), must)

    def lists(self) -> Iterator[Item]:
        """Lists of tasks and of targets."""
        for entry in book("gialai/lists")["lists"]:
            codes = task_codes(entry["tasks"])
            for q in half(ways(entry.get("q", [])), self.split, entry["id"]):
                most = entry.get("max", max(len(codes) + 2, round(len(codes) * 1.3)))
                yield self.item("list", q, list_must(codes), max_items=most)
        yield from self._written("list", [e for e in book("gialai/lists")["others"] if e["kind"] == "list"])

    def counts(self) -> Iterator[Item]:
        """How many tasks, areas, solutions …"""
        for entry in book("gialai/lists")["lists"]:
            number = len(task_codes(entry["tasks"]))
            for q in half(ways(entry.get("n", [])), self.split, entry["id"] + "-n"):
                yield self.item("count", q, [counted(number)], miscounted(number))
        for entry in (e for e in book("gialai/lists")["others"] if e["kind"] == "count"):
            for q in half(ways(entry["q"]), self.split, entry["id"]):
                number, nouns = entry["count"], entry["nouns"]
                yield self.item("count", q, [counted(number, nouns)], miscounted(number, nouns))

    def refused(self) -> Iterator[Item]:
        """What the plan does not say."""
        for entry in book("gialai/refusals")["out_of_scope"]:
            for q in half(ways(entry["q"]), self.split, entry["id"]):
                yield self.item("out_of_scope", q, [[*REFUSALS, *entry.get("also", [])]])

    def hostile(self) -> Iterator[Item]:
        """Markup, injection, controls: any answer will do that shows nothing of the machine and no markup."""
        data = book("gialai/refusals")["hostile"]
        tasks = book("gialai/tasks")["tasks"]
        asked = [f"ai chủ trì {n}" for c, t in tasks.items() for n in half(t["names"], self.split, c)[:1]]
        wraps = half(data["wraps"], self.split, "wraps")
        lines = [w.replace("{q}", q) for w in wraps for q in self.rng(w).sample(asked, 4)]
        for q in [*lines, *half(data["alone"], self.split, "alone")]:
            yield replace(self.item("hostile", q, [], data["must_not"]), set="noisy", noise="hostile")

    def all(self) -> list[Item]:
        """Every item of this half."""
        targets = book("gialai/targets")
        parts = [
            *(self.spread(self.tasks(f), 1 if f in ("product", "coop") else 2) for f in FACETS),
            self.spread(self.whole(), 1),
            self.spread(self.targets(), 1),
            self.spread(self.compared(), 1),
            self.spread(self._written("derived", targets["derived"]), 3),
            self.spread(self.lists(), 3),
            self.spread(self.counts(), 3),
            self.spread(self._written("section", book("gialai/sections")["section"]), 2),
            self.spread(self._written("legal", book("gialai/sections")["legal"]), 2),
            self.spread(self.refused(), 3),
            self.hostile(),
        ]
        unique = {item.q: item for part in parts for item in part}
        return list({item.id: item for item in unique.values()}.values())
