"""What printed deadlines mean: forms found in plans of Vietnamese agencies, and ways in which they are damaged."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from knowledge.deadlines import Rule, phrase, read

YEAR = 2026


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("30/9/2026", "2026-09-30"),
        ("30/03/2026", "2026-03-30"),
        ("8/2/26", "2026-02-08"),
        ("05.7.2026", "2026-07-05"),
        ("5-7-2026", "2026-07-05"),
        ("2026-07-05", "2026-07-05"),
        ("ngày 05 tháng 7 năm 2026", "2026-07-05"),
        ("ngày 5 tháng 7", "2026-07-05"),
        ("hạn: 30/6", "2026-06-30"),
        ("đến 31/12/2027", "2027-12-31"),
        ("Chậm nhất ngày 25/6/2026", "2026-06-25"),
        ("hoàn thành chậm nhất là 25/6", "2026-06-25"),
        ("Trước 17h00 ngày 30/6/2026", "2026-06-30"),
        ("Từ 01/3/2026 đến 30/4/2026", "2026-04-30"),
        ("15-30/6/2026", "2026-06-30"),
    ],
)
def test_a_day_is_in_time_on_the_day_itself(text: str, end: str) -> None:
    rule = read(text, YEAR)
    assert (rule.kind, rule.end, rule.boundary) == ("date", day(end), "by")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("trước ngày 05 tháng 7 năm 2026", "2026-07-04"),
        ("Trước 30/6", "2026-06-29"),
        ("hoàn thành trước ngày 20 tháng 4 năm 2026, trong đó phải thể hiện", "2026-04-19"),
        ("Theo Kế hoạch của UBND tỉnh, hoàn thành trước 01/7/2026", "2026-06-30"),
        ("trước ngày 01/01/2027", "2026-12-31"),
    ],
)
def test_truoc_is_strict_so_the_last_day_is_the_one_before(text: str, end: str) -> None:
    rule = read(text, YEAR)
    assert (rule.kind, rule.end, rule.boundary) == ("date", day(end), "before")


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Tháng 4/2026", "month", "2026-04-01", "2026-04-30"),
        ("12/2025", "month", "2025-12-01", "2025-12-31"),
        ("T4/2026", "month", "2026-04-01", "2026-04-30"),
        ("hoàn thành trong tháng 5 năm 2026", "month", "2026-05-01", "2026-05-31"),
        ("tháng Tư năm 2026", "month", "2026-04-01", "2026-04-30"),
        ("tháng năm năm 2026", "month", "2026-05-01", "2026-05-31"),
        ("Tháng 3 - 5/2026", "month", "2026-03-01", "2026-05-31"),
        ("Quý I/2026", "quarter", "2026-01-01", "2026-03-31"),
        ("Quý II năm 2026", "quarter", "2026-04-01", "2026-06-30"),
        ("quý 3 - 2026", "quarter", "2026-07-01", "2026-09-30"),
        ("Quý ba năm 2026", "quarter", "2026-07-01", "2026-09-30"),
        ("Q2/2026", "quarter", "2026-04-01", "2026-06-30"),
        ("Quý IV", "quarter", "2026-10-01", "2026-12-31"),
        ("Hoàn thành xây dựng Đề án trong quý II/2026", "quarter", "2026-04-01", "2026-06-30"),
        ("Quý II, III/2026", "quarter", "2026-04-01", "2026-09-30"),
        ("Quý II và Quý III năm 2026", "quarter", "2026-04-01", "2026-09-30"),
        ("quý I + II/2026", "quarter", "2026-01-01", "2026-06-30"),
        ("Sửa đổi theo hướng phân cấp trong quý II/2026", "quarter", "2026-04-01", "2026-06-30"),
        ("9 tháng đầu năm 2026", "quarter", "2026-01-01", "2026-09-30"),
        ("6 tháng đầu năm 2026", "half_year", "2026-01-01", "2026-06-30"),
        ("Sáu tháng cuối năm", "half_year", "2026-07-01", "2026-12-31"),
        ("nửa cuối năm 2027", "half_year", "2027-07-01", "2027-12-31"),
        ("Năm 2022", "year", "2022-01-01", "2022-12-31"),
        ("2028", "year", "2028-01-01", "2028-12-31"),
        ("Trong năm", "year", "2026-01-01", "2026-12-31"),
        ("Cuối năm 2026", "year", "2026-01-01", "2026-12-31"),
        ("Đến hết năm 2025", "year", "2025-01-01", "2025-12-31"),
        (
            "Hoàn thành trong năm 2022, phải đạt ít nhất 20% TTHC được phân cấp",
            "year",
            "2022-01-01",
            "2022-12-31",
        ),
        ("2021 – 2025", "year_range", "2021-01-01", "2025-12-31"),
        ("Từ 2021 đến 2025", "year_range", "2021-01-01", "2025-12-31"),
        ("Giai đoạn 2021-2025", "year_range", "2021-01-01", "2025-12-31"),
        ("Năm 2021, 2022, 2023", "year_range", "2021-01-01", "2023-12-31"),
        ("Từ quý III/2026 đến quý III/2030", "year_range", "2026-07-01", "2030-09-30"),
        ("Quý IV - Quý I/2027", "year_range", "2026-10-01", "2027-03-31"),
        ("Từ tháng 9 đến tháng 5/2027", "year_range", "2026-09-01", "2027-05-31"),
        ("Năm học 2026 - 2027", "year_range", "2026-09-01", "2027-05-31"),
        ("Từ năm học 2026 - 2027 đến năm học 2029 - 2030", "year_range", "2026-09-01", "2030-05-31"),
        ("Trình kỳ họp giữa năm 2026 của HĐND tỉnh (tháng 7/2026)", "month", "2026-07-01", "2026-07-31"),
        ("Năm ngân sách 2026", "year", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_has_its_first_and_last_day(text: str, kind: str, start: str, end: str) -> None:
    rule = read(text, YEAR)
    assert (rule.kind, rule.start, rule.end) == (kind, day(start), day(end))


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("Trước tháng 6/2026", "month", "2026-05-31"),
        ("Trước năm học 2026 - 2027", "month", "2026-08-31"),
        ("trước quý IV/2026", "quarter", "2026-09-30"),
        ("trước năm 2030", "year", "2029-12-31"),
    ],
)
def test_before_a_period_ends_with_the_day_before_it(text: str, kind: str, end: str) -> None:
    rule = read(text, YEAR)
    assert (rule.kind, rule.start, rule.end, rule.boundary) == (kind, None, day(end), "before")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hàng năm", Rule("recurring_yearly", recurs="yearly")),
        ("hằng năm và 5 năm", Rule("recurring_yearly", recurs="yearly")),
        ("Hằng năm, thường xuyên", Rule("recurring_yearly", recurs="yearly")),
        ("Mỗi năm 01 lần", Rule("recurring_yearly", recurs="yearly")),
        ("1 lần/năm", Rule("recurring_yearly", recurs="yearly")),
        ("Báo cáo định kỳ về Chính quyền điện tử của Sở hằng năm", Rule("recurring_yearly", recurs="yearly")),
        ("định kỳ 6 tháng", Rule("half_year", recurs="half_yearly")),
        ("6 tháng, năm", Rule("half_year", recurs="half_yearly")),
        ("Hằng năm và từng giai đoạn", Rule("recurring_yearly", recurs="yearly")),
        ("Thường xuyên trong năm", Rule("ongoing")),
        ("Thường xuyên, từ năm 2026", Rule("ongoing", start=day("2026-01-01"))),
        ("06 tháng/lần", Rule("half_year", recurs="half_yearly")),
        ("02 lần/năm", Rule("half_year", recurs="half_yearly")),
        ("02 đợt/năm", Rule("half_year", recurs="half_yearly")),
        ("Mỗi năm 02 đợt", Rule("half_year", recurs="half_yearly")),
        ("01 cuộc/năm", Rule("recurring_yearly", recurs="yearly")),
        ("Định kỳ 18 tháng/lần", Rule("ongoing", every="P18M")),
        ("2 năm một lần", Rule("ongoing", every="P24M")),
        ("Định kỳ 02 năm/lần, từ năm 2026", Rule("ongoing", every="P24M", start=day("2026-01-01"))),
        ("24 giờ/ngày, 2 tuần/lần", Rule("ongoing", every="P2W")),
        ("Năm học 2026 - 2027 và các năm học tiếp theo", Rule("open_ended_from_year", start=day("2026-09-01"))),
        ("Định kỳ 06 tháng hằng năm", Rule("half_year", recurs="half_yearly")),
        ("Định kỳ hằng quý", Rule("recurring_quarterly", recurs="quarterly")),
        ("định kỳ hằng tháng báo cáo", Rule("recurring_monthly", recurs="monthly")),
        ("Hàng tuần", Rule("recurring_fixed_date", recurs="weekly")),
        ("Thứ Sáu hằng tuần", Rule("recurring_fixed_date", recurs="weekly", weekday=5)),
        (
            "trước ngày 15/8 hàng năm",
            Rule("recurring_fixed_date", recurs="yearly", due_month_day="08-15", boundary="before"),
        ),
        (
            "Hằng năm, trước ngày 15/12",
            Rule("recurring_fixed_date", recurs="yearly", due_month_day="12-15", boundary="before"),
        ),
        (
            "Báo cáo kết quả rà soát gửi về Văn phòng UBND tỉnh trước ngày 15/8 hàng năm",
            Rule("recurring_fixed_date", recurs="yearly", due_month_day="08-15", boundary="before"),
        ),
        ("ngày 20 hằng tháng", Rule("recurring_monthly", recurs="monthly", due_month_day="20", boundary="by")),
        (
            "Hằng quý (trước ngày 15 của tháng cuối quý)",
            Rule("recurring_quarterly", recurs="quarterly", due_month_day="15", boundary="before"),
        ),
        (
            "Tháng 9 hằng năm (trước ngày 15)",
            Rule("recurring_fixed_date", recurs="yearly", due_month_day="09-15", boundary="before"),
        ),
        ("Tháng 12 các năm", Rule("recurring_yearly", recurs="yearly", months=(12, 12))),
        ("Quý IV hằng năm", Rule("recurring_yearly", recurs="yearly", months=(10, 12))),
        ("Tháng 12 hằng năm", Rule("recurring_yearly", recurs="yearly", months=(12, 12))),
        ("Từ tháng 11 năm trước đến tháng 4 năm sau", Rule("recurring_yearly", recurs="yearly", months=(4, 4))),
        ("Hằng năm (từ năm 2022)", Rule("recurring_yearly", recurs="yearly", start=day("2022-01-01"))),
        (
            "Hằng năm giai đoạn 2021-2025",
            Rule("recurring_yearly", recurs="yearly", start=day("2021-01-01"), end=day("2025-12-31")),
        ),
        ("Thường xuyên, hằng năm", Rule("ongoing", recurs="yearly")),
        ("Thường xuyên", Rule("ongoing")),
        ("24/24 giờ", Rule("ongoing")),
        ("Nhiệm vụ thường xuyên", Rule("ongoing")),
        ("Thường xuyên (hoặc theo yêu cầu của cấp có thẩm quyền)", Rule("ongoing")),
        ("Liên tục", Rule("ongoing")),
        ("Từ ngày ban hành Kế hoạch trở đi", Rule("ongoing")),
        ("Năm 2021 và các năm tiếp theo", Rule("open_ended_from_year", start=day("2021-01-01"))),
        ("2025 và những năm tiếp theo", Rule("open_ended_from_year", start=day("2025-01-01"))),
        ("Từ quý I/2027", Rule("open_ended_from_year", start=day("2027-01-01"))),
        ("Từ năm 2022 trở đi", Rule("open_ended_from_year", start=day("2022-01-01"))),
        ("Từ tháng 5/2026, thường xuyên", Rule("open_ended_from_year", start=day("2026-05-01"))),
    ],
)
def test_work_that_comes_back_or_has_no_end(text: str, expected: Rule) -> None:
    assert read(text, YEAR) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi Chính phủ có văn bản chỉ đạo, hướng dẫn của các Bộ, ngành.",
        "Sau khi Quốc hội thông qua Luật năm 2026",
        "theo lộ trình do Bộ Công an đề xuất",
        "theo hướng dẫn của Bộ Nội vụ",
        "Theo quy định",
        "theo Quyết định số 258/QĐ-UBND ngày 29/4/2021",
        "Đột xuất",
        "5 ngày làm việc kể từ ngày nhận được văn bản",
        "Sau 3 tháng kể từ khi Nghị định được ban hành",
        "100 ngày",
    ],
)
def test_work_that_waits_for_an_event_has_no_date(text: str) -> None:
    rule = read(text, YEAR)
    assert (rule.kind, rule.start, rule.end, rule.after) == ("conditional", None, None, None)
    assert rule.condition == text


def test_time_counted_from_the_day_of_issue_is_kept_for_when_that_day_is_known() -> None:
    assert read("100 ngày kể từ ngày ban hành Kế hoạch", YEAR).after == "P100D"
    assert read("Trong vòng 6 tháng kể từ ngày ký", YEAR).after == "P6M"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("13/02/2026 Đề xuất hạn là thường xuyên", ["13/02/2026", "Thường xuyên"]),
        ("Tháng 12/2026 và thực hiện thường xuyên", ["Tháng 12/2026", "Thường xuyên"]),
        ("30/6 và 31/12/2026", ["30/06/2026", "31/12/2026"]),
        ("Tháng 6 và tháng 12/2026", ["Tháng 6/2026", "Tháng 12/2026"]),
        ("Quý II/2026: trình dự thảo; Quý IV/2026: ban hành", ["Quý II/2026", "Quý IV/2026"]),
        ("Quý I và Quý III hằng năm", ["Quý I hằng năm", "Quý III hằng năm"]),
        ("trước 15/6 và 15/12 hằng năm", ["Trước ngày 15/06 hằng năm", "Trước ngày 15/12 hằng năm"]),
        (
            "định kỳ 6 tháng báo cáo về Bộ trước ngày 15 tháng 6 và trước ngày 01 tháng 12 để tổng hợp",
            ["Trước ngày 15/06 định kỳ 6 tháng", "Trước ngày 01/12 định kỳ 6 tháng"],
        ),
        ("Năm 2025 và định hướng đến năm 2030", ["Năm 2025", "Đến hết năm 2030"]),
        (
            "Ngày 30/6 và 31/12 các năm 2026, 2027",
            [
                "Ngày 30/06 hằng năm, giai đoạn 2026 - 2027",
                "Ngày 31/12 hằng năm, giai đoạn 2026 - 2027",
            ],
        ),
        ("Quý I các năm 2027, 2029", ["Quý I/2027", "Quý I/2029"]),
        ("Trước 31/12 các năm 2026, 2028", ["Trước ngày 31/12/2026", "Trước ngày 31/12/2028"]),
        (
            "Trước ngày 15 hằng tháng, trước ngày 20 tháng cuối quý",
            ["Trước ngày 15 hằng tháng", "Trước ngày 20 hằng quý"],
        ),
        (
            "Báo cáo quý trước ngày 15 tháng cuối quý; báo cáo năm trước ngày 10/12",
            ["Trước ngày 15 hằng quý", "Trước ngày 10/12 hằng năm"],
        ),
        (
            "ngày 14 hằng tháng; ngày 14 tháng cuối quý; ngày 14/6; ngày 14/12 hằng năm",
            ["Ngày 14 hằng tháng", "Ngày 14 hằng quý", "Ngày 14/06 hằng năm", "Ngày 14/12 hằng năm"],
        ),
    ],
)
def test_a_cell_with_several_milestones_keeps_them_all_in_order(text: str, phrases: list[str]) -> None:
    rule = read(text, YEAR)
    own = Rule(**{f: getattr(rule, f) for f in Rule.__slots__ if f != "milestones"})
    assert [phrase(own), *(phrase(m) for m in rule.milestones)] == phrases


@pytest.mark.parametrize(
    "text",
    [
        "Trước ngày 31/2/2026",
        "31/4",
        "29/2/2026",
        "Tháng 13/2026",
        "Quý V/2026",
        "30/6/2026 và 31/2/2027",
        "Đầu năm 2027",
        "giữa tháng 6/2026",
        "Năm 2021 và",
        "Năm 2021 và các",
        "Năm 2021 và các năm",
        "Tuần 1 tháng 6/2026",
        "Học kỳ I năm học 2026 - 2027",
        "Đầu năm học 2026 - 2027",
        "Năm học 2026 - 2028",
        "Đầu mỗi quý",
        "Trong tháng 7/2026 và các tháng tiếp theo",
        "Từ 15/12 năm trước đến 14/12 năm báo cáo",
        "2021 -",
        "các năm tiếp theo",
        "Trước 31/01 năm sau",
        "Trước ngày 05 của tháng sau",
        "Sau ngày 15/8 hằng năm",
        "năm học 2026",
        "Giáo dục thường xuyên",
        "Đã hoàn thành",
        "Quyết định số 258/QĐ-UBND ngày 29/4/2021",
        "80% vào cuối kỳ",
        "3/5 số xã",
        "2026 doanh nghiệp",
        "-",
        "",
    ],
)
def test_what_is_impossible_uncertain_or_cut_off_is_unknown_never_guessed(text: str) -> None:
    assert read(text, YEAR) == Rule("unknown")


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("T rước ngày 15/8/2026", "Trước ngày 15/8/2026"),
        ("Trước ng ày 15/8/2026", "Trước ngày 15/8/2026"),
        ("trướcngày 15/8/2026", "trước ngày 15/8/2026"),
        ("Quý IV2026", "Quý IV/2026"),
        ("Quý IV/ 2026", "Quý IV/2026"),
        ("QuýIV/2026", "Quý IV/2026"),
        ("Quý ll/2026", "Quý II/2026"),
        ("Quý 11/2026", "Quý II/2026"),
        ("Quý lV/2026", "Quý IV/2026"),
        ("Quý Ⅳ/2026", "Quý IV/2026"),
        ("QUÝ II NĂM 2026", "Quý II/2026"),
        ("II/2026", "Quý II/2026"),
        ("Quí II/2026", "Quý II/2026"),
        ('"2021 -2025"', "2021-2025"),
        ("Quý II/20 26", "Quý II/2026"),
        ("N ăm 2021 và các năm ti ếp theo", "Năm 2021 và các năm tiếp theo"),
        ("quy ii/2026", "Quý II/2026"),
        ("Hàngnăm", "Hằng năm"),
        ("Th ường xuyên", "Thường xuyên"),
        ("THƯỜNG  XUYÊN", "Thường xuyên"),
        ("3O/6/2026", "30/6/2026"),
        ("l5/8/2026", "15/8/2026"),
        ("30 / 6 / 2026", "30/6/2026"),
        ("30/6/2026.", "30/6/2026"),
        ("2021—2025", "2021-2025"),
        ("2021 ‑ 2025", "2021-2025"),
        ("tháng4/2026", "tháng 4/2026"),
        ("Trước ngày\n15/8/2026", "Trước ngày 15/8/2026"),
        ("- Quý II/2026\n- Quý IV/2026", "Quý II/2026; Quý IV/2026"),
        ("Quý\u200b II/２０２６", "Quý II/2026"),
    ],
)
def test_damage_of_scanning_and_typing_is_mended(damaged: str, sound: str) -> None:
    expected = read(sound, YEAR)
    assert expected.kind != "unknown"
    assert read(damaged, YEAR) == expected
    assert read(unicodedata.normalize("NFD", damaged), YEAR) == expected


def test_words_that_look_like_others_without_tones_are_not_confused() -> None:
    assert read("Đầu tư năm 2026", YEAR).kind == "year"
    assert read("Phía Nam 2026", YEAR).kind == "unknown"
    assert read("Quy định 2 nội dung", YEAR).kind == "unknown"


def test_the_printed_words_are_kept_as_they_are() -> None:
    assert read("  T rước ngày 15/8 ", YEAR).text == "  T rước ngày 15/8 "


def test_a_rule_can_be_written_as_json_by_its_fields() -> None:
    rule = read("Quý I và Quý III hằng năm", YEAR)
    assert json.dumps([rule.kind, rule.recurs, rule.months]) == '["recurring_yearly", "yearly", [1, 3]]'


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("6 tháng đầu năm 2026 và 2027", ["6 tháng đầu năm 2026", "6 tháng đầu năm 2027"]),
        ("Quý I/2026, 2027", ["Quý I/2026", "Quý I/2027"]),
        ("Trước 31/12/2026, 2027", ["trước 31/12/2026", "trước 31/12/2027"]),
        ("tháng 6 năm 2026 và năm 2027", ["tháng 6/2026", "năm 2027"]),
        ("trước ngày 20 tháng 3, 6, 9 và tháng 12", [f"trước ngày 20/{month}" for month in (3, 6, 9, 12)]),
        ("Ngày 15 các tháng 6, 12 hằng năm", ["ngày 15/6 hằng năm", "ngày 15/12 hằng năm"]),
        ("trước ngày 20/3; 20/6; 20/9 và 20/12", [f"trước ngày 20/{month}" for month in (3, 6, 9, 12)]),
        ("thứ 2, thứ 5 hằng tuần", ["thứ Hai hằng tuần", "thứ Năm hằng tuần"]),
        ("hằng tuần vào thứ Hai và thứ Sáu", ["thứ Hai hằng tuần", "thứ Sáu hằng tuần"]),
        ("trước ngày 15 và 30 hằng tháng", ["trước ngày 15 hằng tháng", "trước ngày 30 hằng tháng"]),
        ("báo cáo 6 tháng, 9 tháng và năm", ["định kỳ 6 tháng", "quý III hằng năm"]),
        (
            "Hằng quý (ngày 20 tháng cuối quý), trước 20/12",
            ["ngày 20 của tháng cuối quý", "hằng quý: trước ngày 20/12"],
        ),
        ("Quý I/2026; hằng năm", ["Quý I/2026", "hằng năm"]),
    ],
)
def test_every_day_of_a_list_counts(text: str, rules: list[str]) -> None:
    rule = read(text, YEAR)
    assert [replace(rule, milestones=()), *rule.milestones] == [read(words, YEAR) for words in rules]
