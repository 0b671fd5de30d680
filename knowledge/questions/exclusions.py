"""A message parted into what it asks and what it leaves out: "TCCB còn mấy việc", without "các việc hàng năm"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from knowledge.lexicon import excluding as said
from knowledge.vietnamese import fold, in_step

Printed = Callable[[Sequence[str]], bool]
"""Whether the plan prints some words in this order."""
Kind = Callable[[str], str]
"""What a text names, where it names nothing else: "unit", "area", "group"; else ""."""
_RUN = 4
"""Words, from a "không" on, that the plan prints so: they deny nothing of it."""


class Stretch(NamedTuple):
    """What is left out, as it was typed. `denied`: it is what must not be so ("không …"), not what is taken away."""

    text: str
    denied: bool


class Parted(NamedTuple):
    """What a message asks for, without what it leaves out."""

    kept: str
    out: tuple[Stretch, ...]


class _Mark(NamedTuple):
    begin: int
    end: int
    denied: bool


def parted(text: str, printed: Printed, kind: Kind) -> Parted | None:
    """What is asked and what is left out; None where nothing is."""
    message = _Message(*in_step(text.translate(said.QUOTES)), printed, kind)
    typed, kept, at = message.typed, "", 0
    out: list[Stretch] = []
    marks = message.marks()
    for mark in marks:
        if mark.begin < at:
            continue
        end, after = message.end(mark, marks)
        stretch = typed[mark.end : end].strip(" ,")
        if stretch and not said.TAKEN.fullmatch(fold(stretch)):
            out.append(Stretch(stretch, mark.denied))
            kept += typed[at : mark.begin]
            at = after
    return Parted(_tidy(kept + typed[at:]), tuple(out)) if out else None


def joined(text: str, printed: Printed) -> list[str]:
    """The things of a stretch that are joined: "IoT và tinh giản biên chế"; one where a name has the joint."""
    typed, folded = in_step(text)
    pieces, begin = [], 0
    for joint in said.JOINS.finditer(folded):
        before, after = folded[: joint.start()].split()[-1:], folded[joint.end() :].split()[:1]
        if not before or not after or printed((*before, *joint[0].strip(" ,").split(), *after)):
            continue
        pieces.append(typed[begin : joint.start()])
        begin = joint.end()
    return [piece.strip() for piece in (*pieces, typed[begin:]) if piece.strip()]


def scopes(stretch: Stretch) -> Iterator[tuple[str, str]]:
    """What a stretch may leave out, and what of it is then asked for: of "lĩnh vực VI do Văn phòng chủ trì" the area
    alone, or all of it where it names work."""
    typed, folded = in_step(stretch.text)
    if stretch.denied or not said.OF_WORK.match(folded):
        for cut in said.BEGINS_ANEW.finditer(folded):
            if cut.start() and said.LEADS_ON.isdisjoint(folded[: cut.start()].split()[-1:]):
                yield typed[: cut.start()].strip(), typed[cut.start() :].strip()
    yield typed, ""


def _tidy(text: str) -> str:
    """What is left of a message, without brackets and commas around nothing."""
    return re.sub(r"\s*([,;:()])(?:\s*[,;:()])+", r"\1", " ".join(text.split())).strip(" ,;:()")


class _Message(NamedTuple):
    """A message as it was typed, and the same folded."""

    typed: str
    folded: str
    printed: Printed
    kind: Kind

    def marks(self) -> list[_Mark]:
        """The places of what leaves out, the first first."""
        found = [
            *(_Mark(m.start(), m.end(), denied=False) for m in said.LEAVES_OUT.finditer(self.folded)),
            *(_Mark(m.start(), m.end(), denied=True) for m in said.DENIES.finditer(self.folded)),
        ]
        found.sort(key=lambda m: (m.begin, m.denied))
        return [m for m in found if not self._quotes(m.begin) and (m.denied or self._leaves_out(m))]

    def end(self, mark: _Mark, marks: Sequence[_Mark]) -> tuple[int, int]:
        """Where what is left out ends, and where the question goes on."""
        folded, clause = self.folded, self._clause(mark.end)
        while folded[clause : clause + 1] == "," and (more := self._named_on(mark, clause)):
            clause = more
        others = (m.begin for m in marks if mark.end + 1 < m.begin < clause and m.denied <= mark.denied)
        clause = next(others, clause)
        if joint := said.JOINED_ON.search(folded, mark.end, clause):
            return joint.start(), clause
        for found in said.GOES_ON.finditer(folded, mark.end, clause):
            if found.start() > mark.end + 1 and self._goes_on(found, mark):
                return found.start(), found.start()
        return clause, clause

    def _clause(self, at: int) -> int:
        """Where the clause ends in which something stands."""
        end = said.CLAUSE_ENDS.search(self.folded, at)
        return end.start() if end else len(self.folded)

    def _named_on(self, mark: _Mark, comma: int) -> int:
        """Where the next of several ends, which are parted by commas: "trừ A, B ra"; 0 where another clause begins."""
        end = self._clause(comma + 1)
        goes_on = said.GOES_ON.search(self.folded, comma + 1, end)
        piece = self.typed[comma + 1 : goes_on.start() if goes_on else end].strip()
        kind = self.kind(piece) if piece else ""
        return end if kind and kind == self.kind(self.typed[mark.end : comma].rpartition(",")[2]) else 0

    def _quotes(self, at: int) -> bool:
        """Whether the plan prints what begins at a place: "không phải cung cấp lại"."""
        words = self.folded[at:].translate(said.NO_MARKS).split()[:_RUN]
        return len(words) > 1 and self.printed(words)

    def _leaves_out(self, mark: _Mark) -> bool:
        """Whether a mark is no other word: "lưu trữ", "ngoài ra", "bộ máy"."""
        words = self.folded[mark.begin : mark.end].split()
        spelt = self.typed[mark.begin : mark.end].lower().split()
        pairs = list(zip(words, spelt, strict=True))
        if any(word in said.SPELT and one not in (word, *said.SPELT[word]) for word, one in pairs):
            return False
        before, after = self.folded[: mark.begin].split()[-1:], self.folded[mark.end :].split()[:2]
        if self._is_one_of(self.typed[: mark.begin].split()[-1:], said.NOT_AFTER.get(words[0], "")):
            return False
        ends = self._is_one_of(self.typed[mark.end :].split()[:1], said.NOT_BEFORE.get(words[-1], ""))
        other = spelt == words and self._are_printed(*after) and not self._are_printed(words[-1], *after)
        if ends and not other:
            return False  # "ngoài tỉnh", but not "ngoai tinh gian bien che"
        if words[0] not in said.TAKEN_AWAY:
            return True
        marked = spelt[0] != words[0]
        if not marked and (self._are_printed(*before, words[0]) or self._are_printed(words[-1], *after[:1])):
            return False
        taken = said.TAKEN.search(self.folded, mark.end, self._clause(mark.end))
        return taken is not None or (marked and words[0] in said.ALWAYS)

    @staticmethod
    def _is_one_of(typed: Sequence[str], spelt: str) -> bool:
        """Whether a word is one of some, typed with its marks or without."""
        return any(word.lower().strip(",.;:?!") in (one, fold(one)) for word in typed for one in spelt.split())

    def _are_printed(self, *words: str) -> bool:
        return len(words) > 1 and self.printed(words)

    def _goes_on(self, found: re.Match[str], mark: _Mark) -> bool:
        """Whether it is the word with which a question goes on, and no other of its letters: "thi đua"."""
        words, spelt = found[0].split(), self.typed[found.start() : found.end()].lower().split()
        pairs = zip(words, spelt, strict=True)
        plain = self.typed.lower() == self.folded
        forms = {
            word: (*said.AS_SPELT[word], *([word] if plain or word in said.TAKEN_WITH else []))
            for word in said.AS_SPELT
        }
        if any(one not in forms.get(word, (one,)) for word, one in pairs):
            return False
        after = self.folded[found.end() :].split()[:1]
        if words == ["ra"] and after and after[0][0].isalnum():
            return not mark.denied and not self._are_printed(
                *words, *after
            )  # "ngoài việc đó ra …", not "ra quyết định"
        sure = len(words) > 1 or spelt != words or words[0] in said.TAKEN_WITH
        return sure or not self._are_printed(*words, *after)
