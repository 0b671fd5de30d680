"""/baocao and /tonghop: counts that open their lists, what changed in a week, and pictures with the same in words."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from handlers.making import completed
from handlers.messages import Picture
from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    """The small plan, followed since the year began."""
    talk = Talk(database)
    await talk.follow(small_plan(), datetime(2026, 1, 1, tzinfo=UTC))
    return talk


async def picture(talk: Talk, person: Person) -> Picture:
    """The picture that the last reply brings."""
    assert person.screen is not None
    whole = await completed(person.screen, talk.database, talk.office, ZONE)
    found = next(block for block in whole.blocks if isinstance(block, Picture))
    with Image.open(io.BytesIO(found.png)) as image:
        assert image.width == 1080
    return found


async def test_a_unit_sees_its_year_in_counts_that_open_their_lists(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    await hung.says("/tiendo I.6 60% đang tổng hợp")
    await hung.says("/baocao")
    for words in (
        "Phòng Tài chính: nhiệm vụ năm 2026",
        "Hoàn thành: 0",
        "Đúng tiến độ: 1",
        "Chưa có cập nhật: 1",
        "Quá hạn: 4",
    ):
        assert words in hung.read
    shown = await picture(talk, hung)
    assert "I. Công tác chung: đúng tiến độ 1, chưa có cập nhật 1, quá hạn 4." in shown.alternative
    await hung.takes("Quá hạn: 4")
    assert "I.4 Sắp xếp bộ máy" in hung.read
    assert "I.6 (quý III/2026)" in hung.read
    await hung.takes("I.4")
    assert "Sắp xếp bộ máy" in hung.read


async def test_other_pictures_are_a_tap_away(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    for label, words in (
        ("Thời hạn trong năm", "Tháng 3: 2 việc, đã hoàn thành 0, quá hạn 2."),
        ("Cập nhật theo tuần", "Phòng Tài chính: quá hạn, không cập nhật 8."),
        ("Các đơn vị", "Phòng Tổng hợp: chưa có cập nhật 3."),
    ):
        await hung.says("/baocao")
        await hung.takes(label)
        assert words in (await picture(talk, hung)).alternative


async def test_another_unit_can_be_named_and_who_has_none_sees_all(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert "Phòng Tổng hợp: nhiệm vụ năm 2026" in await hung.says("/baocao Phòng Tổng hợp")
    assert "Chưa rõ đơn vị “phòng không có”" in await hung.says("/baocao phòng không có")
    thu = await talk.member("Thu", Role.DIRECTOR)
    assert "Nhiệm vụ năm 2026 của các đơn vị" in await thu.says("báo cáo")


async def test_the_director_has_one_screen_with_what_changed_in_a_week(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    office = await talk.member("Minh", Role.OFFICE)
    thu = await talk.member("Thu", Role.DIRECTOR)
    talk.now -= timedelta(days=20)
    await hung.says("/tiendo I.2 10% bắt đầu")
    talk.now += timedelta(days=20)
    await office.says("/tiendo I.4 100% đã ban hành")
    await office.takes("Đồng ý")
    await hung.says("/tiendo I.2 30%")
    await hung.takes("Hoàn tác")  # what was taken back is no update
    await thu.says("/tonghop")
    for words in (
        "Tổng hợp đến ngày 24/11/2026",
        "Hoàn thành: 1 (+1 trong tuần)",
        "Quá hạn: 3 (-1 trong tuần)",
        "Tỷ lệ đúng hạn: 0,0%",
        "I.6 Báo cáo quý (Tài chính)",
        "1 cập nhật (",
        "Hoàn thành thêm 1: I.4.",
    ):
        assert words in thu.read
    assert "hoàn thành 1" in (await picture(talk, thu)).alternative
    await thu.takes("Hoàn thành: 1")
    assert "I.4 Sắp xếp bộ máy" in thu.read
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "Lệnh này dành cho" in await lan.says("/tonghop")


async def test_a_plan_without_work_this_year_says_so(talk: Talk) -> None:
    await talk.follow(small_plan().model_copy(update={"id": "empty", "tasks": ()}))
    thu = await talk.member("Thu", Role.DIRECTOR)
    talk.now += timedelta(days=365 * 6)
    await thu.says("/tonghop")
    assert "Tổng hợp đến ngày" in thu.read
