"""A question understood: its words repaired, what is asked, and what it is about (codes, units, areas, years …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.lexicon.asking import INTERROGATIVE, OF, OR, WHICH_ONE
from knowledge.lexicon.bodies import NO_BODY_ALONE
from knowledge.lexicon.courtesies import NOT_THAT, OWN_UNIT
from knowledge.lexicon.plan_parts import ANNEX, NAMED_YEAR, PART_HEADS, PLAN, THIS_YEAR
from knowledge.lexicon.questions import Lexicon, Phrase, phrase
from knowledge.lexicon.taking_part import CARRIES_OUT
from knowledge.model import Area, Plan, Unit
from knowledge.postings import Soft, hard
from knowledge.questions import meant, spotting
from knowledge.questions.bodies import Bodies, Body
from knowledge.questions.columns import Columns
from knowledge.questions.counted import Counted
from knowledge.questions.hearing import Hearing
from knowledge.questions.names import short_names, with_heads
from knowledge.questions.numbered import Numbered
from knowledge.questions.phrases import Heard, Phrases
from knowledge.questions.places import Places
from knowledge.questions.question import Listed, Question, find
from knowledge.questions.units import Units
from knowledge.search import Index
from knowledge.syllables import Syllables
from knowledge.texts import texts_of
from knowledge.vietnamese import clean, fold_word

MAX_LENGTH = 1500
LATEST = 8
"""Messages that are remembered as read: one is read several times, to be answered, explained, compared with others."""
_ASKING = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "count", "show", "progress"})
_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "mention"})
_VARIANTS = 5
_TOLD = frozenset({"solution", "viewpoint", "objective", "organization", "recipient", "content"})
"""Parts of the running text, whose points have numbers too."""
_COUNTABLE = ("solution", "viewpoint", "area", "task")
_O_FOR_ZERO = re.compile(r"(?<!\w)2[oO](?=\d\d(?!\w))")
_NO_WORD = re.compile(r"%|(?:19|20)\d\d")
_CODE_WORD = re.compile(r"%|[ivx]+|\d+(?:\.\d+)*")


class Understanding:
    """Reads questions about one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase], index: Index) -> None:
        self.plan = plan
        self.lexicon = lexicon
        self.index = index
        self._units = Units(plan, index)
        self._numbered = Numbered(plan)
        self._columns = Columns(plan)
        self._places = Places(plan, index, annexes=bool(self._numbered.annexes))
        texts = texts_of(plan)
        self.syllables = Syllables(texts, lexicon.texts, abbreviations, lexicon.named)
        self._hearing = Hearing(
            lexicon,
            self.syllables,
            abbreviations,
            index,
            short_names(plan, index.words, {**lexicon.abbreviations, **lexicon.chat}),
        )
        self._unit_heads: dict[str, set[str]] = {}
        for unit in plan.units:
            head = unit.name.split()[0].lower()
            if not unit.collective and not head.isascii() and fold_word(head) not in NO_BODY_ALONE:
                self._unit_heads.setdefault(fold_word(head), set()).add(head)
        self._bodies = Bodies(plan, lexicon, index, texts)
        self._codes = dict.fromkeys(t.code for t in plan.tasks)
        self._group_codes = {g.code for g in plan.groups}
        self._printed = {spotting.key(code): code for code in self._codes}
        self._targets = {spotting.key(t.code): t.code for t in plan.targets}
        self._said = Listed(said for said, _ in lexicon.synonyms)
        self._firm = [(said, printed) for said, printed in lexicon.synonyms if said in lexicon.firm]
        self._asks = Phrases(with_heads(lexicon.asks_spelt, plan), self.syllables)
        self._things = Phrases(lexicon.things_spelt, self.syllables)
        self._countable = tuple(name for thing in _COUNTABLE for name in lexicon.things[thing])
        self._thanks = Phrases({"thanks": lexicon.asks_spelt["thanks"]}, self.syllables)
        self._counted = Counted(self.syllables)
        self._latest = lru_cache(LATEST)(self._understood)

    def words(self, text: str) -> list[str]:
        """The repaired words of what was typed."""
        return self._hearing.words(text)

    def annexes(self, text: str) -> tuple[str, ...]:
        """The annexes that a message names, as the plan prints their numbers."""
        return self._numbered.named_annexes(_readable(text))

    def read(self, text: str) -> Question:
        """What a question says. Never raises."""
        return self._latest(text)

    def _understood(self, text: str) -> Question:
        typed = self._hearing.without_asides(self._of_this_year(_readable(text)), self._speaks, self._asks_for)
        every = self._hearing.heard(typed)
        heard = self._hearing.plain(every)
        words = heard.words
        units, used = self._units.named(words)
        units = units or self._said_to_be_from(words, every)
        codes, candidates, strange = spotting.codes(typed, self._codes.keys(), self._group_codes)
        as_printed = spotting.keys(typed)
        if not codes and (printed := tuple(self._printed[key] for key in as_printed if key in self._printed)):
            codes, candidates, strange = printed, (), ""
        things = list(self._things.found(heard))
        if (
            not codes
            and all(name == "unit" for name, _, _ in things)
            and (first := self._printed.get(words[0] if words else ""))
            and self._asks_all(heard, 1)
        ):
            codes, candidates, strange = (first,), (), ""
        if not (codes or candidates or any(name in _TOLD for name, _, _ in things)):
            codes, candidates = self._numbered.tasks(typed)
        targets = spotting.targets(typed, self.plan)
        targets = targets or tuple(self._targets[key] for key in as_printed if key in self._targets)
        targets = targets or self._numbered.targets(typed)
        papers = spotting.papers(words)
        documents = spotting.documents(typed, papers, self.words) if not codes else ()
        annex = self._numbered.annex(typed)
        listing = any(name == "task" for name, _, _ in things)
        areas, groups = self._places.named(heard, typed, used, annex, listing=listing)
        asked = [found for found in self._asks.found(heard) if used.isdisjoint(range(found[1], sum(found[1:])))]
        asked = meant.asking(words, asked, self.lexicon.not_entities, of_unit=bool(units))
        asked += [("lead", at, 2) for at in self._heads_asked(heard) if at not in used]
        if not any(name in _CELLS for name, _, _ in asked):
            asked += [("value", at, n) for name, at, n in asked if name == "measured" and not at]
        if not any(name in _CELLS for name, _, _ in asked) and (put := _put_forward(words, used, asked)):
            asked.append(("lead", put, 1))
        asked += [("column", at, n) for at, n in self._columns.asked(words)]
        thanked = {"thanks"} if any(self._thanks.found(every)) else set()
        coded = bool(codes or candidates)
        asking = {
            i
            for name, at, length in asked
            if name != "kind" and INTERROGATIVE & set(words[at : at + length])
            for i in range(at, at + length)
        }
        asking |= {i for _, at, length in asked for i in range(at, at + length) if not self.index.knows(words[i])}
        if offered := spotting.papers_offered(words):
            asked.append(("product", *offered))
            asking |= set(range(offered[0], sum(offered)))
        spoken = tuple(Soft(w) if i in asking else w for i, w in enumerate(words))
        outside = self._units.words_of([u for u in units if u.outside])
        also = {at for at in self._units.also_records(words, used) if words[at] not in outside}
        if used and also >= used and any(name == "unit" and at not in used for name, at, _ in things):
            # "Công tác pháp chế có những đơn vị nào phối hợp": the words name the work, not who is asked about.
            units, used, also = (), set(), set()
        if annex and (at := find(words, ANNEX)) >= 0:
            used |= {at, at + 1, at + 2}
        content = self._content(spoken, used, coded)
        body = self._bodies.named(heard, used, typed)
        return Question(
            text=typed,
            words=words,
            content=content,
            variants=self._with_parts(self._without_kinds(spoken, asked, used - also, coded), areas, words),
            asks=frozenset(name for name, _, _ in asked) | thanked,
            things=frozenset(name for name, _, _ in things),
            asking=frozenset(w for _, at, length in (*asked, *things) for w in words[at : at + length]),
            named=tuple(things),
            codes=codes,
            candidates=candidates,
            strange=strange,
            targets=targets,
            units=units,
            left_out=self._units.left_out(words, units, self.lexicon.asks["except"]),
            spelt=self._spelt(heard),
            areas=areas,
            groups=groups,
            years=spotting.years(typed, self.plan.horizons),
            quarter=spotting.quarter(words),
            days=spotting.days(typed),
            percents=spotting.percents(typed),
            annex=annex,
            papers=papers,
            documents=documents,
            counted=self._counted.thing(heard) if any(name == "count" for name, _, _ in asked) else (),
            ordinal=spotting.ordinal(words, self._countable),
            foreign=body.name if body and self._is_foreign(words, body) else "",
            body="" if body is None or body.own else body.name,
        )

    def _heads_asked(self, heard: Heard) -> Iterator[int]:
        """Where it is asked which of the plan's bodies: "viện nào", typed as the plan prints it; "chuyên viên nào" asks
        for a person."""
        for at, (word, after) in enumerate(pairwise(heard.words)):
            if after == WHICH_ONE and heard.typed[at] in self._unit_heads.get(word, ()):
                yield at

    def _is_foreign(self, words: Sequence[str], body: Body) -> bool:
        """Whether a body is none of the plan's, or its plan another one."""
        return not body.own and (not body.known or self._of_another(words, body.name))

    def _of_another(self, words: Sequence[str], body: str) -> bool:
        """Whether the plan of another body is asked about ("kế hoạch … của Bộ Nội vụ")."""
        at = find(words, phrase(body))
        return at > 0 and words[at - 1] == OF and 0 <= find(words, PLAN) < at

    def _speaks(self, heard: Heard, clause: str) -> bool:
        """Whether a clause asks something, or names something of the plan."""
        hard = [str(w) for w in heard.words if not isinstance(w, Soft)]
        if any(pair in self.index.pairs for pair in pairwise(hard)) or re.search(r"\d", clause):
            return True
        return bool(self._units.named(heard.words)[0]) or self._asks_for(heard)

    def _asks_all(self, heard: Heard, begin: int) -> bool:
        """Whether all words from a place on ask for a cell: "1 ai chủ trì"."""
        found = [(at, length) for name, at, length in self._asks.found(heard) if name in _CELLS | {"authority"}]
        asking = {i for at, length in found for i in range(at, at + length)}
        rest = [w for i, w in enumerate(heard.words) if i >= begin and i not in asking and not isinstance(w, Soft)]
        return bool(asking) and not rest

    def _asks_for(self, heard: Heard) -> bool:
        """Whether something is asked for."""
        return any(name in _ASKING for name, _, _ in self._asks.found(heard))

    def _of_this_year(self, typed: str) -> str:
        """A message in which "năm nay" is the year that is said beside it ("năm nay (2026)"), or that of a plan of one
        year."""
        named = NAMED_YEAR.sub(r"\1 \2", typed)
        plan = self.plan
        return THIS_YEAR.sub(rf"\1 {plan.starts}", named) if plan.starts == plan.period_ends else named

    def _content(self, words: Sequence[str], used: set[int], coded: bool) -> tuple[str, ...]:
        """Words that may name a record: without the names of units, codes and years."""
        shares = {i for i, w in enumerate(words[:-1]) if w.isdigit() and words[i + 1] == "%"}
        kept = (part for i, w in enumerate(words) if i not in used and i not in shares for part in _parts(w))
        form = _CODE_WORD if coded else _NO_WORD
        content = tuple(w for w in kept if not form.fullmatch(w))
        for said, printed in self._firm:
            content = _replaced(content, said, printed)
        return content

    def _with_parts(
        self, variants: tuple[tuple[str, ...], ...], areas: Sequence[Area], words: Sequence[str]
    ) -> tuple[tuple[str, ...], ...]:
        """The variants, and one without the name of the part that is looked into ("phần công vụ nói gì về …")."""
        if not areas or words[0] not in PART_HEADS:
            return variants
        named = {w for a in areas for n in (a.title, *a.names) for w in self.index.words(n)}
        rest = tuple(w for w in variants[0] if w not in named)
        return (*variants, rest) if any(not isinstance(w, Soft) for w in rest) else variants

    def _without_kinds(
        self, spoken: Sequence[str], asked: Sequence[tuple[str, int, int]], used: set[int], coded: bool
    ) -> tuple[tuple[str, ...], ...]:
        """The variants, and first of those that change words one in which the sort of answer that is looked for does
        not weigh ("theo nguyên tắc nào")."""
        found = self._variants(self._content(spoken, used, coded))
        kinds = {i for name, at, length in asked if name == "kind" for i in range(at, at + length)}
        if not kinds:
            return found
        soft = tuple(Soft(w) if i in kinds else w for i, w in enumerate(spoken))
        more = (v for v in self._variants(self._content(soft, used, coded)) if hard(v))
        return tuple(dict.fromkeys((found[0], *more, *found[1:])))[:_VARIANTS]

    def _variants(self, content: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """The content with what plans print put in place of what people say: each alone, and all at once."""
        found: list[tuple[str, ...]] = [content]
        together = content
        for at in self._said.places(content):
            said, printed = self.lexicon.synonyms[at]
            alone = _replaced(content, said, printed)
            if alone != content:
                found.append(alone)
                together = _replaced(together, said, printed)
        if len(found) > 2:
            found.insert(1, together)
        return tuple(dict.fromkeys(found))[:_VARIANTS]

    def _spelt(self, heard: Heard) -> dict[str, str]:
        """Hard words whose marks tell them from others of the same letters in the plan."""
        known = self.syllables
        if heard.loose:
            return {}
        forms: dict[str, set[str]] = {}
        for word, typed in zip(heard.words, heard.typed, strict=True):
            forms.setdefault(str(word), set()).add(typed if not isinstance(word, Soft) else "")
        return {
            word: typed
            for word, (typed, *others) in forms.items()
            if not others and not typed.isascii() and len(known.toned.get(word, ())) > 1 and known.spells(word, typed)
        }

    def _said_to_be_from(self, words: Sequence[str], every: Heard) -> tuple[Unit, ...]:
        """The unit that is told before the question: "em ở Bưu điện tỉnh, cho em hỏi đơn vị em phối hợp việc gì"."""
        return self._units.named(every.words)[0] if any(find(words, own) >= 0 for own in OWN_UNIT) else ()


def _put_forward(words: Sequence[str], used: set[int], asked: Sequence[tuple[str, int, int]]) -> int:
    """Where it is said to do it of a unit that is put forward ("có phải Sở A làm không", "là Sở A hay Sở B làm"), or
    0."""
    between = any(words[at] in OR and not used.isdisjoint((at - 1, at + 1)) for at in range(1, len(words)))
    if not between and not any(name == "yes_no" for name, _, _ in asked):
        return 0
    ends = (at + 1 for at in sorted(used) if at + 1 not in used and at + 1 < len(words))
    return next((at for at in ends if words[at] in CARRIES_OUT), 0)


def _readable(text: str) -> str:
    """A message cleaned, of its beginning if it is long, with "2o25" read as a year, without what it says that it does
    not ask for."""
    return NOT_THAT.sub("", _O_FOR_ZERO.sub("20", clean(text[:MAX_LENGTH])))


def _parts(word: str) -> list[str]:
    """The word itself; of a number its groups of digits, as they are searched: "950.000"."""
    return word.replace(",", ".").split(".") if word[0].isdigit() and ("," in word or len(word) > 4) else [word]


def _replaced(words: tuple[str, ...], said: Phrase, printed: Phrase) -> tuple[str, ...]:
    at = find(words, said)
    if at < 0 or find(words[max(0, at - len(printed)) : at + len(printed) + len(said)], printed) >= 0:
        return words
    return (*words[:at], *printed, *words[at + len(said) :])
