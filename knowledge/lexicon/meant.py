"""Words beside a phrase that asks, with which it asks for no unit and no time. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

TAKING = frozenset(phrase("lấy coi hỏi kiến giá vụ"))
"""Words before an "ai" that somebody is taken for something, or asked: "lấy ai", "hỏi ý kiến ai", "đánh giá ai"."""
WHOSE_WORK = frozenset(phrase("việc vụ nhiệm phần mảng quyền là thuộc"))
"""Words before "của ai" of which the doer is asked: "là việc của ai"."""
WHOSE = phrase("của ai")
POINTS = phrase("đầu mối")
HEADS_CUT, MIDDLE = frozenset(phrase("giảm gọn")), frozenset(phrase("trung"))
"""Words beside "đầu mối" that speak of what is cut and ask for no unit: "giảm đầu mối", "đầu mối trung gian"."""
TAKES_PART_IN, WHAT_IN = phrase("tham gia"), frozenset(phrase("gì vào những"))
"""What somebody takes part in is asked for, and not who does: "tham gia gì", "tham gia vào khâu nào"."""
APPLIES = frozenset(phrase("ký muốn xin phí tượng"))
"""Before "tham gia": somebody wants to take part, and who does is not asked: "đăng ký tham gia", "đối tượng
tham gia"."""
EACH_OTHER = phrase("với nhau")
ANY = phrases("bất (cứ|kỳ|kì)")
"""Before "lúc nào": at any time, and no time is asked for."""
MEASURED_TIME, WAITED = phrase("thời gian"), frozenset(phrase("chờ đợi khám trả phản đi di"))
"""How long something takes is a value, and no deadline: "thời gian chờ", "thời gian trả lời"."""
RULES = frozenset(phrase("chế"))
"""The syllable before a "phối hợp" that names rules or ways, and asks for no unit: "quy chế phối hợp"."""
