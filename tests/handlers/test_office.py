"""The office's commands: people's rights, extensions, the day of following, the log."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.messages import load
from storage.records import Role
from tests.support.talk import Talk, text_of


async def test_an_extension_is_shown_asked_recorded_told_and_undone(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says('/giahan I.1 31/3/2027 chờ UBND tỉnh "CV 123/SGDĐT-VP"')
    assert "Hạn hiện nay: 31/12/2026" in said
    assert "Hạn mới: 31/03/2027" in said
    assert "Văn bản: CV 123/SGDĐT-VP" in said
    assert "Đã gia hạn I.1 đến 31/03/2027 (lần 1)" in await minh.takes("Đồng ý")
    async with talk.database.read() as uow:
        told = [text_of(load(m.reply)) for m in await uow.outbox.due(talk.now)]
    assert any("gia hạn I.1 đến 31/03/2027 (hạn cũ 31/12/2026)" in text for text in told)
    card = await lan.says("/nhiemvu I.1")
    assert "Thời hạn (theo kế hoạch): Tháng 12/2026" in card
    assert "31/03/2027 (gia hạn lần 1, hạn cũ 31/12/2026)" in card
    await minh.says("/giahan I.1 30/4/2027 chờ tiếp")
    await minh.takes("Đồng ý")
    assert "hạn trở lại 31/03/2027" in await minh.takes("Hoàn tác")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/giahan", "ví dụ: /giahan I.1"),
        ("/giahan I.1", "Chưa rõ ngày"),
        ("/giahan I.1 31/2/2027 lý do", "Chưa rõ ngày"),
        ("/giahan I.1 31/3/2027", "cần có lý do"),
        ("/giahan I.1 31/3/2027 lý do", "cần có lý do"),
        ("/giahan I.1 1/12/2026 lý do: chờ", "phải sau hạn hiện nay"),
        ("/giahan I.3 31/3/2027 lý do: chờ", "chưa có hạn cụ thể"),
        ("/giahan X.9 31/3/2027 lý do", "không có nhiệm vụ X.9"),
    ],
)
async def test_an_extension_that_cannot_be_is_explained(talk: Talk, typed: str, answer: str) -> None:
    assert answer in await (await talk.member("Minh", Role.OFFICE)).says(typed)


async def test_pressing_yes_twice_extends_once(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/giahan I.1 31/3/2027 chờ")
    token = minh.choice("Đồng ý").token
    await minh.presses(token)
    assert "đã được ghi" in await minh.presses(token)
    async with talk.database.read() as uow:
        assert len(await uow.extensions.of_plan("small")) == 1


async def test_rights_are_changed_logged_and_changed_back(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    lan = await talk.member("Lan", unit="TH")
    assert "Lan" in await minh.says("/phanquyen lan")
    await minh.takes("Đổi vai trò")
    assert "cán bộ → trưởng đơn vị" in await minh.takes("Trưởng đơn vị")
    assert (await lan.member()).role is Role.HEAD  # type: ignore[union-attr]
    await minh.takes("Hoàn tác")
    assert (await lan.member()).role is Role.STAFF  # type: ignore[union-attr]
    await minh.says("/phanquyen lan")
    await minh.takes("Đổi đơn vị")
    await minh.takes("Phòng Tài chính")
    assert (await lan.member()).unit == "TC"  # type: ignore[union-attr]
    log = await minh.says("/nhatky")
    assert "đổi đơn vị Lan (Phòng Tổng hợp → Phòng Tài chính)" in log
    assert "đổi vai trò Lan" in log


async def test_locking_takes_effect_at_once_and_is_undone(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    lan = await talk.member("Lan", unit="TH")
    await minh.says("/nguoidung")
    await minh.takes("Lan")
    await minh.takes("Khóa tài khoản")
    await minh.takes("Khóa tài khoản")
    assert "tạm khóa" in await lan.says("/nhiemvu")
    await minh.takes("Mở khóa")
    assert "Phòng Tổng hợp" in await lan.says("/nhiemvu")


async def test_the_last_of_the_office_cannot_shut_everybody_out(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/phanquyen Minh")
    assert "duy nhất" in await minh.takes("Khóa tài khoản")
    await minh.says("/phanquyen Minh")
    await minh.takes("Đổi vai trò")
    assert "duy nhất" in await minh.takes("Cán bộ")


async def test_an_invitation_in_one_line(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/moi trưởng phòng Phòng Tài chính")
    assert "Mã mời dùng một lần" in said
    assert "trưởng đơn vị" in said
    hoa = talk.stranger("Hoa")
    code = next(line for line in said.splitlines() if line.count("-") == 3)
    await hoa.says(code)
    member = await hoa.member()
    assert member is not None
    assert (member.role, member.unit) == (Role.HEAD, "TC")


async def test_an_invitation_step_by_step(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/moi")
    await minh.takes("Cán bộ")
    assert "Mã mời dùng một lần" in await minh.takes("Phòng Tổng hợp")


async def test_the_day_of_following_moves_what_counts_as_late(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "24/11/2026" in await minh.says("/theodoi")
    assert "I.4" not in await minh.says("/nhiemvu quá hạn")
    await minh.says("/theodoi 1/1/2026")
    await minh.takes("Đồng ý")
    await minh.says("/nhiemvu")
    assert "I.4" in await minh.takes("Quá hạn")
    assert "Chưa rõ ngày" in await minh.says("/theodoi hôm kia")


async def test_staff_see_deadlines_and_what_came_before_apart(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    said = await nam.says("/hanchot")
    assert "Trước khi theo dõi" in said
    assert "Quá hạn" not in said
    assert "I.4" in await nam.takes("Trước khi theo dõi")


async def test_targets_open_and_history_shows_who(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Chỉ tiêu đến năm 2027: 1" in await lan.says("/chitieu")
    assert "Tối thiểu 95% hồ sơ đúng hạn." in await lan.takes("CT27.01")
    await lan.says("/tiendo I.1 60% đã họp")
    assert "Lan: 60%, đang thực hiện. đã họp" in await lan.says("/lichsu I.1")
    assert "I.1" in await lan.says("/lichsu")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/giahan I.1 đến ngày 31/3/2027, lý do: chờ cấp trên", ["Hạn mới: 31/03/2027", "Lý do: chờ cấp trên"]),
        ("/giahan I.1 31/3 chờ cấp trên", ["Hạn mới: 31/03/2027"]),
        ("/giahan I.2 kỳ 2027 đến 31/1/2028 vì chờ quyết toán", ["Kỳ: năm 2027", "Hạn mới: 31/01/2028"]),
        ("/giahan I.6 quý I/2027 15/4/2027 chờ số liệu", ["Kỳ: quý I/2027", "Hạn hiện nay: 31/03/2027"]),
        ("/giahan I.1 chờ cấp trên đến 31/3/2027", ["Hạn mới: 31/03/2027", "Lý do: chờ cấp trên"]),
        ("/giahan I.1 31/1/2027 chờ", ["ngày nghỉ"]),
    ],
)
async def test_an_extension_is_read_as_people_write_it(talk: Talk, typed: str, shown: list[str]) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says(typed)
    assert [words for words in shown if words not in said] == []


async def test_work_that_waits_for_a_paper_is_given_its_date(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Đặt hạn I.5: 31/12/2026?" in await minh.says("/giahan I.5 31/12/2026 đã có văn bản hướng dẫn")
    await minh.takes("Đồng ý")
    assert "31/12/2026 (Văn phòng đặt), còn 37 ngày" in await lan.says("/nhiemvu I.5")
    assert "đặt hạn 31/12/2026" in await lan.says("/lichsu I.5")


async def test_an_extension_step_by_step(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2026, 12, 15, 2, tzinfo=UTC)
    await minh.says("/giahan")
    await minh.takes("I.1")
    assert "Hạn mới: 31/03/2027" in await minh.says("31/3/2027 chờ cấp trên")
    assert "Đã gia hạn I.1" in await minh.takes("Đồng ý")


async def test_a_deadline_that_moved_meanwhile_is_not_moved_again_unseen(talk: Talk) -> None:
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await minh.says("/giahan I.1 31/3/2027 chờ")
    await hoa.says("/giahan I.1 30/6/2027 chờ lâu hơn")
    await hoa.takes("Đồng ý")
    assert "đã thay đổi" in await minh.takes("Đồng ý")
    assert "30/06/2027" in await minh.says("/nhiemvu I.1")
