"""What is said about a plan file: every problem found in it, in words that tell how to mend it, and its counts."""

from __future__ import annotations

from knowledge.importing.problems import Problem

RECORDS = {
    "units": "đơn vị",
    "areas": "lĩnh vực",
    "groups": "nhóm nhiệm vụ",
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ",
    "passages": "đoạn văn",
    "legal_bases": "căn cứ",
}
PASSAGES = {
    "viewpoint": "Quan điểm",
    "objective": "Mục tiêu chung",
    "focus": "Nội dung, trọng tâm",
    "area_objective": "Mục tiêu của lĩnh vực",
    "body_task": "Nhiệm vụ ở phần lời",
    "solution": "Giải pháp",
    "content": "Nội dung kế hoạch",
    "organization": "Tổ chức thực hiện",
    "recipient": "Nơi nhận",
    "signature": "Phần ký",
    "other": "Phần khác",
}
PARTS = {
    "code": "mã",
    "title": "tên",
    "lead": "đơn vị chủ trì",
    "cooperating": "đơn vị phối hợp",
    "product": "sản phẩm",
    "deadline": "thời hạn",
    "milestones": "mốc thời gian",
    "name": "tên",
    "value": "mức",
    "statement": "câu trong văn bản",
    "number": "số văn bản",
    "issued": "ngày ban hành",
    "year": "năm của văn bản",
}
"""Parts of a record, as an office calls them."""
_LONGEST = 300
"""Characters of a row's text that a sentence shows."""
SEVERITIES = {"error": "lỗi", "warning": "cần xem"}

# ---- what the verbs of `dondoc plan` say beside the problems ----
LISTED = "[{severity}] {place}: {problem}"
FAULTY = "{path}: có {count} lỗi, chưa dùng được."
UNUSABLE = "{path}: chưa dùng được."
USABLE = "{path}: dùng được."
USABLE_WITH_DOUBTS = "{path}: dùng được, có {count} chỗ cần xem."
NO_CODE = "Không có mã “{code}” trong kế hoạch."
NO_CODE_BUT = "Không có mã “{code}” trong kế hoạch. Mã gần giống: {near}."
HEAD = "{issuer} · số {number} · ngày {issued}"
BLANK = "(trống)"
FIRST_ROWS = "Các dòng đầu:"
NO_DEADLINE = "(không hạn)"
LEFT_OUT = "Đã bỏ {count} dòng đầu trang, cuối trang (xem bằng --json)."
WRITTEN = "Đã ghi {path}."
LOADED = "Đã nạp kế hoạch {plan}, bản {version}."
NOBODY_TOLD = "Nạp bằng dòng lệnh không báo cho đơn vị có thay đổi; muốn báo, nạp bằng /nhapkehoach trong trò chuyện."
AMENDMENT_UNSURE = (
    "Đây là bản sửa đổi của một kế hoạch đang theo dõi và có nhiệm vụ chưa rõ là mới hay cũ; "
    "hãy nạp bằng /nhapkehoach trong trò chuyện để trả lời từng chỗ."
)

