"""What is said about a channel's month of messages."""

from __future__ import annotations

COST = "Thông báo này dùng khoảng {count} tin {channel}; tháng này còn {left} trên {quota} tin."
FORECAST = "theo đà này cả tháng khoảng {whole} tin"
WEEKLY = (
    "theo đà này cả tháng khoảng {whole} tin, không đủ: bản nhắc việc chỉ gửi thứ Hai và khi có việc đến hạn trong ngày"
)
