"""Units are told apart in the cells as a clerk would."""

from __future__ import annotations

import pytest

from knowledge.importing.called import with_given_names
from knowledge.importing.shared_heads import with_own_heads
from knowledge.importing.units import Register, split_units, with_cooperation
from knowledge.model import Task


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
        ("Sở Tài chính, Sở Y tế", ["Sở Tài chính", "Sở Y tế"]),
        ("Phòng Tài vụ - Quản trị", ["Phòng Tài vụ - Quản trị"]),
        ("Sở Quy hoạch - Kiến trúc", ["Sở Quy hoạch - Kiến trúc"]),
        ("Văn phòng UBND Thành phố; Thuế Hà Nội", ["Văn phòng UBND Thành phố", "Thuế Hà Nội"]),
        ("Các sở, ban, ngành; UBND cấp xã", ["Các sở, ban, ngành", "UBND cấp xã"]),
        ("Bộ Công Thương và các địa phương", ["Bộ Công Thương", "các địa phương"]),
        ("1. Bộ Tài chính đầu mối tổng hợp. 2. Bộ Y tế", ["Bộ Tài chính", "Bộ Y tế"]),
        ("Bộ Lao động - Thương binh và Xã hội", ["Bộ Lao động - Thương binh và Xã hội"]),
        ("Phòng Tổng hợp chủ trì; Phòng Hướng dẫn nghiệp vụ", ["Phòng Tổng hợp", "Phòng Hướng dẫn nghiệp vụ"]),
        ("Trung tâm Dịch vụ tổng hợp, Ban Chỉ đạo", ["Trung tâm Dịch vụ tổng hợp", "Ban Chỉ đạo"]),
        (
            "Chi cục Thủy sản; Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
            ["Chi cục Thủy sản", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
        ),
        ("Vụ Công tác xây dựng VBQPPL; Vụ Pháp chế", ["Vụ Công tác xây dựng VBQPPL", "Vụ Pháp chế"]),
        ("Các đơn vị xây dựng pháp luật thuộc Bộ", ["Các đơn vị xây dựng pháp luật thuộc Bộ"]),
        ("Bộ Y tế xây dựng, hoàn thiện cơ chế; Bộ Công an", ["Bộ Y tế", "Bộ Công an"]),
        ("Sở Xây dựng, Cảng vụ Đường thủy nội địa", ["Sở Xây dựng", "Cảng vụ Đường thủy nội địa"]),
        ("Cục Sở hữu trí tuệ; UBND các tỉnh", ["Cục Sở hữu trí tuệ", "UBND các tỉnh"]),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"],
        ),
        ("Các viện nghiên cứu, trường đại học", ["Các viện nghiên cứu, trường đại học"]),
        ("", []),
    ],
)
def test_a_cell_is_cut_where_another_unit_begins(cell: str, names: list[str]) -> None:
    assert split_units(cell) == names


def test_codes_are_the_initials_and_never_the_same_for_two_units() -> None:
    register = Register()
    assert register.codes("Phòng Tổ chức cán bộ; Văn phòng") == ("TCCB", "VP")
    assert register.codes("Phòng Tài chính; Phòng Thanh cao") == ("TC", "TC2")


def test_two_spellings_of_a_unit_are_one_unit_and_pointed_out() -> None:
    register = Register()
    assert register.codes("Các phòng chuyên môn, nghiệp vụ") == register.codes("Các chuyên môn, phòng nghiệp vụ")
    assert [problem.code for problem in register.problems] == ["two_spellings"]
    assert register.codes("Sở Y tế") != register.codes("Bộ Y tế")
    assert register.codes("Sở Nội vụ") != register.codes("Sở Ngoại vụ")


@pytest.mark.parametrize(
    ("cell", "lead", "cooperating"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính", ("SYT",), ("STC",)),
        ("Sở Y tế phối hợp với UBND các xã; Sở Tài chính", ("SYT",), ("UX", "STC")),
        ("Sở Y tế (chủ trì), Sở Tài chính (phối hợp)", ("SYT",), ("STC",)),
        ("Sở Y tế; Sở Tài chính", ("SYT", "STC"), ()),
    ],
)
def test_one_cell_may_name_those_who_lead_and_those_who_cooperate(
    cell: str, lead: tuple[str, ...], cooperating: tuple[str, ...]
) -> None:
    register = Register()
    assert tuple(map(register.codes, with_cooperation(cell))) == (lead, cooperating)


def test_units_of_other_agencies_are_outside_and_many_units_are_collective() -> None:
    register = Register(internal=True)
    register.codes("Văn phòng; Bưu điện tỉnh; Các phòng chuyên môn")
    assert [(unit.outside, unit.collective) for unit in register.units] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_a_short_name_that_the_text_gives_a_unit_is_one_of_its_names() -> None:
    register = Register()
    register.codes("Cục THTK; Sở Y tế")
    text = "trách nhiệm của Cục Tin học và Thống kê (sau đây viết tắt là Cục THTK) và Văn phòng (sau đây gọi là VP)."
    units = with_given_names(register.units, [text])
    assert [unit.aliases for unit in units] == [("Cục Tin học và Thống kê",), ()]


