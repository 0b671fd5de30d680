"""From the items of a phrase to its terms: a span with its boundary, a range, a rhythm, ongoing work, a condition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from knowledge.deadlines.items import Item, Span
from knowledge.deadlines.rule import Recurs
from knowledge.lexicon.deadlines import LOOSE_CONDITIONS, OPENING, SURE_PARTS

_MARKS = frozenset({"before", "by", "to", "from", "past", "in", "vague", "hour"})
_JOINTS = frozenset({"comma", "and", "open", "slash"})
_CUT_OFF = frozenset({"and", "dash", "from", "to", "before"})


class NotUnderstood(Exception):
    """The phrase names a day that does not exist or is not certain, or was cut off."""


@dataclass(slots=True)
class Term:
    """One statement of a phrase. `each`: a year after "các năm", which stands for each of those listed with it;
    `bare`: a number without "năm" or the like;
    `gap`: kinds of the items between the term before and this one."""

    kind: Literal["span", "recur", "day", "ongoing", "after", "cond"]
    span: Span | None = None
    until: Span | None = None
    bound: Literal["before", "by", "from", "past"] | None = None
    open_ended: bool = False
    recurs: Recurs | None = None
    weekday: int | None = None
    day: int | None = None
    after: str = ""
    every: str = ""
    each: bool = False
    bare: bool = False
    gap: list[str] = field(default_factory=list)

    @property
    def joined(self) -> bool:
        """Only a comma, "và" or the like stands between the term before and this one."""
        return bool(self.gap) and set(self.gap) <= _JOINTS

    @property
    def touching(self) -> bool:
        """No word of its own stands between the term before and this one."""
        return "stop" not in self.gap and "word" not in self.gap and "cond" not in self.gap


def terms_of(items: list[Item]) -> list[Term]:
    """The terms of a scanned phrase, in printed order.

    Raises:
        NotUnderstood: the phrase is cut off or names a time that is not certain.
    """
    return _Terms(items).read()


class _Terms:
    """Reads items into terms, left to right."""

    def __init__(self, items: list[Item]) -> None:
        ends = next((i for i in range(len(items), 0, -1) if items[i - 1].kind not in {"stop", "comma", "open"}), 0)
        self.items = items[:ends]
        self.at = 0
        self.terms: list[Term] = []
        self.gap: list[str] = []
        self.each = False
        self.condition = ""
        """The words that opened a condition, whose days are those of the event; "" outside of one."""

    def read(self) -> list[Term]:
        while self.at < len(self.items):
            self._step(self.items[self.at])
        last = self.items[-1] if self.items and self.gap else Item("")
        if last.kind in _CUT_OFF or last.value in OPENING:
            raise NotUnderstood  # "Năm 2021 và", "2021 -", "Năm 2021 và các"
        return self.terms

    def _step(self, item: Item) -> None:
        if item.kind in _MARKS and self._marked_span():
            return
        if item.kind in {"span", "bare"} and self._counts(self.at):
            self._span([], self.at)
            return
        if item.kind == "bare" and [i.kind for i in self.items[self.at + 1 : self.at + 3]] == ["dash", "bare"]:
            self.gap.append("word")  # "Kế hoạch 2021-2025": neither year of a range that does not count
            self.at += 3
            return
        self.at += 1
        match item.kind:
            case "recur" if not self.condition or self.condition in LOOSE_CONDITIONS:
                recurs: Recurs = item.value  # type: ignore[assignment]  # the scan gives rhythms only
                self._add(Term("recur", recurs=recurs))
            case "ongoing" if not self.condition:
                self._add(Term("ongoing"))
            case "every" if not self.condition:
                self._add(Term("ongoing", every=item.value))
            case "after" if not self.condition:
                self._add(Term("after", after=item.value))
            case "weekday":
                self._add(Term("recur", recurs="weekly", weekday=int(item.value)))
            case "day":
                self._add(Term("day", day=int(item.value)))
            case "cond":
                self.condition = self.condition or item.value
                self._add(Term("cond"))
            case "next" if self.terms and self.terms[-1].kind == "span" and not self._words_between():
                self.terms[-1].open_ended = True
            case "unsure":
                raise NotUnderstood  # "tuần đầu tháng 6"
            case "stop":
                self.condition = ""
                self.gap.append("stop")
            case "next":
                self.gap.append("word")
            case "years":
                self.each = True
            case _:
                self.gap.append(item.kind)

    def _words_between(self) -> bool:
        return "word" in self.gap or "stop" in self.gap

    def _marked_span(self) -> bool:
        """Reads "trước ngày 15/8", "đến hết năm 2026" …: one or several marks and their span."""
        end = self.at
        while end < len(self.items) and self.items[end].kind in _MARKS:
            end += 1
        if end == len(self.items):
            return False
        marks = [item.kind for item in self.items[self.at : end]]
        target = self.items[end]
        if target.kind == "day" and "before" in marks:
            self.at = end + 1
            self._add(Term("day", day=int(target.value), bound="before"))
            return True
        if target.kind == "recur" and marks[-1] == "vague":
            raise NotUnderstood  # "đầu mỗi quý"
        if target.kind not in {"span", "bare"} or not self._allowed(marks):
            return False
        self._span(marks, end)
        return True

    def _allowed(self, marks: list[str]) -> bool:
        """Inside a condition the days are the event's, unless a clause of its own or a strict "trước" sets one."""
        if not self.condition or (self.gap and self.gap[-1] in {"comma", "open"}):
            return True
        return self.condition in LOOSE_CONDITIONS and not {"before", "by", "in"}.isdisjoint(marks)

    def _counts(self, at: int) -> bool:
        """Whether a span without a mark is a deadline here: a bare "3/5" or "2026" needs a place of its own."""
        before = self.items[at - 1].kind if at else "stop"
        if self.condition and before not in {"comma", "open", "stop"}:
            return False
        if self.items[at].kind == "span":
            return True
        after = self.items[at + 1].kind if at + 1 < len(self.items) else "stop"
        return before not in {"word", "slash"} and after not in {"word", "slash"}

    def _span(self, marks: list[str], at: int) -> None:
        span = self.items[at].span
        assert span is not None
        if any(item.kind == "vague" for item in self.items[at - len(marks) : at]):
            words = {item.value for item in self.items[at - len(marks) : at]}
            if "from" not in marks or words.isdisjoint(SURE_PARTS):
                raise NotUnderstood
        term = Term("span", span, bound=_bound(marks), each=self.each, bare=self.items[at].kind == "bare")
        self.at = at + 1
        joint = _joint(self.items[self.at]) if self.at < len(self.items) else ""
        if joint in {"dash", "to"}:
            end = self.at + 1
            while end < len(self.items) and self.items[end].kind in {"by", "in", "hour"}:
                end += 1
            until = self.items[end].span if end < len(self.items) else None
            if until and (joint == "to" or until.unit == span.unit):
                term.until = until
                self.at = end + 1
        self._add(term)

    def _add(self, term: Term) -> None:
        term.gap, self.gap, self.each = self.gap, [], False
        self.terms.append(term)


def _joint(item: Item) -> str:
    """The kind of an item between two spans: "đến hết" leads to the second as "đến" does."""
    return "to" if item.kind == "by" and item.value.startswith(("den ", "toi ")) else item.kind


def _bound(marks: list[str]) -> Literal["before", "by", "from", "past"] | None:
    if "from" in marks:
        return "from"
    if "past" in marks:
        return "past"
    if "before" in marks:
        # "trước 17 giờ ngày 30/6": the day itself still counts.
        return "by" if "hour" in marks else "before"
    return "by" if "by" in marks or "to" in marks else None
