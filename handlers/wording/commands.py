"""What each command is for, in one line: shown in help and in the channel's menu of commands."""

from __future__ import annotations

DESCRIPTIONS = {
    "start": "Bắt đầu, nhập mã mời",
    "trogiup": "Hướng dẫn và ví dụ",
    "hoi": "Hỏi về chỉ tiêu, nhiệm vụ, thời hạn",
    "nhiemvu": "Nhiệm vụ của đơn vị tôi",
    "tiendo": "Cập nhật tiến độ, ví dụ: /tiendo {code} 60% đã trình",
    "hoantac": "Hoàn tác cập nhật vừa ghi",
    "hanchot": "Việc sắp đến hạn, quá hạn",
    "chitieu": "Các chỉ tiêu của kế hoạch",
    "lichsu": "Lịch sử cập nhật",
    "baocao": "Tiến độ của đơn vị tôi: số liệu và hình",
    "trichdan": "Lấy mã trích dẫn, kiểm tra một mã",
    "hoivanphong": "Gửi câu hỏi cho Văn phòng, ví dụ: /hoivanphong báo cáo quý gửi ai",
    "lienket": "Dùng chung tài khoản trên Zalo và Telegram",
    "lich": "Thời hạn của tôi dạng tệp lịch",
    "nhacviec": "Giờ nhắc, mức nhắc của tôi",
    "nghiphep": "Báo nghỉ, người thay, ví dụ: /nghiphep 3-10/8 thay: Lan",
    "thuhoi": "Thu hồi liên kết tệp đã gửi",
    "huy": "Thôi việc đang làm dở",
    "duyet": "Duyệt người xin sử dụng",
    "moi": "Cấp mã mời",
    "nguoidung": "Danh sách người dùng",
    "phanquyen": "Đổi vai trò, đơn vị",
    "giahan": "Gia hạn, xin gia hạn, ví dụ: /giahan {code} 31/12/2026 lý do",
    "dulieucuatoi": "Dữ liệu của tôi: xem, sửa, tải về, xin xóa",
    "bangiao": "Bàn giao việc, ví dụ: /bangiao Lan → Hùng",
    "phong": "Đơn vị còn nợ gì, ai đang làm gì",
    "giao": "Giao việc cho người của đơn vị, ví dụ: /giao {code} @Lan",
    "xacnhan": "Xác nhận hoàn thành hoặc trả lại",
    "dondoc": "Đôn đốc đơn vị quá hạn, im lặng",
    "thongbao": "Thông báo tới nhiều người, xem ai đã đọc",
    "suanhiemvu": "Sửa nhiệm vụ, ví dụ: /suanhiemvu {code} hạn: 31/3/2027",
    "tamdung": "Tạm dừng nhiệm vụ theo văn bản",
    "tieptuc": "Tiếp tục nhiệm vụ đang tạm dừng",
    "khongthuchien": "Không thực hiện nhiệm vụ theo văn bản",
    "kehoach": "Các kế hoạch; chọn kế hoạch đang dùng",
    "nhapkehoach": "Nạp kế hoạch từ tệp",
    "theodoi": "Ngày bắt đầu theo dõi kế hoạch",
    "hoidap": "Câu hỏi gửi Văn phòng",
    "tuvung": "Từ ngữ trợ lý cần hiểu, ví dụ: /tuvung TTHC = thủ tục hành chính",
    "tonghop": "Tổng hợp cho lãnh đạo",
    "xuatbaocao": "Xuất báo cáo định kỳ, ví dụ: /xuatbaocao quý IV",
    "coquan": "Thông tin cơ quan trên báo cáo",
    "nhatky": "Nhật ký của Văn phòng; /nhatky nhac {code}: các lần nhắc",
    "hethong": "Lịch nhắc, ngày nghỉ, tạm dừng, hàng chờ",
    "ganket": "Gắn nhóm chat với đơn vị (gõ trong nhóm)",
}

QUESTION_EXAMPLES = ("{code} hạn khi nào?", "{unit} chủ trì những việc gì?", "Các chỉ tiêu đến năm {horizon}")
"""Examples in help that work when tapped; filled in from the plan in use."""

ASK_USAGE = "Đồng chí gõ câu hỏi bằng lời thường, hoặc chọn câu dưới đây."
