"""Recording progress: what is written, what is asked first, what is refused, and taking back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.records import EntryKind, ProgressEntry, Role
from tests.support.plans import small_plan
from tests.support.talk import Talk


async def _log(talk: Talk, task: str | None = None) -> list[ProgressEntry]:
    async with talk.database.read() as uow:
        return await uow.progress.history("small", task)


async def test_one_line_is_recorded_and_repeated(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says("/tiendo I.1 60% đã trình lãnh đạo")
    assert "Đã ghi nhận I.1: 60%, đang thực hiện" in said
    assert "đã trình lãnh đạo" in said
    assert "09:00 ngày 24/11/2026" in said
    (entry,) = await _log(talk)
    assert (entry.task, entry.percent, entry.status, entry.note) == ("I.1", 60, "in_progress", "đã trình lãnh đạo")
    assert (entry.member_name, entry.unit, entry.channel) == ("Lan", "TH", "terminal")


async def test_the_echo_shows_what_was_before(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 40%")
    assert "40% → 60%, đang thực hiện" in await lan.says("I.1 được 60% rồi")


async def test_step_by_step_with_choices_and_a_typed_note(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "I.1" in await lan.says("/tiendo")
    await lan.takes("I.1")
    await lan.takes("75%")
    said = await lan.says("đã họp lấy ý kiến")
    assert "Đã ghi nhận I.1: 75%" in said
    assert "đã họp lấy ý kiến" in said


async def test_the_percent_may_be_typed_where_it_is_asked_for(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo")
    await lan.takes("I.1")
    assert "Đã ghi nhận I.1: 35%" in await lan.says("35% đang soạn thảo")


async def test_a_question_in_between_is_a_question(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo")
    await lan.takes("I.1")
    await lan.says("I.1 ai chủ trì?")
    assert await _log(talk) == []


@pytest.mark.parametrize(("typed", "asked"), [("/tiendo I.1 100%", "hoàn thành"), ("/tiendo I.1 10%", "giảm còn 10%")])
async def test_completion_and_a_drop_are_asked_about_once(talk: Talk, typed: str, asked: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 50%")
    assert asked in await lan.says(typed)
    assert len(await _log(talk)) == 1
    assert "Đã ghi nhận" in await lan.takes("Đồng ý")
    assert len(await _log(talk)) == 2


async def test_declining_the_question_writes_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    assert "chưa ghi gì" in await lan.takes("Thôi")
    assert await _log(talk) == []


async def test_a_double_tap_records_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    token = lan.choice("Đồng ý").token
    await lan.presses(token)
    await lan.presses(token)
    assert len(await _log(talk)) == 1


async def test_the_same_message_twice_is_one_update_and_later_a_new_one(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 60%")
    await lan.says("/tiendo I.1 60%")
    assert len(await _log(talk)) == 1
    talk.now += timedelta(hours=3)
    await lan.says("/tiendo I.1 60%")
    assert len(await _log(talk)) == 2


async def test_undo_is_an_entry_of_its_own_and_brings_back_what_stood(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 40%")
    await lan.says("/tiendo I.1 60%")
    said = await lan.takes("Hoàn tác")
    assert "40%, đang thực hiện" in said
    log = await _log(talk)
    assert [e.kind for e in log] == [EntryKind.UNDO, EntryKind.UPDATE, EntryKind.UPDATE]
    assert log[1].undone
    assert not log[2].undone


async def test_undo_lapses_after_a_day_and_works_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 40%")
    token = lan.choice("Hoàn tác").token
    talk.now += timedelta(hours=25)
    assert "24 giờ" in await lan.presses(token)
    await lan.says("/tiendo I.1 60%")
    token = lan.choice("Hoàn tác").token
    await lan.presses(token)
    assert "đã được hoàn tác" in await lan.presses(token)
    assert len(await _log(talk)) == 3


async def test_only_the_writer_and_the_office_take_back(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    mai = await talk.member("Mai", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    mai.chat = minh.chat = "Lan"  # as if they pressed the button of a shared screen
    await lan.says("/tiendo I.1 40%")
    token = lan.choice("Hoàn tác").token
    assert "Chỉ người ghi hoặc Văn phòng" in await mai.presses(token)
    assert "Đã hoàn tác" in await minh.presses(token)


@pytest.mark.parametrize("typed", ["/tiendo I.1 150%", "/tiendo I.9 50%", "/tiendo I.1 40% 60%", "/tiendo 60%"])
async def test_what_is_not_clear_writes_nothing(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says(typed)
    assert await _log(talk) == []


async def test_a_bad_percent_is_refused_with_an_example(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Ví dụ: /tiendo I.1 60%" in await lan.says("/tiendo I.1 150%")


async def test_a_missing_task_is_asked_for_and_completes_the_update(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo 60% đã trình")
    assert "Đã ghi nhận I.1: 60%" in await lan.takes("I.1")


async def test_an_unknown_code_offers_the_nearest_which_completes_the_update(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.OFFICE)
    said = await lan.says("/tiendo I.7 60%")
    assert "không có nhiệm vụ" in said
    await lan.presses(lan.screen.choices[0].token)  # type: ignore[union-attr]
    assert len(await _log(talk)) == 1


async def test_a_cooperating_unit_adds_notes_but_no_percent(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "chỉ thêm được ghi chú" in await nam.says("/tiendo I.1 60% đã góp ý")
    assert await _log(talk) == []
    assert "Đã thêm ghi chú" in await nam.takes("Chỉ ghi ghi chú")
    (entry,) = await _log(talk)
    assert (entry.kind, entry.percent, entry.note) == (EntryKind.NOTE, None, "đã góp ý")


async def test_others_are_told_who_may(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "đơn vị chủ trì ghi (Phòng Tổng hợp)" in await nam.says("/tiendo I.3 60%")
    assert await _log(talk) == []


async def test_the_office_may_record_for_any_unit(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Đã ghi nhận I.3" in await minh.says("/tiendo I.3 60%")


async def test_a_button_pressed_after_losing_the_right_does_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.3 100%")
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.set_unit(member.id, "TC")
    assert "Chưa ghi gì" in await lan.takes("Đồng ý")
    assert await _log(talk) == []


async def test_yearly_work_goes_to_the_year_in_hand_or_the_year_named(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "năm 2026" in await nam.says("/tiendo I.2 50%")
    assert "năm 2027" in await nam.says("/tiendo I.2 2027 10%")
    assert {(e.period, e.percent) for e in await _log(talk)} == {("2026", 50), ("2027", 10)}


async def test_several_tasks_in_one_message_are_all_recorded_or_none(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says("/tiendo I.1 60%, I.3 30%")
    assert "I.1: 60%" in said
    assert "I.3: 30%" in said
    await lan.takes("Hoàn tác tất cả")
    assert len([e for e in await _log(talk) if e.undone]) == 2
    await lan.says("/tiendo I.1 70%, I.4 30%")  # I.4 is another unit's
    assert len(await _log(talk)) == 4


async def test_a_forwarded_message_is_nobodys_update(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "chuyển tiếp" in await lan.says("/tiendo I.1 60%", forwarded=True)
    assert await _log(talk) == []


async def test_in_a_group_only_the_command_records(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong 60% rồi", private=False)
    assert await _log(talk) == []
    await lan.says("/tiendo I.1 60%", private=False)
    assert len(await _log(talk)) == 1


async def test_nothing_is_asked_step_by_step_in_a_group(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Trong nhóm" in await lan.says("/tiendo", private=False)
    await lan.says("/nhiemvu I.1")
    await lan.takes("Cập nhật tiến độ")
    await lan.says("60% đã trình", private=False)
    assert await _log(talk) == []


async def test_a_forwarded_message_is_no_answer_either(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo")
    await lan.takes("I.1")
    await lan.takes("75%")
    assert "chuyển tiếp" in await lan.says("đã họp lấy ý kiến", forwarded=True)
    assert await _log(talk) == []


async def test_words_that_may_be_a_note_or_a_question_are_asked_about(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo")
    await lan.takes("I.1")
    await lan.takes("75%")
    assert "ghi chú cho I.1 hay là câu hỏi" in await lan.says("chưa rõ khi nào cấp trên trả lời")
    assert await _log(talk) == []
    assert "Đã ghi nhận I.1: 75%" in await lan.takes("Ghi làm ghi chú")
    (entry,) = await _log(talk)
    assert entry.note == "chưa rõ khi nào cấp trên trả lời"


async def test_a_code_of_many_tasks_offers_them_in_pages_and_completes_the_update(talk: Talk) -> None:
    plan = small_plan()
    more = [plan.tasks[0].model_copy(update={"code": f"I.{n}", "printed_code": str(n)}) for n in range(7, 10)]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *more)}))
    lan = await talk.member("Lan", unit="TH")
    assert "Trang 1/2" in await lan.says("/tiendo mục I 60% đã trình")
    await lan.takes("Xem tiếp")
    assert "Đã ghi nhận I.8: 60%" in await lan.takes("I.8")


@pytest.mark.parametrize("said", ["I.1 trình rồi", "hôm nay em trình I.1 rồi ạ", "I.1 chờ góp ý của cấp trên"])
async def test_words_that_may_report_are_not_taken_for_a_question(talk: Talk, said: str) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "ghi chú cho I.1 hay là câu hỏi" in await lan.says(said)
    assert "Đã thêm ghi chú cho I.1" in await lan.takes("Ghi làm ghi chú")


@pytest.mark.parametrize("said", ["I.1", "I.1 ai làm", "thông tin nhiệm vụ I.1", "I.1 rà soát quy chế"])
async def test_questions_about_a_task_are_answered_at_once(talk: Talk, said: str) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "Rà soát quy chế làm việc" in await lan.says(said)


async def test_what_follows_an_update_in_a_message_of_its_own_is_not_lost(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    await lan.says("/tiendo I.1 60%")
    await lan.says("đã trình lãnh đạo, chờ ý kiến")
    assert "Đã thêm ghi chú cho I.1 (60%, đang thực hiện)" in await lan.takes("Ghi làm ghi chú cho I.1")
    assert "đã trình lãnh đạo, chờ ý kiến" in lan.read
    # Who only asked of another unit's task is not offered to write there.
    nam = await talk.member("Nam", Role.STAFF, "TC")
    await nam.says("I.1 ai chủ trì")
    assert "Ghi làm ghi chú" not in await nam.says("lương giáo viên")


@pytest.mark.parametrize("said", ["nhầm, 70%", "à nhầm 70% mới đúng", "xin lỗi ghi nhầm, 70% ạ", "đính chính 70%"])
async def test_a_figure_sent_to_correct_the_one_before_goes_to_the_same_task(talk: Talk, said: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.3 60% đã họp")
    assert "Đã ghi nhận I.3: 60% → 70%" in await lan.says(said)
    assert "ghi giảm còn 50%" in await lan.says("nhầm, 50%")
    assert "Hoàn tác cập nhật I.3 (70%" in await lan.says("nhầm rồi")


async def test_of_several_tasks_it_is_asked_which_one_is_corrected(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 60%, I.3 30%")
    assert "nhiệm vụ nào" in await lan.says("nhầm, 70%")
    assert len(await _log(talk)) == 2
    assert "Đã ghi nhận I.1: 60% → 70%" in await lan.takes("I.1")


async def test_long_after_an_update_the_task_is_asked_for(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.3 60%")
    talk.now += timedelta(hours=2)
    assert "nhiệm vụ nào" in await lan.says("nhầm, 70%")
    assert len(await _log(talk)) == 1


@pytest.mark.parametrize("said", ["sửa lại I.1 70%", "I.1 sửa thành 70%", "I.1 không phải 60% mà 70%", "nhầm, I.1 70%"])
async def test_a_corrected_figure_is_an_update_for_anyone_who_may_record(talk: Talk, said: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 60%")
    assert "Đã ghi nhận I.1: 60% → 70%" in await lan.says(said)


async def test_a_doubtful_figure_of_a_certain_task_is_asked_about_as_such(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Chưa rõ ghi I.1 bao nhiêu phần trăm" in await lan.says("/tiendo I.1 thêm 10%")
    assert "Tiến độ hiện nay?" in await lan.takes("I.1")


async def test_every_line_of_a_list_is_a_report_of_its_own(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("Tiến độ tuần này:\n1. I.1: 50%, vướng chỗ danh mục\n2. I.3: chưa triển khai")
    first, second = sorted(await _log(talk), key=lambda entry: entry.task)
    assert (first.task, first.percent, first.note) == ("I.1", 50, "vướng chỗ danh mục")
    assert (second.task, second.status, second.note) == ("I.3", "not_started", "")
    await lan.says("/tiendo I.1 60% đã họp\nhai lần")
    assert (await _log(talk, "I.1"))[0].note == "đã họp hai lần"
