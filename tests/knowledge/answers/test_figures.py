"""Figures are compared, counted, added up and averaged: of the rows of a table, of two targets, of two years."""

from __future__ import annotations

import pytest

from knowledge.answers.figures import added, alike, apart
from knowledge.model import Target
from tests.knowledge.answers.figures_of import engine_of


def _told(name: str, question: str) -> tuple[str, list[str]]:
    """The facet of the answer, and the rows or targets that it tells, each with its value."""
    engine = engine_of(name)
    answer = engine.answer(question)
    targets = [target for code in answer.records if (target := engine.plan.target(code))]
    return answer.facet, [f"{t.metric.rpartition(': ')[2]} {t.value:g}" for t in targets]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("xã nào dưới 80% năm 2027", ["Xã Tân Lập 75", "Xã Đông Hải 72"]),
        ("bao nhiêu xã đạt từ 90% trở lên năm 2028", ["Xã Hòa Bình 90", "Xã Phú Thịnh 95"]),
        ("cac xa nao chua dat 90% nam 2028", ["Xã Tân Lập 88", "Xã Đông Hải 85"]),
        ("năm nào xã Đông Hải đạt trên 80%", ["Xã Đông Hải 85"]),
        ("xã nào đạt từ 70% đến 80% năm 2026", ["Xã Hòa Bình 70", "Xã Phú Thịnh 80"]),
    ],
)
def test_rows_of_a_table_by_a_bound(question: str, rows: list[str]) -> None:
    facet, told = _told("years", question)
    assert (facet in ("list", "count"), told) == (True, rows)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("khoa nào nội trú nhiều nhất", ["Khoa Nhi 5100"]),
        ("khoa nao duoc giao viec lam moi nhieu nhat", ["Khoa Phụ sản 12"]),
        ("khoa nào được giao đi làm việc nước ngoài nhiều nhất", ["Khoa Nhi 4"]),
        ("khoa phụ sản với khoa nhi bên nào nội trú cao hơn", ["Khoa Phụ sản 4200", "Khoa Nhi 5100"]),
    ],
)
def test_words_that_are_common_elsewhere_say_what_a_table_measures(question: str, rows: list[str]) -> None:
    """ "Nội", "làm", "mới" help little in other questions, and "việc" is a task."""
    assert _told("places", question)[1] == rows


@pytest.mark.parametrize("question", ["trung tâm nào khám trên 10.000 lượt", "đơn vị nào khám trên 10000 lượt"])
def test_a_bound_of_any_measure(question: str) -> None:
    assert _told("units", question)[1] == ["Trung tâm Y tế Lâm Hà 12000", "Trung tâm Y tế Nam Giang 15200"]


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("năm 2028 xã Hòa Bình so với 2026 tăng bao nhiêu", 20.0),
        ("xa tan lap nam 2028 hon nam 2026 may diem", 23.0),
        ("xã Hòa Bình từ 2026 đến 2027 tăng mấy điểm phần trăm", 10.0),
        ("xã Phú Thịnh với xã Đông Hải năm 2028 nơi nào cao hơn", -10.0),
        ("so sánh xã Hòa Bình và xã Tân Lập năm 2027", -5.0),
        ("xã Tân Lập kém xã Hòa Bình bao nhiêu điểm năm 2028", -2.0),
        ("chênh lệch giữa xã cao nhất và xã thấp nhất năm 2026", -20.0),
        ("xã nào tăng nhiều nhất từ 2026 đến 2028", 25.0),
    ],
)
def test_what_lies_between_cells(question: str, points: float) -> None:
    answer = engine_of("years").answer(question)
    assert (answer.facet, answer.difference) == ("comparison", points)


