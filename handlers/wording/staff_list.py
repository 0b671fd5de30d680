"""What is read, in the chat and in workbooks, when people are invited by a list."""

from __future__ import annotations

HOW = (
    "Đồng chí điền mẫu kèm đây (mỗi người một dòng: họ tên, đơn vị, vai trò) rồi gửi lại vào đây. "
    "Trợ lý kiểm tra từng dòng trước khi tạo lời mời."
)
TEMPLATE = "Mau danh sach moi.xlsx"
SHEET = "Danh sách"
NAMES_SHEET = "Đơn vị, vai trò"
COLUMNS = (("Họ và tên", 30), ("Đơn vị", 40), ("Vai trò", 18))
INVITE_COLUMNS = (*COLUMNS, ("Mã mời", 24), ("Đường dẫn", 60), ("Hết hạn", 18))
NOT_A_LIST = "Chưa đọc được danh sách. Đồng chí gửi tệp Excel (.xlsx) theo mẫu; chưa tạo lời mời nào."
EMPTY = "Danh sách chưa có dòng nào. Chưa tạo lời mời nào."
TOO_LONG = "Danh sách dài quá {limit} dòng. Đồng chí chia nhỏ rồi gửi lại; chưa tạo lời mời nào."
FOUND = "Đọc được {count} người, {faults} dòng cần sửa."
BY_UNIT = "{unit}: {count}"
FAULTS = "Dòng cần sửa"
BAD_NAME = "Dòng {row}: họ tên “{typed}” chưa đúng (hai đến sáu chữ)."
BAD_UNIT = "Dòng {row} ({name}): kế hoạch không có đơn vị “{typed}”."
BAD_ROLE = "Dòng {row} ({name}): không có vai trò “{typed}”."
TWICE = "Dòng {row} ({name}): trùng với dòng {first}."
MAKE = "Tạo {count} lời mời"
MADE = "Đã tạo {count} lời mời, hết hạn lúc {until}. Mỗi mã dùng một lần, gửi riêng cho đúng người trong tệp."
FILE = "Loi moi {day}.xlsx"
LOGGED = "theo danh sách: {count} người"
MADE_ALREADY = "Danh sách này đã được tạo lời mời."
