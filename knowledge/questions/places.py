"""Areas and groups that a question names: in words, by a part of the title, or by number."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TypeVar

from knowledge.lexicon import printed_places
from knowledge.lexicon.plan_parts import (
    AND_ANOTHER,
    ANNEXES,
    AREA_HEADS,
    GROUP,
    GROUP_NUMBERED,
    OF_AREA,
    PARTS,
    TITLE_VERBS,
)
from knowledge.lexicon.questions import Phrase
from knowledge.model import Area, Group, Plan
from knowledge.patterns import seldom
from knowledge.postings import Soft, hard
from knowledge.questions.phrases import Heard
from knowledge.questions.question import Listed, find
from knowledge.search import Index

_MEANT = 0.75
"""Share of the words after "nhóm" that a group's title has."""
_SHORT, _NEARLY = 4, 0.8
"""A name of more words is said though some of them are left out; this share of them must be there."""
_PARTLY = 4
"""Hard words of an area's title that name it."""
_Part = TypeVar("_Part", Area, Group)


def _bare(name: Phrase) -> Phrase:
    """A title without the verb it begins with: "(phát triển) hạ tầng số"."""
    for verb in TITLE_VERBS:
        if name[:2] == verb and len(name) > 4:
            return name[2:]
    return name


class Places:
    """The areas and groups of a plan. `annexes`: its tables are annexes with numbers, so "phụ lục II" is no area."""

    def __init__(self, plan: Plan, index: Index, *, annexes: bool) -> None:
        self._areas = [(tuple(index.words(n)), a) for a in plan.areas for n in (a.title, *a.names)]
        self._areas.sort(key=lambda pair: -len(pair[0]))
        self._groups = sorted(((tuple(index.words(g.title)), g) for g in plan.groups), key=lambda p: -len(p[0]))
        self._long = [(frozenset(name), g) for name, g in self._groups if len(name) > _SHORT]
        self._words = frozenset(word for name, _ in (*self._areas, *self._groups) for word in name)
        called = [(said, g) for name, g in self._groups for said in dict.fromkeys((name, _bare(name)))]
        self._group_names = Listed(said for said, _ in called)
        self._of_name = [g for _, g in called]
        self._area_names = Listed(name for name, _ in self._areas)
        part = PARTS if annexes else f"{PARTS}|{ANNEXES}"
        codes = "|".join(a.code for a in plan.areas)
        bare = "" if annexes else rf"|(?:{OF_AREA})(?=\s+[ivx]{{2,}}\b)"  # "các việc của VI"
        begin = rf"\b(?:{part}{bare})\s+(?:(?:{codes})\s*{AND_ANOTHER}\s*)*"
        self._areas_numbered = [(seldom(rf"{begin}{a.code}\b(?!\.\d)", re.I), a) for a in plan.areas]
        self._part_numbered = re.compile(rf"\b(?:{part}{bare})\s+(?:{codes})\b(?!\.\d)", re.I)
        self._groups_numbered = [(g.code.lower(), self._numbered(g.code), g) for g in plan.groups]

    def named(
        self, heard: Heard, typed: str, used: Set[int], annex: str, *, listing: bool
    ) -> tuple[tuple[Area, ...], tuple[Group, ...]]:
        """Areas and groups named in words ("cải cách TTHC"), or by number ("lĩnh vực II", "nhóm VI.3"). `annex`: the
        one that is looked into, "" for all. `listing`: tasks are asked for, so that a part is one of the annex's."""
        words = heard.words
        said = set(words)
        groups = list(dict.fromkeys(self._of_name[at] for at in self._group_names.said(words)))
        groups = groups or self._nearly(said)
        # Where a unit's name ends no area's begins: "Phòng Kế hoạch và Tài chính cộng lại" is not "tài chính công".
        apart = ["" if at in used else word for at, word in enumerate(words)]
        areas = [self._areas[at][1] for at in self._area_names.said(apart) if len(self._areas[at][0]) > 1]
        if self._part_numbered.search(typed):
            areas += [a for numbered, a in self._areas_numbered if numbered.search(typed)]
        if not groups or words.count(GROUP[0]) > 1:
            groups = [*groups, *self._meant(words, self._groups, annex, (GROUP,))]
        groups += self._of_number(words, areas) if not groups else []
        lower = typed.lower()
        groups += [g for code, numbered, g in self._groups_numbered if code in lower and numbered.search(typed)]
        if not (areas or groups):
            areas = self._meant(words, self._areas, annex, AREA_HEADS if listing else (GROUP,))
        found = tuple(dict.fromkeys(areas)) or self._partly_named(words, self._areas)
        if not groups and (listing or not found):
            groups = list(self._partly_named(self._without_areas(words, found), self._groups_of(found)))
        return found, tuple(dict.fromkeys(groups))

    def _of_number(self, words: Sequence[str], areas: Sequence[Area]) -> list[Group]:
        """The group of a number alone, in the area named or in the only one that has it: "nhóm 5 của lĩnh vực VI",
        "nhóm 2 của VI"."""
        said = " ".join(words) if GROUP[0] in words else ""
        found = GROUP_NUMBERED.search(said) if said else None
        if found is None:
            return []
        inside = {a.code for a in areas} or {found["area"].upper()} if found["area"] else {a.code for a in areas}
        numbered = [g for _, g in self._groups if g.code.rpartition(".")[2] == found["number"]]
        meant = [g for g in numbered if not inside or g.area in inside]
        return meant if len(meant) == 1 else []

    def _without_areas(self, words: Sequence[str], areas: Sequence[Area]) -> list[str]:
        """The words but those of the names of some areas."""
        if not areas:
            return list(words)
        codes = {area.code for area in areas}
        named = {word for name, area in self._areas if area.code in codes for word in name}
        return [word for word in words if word not in named]

    def _groups_of(self, areas: Sequence[Area]) -> list[tuple[Phrase, Group]]:
        """The groups of some areas, of all where none is named."""
        if not areas:
            return self._groups
        codes = {area.code for area in areas}
        return [(name, group) for name, group in self._groups if group.area in codes]

    @staticmethod
    def _numbered(code: str) -> re.Pattern[str]:
        """A group's code; one that is a bare number only after the word for it, or a number of anything is one."""
        head = rf"\b(?:{PARTS}|stt)\s+" if code.isdigit() else r"\b"
        return seldom(rf"{head}{re.escape(code)}\b(?!\.\d)", re.I)

    def _partly_named(self, words: Sequence[str], parts: Sequence[tuple[Phrase, _Part]]) -> tuple[_Part, ...]:
        """The one area or group of whose title several words in a row are all that the question names."""
        said = tuple(hard(words))
        if len(said) < _PARTLY or said[0] not in self._words:
            return ()
        longer = ((name, part) for name, part in parts if len(name) > len(said) and said[0] in name)
        found = [part for name, part in longer if find(hard(name), said) >= 0]
        return tuple(dict.fromkeys(found)) if len(set(found)) == 1 else ()

    def _meant(
        self, words: Sequence[str], parts: Sequence[tuple[Phrase, _Part]], annex: str, heads: Sequence[Phrase]
    ) -> list[_Part]:
        """The areas or groups that a few words after each "nhóm" can mean."""
        begins: dict[int, int] = {
            at: len(head)
            for head in heads
            if head[0] in words
            for at in range(len(words))
            if tuple(words[at : at + len(head)]) == head
        }
        if not begins:
            return []
        among = [(name, part) for name, part in parts if not annex or f"{printed_places.ANNEX} {annex}," in part.place]
        places = pairwise((*sorted(begins), len(words)))
        said = [word for word in words if word != annex.lower()] if annex else words
        named = (self._called(said[at + begins[at] : end], among) for at, end in places)
        return [part for part in named if part is not None]

    def _called(self, words: Sequence[str], among: Sequence[tuple[Phrase, _Part]]) -> _Part | None:
        """The one of some parts whose title has most of the words that weigh."""
        said = {w for w in words if not isinstance(w, Soft)}
        weighed = [(len(said.intersection(name)) / len(said), part) for name, part in among if said]
        shares = sorted(weighed, key=lambda pair: -pair[0])
        if len(said) < 2 or not shares or shares[0][0] < _MEANT or (len(shares) > 1 and shares[1][0] == shares[0][0]):
            return None
        return shares[0][1]

    def _nearly(self, said: set[str]) -> list[Group]:
        """The groups of whose long names nearly all words are said, of several those of which most are."""
        shares = [(len(said & wanted) / len(wanted), g) for wanted, g in self._long]
        most = max((share for share, _ in shares), default=0.0)
        return [g for share, g in shares if share == most >= _NEARLY]
