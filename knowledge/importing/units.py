"""Unit names in the cells of a plan → units with codes, and the cells as lists of those codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from knowledge.importing.problems import Problem
from knowledge.lexicon import unit_cells as said
from knowledge.lexicon.importing import (
    ABOVE,
    AFTER_LIST,
    BARE_BODY,
    BODY,
    COLLECTIVE,
    DUTY,
    FIRM,
    HEADS_WRITTEN_SHORT,
    LIST_ENDS,
    LOWER_BODY,
    NO_BODY,
    UNITS_OF,
)
from knowledge.lexicon.short_forms import DOTTED, HEADS
from knowledge.model import Unit
from knowledge.orthography import is_syllable
from knowledge.short_forms import CAPITALS, ShortForms, dotted_head, fits
from knowledge.vietnamese import fold

_ITEM = re.compile(r"(?:^|(?<=[\s.;,]))\d{1,2}[.)]\s+(?=\S)")
_NO_HEAD = "".join(rf"(?<!\b{head})" for head in DOTTED)
_HARD = re.compile(rf"\s*[;\n•]\s*|^\s*[-–+]\s+|{_NO_HEAD}\.\s+(?=[A-ZĐ])")
_WORD = re.compile(r"\w+")
_LONGEST_NAME = 140
_SHORT_NAME = 40
_COUNTRY = 5
"""Words of a name that ends with "Việt Nam" and is as well known without: "Ngân hàng Nhà nước (Việt Nam)"."""
_SLIP = 80
"""How alike (of 100) two words are of which one is the other's slip: "Thuơng" and "Thương", not "Nội" and "Ngoại"."""


def split_units(text: str) -> list[str]:
    """The unit names in a cell, in order: cut at ";", at numbers, and at commas after which another unit begins."""
    names: list[str] = []
    for part in _HARD.split(_ITEM.sub(" ; ", text)):
        pieces = _parts(part)
        for piece in pieces:
            name = _name(piece)
            if name and fold(name) not in map(fold, names):
                names.append(name)
    return names


def _parts(text: str) -> list[str]:
    """Cuts where the next words are the head of a unit's name, not inside "Văn hóa, Thể thao và Du lịch"."""
    pieces: list[str] = []
    start = 0
    for match in said.SOFT.finditer(text):
        rest = text[match.end() :]
        current = text[start : match.start()]
        if not current.strip() or current.count("(") > current.count(")"):
            continue
        if not match[0].strip() and said.BELONGING.search(fold(current)):
            continue
        if _begins_unit(rest, current):
            pieces.append(current)
            start = match.end()
    return [*pieces, text[start:]]


def _begins_unit(rest: str, current: str) -> bool:
    """Whether another unit's name begins at `rest`; "các sở, ban, ngành" is one name for many."""
    after = fold(rest)
    if dotted_head(rest) != rest or (rest[:1].isupper() and _is_firm(rest) and _is_firm(current.strip())):
        return True
    if not (BODY.match(after) or re.match(r"[A-ZĐ]{3,}\b", rest)) or NO_BODY.match(after):
        return False
    plain = fold(current).strip()
    if LIST_ENDS.search(plain) and AFTER_LIST.match(after):
        return True  # "cơ quan, tổ chức có liên quan, cơ sở khám bệnh"
    if plain.endswith("van phong hdnd") and after.startswith("ubnd"):
        return False
    if rest[:1].islower() and not after.startswith("cac "):
        many = COLLECTIVE.match(plain) or current.strip()[:1].islower() or len(plain) < 5
        return not many and bool(LOWER_BODY.match(after))
    head = re.match(r"^(?:cac )?(?:so|bo|ban|co quan|don vi)$", plain)
    return not (head and re.match(r"^\w+\s*(?:,|$|va\b|nganh)", after))


def _is_firm(text: str) -> bool:
    """Whether a text begins with a firm's name: no Vietnamese syllable ("MobiFone"), or what firms are called by."""
    first = text.split(maxsplit=1)[0].strip(",.") if text.strip() else ""
    named = len(first) > 2 and first.isascii() and first.isalpha() and first[0].isupper() and not first.isupper()
    return FIRM.match(fold(text)) is not None or (named and not is_syllable(first.lower()))


