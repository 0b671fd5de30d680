"""What holds for every message."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.model import Plan
from knowledge.progress.reading import read
from knowledge.vietnamese import fold

PIECES = """
    /tiendo II.5 ii5 VI.4.2 2.1 60% 150% -5% 60 50 xong rồi hoàn thành đang làm chưa vướng tạm dừng đã trình UBND tỉnh
    và , ; : - ( ) ? . % 3/5 phần ngày 12/5 năm 2025 quý II/2026 sáu mươi phần trăm https://a.vn/?x=5% cập nhật
    nhiệm vụ 5 mục II từ lên đến còn một nửa 123/QĐ-UBND tinh giản biên chế ✅ 0,5% 60/100
"""
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=10)
NOTE_PIECES = "đã trình UBND tỉnh lấy ý kiến Sở Nội vụ họp 12/5 số 45/BC gửi 3/5 phần"
NOTES = st.lists(st.sampled_from(NOTE_PIECES.split()), min_size=1)
PERCENTS = st.integers(0, 1000).map(lambda n: n / 10)


@settings(deadline=None)
@given(text=st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join)), commanded=st.booleans())
@example(text="\ud800/tiendo \x00II.5 60%", commanded=True)
@example(text="/tiendo " + "9" * 5000 + "%", commanded=True)
@example(text="II.5 " * 1000, commanded=False)
def test_no_message_raises_and_what_is_read_is_sound(plan: Plan, text: str, commanded: bool) -> None:
    reading = read(text, plan, commanded=commanded)
    codes = {task.code for task in plan.tasks}
    assert bool(reading.updates) != bool(reading.error)
    assert set(reading.candidates) <= codes
    for update in reading.updates:
        assert update.task in codes
        assert update.percent is None or 0 <= update.percent <= 100
        assert update.percent is not None or update.status or update.note
        assert update.status != "done" or update.percent == 100
        assert update.note is None or update.note.strip()


@settings(deadline=None)
@given(note=NOTES, percent=PERCENTS, index=st.integers(0, 40))
def test_what_stands_after_code_and_percentage_is_the_note_word_for_word(
    plan: Plan, note: list[str], percent: float, index: int
) -> None:
    code, words = plan.tasks[index].code, " ".join(note)
    typed = f"{percent:g}".replace(".", ",")
    (update,) = read(f"/tiendo {code} {typed}% {words}", plan, commanded=False).updates
    assert (update.task, update.percent, update.status) == (code, percent, None)
    assert update.note == words


@settings(deadline=None)
@given(words=WORDS)
def test_no_word_of_a_note_is_lost(plan: Plan, words: list[str]) -> None:
    """Whatever is recorded, every word that is no figure, code or word of the grammar stands in the note."""
    own = {"trình", "UBND", "tỉnh", "123/QĐ-UBND", "12/5", "https://a.vn/?x=5%", "3/5", "tinh", "giản", "biên", "chế"}
    for update in (reading := read(" ".join(words), plan, commanded=False)).updates[-1:]:
        kept = " ".join(u.note or "" for u in reading.updates)
        named = update.task == "III.2" and not re.search(r"(?i)ii", " ".join(words))
        for word in set(words) & own:
            if not (named and word in {"tinh", "giản", "biên", "chế"}):
                assert fold(word) in fold(kept)


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def in_words(number: int) -> str:
    if number == 100:
        return "một trăm"
    tens, ones = divmod(number, 10)
    last = {0: "", 1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, DIGITS[ones])
    return DIGITS[ones] if not tens else f"{'mười' if tens == 1 else DIGITS[tens] + ' mươi'} {last}".strip()


@pytest.mark.parametrize("before", ["", "được", "đang làm", "tạm", "mới", "hoàn thành khoảng", "lên"])
@pytest.mark.parametrize("number", range(101))
def test_every_percentage_is_understood_when_it_is_spoken(plan: Plan, number: int, before: str) -> None:
    said = f"II.5 {before} {in_words(number)} phần trăm"
    # Without tones "tam" is "tạm" as well as "tám".
    for typed in (said, said.upper(), *([] if before == "tạm" else [fold(said)])):
        (update,) = read(f"/tiendo {typed}", plan, commanded=False).updates
        assert (update.percent, update.note) == (number, None), typed


@pytest.mark.parametrize("end", ["?", " chưa?", " phải không ạ?", " ai chủ trì?", " thế nào rồi?", " bao nhiêu?"])
@settings(deadline=None)
@given(percent=st.integers(0, 100), index=st.integers(0, 40))
def test_a_plain_sentence_that_asks_writes_nothing(plan: Plan, end: str, percent: int, index: int) -> None:
    reading = read(f"{plan.tasks[index].code} {percent}%{end}", plan, commanded=False)
    assert reading.error == "empty"


@settings(deadline=None)
@given(index=st.integers(0, 40), start=st.integers(0, 30), length=st.integers(2, 7))
def test_words_cut_from_a_title_never_record_another_task(plan: Plan, index: int, start: int, length: int) -> None:
    task = plan.tasks[index]
    words = re.findall(r"\w+", task.title)[start : start + length]
    reading = read(f"/tiendo {' '.join(words)} 40%", plan, commanded=False)
    assert {update.task for update in reading.updates} <= {task.code}
