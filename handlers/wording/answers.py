"""What people read in answers. The plan's own words are quoted; these only frame them."""

from __future__ import annotations

LEAD = "{units} chủ trì."
LEAD_YES = "Đúng, {units} chủ trì."
LEAD_NO = "Không, {units} chủ trì."
COOPERATION = "Phối hợp: {units}."
COOPERATION_YES = "Đúng, {units} phối hợp."
COOPERATION_NO = "Không. Đơn vị phối hợp: {units}."
COOPERATION_NONE = "Kế hoạch không ghi đơn vị phối hợp."
PRODUCT = "Sản phẩm: {product}"
PRODUCT_NONE = "Kế hoạch không ghi sản phẩm."
AUTHORITY = "Cấp trình, phê duyệt: {authority}."
AUTHORITY_OF = "{column}: {authority}"
AUTHORITY_NONE = "Kế hoạch không ghi cấp trình, phê duyệt."
DEADLINE = "Thời hạn: {deadline}"
DUE_NOW = "Hạn hiện nay của {code}{period}: {due}."
"""Beside the printed deadline: the date in force, and how it lies."""
OF_PERIOD = " ({period})"
DEADLINE_NONE = "Kế hoạch không ghi thời hạn."
ASSUMED = "Theo nhiệm vụ {code}:"
ASSUMED_TARGET = "Theo chỉ tiêu “{metric}”:"
ASSUMED_TARGETS = "Theo các chỉ tiêu vừa nêu:"
TASK = "{code}. {title}"
COSTS = "{task} — {column}"
HORIZON = "Đến năm {horizon}"
YEAR = "Năm {year}"
TARGET = "{horizon}: {metric}: {value}"
TARGET_PLAIN = "{horizon}: {metric}"
DERIVED = "Năm {year}: tối thiểu {value}"
STEPS = "Cách tính theo kế hoạch: {steps}."
STEP = "năm {year} {value}"
CLARIFY_TASK = "Đồng chí muốn hỏi nhiệm vụ nào sau đây?"
CLARIFY_TARGET = "Đồng chí muốn hỏi chỉ tiêu nào sau đây?"
NONE = "Không tìm thấy nội dung đồng chí hỏi trong kế hoạch."
NONE_NUMBER = "Không tìm thấy số lượng đồng chí hỏi trong kế hoạch; kế hoạch chỉ nêu tỷ lệ:"
NONE_LIST = "Không tìm thấy {thing} nào như vậy trong kế hoạch{filters}."
NONE_THINGS = {"task": "nhiệm vụ", "target": "chỉ tiêu"}
NONE_OTHER = "nội dung"
PLAN_CHANGED = (
    "Kế hoạch vừa được cập nhật (nay là bản {version}), nội dung hiển thị trước đó đã khác. "
    "Đồng chí mở lại danh sách, hoặc hỏi lại kèm mã nhiệm vụ."
)
LIST_ANEW = "Danh sách nhiệm vụ"
NONE_SHOWN = "Danh sách vừa xem chỉ có {count} mục. Đồng chí xem lại số thứ tự giúp."
NONE_POINTED = (
    "Chưa có danh sách nào để chọn theo thứ tự. Đồng chí hỏi kèm tên hoặc mã nhiệm vụ giúp, hoặc mở danh sách trước."
)
NONE_LEFT_OUT = (
    "Chưa rõ phần cần loại ra: “{said}” không khớp nhiệm vụ, chỉ tiêu nào trong kế hoạch. "
    "Đồng chí nói rõ tên việc, đơn vị, lĩnh vực hoặc thời hạn cần loại ra giúp."
)
NONE_CODE = "Không tìm thấy nhiệm vụ {code} trong kế hoạch."
CODES_OF_PLACE = " Mục {place} có {count} nhiệm vụ: {codes}."
NONE_BESIDES = "Ngoài nhiệm vụ {code}, không tìm thấy nhiệm vụ nào khác như vậy trong kế hoạch."
WHOLE = "Danh sách trên đã đủ {listed}"
NONE_PAPER = "Không tìm thấy văn bản này trong kế hoạch."
NEAR = "{record} — {cell}"
NEAREST = "Nội dung gần nhất, nếu đồng chí cần:"
BESIDE = "Kế hoạch còn viết: {clause}"
LAST_DAY = "“Trước ngày {day}” nghĩa là muộn nhất ngày {last}; từ ngày {day} là quá hạn."
NONE_FACT = {
    "number": "Không có thông tin: số hiệu để trống trong văn bản (“{printed}”).",
    "issued": "Không có thông tin: ngày ban hành để trống trong văn bản (“{printed}”).",
    "signer": "Không tìm thấy người ký trong kế hoạch.",
    "money": "Không có thông tin: kế hoạch không nêu số tiền.",
    "money_of": "Không có thông tin: kế hoạch không nêu số tiền của nội dung này.",
}
FACT = {
    "number": "Số hiệu: {value}",
    "issued": "Ngày ban hành: {value}",
    "signer": "Người ký: {value}",
    "issuer": "Cơ quan ban hành: {value}",
    "period": "Giai đoạn {value}",
}
COUNTS = {
    "task": "{count} nhiệm vụ",
    "target": "{count} chỉ tiêu",
    "solution": "{count} giải pháp",
    "viewpoint": "{count} quan điểm",
    "area": "{count} lĩnh vực",
    "group": "{count} nhóm nhiệm vụ",
    "basis": "{count} căn cứ",
    "part": "{count} điểm",
}
FILTERS = {
    "lead": "{value} chủ trì",
    "cooperating": "{value} phối hợp",
    "not_leading": "không do {value} chủ trì",
    "alone": "không có đơn vị phối hợp",
    "taking_part": "{value} chủ trì hoặc phối hợp",
    "together": "{value} cùng tham gia",
    "all_lead": "{value} cùng chủ trì",
    "without": "không có {value} tham gia",
    "not_cooperating": "không có {value} phối hợp",
    "except": "không tính {value}",
    "beyond": "không thuộc {value}",
    "outside": "có cơ quan bên ngoài phối hợp",
    "authority": "cấp trình, phê duyệt: {value}",
    "annex": "Phụ lục {value}",
    "table": "{value}",
    "area": "{value}",
    "group": "nhóm {value}",
    "deadline": "thời hạn {value}",
    "not_deadline": "thời hạn không phải {value}",
    "due": "thời hạn {value}",
    "before": "thời hạn trước {value}",
    "after": "còn thực hiện sau năm {value}",
    "of_unit": "của {value}",
    "of_year": "nêu năm {value}",
    "horizon": "đến năm {value}",
    "value": "mức {value}",
    "not_value": "không phải {value}",
    "between": "từ {value}",
    "above": "trên {value}",
    "below": "dưới {value}",
    "from": "từ {value} trở lên",
    "up_to": "từ {value} trở xuống",
    "words": "có “{value}”",
    "among": "trong tổng số {value}",
    "not_words": "không có “{value}”",
    "not_named": "không tính “{value}”",
}
LEFT_OUT = "không tính việc {conditions}"
"""What meets all of several conditions is left out."""
DEADLINES = {
    "yearly": "hàng năm",
    "quarterly": "theo quý",
    "ongoing": "thường xuyên",
    "conditional": "chờ văn bản",
    "earliest": "sớm nhất",
    "latest": "muộn nhất",
    "undated": "chưa cụ thể",
    "years_on": "“… và các năm tiếp theo”",
}
MOST = "{name}: {count} nhiệm vụ."
RANKED = {"most": "{line} (nhiều thứ {rank})", "least": "{line} (ít thứ {rank})"}
"""A line of a tally with its place in it."""
MOST_TARGETS = "{name}: {count} chỉ tiêu."
NONE_HAS_SO_MANY = "Không có mục nào như vậy. Số lượng cụ thể:"
COUNTED_AMONG = "Chỉ tính: {filters}."
SHARE = "{share}: {part} trong {whole} nhiệm vụ của kế hoạch{filters}."
PAPERS = "{count} văn bản được dẫn trong kế hoạch:"
UNITS = "{count} đơn vị {role}{filters}:"
UNITS_OUTSIDE = "{count} đơn vị ngoài cơ quan {role}{filters}:"
ROLES = {"lead": "chủ trì", "cooperating": "phối hợp", "taking_part": "chủ trì hoặc phối hợp"}
MORE_TASKS = "Chênh lệch: {count} nhiệm vụ."
CHAT = "Đồng chí cần gì cứ hỏi."
LABEL = {
    "lead": "Chủ trì",
    "cooperation": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời hạn",
}
CITED_BY = "Nhiệm vụ có dẫn văn bản này: {codes}"
OWN_UNIT = "Đơn vị của đồng chí: {unit}."
NOT_IN_PLAN = (
    "Kế hoạch không ghi tiến độ thực hiện. Việc chưa xong, quá hạn hoặc sắp đến hạn xem trong trợ lý: gõ /hanchot hoặc"
    " /nhiemvu."
)
