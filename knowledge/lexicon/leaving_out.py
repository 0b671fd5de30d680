"""Words with which lists leave out what they must not have: units, areas, years, papers. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

LEAVING_OUT = phrases(
    "(|loại )trừ, ngoài, "
    "không (tính|kể|gồm|bao gồm|thuộc|nằm trong|phải|phải của|có|do|của|ra|cần|đạt|liên quan), khác với"
)
"""Before what is left out."""
BEGINS = frozenset(phrase("trừ loại ngoài không khác bỏ"))
"""The first words of all that leaves out."""
DROPS = phrase("bỏ")
""" "Bỏ việc của phòng A đi thì còn …": where a question begins so."""
NO_PART_OF = frozenset(phrase("ra sở ngành cơ bộ tỉnh ngân"))
"""After "ngoài" they are no part of the plan: "ngoài ra", "ngoài sở", "ngoài cơ quan"."""
BESIDES = phrase("ngoài")
PARTS = frozenset(phrase("lĩnh vực mảng nhóm mục"))
"""Between a mark and a unit they show that no unit is left out: "ngoài lĩnh vực A do phòng B chủ trì"."""
DONE = frozenset(phrase("làm việc"))
"""What a unit does not do: "phòng A không phải làm việc nào"."""
BEFORE_WHOM = frozenset(phrase("với cùng đến tới vào"))
"""Between "không phối hợp" and whom it is said of."""
JOINS = frozenset(phrase("và với hay hoặc lẫn cũng"))
"""Between two of which both are left out."""
BESIDE = JOINS.union(
    phrase("cả không phải của do kể tính việc nhiệm vụ phần có cùng trừ ngoài luôn các phòng mảng lĩnh vực")
)
"""All that may stand between such two."""
NAMED = frozenset(phrase("ra thì còn"))
"""What follows when all that is left out has been named."""
ENDS = NAMED.union(phrase("mà nhưng đi"))
OF_TIME = frozenset(phrase("năm quý tháng hạn hằng hàng thời chờ"))
"""What is left out is no unit but a time."""
OF_WORDS = frozenset(
    (
        *phrase(
            "là có các những việc nhiệm vụ nào gì về tới đến liên quan sản phẩm kết quả đầu ra loại dạng bằng theo"
        ),
        *phrase("phải một chỉ tiêu mức"),
    )
)
"""What may stand before a word, or a time, that is left out."""
BEFORE_TIME = OF_TIME.union(OF_WORDS, phrase("trong của làm ghi ở vào bắt đầu từ hoàn thành xong kết thúc thực hiện"))
