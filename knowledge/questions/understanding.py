"""A question understood: its words repaired, what is asked, and what it is about (codes, units, areas, years …)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.lexicon.asking import OF
from knowledge.lexicon.courtesies import NOT_THAT, ONESELF, OWN_UNIT, OWN_UNIT_SAID, PRAISE
from knowledge.lexicon.excluding import DROPS, LEAVES_OUT
from knowledge.lexicon.numbers import PAPER_CUT, PERCENT_BEFORE, SHORT_SPAN, TARGETS_BEYOND
from knowledge.lexicon.plan_parts import ANNEX, NAMED_YEAR, PLAN, THIS_YEAR
from knowledge.lexicon.questions import Lexicon, Phrase, phrase
from knowledge.lexicon.taken_back import MISTAKEN, MISTAKEN_AMID, NOT_BUT, NOT_SO, RATHER, RIGHT, SLIPPED
from knowledge.model import Plan, Unit
from knowledge.postings import Soft
from knowledge.questions import spotting
from knowledge.questions.asked import Asking, places_of
from knowledge.questions.beside import without_parts_of_year
from knowledge.questions.bodies import Bodies, Body
from knowledge.questions.counted import Counted
from knowledge.questions.courtesies import Courtesies
from knowledge.questions.hearing import Hearing
from knowledge.questions.names import short_names
from knowledge.questions.numbered import Numbered
from knowledge.questions.own_name import OwnName
from knowledge.questions.phrases import Heard
from knowledge.questions.places import Places
from knowledge.questions.question import Listed, Question, find
from knowledge.questions.records import Records
from knowledge.questions.units import Units
from knowledge.questions.whole import own_levels, places_of_all
from knowledge.questions.wordings import Wordings
from knowledge.search import Index
from knowledge.syllables import Syllables
from knowledge.texts import texts_of
from knowledge.vietnamese import clean, fold, fold_message, in_step

MAX_LENGTH = 1500
LATEST = 8
"""Messages that are remembered as read: one is read several times, to be answered, explained, compared with others."""
_SOON = 3
"""Words within which somebody begins to tell of themselves."""
_TOLD = frozenset({"solution", "viewpoint", "objective", "organization", "recipient", "content"})
"""Parts of the running text, whose points have numbers too."""
_COUNTABLE = ("solution", "viewpoint", "area", "task")
_O_FOR_ZERO = re.compile(r"(?<!\w)2[oO](?=\d\d(?!\w))")


class Understanding:
    """Reads questions about one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase], index: Index) -> None:
        self.plan = plan
        self.lexicon = lexicon
        self.index = index
        self._units = Units(plan, index)
        self._numbered = Numbered(plan)
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
        self._courtesies = Courtesies(lexicon, self.syllables, self._hearing.heard)
        self._bodies = Bodies(plan, lexicon, index, texts)
        self._asking = Asking(plan, lexicon, index, self.syllables)
        self._records = Records(plan, self._numbered)
        self._wordings = Wordings(lexicon, index)
        self._countable = Listed(name for thing in _COUNTABLE for name in lexicon.things[thing])
        self._counted = Counted(self.syllables)
        self._own_name = OwnName(plan, index)
        self._levels = own_levels(plan)
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
        typed = self._courtesies.without_asides(
            self._of_this_year(_readable(text)), self._speaks, self._asking.asks_for
        )
        every = self._hearing.heard(typed)
        heard = self._courtesies.plain(every)
        words = heard.words
        if own := self._after_oneself(typed, words):
            return own
        units, used = self._units.named(words)
        units = units or self._said_to_be_from(words, every)
        things = self._asking.things(heard)
        said = {name for name, _, _ in things}
        code = words[0] if words and said <= {"unit"} and self._records.is_code(words[0]) else ""
        code = code if code and self._asking.asks_all(heard.part(1)) else ""
        records = self._records.named(typed, code, by_number=_TOLD.isdisjoint(said))
        papers = spotting.papers(["" if at in used else word for at, word in enumerate(words)] if used else words)
        annex = self._numbered.annex(typed)
        areas, groups = self._places.named(heard, typed, used, annex, listing="task" in said)
        asked = self._asking.asked(heard, used, of_unit=bool(units))
        outside = self._units.words_of([u for u in units if u.outside])
        also = {at for at in self._units.also_records(words, used) if words[at] not in outside}
        if used and also >= used and any(name == "unit" and at not in used for name, at, _ in things):
            # "Công tác pháp chế có những đơn vị nào phối hợp": the words name the work, not who is asked about.
            units, used, also = (), set(), set()
        if annex and (at := find(words, ANNEX)) >= 0:
            used |= {at, at + 1, at + 2}
        weightless = self._asking.weightless(words, asked)
        if self._levels:
            weightless |= places_of_all(words, self._levels, self.index.pairs.__contains__)
        if words[:1] == DROPS and (units or areas or groups):
            weightless.add(0)
        weightless |= self._own_name.places(words, {name for name, _, _ in asked}, said)
        spoken = tuple(Soft(w) if at in weightless else w for at, w in enumerate(words))
        kinds, coded = places_of(asked, "kind"), records.by_code
        content = self._wordings.content(spoken, used, coded=coded)
        sought = self._wordings.content(spoken, used - also, coded=coded) if also else content
        body = self._bodies.named(heard, used, typed)
        return Question(
            text=typed,
            words=words,
            content=content,
            variants=self._wordings.variants(sought, spoken, used - also, kinds, areas, coded=coded),
            asks=frozenset(name for name, _, _ in asked) | ({"thanks"} if self._thanks(text, typed, every) else set()),
            things=frozenset(said),
            asking=frozenset(words[at] for at in places_of((*asked, *things))),
            named=tuple(things),
            codes=records.tasks,
            candidates=records.candidates,
            strange=records.strange,
            targets=records.targets,
            units=units,
            spelt=self._spelt(heard),
            areas=areas,
            groups=groups,
            years=self._own_name.years(words, spotting.years(typed, self.plan.horizons), said),
            quarter=spotting.quarter(words),
            days=spotting.days(typed),
            percents=spotting.percents(typed),
            annex=annex,
            papers=papers,
            documents=spotting.documents(typed, papers, self.words) if not records.tasks else (),
            counted=self._counted.thing(heard) if any(name == "count" for name, _, _ in asked) else (),
            ordinal=spotting.ordinal(words, self._countable),
            foreign=body.name if body and self._is_foreign(words, body) else "",
            body="" if body is None or body.own else body.name,
        )

    def _thanks(self, text: str, typed: str, every: Heard) -> bool:
        """Whether somebody is thanked, or greeted, also in a clause that was left out, where nothing is asked in what
        they `typed` beside it: "cảm ơn, thông tin rất rõ"."""
        if self._asking.thanks(every):
            return True
        said = typed != text and PRAISE.issuperset(every.words)
        return said and self._asking.thanks(self._hearing.heard(_readable(text)))

    def _is_foreign(self, words: Sequence[str], body: Body) -> bool:
        """Whether a body is none of the plan's, or its plan another one."""
        return not body.own and (not body.known or self._of_another(words, body.name))

    def _of_another(self, words: Sequence[str], body: str) -> bool:
        """Whether the plan of another body is asked about ("kế hoạch … của Bộ Nội vụ")."""
        at = find(words, phrase(body))
        return at > 0 and words[at - 1] == OF and 0 <= find(words, PLAN) < at

    def _speaks(self, heard: Heard, clause: str) -> bool:
        """Whether a clause asks something, names something of the plan, or leaves something out."""
        if LEAVES_OUT.match(fold(clause).strip()):
            return True
        hard = [str(w) for w in heard.words if not isinstance(w, Soft)]
        if any(pair in self.index.pairs for pair in pairwise(hard)) or re.search(r"\d", clause):
            return True
        return bool(self._units.named(heard.words)[0]) or self._asking.asks_for(heard)

    def _of_this_year(self, typed: str) -> str:
        """A message in which "năm nay" is the year that is said beside it ("năm nay (2026)"), or that of a plan of one
        year."""
        if "nay" not in fold_message(typed):
            return typed
        named = NAMED_YEAR.sub(r"\1 \2", typed)
        plan = self.plan
        return THIS_YEAR.sub(rf"\1 {plan.starts}", named) if plan.starts == plan.period_ends else named

    def _spelt(self, heard: Heard) -> dict[str, str]:
        """Hard words whose marks tell them from others of the same letters in the plan."""
        if heard.loose:
            return {}
        spelt: dict[str, str] = {}
        twice: set[str] = set()
        toned = self.syllables.toned
        for word, typed in zip(heard.words, heard.typed, strict=True):
            if typed.isascii() or isinstance(word, Soft) or word not in toned or typed != spelt.setdefault(word, typed):
                twice.add(word)
        return {w: typed for w, typed in spelt.items() if w not in twice and len(toned[w]) > 1 and typed in toned[w]}

    def _after_oneself(self, typed: str, words: Sequence[str]) -> Question | None:
        """The question of a message whose first clause tells from what unit somebody is, and which asks of their own:
        "em mới về phòng A, phòng mình chủ trì việc gì"."""
        if ONESELF.isdisjoint(words[:_SOON]) or not any(find(words, own) >= 0 for own in OWN_UNIT):
            return None
        told, _, asked = typed.partition(",")
        heard = self._hearing.heard(told)
        units = self._units.named(heard.words)[0] if asked.strip() and not self._asking.asks_for(heard) else ()
        text, folded = in_step(asked)
        own = OWN_UNIT_SAID.search(folded)
        if len(units) != 1 or own is None:
            return None
        return self.read(f"{text[: own.start()]}{units[0].name}{text[own.end() :]}")

    def _said_to_be_from(self, words: Sequence[str], every: Heard) -> tuple[Unit, ...]:
        """The unit that is told before the question: "em ở Bưu điện tỉnh, cho em hỏi đơn vị em phối hợp việc gì"."""
        if ONESELF.isdisjoint(words) or not any(find(words, own) >= 0 for own in OWN_UNIT):
            return ()
        return self._units.named(every.words)[0]


