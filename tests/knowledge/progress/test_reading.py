"""What is understood from progress messages, class by class."""

from __future__ import annotations

import time
import unicodedata

import pytest

from knowledge.model import Plan
from knowledge.progress.reading import read
from knowledge.progress.update import Reading, Update
from tests.knowledge.progress import messages
from tests.support.plans import small_plan


def shown(reading: Reading) -> str:
    if reading.error:
        return reading.error + (": " + " ".join(reading.candidates[:3]) if reading.candidates else "")
    return " ; ".join(_update(update) for update in reading.updates)


def _update(update: Update) -> str:
    facts = [update.task, f"@{update.period}" if update.period else ""]
    facts += ["" if update.percent is None else f"{update.percent:g}%", update.status or ""]
    return " ".join(filter(None, facts)) + ("" if update.note is None else f" | {update.note}")


def check(plan: Plan, text: str, expected: str) -> None:
    assert shown(read(text, plan, commanded=False)) == expected


@pytest.mark.parametrize(("text", "expected"), messages.CODES)
def test_a_code_is_known_however_it_is_written(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.UNICODE)
def test_characters_that_phones_and_papers_bring_along_do_not_matter(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.PERCENTS)
def test_a_percentage_is_read_in_figures_and_in_words(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.STATUSES)
def test_a_status_counts_only_when_it_is_of_the_whole_task(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.NOTES)
def test_the_note_is_kept_as_typed_and_its_numbers_are_its_own(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.PLAIN)
def test_a_plain_sentence_that_surely_reports_is_an_update(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.QUESTIONS)
def test_questions_orders_quotations_and_chat_write_nothing(plan: Plan, text: str, expected: str) -> None:
    assert expected == "empty"
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.NAMES)
def test_a_task_may_be_called_by_words_of_its_title(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.REFUSED)
def test_what_cannot_be_recorded_is_refused_with_its_reason(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.ARABIC)
def test_a_code_in_numbers_asks_unless_only_one_row_is_printed_so(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.SEVERAL)
def test_several_tasks_in_a_message_are_several_updates(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.PERIODS)
def test_another_period_may_be_named(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.KEYS)
def test_keys_of_telex_and_vni_left_in_the_words_do_not_matter(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.VARIED)
def test_the_ways_of_saying_it_may_be_mixed(plan: Plan, text: str, expected: str) -> None:
    check(plan, text, expected)


@pytest.mark.parametrize(("text", "expected"), messages.CODES + messages.PERCENTS + messages.STATUSES)
def test_decomposed_letters_mean_the_same(plan: Plan, text: str, expected: str) -> None:
    check(plan, unicodedata.normalize("NFD", text), expected)


@pytest.mark.parametrize(("text", "expected"), messages.CODES + messages.STATUSES + messages.REFUSED)
def test_the_command_word_may_have_been_taken_off(plan: Plan, text: str, expected: str) -> None:
    words = text.split(maxsplit=1)
    if words[0] == "/tiendo":
        assert shown(read(words[1] if words[1:] else "", plan, commanded=True)) == expected


def test_what_was_understood_is_kept_for_when_the_task_is_chosen(plan: Plan) -> None:
    expected = Update("", 60.0, None, "đã trình UBND tỉnh")
    assert read("/tiendo 2.1 60% đã trình UBND tỉnh", plan, commanded=False).rest == expected
    assert read("/tiendo II.99 60% đã trình UBND tỉnh", plan, commanded=False).rest == expected
    assert read("/tiendo 60%", plan, commanded=False).rest == Update("", 60.0, None, None)
    assert read("/tiendo II.5 50% 60%", plan, commanded=False).rest is None


def test_a_plan_whose_codes_are_plain_numbers_is_served_too(plan: Plan) -> None:
    tasks = tuple(
        task.model_copy(update={"code": str(n), "printed_code": str(n)}) for n, task in enumerate(plan.tasks, 1)
    )
    numbered = plan.model_copy(update={"tasks": tasks})
    assert shown(read("/tiendo 12 60% đã trình", numbered, commanded=False)) == "12 60% | đã trình"
    assert shown(read("nhiệm vụ 12 đạt 60%", numbered, commanded=False)) == "12 60%"
    assert shown(read("/tiendo 99 60%", numbered, commanded=False)).startswith("unknown_task")
    assert shown(read("12 người đi họp", numbered, commanded=False)) == "empty"


def test_a_plan_whose_codes_have_letters_is_served_too(plan: Plan) -> None:
    tasks = tuple(
        task.model_copy(update={"code": f"NV-{n:02d}", "printed_code": f"{n}"}) for n, task in enumerate(plan.tasks, 1)
    )
    lettered = plan.model_copy(update={"tasks": tasks})
    assert shown(read("/tiendo nv-05 60%", lettered, commanded=False)) == "NV-05 60%"
    assert shown(read("NV-05 đã xong", lettered, commanded=False)) == "NV-05 100% done"


@pytest.mark.parametrize("end", ["", " chưa?", " chưa ạ"])
@pytest.mark.parametrize(
    "thanks", [" nhé", " anh", " nhé anh ơi", ". . ", "\n \n", " ạ", ". Em cảm ơn ạ", " cảm ơn anh nhé"]
)
def test_courtesies_may_run_on_for_a_whole_message(plan: Plan, end: str, thanks: str) -> None:
    """What is asked or said before them stays what it is."""
    text = f"II.5 xong{end}{thanks * 250}"[:4096]
    begun = time.process_time()
    assert shown(read(text, plan, commanded=False)).split(" | ")[0] == ("empty" if end else "II.5 100% done")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("form", ["phân cấp ", "nhiệm vụ {0} ", "{0} ", "{0} xong {1} chưa ", "{0} 60% đang làm\n"])
def test_a_message_as_long_as_a_chat_takes_holds_nobody_up(form: str) -> None:
    """Whatever it repeats, in a plan of many tasks with long titles: people wait meanwhile."""
    title = "rà soát hoàn thiện quy định phân cấp quản lý nhà nước theo yêu cầu cải cách hành chính"
    rows = (
        small_plan().tasks[0].model_copy(update={"code": f"PL3.{n}", "title": f"{title[n % 9 :]} " * 3})
        for n in range(1, 227)
    )
    plan = small_plan().model_copy(update={"tasks": tuple(rows)})
    message = (form.format("PL3.5", "PL3.6") * 600)[:4096]
    begun = time.process_time()
    read(message, plan, commanded=False)
    assert time.process_time() - begun < 3


def test_a_plan_without_tasks_has_nothing_to_report_on() -> None:
    plan = small_plan().model_copy(update={"tasks": ()})
    assert read("rà soát quy chế làm việc", plan, commanded=False).error == "empty"
    assert read("rà soát quy chế làm việc 60%", plan, commanded=True).updates == ()
