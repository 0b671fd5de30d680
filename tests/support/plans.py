"""A small plan of another agency, so that no test's subject knows the one that comes with the program."""

from __future__ import annotations

from datetime import date

from knowledge.model import Area, Plan, Target, Task, Unit


def small_plan() -> Plan:
    """Two units that lead, the collective of departments, an outside body; tasks of different rhythms."""
    units = (
        Unit(code="TH", name="Phòng Tổng hợp", short="Tổng hợp", aliases=("TH",)),
        Unit(code="TC", name="Phòng Tài chính", short="Tài chính", aliases=("TC",)),
        Unit(code="CPM", name="Các phòng chuyên môn", short="các phòng", collective=True),
        Unit(code="BD", name="Bưu điện huyện", short="Bưu điện", outside=True),
    )

    def task(number: int, title: str, lead: str, deadline: str, cooperating: tuple[str, ...] = ()) -> Task:
        return Task(
            code=f"I.{number}",
            printed_code=str(number),
            area="I",
            title=title,
            lead=(lead,),
            lead_printed=lead,
            cooperating=cooperating,
            product=f"Báo cáo số {number}",
            deadline=deadline,
            place=f"Phụ lục, mục I, STT {number}",
        )

    return Plan(
        id="small",
        title="Kế hoạch công tác năm 2026",
        short_title="Kế hoạch 2026",
        issuer="Ủy ban nhân dân huyện",
        year=2026,
        starts=2026,
        period_ends=2027,
        horizons=(2027,),
        ends=date(2027, 12, 31),
        units=units,
        areas=(Area(code="I", title="Công tác chung", place="Phụ lục, mục I"),),
        targets=(
            Target(
                code="CT27.01",
                area="I",
                horizon=2027,
                metric="Hồ sơ đúng hạn",
                comparator=">=",
                value=95,
                statement="Tối thiểu 95% hồ sơ đúng hạn.",
                place="Mục II",
            ),
        ),
        tasks=(
            task(1, "Rà soát quy chế làm việc", "TH", "Tháng 12/2026", ("CPM",)),
            task(2, "Quyết toán ngân sách", "TC", "Hàng năm", ("TH", "BD")),
            task(3, "Công khai thủ tục", "TH", "Thường xuyên"),
            task(4, "Sắp xếp bộ máy", "TC", "Quý I/2026"),
            task(5, "Kiểm tra chuyên ngành", "TH", "Sau khi Chính phủ có văn bản hướng dẫn"),
            task(6, "Báo cáo quý", "TC", "Hàng quý"),
        ),
    )
