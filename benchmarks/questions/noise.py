"""What hurried typing does to a Vietnamese question: each function takes clean text and a seeded random generator."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

Noise = Callable[[str, random.Random], str]

WORD = re.compile(r"[^\W\d_]+")
# A code, a document number, a year: damaging them changes what is asked instead of how.
FIXED = re.compile(r"[IVX]+\.\d+(?:\.\d+)?|\d+[/.-][\w/.-]+|[A-ZĐ]{2,}")

TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
TELEX_MARKS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI_MARKS = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
NEAR_KEYS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "g": "fh", "h": "gj", "i": "uo", "k": "jl", "l": "k",
    "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "x": "zc", "y": "tu",
}  # fmt: skip
TEENCODE = {
    "không": ["k", "ko", "hok"], "được": ["đc", "dc"], "bao nhiêu": ["bn", "bnhiu", "bao nhiu"], "gì": ["j", "gì z"],
    "vậy": ["z", "v"], "với": ["vs", "vs"], "người": ["ng", "ngừi"], "những": ["n~", "nhữg"], "thế nào": ["ntn"],
    "nhiệm vụ": ["nv"], "rồi": ["r"], "cho hỏi": ["cho hỏi tí"], "khi nào": ["khi nào z", "kn"], "là": ["là", "lak"],
    "trong": ["trog"], "phải": ["fải"], "phối hợp": ["fối hợp", "phối hợp"], "phòng": ["phòg", "phg"], "biết": ["bít"],
    "năm": ["năm", "nam"], "giấy tờ": ["gtờ"], "hạn": ["hạn"], "cảm ơn": ["tks"], "việc": ["vc", "việc"], "làm": ["lm"],
    "chủ trì": ["chủ trì", "ctri"], "mấy": ["mấy", "mí"], "quyết định": ["qđ"], "thực hiện": ["th.hiện"],
}  # fmt: skip
LOOKALIKE = dict(zip("aeocpxiAHTC", "аеосрхіАНТС", strict=True))


def fold(text: str) -> str:
    """The text without any mark, lower case: what two spellings of the same words share."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D").lower()


def _by_word(text: str, change: Callable[[str], str]) -> str:
    """Applies `change` to every word that is not part of a code, a document number or an abbreviation."""
    kept, at = [], 0
    for fixed in FIXED.finditer(text):
        kept.append(WORD.sub(lambda m: change(m.group()), text[at : fixed.start()]))
        kept.append(fixed.group())
        at = fixed.end()
    kept.append(WORD.sub(lambda m: change(m.group()), text[at:]))
    return "".join(kept)