def _name(piece: str) -> str:
    if said.MATTER.fullmatch(piece.strip()):
        return ""
    text = said.MATTER_BEFORE.sub("", piece.strip(" .,;:-–"))
    text = said.ROLE.sub("", text)
    text = said.WITH_BEFORE.sub("", text)
    folded = fold(text)
    named = len(folded) != len(text) or UNITS_OF.fullmatch(folded)
    duties = () if named else DUTY.finditer(" " + folded)
    # "Phòng Tổng hợp" is a unit whose name sounds like its duty.
    cuts = (max(duty.start() - 1, 0) for duty in duties if not BARE_BODY.fullmatch(folded[: max(duty.start() - 1, 0)]))
    cut = next((at for at in cuts if at == 0 or at > 2), None)
    text = text if cut is None else text[:cut]
    text = said.WITH_BEHIND.sub("", text)
    return text.strip(" .,;:-–")[:_LONGEST_NAME].strip() if re.search(r"[^\W\d_]{2}", text) else ""


def with_cooperation(lead: str) -> tuple[str, str]:
    """The units that lead and those that cooperate, where one cell names both: "Sở A chủ trì, phối hợp với Sở B", "Sở A
    (chủ trì), Sở B (phối hợp)"; the cell and "" where it does not."""
    if (found := said.BOTH.match(lead)) is not None:
        return found[1].strip(" ,;"), found[2].strip(" .,;")
    pieces = [
        (said.COOPERATES.search(piece) is not None, piece) for piece in re.split(r"(?<=\))\s*[,;]?\s*|[;\n]\s*", lead)
    ]
    leads, others = ("; ".join(p for c, p in pieces if c is wanted and p.strip()) for wanted in (False, True))
    return (leads, others) if leads and others else (lead, "")


@dataclass(slots=True)
class Register:
    """Units as they are met. `internal` guesses which belong to the agency: True for an office below a province.
    `forms`: what the short forms stand for that the plan explains."""

    internal: bool = True
    forms: ShortForms = field(default_factory=ShortForms)
    units: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)

    def codes(self, text: str) -> tuple[str, ...]:
        """The codes of the units that a cell names, each once; units not met before are added."""
        names = [known for name in split_units(text) for known in self._known_in(name)]
        return tuple(dict.fromkeys(self.units[self._find(name)].code for name in names))

    def add(self, name: str, called: Iterable[str] = ()) -> None:
        """A unit that a table names, unless it is known by just this name; `called`: what it is called for short. No
        name is a slip of another here: places differ by less."""
        index = self._known.get(_key(name), len(self.units))
        if index == len(self.units):
            self._known[_key(name)] = index
            self.units.append(self._unit(name))
        unit = self.units[index]
        more = tuple(short for short in called if _key(short) not in self._known)
        self.units[index] = unit.model_copy(update={"aliases": (*unit.aliases, *more)}) if more else unit

    def _known_in(self, name: str) -> list[str]:
        """The units that a name lists, where each of them stood alone before; else the name, without the unit above."""
        listed = said.LISTED.split(name)
        if len(listed) > 1 and not COLLECTIVE.match(fold(name)) and not self._knows(name):
            return listed if all(map(self._knows, listed)) else [name]
        return [above["own"] if (above := ABOVE.fullmatch(name)) else name]

    def _knows(self, name: str) -> bool:
        return _key(self.forms.in_full(name)) in self._known or self.forms.knows(name)

    def _find(self, name: str) -> int:
        full = self.forms.in_full(name)
        index = self._found(full)
        unit = self.units[index]
        # "VP", of "Văn phòng HĐND và UBND", is also said in full.
        also = (name, HEADS[name]) if name in HEADS and full.startswith(HEADS[name]) else (name,)
        if full != name and (more := tuple(one for one in also if one not in unit.called)):
            self.units[index] = unit.model_copy(update={"aliases": (*unit.aliases, *more)})
        return index

    def _found(self, name: str) -> int:
        key = _key(name)
        if (known := self._known.get(key)) is not None:
            unit = self.units[known]
            differs = any(said(name) != said(unit.name) for said in (_written_short, _of_the_country, _of_several))
            if differs and name not in (unit.name, *unit.aliases):
                self._call(known, name)  # "VP UBND tỉnh" beside "Văn phòng UBND tỉnh"
            return known
        for index, unit in enumerate(self.units):
            if _stands_for(name, unit.name) or _stands_for(unit.name, name):
                self._known[key] = index
                self._call(index, name)
                return index
        for other, index in list(self._known.items()):
            if _same(key, other):
                self._known[key] = index
                self._alias(index, name)
                return index
        unit = self._unit(name)
        self._known[key] = len(self.units)
        self.units.append(unit)
        return len(self.units) - 1

    def _call(self, index: int, name: str) -> None:
        """One more name of a unit; the longer one is its own, the other what it is called for short."""
        unit = self.units[index]
        full, short = sorted((unit.name, name), key=len, reverse=True)
        change = {"name": full, "short": short_of(full, unit.code)}
        self.units[index] = unit.model_copy(update={**change, "aliases": (*unit.aliases, short)})

    def _alias(self, index: int, name: str) -> None:
        unit = self.units[index]
        self.units[index] = unit.model_copy(update={"aliases": (*unit.aliases, name)})
        data = {"name": name, "other": unit.name}
        path = ("units", index, "name")
        self.problems.append(Problem("two_spellings", path, severity="warning", subject=unit.code, data=data))

    def _unit(self, name: str) -> Unit:
        plain = fold(name)
        collective = bool(COLLECTIVE.match(plain))
        outside = self.internal and not said.INNER.match(plain) and bool(said.OUTER.match(plain))
        outside = outside or bool(re.match(r"^van phong (?:ubnd|uy ban|chinh phu)", plain) and self.internal)
        base = re.sub(r"\s*\(.*\)\s*$", "", name)
        parent = self._known.get(_key(base)) if base != name else None
        headed = dotted_head(name)
        code = self._code(fold(headed))
        return Unit(
            code=code,
            name=name,
            short=short_of(name, code),
            outside=outside,
            aliases=() if headed == name else (headed,),
            collective=collective,
            part_of=self.units[parent].code if parent is not None else None,
        )

    def _code(self, plain: str) -> str:
        short = next((plain.removeprefix(kind) for kind in said.KINDS if plain.startswith(kind)), plain)
        words = [word for word in _WORD.findall(short) if word not in said.SKIPPED] or _WORD.findall(plain)
        code = "".join(word.upper() if word.isdigit() else word[0].upper() for word in words)[:8] or "DV"
        if len(words) == 1:
            code = words[0].upper()[:10]
        taken = {unit.code.casefold() for unit in self.units}
        number, unique = 1, code
        while unique.casefold() in taken:
            number += 1
            unique = f"{code}{number}"
        return unique


