"""How the value of a target is written."""

from __future__ import annotations

import pytest

from handlers.wording import targets as words
from knowledge.model import Target


@pytest.mark.parametrize(
    ("printed", "unit", "said"),
    [
        ("70", "%", "70%"),
        ("22", "công trình", "22 công trình"),
        ("4.860", "Tỷ đồng", "4.860 tỷ đồng"),
        ("180", "MWp", "180 MWp"),
        ("không quá 45", "phút", "không quá 45 phút"),
        ("tối thiểu 80%", "%", "tối thiểu 80%"),
        ("đạt 15 bác sĩ", "bác sĩ", "đạt 15 bác sĩ"),
        ("giảm bình quân 10%", "%", "giảm bình quân 10%"),
    ],
)
def test_a_number_is_never_without_its_unit(printed: str, unit: str, said: str) -> None:
    target = Target(
        code="CT1", horizon=2030, metric="Số", value=1, unit=unit, value_printed=printed, statement=printed, place="I"
    )
    assert words.value(target) == said
