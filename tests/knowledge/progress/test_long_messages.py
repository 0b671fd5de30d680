"""A message with hundreds of codes: read line by line as each would be alone, in time that grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Plan
from knowledge.progress.reading import read

SHORT, LONG = 1_000, 4_000
"""Characters; the longest message has 4,096."""
SHAPES = {
    "figures": "{code} {number}%\n",
    "figures in one line": "{code} {number}% ",
    "the same code": "II.5 60%\n",
    "words": "{code} abc ",
    "words after breaks": "{code} abc; ",
    "codes in a note": "và phối hợp {code} ",
    "statuses": "{code} xong\n",
    "statuses in one line": "{code} đang làm ",
    "not yet": "{code} chưa ",
    "questions": "{code} chưa? ",
    "periods": "{code} quý I/2026\n",
    "figures first": "{number}% {code}; ",
    "commas": "{code}, ",
    "numbers after a code": "1 ",
    "numbers with points": "1.",
    "digits": "1",
    "addresses": "@",
    "no codes": "a\n",
}


def message(shape: str, plan: Plan, length: int) -> str:
    """The shape again and again, with the plan's codes in turn."""
    codes, text, number = [task.code for task in plan.tasks], "II.5 " if "code" not in shape else "", 0
    while len(text) < length:
        text += shape.format(code=codes[number % len(codes)], number=number % 100)
        number += 1
    return text[:length]


def seconds(text: str, plan: Plan, *, commanded: bool) -> float:
    """Processor time of reading the text, at best."""
    took = []
    for _ in range(3):
        start = time.process_time()
        read(text, plan, commanded=commanded)
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.parametrize("commanded", [False, True], ids=["sentence", "command"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_four_times_the_length_takes_about_four_times_as_long(plan: Plan, shape: str, commanded: bool) -> None:
    short = seconds(message(shape, plan, SHORT), plan, commanded=commanded)
    long = seconds(message(shape, plan, LONG), plan, commanded=commanded)
    # Sixteen times if every code were compared with every other; what takes no time at all proves nothing.
    assert long < max(9 * short, 0.15), (short, long)


@given(data=st.data(), count=st.integers(1, 41), commanded=st.booleans())
def test_each_line_says_what_it_would_say_alone(plan: Plan, data: st.DataObject, count: int, commanded: bool) -> None:
    codes = data.draw(st.permutations([task.code for task in plan.tasks]))[:count]
    said = st.sampled_from(["60%", "xong", "đang làm", "35% đã trình UBND tỉnh", "tạm dừng chờ hướng dẫn"])
    lines = [f"{code} {data.draw(said)}" for code in codes]
    whole = read("\n".join(lines), plan, commanded=commanded)
    assert whole.updates == tuple(read(line, plan, commanded=commanded).updates[0] for line in lines)
