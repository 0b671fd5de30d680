"""Plans whose targets stand in tables of units, of years, and of ranks."""

from __future__ import annotations

from functools import lru_cache

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_HEAD = """ỦY BAN NHÂN DÂN HUYỆN A

Số: 45/KH-UBND

A, ngày 12 tháng 01 năm 2026

KẾ HOẠCH

Công tác giai đoạn 2026 - 2028

I. MỤC TIÊU

1. Tỷ lệ người dân có tài khoản định danh điện tử đạt 90% vào năm 2028.

II. CHỈ TIÊU

"""
_TABLES = {
    "years": """Biểu số 1. Tỷ lệ hồ sơ trực tuyến toàn trình

| TT | Xã | Năm 2026 (%) | Năm 2027 (%) | Năm 2028 (%) |
|---|---|---|---|---|
| 1 | Xã Hòa Bình | 70 | 80 | 90 |
| 2 | Xã Tân Lập | 65 | 75 | 88 |
| 3 | Xã Phú Thịnh | 80 | 85 | 95 |
| 4 | Xã Đông Hải | 60 | 72 | 85 |
""",
    "units": """| TT | Trung tâm | Số lượt khám (lượt) | Tỷ lệ tiêm chủng | Tỷ lệ hài lòng | Kinh phí (triệu đồng) |
|---|---|---|---|---|---|
| 1 | Trung tâm Y tế Lâm Hà | 12.000 | 95% | 88% | 450 |
| 2 | Trung tâm Y tế Bắc Sơn | 8.500 | 92% | 91% | 300 |
| 3 | Trung tâm Y tế Nam Giang | 15.200 | 97% | 85% | 620 |
| | Toàn ngành | 36.000 | 94% | 89% | |
""",
    "places": """| TT | Khoa | Người bệnh điều trị nội trú | Giải quyết việc làm mới | Đi làm việc ở nước ngoài |
|---|---|---|---|---|
| 1 | Khoa Phụ sản | 4.200 | 12 | 3 |
| 2 | Khoa Nhi | 5.100 | 9 | 4 |
| 3 | Khoa Cấp cứu | 2.300 | 7 | 1 |
""",
    "ranks": """| TT | Chỉ số | Đơn vị tính | Xếp hạng hiện tại | Mục tiêu năm 2026 | Mục tiêu năm 2028 |
|---|---|---|---|---|---|
| 1 | Dịch vụ công trực tuyến (OSI) | thứ hạng | 67 | 60 | 50 |
| 2 | Hạ tầng viễn thông (TII) | thứ hạng | 72 | 65 | 55 |
| 3 | Tỷ lệ chi phí logistics trên GDP | % | 16 | 15 | 13 |
| 4 | Tổng chi ngân sách huyện | tỷ đồng | 310 | 320 | 350 |
| 5 | Tổng thu ngân sách huyện | tỷ đồng | 240 | 250 | 300 |
""",
    "costs": """| TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời hạn | Kinh phí (triệu đồng) |
|---|---|---|---|---|---|---|
| 1 | Sửa chữa nhà văn hóa thôn Đông | Phòng Kinh tế | Phòng Văn hóa | Biên bản | Tháng 6/2026 | 350 |
| 2 | Xây sân thể thao trường tiểu học | Phòng Văn hóa | Trường Tiểu học | Sân thể thao | Tháng 8/2026 | 520 |
| 3 | Mua máy tính cho bộ phận một cửa | Văn phòng | Phòng Kinh tế | 12 máy tính | Tháng 3/2026 | 180 |
""",
}


@lru_cache(4)
def engine_of(name: str) -> Engine:
    """An engine for a plan with one of the tables: "years", "units", "ranks", "costs"."""
    return Engine(plan_of(read_document((_HEAD + _TABLES[name]).encode()), 2026)[0])
