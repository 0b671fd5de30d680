"""/xuatbaocao and /coquan: who may, what is offered, what is told, and that what is set shows."""

from __future__ import annotations

from handlers.making import completed
from handlers.messages import Document, Made, Picture
from storage.records import Role
from tests.handlers.reporting.logs import words_of
from tests.support.talk import ZONE, Person, Talk


async def files(talk: Talk, person: Person) -> list[Document | Picture]:
    """What the person receives with the last reply."""
    assert person.screen is not None
    whole = await completed(person.screen, talk.database, talk.office, ZONE)
    assert not any(isinstance(block, Made) for block in whole.blocks)
    return [block for block in whole.blocks if isinstance(block, Document | Picture)]


async def test_the_office_gets_three_files_for_the_period_it_names(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/xuatbaocao quý IV/2026")
    assert minh.read.startswith("Báo cáo quý IV năm 2026 đã lập xong")
    picture, docx, xlsx = await files(talk, minh)
    assert isinstance(picture, Picture)
    assert [file.name for file in (docx, xlsx) if isinstance(file, Document)] == [
        "Báo cáo quý IV năm 2026.docx",
        "Báo cáo quý IV năm 2026.xlsx",
    ]
    assert "công tác quý IV năm 2026" in words_of(docx.content if isinstance(docx, Document) else b"")
    async with talk.database.read() as uow:
        told = await uow.outbox.due(talk.now)
        acts = await uow.audit.newest()
    assert "Đang lập báo cáo quý IV năm 2026" in told[0].reply
    assert "Kỳ báo cáo chưa kết thúc" in told[0].reply
    assert [(act.action, act.subject) for act in acts] == [("report", "quý IV năm 2026")]


async def test_without_a_period_the_usual_ones_are_choices(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.DIRECTOR)
    await minh.says("/xuatbaocao")
    await minh.takes("9 tháng năm 2026")
    assert "Báo cáo 9 tháng năm 2026 đã lập xong" in minh.read


async def test_a_plain_sentence_asks_for_it_too(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    for words in ("xuất báo cáo 15/9–14/12", "Lập báo cáo từ 15/9/2026 đến 14/12/2026"):
        await minh.says(words)
        assert "Báo cáo từ ngày 15/09/2026 đến ngày 14/12/2026 đã lập xong" in minh.read
    await minh.says("lập báo cáo quý I ai làm?")
    assert "đã lập xong" not in minh.read


async def test_what_is_no_period_or_has_not_begun_is_said(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Chưa rõ kỳ báo cáo “quý 7”" in await minh.says("/xuatbaocao quý 7")
    assert "chưa bắt đầu (từ ngày 15/12/2026)" in await minh.says("/xuatbaocao năm 2027")


async def test_staff_get_no_report_of_everybody(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    for words in ("/xuatbaocao quý IV", "xuất báo cáo quý IV", "/coquan"):
        assert "Lệnh này dành cho" in await lan.says(words)


async def test_what_the_office_sets_stands_in_the_papers_until_it_is_undone(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/coquan")
    await minh.takes("Địa danh")
    await minh.says("Ayun Pa")
    assert "Đổi Địa danh: … → Ayun Pa?" in minh.read
    await minh.takes("Đồng ý")
    await minh.says("/xuatbaocao năm 2026")
    assert "Ayun Pa, ngày" in words_of(_docx(await files(talk, minh)))
    await minh.says("/coquan dia danh")
    await minh.says("/coquan Người ký Trần Thị B")
    await minh.takes("Đồng ý")
    await minh.takes("Hoàn tác")
    assert "Người ký trở lại …" in minh.read
    await minh.says("/coquan Kính gửi -")
    assert "Kính gửi đã là “(để trống)”" in minh.read
    async with talk.database.read() as uow:
        acts = [(a.action, a.subject, a.after) for a in await uow.audit.newest() if a.action == "agency"]
    assert acts == [
        ("agency", "Người ký", "…"),
        ("agency", "Người ký", "Trần Thị B"),
        ("agency", "Địa danh", "Ayun Pa"),
    ]


async def test_a_choice_that_is_out_of_date_changes_nothing(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    thu = await talk.member("Thu", Role.OFFICE)
    await minh.says("/coquan Ký hiệu SKHĐT")
    await thu.says("/coquan Ký hiệu STC")
    await thu.takes("Đồng ý")
    await minh.takes("Đồng ý")
    assert "đã được đổi từ lúc hỏi" in minh.read


def _docx(found: list[Document | Picture]) -> bytes:
    return next(file.content for file in found if isinstance(file, Document) and file.name.endswith(".docx"))
