"""Photos and files that speak for an update: sent with it or after it, seen by those who decide, and by nobody else."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import timedelta

import docx
import pytest

from handlers.messages import Document, Picture
from storage.records import Role
from tests.support.talk import Person, Talk

PHOTO = b"\xff\xd8\xff\xe0" + b"a" * 2000
PDF = b"%PDF-1.7 " + b"b" * 500


def _archive(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return kept.getvalue()


async def test_a_photo_with_the_update_is_seen_by_the_office_that_confirms(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "hoàn thành (100%)?" in await lan.sends(PHOTO, caption="/tiendo I.1 100% đã ban hành QĐ 12/QĐ-UBND")
    assert "Đã đính kèm ảnh.jpg vào I.1 (1 minh chứng)" in await lan.takes("Đồng ý")
    assert "minh chứng: 1 tệp" in await minh.says("/xacnhan")
    assert "Minh chứng: ảnh.jpg" in await minh.takes("1. Xem")
    said = await minh.takes("Xem minh chứng (1)")
    assert "ảnh.jpg (2 KB), Lan, 09:00 ngày 24/11/2026" in said
    assert "Văn bản nêu trong ghi chú: QĐ 12/QĐ-UBND" in said
    await minh.takes("1. ảnh.jpg")
    assert [type(block) for block in minh.screen.blocks] == [Picture]  # type: ignore[union-attr]
    assert minh.screen.blocks[0].png == PHOTO  # type: ignore[union-attr]


async def test_files_are_attached_after_the_update_one_after_the_other(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 60% đã trình")
    await lan.takes("Đính kèm")
    assert "Đã đính kèm to trinh.pdf vào I.1 (1 minh chứng)" in await lan.sends(PDF, "to trinh.pdf")
    assert "đã có trong minh chứng" in await lan.sends(PDF, "to trinh.pdf")
    assert "(2 minh chứng)" in await lan.sends(_archive("word/document.xml"), "bao cao.docx")
    assert "Minh chứng I.1: 2" in await lan.takes("Xong")
    await lan.takes("1. to trinh.pdf")
    (block,) = lan.screen.blocks  # type: ignore[union-attr]
    assert isinstance(block, Document)
    assert (block.name, block.content) == ("to trinh.pdf", PDF)
    assert "Đã bỏ to trinh.pdf" in await lan.takes("Bỏ tệp này")
    assert "(2 minh chứng)" in await lan.takes("Hoàn tác")


def _letter(line: str, *, in_head: bool = False) -> bytes:
    """A letter with this line on its first page, alone or in the table of its letterhead."""
    paper = docx.Document()
    head = paper.add_table(1, 2)
    head.cell(0, 0).text = f"ỦY BAN NHÂN DÂN\n{line if in_head else 'Số: 12/UBND-NC'}"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    paper.add_paragraph("" if in_head else line)
    paper.add_paragraph("Kính gửi: Sở Nội vụ")
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("line", "name"),
    [("Về việc bảo mật", "Lễ ra mắt.docx"), ("KẾ HOẠCH BẢO VỆ BÍ MẬT", "an toàn bảo mật.docx"), ("x", "be mat.docx")],
)
async def test_words_that_only_sound_like_the_mark_are_no_reason_to_refuse(talk: Talk, line: str, name: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.sends(_letter(line, in_head=True), name, "/tiendo I.1 60% đã trình")
    assert f"Đã đính kèm {name} vào I.1" in said


@pytest.mark.parametrize(
    ("content", "name", "answer"),
    [
        (b"MZ\x90\x00 a program", "bao cao.pdf", "không phải ảnh, PDF, Word hay Excel"),
        (_archive("a.txt"), "bao cao.docx", "không phải ảnh, PDF, Word hay Excel"),
        (_archive("word/document.xml", "word/vbaProject.bin"), "a.docx", "không phải ảnh"),
        (PDF, "CV 12 (MẬT).pdf", "không gửi văn bản mật"),
        (PDF, "Tối mật.pdf", "không gửi văn bản mật"),
        (PDF, "van ban mat so 3.pdf", "không gửi văn bản mật"),
        (_letter("MẬT"), "cv.docx", "không gửi văn bản mật"),
        (_letter("Độ mật: Mật"), "cv.docx", "không gửi văn bản mật"),
        (_letter("Số: 12/UBND-NC TỐI MẬT", in_head=True), "cv.docx", "không gửi văn bản mật"),
    ],
)
async def test_what_is_not_evidence_is_refused_and_the_update_stands(
    talk: Talk, content: bytes, name: str, answer: str
) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.sends(content, name, "/tiendo I.1 60% đã trình")
    assert answer.casefold() in said.casefold()
    assert "Đã ghi nhận I.1: 60%" in said
    assert "[Xem minh chứng" not in await lan.says("/nhiemvu I.1")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\hồ sơ\\tờ trình.PDF", "tờ trình.pdf"),
        ("a\u202efdp.exe", "afdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 59 + "….pdf"),
        ("", "ảnh.pdf"),
        (unicodedata.normalize("NFD", "tờ trình.pdf"), "tờ trình.pdf"),
    ],
)
async def test_a_name_is_only_a_name(talk: Talk, sent: str, shown: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert f"Đã đính kèm {shown} vào" in await lan.sends(PDF, sent, "/tiendo I.1 60% đã trình")


async def _shows(talk: Talk, person: Person, label: str) -> str:
    """What somebody reads who gets hold of the choice."""
    async with talk.database.read() as uow:
        (one,) = await uow.evidence.of_occurrence("small", "I.1", "")
    action, arguments = {
        "list": ("evidence.show", {"code": "I.1", "period": ""}),
        "file": ("evidence.open", {"id": str(one.id)}),
        "remove": ("evidence.remove", {"id": str(one.id)}),
        "ask": ("evidence.ask", {"entry": str(one.entry)}),
    }[label]
    async with talk.database.write() as uow:
        await uow.choices.offer(
            talk.channel, person.name, [(f"s{label}", "x", action, arguments)], talk.now.replace(year=2030)
        )
    return await person.presses(f"s{label}")


@pytest.mark.parametrize("label", ["list", "file", "remove", "ask"])
async def test_another_unit_neither_sees_nor_touches_it(talk: Talk, label: str) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.sends(PDF, "a.pdf", "/tiendo I.1 60% đã trình")
    assert "[Xem minh chứng" not in await nam.says("/nhiemvu I.1")
    said = await _shows(talk, nam, label)
    assert "a.pdf" not in said
    async with talk.database.read() as uow:
        assert len(await uow.evidence.of_occurrence("small", "I.1", "")) == 1


async def test_a_file_that_is_removed_and_put_back_is_kept_with_both_times(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.sends(PDF, "a.pdf", "/tiendo I.1 60% đã trình")
    await lan.says("/nhiemvu I.1")
    await lan.takes("Xem minh chứng")
    await lan.takes("a.pdf")
    sent = talk.now
    talk.now += timedelta(hours=1)
    await lan.takes("Bỏ tệp này")
    talk.now += timedelta(hours=1)
    await lan.takes("Hoàn tác")
    async with talk.database.read() as uow:
        kept = [(one.at, one.undone_at) for one in await uow.evidence.history("small")]
    assert kept == [(sent, sent + timedelta(hours=1)), (sent + timedelta(hours=2), None)]


async def test_an_update_that_cannot_be_recorded_says_that_its_file_is_nowhere(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    said = await nam.sends(PDF, "a.pdf", "/tiendo I.1 60%")
    assert "Chưa ghi gì" in said
    assert "Tệp gửi kèm chưa được đính" in said