_PROBLEMS = {
    # the file
    "no_file": "không tìm thấy tệp {path}",
    "unreadable_file": "không đọc được tệp {path}",
    "too_large": "tệp lớn hơn {limit} MB; hãy bỏ ảnh trong tệp, hoặc tách riêng phần kế hoạch và phụ lục nhiệm vụ rồi gửi lại",
    "not_text": "tệp có ký tự không phải chữ (UTF-8); hãy lưu lại ở dạng văn bản UTF-8",
    "empty_file": "tệp không có nội dung; hãy mở tệp xem lại rồi gửi lại",
    "not_mapping": "tệp không phải kế hoạch: cần các khóa như id, title, tasks ở đầu dòng",
    "several_documents": "tệp chứa nhiều tài liệu (dấu ---); mỗi tệp chỉ một kế hoạch",
    "yaml_alias": "không dùng dấu & và * của YAML (neo và tham chiếu); chữ bắt đầu bằng & hoặc * cần đặt trong ngoặc kép",
    "yaml_tag": "không dùng thẻ “{tag}” của YAML; chữ bắt đầu bằng ! cần đặt trong ngoặc kép",
    "too_many_parts": "tệp có quá nhiều phần, không phải tệp kế hoạch",
    "too_deep": "các phần lồng nhau quá sâu",
    "odd_key": "khóa phải là chữ đơn giản",
    "duplicate_key": "khóa “{key}” ghi hai lần; chỉ dòng sau được dùng",
    # documents
    "not_a_document": "tệp không phải văn bản; chỉ nhận .docx, .xlsx, .pdf, .md, .txt, .yaml",
    "not_this_format": "tệp bị hỏng hoặc không đúng định dạng; hãy mở tệp rồi lưu lại",
    "old_or_encrypted": "tệp Word, Excel đời cũ (.doc, .xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu thành .docx, .xlsx",
    "picture": "tệp là ảnh; hãy dùng bản Word, Excel hoặc bản PDF có chữ",
    "other_text": "tệp là RTF hoặc trang web đổi tên; hãy mở bằng Word, Excel rồi lưu thành .docx, .xlsx",
    "too_many_rows": "bảng có hơn 5.000 dòng hoặc 60 cột; hãy tách tệp, chỉ giữ phần kế hoạch",
    "encrypted": "tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại",
    "has_macros": "tệp có macro; hãy lưu lại thành .docx hoặc .xlsx không macro",
    "has_entities": "tệp có khai báo không được phép trong XML; hãy mở tệp rồi lưu lại",
    "zip_bomb": "tệp sau khi giải nén quá lớn; hãy chép phần kế hoạch sang tệp mới rồi gửi lại",
    "too_many_pages": "tệp có quá nhiều trang; hãy tách riêng phần kế hoạch và phụ lục nhiệm vụ rồi gửi lại",
    "no_text_layer": "bản PDF chỉ có ảnh quét, không có chữ; hãy dùng bản Word hoặc bản PDF có chữ",
    "classified": "văn bản có dấu “{text}”; không nạp văn bản mật vào hệ thống này",
    "too_slow": "đọc tệp quá lâu nên đã dừng; hãy lưu lại tệp hoặc dùng bản Word",
    "reader_failed": "không đọc được tệp này; hãy mở tệp rồi lưu lại",
    "checking_workbook": "đây là bảng kiểm tra, không phải kế hoạch; gửi bảng này cho trợ lý trong trò chuyện để nạp",
    # what the reading of a document noticed
    "no_title": "chưa nhận ra tên kế hoạch",
    "no_issuer": "chưa nhận ra cơ quan ban hành",
    "blank_number": "số văn bản để trống hoặc chưa nhận ra (“{text}”)",
    "blank_date": "ngày ban hành để trống hoặc chưa nhận ra (“{text}”)",
    "year_guessed": "văn bản không ghi năm ban hành, tạm lấy năm {value}",
    "tasks_of_text": "văn bản không có bảng nhiệm vụ: {count} nhiệm vụ được đọc từ phần lời (“Giao … chủ trì”)",
    "unused_row": "{where}: dòng chưa dùng đến: “{text}”",
    "left_out_line": "bỏ dòng đầu trang, cuối trang: “{text}”",
    "empty_section": "{where}: mục không có nhiệm vụ nào: “{text}”",
    "group_values": "{where}: nhóm {code} có ghi riêng: “{text}”",
    "code_twice_printed": "số thứ tự {value} in hai lần, tạm đặt mã {other}",
    "target_before_start": "{where}: chỉ tiêu của năm {year}, kế hoạch bắt đầu từ {start} nên chưa nạp: “{text}”",
    "hidden_date": "thời hạn nằm ngoài cột thời hạn: “{text}”; trợ lý nhắc theo cả mốc này",
    "no_title_row": "{where}: dòng không có tên nhiệm vụ",
    "two_spellings": "“{name}” và “{other}” được coi là một đơn vị",
    "like_names": "“{name}” có thể là tên khác của “{other}”; nếu là một đơn vị, ghi tên này vào aliases của đơn vị kia",
    "unheld_date": "“{text}” là mốc thời gian nằm ngoài deadline; nếu là hạn của nhiệm vụ, ghi vào milestones",
    # types
    "missing": "thiếu “{key}”",
    "unknown_key": "không có khóa “{key}”",
    "not_text_value": "“{key}” phải là chữ",
    "not_integer": "“{key}” phải là số nguyên, đang ghi “{value}”",
    "not_number": "“{key}” phải là số, đang ghi “{value}”",
    "not_boolean": "“{key}” phải là true hoặc false, đang ghi “{value}”",
    "not_date": "“{key}” phải là ngày có thật, dạng năm-tháng-ngày (2025-12-31), đang ghi “{value}”",
    "not_list": "“{key}” phải là danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang hoặc đặt trong [ ]",
    "not_mapping_value": "“{key}” phải gồm các khóa con",
    "not_allowed": "“{key}” chỉ nhận một trong: {allowed}; đang ghi “{value}”",
    "bad_value": "“{key}” chưa đúng",
    # codes and references
    "bad_code": "mã “{value}” chưa dùng được: mã chỉ gồm chữ, số, dấu chấm và gạch nối",
    "duplicate_code": "mã đã dùng cho mục trước đó",
    "leading_zero": "mã nên ghi không có số 0 ở đầu (II.5); số in trên giấy để ở printed_code",
    "nothing_to_follow": "kế hoạch chưa có nhiệm vụ, chỉ tiêu nào; cần bảng có cột Nhiệm vụ, Đơn vị chủ trì, Thời hạn (thường ở phụ lục)",
    "blank": "“{key}” để trống",
    "unknown_unit": "không có đơn vị mã “{unit}” trong danh sách units",
    "unknown_area": "không có lĩnh vực mã “{area}” trong danh sách areas",
    "unknown_group": "không có nhóm mã “{group}” trong danh sách groups",
    "group_of_other_area": "nhóm “{group}” thuộc lĩnh vực {area}",
    "part_of_itself": "đơn vị là một phần của chính nó",
    "shared_name": "tên gọi “{name}” trùng với đơn vị {other}",
    "unit_twice": "đơn vị “{unit}” ghi hai lần",
    "no_lead": "chưa ghi đơn vị chủ trì",
    "correction_field": "chỗ sửa nêu “{key}”, mục này không có phần chữ đó",
    "correction_stale": "chỗ sửa ghi “{value}” nhưng “{key}” không còn chữ đó",
    # numbers and dates
    "odd_year": "năm “{value}” không hợp lý",
    "ends_before_start": "kết thúc ({end}) trước khi bắt đầu ({start})",
    "issued_in_other_year": "ngày ban hành {value} không thuộc năm {year}",
    "horizon_twice": "mốc {value} ghi hai lần",
    "unknown_horizon": "mốc {value} không có trong horizons ({allowed})",
    "year_outside": "năm {value} nằm ngoài khoảng {start}–{end}",
    "value_missing": "có dấu so sánh hoặc chữ của mức nhưng chưa ghi value",
    "comparator_missing": "có value nhưng chưa ghi comparator (>=, >, =, <=, < hoặc -)",
    "value_impossible": "mức {value} không hợp lý",
    "over_hundred_percent": "mức {value}% lớn hơn 100%",
    "words_not_in_statement": "không tìm thấy “{value}” trong statement",
    "value_differs": "mức {value} không có trong “{text}”",
    "pace_impossible": "lộ trình (pace) không hợp lý: cần start ≤ limit, step lớn hơn 0, tỷ lệ không quá 100%",
    "pace_too_slow": "theo lộ trình này thì đến năm {year} chưa đạt {limit}",
    "impossible_date": "“{value}” không có trong lịch",
    "deadline_not_understood": "chưa hiểu thời hạn “{text}”; trợ lý sẽ không tự nhắc nhiệm vụ này",
    "no_deadline": "chưa ghi thời hạn",
    # words that do not fit together
    "target_without_task": "chưa thấy nhiệm vụ nào gắn với chỉ tiêu “{text}”",
    "differs_from_target": "ghi {text} trong khi chỉ tiêu {target} là {value}",
    "odd_abbreviation": "chữ viết tắt “{value}” chỉ có ở đây",
}
_SYNTAX = {
    "mapping values are not allowed": "có dấu hai chấm ở chỗ không được phép; chữ chứa “: ” cần đặt trong ngoặc kép",
    "could not find expected ':'": "thiếu dấu hai chấm sau khóa",
    "did not find expected key": "thụt đầu dòng không khớp với các dòng trên",
    "did not find expected '-'": "các dòng của danh sách thụt đầu dòng không đều",
    "cannot start any token": "ký tự không được đứng đầu, thường là phím Tab; hãy thụt đầu dòng bằng dấu cách",
    "unexpected end of stream": "thiếu dấu ngoặc kép đóng",
    "',' or": "thiếu dấu phẩy hoặc dấu ngoặc đóng",
    "expected <block end>": "thụt đầu dòng không khớp với các dòng trên",
    "expected the node content": "chữ bắt đầu bằng ký tự đặc biệt cần đặt trong ngoặc kép",
}
_SYNTAX_OTHER = "không đúng cú pháp YAML"
_NEAR = "{text}; có phải “{near}”?"


