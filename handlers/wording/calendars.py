"""What people read about their deadlines as a calendar."""

from __future__ import annotations

NAME = "han-chot.ics"
TITLE = "Hạn chót nhiệm vụ"
FILE = "Lịch thời hạn của đồng chí."
HOW = "Mở tệp trên điện thoại hoặc máy tính để thêm vào lịch. Lần sau thêm lại, lịch tự cập nhật, không bị trùng."
LINK = "Lấy địa chỉ tự cập nhật"
NOTHING = "Hiện không có thời hạn nào của đồng chí để đưa vào lịch."
NO_LINK = "Máy chủ chưa có địa chỉ công khai nên chưa cấp được địa chỉ lịch. Đồng chí dùng tệp lịch."
ADDRESS = "Thêm địa chỉ này vào ứng dụng lịch (mục đăng ký lịch), lịch sẽ tự cập nhật:"
PRIVATE = "Địa chỉ dùng riêng, không chuyển cho người khác. Lấy địa chỉ mới thì địa chỉ cũ hết hiệu lực."
REVOKE = "Thu hồi địa chỉ"
REVOKED = "Đã thu hồi địa chỉ lịch."
NO_ADDRESS = "Đồng chí chưa có địa chỉ lịch nào."
PRINTED = "Thời hạn theo kế hoạch"
ALARM = "Mai đến hạn {code}"
