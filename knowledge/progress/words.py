"""Statuses said in words, and whether a message asks rather than reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.lexicon import progress as lexicon
from knowledge.progress.amounts import PERIOD
from knowledge.progress.typed import Typed
from knowledge.progress.update import StatusCode
from knowledge.vietnamese import fold

_CLAUSE = re.compile(r"[^,;.!\n()\x00]+")
"""A code ends a clause (\\x00), a date or number of a document (\\x01) belongs to it."""


_MARKS = re.compile(r"[\s:;,.\-–—=>(\[*~|#]*")


@lru_cache(maxsize=128)
def any_of(words: Collection[str]) -> str:
    """A pattern for any of these phrases as whole words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?!\w)"


class Phrases:
    """Phrases with their tones, found in a folded message when typed with these tones or without any."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words = {phrase: fold(phrase) for phrase in phrases}
        self._pattern = re.compile(rf"(?<!\w){any_of(tuple(self._words.values()))}")
        self._longest_first = sorted(self._words, key=len, reverse=True)
        self._longest = max(map(len, self._words.values()), default=0)

    def at(self, line: Typed, text: str, place: int) -> str | None:
        """The longest of the phrases that begins exactly at `place` of `text`, the (masked) folded message."""
        if not self._pattern.match(text, place):
            return None
        for phrase in self._longest_first:
            folded = self._words[phrase]
            end = place + len(folded)
            whole = text.startswith(folded, place) and not text[end : end + 1].isalnum()
            if whole and _same_tones(phrase, line.quote(place, end), shouted=line.text.isupper()):
                return phrase
        return None

    def skip(self, line: Typed, text: str, place: int, end: int) -> int:
        """Where the text goes on after any number of these phrases and the marks between them."""
        while True:
            gap = _MARKS.match(text, place, end)
            at = gap.end() if gap else place
            phrase = self.at(line, text, at)
            if (
                not phrase
                or at + len(phrase) > end
                or text[at + len(phrase) : at + len(phrase) + 2].strip(".-").isdigit()
            ):
                return at
            place = at + len(self._words[phrase])

    def found(self, line: Typed, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """The places of all phrases that begin between two places of `text`."""
        places = []
        last = len(text) if end is None else end
        # A phrase that begins before the end may reach beyond it, and is told from a longer word by what follows.
        for match in self._pattern.finditer(text, start, last + self._longest + 1):
            if match.start() >= last:
                break
            phrase = self.at(line, text, match.start())
            if phrase:
                places.append((match.start(), match.start() + len(self._words[phrase])))
        return places


def _same_tones(phrase: str, typed: str, *, shouted: bool) -> bool:
    """`shouted`: the whole message is in capitals, so that "AI" asks who."""
    if typed.isascii():
        return phrase not in lexicon.TONES_NEEDED and not (phrase == "ai" and typed.isupper() and not shouted)
    pairs = zip(phrase.split(), typed.lower().split(), strict=False)
    return all(word.isascii() or word == wanted or sorted(word) == sorted(wanted) for wanted, word in pairs)


# ---- statuses --------------------------------------------------------------------------------------------------------

_SOFT = re.compile(rf"(?:[\s:\-–=>*~]|{any_of(lexicon.SOFT)})*")
_PARTICLES = re.compile(rf"(?:[\s!:\-–~^*=.…]|(?:xong|{any_of(lexicon.PARTICLES)})(?!\w))*")
TRAILING = re.compile(rf"(?:[\s!.]*(?<!\w){any_of(lexicon.PARTICLES)})+[\s!.]*\Z")
_STATUSES: dict[StatusCode, Phrases] = {status: Phrases(words) for status, words in lexicon.STATUSES.items()}
_BUSY = re.compile(r"\s*(?:(?:em|ben em|phong em|hien|van)\s+)*(?:dang|dag|dg)\s+(?=\w)")
_SURE = re.compile(r"(?<!\w)(?:da|roi|r|rui)(?!\w)")


@dataclass(frozen=True, slots=True)
class Said:
    """A status found in words; what stands between `start` and `end` says nothing else and leaves the note. `pure`:
    its clause says nothing else at all."""

    status: StatusCode
    start: int
    end: int
    pure: bool


def statuses(line: Typed, text: str, start: int, end: int) -> list[Said]:
    """The statuses that the clauses between two places of `text` say, in order: a clause that says nothing else counts
    anywhere, one that goes on ("tạm dừng chờ …") only as the first."""
    found = []
    clauses = [m for m in _CLAUSE.finditer(text, start, end) if m[0].strip(" -–:*")]
    for index, clause in enumerate(clauses):
        said = _of_clause(line, text, clause.start(), clause.end())
        if said and (said.pure or index == 0):
            found.append(said)
    return found


def _of_clause(line: Typed, text: str, start: int, end: int) -> Said | None:
    soft = _SOFT.match(text, start, end)
    bare = end - len(text[start:end].lstrip())
    # "đã hoàn thành", "đang làm": the words that change nothing may be a part of the phrase.
    for place in dict.fromkeys((bare, soft.end() if soft else bare)):
        said = [(phrase, status) for status, phrases in _STATUSES.items() if (phrase := phrases.at(line, text, place))]
        if said:
            phrase, status = max(said, key=lambda pair: len(pair[0]))
            after = place + len(fold(phrase))
            return _judged(status, phrase, text, start, after, end) if after <= end else None
    busy = _BUSY.match(text, start, end)
    if busy and not _DEADLINE_TALK.at(line, text, busy.end()):
        return Said("in_progress", start, start, False)
    return None


def _judged(status: StatusCode, phrase: str, text: str, start: int, after: int, end: int) -> Said | None:
    """What a phrase at the start of a clause amounts to, by the words that follow it."""
    particles = _PARTICLES.match(text, after, end)
    rest = text[particles.end() if particles else after : end].strip()
    if not rest:
        return Said(status, start, end, True)
    following = text[after:end].strip()
    if status == "done":
        holds = _completes(rest, text[start:end])
        if PERIOD.fullmatch(TRAILING.sub("", rest)) and re.search(r"20\d\d", rest):
            return Said(status, start, after, False)  # "xong năm 2025"
    elif status == "not_started":
        starts = re.compile(any_of(lexicon.AFTER_NOT_STARTED))
        holds = bool(starts.match(rest) or starts.match(following))
    else:
        holds = True
    if not holds:
        return None
    return Said(status, start, after if phrase in lexicon.STANDING_ALONE else start, False)


def _completes(rest: str, clause: str) -> bool:
    """Whether "xong", "hoàn thành" followed by these words means that the whole task is completed."""
    if has_any(rest, lexicon.AHEAD) or not re.match(any_of(lexicon.AFTER_DONE), rest):
        return False
    return _SURE.search(clause) is not None or not re.match(any_of(lexicon.DUE_WORDS), rest)


# ---- questions -------------------------------------------------------------------------------------------------------

_TAILS, _WORDS, _NO_QUESTIONS = (
    Phrases(lexicon.QUESTION_TAILS),
    Phrases(lexicon.QUESTION_WORDS),
    Phrases(lexicon.NOT_QUESTIONS),
)
_AFTER_QUESTION = any_of((*lexicon.PARTICLES, "voi", "giup em", "vay"))
_AFTER_QUESTIONS = re.compile(rf"(?>[\s.,!]*+{_AFTER_QUESTION})++[\s.,!]*+")
_THANKED = re.compile(rf"(?<!\w)(?:(?:em|e|xin|toi|minh) )?{any_of(lexicon.THANKS)}")
_ADDRESSED = re.compile(r"(?<=\s)(?:(?:nhe|nha)(?: (?:anh|chi|em|sep))?|(?:anh|chi|em|sep|ad)(?: oi)?[\s.,;!]*+)\Z")
_LONGEST_ADDRESS = 8
"""Characters, more than any of the above has before its marks."""
_LAST_WORD = re.compile(r"[\s.!…)]*$")


def without_thanks(text: str) -> str:
    """The folded message without thanks and the like at its end ("II.5 xong chưa ạ? Em cảm ơn ạ"), more than one too
    ("nhé anh. Em cảm ơn"). Goes back from the end once, however much there is of it."""
    asked = text.rfind("?") + 1
    thanked = _THANKED.search(text, asked)
    end = _before(text, thanked.start(), ".,;!") if thanked else len(text)
    courtesies = _AFTER_QUESTIONS.match(text, asked) if asked else None
    while not courtesies or end > courtesies.end():
        stop = _before(text, end, ".,;!")
        address = _ADDRESSED.search(text, max(0, stop - _LONGEST_ADDRESS), end)
        if address is None:
            return text[:end]
        end = _before(text, address.start())
    return text[:asked]


def _before(text: str, end: int, marks: str = "") -> int:
    """Where the white space and the marks begin that stand before `end`."""
    while end and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return end


def asks(line: Typed, text: str, *, strictly: bool = False) -> bool:
    """Whether the message asks; `strictly`: only by its end, for a message that a command says is an update."""
    text = without_thanks(text)
    if re.search(r"\?[\s?!.)]*$", text) or (not strictly and re.match(r"\s*(?:sao|lieu)(?!\w)", text)):
        return True
    tails = [text[a:b] for a, b in _TAILS.found(line, text) if _LAST_WORD.match(text, b)]
    if any(not strictly or tail.startswith("chua") for tail in tails):
        return True
    if strictly:
        return False
    innocent = _NO_QUESTIONS.found(line, text)
    return any(not any(a <= at and end <= b for a, b in innocent) for at, end in _WORDS.found(line, text))


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of these phrases (without tones) stands in the text as whole words."""
    return re.search(rf"(?<!\w){any_of(tuple(words))}", text) is not None


LEAD = Phrases(lexicon.LEAD)
_STATEMENTS, _DEADLINE_TALK, _ASKING, _LOOKING_UP = (
    Phrases(lexicon.STATEMENTS),
    Phrases(lexicon.DEADLINE_TALK),
    Phrases(lexicon.ASKING),
    Phrases(lexicon.LOOKING_UP),
)


def orders(line: Typed, text: str, start: int, end: int, *, only_looking_up: bool = False) -> bool:
    """Whether words between two places ask, order or quote, so that a plain sentence is no update."""
    phrases = _LOOKING_UP if only_looking_up else _ASKING
    return bool(phrases.found(line, text, start, end))


def states(line: Typed, text: str, place: int) -> bool:
    """Whether the words at `place` begin a report of what was or is being done."""
    match = re.compile(r"[\s:,\-–]*").match(text, place)
    at = match.end() if match else place
    phrase = _STATEMENTS.at(line, text, at)
    return phrase is not None and _DEADLINE_TALK.at(line, text, at + len(phrase) + 1) is None
