"""Questions on the cells of a plan's table: how often, by which day, from what money, beside which other row."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from knowledge.answers import Answer, Engine
from knowledge.model import Area, LegalBasis, Passage, Plan, Target, Task, Unit

UNITS = {"SNV": "Sở Nội vụ", "SYT": "Sở Y tế", "TTHC": "Trung tâm Phục vụ hành chính công"}
ROWS = (
    ("I.1", "Diễn tập chữa cháy rừng", "SNV", "SYT", "02 cuộc diễn tập", "02 đợt/năm (tháng 3 và tháng 11)", "NSĐP"),
    ("I.2", "Giám sát sử dụng tiền dịch vụ", "SYT", "SNV", "Biên bản", "Định kỳ 6 tháng/lần", "Xã hội hóa"),
    ("I.3", "Xây dựng Kho dữ liệu dùng chung", "SNV", "TTHC", "Kho dữ liệu", "30/06/2027", "ODA"),
    ("I.4", "Thử nghiệm trợ lý ảo", "SNV", "TTHC", "Trợ lý ảo", "20/10/2027", "NSĐP"),
    ("I.5", "Ban hành định mức kỹ thuật", "SYT", "", "18 định mức kỹ thuật", "30/06/2027", "-"),
    ("I.6", "Xác định thẩm quyền, định giá dịch vụ", "SYT", "-", "Bảng giá", "Thường xuyên", "-"),
    ("I.7", "Tiếp nhận hồ sơ phi địa giới", "TTHC", "SNV", "Hồ sơ", "Theo tiến độ được duyệt", "NSĐP"),
    ("I.8", "Công bố Chỉ số cải cách năm 2026", "SNV", "SYT", "Quyết định xếp hạng", "31/03/2027", "NSĐP"),
)


@lru_cache(1)
def _engine() -> Engine:
    tasks = tuple(
        Task(
            code=code,
            printed_code=code[2:],
            area="I",
            title=title,
            lead=(lead,),
            lead_printed=UNITS[lead],
            cooperating=(beside,) if beside in UNITS else (),
            cooperating_printed=UNITS.get(beside, beside),
            product=product,
            deadline=deadline,
            place=f"Phụ lục, mục I, STT {code[2:]}",
            notes=(f"Nguồn vốn: {money}",),
        )
        for code, title, lead, beside, product, deadline, money in ROWS
    )
    growth = tuple(
        Target(
            code=f"CT{number}",
            horizon=2027,
            metric=place,
            names=(f"{place}: Tốc độ tăng trưởng GRDP",),
            value=value,
            unit="%/năm",
            statement=f"{place}: {printed}",
            place=f"Phụ lục, mục II, STT {number}",
        )
        for number, (place, value, printed) in enumerate(
            (("Hà Tĩnh", 10.0, "10,0"), ("Quảng Ninh", None, "11,0 - 12,0"), ("Cao Bằng", None, "8,0 - 9,0")), 1
        )
    )
    staff = Target(
        code="MT01",
        horizon=2027,
        metric="Tinh giản biên chế công chức",
        comparator="=",
        value=1.5,
        unit="%",
        value_printed="1,5%",
        statement="Tinh giản 1,5% biên chế công chức so với số được giao năm 2026.",
        place="Mục I",
    )
    plan = Plan(
        id="rows",
        title="Kế hoạch năm 2027 của thành phố",
        short_title="Kế hoạch 2027",
        issuer="Ủy ban nhân dân thành phố",
        number="412/KH-UBND",
        issued=date(2026, 12, 21),
        issued_printed="ngày 21 tháng 12 năm 2026",
        signer="KT. CHỦ TỊCH, Lâm Hoàng Phúc",
        year=2026,
        starts=2027,
        period_ends=2027,
        horizons=(2027,),
        ends=date(2027, 12, 31),
        units=tuple(Unit(code=code, name=name, short=name) for code, name in UNITS.items()),
        areas=(Area(code="I", title="Nhiệm vụ chung", place="Phụ lục, mục I"),),
        tasks=tasks,
        targets=(staff, *growth),
        legal_bases=(
            LegalBasis(
                text="Căn cứ Quyết định số 523/QĐ-TTg phê duyệt Chiến lược phát triển lâm nghiệp Việt Nam;",
                place="Phần mở đầu, căn cứ 1",
            ),
        ),
    )
    return Engine(plan)


def _asked(question: str) -> Answer:
    return _engine().answer(question)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("việc gì làm 6 tháng một lần", {"I.2"}),
        ("việc nào mỗi năm làm 2 đợt", {"I.1"}),
        ("việc nào phải hoàn thành đúng ngày 30/6/2027?", {"I.3", "I.5"}),
        ("những việc nào xong vào 30/6", {"I.3", "I.5"}),
        ("nhiệm vụ nào cho ra 18 định mức?", {"I.5"}),
        ("nhiệm vụ nào không ghi cơ quan phối hợp?", {"I.5", "I.6"}),
        ("nhiệm vụ nào dùng vốn xã hội hóa?", {"I.2"}),
        ("có bao nhiêu việc vốn ODA?", {"I.3"}),
        ("những việc Trung tâm Phục vụ hành chính công chủ trì (không kể phối hợp)", {"I.7"}),
        ("Sở Y tế được ghi phối hợp việc nào (không phải việc tự chủ trì)?", {"I.1", "I.8"}),
        ("những việc không gắn ngày tháng mà chờ tiến độ", {"I.7"}),
    ],
)
def test_rows_are_listed_by_what_their_cells_print(question: str, codes: set[str]) -> None:
    assert set(_asked(question).records) == codes


@pytest.mark.parametrize(
    "question",
    [
        "giữa kho dữ liệu dùng chung và trợ lý ảo, cái nào phải xong trước, hạn ngày nào?",
        "kho dữ liệu dùng chung với trợ lý ảo cái nào xong sau, hạn mấy",
    ],
)
def test_which_of_two_is_due_first_is_told_with_both_days(question: str) -> None:
    answer = _asked(question)
    assert (answer.facet, set(answer.records)) == ("deadline", {"I.3", "I.4"})


def test_a_year_that_others_are_compared_with_is_not_beyond_the_plan() -> None:
    for question in (
        "phải tinh giản bao nhiêu biên chế công chức so với 2026",
        "năm nay giảm biên chế công chức bao nhiêu %",
    ):
        assert _asked(question).records == ("MT01",)


def test_a_year_in_the_name_of_a_row_is_not_beyond_the_plan() -> None:
    assert _asked("công bố xếp hạng Chỉ số cải cách năm 2026 hạn khi nào").records == ("I.8",)
    assert _asked("năm 2024 công bố xếp hạng Chỉ số cải cách khi nào").kind == "none"


def test_number_day_and_signer_are_told_together() -> None:
    facts = _asked("kế hoạch này số mấy, ký ngày nào, ai ký?").facts
    assert facts["asked"] == "number"
    assert "Lâm Hoàng Phúc" in facts["signer"]


def test_most_and_its_superlative_may_stand_apart() -> None:
    answer = _asked("đơn vị nào gánh nhiều việc chủ trì nhất, mấy việc?")
    assert answer.facet == "most"
    assert answer.tally[0] == ("Sở Nội vụ", 4)


def test_a_column_is_asked_for_by_its_heading() -> None:
    for question in ("kho dữ liệu dùng chung lấy vốn nào", "kho dữ liệu dùng chung tiền từ nguồn gì"):
        assert _asked(question).records == ("I.3",)


def test_the_highest_of_places_counts_the_ends_of_ranges() -> None:
    assert _asked("tỉnh nào tăng trưởng cao nhất").records == ("CT2",)
    assert _asked("địa phương nào có tốc độ tăng trưởng GRDP thấp nhất").records == ("CT3",)
    assert _asked("tỉnh nào có rừng lớn nhất").kind == "none"


def test_places_above_a_bound_are_those_of_the_table() -> None:
    assert _asked("tỉnh nào tăng trưởng trên 11%").records == ("CT2",)
    assert (_asked("tỉnh nào tăng trưởng trên 20%").records, _asked("tỉnh nào tăng trưởng trên 20%").count) == ((), 0)


def test_the_paper_that_issued_something_is_found_by_its_title() -> None:
    (quoted,) = _asked("chiến lược phát triển lâm nghiệp phê duyệt bằng quyết định nào").quotations
    assert "523/QĐ-TTg" in quoted.text


def test_this_year_is_that_of_the_clock_where_a_plan_has_several() -> None:
    plan = _engine().plan.model_copy(update={"starts": 2026, "period_ends": 2030, "horizons": (2026, 2027)})
    engine = Engine(plan)
    assert engine.answer("năm nay phải giảm bao nhiêu biên chế công chức", today=date(2027, 3, 1)).records == ("MT01",)
    assert engine.answer("năm nay phải giảm bao nhiêu biên chế công chức", today=date(2040, 3, 1)).kind == "none"


def test_each_of_several_units_gets_its_own_count() -> None:
    for question in (
        "Sở Nội vụ chủ trì mấy việc, Sở Y tế mấy việc",
        "Sở Nội vụ và Sở Y tế mỗi sở chủ trì bao nhiêu việc",
    ):
        answer = _asked(question)
        assert (answer.facet, answer.tally) == ("most", (("Sở Nội vụ", 4), ("Sở Y tế", 3)))


def test_a_number_alone_is_a_row_where_only_a_cell_is_asked_for() -> None:
    tasks = tuple(
        task.model_copy(update={"code": task.printed_code, "product": f"{paper} của Quốc hội"})
        for task, paper in zip(_engine().plan.tasks, ("Luật", "Nghị quyết") * 4, strict=True)
    )
    engine = Engine(_engine().plan.model_copy(update={"tasks": tasks}))
    assert engine.answer("3 ai chủ trì?").records == ("3",)
    assert engine.answer("3 tỷ ai chi?").kind == "none"
    # Most products say who issues them, so that they tell to whom a result goes.
    assert (engine.answer("4 trình cấp nào").facet, engine.answer("").kind) == ("authority", "chat")
    assert len(engine.answer("những việc trình Quốc hội").records) == len(tasks)


def test_who_leads_a_target_is_told_where_its_table_says_so() -> None:
    plan = _engine().plan
    (staff, *others) = plan.targets
    led = staff.model_copy(update={"notes": ("Chủ trì: Sở Nội vụ",)})
    engine = Engine(plan.model_copy(update={"targets": (led, *others)}))
    assert engine.answer("tinh giản biên chế công chức ai chủ trì").records == ("MT01",)


def test_each_of_several_annexes_gets_its_own_count() -> None:
    plan = _engine().plan
    tasks = tuple(
        task.model_copy(update={"place": f"Phụ lục {'II' if number < 3 else 'III'}, STT {number}"})
        for number, task in enumerate(plan.tasks)
    )
    engine = Engine(plan.model_copy(update={"tasks": tasks}))
    answer = engine.answer("phụ lục II có mấy nhiệm vụ, phụ lục III mấy nhiệm vụ")
    assert answer.tally == (("Phụ lục II", 3), ("Phụ lục III", 5))


def test_a_programme_is_called_by_what_it_is() -> None:
    plan = _engine().plan.model_copy(update={"title": "Chương trình hành động năm 2027"})
    facts = Engine(plan).answer("chương trình hành động số mấy, ban hành ngày nào, ai ký").facts
    assert (facts["asked"], facts["value"]) == ("number", "412/KH-UBND")


def test_who_cooperates_most_is_counted_by_cooperation() -> None:
    assert _asked("sở nào phối hợp nhiều việc nhất").tally == (("Sở Y tế", 2), ("Sở Nội vụ", 2))
    assert _asked("so sánh số việc của Sở Nội vụ và Sở Y tế").tally == (("Sở Nội vụ", 4), ("Sở Y tế", 3))
    assert set(_asked("Sở Y tế không chủ trì nhưng phối hợp việc nào").records) == {"I.1", "I.8"}


def test_targets_are_listed_by_who_leads_them() -> None:
    plan = _engine().plan
    (staff, *others) = plan.targets
    led = staff.model_copy(update={"notes": ("Chủ trì: Sở Nội vụ và các địa phương",)})
    engine = Engine(plan.model_copy(update={"targets": (led, *others)}))
    assert engine.answer("chỉ tiêu nào do Sở Nội vụ chủ trì").records == ("MT01",)


def test_a_number_and_a_column_are_asked_for_at_once() -> None:
    assert _asked("ban hành bao nhiêu định mức kỹ thuật, vốn nào").records == ("I.5",)


def test_what_a_plan_costs_in_all_is_told_where_its_text_says_so() -> None:
    money = Passage(
        code="P.III",
        kind="organization",
        title="KINH PHÍ",
        text="Tổng nhu cầu kinh phí là 4.860 tỷ đồng, gồm ngân sách tỉnh 640 tỷ đồng.",
        place="Mục III",
    )
    engine = Engine(_engine().plan.model_copy(update={"passages": (money,)}))
    assert engine.answer("tổng kinh phí thực hiện kế hoạch là bao nhiêu").records == ("P.III",)
    assert engine.answer("kinh phí diễn tập chữa cháy rừng là bao nhiêu tiền").kind == "none"
    assert engine.answer("mức lương cơ sở năm 2027 bao nhiêu").kind == "none"
    assert engine.answer("phí giải quyết thủ tục hành chính bao nhiêu").kind == "none"
    assert _asked("tổng kinh phí thực hiện kế hoạch là bao nhiêu").kind == "none"


def test_both_parts_of_one_unit_are_counted_apart() -> None:
    answer = _asked("Sở Y tế chủ trì mấy việc, phối hợp mấy việc")
    assert answer.tally == (("Sở Y tế chủ trì", 3), ("Sở Y tế phối hợp", 2))
