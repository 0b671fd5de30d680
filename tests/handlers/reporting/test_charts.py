"""Pictures for a phone: the same bytes for the same work, letters beside colours, every word of theirs also as text."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from handlers.messages import Picture
from handlers.reporting import charts
from handlers.reporting.drawing import Kind
from handlers.reporting.facts import Facts, facts
from knowledge.report_periods import between
from tests.handlers.reporting.logs import DOING, DONE, Log, at, followed
from tests.support.plans import small_plan
from tests.support.talk import ZONE

YEAR = between(date(2026, 1, 1), date(2026, 12, 31))


def year(told: Log) -> Facts:
    """The year so far, on 24/11/2026."""
    return facts(followed(small_plan()), told.records, YEAR, at("2026-11-24"), ZONE)


def lively() -> Log:
    """Work of both units."""
    told = Log()
    told.says(at("2026-10-05"), "I.3", 40, DOING)
    told.says(at("2026-11-23"), "I.2", 20, DOING, period="2026")
    told.says(at("2026-03-20"), "I.4", 100, DONE)
    return told


def size(picture: Picture) -> tuple[int, int]:
    """Width and height in pixels."""
    with Image.open(io.BytesIO(picture.png)) as image:
        return image.size


def test_every_picture_is_as_wide_as_a_phone_and_the_same_for_the_same_work() -> None:
    for draw in (
        lambda found: charts.progress_picture(found, None),
        lambda found: charts.progress_picture(found, "TC"),
        lambda found: charts.weeks_picture(found, ZONE),
        lambda found: charts.year_picture(found, "TC"),
        charts.report_picture,
    ):
        first, second = draw(year(lively())), draw(year(lively()))
        assert first == second
        assert size(first)[0] == 1080
        assert size(draw(year(Log())))[0] == 1080


def test_no_picture_uses_a_colour_or_a_letter_for_two_things() -> None:
    sets: list[list[Kind]] = [
        [kind for _, kind in charts._REPORT],
        list(charts._HEALTH.values()),
        list(charts._WEEK_KINDS),
        list(charts._YEAR_KINDS),
    ]
    for kinds in sets:
        assert len({kind.letter for kind in kinds}) == len({kind.colour for kind in kinds}) == len(kinds)


def test_a_week_tells_who_reported_who_is_late_and_who_is_silent() -> None:
    said = charts.weeks_picture(year(lively()), ZONE).alternative
    assert said.startswith("Số tuần, từ tuần 41 đến tuần 48.")
    assert "Phòng Tổng hợp: có cập nhật 1, không cập nhật 7." in said
    assert "Phòng Tài chính: có cập nhật 1, quá hạn, không cập nhật 7." in said


def test_deadlines_of_the_year_stand_in_their_months() -> None:
    said = charts.year_picture(year(lively()), "TC").alternative
    assert "Tháng 3: 2 việc, đã hoàn thành 1, quá hạn 1." in said
    assert "Tháng 12: 2 việc, đã hoàn thành 0, quá hạn 0." in said
