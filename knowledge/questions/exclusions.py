"""A message parted into what it asks and what it leaves out: "TCCB còn mấy việc", without "các việc hàng năm"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
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
    """What leaves out: before what it leaves out, or with that as its `text`."""

    begin: int
    end: int
    denied: bool
    text: str = ""


def parted(text: str, printed: Printed, kind: Kind) -> Parted | None:
    """What is asked and what is left out; None where nothing is."""
    message = _Message(*in_step(text.translate(said.QUOTES)), printed, kind)
    typed, kept, at = message.typed, "", 0
    out: list[Stretch] = []
    marks = message.marks()
    for mark in marks:
        if mark.begin < at:
            continue
        end, after = (mark.end, mark.end) if mark.text else message.end(mark, marks)
        stretch = mark.text or typed[mark.end : end].strip(" ,")
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
        own = {m.start() for m in said.OWN.finditer(self.folded)}
        found = [m for m in found if m.begin not in own and not self._quotes(m.begin)]
        found = [*(m for m in found if m.denied or self._leaves_out(m)), *self._left_behind(own)]
        return sorted(found, key=lambda m: (m.begin, m.denied))

    def _left_behind(self, own: Container[int]) -> Iterator[_Mark]:
        """What leaves out something that is named right before it: "Bưu điện không tham gia", "mảng TTHC không cần"."""
        for found in said.LEFT_BEHIND.finditer(self.folded):
            if found.start() in own or not self._is_spelt(*found.span()):
                continue
            begin = self._named_before(found.start(), clauses=not found["does"])
            if begin == found.start():
                continue
            does, end = self.typed[slice(*found.span("does"))], found.end()
            if does and said.ASKS.search(self.folded, 0, begin) and (more := said.WORK_OF_THEM.match(self.folded, end)):
                end = more.end()
            yield _Mark(begin, end, bool(does), f"{self.typed[begin : found.start()]}{does}".strip())

    def _named_before(self, at: int, *, clauses: bool) -> int:
        """Where that begins which alone is named right before a place, in the same clause; the place for nothing.
        `clauses`: it may be all of a clause that is not the first."""
        clause = max((m.end() for m in said.CLAUSE_BEGINS.finditer(self.folded, 0, at)), default=0)
        begins = (m.start() for m in re.finditer(r"\S+", self.folded[:at]) if m.start() >= clause)
        named = (b for b in begins if said.AROUND.isdisjoint(self.folded[b:at].split()[:1]))
        whole = clause if clauses and clause and self.folded[clause:at].strip() else at
        return next((b for b in named if self.kind(self.typed[b:at].strip())), whole)

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
        if not self._is_spelt(*mark[:2]):
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

    def _is_spelt(self, begin: int, end: int) -> bool:
        """Whether words are none of the same letters with other marks: "lưu trữ", "ứng dụng"."""
        pairs = zip(self.folded[begin:end].split(), self.typed[begin:end].lower().split(), strict=True)
        return all(one in (word, *said.SPELT.get(word, (one,))) for word, one in pairs)

    @staticmethod
    def _is_one_of(typed: Sequence[str], spelt: str) -> bool:
        """Whether a word is one of some, typed with its marks or without."""
        return any(word.lower().strip(",.;:?!") in (one, fold(one)) for word in typed for one in spelt.split())

    def _are_printed(self, *words: str) -> bool:
        return len(words) > 1 and self.printed(words)

    def _goes_on(self, found: re.Match[str], mark: _Mark) -> bool:
        """Whether it is the word with which a question goes on, and no other of its letters: "thi đua"."""
        words, spelt = found[0].split(), self.typed[found.start() : found.end()].lower().split()
        plain = self.typed.lower() == self.folded
        for word, one in zip(words, spelt, strict=True):
            bare = one == word and (plain or word in said.TAKEN_WITH)
            if not bare and one not in said.AS_SPELT.get(word, (one,)):
                return False
        after = self.folded[found.end() :].split()[:1]
        if words == ["ra"] and after and after[0][0].isalnum():  # "ngoài việc đó ra …", not "ra quyết định"
            return not mark.denied and not self._are_printed(*words, *after)
        sure = len(words) > 1 or spelt != words or words[0] in said.TAKEN_WITH
        return sure or not self._are_printed(*words, *after)
