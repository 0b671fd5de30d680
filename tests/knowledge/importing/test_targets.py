"""Numbers in sentences become targets only where there is one number and no doubt about it."""

from __future__ import annotations

import pytest

from knowledge.importing.targets import read_targets, read_value


@pytest.mark.parametrize(
    ("sentence", "comparator", "value", "horizon"),
    [
        ("Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng.", ">=", 80, None),
        ("Mức độ hài lòng của người dân đạt trên 95,5% vào năm tới.", ">", 95.5, None),
        ("Đến năm 2030, tỷ lệ dân số có sổ sức khỏe điện tử đạt 95%.", "=", 95, 2030),
        ("Giảm tối thiểu 10% biên chế sự nghiệp so với năm 2021.", "-", 10, None),
        ("Tỷ lệ hồ sơ trễ hạn không quá 2% trong tổng số hồ sơ.", "<=", 2, None),
    ],
)
def test_a_sentence_with_one_percentage_is_a_target(
    sentence: str, comparator: str, value: float, horizon: int | None
) -> None:
    (found,) = read_targets(sentence)
    assert (found.comparator, found.value, found.horizon) == (comparator, value, horizon)
    assert found.printed in sentence


@pytest.mark.parametrize("sentence", ["Tăng từ 30% lên 50% số hồ sơ.", "Ban hành 05 văn bản trong năm 2026.", ""])
def test_a_sentence_in_doubt_gives_none(sentence: str) -> None:
    assert list(read_targets(sentence)) == []


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("≥ 80", (">=", 80)),
        ("8.500", ("=", 8500)),
        ("4,8", ("=", 4.8)),
        ("Không quá 60", ("<=", 60)),
        ("11 - 12", (None, None)),
        ("≤ 3 Đông Nam Á; ≤ 50 Thế giới", (None, None)),
        ("Thuộc nhóm 3 nước dẫn đầu", (None, None)),
    ],
)
def test_a_cell_of_an_indicator_table_is_a_value_or_words(cell: str, read: tuple[str | None, float | None]) -> None:
    assert read_value(cell) == read
