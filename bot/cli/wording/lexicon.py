"""What `dondoc lexicon` says beside what /tuvung says."""

from __future__ import annotations

UNREAD = 'Chưa rõ từ và nghĩa, ví dụ: dondoc lexicon add "TTHC = thủ tục hành chính"'
NOT_REMOVED = "Không có từ số {number} đang dùng."
NOT_RESTORED = "Không dùng lại được từ số {number}: không có, hoặc từ ấy đang có nghĩa khác."
