"""Measured values of targets: who may report them, what is checked, how they show, and that they can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.making import completed
from handlers.messages import Picture
from knowledge.model import Pace, Target
from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    """A plan with one target on a path and one of another area."""
    path = Target(
        code="CT27.02",
        area="I",
        horizon=2029,
        metric="Số hóa hồ sơ",
        comparator=">=",
        value=100,
        pace=Pace(start_year=2025, start=30, step=20, limit=100),
        statement="Số hóa 100% hồ sơ.",
        place="Mục II",
    )
    words = path.model_copy(update={"code": "CT27.03", "metric": "Hoàn thiện thể chế", "value": None, "pace": None})
    plan = small_plan()
    talk = Talk(database)
    await talk.follow(plan.model_copy(update={"targets": (*plan.targets, path, words)}))
    return talk


async def test_a_value_is_written_repeated_and_placed_beside_its_year(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    await lan.says("/chitieu CT27.02 38,5% quý III/2026 theo BC 45/BC-TH")
    for words in (
        "Đã ghi nhận CT27.02 Số hóa hồ sơ: 38,5% (quý III/2026).",
        "Văn bản: 45/BC-TH",
        "Đánh giá: chậm so với lộ trình (mức năm 2026: 50%)",
        "So với lộ trình: năm 2026 cần 50%: thấp hơn 11,5 điểm %",
    ):
        assert words in lan.read
    await lan.takes("Xem chỉ tiêu")
    assert "Kết quả mới nhất: 38,5% (quý III/2026), 45/BC-TH" in lan.read
    await lan.says("/chitieu số hóa")
    assert "Kết quả 38,5% (quý III/2026), chậm so với lộ trình" in lan.read


async def test_a_plain_sentence_reports_too_but_a_question_does_not(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "Đã ghi nhận CT27.01" in await lan.says("chỉ tiêu CT27.01 đạt 90% quý III")
    assert "Đã ghi nhận" not in await lan.says("CT27.01 đạt 90% chưa?")


async def test_only_units_of_the_area_and_the_office_report(talk: Talk) -> None:
    nobody = await talk.member("Nga", Role.STAFF, "BD")
    director = await talk.member("Thu", Role.DIRECTOR)
    for person in (nobody, director):
        assert "do đơn vị chủ trì nhiệm vụ của lĩnh vực hoặc Văn phòng ghi" in await person.says("/chitieu CT27.01 90%")
        await person.says("/chitieu CT27.01")
        assert "[Ghi kết quả]" not in person.read
    office = await talk.member("Minh", Role.OFFICE)
    assert "Đã ghi nhận" in await office.says("/chitieu CT27.01 90%")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/chitieu CT27.01 190%", "vượt quá 100%"),
        ("/chitieu CT27.01 90 hồ sơ", "tính bằng %"),
        ("/chitieu CT27.01 90% quý II/2028", "chưa đến"),
        ("/chitieu CT27.03 90%", "không có mức bằng số"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_written(talk: Talk, typed: str, answer: str) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert answer in await minh.says(typed)
    async with talk.database.read() as uow:
        assert await uow.target_values.of_plan("small") == []


async def test_the_same_value_again_is_one_value_and_a_lower_one_is_asked_about(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/chitieu CT27.01 90% quý III/2026")
    assert "đã được ghi trước đó" in await minh.says("/chitieu CT27.01 90% quý III/2026")
    assert "Ghi thấp hơn trước, 80% (tháng 10/2026)?" in await minh.says("/chitieu CT27.01 80% tháng 10/2026")
    await minh.takes("Đồng ý")
    assert "Lần trước: 90% (quý III/2026)" in minh.read
    assert "Kết quả mới nhất vẫn là 80%" in await minh.says("/chitieu CT27.01 70% quý I/2026")


async def test_it_can_be_taken_back_within_a_day_and_the_history_keeps_it(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    await lan.says("/chitieu CT27.01 90% quý III/2026")
    kept = lan.screen
    await lan.takes("Hoàn tác")
    assert "Đã hoàn tác. Kết quả của CT27.01: chưa có kết quả." in lan.read
    lan.screen = kept
    await lan.takes("Hoàn tác")
    assert "Đã hoàn tác" not in lan.read
    await lan.says("/chitieu CT27.01")
    await lan.takes("Lịch sử kết quả")
    assert "90% (quý III/2026) (đã hoàn tác)" in lan.read
    await lan.says("/chitieu CT27.01 91%")
    other = await talk.member("Hùng", Role.STAFF, "TC")
    talk.now += timedelta(hours=25)
    await lan.takes("Hoàn tác")
    assert "Đã hoàn tác" not in lan.read
    await other.says("/chitieu CT27.01")
    await other.takes("Lịch sử kết quả")
    assert "[Hoàn tác" not in other.read


async def test_words_or_a_tasks_code_lead_to_the_targets_they_may_mean(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/chitieu I.3 72% quý III/2026")
    assert "Chưa rõ “72% quý III/2026” là kết quả của chỉ tiêu nào" in minh.read
    await minh.takes("CT27.02")
    assert "Đã ghi nhận CT27.02 Số hóa hồ sơ: 72% (quý III/2026)." in minh.read
    await minh.says("/chitieu hồ sơ đúng hạn 90%")
    await minh.takes("CT27.01")
    assert "Đã ghi nhận CT27.01" in minh.read


async def test_step_by_step_from_the_card(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/chitieu CT27.01")
    await minh.takes("Ghi kết quả")
    assert "ví dụ: 72% quý III/2026" in minh.read
    await minh.says("92% tháng 10")
    assert "Đã ghi nhận CT27.01 Hồ sơ đúng hạn: 92% (tháng 10/2026)." in minh.read


async def test_what_falls_behind_is_listed_the_worst_first(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "không có chỉ tiêu nào chậm" in await minh.says("/chitieu chậm")
    await minh.says("/chitieu CT27.02 20% quý III/2026")
    await minh.says("/chitieu chậm")
    assert "CT27.02 Số hóa hồ sơ" in minh.read
    assert "có nguy cơ không đạt (mức năm 2026: 50%)" in minh.read


async def test_the_path_to_the_goal_is_a_picture_with_words(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/chitieu CT27.02 20% quý III/2026")
    await minh.says("/chitieu CT27.02")
    await minh.takes("Hình lộ trình")
    assert minh.screen is not None
    picture = (await completed(minh.screen, talk.database, talk.office, ZONE)).blocks[0]
    assert isinstance(picture, Picture)
    assert "Mức phải đạt: 2025: 30%, 2026: 50%" in picture.alternative
    assert "Kết quả: 30/09/2026: 20%" in picture.alternative


async def test_what_was_forwarded_is_nobodys_result(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/chitieu CT27.01 90%", forwarded=True)
    assert "Đã ghi nhận" not in minh.read
