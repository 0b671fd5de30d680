"""The paper came: work that waited for it has dated occurrences from then on, as often as the office says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from handlers.reminders import queue_digests
from handlers.standing import task_standings
from handlers.waking import understood
from storage.records import Role
from tests.support.talk import ZONE, Talk


async def _dues(talk: Talk, code: str = "I.5") -> dict[str, date | None]:
    async with talk.database.read() as uow:
        (followed,) = await talk.office.plans(uow)
        task = followed.plan.task(code)
        assert task is not None
        found = await task_standings(uow, followed, task, talk.now.astimezone(ZONE).date(), ZONE)
    return {s.occurrence.period: s.due for s in found}


async def test_the_offices_answer_creates_every_occurrence_and_tells_those_concerned(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert await _dues(talk) == {"": None}
    said = await minh.says("/giahan I.5 trước ngày 15/12 hằng năm, lý do: Chính phủ đã có Nghị định “NĐ 12/2026”")
    assert "Đặt thời hạn I.5, gồm 2 kỳ?" in said
    assert "Các kỳ: năm 2026: 14/12/2026; năm 2027: 14/12/2027" in said
    assert "Lý do: Chính phủ đã có Nghị định" in said
    assert await _dues(talk) == {"": None}, "nothing before the office has agreed"
    assert "Đã đặt thời hạn I.5" in await minh.takes("Đồng ý")
    assert await _dues(talk) == {"2026": date(2026, 12, 14), "2027": date(2027, 12, 14)}
    told = await talk.told(lan)
    assert "Văn phòng đã đặt thời hạn I.5: Trước ngày 15/12 hằng năm" in told
    assert "NĐ 12/2026" in told
    card = await lan.says("/nhiemvu I.5")
    assert "Hạn: 14/12/2026" in card
    assert "Thời hạn in trong kế hoạch: “Sau khi Chính phủ có văn bản" in card
    assert "đặt thời hạn nhiều kỳ I.5" in await minh.says("/nhatky")
    assert "I.5" not in await minh.says("/giahan chờ văn bản")


async def test_what_woke_is_reminded_of_and_reported_in_its_own_occurrence(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/giahan I.5 hằng quý đã có văn bản hướng dẫn")
    await minh.takes("Đồng ý")
    assert list(await _dues(talk)) == ["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"], "nothing that is past"
    talk.now = datetime(2026, 12, 31, 1, tzinfo=UTC)
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
    assert "I.5" in await talk.told(lan)
    await lan.says("/tiendo I.5 100%")
    await lan.takes("Đồng ý")
    assert "quý I/2027" in await lan.says("/tiendo I.5 quý I/2027 20%")


async def test_it_is_undone_and_told(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/giahan I.5 hằng quý “CV 5/SNV”")
    await minh.takes("Đồng ý")
    await talk.told(lan)
    await minh.takes("Hoàn tác")
    assert await _dues(talk) == {"": None}
    assert "hoàn tác" in await talk.told(lan)


async def test_step_by_step_from_the_quarters_question(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "hoặc chu kỳ nếu việc lặp lại" in await minh.says("/giahan chờ văn bản")
    assert "hoặc chu kỳ" in await minh.takes("I.5")
    assert "cần có văn bản hoặc lý do" in await minh.says("30/6 và 31/12 hằng năm")
    said = await minh.says("30/6 và 31/12 hằng năm “CV 5/SNV”")
    assert "gồm 3 kỳ" in said, "30/6/2026 is past"
    await minh.takes("Đồng ý")
    assert sorted(filter(None, (await _dues(talk)).values())) == [
        date(2026, 12, 31),
        date(2027, 6, 30),
        date(2027, 12, 31),
    ]


async def test_a_single_period_is_one_date_and_truoc_is_strict(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Đặt hạn I.5: 30/06/2027?" in await minh.says("/giahan I.5 quý II/2027 đã có văn bản")
    said = await minh.says("/giahan I.5 trước ngày 15/12/2026 theo Công văn ngày 5/11/2026")
    assert "Đặt hạn I.5: 14/12/2026?" in said


async def test_a_second_press_and_a_newer_version_change_nothing(talk: Talk) -> None:
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await minh.says("/giahan I.5 hằng quý “CV 5/SNV”")
    await hoa.says("/giahan I.5 hằng tháng “CV 6/SNV”")
    await hoa.takes("Đồng ý")
    assert "Chưa sửa gì" in await minh.takes("Đồng ý")
    assert "2026-11" in await _dues(talk)


async def test_a_unit_cannot_set_it(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/giahan I.5 hằng quý “CV 5/SNV”")
    assert lan.screen is not None
    assert not [c for c in lan.screen.choices if c.action.name == "waking.set"]
    assert await _dues(talk) == {"": None}


async def test_words_that_name_no_time_set_nothing(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Chưa rõ ngày" in await minh.says("/giahan I.5 khi nào rảnh, lý do: đợi")


@pytest.mark.parametrize(
    ("typed", "kind", "reason", "document"),
    [
        ("hằng quý, lý do: đã có hướng dẫn “CV 12/SNV”", "recurring_quarterly", "đã có hướng dẫn", "CV 12/SNV"),
        ("hằng năm đã có Thông tư 5/2027/TT-BNV", "recurring_yearly", "đã có Thông tư", "5/2027/TT-BNV"),
        ("trước 15/6 và 15/12 hằng năm theo văn bản mới", "recurring_fixed_date", "theo văn bản mới", ""),
        ("quy II/2027 da co van ban", "quarter", "da co van ban", ""),
        ("31/12/2026 UBND tỉnh giao", "date", "UBND tỉnh giao", ""),
    ],
)
def test_deadline_reason_and_paper_are_told_apart(typed: str, kind: str, reason: str, document: str) -> None:
    wanted = understood(typed, 2026)
    assert (wanted.rule.kind, wanted.reason, wanted.document) == (kind, reason, document)