def nodiac(text: str, rng: random.Random) -> str:
    """No marks at all; half of the time all in lower case as well."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    plain = plain.replace("đ", "d").replace("Đ", "D")
    return plain.lower() if rng.random() < 0.5 else plain


def _with_tone(word: str, tone: str) -> str:
    """The word with its tone mark replaced by `tone` ("" for none); a word that has none stays as it is."""
    out, had = [], False
    for c in unicodedata.normalize("NFD", word):
        if c in TELEX_TONES:
            had = True
            if tone:
                out.append(tone)
        else:
            out.append(c)
    return unicodedata.normalize("NFC", "".join(out)) if had else word


def tone(text: str, rng: random.Random) -> str:
    """Some words lose their tone, get a neighbouring one (hỏi for ngã …), or lose the mark of the vowel as well."""

    def change(word: str) -> str:
        dice = rng.random()
        if dice < 0.25:
            return _with_tone(word, "")
        if dice < 0.33:
            swapped = {"\u0309": "\u0303", "\u0303": "\u0309"}
            return unicodedata.normalize("NFC", "".join(swapped.get(c, c) for c in unicodedata.normalize("NFD", word)))
        if dice < 0.38:
            return _with_tone(word, rng.choice(list(TELEX_TONES)))
        if dice < 0.45:
            return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        return word

    return _by_word(text, change)


def _keyed(word: str, marks: dict[str, str], tones: dict[str, str], at_end: bool) -> str:
    """The keys that type `word`, its tone key last or right after its vowel."""
    out, last = [], ""
    for c in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", c)
        key = next((tones[p] for p in parts if p in tones), "")
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        low = bare.lower()
        typed = marks.get(low, low)
        out.append(typed.capitalize() if bare != low else typed)
        if key and at_end:
            last = key
        elif key:
            out.append(key)
    return "".join(out) + last


def telex(text: str, rng: random.Random) -> str:
    """Keys of the Telex method left in the text: the whole of it or, more often, of some words."""
    share, at_end = rng.choice([0.3, 0.6, 1.0]), rng.random() < 0.7
    return _by_word(text, lambda w: _keyed(w, TELEX_MARKS, TELEX_TONES, at_end) if rng.random() < share else w)


def vni(text: str, rng: random.Random) -> str:
    """Keys of the VNI method left in the text."""
    share, at_end = rng.choice([0.3, 0.6, 1.0]), rng.random() < 0.7
    return _by_word(text, lambda w: _keyed(w, VNI_MARKS, VNI_TONES, at_end) if rng.random() < share else w)


def _slip(word: str, rng: random.Random) -> str:
    if len(word) < 3:
        return word
    at = rng.randrange(1, len(word) - 1) if len(word) > 3 else 1
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    near = NEAR_KEYS.get(fold(word[at]))
    return word[:at] + rng.choice(near) + word[at + 1 :] if near else word


def typo(text: str, rng: random.Random) -> str:
    """One slip for about five words: a letter dropped, doubled, swapped, from the next key; or two words joined."""
    words = text.split(" ")
    for _ in range(max(1, round(len(words) / 5))):
        at = rng.randrange(len(words))
        if FIXED.search(words[at]) or not words[at].isalpha():
            continue
        if rng.random() < 0.25 and at + 1 < len(words) and words[at + 1].isalpha():
            words[at : at + 2] = [words[at] + words[at + 1]]
        else:
            words[at] = _slip(words[at], rng)
    return " ".join(words)


def teencode(text: str, rng: random.Random) -> str:
    """Short forms of chat; a third of the texts lose their marks as well."""
    for full, short in TEENCODE.items():
        if rng.random() < 0.8:
            text = re.sub(rf"(?<!\w){full}(?!\w)", rng.choice(short), text)
    text += rng.choice(["", "", " z", " v", " ạ", " nhỉ"])
    return nodiac(text, rng) if rng.random() < 0.33 else text


def caps(text: str, rng: random.Random) -> str:
    """All capitals, a third without marks."""
    return (nodiac(text, rng) if rng.random() < 0.33 else text).upper()


def unicode(text: str, rng: random.Random) -> str:
    """The same to the eye, or nearly: decomposed, Cyrillic letters, full-width digits, invisible characters, emoji."""
    kind = rng.randrange(5)
    if kind == 0:
        return unicodedata.normalize("NFD", text)
    if kind == 1:
        return "".join(LOOKALIKE[c] if c in LOOKALIKE and rng.random() < 0.3 else c for c in text)
    if kind == 2:
        return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isdigit() else c for c in text).replace(" ", "\u00a0")
    if kind == 3:
        return "".join(c + ("\u200b" if rng.random() < 0.12 else "") for c in text)
    return text + rng.choice([" 🙏🙏", " 🤔", " 😅", " ???!!", " …"])


NOISES: dict[str, Noise] = {
    "nodiac": nodiac,
    "tone": tone,
    "telex": telex,
    "vni": vni,
    "typo": typo,
    "teencode": teencode,
    "caps": caps,
    "unicode": unicode,
}
WEIGHTS = {"nodiac": 6, "tone": 4, "telex": 3, "vni": 2, "typo": 4, "teencode": 3, "caps": 2, "unicode": 2, "polite": 4}
"""How often each kind comes: about as often as in what staff type; "polite" is wrapped by generate.py."""
