"""How work stands, asked in one's own words: what is done, what is not, what falls due this month, of any unit."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from handlers.wording import standing_asked as words
from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    """The small plan, followed since the year began; it is 24/11/2026."""
    talk = Talk(database)
    await talk.follow(small_plan(), datetime(2026, 1, 1, tzinfo=UTC))
    return talk


async def test_what_is_not_done_is_asked_of_a_unit_in_one_s_own_words(hung: Person) -> None:
    for asked in ("phòng tài chính có bao nhiêu việc chưa xong", "viec nao cua phong tai chinh chua hoan thanh"):
        said = await hung.says(asked)
        assert "Chưa hoàn thành (Phòng Tài chính chủ trì): 3 nhiệm vụ" in said, said
    await hung.says("/tiendo I.2 xong")
    await hung.takes("Đồng ý")
    said = await hung.says("phòng em còn việc gì chưa xong")
    assert "Chưa hoàn thành (Phòng Tài chính chủ trì): 2 nhiệm vụ" in said
    assert "I.2" not in said


async def test_each_state_is_asked_for_by_itself(talk: Talk, hung: Person) -> None:
    await hung.says("I.2 60% đang lấy ý kiến")
    await hung.says("I.4 vướng kinh phí")
    for asked, title, code in (
        ("việc nào đang vướng", "Đang vướng mắc: 1 nhiệm vụ", "I.4"),
        ("nhiem vu nao dang thuc hien", "Đang thực hiện: 1 nhiệm vụ", "I.2"),
    ):
        said = await hung.says(asked)
        assert title in said, said
        assert code in said
    silent = await hung.says("việc nào của phòng tài chính chưa cập nhật")
    assert "Chưa có cập nhật (Phòng Tài chính chủ trì): 1 nhiệm vụ" in silent
    assert "I.6" in silent
    assert "Không có nhiệm vụ nào đã hoàn thành." in await hung.says("những việc nào đã hoàn thành")
    await hung.says("/tiendo I.6 xong")
    await hung.takes("Đồng ý")
    assert "I.6" in await hung.says("tháng này xong được việc gì")
    assert "Không có nhiệm vụ nào hoàn thành từ 01/10/2026 đến 31/10/2026." in await hung.says(
        "tháng trước xong được việc gì"
    )
    assert "I.6" in await hung.says("việc nào đang chờ văn phòng xác nhận")


async def test_what_falls_due_is_asked_by_days_from_now_on(hung: Person) -> None:
    said = await hung.says("tháng sau phòng tài chính đến hạn việc nào")
    assert "Đến hạn từ 01/12/2026 đến 31/12/2026 (Phòng Tài chính chủ trì):" in said
    assert "I.2" in said
    again = await hung.says("tháng 12 này có việc gì")
    assert "Đến hạn từ 01/12/2026 đến 31/12/2026:" in again
    nothing = await hung.says("tuần này có hạn gì")
    assert "Không có nhiệm vụ nào đến hạn từ 23/11/2026 đến 29/11/2026." in nothing
    assert "Việc đến hạn gần nhất: " in nothing


async def test_the_question_is_asked_again_of_another_unit(hung: Person) -> None:
    await hung.says("việc nào chưa xong")
    said = await hung.says("còn phòng tài chính?")
    assert "Chưa hoàn thành (Phòng Tài chính chủ trì): 3 nhiệm vụ" in said
    assert "Theo nhiệm vụ I.4" in await hung.says("việc thứ 2 ai phối hợp")
    await hung.says("việc nào của phòng tài chính chưa xong")
    assert "Chưa hoàn thành (Phòng Tổng hợp chủ trì)" in await hung.says("còn phòng tổng hợp?")


async def test_more_than_a_page_can_be_turned(talk: Talk) -> None:
    plan = small_plan()
    more = [
        plan.tasks[1].model_copy(update={"code": f"I.{n}", "printed_code": str(n), "title": f"Việc {n}"})
        for n in range(10, 18)
    ]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *more)}), datetime(2026, 1, 1, tzinfo=UTC))
    thu = await talk.member("Thu", Role.OFFICE)
    first = await thu.says("việc nào của phòng tài chính chưa xong")
    assert "Chưa hoàn thành (Phòng Tài chính chủ trì): 11 nhiệm vụ" in first
    second = await thu.takes("Xem tiếp")
    assert "Chưa hoàn thành (Phòng Tài chính chủ trì): 11 nhiệm vụ" in second
    shown = [line.split()[0] for said in (first, second) for line in said.splitlines() if " — " in line]
    assert len(shown) == len(set(shown)) == 11


async def test_what_the_plan_itself_says_is_not_taken_for_progress(hung: Person) -> None:
    for asked in ("việc nào phải hoàn thành trong năm 2026", "I.2 hạn khi nào"):
        assert "Chưa hoàn thành" not in await hung.says(asked)


async def test_what_is_most_urgent_comes_first(talk: Talk, hung: Person) -> None:
    talk.now = datetime(2027, 1, 5, 2, tzinfo=UTC)
    said = await hung.says("việc nào gấp nhất")
    assert "Chưa hoàn thành, việc gấp xếp trước:" in said
    first = next(line for line in said.splitlines() if " — " in line)
    assert "quá hạn" in first


@pytest.mark.parametrize(
    ("state", "said"), [("", "như vậy"), ("urgent", "chưa hoàn thành mà có hạn"), ("done", "đã hoàn thành")]
)
def test_nothing_is_said_in_a_whole_sentence(state: str, said: str) -> None:
    assert words.asked(state, "", date(2026, 11, 24), "", none=True) == said