@pytest.mark.parametrize(
    ("question", "facet", "result"),
    [
        ("tổng số lượt khám của trung tâm Lâm Hà và Bắc Sơn", "sum", 20500.0),
        ("ba trung tâm cộng lại bao nhiêu lượt khám", "sum", 35700.0),
        ("tổng kinh phí của Lâm Hà và Nam Giang", "sum", 1070.0),
        ("trung binh moi trung tam kham bao nhieu luot", "mean", 11900.0),
        ("trung bình tỷ lệ hài lòng của các trung tâm", "mean", 88.0),
        ("tổng tỷ lệ hài lòng của Lâm Hà và Bắc Sơn", "sum", None),
    ],
)
def test_cells_together(question: str, facet: str, result: float | None) -> None:
    engine = engine_of("units")
    answer = engine.answer(question)
    assert answer.facet == facet
    assert added([t for code in answer.records if (t := engine.plan.target(code))], facet) == result


def test_which_measure_is_meant_is_asked_where_none_is_said() -> None:
    assert engine_of("units").answer("Lâm Hà với Nam Giang nơi nào cao hơn").kind == "clarify"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("OSI với TII cái nào cao hơn năm 2028", ["50", "55"]),
        ("osi voi tii nam 2026 chenh nhau may bac", ["60", "65"]),
        ("năm 2026 tổng chi ngân sách hơn tổng thu bao nhiêu tỷ", ["320", "250"]),
        ("tổng chi ngân sách huyện so với tỷ lệ chi phí logistics cái nào cao hơn năm 2028", ["350", "13"]),
    ],
)
def test_two_targets_beside_each_other(question: str, values: list[str]) -> None:
    facet, told = _told("ranks", question)
    assert (facet, [figure.rpartition(" ")[2] for figure in told]) == ("comparison", values)


@pytest.mark.parametrize(
    ("question", "since", "points"),
    [
        ("OSI năm 2028 tăng mấy bậc so với 2026", None, -10.0),
        ("osi hien tai 67, den 2026 phai tang may bac", "", -7.0),
        ("tổng thu ngân sách huyện 2028 hơn 2026 bao nhiêu tỷ", None, 50.0),
    ],
)
def test_one_target_of_two_years_or_since_now(question: str, since: str | None, points: float) -> None:
    answer = engine_of("ranks").answer(question)
    assert (answer.facet, answer.facts.get("since"), answer.difference) == ("comparison", since, points)


@pytest.mark.parametrize(
    ("question", "facet", "records"),
    [
        ("tổng kinh phí của sửa nhà văn hóa và xây sân thể thao", "sum", ("1", "2")),
        ("kinh phí xây sân thể thao hơn kinh phí sửa nhà văn hóa bao nhiêu", "comparison", ("2", "1")),
        ("kinh phí mua máy tính và sửa nhà văn hóa thôn Đông chênh nhau bao nhiêu", "comparison", ("3", "1")),
    ],
)
def test_what_tasks_cost_by_a_column_of_their_table(question: str, facet: str, records: tuple[str, ...]) -> None:
    answer = engine_of("costs").answer(question)
    assert (answer.facet, answer.records) == (facet, records)


def test_figures_of_different_measures_are_only_shown() -> None:
    plan = engine_of("ranks").plan
    money, share, rank = (
        next(t for t in plan.targets if said in t.metric) for said in ("chi ngân", "logistics", "OSI")
    )
    assert apart([money, share])[0].points is None
    assert not alike([share, rank])
    assert added([money, share], "sum") is None


def _target(comparator: str, value: float) -> Target:
    fields = {"code": f"{comparator}{value}", "horizon": 2026, "metric": "a", "statement": "a", "place": "a"}
    return Target.model_validate({**fields, "comparator": comparator, "value": value})


def test_a_reduction_is_not_compared_with_a_share_nor_a_floor_with_a_ceiling() -> None:
    assert not alike([_target("-", 10.0), _target("=", 20.0)])
    assert not alike([_target("<=", 10.0), _target(">=", 20.0)])
    assert alike([_target("=", 10.0), _target(">=", 20.0)])
