"""What `dondoc ask` says by itself; the answers are the plan's."""

from __future__ import annotations

USAGE = 'Cần một câu hỏi, ví dụ: dondoc ask "II.5 ai chủ trì?"'
