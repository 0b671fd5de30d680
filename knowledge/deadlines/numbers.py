"""Numbers in the words of deadlines: digits, words, Roman ones as scans print them."""

from __future__ import annotations

from knowledge.lexicon import deadlines as lexicon


def number(words: str) -> int:
    """The number that words or digits name; 0 for none."""
    if words.isdigit():
        return int(words)
    mended = words.replace(" ", "").replace("l", "i").replace("|", "i").replace("1", "i")
    return lexicon.NUMBER_WORDS.get(words) or lexicon.ROMAN.get(mended) or 0


def quarter_number(words: str) -> int:
    """The quarter named; a scan reads "II" as "11" and "I" as "l", and there is no eleventh quarter."""
    return {"11": 2, "111": 3}.get(words) or number(words)


def year_number(words: str | None) -> int | None:
    """The year of four digits or of the last two of them; None for no words."""
    if not words:
        return None
    return int(words) + 2000 if len(words) == 2 else int(words)
