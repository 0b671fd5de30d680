"""A question understood: its words repaired, what is asked, and what it is about (codes, units, areas, years …)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.lexicon.questions import Lexicon, Phrase, phrase
from knowledge.model import Area, Group, Plan, Unit
from knowledge.repair import Repair, is_syllable
from knowledge.search import Index, Soft
from knowledge.vietnamese import clean, fold

MAX_LENGTH = 1500
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+[^\W_]*)*|%")
_CODE = re.compile(r"(?<![\w/.-])([ivx]+)[.\s]?0*(\d{1,2})(?:\.0*(\d{1,2}))?(?![\w/]|-[\w])", re.IGNORECASE)
_ARABIC = re.compile(r"(?<![\w/.,-])([1-9])\.0*(\d{1,2})(?:\.0*(\d{1,2}))?(?![\w/.,%]|\s*%)")
_TARGET = re.compile(r"\bct\s?(\d{2})\.?\s?(\d{2})\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?<![\w.,])(\d{1,4})(?:\s*[/]\s*((?:19|20)\d\d))?(?:\s*[/-]\s*([a-zđ]{2,5}(?:-[a-zđ]{2,6})?))?(?![\w%])",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<!\d)[,:;!?.](?!\d)\s*")
_ASKING = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "count", "show", "progress"})
_ADDRESS = frozenset(
    ("em", "da", "xin", "chao", "anh", "chi", "minh", "toi", "kinh", "thua", "alo", "ad", "nho", "phien", "mong", "cam")
)
"""Words with which a clause of courtesy begins."""
_OPENING = 18
"""An opener stands within so many words of the beginning."""
_SHORT_PLURAL = re.compile(r"\bn~", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|phần trăm)")
_SECTION = r"\b(?:lĩnh vực|mục|phần|phụ lục|linh vuc|muc)\s+{}\b"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4}
_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
DOCUMENT_TYPES = (("nghi", "dinh"), ("quyet", "dinh"), ("nghi", "quyet"), ("thong", "tu"), ("chi", "thi"), ("luat",))


@dataclass(frozen=True, slots=True)
class Document:
    """A paper named in a question: its number, year and type ("nghị định") as far as they were said."""

    number: str
    year: str = ""
    type: Phrase = ()


@dataclass(frozen=True)
class Question:
    """`words`: the repaired, folded words; `content`: those that may name a record; `asks`, `things`: keys of the
    lexicon that occur; `percents`: percentages named (0–100); `ordinal`: "thứ 4", -1 for the last."""

    text: str
    words: tuple[str, ...]
    content: tuple[str, ...]
    asks: frozenset[str]
    things: frozenset[str]
    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    areas: tuple[Area, ...] = ()
    groups: tuple[Group, ...] = ()
    years: tuple[int, ...] = ()
    quarter: int = 0
    days: tuple[str, ...] = ()
    percents: tuple[float, ...] = ()
    documents: tuple[Document, ...] = ()
    ordinal: int = 0
    foreign: str = ""

    @property
    def hard(self) -> list[str]:
        """The content words that weigh."""
        return [w for w in self.content if not isinstance(w, Soft)]

    def has(self, *asks: str) -> bool:
        """Whether one of these is asked."""
        return not self.asks.isdisjoint(asks)


def _bare(name: Phrase) -> Phrase:
    """A title without the verb it begins with: "(phát triển) hạ tầng số"."""
    for verb in (("phat", "trien"), ("hoan", "thien"), ("xay", "dung"), ("nang", "cao"), ("day", "manh")):
        if name[:2] == verb and len(name) > 4:
            return name[2:]
    return name


def find(words: Sequence[str], wanted: Phrase) -> int:
    """Where a phrase stands in the words, or -1."""
    n = len(wanted)
    return next((i for i in range(len(words) - n + 1) if tuple(words[i : i + n]) == wanted), -1)


@dataclass
class Understanding:
    """Reads questions about one plan."""

    plan: Plan
    lexicon: Lexicon
    abbreviations: Mapping[str, Phrase]
    index: Index
    repair: Repair = field(init=False)

    def __post_init__(self) -> None:
        known: Counter[str] = Counter()
        for entry in self.index.entries:
            known.update(entry.main | entry.side | entry.soft)
        self._names: list[tuple[Phrase, Unit]] = sorted(
            ((tuple(self.index.words(n)), u) for u in self.plan.units for n in (u.name, u.short, *u.aliases)),
            key=lambda pair: -len(pair[0]),
        )
        self._areas = [(self._named(n), a) for a in self.plan.areas for n in (a.title, *a.names)]
        self._areas.sort(key=lambda pair: -len(pair[0]))
        self._groups = sorted(((self._named(g.title), g) for g in self.plan.groups), key=lambda p: -len(p[0]))
        for names in (*(n for n, _ in self._names), *(n for n, _ in self._areas), *(n for n, _ in self._groups)):
            known.update(names)
        known.update(self.lexicon.syllables)
        self.repair = Repair(known)
        self._printed = {
            pair for e in self.index.entries for pair in e.pairs if not any(isinstance(w, Soft) for w in pair)
        }
        self._initials = self._learnt_initials()
        self._entities = {pair for names, _ in self._names for pair in pairwise(names)}
        texts = (self.plan.title, self.plan.issuer, self.plan.governing_body, *(b.text for b in self.plan.legal_bases))
        self._own_places: set[Phrase] = set()
        self._bodies: set[Phrase] = set()
        of_units = (name for unit in self.plan.units for name in (unit.name, *unit.aliases))
        cells = (cell for t in self.plan.tasks for cell in (t.title, t.product, t.deadline, t.cooperating_printed))
        statements = (t.statement for t in self.plan.targets)
        for text in (*texts, *of_units, *cells, *statements, *(p.text for p in self.plan.passages)):
            spoken = self.index.words(text)
            self._entities |= set(pairwise(spoken))
            for at in range(len(spoken)):
                for head in self.lexicon.entity_heads:
                    if tuple(spoken[at : at + len(head)]) == head:
                        whole = tuple(str(w) for w in spoken[at : at + len(head) + 2])
                        self._bodies |= {whole, whole[:-1]}
            self._own_places |= {place for place in self.lexicon.places if find(spoken, place) >= 0}

    def _learnt_initials(self) -> dict[str, Phrase]:
        """Initials of phrases in titles ("thpl": thi hành pháp luật), where only one phrase has them."""
        found: dict[str, set[Phrase]] = {}
        titles = [t.title for t in self.plan.tasks] + [t.metric for t in self.plan.targets]
        for words in (self.index.words(title) for title in titles):
            for length in range(3, 7):
                for at in range(len(words) - length + 1):
                    name = tuple(str(w) for w in words[at : at + length])
                    found.setdefault("".join(w[0] for w in name), set()).add(name)
        return {i: next(iter(names)) for i, names in found.items() if len(names) == 1 and not is_syllable(i)}

    def _named(self, name: str) -> Phrase:
        return tuple(self.index.words(name))

    # ---- words ------------------------------------------------------------------------------------------------------

    def words(self, text: str) -> list[str]:
        """The repaired words of what was typed."""
        found: list[str] = []
        bare: list[bool] = []
        soft = self.lexicon.soft
        for token in _TOKEN.findall(_SHORT_PLURAL.sub("những", text).lower()):
            folded = fold(token)
            full = (
                self._short(token) or (self._short(folded) if len(folded) > 1 else None) or self._initials.get(folded)
            )
            if full:
                meant = [Soft(w) if w in soft else w for w in full]
            elif token != folded:
                is_soft = token in self.lexicon.soft_printed or (folded in soft and token not in self.index.printed)
                meant = [Soft(w) if is_soft else w for w in self.repair.syllables(folded)]
            else:
                meant = [Soft(w) if w in soft else w for w in self.repair.syllables(folded)]
            found += meant
            bare += [token == folded and not full] * len(meant)
        return self._in_context(found, bare)

    def _in_context(self, words: list[str], bare: Sequence[bool]) -> list[str]:
        """Words typed without tones that could be soft are not, where they stand beside a neighbour of print
        ("phan cap": phân cấp); a word one slip away from one that fits its neighbours is mended ("tinh giảm")."""
        for at, word in enumerate(words):
            before = words[at - 1] if at else ""
            after = words[at + 1] if at + 1 < len(words) else ""
            if isinstance(word, Soft):
                if bare[at] and ((before, word) in self._printed or (word, after) in self._printed):
                    words[at] = str(word)
            elif len(word) > 2 and word.isalpha() and before:
                words[at] = self._mended(before, word, after)
        return words

    def _mended(self, before: str, word: str, after: str) -> str:
        """The word, or the only one a slip away that fits both neighbours better."""
        pairs = self.index.pairs
        if (before, word) in pairs:
            return word
        both = self.index.knows(word)  # a word of the plan gives way only to one that fits on both sides
        near = [c for c in self.repair.neighbours(word) if (before, c) in self._printed]
        better = [c for c in near if not both or (c, after) in pairs]
        return better[0] if len(better) == 1 else word

    def _short(self, token: str) -> Phrase | None:
        return self.abbreviations.get(token) or self.lexicon.chat.get(token)

    def _polite(self, words: list[str]) -> list[str]:
        """The words without courtesies: what stands before an opener near the beginning, and after a closer."""
        begins = 0
        for opener in self.lexicon.openers:
            at = find(words[:_OPENING], opener)
            if at >= 0 and at + len(opener) + 1 < len(words):
                begins = max(begins, at + len(opener))
        words = words[begins:]
        ends = [at for closer in self.lexicon.closers if (at := find(words, closer)) > 2]
        words = words[: min(ends)] if ends else words
        for wanted in self.lexicon.polite:
            while (at := find(words, wanted)) >= 0 and len(words) > len(wanted):
                del words[at : at + len(wanted)]
        return words

    # ---- the whole --------------------------------------------------------------------------------------------------

    def read(self, text: str) -> Question:
        """What a question says. Never raises."""
        typed = self._without_asides(clean(text[:MAX_LENGTH]))
        every = self.words(typed)
        words = self._polite(list(every))
        used: set[int] = set()
        units = self._units(words, used)
        codes, candidates = self._codes(typed)
        documents = self._documents(typed, words) if not codes else ()
        areas, groups = self._places(words, typed)
        return Question(
            text=typed,
            words=tuple(words),
            content=self._content(words, used, codes),
            asks=frozenset(
                self._said(words, self.lexicon.asks) | self._said(every, {"thanks": self.lexicon.asks["thanks"]})
            ),
            things=frozenset(self._said(words, self.lexicon.things)),
            codes=codes,
            candidates=candidates,
            targets=tuple(t for t in (f"CT{a}.{b}" for a, b in _TARGET.findall(typed)) if self.plan.target(t)),
            units=units,
            areas=areas,
            groups=groups,
            years=tuple(dict.fromkeys(int(y) for y in re.findall(r"\b((?:19|20)\d\d)\b", typed))),
            quarter=self._quarter(words),
            days=tuple(dict.fromkeys(re.findall(r"\b\d{1,2}[/.-]\d{1,2}\b(?![/.-]?\d)", typed))),
            percents=tuple(
                float(n.replace(",", ".")) for n in re.findall(r"(\d+(?:[.,]\d+)?)\s*(?:%|phần trăm)", typed)
            ),
            documents=documents,
            ordinal=self._ordinal(words),
            foreign=self._foreign(words, used, typed),
        )

    def _without_asides(self, typed: str) -> str:
        """The message without clauses of courtesy ("em mới về cơ quan nên chưa rõ")."""
        clauses = [c for c in _CLAUSE.split(typed) if c.strip()]
        if len(clauses) < 2:
            return typed
        kept = [c for c in clauses if self._speaks(c)]
        return ", ".join(kept) if kept and len(kept) < len(clauses) else typed

    def _speaks(self, clause: str) -> bool:
        words = self.words(clause)
        if _ADDRESS.isdisjoint(words[:2]):
            return True
        hard = [str(w) for w in words if not isinstance(w, Soft)]
        if any(pair in self.index.pairs for pair in pairwise(hard)) or re.search(r"\d", clause):
            return True
        named = self._units(words, set())
        return bool(named) or not _ASKING.isdisjoint(self._said(words, self.lexicon.asks))

    def _said(self, words: Sequence[str], groups: Mapping[str, tuple[Phrase, ...]]) -> set[str]:
        text = f" {' '.join(words)} "
        return {name for name, phrases in groups.items() if any(f" {' '.join(p)} " in text for p in phrases)}

    def _content(self, words: Sequence[str], used: set[int], codes: Sequence[str]) -> tuple[str, ...]:
        """Words that may name a record: the units' names are left out, synonyms put in, years and codes left out."""
        kept = [w for i, w in enumerate(words) if i not in used]
        for said, printed in self.lexicon.synonyms.items():
            at = find(kept, said)
            known = said not in self.lexicon.firm and all(self.index.knows(w) for w in said)
            if at >= 0 and find(kept, printed) < 0 and not known:
                kept[at : at + len(said)] = printed
        dropped = {"%", *(c.lower() for code in codes for c in code.split("."))}
        return tuple(w for w in kept if w not in dropped and not re.fullmatch(r"(?:19|20)\d\d", w))

    def _units(self, words: Sequence[str], used: set[int]) -> tuple[Unit, ...]:
        found: list[tuple[int, Unit]] = []
        for name, unit in self._names:
            for at in range(len(words) - len(name) + 1):
                place = set(range(at, at + len(name)))
                if tuple(words[at : at + len(name)]) == name and not used & place:
                    found.append((at, unit))
                    used |= place
        return tuple(dict.fromkeys(unit for _, unit in sorted(found, key=lambda pair: pair[0])))

    def _codes(self, typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(task codes surely meant, codes that may be meant): "2.5" may be II.5, "2.1" II.1 or VI.2.1."""
        exact = []
        for roman, first, second in _CODE.findall(typed):
            code = f"{roman.upper()}.{int(first)}" + (f".{int(second)}" if second else "")
            exact += [code] if self.plan.task(code) else []
        if exact:
            return tuple(dict.fromkeys(exact)), ()
        maybe = []
        for first, second, third in _ARABIC.findall(typed):
            numbers = [n for n in (first, second, third) if n]
            roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][int(first)]
            whole = ".".join([roman, *(str(int(n)) for n in numbers[1:])])
            tail = "." + ".".join(str(int(n)) for n in numbers)
            maybe += [t.code for t in self.plan.tasks if t.code == whole or t.code.endswith(tail)]
        return (tuple(maybe), ()) if len(maybe) == 1 else ((), tuple(dict.fromkeys(maybe)))

    def _places(self, words: Sequence[str], typed: str) -> tuple[tuple[Area, ...], tuple[Group, ...]]:
        """Areas and groups named in words ("cải cách TTHC"), or by number ("lĩnh vực II", "nhóm VI.3")."""
        groups = [g for name, g in self._groups if find(words, name) >= 0 or find(words, _bare(name)) >= 0]
        groups = groups or [g for name, g in self._groups if self._nearly(words, name)]
        areas = [a for name, a in self._areas if len(name) > 1 and find(words, name) >= 0]
        areas += [
            a
            for a in self.plan.areas
            if re.search(rf"\b(?:lĩnh vực|mục|phần|phụ lục|linh vuc|muc)\s+{a.code}\b", typed, re.I)
        ]
        groups += [g for g in self.plan.groups if re.search(rf"\b{re.escape(g.code)}\b(?!\.\d)", typed, re.I)]
        return tuple(dict.fromkeys(areas)), tuple(dict.fromkeys(groups))

    def _nearly(self, words: Sequence[str], name: Phrase) -> bool:
        """A long name said nearly in full, in one stretch."""
        wanted = set(name)
        return len(name) > 4 and len(wanted & set(words)) / len(wanted) >= 0.8

    def _quarter(self, words: Sequence[str]) -> int:
        at = find(words, ("quy",))
        following = words[at + 1] if 0 <= at < len(words) - 1 else ""
        return _ROMAN.get(following, 0)

    def _ordinal(self, words: Sequence[str]) -> int:
        for mark in ("thu", "so"):
            at = find(words, (mark,))
            following = words[at + 1] if 0 <= at < len(words) - 1 else ""
            if following.isdigit() and len(following) < 3:
                return int(following)
            if mark == "thu" and following in _ORDINALS:
                return _ORDINALS[following]
        if find(words, ("cuoi", "cung")) >= 0:
            return -1
        return 1 if find(words, ("dau", "tien")) >= 0 else 0

    def _documents(self, typed: str, words: Sequence[str]) -> tuple[Document, ...]:
        """Papers named by type and number, or by a number with its mark ("258/QĐ-UBND", "59/2012")."""
        kinds = [kind for kind in DOCUMENT_TYPES if find(words, kind) >= 0]
        found = []
        for match in _DOCUMENT.finditer(typed):
            number, year, mark = match[1], match[2] or "", match[3] or ""
            before = self.words(typed[: match.start()])[-4:]
            typed_before = next((k for k in DOCUMENT_TYPES if find(before, k) >= 0), ())
            if re.fullmatch(r"(?:19|20)\d\d", number) and not mark:
                continue
            if not (typed_before or mark or year) or (year and not kinds and not mark and int(number) <= 12):
                continue
            if not year and (said := re.match(r"\s*(?:năm|nam)\s+((?:19|20)\d\d)", typed[match.end() :], re.I)):
                year = said[1]
            found.append(Document(str(int(number)), year, typed_before))
        return tuple(found)

    def _typed_so(self, typed: str, head: Phrase) -> bool:
        """Whether the head was typed with its tones."""
        return re.search(rf"\b{self.lexicon.entity_names[head]}\b", typed.lower()) is not None

    def _foreign(self, words: Sequence[str], used: set[int], typed: str) -> str:
        """A body or place that the plan does not know ("Sở Y tế", "tỉnh Kon Tum"), or ""."""
        for place in self.lexicon.places:
            if find(words, place) >= 0 and place not in self._own_places:
                return " ".join(place)
        inside = {
            at + 1
            for name in self.lexicon.not_entities
            for at in range(len(words))
            if tuple(words[at : at + 2]) == name
        }
        for at in range(len(words) - 1):
            head = next((h for h in self.lexicon.entity_heads if tuple(words[at : at + len(h)]) == h), None)
            if head is None or at in used or at in inside:
                continue
            after = at + len(head)
            if after >= len(words) or isinstance(words[after], Soft) or after in used or words[after].isdigit():
                continue
            # Typed without tones, "so" may be "số": then only a name that the plan does not print counts.
            if not self._typed_so(typed, head) and tuple(words[after : after + 2]) in self.index.pairs:
                continue
            name = tuple(words[after : after + 2])
            if len(name) < 2 or isinstance(name[1], Soft):
                name = name[:1]
            if (*head, *name) not in self._bodies:
                return " ".join((*head, *name))
        return ""


def learnt_abbreviations(plan: Plan, lexicon: Lexicon) -> dict[str, Phrase]:
    """The lexicon's abbreviations and those that the plan itself explains: "thủ tục hành chính (TTHC)"."""
    found = dict(lexicon.abbreviations)
    texts: Iterable[str] = (
        *(t.title for t in plan.tasks),
        *(f"{t.metric} {t.statement}" for t in plan.targets),
        *(p.text for p in plan.passages),
        *(a.title for a in plan.areas),
    )
    for text in texts:
        for before, short in re.findall(r"((?:[^\W\d_]+[ ,]+){2,8})\(([A-ZĐ]{2,8})\)", text):
            syllables = phrase(before)
            if "".join(s[0] for s in syllables[-len(short) :]) == fold(short):
                found.setdefault(short.lower(), syllables[-len(short) :])
    return found
