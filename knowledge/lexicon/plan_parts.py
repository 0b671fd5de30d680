"""Words with which questions speak of the plan itself: its head, its parts, its papers, its money. Folded."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases
from knowledge.patterns import seldom

THIS_YEAR_SAID = phrase("năm nay")
SPAN = seldom(r"\b(?:kế|ke) (?:hoạch|hoach)\b[^.?!,;]{0,40}?\b(20\d\d)\s*[-–]\s*(20\d\d)\b", re.IGNORECASE)
"""The years of a plan that is asked about; as typed."""
PLAN = phrase("kế hoạch")
WHO_IS = phrases("ai là, là ai")
ROLES = frozenset(phrase("giám trưởng phó tịch thư đạo người tên"))
"""Who holds a post is asked for only with a word of it: "ai là trung tâm của cải cách" asks for nobody's name."""
HOLDS_POST = phrases(
    "ai (làm|giữ) (chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|bộ trưởng|thủ tướng|trưởng phòng|hiệu trưởng)"
)
"""Who holds a post, asked so that it looks like work."""
REPRIMANDED = phrases(
    "(ai|người nào|phòng nào|đơn vị nào|đồng chí nào) bị (kỷ luật|phạt|xử phạt|phê bình|nhắc nhở|kiểm điểm|khiển trách)"
)
"""Who was, no plan says."""
POST = phrases("chức (vụ|danh|gì|nào), (giữ|làm) chức, họ tên, tên (gì|là gì), là ai")
OF_SIGNER = frozenset(phrase("chức vụ danh giữ ông bà người họ tên"))
"""With which it is asked what the signer is, and all words that weigh with which it is."""
PLAN_OF = phrase("kế hoạch của")
"""Before whose plan it is."""
SEATS = phrases("trụ sở, cơ quan, sở, bộ, ủy ban")
WHERE = phrase("ở đâu")
"""How it is asked where a body has its seat: they begin the question, and it ends so."""
LEAVES = frozenset(phrase("điều chương khoản trang tờ"))
"""Of which a paper has so many."""
THE_PAPER = phrases("kế hoạch, văn bản")
ISSUED = phrase("ban hành")
OF_PERIOD = frozenset(phrase("áp dụng thực hiện triển khai trong"))
"""Words with which the years of the plan are asked for."""
OF_HEAD = frozenset(phrase("ban hành văn số ký hiệu"))
"""Words with which the number and the day of the plan are asked for."""
TO_BE_DONE_BY = phrases("trước ngày, trước tháng, chậm nhất, phải ban hành, hạn ban hành, cần ban hành")
"""What is said of a paper that is still to be made, and not of the plan itself."""
NUMBER = phrases("số hiệu, ký hiệu")
"""What only papers have."""
MONEY = frozenset(phrase("kinh phí tiền vốn ngân sách"))
WHENCE_IT_COMES = frozenset(phrase("nguồn từ lấy"))
GIVEN = frozenset(phrase("bố trí cấp"))
WHENCE = phrases("đâu ra, ở đâu, từ đâu, trong đâu, nguồn nào")
"""Words for money, how it is given, and where it comes from."""
OF_FUNDING = phrase("nguồn kinh phí ngân sách dự toán")
COSTS = phrases("kinh phí, vốn, ngân sách, tổng tiền")
"""What a plan costs; a wage or a fine is none of it."""
FUNDS = ("kinh", "phi")
"""Words of the clause on funding, and those without which it is none."""
FUNDS_PRINTED = "kinh phí"
"""The same as printed."""
REPORT = phrase("báo cáo")
REPORTING = frozenset(phrase("bộ sở"))
"""Who reports on it."""
COPY = phrase("bản")
""" "Bản kế hoạch này"."""
OF_LAWS = frozenset(phrase("luật định tư"))
"""Words after which a year belongs to a law or a decree: "Luật … 2017"."""
OF_PAPERS = frozenset(phrase("dẫn nhắc nêu pháp luật văn bản"))
"""Words with which all papers that the plan names are asked for."""
LISTED = phrase("liệt kê")
NO_LAW_AFTER = frozenset(phrase("pháp"))
""" "Pháp luật" is no law."""
BASES = phrase("pháp lý ban hành văn căn cứ dựa xây dựng lập mở đầu")
"""Words with which the papers that a plan is based on are asked for."""
CARRIED = phrase("thì sao")
""" "Còn theo Nghị định 130 thì sao"."""
OTHER_YEAR = phrase("thì năm nào")
OF_SECTION = frozenset(phrase("phần điểm mục đề tiêu viết"))
"""Words that name a section: "phần V", "đề mục"."""
STEP = seldom(r"\b(?:mục|phần|chương|điều|muc|phan|chuong|dieu)\s+(?:[\da-eghđivx]|th[ứu]\s)", re.IGNORECASE)
"""What names a part of a paper by its number, seen quickly."""
NO_SECTION = phrases("phụ lục, lĩnh vực, nhóm")
FOCUS = phrases("trọng tâm, tập trung")
"""What is the part on the focus, and not just any "nội dung"."""
SHOWN_WHEN_NAMED = {
    "recipient": phrases("gửi, (nơi|được|ai|những ai|người|nào|đâu) nhận, nhận (được|văn bản|kế hoạch|bản|cái)"),
    "signature": phrases("ký (tên|ban hành|bởi|ngày|thay|vào|kế hoạch|văn bản), (ai|người|nào|đã|được|do) ký"),
}
"""Parts that say nothing of the plan's matter: words without which they are not meant. Of two syllables: folded,
"nhận" is the "nhân" of "nhân dân" too, and "ký" the "kỹ" of "kỹ thuật"."""
OTHER_REPORTS = phrases("kế hoạch, bao lâu, một lần")
"""With these, the plan's reports are asked for, and not those of the task before."""
TITLE_VERBS = phrases("phát triển, hoàn thiện, xây dựng, nâng cao, đẩy mạnh")
"""With which titles begin, and which are left out when one is named: "hạ tầng số"."""
GROUP = phrase("nhóm")
ANNEX = phrase("phụ lục")
DATED_PRINTED = " ngày "
"""Between a paper's number and its day, as printed."""
YEAR_WORD, YEAR_PRINTED = "nam", "năm"
PARTS, ANNEXES = "lĩnh vực|mục|phần|nhóm|linh vuc|muc|phan|nhom", "phụ lục|phu luc"
"""Before the number of an area or a group; as typed."""
ANNEX_CALLED = phrases("phụ lục, bảng (|phụ lục|nhiệm vụ|việc|kèm theo|triển khai)")
TITLE_ASKED = phrases("tên, tên gọi, tiêu đề, tựa đề, đầu đề")
OF_ANNEX_TITLE = frozenset(phrase("phụ lục bảng nhiệm vụ việc kèm theo triển khai tên gọi tiêu tựa đầu đề"))
"""With which the title of the annex is asked for."""
OF_AREA = "của|cua|trong|thuộc|thuoc"
"""Before the bare number of an area; as typed."""
AND_ANOTHER = "(?:,|và|va|với|voi|hay|hoặc|hoac|cùng|cung)"
"""Between the numbers of several."""
GROUP_NUMBERED = seldom(
    r"\bnhom (?:thu |so )?(?P<number>\d{1,2})\b(?! (?:nhom|nguoi|%|nam|thang|phong))"
    r"(?: (?:cua|trong|o|thuoc)(?: (?:linh vuc|muc|phan))? "
    r"(?P<area>[ivx]+)\b)?"
)
"""A group by its number: "nhóm 5 của VI"; the words of a question."""
AREA_HEADS = phrases("nhóm, mảng, lĩnh vực, phần, mục, khối")
"""Before the words by which an area is named, where its tasks are asked for."""
THIS_YEAR = seldom(r"\b(năm|nam) nay\b", re.IGNORECASE)
NAMED_YEAR = seldom(
    r"\b(năm|nam) nay[\s,(]{1,3}(?:(?:là|tức)\s+)?(?:năm\s+|nam\s+)?((?:19|20)\d\d)\b\)?", re.IGNORECASE
)
"""The year in which is asked, and the same with its number beside it; as typed."""
YEAR_SAID = seldom(r"(?:(?:năm|nam)\s+)?(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE)
QUARTER_TYPED = seldom(r"\b(?:quý|quy)\s+(?:[1-4]|iv|i{1,3}|một|hai|ba|bốn|mot|bon)\b", re.IGNORECASE)
QUARTER_OF_YEAR = seldom(rf"{QUARTER_TYPED.pattern}(?:\s*[/-]\s*|\s+(?:năm|nam)\s+)(?=(?:19|20)\d\d)", re.IGNORECASE)
QUARTER_PRINTED = "quý"
"""A year, and a quarter, in a question; as typed."""
PART_HEADS = phrase("phần mục mảng lĩnh trong")
"""Begin a question that looks into one part: "phần công vụ nói gì về …"."""
THIS_PAPER = phrases("(nghị định|nghị quyết|quyết định|thông tư|luật|văn bản|kế hoạch|chỉ thị) (này|đó|ấy)")
"""The paper that was quoted before: "nhiệm vụ nào theo nghị định này"."""
TASKS_BY = "nhiệm vụ theo"
DAY_OF_PAPER = "ngày nào"
OF_ISSUER = " của "
DUE = phrases("hạn, thời hạn, deadline, (thực hiện|triển khai|làm) (từ|đến|xong|trong)")
"""With which the tasks that follow a paper are asked for."""
