"""What is said when a group chat is bound to a unit."""

from __future__ import annotations

IN_GROUP = "Đồng chí gõ /ganket ngay trong nhóm của đơn vị (sau khi đã thêm trợ lý vào nhóm)."
BOUND_TO = "Đơn vị đã có nhóm nhận nhắc việc: {units}."
CHOOSE = "Nhóm này nhận bản nhắc việc của đơn vị nào?"
NO_UNIT = "Không có đơn vị nào tên “{typed}”. Đồng chí chọn:"
NOW = "Nhóm này đang nhận bản nhắc việc của {unit}. Đổi sang đơn vị khác:"
BOUND = "Từ nay nhóm này nhận bản nhắc việc của {unit}."
MEANING = "Bản trong nhóm chỉ nêu việc và thời hạn, không nêu tên người. Mỗi người vẫn nhận bản riêng."
TOO_MANY = (
    "{channel} có {groups} nhóm nhận bản nhắc việc; gói đang dùng phục vụ {most} nhóm. Nhóm vượt số đó có thể không nhận "
    "được tin: thôi nhận ở một nhóm (/ganket thôi), hoặc nâng gói và báo người quản trị máy chủ."
)
FREE = "Thôi nhận trong nhóm này"
FREED = "Nhóm này không nhận bản nhắc việc nữa."
NOT_BOUND = "Nhóm này chưa nhận bản nhắc việc của đơn vị nào."
GROUP = "nhóm chat"
