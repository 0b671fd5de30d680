"""What is typed in a few words after a record, a target, a list or a paper."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        (("vị trí việc làm theo NĐ 62 phòng nào chủ trì", "còn NĐ 106 thì năm nào ạ"), "deadline", ("IV.2",)),
        (("tự chủ theo nd 130 phòng nào", "ah thoi gian nua a"), "deadline", ("V.1",)),
        (("tự chủ theo nd 130 phòng nào", "à quên sản phẩm nữa"), "product", ("V.1",)),
        (("chính sách thuế phí ai triển khai", "buu dien hay ai pohi hop"), "cooperation", ("VI.1.3",)),
        (("sở tttt phối hợp việc nào", "cái đó hạn bao giờ", "ai làm chính"), "lead", ("VI.4.3",)),
        (("công khai tthc ai làm", "phoi hop voi ai ngoai so"), "cooperation", ("II.3",)),
        (("TCCB mấy việc", "riêng mảng công vụ", "cái 106 hạn khi nào", "còn cái 62?"), "record", ("IV.1",)),
        (("chính sách thuế phí ai chủ trì", "ngoài bưu điện còn ai phối hợp"), "cooperation", ("VI.1.3",)),
        (("phản ánh kiến nghị phối hợp với ai", "trừ tổng đài ra thì còn ai"), "cooperation", ("II.7",)),
        (("công khai tthc ai làm", "ngoai buu dien thi con ai phoi hop nua"), "cooperation", ("II.3",)),
        (("nghị định nào sửa NĐ 130/2005", "việc nào theo hai nghị định đó, ai chủ trì"), "lead", ("V.1",)),
        (("NĐ 60/2021 nói gì", "việc nào theo nghị định đó, ai chủ trì"), "lead", ("V.2",)),
        (("nơi nhận có những sở nào", "có gửi bưu điện tỉnh ko"), "section", ("NN",)),
        (("lãnh đạo làm việc môi trường quốc tế 2030 bao nhiêu", "2025 thi mấy"), "value", ("CT25.17",)),
        (("hài lòng giải quyết tthc 2025 bao nhiêu", "vậy 95 là của năm nào"), "value", ("CT30.03",)),
    ],
)
def test_it_is_of_what_was_spoken_of(questions: tuple[str, ...], facet: str, records: tuple[str, ...]) -> None:
    answer = _told(*questions)
    assert (answer.facet, answer.records) == (facet, records)


def test_two_years_of_what_grows_are_compared_and_not_two_rows_of_one_year() -> None:
    told = _told("số hóa kết quả 2023 bao nhiêu %", "2024?", "vậy 2025 khác gì 2024")
    assert told.derived is not None
    assert (told.derived.steps, told.difference) == (((2024, 90.0), (2025, 100.0)), 10.0)


def test_that_paper_is_the_one_that_the_task_cites() -> None:
    (quotation,) = _told("đề án một cửa ai chủ trì", "QĐ đó ban hành ngày mấy").quotations
    assert "258/QĐ-UBND ngày 29/4/2021" in quotation.text
    assert _told("đào tạo bồi dưỡng ai chủ trì", "nghị định đó ban hành ngày nào").kind == "none"


def test_no_year_has_a_value_that_no_target_has() -> None:
    assert _told("hài lòng giải quyết tthc 2025 bao nhiêu", "97 là của năm nào").kind == "none"


@pytest.mark.parametrize(
    "questions",
    [
        ("tccb với khtc ai nhiều việc hơn", "gộp 2 phòng lại mấy việc"),
        ("KHTC chủ trì mấy việc", "còn TCCB", "cả hai phòng cộng lại bao nhiêu"),
    ],
)
def test_the_work_of_several_units_is_added_up(questions: tuple[str, ...]) -> None:
    assert _told(*questions).count == 13


def test_the_rest_is_what_the_list_leaves_of_the_plan() -> None:
    found = _told("tccb với khtc ai nhiều việc hơn", "gộp 2 phòng lại mấy việc", "còn lại của ai")
    assert (found.count, found.facts) == (28, {"cell": "lead"})


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("việc nào có sản phẩm là báo cáo định kỳ về chính quyền điện tử hằng năm", ("VI.1.1", "VI.1.2", "VI.1.3")),
        ("những nhiệm vụ phải có báo cáo định kỳ về chính quyền điện tử hằng năm", ("VI.1.1", "VI.1.2", "VI.1.3")),
        ("nhiệm vụ nào về TTHC có báo cáo hàng năm", ("II.2",)),
        ("KHTC có việc nào làm hàng năm", ()),
        ("Văn phòng có việc nào hàng năm", ()),
    ],
)
def test_what_comes_every_year_may_be_a_report(question: str, records: tuple[str, ...]) -> None:
    assert _told(question).records == records


@pytest.mark.parametrize(
    ("questions", "facet", "record"),
    [
        (("kinh phí quản lý hành chính ai chủ trì",), "lead", "V.1"),
        (("tự chủ thì phòng nào làm", "cái kinh phí quản lý hành chính ấy, ai chủ trì"), "lead", "V.1"),
        (("ck số ai ctrì z",), "lead", "VI.4.4"),
        (("cks ai chủ trì",), "lead", "VI.4.4"),
        (("giảm biên chế 2030 lấy năm nào làm gốc?",), "value", "CT30.04"),
        (("giảm biên chế 2025 lấy mốc năm nào",), "value", "CT25.12"),
        (("giảm biên chế 2030 bao nhiêu", "gốc là năm nào"), "value", "CT30.04"),
    ],
)
def test_a_record_is_told_that_another_rule_took_for_its_own(
    questions: tuple[str, ...], facet: str, record: str
) -> None:
    found = _told(*questions)
    assert (found.facet, found.records) == (facet, (record,))


@pytest.mark.parametrize(
    "question",
    [
        "các phòng, đơn vị thuộc Sở làm gì theo phần tổ chức thực hiện?",
        "phần tổ chức thực hiện giao các phòng, đơn vị làm gì",
    ],
)
def test_what_the_part_on_carrying_out_gives_to_units_is_told_from_it(question: str) -> None:
    assert "TC.1" in _told(question).records


@pytest.mark.parametrize(
    "questions",
    [
        ("phòng giáo dục mầm non chủ trì việc gì", "vậy phòng KHTC thì sao"),
        ("sở y tế phụ trách mấy việc", "còn KHTC"),
        ("phòng giáo dục mầm non chủ trì việc gì", "KHTC?"),
    ],
)
def test_what_was_asked_of_a_unit_that_has_nothing_is_asked_of_another(questions: tuple[str, ...]) -> None:
    assert _told(questions[0]).kind == "none"
    assert _told(*questions).records == ("V.1", "V.2", "V.3")
    first = _told(*questions, "việc đầu tiên làm từ năm nào")
    assert (first.facet, first.records) == ("deadline", ("V.1",))


@pytest.mark.parametrize(
    ("doubt", "yes"),
    [
        ("có chắc không, hay là KHTC?", False),
        ("chắc không, tôi tưởng KHTC", False),
        ("hình như TCCB làm mà", False),
        ("hay là văn phòng", True),
    ],
)
def test_another_unit_is_put_forward_in_doubt(doubt: str, yes: bool) -> None:
    found = _told("thanh toán không tiền mặt ai tuyên truyền", doubt)
    assert (found.facet, found.records, found.yes) == ("lead", ("VI.5.4",), yes)


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        (("NĐ 59/2012 bị sửa bởi văn bản nào", "ban hành ngày nào"), "32/2020/NĐ-CP ngày 05/3/2020"),
        (("nghị định nào sửa NĐ 130/2005", "ban hành ngày mấy"), "117/2013/NĐ-CP ngày 07/10/2013"),
        (("NĐ 130 được sửa bởi nghị định nào", "nghị định đó ngày nào"), "117/2013/NĐ-CP ngày 07/10/2013"),
        (("Nghị định số 60/2021/NĐ-CP ban hành ngày nào",), "60/2021/NĐ-CP ngày 21/6/2021"),
    ],
)
def test_the_day_of_a_paper_is_none_of_its_task(questions: tuple[str, ...], says: str) -> None:
    found = _told(*questions)
    assert found.facet == "legal"
    assert says in found.quotations[0].text


@pytest.mark.parametrize(
    ("questions", "count"),
    [
        (("cải cách TTHC mấy nhiệm vụ", "còn cải cách thể chế", "tổng tất cả các phần"), 41),
        (("cải cách TTHC văn phòng làm mấy việc", "tất cả các lĩnh vực thì mấy"), 28),
        (("TCCB chủ trì mấy việc", "còn KHTC", "tổng cộng tất cả các phòng"), 41),
        (("việc nào của TCCB làm trong năm 2022", "tất cả các năm thì sao"), 10),
        (("cải cách TTHC mấy nhiệm vụ", "cả kế hoạch mấy việc"), 41),
        (("văn phòng chủ trì mấy việc", "cả phụ lục tổng mấy"), 41),
        (("cải cách TTHC mấy nhiệm vụ", "còn cải cách thể chế", "gộp 2 cái lại"), 11),
        (("cải cách TTHC mấy nhiệm vụ", "còn thể chế", "cải cách công vụ nữa", "cả ba phần mấy việc"), 15),
    ],
)
def test_a_condition_is_taken_away_or_those_named_are_added_up(questions: tuple[str, ...], count: int) -> None:
    assert _told(*questions).count == count


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("cải cách TTHC việc nào có Bưu điện phối hợp", ("II.1", "II.2", "II.5")),
        ("TCCB có việc nào làm trong năm 2022", ("I.1", "I.2", "I.3", "III.1", "III.2", "III.3", "IV.3", "IV.4")),
    ],
)
def test_those_that_are_not_so_are_of_the_part_or_the_unit_before(question: str, records: tuple[str, ...]) -> None:
    assert _told(question, "còn việc nào không có").records == records


@pytest.mark.parametrize(
    ("asked", "records"),
    [
        ("viec nao lam hang nam", ("I.1", "I.2", "I.3")),
        ("việc nào làm hằng năm", ("I.1", "I.2", "I.3")),
        ("việc nào kéo dài", ("III.2", "III.3", "IV.3", "IV.4")),
        ("kể ra", ("I.1", "I.2", "I.3", "III.1", "III.2", "III.3", "IV.1", "IV.2", "IV.3", "IV.4")),
    ],
)
def test_a_list_is_narrowed_by_how_often_or_how_long(asked: str, records: tuple[str, ...]) -> None:
    assert _told("TCCB có mấy việc", asked).records == records


_TOLD = ("chữ ký số ai chủ trì", "blockchain ai làm", "rà soát TTHC hạn khi nào")


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        ((*_TOLD, "còn cái chữ ký số lúc đầu"), "deadline", ("VI.4.4",)),
        ((*_TOLD, "cái blockchain hồi nãy sản phẩm gì"), "product", ("VI.4.6",)),
        ((*_TOLD, "quay lại cái đầu tiên, sản phẩm gì"), "product", ("VI.4.4",)),
        ((*_TOLD, "nhac lai cai dau"), "deadline", ("VI.4.4",)),
        ((*_TOLD, "QĐ 258 là gì", "còn chữ ký số hồi nãy từ năm nào"), "deadline", ("VI.4.4",)),
        ((*_TOLD, "hai cái đó ai chủ trì"), "lead", ("VI.4.6", "II.2")),
        ((*_TOLD, "ba cái đó ai chủ trì"), "lead", ("VI.4.4", "VI.4.6", "II.2")),
        (("chi phí tuân thủ giảm mấy", "còn hồ sơ luân chuyển nội bộ", "nhắc lại cái đầu"), "value", ("CT25.02",)),
    ],
)
def test_what_was_told_before_the_last_answer_is_pointed_at(
    questions: tuple[str, ...], facet: str, records: tuple[str, ...]
) -> None:
    found = _told(*questions)
    assert (found.facet, found.records) == (facet, records)


def test_the_first_of_the_plan_is_none_of_those_told() -> None:
    assert _told(*_TOLD, "việc đầu tiên trong kế hoạch là gì").records != ("VI.4.4",)


@pytest.mark.parametrize("asked", ["tăng bao nhiêu điểm phần trăm", "tăng mấy điểm", "chênh mấy điểm"])
def test_the_files_of_work_grow_by_what_lies_between_their_two_years(asked: str) -> None:
    found = _told("hồ sơ công việc trên mạng đến 2025 bao nhiêu", "còn đến 2030?", asked)
    assert (found.records, found.difference) == (("CT25.21", "CT30.10"), 10)


def test_all_that_was_listed_is_counted() -> None:
    told = _told("nhóm cải cách công vụ trong phụ lục gồm những nhiệm vụ nào", "Tất cả là bao nhiêu việc?")
    assert (told.facet, told.count) == ("count", 4)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Cảm ơn, thông tin rất rõ", "chat"),
        ("Chào bạn, nhờ bạn xem giúp mình phụ lục có mấy nhiệm vụ với ạ, em cảm ơn", "answer"),
    ],
)
def test_thanks_with_praise_are_no_question_and_a_question_with_thanks_is_one(said: str, kind: str) -> None:
    assert _told("người trưởng thành có tài khoản ngân hàng đến 2030", said).kind == kind


def test_what_is_left_of_a_list_is_what_was_not_told_before_it() -> None:
    told = _told(
        "LGSP sản phẩm là gì",
        "còn nền tảng ứng dụng trên thiết bị di động?",
        "nhóm phát triển nền tảng và hệ thống số có mấy việc tất cả?",
        "việc còn lại là gì?",
    )
    assert told.records == ("VI.3.2",)
