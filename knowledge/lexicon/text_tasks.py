"""Words by which running text gives work to somebody: "Giao Sở Y tế chủ trì, phối hợp với …, hoàn thành trước …"."""

from __future__ import annotations

import re

LABELS = (
    ("lead", re.compile(r"(?:cơ quan|đơn vị|phòng|bộ phận)?\s*chủ trì(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE)),
    ("cooperating", re.compile(r"(?:các\s+)?(?:cơ quan|đơn vị)?\s*phối hợp(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE)),
    (
        "deadline",
        re.compile(
            r"(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|triển khai))*\s*:\s*"
            r"|hoàn thành\s*:\s*",
            re.IGNORECASE,
        ),
    ),
    ("product", re.compile(r"(?:sản phẩm|kết quả|đầu ra)[^:;.\n]{0,25}:\s*", re.IGNORECASE)),
)
"""Labels before the cells of a task that is printed as lines: "- Cơ quan chủ trì: Sở Y tế"."""
GIVEN = re.compile(
    r"(?:^|(?<=[.;:]\s)|(?<=,\s)|\n)(?:[-+•*]\s*)?(?P<given>(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị)\s+(?:cho\s+)?)?"
    r"(?P<lead>[^\W\d_a-zà-ỹđ][^.;:\n]{2,180}?)\s*,?\s+(?:là\s+(?:cơ quan|đơn vị)\s+|làm\s+)?chủ trì\b(?P<rest>[^\n]*)"
)
"""Who leads, and what is said after it."""
BY_HEADING = re.compile(r"^(?:[-+•*]|[a-zđ]\)|\d{1,2}[.)])?\s*Chủ trì\b(?P<rest>[^\n]*)")
"""The same under a heading that names the unit."""
COOPERATION = re.compile(r"^[\s,]*(?:và\s+)?phối hợp\s*(?:với|cùng(?: với)?)?\s+", re.IGNORECASE)
DOES = re.compile(
    r"\s*,?\s*\b(?:và\s+)?(?:thực hiện|triển khai|tổ chức|xây dựng|tham mưu|rà soát|hoàn thiện|trình|nghiên cứu"
    r"|ban hành|hướng dẫn|kiểm tra|theo dõi|đôn đốc|đề xuất|lập|đầu tư|vận động|biên soạn|cung cấp|quản lý"
    r"|bảo đảm|đảm bảo|đẩy mạnh|tăng cường|tổng hợp|báo cáo|tiếp tục|thẩm định|khảo sát|đào tạo|hỗ trợ|thí điểm"
    r"|vận hành|nâng cấp|phát triển|mở rộng|kết nối|tuyên truyền|giám sát|đánh giá|hoàn thành|chịu trách nhiệm)\b"
)
"""Where the names of units end and it begins what they do."""
_DAY = r"ngày\s+\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)|\d{1,2}/\d{1,2}/\d{4}"
_SPAN = (
    r"tháng\s+\d{1,2}(?:/\d{4}|\s+năm\s+\d{4})?|[Qq]uý\s+(?:IV|I{1,3}|[1-4])(?:/\d{4}|\s+năm\s+\d{4})?"
    r"|(?:năm\s+)?20\d\d(?:\s*[-–]\s*20\d\d)?|giai đoạn\s+20\d\d\s*[-–]\s*20\d\d"
)
_ALWAYS = r"(?:thường xuyên|h[àằ]ng (?:năm|quý|tháng|tuần))"
TIME = re.compile(
    r"(?:,?\s*\b(?:và\s+)?(?:hoàn thành|xong|thực hiện|triển khai|trình|ban hành)(?:\s+[^\W\d_]+){0,6}?\s*,?\s*)?"
    rf"(?P<time>(?:\b(?:trước|chậm nhất|muộn nhất|trong|từ|đến|hết|vào|là|cuối|đầu)\s+)*(?:{_DAY}|{_SPAN})"
    rf"(?:\s+{_ALWAYS})?|{_ALWAYS})",
    re.IGNORECASE,
)
"""By when, or how often."""
DUE = re.compile(r"hoàn thành|xong|thực hiện|trước|chậm nhất|thường xuyên|h[àằ]ng (?:năm|quý|tháng)", re.IGNORECASE)
"""Beside which a time is a deadline."""