def listed(found: Problem) -> str:
    """A problem on a line of its own, with its place."""
    return LISTED.format(severity=SEVERITIES[found.severity], place=place(found), problem=problem(found))


def problem(found: Problem) -> str:
    """What is wrong, without its place: "“deadlin” không phải khóa của kế hoạch; có phải “deadline”?"."""
    if found.code == "yaml_syntax":
        detail = found.data.get("detail", "")
        return next((text for part, text in _SYNTAX.items() if part in detail), _SYNTAX_OTHER)
    code = "not_mapping_value" if found.code == "not_mapping" and found.path else found.code
    text = _PROBLEMS[code].format_map(_Blank({name: _cut(fact) for name, fact in found.data.items()}))
    near = found.data.get("near")
    return _NEAR.format(text=text, near=near) if near else text


def _cut(fact: str) -> str:
    return fact if len(fact) <= _LONGEST else fact[: _LONGEST - 1].rstrip() + "…"


_PROPOSALS = {
    "target_without_task": "xem lại có thiếu nhiệm vụ, hoặc để đơn vị nào theo dõi chỉ tiêu",
    "differs_from_target": "hỏi đơn vị soạn thảo số nào đúng; chữ in vẫn được giữ",
    "odd_abbreviation": "có phải “{other}”?",
    "no_deadline": "hỏi đơn vị chủ trì, ghi thời hạn vào cột Thời hạn",
    "deadline_not_understood": "ghi ngày, quý hoặc năm, ví dụ “Quý II/2027”, “trước ngày 15/8 hằng năm”",
    "hidden_date": "ghi thêm mốc này vào cột Thời hạn nếu là hạn của nhiệm vụ",
    "impossible_date": "sửa thành ngày có trong lịch",
    "no_lead": "ghi mã đơn vị chủ trì",
    "two_spellings": "giữ một cách ghi; nếu là hai đơn vị thì tách thành hai dòng ở trang Đơn vị",
    "shared_name": "bỏ tên gọi chung ở một trong hai đơn vị",
    "duplicate_code": "đặt mã khác cho một trong hai",
    "code_twice_printed": "giữ mã {other}, hoặc đặt mã khác",
    "blank_number": "điền số khi văn bản đã được cấp số",
    "blank_date": "điền ngày ban hành",
    "year_guessed": "kiểm tra năm của văn bản",
    "group_values": "ghi vào từng nhiệm vụ của nhóm nếu áp dụng cho cả nhóm",
    "tasks_of_text": "đối chiếu tên, đơn vị và thời hạn của từng nhiệm vụ với văn bản",
    "unused_row": "nếu là nhiệm vụ thì thêm một dòng ở trang Nhiệm vụ",
    "target_before_start": "nếu là chỉ tiêu của kế hoạch thì thêm một dòng ở trang Chỉ tiêu",
    "empty_section": "nếu là nhiệm vụ thì chuyển sang trang Nhiệm vụ",
    "over_hundred_percent": "kiểm tra mức hoặc đơn vị tính",
    "value_differs": "ghi lại mức theo văn bản",
}


def proposal(found: Problem) -> str:
    """What the office might do about it; "" where the sentence itself says so."""
    return _PROPOSALS.get(found.code, "").format_map(_Blank(found.data))


def place(found: Problem) -> str:
    """Where it is: in a plan file "dòng 412, nhiệm vụ II.5, tasks[3].deadline", in a document "nhiệm vụ II.5, thời
    hạn"; "cả tệp" when it has no place."""
    parts: list[str] = []
    if found.line is not None:
        parts.append(f"dòng {found.line}")
    if found.path and found.subject:
        parts.append(f"{RECORDS.get(str(found.path[0]), '')} {found.subject}".strip())
    if found.path:
        field = PARTS.get(str(found.path[-1])) if found.line is None else None
        parts.append(field or ("" if parts and found.line is None else found.place))
    parts = [part for part in parts if part]
    return ", ".join(parts) or "cả tệp"


class _Blank(dict[str, str]):
    """A fact that a sentence names and the problem lacks shows as a gap, never as an error."""

    def __missing__(self, key: str) -> str:
        return "…"
