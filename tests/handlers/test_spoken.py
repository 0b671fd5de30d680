"""Questions about one's own work and about the whole, said as people say them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    """The small plan, followed since the year began."""
    talk = Talk(database)
    await talk.follow(small_plan(), datetime(2026, 1, 1, tzinfo=UTC))
    return talk


async def test_my_unit_is_the_askers(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "Nhiệm vụ Phòng Tài chính chủ trì: 3" in await hung.says("việc của phòng em")
    assert "Nhiệm vụ Phòng Tổng hợp chủ trì: 3" in await lan.says("em phải làm gì ạ")
    late = await hung.says("phòng mình có việc gì quá hạn không?")
    assert "Thời hạn: Phòng Tài chính" in late
    assert "I.4" in late
    late = await lan.says("phòng mình có việc gì quá hạn không?")
    assert "Thời hạn: Phòng Tổng hợp" in late
    assert "Không có việc nào quá hạn" in late
    assert "đến hết tuần" in await lan.says("tuần này bên em phải nộp gì")


async def test_a_question_with_more_to_it_goes_to_the_plan_and_says_what_was_assumed(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    answered = await hung.says("phòng em chủ trì việc gì về ngân sách")
    assert "Đơn vị của đồng chí: Phòng Tài chính." in answered
    assert "I.2" in answered
    assert "I.1" not in answered


async def test_what_is_late_is_asked_of_the_unit_that_was_named(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert "Không có nhiệm vụ nào quá hạn (Phòng Tổng hợp chủ trì)." in await hung.says(
        "Phòng Tổng hợp quá hạn việc nào"
    )
    assert "Thời hạn: Phòng Tổng hợp" in await hung.says("Phòng Tổng hợp có việc gì sắp đến hạn")


async def test_the_whole_is_shown_to_each_as_they_may_see_it(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    thu = await talk.member("Thu", Role.DIRECTOR)
    assert "Nhiệm vụ năm 2026 của các đơn vị" in await hung.says("tình hình thực hiện thế nào")
    assert "Tổng hợp đến ngày" in await thu.says("tình hình chung thế nào rồi em")


async def test_units_are_ranked_by_what_is_late_or_was_not_heard_of(talk: Talk) -> None:
    thu = await talk.member("Thu", Role.DIRECTOR)
    late = await thu.says("đơn vị nào chậm nhất")
    assert "Phòng Tài chính: 4 việc, lâu nhất" in late
    assert "Phòng Tổng hợp" not in late
    silent = await thu.takes("Theo chưa cập nhật")
    assert "Phòng Tài chính: 6 việc" in silent
    assert "Phòng Tổng hợp: 3 việc" in silent
    await thu.says("phòng nào quá hạn")
    assert "I.4 Sắp xếp bộ máy" in await thu.takes("Tài chính")
    assert "Phòng Tài chính: 6 việc" in await thu.says("ai chưa cập nhật")


async def test_in_a_group_only_commands_are_such_sentences(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert "Nhiệm vụ Phòng Tài chính chủ trì" not in await hung.says("việc của phòng em", private=False)


async def test_an_order_said_plainly_is_the_command(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    head = await talk.member("Bình", Role.HEAD, "TC")
    minh = await talk.member("Minh", Role.OFFICE, "TH")
    asked = await hung.says("em xin gia hạn I.2 đến 30/6/2027 vì chờ hướng dẫn")
    assert "Xin gia hạn I.2 đến 30/06/2027" in asked
    assert "Lý do: chờ hướng dẫn" in asked
    assert "Đã giao I.2 cho Hùng" in await head.says("giao I.2 cho Hùng")
    assert "Bàn giao việc của Hùng cho Bình" in await minh.says("bàn giao việc của Hùng cho Bình")
    assert "Mời người vào với vai trò nào?" in await minh.says("mời thêm người")
    assert "Phòng Tài chính: quá hạn" in await minh.says("nhắc Phòng Tài chính nhé")
    assert "Đã đặt giờ nhắc: 09:00" in await hung.says("đổi giờ nhắc sang 9h")
    assert "Lịch sử cập nhật I.2" in await hung.says("xem lịch sử I.2")
    assert "/tiendo: Cập nhật tiến độ" in await hung.says("bot làm được gì")


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("nhật ký việc I.2", "/lichsu I.2"),
        ("duyệt hoàn thành I.2", "/xacnhan I.2"),
        ("nhắc mọi người cập nhật tiến độ đi", "/dondoc"),
        ("đôn đốc các đơn vị chưa cập nhật tiến độ", "/dondoc"),
        ("có câu hỏi nào chưa trả lời không", "/hoidap"),
        ("xem nhật ký", "/nhatky"),
        ("lịch nhắc việc", "/hethong"),
        ("thống kê tiến độ theo phòng", "/tonghop"),
        ("báo cáo kết quả của từng đơn vị", "/tonghop"),
        ("cho xem biểu đồ tiến độ", "/tonghop"),
        ("cho xin mã trích dẫn", "/trichdan"),
    ],
)
async def test_the_office_runs_its_work_in_plain_words(talk: Talk, said: str, command: str) -> None:
    minh = await talk.member("Minh", Role.OFFICE, "TH")
    assert await minh.says(said) == await minh.says(command)


async def test_the_commands_of_every_bot_are_known(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert await hung.says("/help") == await hung.says("/trogiup")
    assert await hung.says("/settings") == await hung.says("/nhacviec")


async def test_how_ones_own_unit_stands_is_no_question_about_all(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert "của các đơn vị" not in await hung.says("tiến độ của phòng em")
    assert "Nhiệm vụ năm 2026 của các đơn vị" in await hung.says("thống kê tiến độ các phòng")


async def test_an_order_is_refused_to_whom_the_command_is(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert await hung.says("mời thêm người") == await hung.says("/moi")
    assert await hung.says("nhắc Phòng Tổng hợp") == await hung.says("/dondoc Phòng Tổng hợp")


@pytest.mark.parametrize(
    "asked",
    [
        "gia hạn I.2 được không?",
        "ai giao I.2",
        "gia hạn chứng chỉ",
        "thông báo kết luận thanh tra",
        "đã giao I.2 cho Hùng",
    ],
)
async def test_who_asks_orders_nothing(talk: Talk, asked: str) -> None:
    hung = await talk.member("Hùng", Role.HEAD, "TC")
    said = await hung.says(asked)
    assert "gia hạn I.2 đến" not in said
    assert "Đã giao" not in said
    assert "Thông báo cho ai" not in said


async def test_a_long_message_of_courtesies_is_no_overview(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    assert "Không tìm thấy" in await hung.says("ạ " * 2000 + "chung")
