"""/chitieu: targets by horizon, area and words; each opens with its statement and its place."""

from __future__ import annotations

import pytest

from tests.support.engines import default_plan
from tests.support.talk import Person, Talk


@pytest.fixture
async def lan(talk: Talk) -> Person:
    """Somebody who follows the plan that comes with the program: it has targets of every kind."""
    await talk.follow(default_plan())
    return await talk.member("Lan", unit="VP")


def _codes(said: str) -> list[str]:
    return [line.split()[0] for line in said.splitlines() if line.startswith("CT")]


@pytest.mark.sqlite
async def test_both_horizons_are_paged_and_reached_from_each_other(lan: Person) -> None:
    assert "Chỉ tiêu đến năm 2025" in await lan.says("/chitieu")
    assert "Trang 1/" in lan.read
    assert "Chỉ tiêu đến năm 2030" in await lan.takes("Đến năm 2030")
    assert all(code.startswith("CT30") for code in _codes(lan.read))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("typed", "title"), [("2030 VI", "mục VI"), ("mục VI 2030", "mục VI"), ("lĩnh vực vi", "2025")]
)
async def test_area_and_year_narrow_the_list(lan: Person, typed: str, title: str) -> None:
    assert title in (await lan.says(f"/chitieu {typed}")).splitlines()[0]


@pytest.mark.sqlite
async def test_words_find_targets_of_both_horizons_and_say_which(lan: Person) -> None:
    said = await lan.says("/chitieu hai long")
    assert "(đến 2025)" in said
    assert "(đến 2030)" in said


@pytest.mark.sqlite
async def test_a_target_opens_by_its_code_and_leads_to_the_other_horizon(lan: Person) -> None:
    said = await lan.says("/chitieu ct25.03")
    assert "tối thiểu 80%" in said
    assert "Mục III.1.a" in said


@pytest.mark.sqlite
async def test_what_no_target_says_is_said_and_can_be_asked(lan: Person) -> None:
    assert "Không tìm thấy chỉ tiêu nào có “xây nhà {0}”" in await lan.says("/chitieu xây nhà {0}")
    assert "[Hỏi trợ lý câu này]" in lan.read