def _readable(text: str) -> str:
    """A message cleaned, of its beginning if it is long, with "2o25" read as a year, without what it says that it does
    not ask for."""
    cleaned = clean(text[:MAX_LENGTH])
    if spotting.has_number(cleaned):
        cleaned = _O_FOR_ZERO.sub("20", cleaned)
        folded = fold_message(cleaned)
        if "/" in folded:
            cleaned = PAPER_CUT.sub(r"\1 \2\3", cleaned)
        if "%" in folded or "tram" in folded:
            cleaned = PERCENT_BEFORE.sub(r"\1 \2%", cleaned)
        if "chi tieu" in folded:
            cleaned = TARGETS_BEYOND.sub(r"\1\2 \3%", cleaned)
        cleaned = SHORT_SPAN.sub(r"\g<1>20\2\g<3>20\4", without_parts_of_year(cleaned))
    return _meant(cleaned)


def _meant(text: str) -> str:
    """A message without what it says that is not meant: "nhầm, 2030 cơ", "62 chứ không phải 106"."""
    if any(map(text.lower().__contains__, RIGHT)):
        text = NOT_SO.sub("", NOT_BUT.sub("", text))
        text = RATHER.sub("", text) or text
    if any(map(text.lower().__contains__, SLIPPED)):
        text = MISTAKEN_AMID.sub("", text)
    begins = MISTAKEN.match(text)
    text = (text[begins.end() :] if begins else "") or text
    return NOT_THAT.sub("", text)
