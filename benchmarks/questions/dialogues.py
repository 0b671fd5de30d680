"""Conversations of two to five turns: each kind of going on that people do after an answer."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.questions.generate import FACETS, Maker, book, list_must, target_must, task_codes, task_must, ways
from benchmarks.questions.items import ASKS, REFUSALS, Dialogue, Groups, Turn, counted, digest, miscounted, percent
from benchmarks.questions.noise import NOISES
from benchmarks.questions.split import Split, half, templates_of

NOT_NOW = ["không tìm thấy", "traceback", "sqlite"]
FOREIGN = ("small-talk", "schools", "office-life")
DIRTY = ("nodiac", "tone", "telex", "typo", "teencode", "caps")


class Talker(Maker):
    """Makes the conversations of one half of the set."""

    def _name(self, code: str, *salt: object) -> str:
        names = half(book("gialai/tasks")["tasks"][code]["names"], self.split, code)
        return self.rng("called", code, *salt).choice(names)

    def _said(self, key: str, *salt: object) -> str:
        return self.rng("said", key, *salt).choice(half(book("gialai/dialogues")[key], self.split, key))

    def _followed(self, facet: str, *salt: object) -> str:
        said = half(book("gialai/dialogues")["follow"][facet], self.split, facet)
        return self.rng("follow", facet, *salt).choice(said)

    def _asked(self, code: str, facet: str, *salt: object) -> Turn:
        kind = f"task_{facet}"
        template = self.rng("asked", code, *salt).choice(templates_of(book("templates")[kind], self.split, kind))
        q = template.format(n=self._name(code, *salt), w="Văn phòng")
        return Turn(q, task_must(code, facet), mode="fresh")

    def _dialogue(self, kind: str, number: object, turns: list[Turn]) -> Dialogue:
        name = f"{kind}-{digest(self.split, kind, number, *(t.q for t in turns)) % 16**6:06x}"
        rng = self.rng("dialogue noise", name)
        if rng.random() < 0.6:
            return Dialogue(name, self.split, "clean", tuple(turns))
        noise = rng.choice(DIRTY)
        dirty = [
            Turn(NOISES[noise](t.q, rng) if t.mode != "number" else t.q, t.must, t.must_not, t.mode) for t in turns
        ]
        return Dialogue(name, self.split, noise, tuple(dirty))

    def facets(self) -> Iterator[Dialogue]:
        """One task, facet after facet, with a thank-you in the middle of every third."""
        for at, code in enumerate(book("gialai/tasks")["tasks"]):
            first, second, third = self.rng("facets", code).sample(FACETS, 3)
            turns = [self._asked(code, first), Turn(self._followed(second, code), task_must(code, second))]
            if at % 3 == 0:
                turns.append(Turn(self._said("thanks", code), [], NOT_NOW, "chat"))
            yield self._dialogue("facets", code, [*turns, Turn(self._followed(third, code), task_must(code, third))])

    def moved(self) -> Iterator[Dialogue]:
        """Another task, the same facet; then another facet of that task."""
        codes = list(book("gialai/tasks")["tasks"])
        for code in codes[::2]:
            rng = self.rng("moved", code)
            other = rng.choice([c for c in codes if c != code])
            first, second = rng.sample(FACETS, 2)
            q = self._said("other_record", code).format(n=self._name(other, "moved"))
            turns = [self._asked(code, first, "moved"), Turn(q, task_must(other, first), mode="other record")]
            turns.append(Turn(self._followed(second, code, "moved"), task_must(other, second)))
            yield self._dialogue("moved", code, turns)

    def horizons(self) -> Iterator[Dialogue]:
        """A target, then the same at the other horizon; then another target there."""
        targets = book("gialai/targets")["targets"]
        twins = [c for c, t in targets.items() if "twin" in t]
        for code in twins:
            rng, target = self.rng("horizon", code), targets[code]
            name = rng.choice(half(target["names"], self.split, code))
            template = rng.choice(templates_of(book("templates")["target"], self.split, "target"))
            first = Turn(template.format(n=name, y=target["year"]), target_must(code), mode="fresh")
            twin = targets[target["twin"]]
            then = Turn(self._said("horizon", code).format(y=twin["year"]), target_must(target["twin"]), mode="horizon")
            other = rng.choice([c for c in twins if targets[c]["year"] == twin["year"] and c != target["twin"]])
            name = rng.choice(half(targets[other]["names"], self.split, other))
            q = self._said("other_record", "target", code).format(n=name)
            must = [percent(targets[other]["value"]), target_must(other)[1]]
            yield self._dialogue("horizon", code, [first, then, Turn(q, must, mode="other record")])

    def counted_then_listed(self) -> Iterator[Dialogue]:
        """How many, then which."""
        for entry in book("gialai/lists")["lists"]:
            codes = task_codes(entry["tasks"])
            if "n" not in entry or len(codes) > 20:
                continue
            q = self.rng("how many", entry["id"]).choice(half(ways(entry["n"]), self.split, entry["id"] + "-n"))
            count = Turn(q, [counted(len(codes))], miscounted(len(codes)), "count")
            again = Turn(self._said("list_again", entry["id"]), list_must(codes), mode="list")
            yield self._dialogue("list", entry["id"], [count, again])

    def narrowed(self) -> Iterator[Dialogue]:
        """How many a unit leads, then only those of one area, then of another."""
        tasks, areas = book("gialai/tasks")["tasks"], book("gialai/tasks")["areas"]
        for unit, said in book("gialai/tasks")["units"].items():
            led = [c for c, t in tasks.items() if t["lead"] == unit]
            of_area = {a: sum(c.split(".")[0] == a for c in led) for a in areas}
            for name in half(said["names"], self.split, unit):
                turns = [Turn(f"{name} chủ trì mấy nhiệm vụ", [counted(len(led))], mode="count")]
                for area in [a for a, n in of_area.items() if n]:
                    q = self._said("by_area", name, area).format(a=half(areas[area]["names"], self.split, area)[0])
                    turns.append(Turn(q, [counted(of_area[area])], miscounted(of_area[area]), "filter"))
                yield self._dialogue("narrow", name, turns)

    def clarified(self) -> Iterator[Dialogue]:
        """A question with two meanings; answered by the name of one, by "1", or by its code."""
        tasks = book("gialai/tasks")["tasks"]
        for case in book("gialai/dialogues")["ambiguous"]:
            codes, facet = case["of"], case["facet"]
            both: Groups = [[*tasks[c]["id"], *ASKS] for c in codes]
            refused = ["không tìm thấy", "không có trong kế hoạch"]
            either: Groups = [[w for c in codes for w in task_must(c, facet)[at]] for at in (0, -1)]
            for q in half(case["q"], self.split, case["q"][0]):
                ask = Turn(q, both, refused, "clarify")
                for chosen in codes:
                    named = Turn(f"{self._name(chosen, q)} ấy", task_must(chosen, facet), mode="choice by words")
                    yield self._dialogue("clarify", (q, chosen), [ask, named])
                    coded = Turn(chosen, task_must(chosen, facet), mode="choice by code")
                    yield self._dialogue("clarify-code", (q, chosen), [ask, coded])
                yield self._dialogue("clarify-number", q, [ask, Turn("1", either, refused, "number")])

    def reset(self) -> Iterator[Dialogue]:
        """A complete new question drops the topic; so does one that the plan does not answer; thanks keep it."""
        codes = list(book("gialai/tasks")["tasks"])
        foreign = [q for e in book("gialai/refusals")["out_of_scope"] if e["id"] in FOREIGN for q in ways(e["q"])]
        for code in codes[1::2]:
            rng = self.rng("reset", code)
            other = rng.choice([c for c in codes if c != code])
            first, second, third = rng.sample(FACETS, 3)
            turns = [self._asked(code, first, "reset"), self._asked(other, second, "reset")]
            if rng.random() < 0.5:
                turns.append(Turn(rng.choice(half(foreign, self.split, "foreign")), [REFUSALS], mode="out of scope"))
            else:
                turns.append(Turn(self._said("thanks", "reset", code), [], NOT_NOW, "chat"))
                turns.append(Turn(self._followed(third, "reset", code), task_must(other, third)))
            yield self._dialogue("reset", code, turns)

    def conversations(self) -> list[Dialogue]:
        """Every conversation of this half."""
        listed = (self.counted_then_listed(), self.narrowed())
        parts = [self.facets(), self.moved(), self.horizons(), *listed, self.clarified(), self.reset()]
        return list({d.id: d for part in parts for d in part}.values())


def conversations(split: Split, seed: int = 1) -> list[Dialogue]:
    """The conversations of one half."""
    return Talker(split, seed).conversations()
