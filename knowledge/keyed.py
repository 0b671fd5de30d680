"""Keys of the Telex and VNI methods that were left in the text: "vieejc", "vie65c" for "việc"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge.patterns import seldom

_TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j", "\u0306": "w", "\u031b": "w"}
_VNI = {
    "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4",
    "\u0323": "5", "\u0302": "6", "\u031b": "7", "\u0306": "8",
}  # fmt: skip

_VOWEL = seldom("[aeiouyw]")


def telex(token: str, *, swapped: bool = False) -> set[str]:
    """Folded readings of a token typed with Telex keys: the tone key s f r x j and the shape keys taken out. `swapped`:
    the tone key may stand before the vowel."""
    single = re.sub(r"([aeoud])\1+", r"\1", token)
    forms = {token, single, single.replace("w", ""), token.replace("w", "")}
    forms.add(re.sub(r"(?<![aouw])w", "u", single))  # "wngs": w alone types ư
    keyed = ((f, i) for f in forms for i in range(1, len(f)) if f[i] in "sfrxj")
    toneless = {f[:i] + f[i + 1 :] for f, i in keyed if swapped or _VOWEL.search(f, 0, i)}
    found = {re.sub(r"([aeoud])\1+", r"\1", f) for f in forms | toneless}
    for form in list(found):
        if match := re.fullmatch(r"(d.+)d", form):  # "duongd": the stroke typed last
            found.add(match[1])
        for vowel in "aeo":  # "tiengse": the circumflex typed last
            if match := re.fullmatch(rf"(.*{vowel}[a-z]*){vowel}", form):
                found.add(match[1])
    return found - {token}


@lru_cache(20_000)
def keys(spelt: str, *, vni: bool) -> str:
    """The keys that type a syllable, sorted: their order differs from hand to hand."""
    found: list[str] = []
    for letter in unicodedata.normalize("NFD", spelt.replace("đ", "d9" if vni else "dd")):
        if letter == "\u0302" and not vni:
            found.append(found[-1])
        else:
            found.append((_VNI if vni else _TELEX).get(letter, letter))
    return "".join(sorted(found))
