"""A task that is asked for by a word or two which several tasks have."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        ("nhiệm vụ về một cửa thời gian thực hiện thế nào", {"II.4", "VI.5.1"}),
        ("viec ve thanh toan lam tu khi nao", {"II.8", "VI.5.4"}),
        ("nhiệm vụ về phí ai chủ trì", {"II.8", "V.1", "VI.1.3", "VI.3.2"}),
    ],
)
def test_it_is_asked_which_of_them_is_meant(asked: str, candidates: set[str]) -> None:
    answer = _told(asked)
    assert (answer.kind, set(answer.candidates)) == ("clarify", candidates)


def test_the_other_one_is_what_was_not_chosen() -> None:
    answer = _told("việc về thanh toán làm từ khi nào", "thanh toán không dùng tiền mặt ấy", "còn cái kia?")
    assert (answer.facet, answer.records) == ("deadline", ("II.8",))


@pytest.mark.parametrize(
    ("asked", "record"),
    [("việc về chữ ký số ai làm", "VI.4.4"), ("việc về biên chế từ năm nào", "III.2")],
)
def test_what_is_plainly_named_is_told(asked: str, record: str) -> None:
    assert _told(asked).records == (record,)
