"""Cells that say what the one above them says: "nt", "như trên"."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.lexicon.importing import DITTO

_CELLS = ("lead", "cooperating", "product", "deadline", "measure")


def take_from_above(values: dict[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """Puts the text of the row above where a row says "nt"; gives back what its cells print there. Notes, of several
    columns, have no cell of their own."""
    printed = {name: values[name] for name in _CELLS if DITTO.fullmatch(values[name]) and above[name]}
    values.update({name: above[name] for name in printed})
    values["note"] = _notes(values["note"], above["note"])
    return printed


def _notes(notes: str, above: str) -> str:
    said = dict(note.split(": ", 1) for note in above.split("; ") if ": " in note)
    pieces = [note.partition(": ") for note in notes.split("; ") if note]
    return "; ".join(
        f"{label}: {said[label]}" if text and DITTO.fullmatch(text) and label in said else f"{label}{mark}{text}"
        for label, mark, text in pieces
    )
