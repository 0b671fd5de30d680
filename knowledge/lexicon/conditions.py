"""Words of questions that narrow lists: by time, by amount, to the highest. Folded. Of what is said the words weigh
nothing else."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

HIGHEST = phrases("cao nhất, lớn nhất, nhiều nhất")
LOWEST = phrases("thấp nhất, nhỏ nhất, ít nhất")
EARLIEST = phrases("sớm nhất, trước nhất")
LATEST = phrases("muộn nhất, trễ nhất, sau cùng, xa nhất")
"""Which tasks are due first and last."""
UNDATED = phrases(
    "chưa có hạn, chưa có thời hạn, chưa có mốc, chưa rõ hạn, chưa rõ thời hạn, hạn chưa rõ, không có hạn, "
    "không có thời hạn, không ghi hạn, không ghi thời hạn, không rõ hạn, không rõ thời hạn, thời hạn không rõ, "
    "thời hạn chưa rõ, hạn không rõ"
)
"""Work that has no day: "việc nào chưa có thời hạn"."""
BEFORE = phrase("trước")
BEFORE_MONTHS = phrases("trước tháng, trước quý, trước 6 tháng, trước sáu tháng, trước nửa")
OF_MONTHS = frozenset(phrase("tháng trước"))
HALVES = (
    (phrases("6 tháng đầu năm, sáu tháng đầu năm, nửa đầu năm, nửa năm đầu"), "6 tháng đầu năm", 1, 6),
    (phrases("6 tháng cuối năm, sáu tháng cuối năm, nửa cuối năm, nửa năm cuối"), "6 tháng cuối năm", 7, 12),
)
"""A half of a year: as it is said, as it is told, its first and its last month."""
QUARTERLY = phrases("theo quý, hằng quý, mỗi quý, từng quý")
YEARLY = phrases("hằng năm, mỗi năm")
GOES_ON = phrases("tiếp, còn")
"""What may be said of work that is not over when a year is."""
GOING_ON = phrases("tiếp theo, từ năm, bắt đầu, kéo dài, trở đi")
NOT_GOING_ON = phrases("không tính, không kể, trừ, không gồm")
"""What begins in a year and goes on; and what leaves such work out."""
ENDING = phrases("xong, hoàn thành, hạn, trong, kết thúc")
"""What ends in a year."""
WHOLLY = phrases("gọn")
""" "Xong gọn trong năm"."""
YEARS_ON = phrases("năm tiếp theo, kéo dài, nhiều năm, các năm sau")
ACROSS = phrases("qua, sang")
"""What has no end; and what may be said of it ("kéo dài sang các năm sau")."""
ONGOING = phrase("thường xuyên")
IN_TIME = phrase("kịp thời")
""" "Thường xuyên, kịp thời" is how something is done, and no rhythm."""
WAITING = phrases("chờ, sau khi, đợi, cần văn bản, có văn bản, cần hướng dẫn, có hướng dẫn, văn bản chỉ đạo, hướng dẫn")
FROM_ABOVE = phrases("chính phủ, cấp trên, trung ương")
"""Work that waits for a paper of those above."""
ONLY_THEN = phrases("mới")
""" "Chờ hướng dẫn mới làm"."""
NOT_LEADING = phrases("không chủ trì, không phải chủ trì, không phụ trách, không đứng đầu, không được giao")
NOT_TAKING_PART = phrases(
    "không tham gia, không phải tham gia, không phối hợp, không phải phối hợp, không cần phối hợp, không có mặt, "
    "không có tên, không liên quan, không dính"
)
ALONE = phrases(
    "không có ai phối hợp, không ai phối hợp, không có đơn vị nào phối hợp, không có đơn vị phối hợp, "
    "không có phòng nào phối hợp, không có cơ quan nào phối hợp, không có cơ quan phối hợp, không phối hợp với ai"
)
"""Work in which nobody cooperates."""
NOT_THERE = phrase("không có")
"""What a unit is said not to do, where the tasks without it are asked for."""
TOGETHER = phrases(
    "cùng làm, cùng tham gia, cùng thực hiện, cùng phối hợp, cùng có mặt, cùng chủ trì, đều làm, đều tham gia"
)
"""What all of several units take part in."""
HEADS_OFFICE = phrase("trưởng phòng")
OF_HEADS = frozenset(phrase("trưởng"))
"""A unit's head stands for the unit."""
