"""Words with which the values of several years are added up. Folded."""

from __future__ import annotations

from knowledge.patterns import seldom

_TO_ADD = r"(?:lai|ca|het|don|voi nhau|ca hai|ca ba)"
SUM = seldom(
    r"(?<!tren )\btong(?: cong| so)?\b(?! (?:cong ty|ty\b(?! le)|hop|ket|the|quat|cuc|dai|lien doan))"
    rf"|\bcong {_TO_ADD}\b|\bgop (?:lai|ca|chung)\b"
)
MEAN = seldom(r"\b(?:trung binh(?: cong)?|binh quan)\b")
"""That the sum, or the mean, is asked for."""
EVERY_YEAR = seldom(
    r"\b(?:ca|toan) (?:giai doan|ky|ke hoach|nhiem ky)\b|\b(?:moi|hang|cac|tung|ca (?:\d|hai|ba|bon|nam)|\d) nam\b"
)
"""That all years are meant."""
_YEAR = r"(?:nam )?(?P<{name}>20\d\d)"
SPANNED = seldom(rf"\b(?:tu|giai doan) {_YEAR.format(name='first')}\s*(?:den|toi|[-–])\s*{_YEAR.format(name='last')}\b")
"""That all years from one to another are meant."""
ASIDE = seldom(
    rf"{SUM.pattern}|{MEAN.pattern}|{EVERY_YEAR.pattern}"
    r"|\b(?:(?:trong|cua|cho|ca|vao|thi|tu|den|toi|va|giai doan|hai|ba) )*(?:nam )?20\d\d\b(?:\s*[-–,])?"
    r"|\b(?:la |duoc |phai |thi )*(?:bao ?nhieu|may)\b|\b(?:va|tu|den)(?=\W*$)|\bgiai doan\b"
)
"""What such a question says beside the words of what is counted."""
SAYS_TOTAL = seldom(r"\b(?:tong|trung binh|binh quan)\b")
"""What the name of a measure says that is a sum, a part of one, or a mean itself: "Tổng đàn bò"."""
STOCK = seldom(
    r"\b(?:luy ke|cong don|tong|muc|thoi gian|con lai|duy tri|quy mo|so du|dat chuan|ket noi|hien co|dien tich|dan so"
    r"|dan (?:bo|trau|lon|gia cam)|che phu|trung binh|binh quan)\b"
)
"""Of what stands at the end of each year, and is no more in two years than in one."""
