"""What `dondoc report` says."""

from __future__ import annotations

NOT_BEGUN = "Kỳ “{period}” chưa bắt đầu."
UNCLEAR = "Kỳ “{period}” chưa rõ là kỳ nào; ví dụ: quý IV/2026, 6 tháng, tháng 11, 15/9-14/12."
NO_PLAN = "Chưa có kế hoạch nào được nạp."