def short_of(name: str, code: str) -> str:
    """What a unit is called for short: its name, unless that is long."""
    return name if len(name) <= _SHORT_NAME else code


def may_be_one(name: str, other: str) -> bool:
    """Whether two names look like one unit spelled in two ways."""
    return _same(_key(name), _key(other))


def _key(name: str) -> str:
    """What two spellings of one name share: no case, no marks, no "các", "và", "có" before "liên quan"."""
    plain = fold(dotted_head(name)).replace("uy ban nhan dan", "ubnd").replace("co lien quan", "lien quan")
    words = [part for word in _WORD.findall(plain) for part in HEADS_WRITTEN_SHORT.get(word, word).split()]
    kept = [word for word in words if word not in ("va", "cac")] or words
    return " ".join(kept[:-2] if kept[-2:] == ["viet", "nam"] and len(kept) > _COUNTRY else kept)


def _of_the_country(name: str) -> bool:
    return fold(name).endswith(" viet nam")


def _of_several(name: str) -> bool:
    return " cac " in fold(name)


def _written_short(name: str) -> bool:
    return dotted_head(name) != name or not HEADS_WRITTEN_SHORT.keys().isdisjoint(_WORD.findall(fold(name)))


def _stands_for(short: str, full: str) -> bool:
    """Whether a name has capitals for the words of another after the same head: "Cục TSKN", "Sở KH&CN"."""
    head, _, own = short.rpartition(" ")
    return bool(head) and len(own) > 1 and CAPITALS.fullmatch(own) is not None and fits(short, full) == "whole"


def _same(one: str, other: str) -> bool:
    """Two spellings of one unit: the same words in another order, or one slip in a long name."""
    if min(len(one), len(other)) < 8 or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    first, second = one.split(), other.split()
    if sorted(first) == sorted(second):
        return True
    slip = (
        len(first) == len(second)
        and first[0] == second[0]
        and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    )
    if slip:
        odd = next((a, b) for a, b in zip(first, second, strict=True) if a != b)
        return min(map(len, odd)) >= 3 and fuzz.ratio(*odd) >= _SLIP and len(first) >= 3
    return False
