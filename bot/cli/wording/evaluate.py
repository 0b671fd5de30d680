"""What `dondoc eval` says."""

from __future__ import annotations

REFUSAL = "không tìm thấy"
"""Stands in every group of words by which a refusal is known."""
TOTAL = "đạt {good}/{total} = {rate:.1f} %, trả lời sai {wrong}, chưa trả lời {silent}"
NO_SETS = "Các bộ câu hỏi nằm trong mã nguồn (benchmarks/). Chấm một tệp: dondoc eval TỆP.jsonl"
