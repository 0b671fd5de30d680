"""Questions on plans of any agency: rows named as the paper numbers them, units as people say them, running text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from knowledge.answers import Answer, Engine
from knowledge.model import Area, Passage, Plan, Target, Task, Unit

DUTIES = (
    "1. Các cơ quan xây dựng kế hoạch chi tiết trong quý II năm 2026.\n"
    "2. Khi cần điều chỉnh, đơn vị gửi Sở Tài chính để tổng hợp.\n"
    "3. Văn phòng rà soát các chương trình cũ cho thống nhất, hoàn thành trong quý IV năm 2026."
)


def _plan() -> Plan:
    """A plan with targets in annex I and tasks in annexes II and III, numbered from 1 in each, as it was imported."""
    units = (
        Unit(code="SNNMT", name="Sở Nông nghiệp và Môi trường", short="Sở Nông nghiệp và Môi trường"),
        Unit(code="STC", name="Sở Tài chính", short="Sở Tài chính"),
        Unit(code="CQ", name="Cơ quan", short="Cơ quan", collective=True),
    )
    rows = {
        ("II", 1): ("Cắm mốc ranh giới rừng phòng hộ", "SNNMT", "Bản đồ ranh giới", "Quý I/2026"),
        ("II", 2): (
            "Xây dựng nơi điều hành đô thị",
            "STC",
            "Trung tâm điều hành đô thị thông minh",
            "Quý II/2027",
        ),
        ("III", 1): ("Kiểm kê tài sản công", "STC", "Báo cáo", "Quý III/2026"),
        ("III", 2): ("Thu hút vốn đầu tư logistics", "STC", "Khoảng 50.000 tỷ đồng vốn đăng ký", "Năm 2027"),
        ("III", 3): ("Hỗ trợ cơ quan vùng cao", "SNNMT", "Quyết định", "Năm 2027"),
    }
    tasks = tuple(
        Task(
            code=f"PL{len(annex)}.{number}",
            printed_code=str(number),
            area=f"PL{len(annex)}",
            title=title,
            lead=(lead,),
            lead_printed=lead,
            product=product,
            deadline=deadline,
            place=f"Phụ lục {annex}, STT {number}",
        )
        for (annex, number), (title, lead, product, deadline) in rows.items()
    )
    target = Target(
        code="CT1",
        horizon=2030,
        metric="Phủ sóng 5G cho người dân",
        comparator=">=",
        value=99,
        unit="% dân số",
        statement="Phủ sóng 5G cho người dân: 99 (% dân số)",
        place="Phụ lục I, STT 1",
    )
    return Plan(
        id="any",
        title="Kế hoạch phát triển năm 2026",
        short_title="Kế hoạch 2026",
        issuer="Ủy ban nhân dân tỉnh",
        year=2026,
        starts=2026,
        period_ends=2030,
        horizons=(2030,),
        ends=date(2030, 12, 31),
        units=units,
        areas=(
            Area(code="PL2", title="Hạ tầng", place="Phụ lục II"),
            Area(code="PL3", title="Tài sản", place="Phụ lục III"),
        ),
        tasks=tasks,
        targets=(target,),
        passages=(Passage(code="P.III", kind="organization", title="TỔ CHỨC THỰC HIỆN", text=DUTIES, place="Mục III"),),
    )


@lru_cache(1)
def _engine() -> Engine:
    return Engine(_plan())


def _told(question: str) -> Answer:
    return _engine().answer(question)


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("nhiệm vụ số 2 phụ lục III hạn khi nào", ("PL3.2",)),
        ("mục 3 ai chủ trì", ("PL3.3",)),
        ("chi tieu so 1 phu luc I la bao nhieu", ("CT1",)),
        ("phụ lục II có bao nhiêu nhiệm vụ", ("PL2.1", "PL2.2")),
        ("Sở Tài chính chủ trì những việc nào ở phụ lục 3", ("PL3.1", "PL3.2")),
        ("so nong nghiep moi truong chu tri nhung gi", ("PL2.1", "PL3.3")),
        ("sở NN&MT chủ trì nhiệm vụ nào", ("PL2.1", "PL3.3")),
        ("trung tâm điều hành đô thị thông minh bao giờ xong", ("PL2.2",)),
        ("kéo vốn logistics về bao nhiêu tỷ", ("PL3.2",)),
        ("hỗ trợ cơ quan vùng cao bao giờ xong", ("PL3.3",)),
    ],
)
def test_a_row_is_found_by_its_number_its_annex_and_its_names(question: str, records: tuple[str, ...]) -> None:
    assert _told(question).records == records


@pytest.mark.parametrize(
    ("question", "facet"),
    [
        ("kiểm kê tài sản công thì Sở Tài chính làm với những ai", "cooperation"),
        ("cắm mốc ranh giới rừng phải có gì mới coi là xong", "product"),
        ("nơi điều hành đô thị là nghị định hay quyết định", "product"),
    ],
)
def test_a_cell_is_asked_for_in_other_words(question: str, facet: str) -> None:
    assert (_told(question).kind, _told(question).facet) == ("answer", facet)


def test_a_number_that_stands_in_two_annexes_is_asked_about() -> None:
    answer = _told("nhiệm vụ 1 ai chủ trì")
    assert (answer.kind, answer.candidates) == ("clarify", ("PL2.1", "PL3.1"))


@pytest.mark.parametrize("question", ["phủ sóng 6G đạt bao nhiêu phần trăm", "nghị định số 1 ai chủ trì"])
def test_what_only_looks_like_a_row_or_a_target_is_refused(question: str) -> None:
    assert _told(question).kind == "none"


def test_the_clause_of_running_text_that_answers_is_told() -> None:
    answer = _told("rà soát chương trình cũ cho thống nhất hoàn thành quý nào")
    assert answer.records == ("P.III",)
    assert "quý IV năm 2026" in answer.facts["clause"]


def _dated() -> Engine:
    """Five tasks of one agency, two of them due in June 2026."""
    rows = (
        ("Đào tạo nguồn nhân lực số", "Tháng 6/2026"),
        ("Nhận diện các lúc cao điểm", "30/6/2026"),
        ("Thu hút nhân lực", "Tháng 10/2026"),
        ("Kiểm kê tài sản", "Quý I/2026"),
        ("Dùng chung một kho", "100 ngày kể từ ngày ban hành"),
        ("Duy trì cổng thông tin", "2026 - 2030"),
        ("Nộp báo cáo năm", "Trước ngày 01/8 hằng năm"),
    )
    tasks = tuple(
        Task(
            code=str(number),
            printed_code=str(number),
            area="NV",
            title=title,
            lead=("STC",),
            lead_printed="Sở Tài chính",
            deadline=deadline,
            place=f"Phụ lục, STT {number}",
        )
        for number, (title, deadline) in enumerate(rows, 1)
    )
    area = Area(code="NV", title="Danh mục nhiệm vụ", place="Phụ lục")
    return Engine(_plan().model_copy(update={"tasks": tasks, "areas": (area,), "passages": (), "targets": ()}))


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("mấy việc hạn tháng 6/2026", ("1", "2")),
        ("viec nao xong trong thang 6 nam 2026", ("1", "2")),
        ("việc nào xong trước tháng 6/2026", ("4",)),
        ("những việc hạn 10/2026", ("3",)),
        ("việc nào xong trước 30/6/2026", ("4",)),
        ("việc nào hạn 30/6/2026", ("2",)),
        ("bao nhiêu nhiệm vụ hạn 100 ngày", ("5",)),
        ("việc nào xong quý II/2026", ("1", "2")),
        ("việc nào xong quý I/2026", ("4",)),
        ("những việc hạn tháng 6", ("1", "2")),
        ("quý 2 có mấy việc", ("1", "2")),
        ("trong quý I phải nộp gì", ("4",)),
        ("việc nào phải xong trong 6 tháng đầu năm 2026", ("1", "2", "4")),
        ("6 tháng cuối năm còn việc gì", ("3", "7")),
        ("từ tháng 3 đến tháng 6 có những việc gì", ("1", "2", "4")),
        ("tháng 6/2027 có mấy việc", ()),
        ("tháng 7 phải nộp gì", ("7",)),
        ("trong tháng 8 có việc gì", ()),
        ("việc nào kéo dài 2026-2030", ("6",)),
        ("từ năm 2026 đến năm 2030 làm những việc gì", ("6",)),
        ("nhiệm vụ về nhân lực có mấy cái", ("1", "3")),
        ("nhiem vu nao ve nhan luc", ("1", "3")),
    ],
)
def test_a_list_is_narrowed_by_a_month_and_by_words_as_they_are_spelt(question: str, records: tuple[str, ...]) -> None:
    assert _dated().answer(question).records == records


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("UBND phường", "UBND các xã, phường"),
        ("ubnd xa", "UBND các xã, phường"),
        ("UBND xã, phường", "UBND các xã, phường"),
        ("UBND tỉnh", "Ủy ban nhân dân cấp tỉnh"),
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa – Thể thao"),
        ("UBND xã phường", "UBND các xã, phường, đặc khu"),
        ("UBND cấp xã", "UBND các xã, phường, đặc khu"),
        ("chi cục quản lý chất lượng", "Chi cục Quản lý chất lượng nông lâm sản và thủy sản"),
    ],
)
def test_a_unit_is_called_by_part_of_its_name(asked: str, name: str) -> None:
    units = (*_plan().units, Unit(code="UB", name=name, short=name))
    task = _plan().tasks[0].model_copy(update={"lead": ("UB",), "lead_printed": name})
    engine = Engine(_plan().model_copy(update={"units": units, "tasks": (task, *_plan().tasks[1:])}))
    assert engine.answer(f"{asked} chủ trì những việc gì").records == (task.code,)


@pytest.mark.parametrize("question", ["có mấy quyết định phải trình", "những quyết định nào cần ban hành"])
def test_papers_that_are_to_be_made_are_results_and_not_cited_ones(question: str) -> None:
    answer = _told(question)
    assert (answer.facet in ("list", "count"), answer.records) == (True, ("PL3.3",))


def test_a_year_that_the_plan_prints_so_is_no_year_beyond_it() -> None:
    task = _plan().tasks[0].model_copy(update={"title": "Số hóa sổ hộ tịch lập trước 1991"})
    engine = Engine(_plan().model_copy(update={"tasks": (task, *_plan().tasks[1:])}))
    assert engine.answer("số hóa sổ hộ tịch trước 1991 ai chủ trì").records == (task.code,)
    assert engine.answer("năm 1991 ai chủ trì số hóa sổ hộ tịch").kind == "none"


def test_a_blank_form_is_no_sample_that_the_plan_speaks_of() -> None:
    task = _plan().tasks[0].model_copy(update={"title": "Lấy mẫu thịt, mẫu nước để giám sát"})
    engine = Engine(_plan().model_copy(update={"tasks": (task, *_plan().tasks[1:])}))
    assert engine.answer("mẫu thịt do ai lấy để giám sát").records == (task.code,)
    assert engine.answer("mẫu báo cáo giám sát ở đâu").kind == "none"


def _of_province() -> Engine:
    """A plan of a province with indicators at two years, and units that are called with its name."""
    units = (
        *_plan().units,
        Unit(code="DL", name="Công ty Điện lực Quảng Trị", short="Công ty Điện lực Quảng Trị"),
        Unit(code="KKT", name="Ban Quản lý Khu kinh tế tỉnh", short="KKT"),
        Unit(code="VT", name="Viettel Quảng Trị", short="Viettel Quảng Trị"),
    )
    power, zone, *rest, last = _plan().tasks
    tasks = (
        power.model_copy(update={"cooperating": ("DL",), "cooperating_printed": units[-3].name}),
        zone.model_copy(update={"lead": ("KKT",), "lead_printed": units[-2].name}),
        *rest,
        last.model_copy(update={"lead": ("VT",), "lead_printed": units[-1].name}),
    )
    targets = [
        Target(
            code=f"CT1-{year}",
            horizon=year,
            metric="Tỷ lệ trường học phân loại rác tại nguồn",
            comparator="=",
            value=value,
            statement=f"Năm {year}, Tỷ lệ trường học phân loại rác tại nguồn: {value}",
            baseline="(Hiện trạng năm 2025: 32)",
            series="CT1",
            place="Phụ lục I, STT 1",
        )
        for year, value in ((2028, 72), (2030, 100))
    ]
    changes = {"issuer": "Ủy ban nhân dân tỉnh Quảng Trị", "units": units, "tasks": tasks, "targets": tuple(targets)}
    return Engine(_plan().model_copy(update={**changes, "horizons": (2028, 2030)}))


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("công ty điện lực phối hợp những việc nào", ("PL2.1",)),
        ("điện lực Quảng Trị phối hợp việc gì", ("PL2.1",)),
        ("Viettel chủ trì việc gì", ("PL3.3",)),
        (
            "Thưa anh chị, tôi cần tổng hợp các nhiệm vụ có Sở Tài chính chủ trì, nhờ anh chị liệt kê giúp em",
            ("PL3.1", "PL3.2"),
        ),
        ("BQL khu kinh tế chủ trì mấy đầu việc", ("PL2.2",)),
        ("kiểm kê tài sản công là việc của sở nào", ("PL3.1",)),
        ("Sở Tài chính chủ trì những việc gì trong danh mục", ("PL3.1", "PL3.2")),
        ("hiện trạng 2025 bao nhiêu % trường học phân loại rác", ("CT1-2028", "CT1-2030")),
    ],
)
def test_units_and_rows_of_a_province_are_understood(question: str, records: tuple[str, ...]) -> None:
    assert _of_province().answer(question).records == records


def test_a_row_of_indicators_counts_once_though_it_has_a_value_for_each_year() -> None:
    assert _of_province().answer("phụ lục I có bao nhiêu chỉ tiêu").count == 1


def test_a_share_is_no_amount_of_money() -> None:
    assert _of_province().answer("mức phạt khi không phân loại rác là bao nhiêu tiền").kind == "none"


@pytest.mark.parametrize("form", ["{}", "{} hạn khi nào?", "ai chủ trì {}", "nhiệm vụ {} là gì"])
@pytest.mark.parametrize("task", _plan().tasks, ids=lambda task: task.code)
def test_a_row_is_found_by_the_code_that_the_plan_has_for_it(form: str, task: Task) -> None:
    for code in (task.code, task.code.lower(), task.code.replace(".", ".0")):
        assert _told(form.format(code)).records == (task.code,)


def test_a_target_is_found_by_its_code() -> None:
    assert _told("CT1 là bao nhiêu").records == ("CT1",)


def test_a_code_that_the_plan_does_not_have_is_not_taken_for_another() -> None:
    for code in ("PL2.9", "PL9.1", "CT9"):
        assert _told(f"ai chủ trì {code}").kind == "none"


def test_a_number_alone_is_the_code_of_a_plan_that_numbers_its_tasks() -> None:
    numbered = _plan().model_copy(
        update={"tasks": tuple(t.model_copy(update={"code": str(n)}) for n, t in enumerate(_plan().tasks, 1))}
    )
    engine = Engine(numbered)
    assert engine.answer("4").records == ("4",)
    assert engine.answer("9").kind == "none"


@pytest.mark.parametrize(
    ("question", "code"),
    [("mục 4b ai chủ trì", "4.b"), ("thứ trưởng nào phụ trách khu neo đậu Phú Quý", "4.b"), ("việc 4a hạn nào", "4.a")],
)
def test_a_row_is_named_by_its_letter_and_by_columns_of_its_own(question: str, code: str) -> None:
    tasks = tuple(
        _plan().tasks[0].model_copy(update={"code": code, "title": title, "notes": (f"Lãnh đạo phụ trách: {who}",)})
        for code, title, who in (
            ("4.a", "Nâng cấp khu neo đậu Ninh Chữ", "Thứ trưởng Hà"),
            ("4.b", "Nâng cấp khu neo đậu Phú Quý", "Thứ trưởng Minh"),
        )
    )
    answer = Engine(_plan().model_copy(update={"tasks": tasks})).answer(question)
    assert (answer.kind, answer.records) == ("answer", (code,))


def test_who_only_leads_takes_part_in_what_it_leads() -> None:
    assert _told("Sở Tài chính tham gia những việc nào").records == ("PL2.2", "PL3.1", "PL3.2")


def test_the_head_of_a_title_that_is_a_paragraph_weighs_more_than_what_follows() -> None:
    filling = "phù hợp với khả năng cân đối của ngân sách và quy mô dân số của từng xã trên địa bàn " * 2
    titles = (
        f"Từng bước mở rộng mạng lưới trạm y tế, {filling}, theo lộ trình tăng mức đóng bảo hiểm y tế của người dân",
        f"Xây dựng Nghị định về tăng mức đóng bảo hiểm y tế, {filling}, theo lộ trình mở rộng mạng lưới",
    )
    tasks = tuple(t.model_copy(update={"title": title}) for t, title in zip(_plan().tasks, titles, strict=False))
    engine = Engine(_plan().model_copy(update={"tasks": tasks, "passages": ()}))
    assert engine.answer("tăng mức đóng bảo hiểm y tế ai chủ trì").records == (tasks[1].code,)
    assert engine.answer("mở rộng mạng lưới trạm y tế ai chủ trì").records == (tasks[0].code,)


def test_a_part_of_an_annex_is_called_by_words_of_its_title() -> None:
    areas = (_plan().areas[0], Area(code="PL3", title="Quản lý vốn và tài sản quốc gia", place="Phụ lục III, mục I"))
    engine = Engine(_plan().model_copy(update={"areas": areas}))
    assert engine.answer("nhóm tài sản quốc gia trong phụ lục III bao nhiêu việc").count == 3


def test_when_a_paper_is_issued_asks_nothing_of_its_name() -> None:
    old, *rest = _plan().tasks
    made = old.model_copy(update={"title": "Xây dựng Nghị định về mức đóng phí", "deadline": "Tháng 3/2027"})
    other = rest[0].model_copy(update={"title": "Tăng mức đóng phí, ban hành danh mục phí theo lộ trình"})
    engine = Engine(_plan().model_copy(update={"tasks": (made, other, *rest[1:])}))
    assert engine.answer("nghị định mức đóng phí bao giờ ban hành").records == (made.code,)
