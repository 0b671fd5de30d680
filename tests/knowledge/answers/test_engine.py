"""What the engine makes of questions, on the plan that comes with the program and on a small one."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.answers import Engine, single
from knowledge.answers.narrowing import as_printed
from knowledge.vietnamese import fold
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told
from tests.support.plans import small_plan


@lru_cache(1)
def _small() -> Engine:
    return Engine(small_plan())


@pytest.mark.parametrize(
    ("question", "facet", "record"),
    [
        ("rà soát TTHC ai chủ trì?", "lead", "II.2"),
        ("ra soat tthc ai chu tri", "lead", "II.2"),
        ("raf soats TTHC ai chur trif", "lead", "II.2"),
        ("ra2 soa1t TTHC ai chu3 tri2", "lead", "II.2"),
        ("RÀ SOÁT TTHC AI CHỦ TRÌ", "lead", "II.2"),
        ("dạ cho em hỏi rà soát TTHC ai chủ trì vậy ạ, em cảm ơn", "lead", "II.2"),
        ("em hỏi một chút ạ, báo cáo rà soát TTHC gửi Văn phòng UBND tỉnh chậm nhất là ngày nào", "deadline", "II.2"),
        ("theo dõi thi hành pháp luật thực hiện với tần suất ra sao", "deadline", "I.3"),
        ("báo cáo rà soát TTHC gửi mỗi năm trước ngày nào", "deadline", "II.2"),
        ("cong khai tthc tren web so thuc hien tu nam nao", "deadline", "II.3"),
        ("tinh giản biên chế thực hiện từ năm nào", "deadline", "III.2"),
        ("tinh giảm biên chế thực hiện từ năm nào", "deadline", "III.2"),
        ("sản phẩm của Đề án phân cấp giải quyết TTHC", "product", "II.5"),
        ("duy trì LGSP phối hợp với ai", "cooperation", "VI.3.1"),
        ("II.05 hạn khi nào", "deadline", "II.5"),
        ("IV.1 là gì", "record", "IV.1"),
        ("mặt trận tổ quốc có vai trò gì", "section", "GP.2"),
        ("TTHC nội bộ có phải rà soát không", "section", "NV.II.2"),
        ("khảo sát trực tuyến người dân để làm gì", "section", "GP.5"),
        ("chế độ tiền lương mới triển khai thế nào", "section", "NV.IV.9"),
        ("giảm biên chế phòng nào chịu trách nhiệm", "lead", "III.2"),
        ("giảm bao nhiêu % biên chế sự nghiệp đến 2025", "value", "CT25.12"),
        ("nhiệm vụ theo Nghị định 106/2020 ai chủ trì", "lead", "IV.2"),
        ("giải pháp thứ 4 là gì", "section", "GP.4"),
        ("tiền làm cải cách hành chính lấy ở đâu ra", "section", "TC.2"),
        ("cải cách tài chính công nhằm mục tiêu gì", "section", "MT.V"),
        ("giao quyền tự chủ theo nghị định bao nhiêu", "record", "V.2"),
        ("nội dung kế hoạch thực hiện theo phụ lục nào", "section", "NDKH"),
        ("ai đôn đốc kiểm tra việc thực hiện kế hoạch này", "section", "TC.4"),
        ("thu hút đầu tư nước ngoài nói gì trong kh", "section", "NV.V.3"),
        ("ai lo vụ làm việc online từ xa", "lead", "VI.4.5"),
        ("theo dõi việc chấp hành pháp luật là của phòng nào", "lead", "I.3"),
        ("tinh giản biên chế cuối cùng phải có văn bản nào", "product", "III.2"),
        ("biên chế sự nghiệp sau 2025 còn giảm nữa không, bao nhiêu", "value", "CT30.04"),
        ("mục tiêu của cải cách thể chế là gì", "section", "MT.I"),
        ("quản lý tài sản công theo luật 2017 phòng nào làm", "lead", "V.3"),
        ("công tác pháp chế có những đơn vị nào phối hợp", "cooperation", "I.1"),
        ("kinh phí thực hiện kế hoạch lấy từ đâu", "section", "TC.2"),
        ("giao tự chủ theo nghị định 60 bắt đầu từ khi nào", "deadline", "V.2"),
        ("lam viec tu xa tai nha giao phong nao", "lead", "VI.4.5"),
        ("việc làm từ xa của cơ quan nhà nước: đơn vị chủ trì?", "lead", "VI.4.5"),
        ("CBCCVC tap huan khai thac du lieu va cong nghe so may phan tram", "value", "CT25.16"),
        ("kế hoạch nói sao về một việc do một tổ chức chịu trách nhiệm chính", "section", "NV.III.1"),
        ("nguyên tắc một việc chỉ do một tổ chức chủ trì", "section", "NV.III.1"),
        ("người không hoàn thành nhiệm vụ thì bị xử lý kiểu gì", "section", "GP.4"),
        ("phần V của kế hoạch là gì", "section", "NDKH"),
        ("mục VI điểm 3 nói gì", "section", "TC.3"),
        ("khi ban hành văn bản quy phạm pháp luật phải lấy ý kiến những ai", "section", "NV.I.1"),
        ("phân cấp giải quyết thủ tục theo hướng nào", "section", "NV.II.5"),
        ("thủ tục vướng về chính sách, ai phải đề xuất giải pháp", "lead", "II.6"),
        ("một nửa cán bộ phải được bồi dưỡng kỹ năng gì", "value", "CT25.16"),
        ("tổng đài và đơn vị nào nữa cùng phối hợp xử lý kiến nghị về TTHC", "cooperation", "II.7"),
        ("tháo gỡ vướng mắc thì phải đối thoại với ai", "section", "NV.II.6"),
        ("công khai thủ tục thì Văn phòng làm chung với đơn vị nào", "cooperation", "II.3"),
        ("hồ sơ giấy của cán bộ sẽ chuyển sang hình thức nào", "value", "CT25.27"),
        ("trường chúng tôi phải giảm bao nhiêu % biên chế sự nghiệp đến 2025", "value", "CT25.12"),
    ],
)
def test_a_record_is_found_however_it_is_asked_for(question: str, facet: str, record: str) -> None:
    answer = _told(question)
    assert (answer.kind, answer.facet, answer.records[:1]) == ("answer", facet, (record,))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Văn phòng chủ trì bao nhiêu nhiệm vụ", 28),
        ("ngoài Văn phòng ra các phòng khác chủ trì mấy nhiệm vụ", 13),
        ("lĩnh vực II có mấy nhiệm vụ", 8),
        ("phát triển hạ tầng số có mấy nhiệm vụ", 4),
        ("có bao nhiêu nhiệm vụ không do Văn phòng chủ trì", 13),
        ("hai phòng TCCB với KHTC chủ trì mấy nhiệm vụ", 13),
        ("nhóm nền tảng, hệ thống số có bao nhiêu việc", 3),
        ("những nhiệm vụ làm từ năm 2022 trở đi", 3),
        ("Bưu điện tỉnh phối hợp mấy nhiệm vụ", 7),
        ("còn bao nhiêu nhiệm vụ Văn phòng không chủ trì", 13),
        ("cải cách thể chế với cải cách tổ chức bộ máy gộp lại mấy nhiệm vụ", 6),
        ("em cần con số chính xác toàn bộ phụ lục có bao nhiêu nhiệm vụ", 41),
        ("bao nhiêu việc không có Bưu điện tỉnh tham gia", 34),
        ("Bưu điện không phải phối hợp mấy việc", 34),
        ("có mấy việc liên quan đến Bưu điện", 7),
        ("mấy việc Văn phòng và Bưu điện cùng làm", 7),
        ("nhiệm vụ nào vừa do TCCB chủ trì vừa hạn năm 2022", 2),
        ("nhiệm vụ thuộc cải cách thể chế", 3),
        ("việc nào cần văn bản của Trung ương mới làm được", 2),
        ("các chỉ tiêu năm 2021", 5),
        ("TCCB chủ trì những việc nào phải xong trong năm 2022", 2),
        ("trong cải cách TTHC nhiệm vụ nào có Bưu điện tỉnh phối hợp", 5),
        ("kế hoạch có mấy giải pháp", 6),
        ("bao nhiêu quan điểm trong kế hoạch", 5),
        ("nhiệm vụ nào có hạn quý II/2022", 1),
        ("TCCB chủ trì ở mấy lĩnh vực", 3),
        ("TCCB làm gì trong lĩnh vực thể chế và khi nào xong", 3),
        ("các nhiệm vụ phục vụ người dân, doanh nghiệp", 4),
        ("phần Tổ chức thực hiện có mấy điểm", 4),
        ("hai phòng TCCB và KHTC cộng lại chủ trì bao nhiêu nhiệm vụ", 13),
        ("liệt kê các việc về tổ chức bộ máy kèm đơn vị chủ trì", 3),
    ],
)
def test_counts_and_lists_meet_all_conditions_at_once(question: str, count: int) -> None:
    answer = _told(question)
    assert (answer.kind, answer.count) == ("answer", count)


def test_targets_of_a_year_that_has_none_are_refused() -> None:
    assert _told("chỉ tiêu 2024 gồm những gì").kind == "none"


def test_the_sort_of_body_that_is_asked_for_has_most() -> None:
    assert _told("phòng nào ôm nhiều việc nhất").tally[0] == ("Văn phòng", 28)


def test_units_left_out_have_none_of_what_is_counted() -> None:
    assert _told("Văn phòng chủ trì bao nhiêu nhiệm vụ mà không có Bưu điện tỉnh phối hợp").count == 21
    assert _told("không tính phần pháp chế thì Phòng Tổ chức cán bộ chủ trì mấy nhiệm vụ").count == 7


def test_units_and_areas_are_compared_by_their_tasks() -> None:
    units = _told("Phòng Tổ chức cán bộ và Phòng Kế hoạch và Tài chính, phòng nào chủ trì nhiều nhiệm vụ hơn")
    assert [count for _, count in units.tally] == [10, 3]
    assert [count for _, count in _told("cải cách TTHC và chính quyền điện tử, bên nào nhiều việc hơn").tally] == [
        20,
        8,
    ]


def test_a_short_question_in_the_words_of_the_record_before_is_about_it() -> None:
    first = "giảm bao nhiêu % biên chế sự nghiệp đến 2025"
    assert _told(first, "đến 2030 thì giảm thêm bao nhiêu").records == ("CT30.04",)
    assert _told(first, "dạ hiểu rồi ạ").kind == "chat"
    assert _told("II.5 ai chủ trì", "máy tính").kind == "none"


def test_a_value_between_the_years_is_derived_with_its_steps() -> None:
    answer = _told("năm 2023 số hóa kết quả TTHC phải đạt bao nhiêu %")
    assert answer.derived is not None
    assert answer.derived.steps == ((2021, 30), (2022, 50), (2023, 70))


def test_how_long_a_share_takes_to_be_reached_is_derived() -> None:
    answer = _told("mất mấy năm kể từ 2021 để số hóa kết quả thủ tục lên 90%")
    assert answer.derived is not None
    assert answer.derived.steps[-1] == (2024, 90)


def test_two_horizons_are_compared_with_their_difference() -> None:
    answer = _told("hài lòng về giải quyết TTHC năm 2025 với 2030 khác nhau sao")
    assert (answer.records, answer.difference) == (("CT25.10", "CT30.03"), 5)


@pytest.mark.parametrize(
    ("asked", "records"),
    [
        ("đến 2025 hài lòng về sự phục vụ và hài lòng về dịch vụ công cái nào cao hơn", ("CT25.13", "CT25.14")),
        ("phân cấp giải quyết thủ tục với phân cấp quản lý nhà nước khác đơn vị chủ trì thế nào", ("II.5", "III.3")),
        ("phân cấp giải quyết TTHC vơi phân cấp quản lý nhà nước ai chủ trì cái nào", ("II.5", "III.3")),
        ("cổng tham vấn điện tử và hợp nhất cổng dịch vụ công có cùng hạn không", ("VI.5.2", "VI.5.1")),
    ],
)
def test_two_records_of_which_a_question_names_both_are_shown_beside_each_other(
    asked: str, records: tuple[str, ...]
) -> None:
    assert _told(asked).records == records


@pytest.mark.parametrize(
    ("asked", "records"),
    [
        (("việc nào có hạn sớm nhất",), ("III.1",)),
        (("Văn phòng có việc nào hạn muộn nhất",), ("II.5", "VI.5.1")),
        (("việc nào xong trong năm 2022", "trong đó việc nào phải xong sớm nhất"), ("IV.1",)),
    ],
)
def test_what_is_due_first_and_last_is_told(asked: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*asked).records == records


@pytest.mark.parametrize(
    ("asked", "quoted"),
    [
        (("kế hoạch căn cứ nghị quyết nào của Chính phủ",), "76/NQ-CP"),
        (("kế hoạch căn cứ nghị quyết nào",), "76/NQ-CP"),
        (("kế hoạch căn cứ nghị quyết nào của Chính phủ", "ban hành ngày nào"), "15 tháng 7 năm 2021"),
        (("kế hoạch căn cứ nghị quyết nào của Chính phủ", "còn quyết định của tỉnh số mấy"), "602/QĐ-UBND"),
        (("nghị quyết ngày 15/7/2021 là nghị quyết nào",), "76/NQ-CP"),
        (("kế hoạch căn cứ nghị quyết nào của Chính phủ", "ngày bao nhiêu", "còn quyết định của tỉnh"), "602/QĐ-UBND"),
        (("nghị định nào về tự chủ ban hành ngày 14/02/2015",), "16/2015/NĐ-CP"),
    ],
)
def test_a_paper_that_was_quoted_is_asked_about_further(asked: tuple[str, ...], quoted: str) -> None:
    answer = _told(*asked)
    assert [quoted in quotation.text for quotation in answer.quotations] == [True]


@pytest.mark.parametrize(
    ("task", "asked", "yes"),
    [
        ("II.3 là gì", "có Bưu điện phối hợp không", True),
        ("II.3 là gì", "có Bưu điện không", True),
        ("I.1 là gì", "Bưu điện có phối hợp không", False),
        ("II.3 là gì", "phòng Kế hoạch Tài chính có phối hợp không", None),  # one of those
        ("I.1 là gì", "Văn phòng có chủ trì không", False),
    ],
)
def test_whether_a_unit_takes_part_is_asked_of_the_task_before(task: str, asked: str, yes: bool | None) -> None:
    answer = _told(task, asked)
    assert (answer.records, answer.yes) == ((task.split()[0],), yes)


@pytest.mark.parametrize(
    ("question", "horizons", "area"),
    [
        ("chỉ tiêu 2030 về tài chính công", {2030}, "V"),
        ("chỉ tiêu về cải cách tài chính công", {2025, 2030}, "V"),
        ("chi tieu to chuc bo may nam 2030", {2030}, "III"),
        ("chỉ tiêu công vụ là bao nhiêu", {2025, 2030}, "IV"),
    ],
)
def test_the_targets_of_an_area_are_all_told(question: str, horizons: set[int], area: str) -> None:
    plan, answer = _engine().plan, _told(question)
    wanted = [t.code for t in plan.targets if t.area == area and t.horizon in horizons]
    assert (answer.facet, list(answer.records)) == ("list", wanted)


@pytest.mark.parametrize(
    ("question", "facet", "records"),
    [
        ("hạn của rà soát TTHC và của tinh giản biên chế", "deadline", ("II.2", "III.2")),
        ("phân cấp giải quyết TTHC và phân cấp quản lý nhà nước do hai đơn vị nào chủ trì", "lead", ("II.5", "III.3")),
        ("Kỹ năng số cơ bản và kỹ năng phân tích dữ liệu: mỗi chỉ tiêu bao nhiêu?", "value", ("CT25.15", "CT25.16")),
    ],
)
def test_what_is_asked_of_two_things_is_told_of_both(question: str, facet: str, records: tuple[str, ...]) -> None:
    answer = _told(question)
    assert (answer.facet, answer.records) == (facet, records)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("liệt kê giúp tôi mọi nhiệm vụ Phòng Tổ chức cán bộ chủ trì", 10),
        ("em ở Bưu điện tỉnh, cho em hỏi đơn vị em phối hợp những việc nào", 7),
        ("phát triển ứng dụng, dịch vụ nội bộ chia làm mấy nhiệm vụ", 6),
        ("phát triển nền tảng vs hệ thống số có mấy nv", 3),
        ("thế phụ lục giao phòng Kế hoạch và Tài chính những gì", 3),
        ("Liệt kê nhiệm vụ phục vụ người dân, doanh nghiệp trong mục chính quyền điện tử", 4),
        ("cho em xin danh mục các nhiệm vụ thuộc mảng cải cách tổ chức bộ máy hành chính nhà nước trong phụ lục", 3),
        ("Bảng phụ lục có cả thảy bao nhiêu nhiệm vụ", 41),
        ("Phần quan điểm của kế hoạch có mấy điểm", 5),
    ],
)
def test_lists_are_understood_in_hurried_words(question: str, count: int) -> None:
    assert len(_told(question).records) == count


@pytest.mark.parametrize(
    ("message", "thing", "count"),
    [
        ("phòng KHTC", "task", 3),
        ("bưu điện", "task", 7),
        ("nhóm VI.2", "task", 4),
        ("tài chính công", "task", 3),
        ("chỉ tiêu 2030", "target", 12),
        ("nhiệm vụ", "task", 41),
        ("tccb công vụ", "task", 4),
    ],
)
def test_a_bare_name_lists_what_there_is_of_it(message: str, thing: str, count: int) -> None:
    answer = _told(message)
    assert (answer.kind, answer.thing, len(answer.records)) == ("answer", thing, count)


@pytest.mark.parametrize("question", ["quý III phải nộp gì", "tháng 8 có việc gì", "trong tháng 8/2023 có mấy việc"])
def test_yearly_work_is_due_in_its_month_of_any_year(question: str) -> None:
    assert _told(question).records == ("II.2",)


def test_what_work_waits_for_is_its_deadline() -> None:
    answer = _told("internet vạn vật phải chờ gì mới làm")
    assert (answer.facet, answer.records) == ("deadline", ("VI.2.4",))


def test_units_left_out_have_not_most() -> None:
    assert _told("phòng nào ngoài Văn phòng chủ trì nhiều nhất").tally[0] == ("Phòng Tổ chức cán bộ", 10)


def test_how_many_more_tasks_one_unit_has_is_told() -> None:
    assert _told("Văn phòng làm nhiều hơn phòng Tổ chức cán bộ bao nhiêu việc").difference == 18


def test_a_unit_put_forward_wrongly_is_denied() -> None:
    assert _told("giao quyền tự chủ cho đơn vị sự nghiệp có phải TCCB chủ trì không").yes is False


@pytest.mark.parametrize(
    "question",
    [
        "lương giáo viên mới ra trường bao nhiêu một tháng?",
        "kế hoạch CCHC của Sở Y tế có những chỉ tiêu gì?",
        "Tỉnh Kon Tum đặt chỉ tiêu hài lòng bao nhiêu %",
        "kế hoạch chuyển đổi số năm 2027 của Sở có gì mới",
        "chỉ tieu cải cách hành chính của tĩnh Bình Đinh thế nào",  # wrong marks, but capitals
        "tổng kinh phí là bao nhiêu tỷ đồng",
        "kế hoạch này số mấy?",
        "chỉ tiêu hài lòng năm 2035 là bao nhiêu",
        "ai là trưởng phòng Kế hoạch và Tài chính",
        "Nghị định 30/2020 nói gì",
        "hôm nay trời có mưa không",
        "Công an tỉnh chủ trì nhiệm vụ nào",
        "chuyển trường cho con cần giấy tờ gì",
        "tỷ lệ hài lòng của bệnh nhân",
        "hạn nộp báo cáo công đoàn",
        "bao nhiêu % hồ sơ đất đai giải quyết trực tuyến",
        "lương tháng này bao giờ có",
        "số điện thoại của Bưu điện tỉnh",
        "hiện nay đã số hóa được bao nhiêu hồ sơ",
        "tỷ lệ doanh nghiệp có tài khoản ngân hàng",
        "bao nhieu phan tram tre em co tai khoan ngan hang",
        "bao nhiêu lớp tập huấn kỹ năng số mỗi năm",
        "tỷ lệ văn bản đi có ký số là bao nhiêu phần trăm",
        "cả tỉnh có bao nhiêu trường mầm non",
        "chỉ tiêu tinh giản biên chế của Sở Nội vụ",
        "năm 2023 mức hài lòng về giải quyết TTHC phải đạt mấy phần trăm",
        "Sở hiện có bao nhiêu biên chế",
        "tên giám đốc Sở là gì",
        "kiểm định chất lượng giáo dục ai phụ trách",
        "TTHC của Sở có tất cả bao nhiêu thủ tục",
        "ai kiểm tra công vụ",
        "kiểm tra công vụ khi nào",
        "Sở Nội vụ có mấy nhiệm vụ",
        "chỉ tiêu năm 2028 về dịch vụ công trực tuyến",
        "Nghị quyết 76/NQ-CP gồm mấy điều",
        "Quyết định 258 gồm mấy chương",
        "ai ký bằng tốt nghiệp",
        "ai làm Chủ tịch tỉnh",
        "trụ sở UBND tỉnh ở đâu",
        "số fax của Sở",
        "gọi số nào để hỏi thủ tục",
        "bao nhiêu đồng chi phí tuân thủ",
        "tỷ lệ hồ sơ TTHC giải quyết đúng hạn là bao nhiêu phần trăm",
        "tỷ lệ thủ tục trực tuyến mức độ 2 phải đạt mấy %",
        "Phòng Quản lý chất lượng phụ trách việc gì trong kế hoạch",
        "mức tiền thưởng cho cá nhân làm tốt cải cách hành chính",
        "báo cáo cải cách hành chính quý nộp trước ngày nào trong tháng cuối quý",
        "email của Văn phòng Sở là gì",
        "biên chế công chức hành chính đến 2025 phải giảm bao nhiêu phần trăm",
        "nhiệm vụ VII.3 ai chủ trì",
        "thời gian giải quyết một thủ tục là bao lâu",
        "bao nhiêu % hồ sơ mật được xử lý trên mạng",
        "năm 2026 số hóa kết quả TTHC đạt bao nhiêu",
        "chi ngân sách cho sự nghiệp giảm bao nhiêu đến 2025",
    ],
)
def test_what_the_plan_does_not_say_is_refused(question: str) -> None:
    assert _told(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("bao nhiêu thủ tục hành chính thuộc thẩm quyền của Sở", "CT25.04"),
        ("so luong tthc cua so", "CT25.04"),
        ("Sở có bao nhiêu biên chế sự nghiệp", "CT25.12"),
        ("đến 2025 có bao nhiêu biên chế sự nghiệp", "CT25.12"),
        ("có mấy cơ sở dữ liệu ở Sở", "CT25.18"),
        ("hiện Sở có bao nhiêu công chức viên chức được bồi dưỡng", "CT25.15"),
        ("có bao nhiêu hồ sơ nộp trực tuyến mỗi năm", "CT25.09"),
        ("số dịch vụ công trực tuyến mức độ 4 của Sở", "CT25.07"),
    ],
)
def test_a_share_is_no_number_of_things(question: str, first: str) -> None:
    answer = _told(question)
    assert (answer.kind, answer.facts) == ("none", {"only": "share"})
    assert answer.candidates[0] == first


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("bao nhiêu hồ sơ công việc phải xử lý trên môi trường mạng", "CT25.21"),
        ("bao nhiêu cơ sở dữ liệu của Sở được kết nối chia sẻ toàn quốc", "CT25.18"),
        ("giảm bao nhiêu biên chế sự nghiệp đến 2025", "CT25.12"),
        ("bao nhieu nguoi truong thanh co tai khoan ngan hang", "CT30.12"),
        ("số quy định phải cắt giảm là bao nhiêu", "CT25.01"),
        ("bao nhiêu hồ sơ trực tuyến đến 2030", "CT30.02"),
        ("mỗi năm số hóa kết quả TTHC tăng bao nhiêu", "CT25.05"),
    ],
)
def test_how_many_of_them_must_be_so_is_a_share(question: str, record: str) -> None:
    assert record in _told(question).records


def test_marks_tell_words_apart_that_are_one_without_them() -> None:
    asked = "xử lý hồ sơ công việc trên môi trường mạng đến 2030 là bao nhiêu"
    assert _told(asked).records[:1] == ("CT30.10",)  # "mạng" is not "mảng": no list of an area's tasks
    assert _told("hệ thống làm việc ở nhà ai chủ trì").records == ("VI.4.5",)  # "nhà" is not the polite "nha"


def test_a_syllable_with_other_marks_is_another_word() -> None:
    assert _told("họp trực tuyến kế hoạch nói gì").records == ("NV.III.3",)  # "họp" is not the "hợp" of "tích hợp"


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("đến 2o25 hs giải quyết onl bn %", "CT25.09"),
        ("công khaiTTHC ai chủtrì", "II.3"),
        ("ai chịu tn phâân cấp quản lí nhà nước", "III.3"),
    ],
)
def test_a_question_typed_in_haste_is_understood(typed: str, record: str) -> None:
    assert _told(typed).records[:1] == (record,)


def test_the_end_of_a_story_is_the_question() -> None:
    asked = "em mới chuyển trường, nhà xa lắm, em muốn hỏi rà soát TTHC ai chủ trì"
    assert _told(asked).records == ("II.2",)
    story = "trường tôi muốn gửi giáo viên đi học, kế hoạch đào tạo bồi dưỡng hàng năm do phòng nào xây dựng"
    assert _told(story).records == ("IV.3",)


def test_a_horizon_asked_about_next_is_that_of_all_that_was_shown() -> None:
    shown = _told("mức độ hài lòng 2025 bao nhiêu").records
    assert len(shown) == 3
    found = [_engine().plan.target(code) for code in _told("mức độ hài lòng 2025 bao nhiêu", "còn 2030?").records]
    assert [target.horizon for target in found if target] == [2030] * 3


def test_groups_of_an_area_are_counted() -> None:
    answer = _told("phần VI phụ lục có bao nhiêu nhóm nhiệm vụ")
    assert (answer.thing, answer.count) == ("group", 5)


def test_two_tasks_that_fit_are_asked_about_and_the_reply_is_understood() -> None:
    assert set(_told("nhiệm vụ phân cấp ai chủ trì?").candidates) >= {"II.5", "III.3"}
    chosen = _told("nhiệm vụ phân cấp ai chủ trì?", "phân cấp quản lý nhà nước ấy")
    assert (chosen.records, chosen.facet) == (("III.3",), "lead")


@pytest.mark.parametrize(
    ("questions", "facet", "record"),
    [
        (("rà soát TTHC ai chủ trì", "hạn cuối?"), "deadline", "II.2"),
        (("tinh giản biên chế ai chủ trì", "thế còn phân cấp quản lý nhà nước?"), "lead", "III.3"),
        (("hồ sơ giải quyết trực tuyến đến 2025 bao nhiêu %", "còn 2030?"), "value", "CT30.02"),
        (("II.5 ai chủ trì", "ok cảm ơn nha", "sản phẩm?"), "product", "II.5"),
        (("ra soat tthc ai chu tri", "han cuoi?", "gui ve dau"), "record", "II.2"),
        (("việc nào có Sở Thông tin và Truyền thông phối hợp", "việc đó thời gian thế nào"), "deadline", "VI.4.3"),
        (("hài lòng về giải quyết TTHC đến 2025 bao nhiêu", "à không, năm 2030 cơ"), "value", "CT30.03"),
        (("hồ sơ giải quyết trực tuyến 2025 mấy %", "ý em là 2030"), "value", "CT30.02"),
        (("hạ tầng IoT giao đơn vị nào", "chờ văn bản của những cơ quan nào hướng dẫn"), "deadline", "VI.2.4"),
        (("phòng nào phụ trách công tác pháp chế", "làm hàng năm hay hàng quý"), "deadline", "I.1"),
        (("quản lý tài sản công ai làm", "căn cứ luật nào"), "record", "V.3"),
        (("quản lý tài sản công ai làm", "luật nào làm căn cứ"), "record", "V.3"),
        (("quản lý tài sản công ai làm", "phối hợp có đơn vị nào bên ngoài không"), "cooperation", "V.3"),
        (("hồ sơ công việc xử lý trên mạng năm 2025 mấy %", "nhầm, 2030 cơ"), "value", "CT30.10"),
        (("trách nhiệm người đứng đầu có sản phẩm gì", "áp dụng từ năm nào vậy"), "deadline", "II.1"),
        (("tháo gỡ vướng mắc chính sách TTHC ai chủ trì", "à sản phẩm của việc đó là gì"), "product", "II.6"),
        (("mảng thể chế có những nhiệm vụ gì", "cái thứ hai ai chủ trì"), "lead", "I.2"),
        (("nhóm cải cách công vụ có bao nhiêu nhiệm vụ", "việc thứ tư thì sản phẩm là gì"), "product", "IV.4"),
    ],
)
def test_a_follow_up_takes_what_it_lacks_from_the_conversation(
    questions: tuple[str, ...], facet: str, record: str
) -> None:
    answer = _told(*questions)
    assert (answer.facet, answer.records[:1]) == (facet, (record,))


def test_a_year_that_has_no_target_is_not_answered_with_that_of_another() -> None:
    answer = _told("hài lòng về giải quyết TTHC đến 2025 bao nhiêu", "năm 2028 thì bao nhiêu")
    assert (answer.kind, answer.candidates) == ("none", ("CT25.10", "CT30.03"))


@pytest.mark.parametrize(
    ("asked", "records"),
    [
        (("các chỉ tiêu 2025 về thủ tục hành chính", "cái nào 100%"), ("CT25.06",)),
        (("nhiệm vụ nào hạn 2022", "của phòng tổ chức cán bộ thôi"), ("IV.1", "IV.2")),
        (("đến 2025 có bao nhiêu chỉ tiêu", "về tổ chức bộ máy thôi"), ("CT25.12", "CT25.13", "CT25.14")),
        (("chỉ tiêu hài lòng 2025", "trong đó cái nào thấp nhất"), ("CT25.14",)),
        (("nghị định 60 nói gì", "nhiệm vụ nào theo nghị định này"), ("V.2",)),
        (("Văn phòng chủ trì việc gì", "còn phòng KHTC"), ("V.1", "V.2", "V.3")),
    ],
)
def test_a_list_is_narrowed_where_what_is_listed_differs(asked: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*asked).records == records


def test_a_share_before_is_no_number_of_people() -> None:
    answer = _told("biên chế sự nghiệp đến 2025 giảm mấy phần trăm", "thế là bao nhiêu người")
    assert (answer.kind, answer.candidates) == ("none", ("CT25.12",))


def test_a_complete_new_question_drops_the_conversation() -> None:
    assert _told("II.5 ai chủ trì", "duy trì LGSP hạn khi nào").records == ("VI.3.1",)


@pytest.mark.parametrize(
    ("question", "record"),
    [("quyết toán ngân sách ai chủ trì", "I.2"), ("rà soát quy chế làm việc hạn khi nào", "I.1")],
)
def test_another_agencys_plan_is_answered_as_well(question: str, record: str) -> None:
    assert _small().answer(question).records == (record,)


def test_a_stricter_floor_never_adds_a_wrong_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = [
        "thi nâng ngạch chuyên viên chính khi nào",
        "tỷ lệ giáo viên biết dùng AI",
        "nấu phở thế nào",
        "giá vàng",
    ]
    answered = []
    for floor in (0.3, 0.45, 0.6, 0.75, 0.9):
        monkeypatch.setattr(single, "FLOOR", floor)
        answered.append({q for q in outside if _told(q).kind == "answer"})
    assert all(stricter <= looser for looser, stricter in pairwise(answered))


def test_a_question_of_which_the_record_says_less_is_answered_less_surely() -> None:
    told, less = _told("tinh giản biên chế ai chủ trì"), _told("tinh giản biên chế đợt sau ai chủ trì")
    assert told.records == less.records == ("III.2",)
    assert less.score < told.score


@given(st.text(max_size=200), st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(question: str, topic: str) -> None:
    assert _small().answer(question, topic).kind in ("answer", "clarify", "none", "chat")


@given(st.lists(st.sampled_from(["việc", "cái", "dòng", "thứ", "đầu", "cuối", "và", "1", "2", "năm", "hạn", "đó"])))
@example(["việc", "1", "thứ", "thứ", "2"])
def test_no_way_to_point_breaks_it(words: list[str]) -> None:
    listed = _small().answer("liệt kê nhiệm vụ")
    assert _small().answer(" ".join(words), listed.topic).kind in ("answer", "clarify", "none", "chat")


@pytest.mark.parametrize("question", ["mức độ hài lòng 2025 bao nhiêu", "còn 2030 mức độ hài lòng về giải quyết TTHC?"])
def test_a_horizon_that_is_named_leaves_the_others_out(question: str) -> None:
    year = 2025 if "2025" in question else 2030
    found = [_engine().plan.target(code) for code in _told(question).records]
    assert found
    assert {target.horizon for target in found if target} == {year}


@pytest.mark.parametrize(
    ("hard", "question", "text", "said"),
    [
        ("ha tang so", "viec nao ve ha tang so", "Phát triển hạ tầng số.", "hạ tầng số"),
        ("dinh danh dien", "cap dinh danh va xac thuc dien tu", "định danh và xác thực điện tử", "định danh … điện"),
        ("dinh danh thuc", "dinh danh va xac thuc", "định danh và xác thực", "định danh và xác thực"),
        ("khac", "viec khac", "Rà soát hồ sơ", "khac"),
    ],
)
def test_a_filter_is_said_in_the_plans_spelling(hard: str, question: str, text: str, said: str) -> None:
    assert as_printed(hard.split(), question.split(), text, lambda token: [fold(token)]) == said


def test_a_filter_keeps_the_plans_short_forms() -> None:
    found = _told("nhiệm vụ nào phải trình UBND tỉnh phê duyệt")
    assert found.filters["words"] == "UBND tỉnh phê duyệt"
    assert set(found.records) == {"II.5", "III.2"}


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("có bao nhiêu đơn vị chủ trì", 3),
        ("những phòng nào chủ trì nhiệm vụ", 3),
        ("phong nao chu tri mang che do cong vu", 1),
        ("liệt kê các đơn vị phối hợp", 4),
        ("đơn vị nào tham gia phối hợp thực hiện kế hoạch", 4),
        ("cơ quan bên ngoài nào phối hợp", 3),
    ],
)
def test_units_are_listed_and_counted(question: str, count: int) -> None:
    found = _told(question)
    assert (found.facet, found.count, len(found.tally)) == ("units", count, count)


def test_units_of_one_task_are_that_tasks() -> None:
    engine = _engine()
    first = engine.answer("tinh giản biên chế phòng nào chủ trì")
    assert engine.answer("những đơn vị nào phối hợp", first.topic).records == ("III.2",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("chỉ tiêu nào trên 95%", {100}),
        ("những chỉ tiêu từ 95% trở lên", {95, 100}),
        ("chỉ tiêu trên 30% là chỉ tiêu gì", {30}),
        ("chỉ tiêu nào dưới 20%", {10, 15}),
        ("chỉ tiêu nào thấp nhất", {10}),
        ("năm 2030 chỉ tiêu nào cao nhất", {100}),
        ("chỉ tiêu nào đặt mức 80%", {80}),
        ("chỉ tiêu 2030 nào thấp hơn 50%", {10.0, 15.0, 30.0}),
    ],
)
def test_targets_are_found_by_a_bound_on_their_value(question: str, values: set[float]) -> None:
    plan, found = _engine().plan, _told(question)
    assert found.kind == "answer"
    assert {target.value for code in found.records if (target := plan.target(code))} == values


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("nhiệm vụ nào chưa có thời hạn cụ thể", 2),
        ("việc nào kéo dài qua các năm tiếp theo", 31),
        ("sau 2025 còn việc gì phải làm tiếp", 34),
    ],
)
def test_work_without_an_end_is_listed(question: str, count: int) -> None:
    assert _told(question).count == count


def test_products_are_listed_beside_their_tasks() -> None:
    found = _told("Văn phòng phải nộp những sản phẩm nào")
    assert (found.facet, found.count, found.facts["cell"]) == ("list", 28, "product")


def test_a_head_of_a_unit_stands_for_it() -> None:
    assert _told("trưởng phòng TCCB chủ trì mấy việc").count == 10


def test_a_short_form_that_the_plan_explains_is_no_vague_word() -> None:
    assert _told("SOC là gì").records == ("VI.3.1",)


@pytest.mark.parametrize(
    "asked",
    [
        "tinh giản biên chế và đề án phân cấp việc nào hạn trước?",
        "tinh gian bien che hay de an phan cap cai nao xong truoc a",
    ],
)
def test_of_two_things_both_deadlines_are_told(asked: str) -> None:
    answer = _engine().answer(asked)
    assert (answer.kind, answer.facet, answer.records) == ("answer", "deadline", ("III.2", "II.5"))


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        (("lĩnh vực thứ 3 có mấy việc", "việc thứ 2 ai phối hợp"), "cooperation", ("III.2",)),
        (("lĩnh vực thứ 3 có mấy việc", "việc thứ 2 ai phối hợp", "còn việc cuối cùng"), "cooperation", ("III.3",)),
        (("phòng KHTC chủ trì việc gì", "sản phẩm của chúng"), "product", ("V.1", "V.2", "V.3")),
        (("phòng KHTC chủ trì việc gì", "sản phẩm của chúng", "việc 3 hạn khi nào"), "deadline", ("V.3",)),
        (("phân cấp", "cái đầu tiên", "hạn khi nào"), "deadline", ("II.5",)),
    ],
)
def test_records_before_are_pointed_at(questions: tuple[str, ...], facet: str, records: tuple[str, ...]) -> None:
    found = _told(*questions)
    assert (found.facet, found.records) == (facet, records)


def test_a_cell_of_a_longer_list_is_told_line_by_line() -> None:
    found = _told("hạ tầng số có những việc gì", "ai phối hợp")
    assert (found.facet, found.count, found.facts["cell"]) == ("list", 4, "cooperation")


def test_a_cell_asked_for_while_a_choice_is_open_keeps_the_choice() -> None:
    found = _told("phân cấp", "hạn khi nào")
    assert (found.kind, found.facet) == ("clarify", "deadline")
    assert {"II.5", "III.3"} <= set(found.candidates)


def test_growth_between_horizons_is_worked_out() -> None:
    asked = ("mức độ hài lòng về giải quyết TTHC năm 2025", "còn 2030", "tăng bao nhiêu")
    assert _told(*asked).difference == 5


def test_the_year_in_which_a_growing_target_is_reached_is_worked_out() -> None:
    derived = _told("số hóa kết quả TTHC năm 2022 bao nhiêu", "bao giờ đạt 100").derived
    assert derived is not None
    assert derived.steps[-1] == (2025, 100)


def test_a_number_alone_names_no_record() -> None:
    assert _told("việc 3 hạn khi nào").kind == "none"
    assert _told("mức độ 4 năm 2030 bao nhiêu").records[0] == "CT30.09"


def test_a_solution_is_found_by_the_word_as_it_is_spelt() -> None:
    plan = _engine().plan
    (code,) = _told("giải pháp nào nói về tuyên truyền").records
    assert next(p.title for p in plan.passages if p.code == code).startswith(
        "Đẩy mạnh công tác thông tin, tuyên truyền"
    )


def test_growth_along_a_path_is_worked_out() -> None:
    found = _told("2022 đến 2024 số hóa kết quả TTHC tăng mấy %")
    assert found.difference == 40
    assert found.derived is not None
    assert found.derived.steps == ((2022, 50), (2023, 70), (2024, 90))


@pytest.mark.parametrize(
    ("question", "count"),
    [("bao nhiêu % nhiệm vụ do Văn phòng chủ trì", 28), ("cải cách TTHC chiếm mấy phần trăm số nhiệm vụ", 8)],
)
def test_a_share_of_the_tasks_is_worked_out(question: str, count: int) -> None:
    found = _told(question)
    assert (found.facet, found.count) == ("share", count)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("liệt kê các nghị quyết được dẫn", {"Nghị quyết số 76/NQ-CP", "Nghị quyết số 18-NQ/TW"}),
        ("có bao nhiêu nghị định trong kế hoạch", {"Nghị định số 59/2012/NĐ-CP", "Nghị định số 60/2021/NĐ-CP"}),
    ],
)
def test_papers_that_the_plan_names_are_listed(question: str, names: set[str]) -> None:
    found = _told(question)
    assert found.facet == "papers"
    assert names <= {name for name, _ in found.tally}
    assert found.count == len(found.tally)


def test_targets_of_an_area_are_listed_in_few_words() -> None:
    assert _told("chỉ tiêu cải cách công vụ 2025 gồm gì").thing == "target"


@pytest.mark.parametrize(
    ("question", "facet"), [("có mấy đơn vị chủ trì", "units"), ("chỉ tiêu nào từ 95% trở lên", "list")]
)
def test_a_whole_question_is_none_of_the_record_before(question: str, facet: str) -> None:
    assert _told("II.2 ai chủ trì", question).facet == facet


def test_where_the_result_of_a_task_is_reported_is_asked_of_that_task() -> None:
    assert _told("II.4 ai chủ trì", "kết quả báo cáo ở đâu?").records == ("II.4",)
    assert _told("bao lâu báo cáo một lần, gửi về đâu").facet == "section"


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("phòng TCCB làm mấy kế hoạch", {"I.1", "I.3", "IV.3"}),
        ("trong năm 2022 phòng TCCB phải ra những quyết định nào", {"IV.1", "IV.2"}),
    ],
)
def test_papers_that_a_unit_has_to_make_are_listed(question: str, records: set[str]) -> None:
    found = _told(question)
    assert found.thing == "task"
    assert records <= set(found.records)


def test_the_number_of_the_plan_is_no_list_of_papers() -> None:
    assert _told("quyết định số mấy ngày nào").facet != "papers"


def test_units_with_equally_many_tasks_stand_in_the_order_of_the_plan() -> None:
    tally = _told("cơ quan bên ngoài nào phối hợp").tally
    printed = [code for task in _engine().plan.tasks for code in task.cooperating]
    alike = [name for name, count in tally if count == 1]
    names = [unit.name for code in dict.fromkeys(printed) if (unit := _engine().plan.unit(code))]
    assert len(alike) > 1
    assert alike == sorted(alike, key=names.index)


def test_papers_that_were_listed_are_pointed_at() -> None:
    listed = "kế hoạch dẫn những nghị định nào"
    all_of_them = _told(listed, "ban hành ngày nào")
    assert (all_of_them.facet, len(all_of_them.quotations) > 1) == ("legal", True)
    (second,) = _told(listed, "ban hành ngày nào", "cái thứ 2 nói gì").quotations
    assert "32/2020/NĐ-CP" in second.text
    assert _told(listed, "ban hành kế hoạch ngày nào").facet != "legal"
