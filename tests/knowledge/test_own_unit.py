"""Sentences that mean the asker's own unit, or the whole: found where they are said, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.own_unit import Overview, View, overview, own_view, with_unit
from knowledge.vietnamese import fold


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("phòng em chủ trì việc gì về hạ tầng số?", "Văn phòng chủ trì việc gì về hạ tầng số?"),
        ("phong minh co viec gi qua han", "Văn phòng co viec gi qua han"),
        ("việc nào của tôi sắp đến hạn", "việc nào của Văn phòng sắp đến hạn"),
        ("Đơn vị của chúng tôi, tháng này?", "Văn phòng, tháng này?"),
        ("BÊN EM phối hợp gì", "Văn phòng phối hợp gì"),
    ],
)
def test_the_own_unit_is_named_in_its_place(said: str, meant: str) -> None:
    assert with_unit(said, "Văn phòng") == meant


@pytest.mark.parametrize(
    "said",
    [
        "cho em hỏi II.5 hạn khi nào",
        "phòng nào chủ trì II.5",
        "đơn vị tới hạn",
        "don vi toi han bao cao",
        "tính công khai của minh bạch",
        "cua minh bach tai san",
        "sở mình có bao nhiêu nhiệm vụ",
    ],
)
def test_what_only_looks_like_it_is_left_alone(said: str) -> None:
    assert with_unit(said, "Văn phòng") is None


@given(st.text(max_size=60))
def test_other_text_is_never_changed(text: str) -> None:
    if not {"em", "toi", "minh", "tui", "to"}.intersection(fold(text).replace(",", " ").split()):
        assert with_unit(text, "Văn phòng") is None


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("việc của phòng em", View.TASKS),
        ("em phải làm gì", View.TASKS),
        ("cho hỏi đơn vị tôi có mấy nhiệm vụ ạ?", View.TASKS),
        ("phong minh con no viec gi", View.OVERDUE),
        ("tuần này em phải nộp gì", View.DUE_IN_WEEK),
        ("bên em phải làm những gì trong quý này", View.DUE_IN_QUARTER),
        ("việc nào của tôi sắp đến hạn", View.DUE),
        ("đơn vị mình phối hợp việc nào", View.COOPERATING),
        ("phòng em xong việc rồi", None),
        ("em có 3 việc", None),
        ("phòng em chủ trì việc gì về hạ tầng số", None),
        ("phòng em đã xong II.5", None),
    ],
)
def test_questions_about_ones_own_work_alone(said: str, view: View | None) -> None:
    assert own_view(said) is view


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tình hình thực hiện thế nào rồi sếp", Overview.WHOLE),
        ("tiến độ chung đến đâu rồi", Overview.WHOLE),
        ("Đã hoàn thành bao nhiêu phần trăm kế hoạch?", Overview.WHOLE),
        ("ke hoach lam den dau roi a", Overview.WHOLE),
        ("đơn vị nào chậm nhất", Overview.LATE),
        ("phòng nào nhiều việc quá hạn nhất ạ", Overview.LATE),
        ("ai chưa cập nhật", Overview.SILENT),
        ("cho hỏi phòng nào chưa báo cáo trong tháng này", Overview.SILENT),
        ("phòng nào chủ trì II.5", None),
        ("kế hoạch hoàn thành khi nào", None),
        ("kết quả chỉ số hài lòng", None),
        ("đơn vị nào chậm nộp hồ sơ", None),
        ("tiến độ II.5 đến đâu", None),
    ],
)
def test_questions_about_the_whole(said: str, meant: Overview | None) -> None:
    assert overview(said) is meant
