"""What the engine makes of questions that lean on the ones before, on the plan that comes with the program."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("mức độ hài lòng 2025?", "cái cung cấp dịch vụ công"), ("CT25.14",)),
        (("mức độ hài lòng 2025?", "cái cung cấp dịch vụ công", "thế 2030 lên mấy"), ("CT30.06",)),
        (("hài lòng giải quyết TTHC 2025", "còn 2030", "sự phục vụ của cơ quan thì sao, cũng 2030"), ("CT30.05",)),
        (("hài lòng sự phục vụ của cơ quan năm 2030", "cung cấp dịch vụ công nữa"), ("CT30.06",)),
        (("hài lòng dịch vụ công 2025 với 2030", "còn giải quyết TTHC thì 2 mốc đó bao nhiêu"), ("CT25.10", "CT30.03")),
        (("hài lòng dịch vụ công 2025", "chênh mấy điểm", "còn sự phục vụ thì sao"), ("CT25.13", "CT30.05")),
    ],
)
def test_a_target_that_measures_the_same_is_named_by_what_it_differs_in(
    questions: tuple[str, ...], records: tuple[str, ...]
) -> None:
    assert _told(*questions).records == records


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("hài lòng giải quyết TTHC 2025", "cung cấp dịch vụ công trực tuyến ai chủ trì"), ("VI.5.1",)),
        (("mức độ hài lòng 2025?", "hồ sơ xử lý trên môi trường mạng 2030"), ("CT30.10",)),
    ],
)
def test_a_complete_question_after_a_target_is_one_of_its_own(
    questions: tuple[str, ...], records: tuple[str, ...]
) -> None:
    assert _told(*questions).records == records


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("quan điểm 3 là gì", "còn 4"), ("QD.4",)),
        (("giải pháp 2", "3 thì sao"), ("GP.3",)),
        (("quan điểm thứ 3", "còn cái thứ 4"), ("QD.4",)),
        (("II.3 ai làm", "còn 4"), ("II.4",)),
        (("KHTC chủ trì mấy việc", "cái 1 ai phối hợp", "còn 2"), ("V.2",)),
        (("II.3 ai làm", "còn 12"), ()),
    ],
)
def test_a_number_alone_names_what_stands_beside(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


def test_the_post_of_the_signer_and_the_day_lean_on_what_was_asked_of_the_head() -> None:
    assert _told("ai ký kế hoạch", "chức vụ gì vậy").facts["asked"] == "signer"
    assert _told("ai ký kế hoạch", "ông này làm chức gì").facts["asked"] == "signer"
    assert _told("số kế hoạch là bao nhiêu", "ngày nào").facts["asked"] == "issued"
    assert _told("ai ký kế hoạch", "ký ngày nào").facts["asked"] == "issued"
    assert _told("ai ký kế hoạch", "rà soát TTHC", "ngày nào").records == ("II.2",)


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("bưu điện có phối hợp việc này không", True),
        ("thế văn phòng có chủ trì việc này không", True),
        ("công an tỉnh có tham gia không", None),
        ("có Tổng đài 1022 tham gia không", False),
    ],
)
def test_a_unit_may_be_put_forward_for_the_task_before(question: str, yes: bool | None) -> None:
    found = _told("tháo gỡ các vướng mắc về cơ chế chính sách ai chủ trì", question)
    assert found.records == (("II.6",) if yes is not None else ())
    assert found.yes is yes


def test_the_names_of_what_was_counted_may_be_read_out() -> None:
    assert _told("mục nền tảng và hệ thống số mấy việc", "đọc tên giúp").records == ("VI.3.1", "VI.3.2", "VI.3.3")


def test_what_there_is_besides_leaves_out_what_was_told() -> None:
    others = _told("hạ tầng IoT khi nào làm", "còn việc nào khác cũng phải chờ Chính phủ không")
    assert (others.records, others.filters["except"]) == (("II.8",), "VI.2.4")
    of_unit = _told("tài sản công ai chủ trì", "còn việc nào nữa không")
    assert of_unit.records == ("V.1", "V.2")
    department = "phối hợp với Sở Thông tin và Truyền thông"
    alone = _told(f"việc nào {department}", f"còn việc nào khác {department} không")
    assert (alone.kind, alone.facts) == ("none", {"besides": "VI.4.3"})


def test_a_list_is_said_to_be_whole() -> None:
    found = _told("KHTC chủ trì mấy việc", "còn việc nào nữa không")
    assert found.records == ("V.1", "V.2", "V.3")
    assert found.facts == {"whole": "1"}
    assert found.filters == {"lead": "Phòng Kế hoạch và Tài chính"}


@pytest.mark.parametrize("question", ["trong mục IV có mấy cái", "ở mục IV thì mấy việc", "riêng lĩnh vực IV mấy việc"])
def test_a_part_of_a_units_list_is_still_the_units(question: str) -> None:
    found = _told("phòng TCCB làm những gì", question)
    assert found.records == ("IV.1", "IV.2", "IV.3", "IV.4")
    assert found.filters == {"lead": "Phòng Tổ chức cán bộ", "area": "Cải cách công vụ"}


def test_a_part_asked_for_in_full_is_one_of_its_own() -> None:
    found = _told("bưu điện tỉnh phối hợp việc gì", "lĩnh vực II có mấy nhiệm vụ")
    assert len(found.records) == 8


def test_how_many_there_are_of_what_was_offered() -> None:
    found = _told("vị trí việc làm ai chủ trì", "có mấy nhiệm vụ về cái này")
    assert (found.kind, found.records) == ("answer", ("IV.1", "IV.2"))


def test_a_place_is_of_a_list_or_of_what_was_offered() -> None:
    assert _told("cái đầu tiên ai chủ trì").facts == {"shown": "0"}
    assert _told("II.3 ai làm", "việc thứ 2 hạn khi nào").facts == {"shown": "0"}
    assert _told("vị trí việc làm ai chủ trì", "cái đầu tiên ai phối hợp").records == ("IV.1",)


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("các việc của phòng TCCB năm 2021", "còn 2022"), ("III.2", "IV.1", "IV.2", "IV.3", "IV.4")),
        (("các việc của phòng TCCB năm 2021", "còn 2022", "quý 2 thì sao"), ("IV.1",)),
        (("văn phòng chủ trì mấy việc", "còn năm 2022"), ("II.5", "VI.5.1")),
        (("chỉ tiêu 2025 về tài chính công", "thế 2030"), ("CT30.08", "CT30.18")),
        (("việc nào xong trong năm 2021", "riêng TCCB"), ("III.1",)),
        (("lĩnh vực công vụ có mấy nhiệm vụ", "cái nào xong trong 2022"), ("IV.1", "IV.2")),
    ],
)
def test_a_list_is_asked_for_anew_with_another_time(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


def test_a_tally_is_not_the_number_of_all_tasks() -> None:
    most = "đơn vị nào chủ trì nhiều việc nhất"
    assert _told(most, "bao nhiêu việc").tally == _told(most).tally
    assert _told("lĩnh vực nào nhiều nhiệm vụ nhất", "còn ít nhất").tally[0] == ("Cải cách thể chế", 3)
    assert _told("có bao nhiêu nhiệm vụ", "văn phòng chiếm bao nhiêu phần trăm").facet == "share"


def test_the_group_and_the_area_of_what_was_told_are_pointed_at() -> None:
    group = _told("hợp nhất cổng dvc", "nhóm đó có mấy việc")
    assert group.records == ("VI.5.1", "VI.5.2", "VI.5.3", "VI.5.4")
    area = _told("tinh giản biên chế ai làm", "lĩnh vực này có mấy nhiệm vụ")
    assert area.records == ("III.1", "III.2", "III.3")


def test_who_approves_a_task_is_told_by_its_product() -> None:
    found = _told("vị trí việc làm hạn khi nào", "viên chức", "ai phê duyệt")
    assert (found.facet, found.records) == ("product", ("IV.2",))
    assert _told("nhiệm vụ I.2", "ai ban hành").records == ("I.2",)
    assert _told("nhiệm vụ I.2", "kế hoạch này ai ban hành").facts["asked"] == "issuer"


def test_what_is_asked_of_a_list_of_one_is_asked_of_the_one() -> None:
    found = _told("việc nào phải báo cáo trước 15/8", "nộp cho ai")
    assert (found.facet, found.assumed) == ("record", "II.2")


def test_a_target_is_not_set_for_another_year() -> None:
    assert _told("người dân không phải nộp lại giấy tờ đạt bao nhiêu", "có áp dụng 2030 không").records == ()


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("giải pháp nào nói về tài chính", "giải pháp trước đó là gì"), ("GP.2",)),
        (("nhiệm vụ I.2", "việc kế tiếp là gì"), ("I.3",)),
        (("việc nào không có thời hạn cụ thể", "việc đầu", "việc sau"), ("VI.2.4",)),
        (("quan điểm có mấy cái", "cái thứ 2 nói gì", "quay lại cái đầu đi"), ("QD.1",)),
    ],
)
def test_the_one_after_or_before_is_pointed_at(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("hạ tầng số gồm những gì", "cái dữ liệu"), ("VI.2.2",)),
        (("hạ tầng số gồm những gì", "cái truyền dẫn ai làm", "cái dữ liệu"), ("VI.2.2",)),
        (("hạ tầng số gồm những gì", "công khai TTHC ai làm"), ("II.3",)),
    ],
)
def test_one_of_a_list_is_named_by_some_of_its_words(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


@pytest.mark.parametrize(("question", "yes"), [("không phải TCCB sao", False), ("văn phòng à", True)])
def test_a_unit_is_doubted(question: str, yes: bool) -> None:
    found = _told("cổng dịch vụ công hợp nhất khi nào", "vậy ai chủ trì", question)
    assert (found.records, found.yes) == (("VI.5.1",), yes)


def test_all_of_a_list_are_meant() -> None:
    found = _told("phòng KHTC có những việc gì", "cả ba việc có phối hợp ai không")
    assert (found.facet, found.records) == ("cooperation", ("V.1", "V.2", "V.3"))
    first = _told("vị trí việc làm", "cái thứ nhất", "cái nào sớm hơn")
    assert (first.facet, first.records) == ("deadline", ("IV.1", "IV.2"))


def test_not_all_targets_are_about_the_task_before() -> None:
    assert _told("đào tạo bồi dưỡng cán bộ", "có chỉ tiêu nào về cái này không").kind == "none"
    counted = _told("chỉ tiêu nào 100%", "cái nào thấp nhất", "còn 2025 thì bao nhiêu chỉ tiêu")
    assert counted.filters == {"horizon": "2025"}


def test_a_part_of_the_areas_of_a_unit() -> None:
    assert _told("TCCB chủ trì những lĩnh vực nào", "riêng thể chế kể ra").records == ("I.1", "I.2", "I.3")


def test_one_of_the_papers_the_plan_is_based_on_is_pointed_at() -> None:
    (told,) = _told("căn cứ pháp lý của kế hoạch là gì", "cái thứ 2 ban hành ngày nào").quotations
    assert "602/QĐ-UBND" in told.text


def test_what_a_product_leaves_out_is_asked_of_its_task() -> None:
    assert _told("làm việc từ xa", "sản phẩm của nó", "trừ hồ sơ gì").records == ("VI.4.5",)


def test_the_unit_of_what_was_told_is_pointed_at() -> None:
    task = ("sắp xếp tổ chức bộ máy xong khi nào", "của phòng nào", "phòng đó còn những việc gì")
    assert len(_told(*task).records) == 10
    assert len(_told(*task, "đơn vị này có mấy nhiệm vụ").records) == 10


def test_the_other_of_two_that_were_listed() -> None:
    found = _told("có bao nhiêu việc chờ chính phủ", "cái thứ hai ai chủ trì", "việc kia thì sao")
    assert (found.facet, found.records) == ("lead", ("II.8",))


def test_a_year_after_a_quarter_of_another_is_the_whole_year() -> None:
    found = _told("việc nào xong trong quý II/2022", "ai làm việc đó", "còn năm 2021")
    assert found.records == ("III.1",)
    assert _told("kế hoạch có mấy giải pháp", "đọc cái thứ ba").records == ("GP.3",)