@pytest.mark.parametrize("cells", [("Cục Thủy sản và Kiểm ngư", "Cục TSKN"), ("Bộ KHCN", "Bộ Khoa học và Công nghệ")])
def test_capitals_stand_for_the_unit_whose_initials_they_are(cells: tuple[str, str]) -> None:
    register = Register()
    assert register.codes(cells[0]) == register.codes(cells[1])
    full, short = sorted(cells, key=len, reverse=True)
    assert [(unit.name, unit.aliases) for unit in register.units] == [(full, (short,))]
    assert register.problems == []
    assert register.codes("Cục TSKT") != register.codes(cells[0])


def test_names_under_one_head_are_those_of_its_units() -> None:
    register = Register(internal=False)
    cells = ("Bộ Xây dựng", "Bộ Công Thương", "Bộ Văn hóa, Thể thao và Du lịch", "Các Bộ: Xây dựng, Công Thương")
    cells += ("Bộ Văn hóa, Thể thao và Du lịch, Công Thương", "Bộ Y tế, Giáo dục")
    tasks = [
        Task(
            code=str(n),
            printed_code=str(n),
            area="A",
            title="Việc",
            lead=register.codes(cell),
            lead_printed=cell,
            place="Phụ lục",
        )
        for n, cell in enumerate(cells, 1)
    ]
    units, found = with_own_heads(register.units, tasks)
    names = {unit.code: unit.name for unit in units}
    assert [[names[code] for code in task.lead] for task in found[2:]] == [
        [cells[2]],
        [cells[0], cells[1]],
        [cells[2], cells[1]],
        [cells[5]],
    ]


def test_a_head_written_short_is_the_unit_with_the_long_name() -> None:
    register = Register(internal=False)
    assert register.codes("Văn phòng UBND thành phố") == register.codes("VP UBND thành phố")
    assert [(unit.name, unit.aliases) for unit in register.units] == [
        ("Văn phòng UBND thành phố", ("VP UBND thành phố",))
    ]


def test_a_unit_with_the_one_above_it_in_a_bracket_is_the_unit() -> None:
    register = Register(internal=False)
    assert register.codes("Cục Hải quan (Bộ Tài chính); Cục Thuế") == register.codes("Cục Hải quan, Cục Thuế")
    assert [unit.name for unit in register.units] == ["Cục Hải quan", "Cục Thuế"]


def test_names_that_stood_alone_before_are_units_of_a_list() -> None:
    register = Register(internal=False)
    alone = register.codes("Sở Xây dựng; Ga Hải Phòng; AEON")
    assert register.codes("Sở Xây dựng, AEON, Ga Hải Phòng") == (alone[0], alone[2], alone[1])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Bộ Y tế, cơ quan, tổ chức có liên quan, cơ sở khám bệnh, chữa bệnh, doanh nghiệp",
            ["Bộ Y tế", "cơ quan, tổ chức có liên quan", "cơ sở khám bệnh, chữa bệnh", "doanh nghiệp"],
        ),
        ("Tập đoàn VNPT, Viettel, MobiFone và Bkav", ["Tập đoàn VNPT", "Viettel", "MobiFone", "Bkav"]),
        ("UBND các tỉnh Gia Lai, Kon Tum, Đắk Lắk", ["UBND các tỉnh Gia Lai, Kon Tum, Đắk Lắk"]),
        ("Tập đoàn, tổng công ty", ["Tập đoàn, tổng công ty"]),
        ("Bộ Ngoại giao, và các bộ", ["Bộ Ngoại giao", "các bộ"]),
        (
            "1. Về phát triển công nghiệp: Bộ Công Thương 2. Về quản lý quy hoạch: Bộ Tài chính",
            ["Bộ Công Thương", "Bộ Tài chính"],
        ),
    ],
)
def test_a_list_of_units_is_cut_where_another_kind_of_them_begins(cell: str, names: list[str]) -> None:
    assert split_units(cell) == names


def test_a_unit_of_the_country_is_the_same_without_its_name() -> None:
    register = Register(internal=False)
    assert register.codes("Ngân hàng Nhà nước") == register.codes("Ngân hàng Nhà nước Việt Nam")
    assert register.codes("UBND xã/phường") == register.codes("UBND các xã, phường")
    assert [(unit.name, unit.aliases) for unit in register.units] == [
        ("Ngân hàng Nhà nước Việt Nam", ("Ngân hàng Nhà nước",)),
        ("UBND các xã, phường", ("UBND xã/phường",)),
    ]
