"""Deadlines as plans print them: `phrases.txt` has a phrase a line, with the document's year and what it means (kind,
first day, last day, rhythm, day of the rhythm, boundary)."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.deadlines import read

LINES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_a_phrase_means_what_an_office_takes_it_for(line: str) -> None:
    text, year, kind, *rest = line.replace("\\n", "\n").split("|")
    start, end, recurs, due, boundary = (*rest, "", "", "", "", "")[:5]
    rule = read(text, int(year))
    found = (rule.kind, str(rule.start or ""), str(rule.end or ""), rule.recurs or "", rule.due_month_day or "")
    assert found == (kind, start, end, recurs, due)
    assert not boundary or rule.boundary == boundary
