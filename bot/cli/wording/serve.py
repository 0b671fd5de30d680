"""What `dondoc serve` says, and what is said of settings that are wrong."""

from __future__ import annotations

NO_CHANNEL = """Chưa có kênh nào được cấu hình nên chưa chạy được.

Để dùng Telegram:
  1. Nhắn cho @BotFather trên Telegram, gửi /newbot, đặt tên; BotFather trả về một mã (token).
  2. Ghi mã vào tệp .env (chép từ .env.example): DONDOC_TELEGRAM_TOKEN=<mã>
  3. Chạy lại: dondoc serve

Để dùng Zalo:
  1. Trong Zalo, tìm OA “Zalo Bot Manager”, chọn “Tạo bot”; mã (token) được gửi vào Zalo của người tạo.
  2. Ghi mã vào tệp .env: DONDOC_ZALO_BOT_TOKEN=<mã>
  3. Chạy lại: dondoc serve

Muốn thử không cần mã: dondoc chat"""
SETTINGS = "Cấu hình chưa đúng:"
TOKEN = "Kênh {channel} không nhận mã (token) đã đặt. Kiểm tra: dondoc doctor"
REFUSED = "Kênh {channel} không nhận cấu hình: {reason}. Kiểm tra: dondoc doctor"
