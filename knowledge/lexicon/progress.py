"""Words of progress messages. Tables with tones are matched with them or without any ("đang lam" too); a word with
other tones is another word ("kết quả" is no "kẹt"). Tables without tones are only sought where no other word stands."""

from __future__ import annotations

from typing import Literal

from knowledge.lexicon.numbers import NUMBER_WORDS
from knowledge.vietnamese import fold

Said = Literal["not_started", "in_progress", "blocked", "done"]


def _lines(words: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in words.replace("\n", "|").split("|") if phrase.strip())


LEAD = _lines(
    """
    dạ thưa | thưa | kính thưa | kính gửi | xin | xin phép | dear | hi | hello | chào | alo | ơi | dạ | vâng | ạ | ah
    em | e | a | c | ac | mn | ace | mình | tôi | cháu | anh | chị | ad | admin | bot | bot ơi | sếp | đồng chí | đ/c
    văn phòng | vp
    cập nhật | cập nhập | capnhat | update | up | cn | báo cáo | báo | ghi nhận | ghi | tiến độ | tiendo | tình hình
    kết quả | nhiệm vụ | nv | nvụ | task | công việc | việc | đầu việc | mục | mã | số | về | cho | của | là | thì | với
    như sau | gửi | phòng em | bên em | tổ em | chúng em | hôm nay | hiện nay | hiện tại | hiện | đến nay | nay | rằng
    nhầm | nhầm rồi | à nhầm | ghi nhầm | gõ nhầm | sai rồi | sửa | sửa lại | chỉnh lại | đính chính | xin lỗi
    báo cáo tuần | báo cáo tuần này | báo cáo tháng | báo cáo nhanh | tuần này
    giúp | giúp em | muốn | đề nghị | nhờ | báo cáo anh | báo cáo chị
    """
)
"""Words before the code that say nothing of the work."""

UPDATING = _lines(
    """
    cap nhat | cap nhap | capnhat | update | bao cao | ghi nhan | tien do | tiendo | bao tien do | bao | cn | sua lai
    nham | dinh chinh | chinh lai
    """
)
"""Words that make a plain sentence an update even when the task is named by its title."""

LINKS = _lines(
    """
    da | duoc | dc | dk | dat | lam | thuc hien | trien khai | xu ly | hoan thanh | hoan tat | ht | hthanh | xong | xog
    len | toi | den | khoang | co | gan | hon | tren | moi | hien | nay | hien nay | hien tai | den nay
    tinh den nay | hom nay | dang | o | muc | tien do | cap nhat | bao cao | la | uoc | chung | ty le | ti le
    khoi luong | roi | vao khoang | bang | thi | em | ben em | phong em | nhe | a | xap xi | co ban | thoi | deu | cung
    dong loat | tuan nay | thang nay | quy nay | nam nay | ca | ca hai | tong the | nhich len | tang len
    chung em | van | van la | giu nguyen
    sua thanh | sua lai thanh | sua lai la | sua lai | doi thanh | doi lai | chinh lai
    muc do | percent | status | trang thai | tinh trang
    """
)
"""Words between the code and its percentage."""

CORRECTING = _lines("nham | ghi nham | go nham | sai roi | sua lai | sua thanh | chinh lai | dinh chinh | moi dung")
"""Words by which a figure replaces the one sent before."""

CORRECTED = _lines("sua thanh | sua lai thanh | sua lai la | sua lai | doi thanh | doi lai | chinh lai")
"""Such words between the code and the new figure."""

LATER_LINKS = _lines(
    """
    duoc | dc | dat | xong | hoan thanh | tien do | tien do chung | tien do dat | khoang | tam | len | toi | hien | moi
    la | o | o muc | muc do | uoc | uoc dat | da dat | da duoc | nay | chung | thi | tong the | tong tien do
    thuc hien | dat duoc
    """
)
"""Words that go with a percentage later in the sentence."""

SOFT = _lines(
    """
    da | em | chung em | ben em | phong em | nay | hien | hien tai | den nay | nhiem vu | cong viec | viec nay | tat ca
    hom nay | sang nay | chieu nay | toan bo | thi | van | cung | deu | phong | chung toi | ben minh | tui em
    tui minh | don vi | to | nhom | bo phan
    minh | nhiem vu nay
    status | trang thai | tinh trang
    """
)
"""Words before a status that change nothing ("phòng em đã hoàn thành")."""

PARTICLES = _lines(
    """
    roi | r | rui | roai | oi | ui | a | ah | ak | nhe | nha | nhaa | nghe | day | ne | het | ca | luon | sep | anh
    chi
    em | e | bot | ad | dong chi | nay | xuoi | thoi | dc | duoc | hoan toan | toan bo | tat ca | nhiem vu | cong viec
    viec | nv | dung tien do | dung ke hoach | theo ke hoach | dung thoi han | dung han | som | truoc han | tot
    tot dep | thanks | cam on | xong
    moi dung | cai | cai muc | roi do | roi day | do a | do nha | day a | oy
    """
)
"""Words after a status that change nothing ("xong rồi ạ")."""

STATUSES: dict[Said, tuple[str, ...]] = {
    "done": _lines(
        """
        xong | xog | làm xong | thực hiện xong | triển khai xong | xử lý xong | hoàn thành | hoàn tất | hthành | hthanh
        ht | kết thúc | done | finish | finished | ok | oke | okie | oki | xong xuôi | hoàn thành nhiệm vụ
        đã hoàn thành
        đã xong | đã hoàn tất | đã làm xong | làm hết | vừa xong | mới xong | vừa làm xong | vừa hoàn thành
        mới hoàn thành | ✅ | ✔ | ☑ | ✔️ | ✅ xong | xong ✅
        """
    ),
    "in_progress": _lines(
        """
        đang làm | đang lm | đg làm | đag làm | dg làm | đang thực hiện | đang triển khai | đang xử lý | đang tiến hành
        đang dở | đang dở dang | làm dở | đang hoàn thiện | đang trong quá trình thực hiện | tiếp tục thực hiện
        tiếp tục triển khai | tiếp tục làm | chưa xong | chưa hoàn thành | chưa hoàn tất | tạm xong | tạm hoàn thành
        gần xong | gần như xong
        sắp xong
        gần hoàn thành | sắp hoàn thành | cơ bản xong | cơ bản hoàn thành | hoàn thành cơ bản | xong một phần
        mới xong một phần | bắt đầu làm | bắt đầu triển khai | bắt đầu thực hiện | in progress | vẫn đang làm
        vẫn đang thực hiện | vẫn đang triển khai | đã triển khai | chưa xog | chưa làm xong | chưa thực hiện xong
        chưa triển khai xong | vẫn chưa xong | vẫn chưa hoàn thành | bắt đầu | đã bắt đầu | mới bắt đầu | mới làm
        mới triển khai | còn dở dang | dở dang
        """
    ),
    "not_started": _lines(
        """
        chưa làm | chưa lm | ch làm | chưa làm gì | chưa làm j | chưa triển khai | chưa thực hiện | chưa bắt đầu
        chưa tiến hành | chưa khởi động | chưa động đến | chưa có gì | chưa đâu vào đâu | ko làm được gì | chưa bắt tay
        chưa triển khai thực hiện | vẫn chưa làm | vẫn chưa triển khai | vẫn chưa thực hiện | chưa tk | chưa làm được gì
        chưa động gì | ko làm được | ko làm đc | không làm đc | hok làm đc | hok làm được | không làm được gì
        hoàn toàn chưa làm
        """
    ),
    "blocked": _lines(
        """
        tạm dừng | tạm hoãn | tạm ngưng | tạm ngừng | tạm dừng lại | đang tạm dừng | bị dừng | phải dừng | phải tạm dừng
        dừng lại | vướng mắc | vướng | đang vướng | đang vướng mắc | đang bị vướng | bị vướng | còn vướng
        còn vướng mắc | vẫn vướng | vẫn còn vướng | gặp vướng mắc | đang gặp vướng mắc | gặp khó khăn
        đang gặp khó khăn | gặp vướng | có vướng mắc | khó khăn | bế tắc | kẹt | bị kẹt | đang kẹt | tắc | bị tắc
        đang tắc | block | blocked | ách tắc | mắc | bị mắc | đang mắc | dừng | ngưng | đang dừng | đã tạm dừng
        đang bị tắc | đang bị kẹt | đang bị mắc | đang bị dừng
        vướng rồi | đang khó khăn | đang gặp vướng | có khó khăn | có vướng | hoãn | đang hoãn | bị hoãn
        """
    ),
}
"""Phrases of the four statuses, sought at the start of a clause."""

TONES_NEEDED = frozenset(
    {
        "kẹt",
        "tắc",
        "mắc",
        "mấy",
        "làm dở",
        "đang dở",
        "cần",
        "hãy",
        "nên",
        "hạn",
        "sửa",
        "cách",
        "giao",
        "à",
        "rồi à",
        "hoãn",
        "đang hoãn",
    }
)
"""Phrases that are too often another word when typed without tones."""

STANDING_ALONE = frozenset(
    _lines("tạm dừng | tạm hoãn | tạm ngưng | tạm ngừng | tạm dừng lại | đang tạm dừng | phải tạm dừng")
)
"""Statuses that leave the note complete when taken off its start ("tạm dừng chờ Sở Nội vụ cho ý kiến")."""

AFTER_DONE = _lines(
    """
    tu | truoc | sau | hom | ngay | sang | chieu | toi qua | tuan truoc | thang truoc | vao | theo | dung | som | va
    nhung | voi | tai | cung | day du | xuat sac | vuot | cho xac nhan | de nghi | gui | kem | bao cao | trong ngay
    """
)
"""What may follow "xong" or "hoàn thành" so that the whole task is meant, not a part ("hoàn thành dự thảo")."""

AHEAD = _lines(
    """
    tuan sau | tuan toi | thang sau | thang toi | quy sau | quy toi | nam sau | nam toi | ngay mai | mai | cuoi tuan
    cuoi thang | cuoi quy | cuoi nam | sap toi | thoi gian toi | trong tuan | trong thang | trong quy | trong nam
    """
)
"""Times to come: "xong tuần sau" is no completion."""

DUE_WORDS = _lines("truoc | sau | vao | trong | ngay | dung")
"""Words after which a date may be a plan, so that only "đã" or "rồi" makes "hoàn thành trước 30/6" a completion."""

AFTER_NOT_STARTED = _lines("gi | j | vi | do | duoc | dc | ma | cho | nao | boi | nhung")

BEFORE_CODE = _lines(
    "roi | cho | cua | o | nhiem vu | nv | viec | task | cong viec | muc | a | trong | voi | phan | la"
)
"""Words between a percentage and the code that follows it ("60% cho nhiệm vụ II.5")."""

WHOLE = _lines(
    "khoi luong cong viec | khoi luong | cong viec | ke hoach nam | ke hoach | nhiem vu | tien do | yeu cau | viec"
)
"""Nouns after a percentage that mean the whole task; any other ("80% hồ sơ") makes it a figure of the note."""

AFTER_FIGURE = _lines("do | vi | boi | nhung | theo | tinh den | so voi | trong khi | de nghi | kien nghi")
"""Words after a percentage that begin a new thought: the figure before them is of the task."""

WRONG = _lines("la sai | sai | chua dung | khong dung | la nham | nham | bi sai | bi nham | sua lai | dinh chinh")
"""Words after a percentage that take it back."""

DEADLINE_TALK = _lines("hết hạn | quá hạn | trễ hạn | đến hạn | tới hạn | chậm tiến độ | chậm hạn")
"""Words after "đã", "đang" that speak of the deadline, not of the work."""

LEAD_END = _lines("bao cao | cap nhat | nhiem vu | nv | tien do | ve | viec | muc")
"""Words at the end of what stands before the code that introduce it."""

NOT_OF_THE_TASK = _lines(
    """
    ty le | ti le | chi tieu | muc tieu | giam | tang | cat giam | phan dau | du kien | ke hoach | yeu cau | se | con
    chua | them | ho so | so voi | toi thieu | it nhat | neu | phai | can | quy dinh | co gang | truoc day | lan truoc
    thang truoc | tuan truoc | ky truoc | quy truoc | nam truoc | ho dan | doanh nghiep | khong duoi
    """
)
"""Words before a percentage later in the sentence that make it a figure of something else."""

DOUBTFUL = _lines(
    "duoi | chua | con | them | tang | giam | tang them | con lai | chua duoc | chua dat | chua den | khong"
)
"""Words between code and percentage that turn its sense: it asks instead of recording."""

FUTURE = _lines("se | du kien | phan dau | co gang | ke hoach | muc tieu | chi tieu | sap")

COUNTING = _lines("xong | xog | hoan thanh | hoan tat | lam | thuc hien | xu ly | trien khai | co | moi")
"""Words after which a small number without a sign is rather a count."""

AFTER_BARE = _lines(
    """
    da | dang | chua | con | roi | r | nhe | nha | a | ah | do | vi | cho | du kien | se | theo | vuong | moi | hien
    phan con lai | phan | va | nhung | tam | gap | bi | hoan thanh | xong | can | tiep tuc | sang | trinh | gui | note
    """
)
"""Words after a number without a sign that let it be a percentage ("60 đã trình"); "45 TTHC" is a count."""

QUESTION_TAILS = _lines(
    """
    chưa | chưa ạ | chưa ah | chưa vậy | chưa nhỉ | chưa thế | chưa hả | chưa em | chưa anh | chưa chị | chưa ad
    chưa bot | chưa đồng chí | chưa sếp | không | không ạ | không nhỉ | không vậy | không em | không anh | không chị
    ko | ko ạ | k ạ | hok | phải không | đúng không | được không | nhỉ | hả | à | rồi à | sao | sao rồi | vậy sao
    """
)
QUESTION_WORDS = _lines(
    """
    bao nhiêu | bn | bnhiêu | bao nhieu | mấy phần trăm | mấy | khi nào | bao giờ | thế nào | ra sao | như thế nào | ai
    ở đâu | tại sao | vì sao | là gì | gì | nào | có phải | đến đâu | tới đâu | sao rồi
    """
)
NOT_QUESTIONS = _lines(
    """
    chưa làm gì | chưa làm được gì | không làm gì | không làm được gì | ko làm gì
    không có gì | chưa có gì | không vướng gì | gì cả | bất kỳ ai | không ai | chưa làm j
    không còn gì | chưa có tiến độ gì | chưa có tiến triển gì | chưa có kết quả gì | thế nào cũng | như thế nào cũng
    bất cứ khi nào | lúc nào cũng | hôm nào
    """
)
THANKS = _lines("cam on | thanks | thank you | tks | many thanks | xin cam on")

LOOKING_UP = _lines(
    """
    hỏi | xem | tra cứu | cho biết | liệt kê | tìm | nhắc | so sánh | tại sao | vì sao | nếu | xóa | xoá | hủy | huỷ
    hoàn tác | gia hạn
    """
)
ASKING = LOOKING_UP + _lines(
    """
    hạn | thời hạn | chỉ tiêu | mục tiêu | quy định | theo kế hoạch | đề nghị | yêu cầu | cần | cần đạt | cần phải
    muốn | nội dung | sản phẩm | phải | hãy | mong | bao giờ | khi nào | nên | chủ trì | phối hợp | hướng dẫn
    cách | làm sao | sửa | giao
    """
)
"""Words before the code, or between it and the percentage, that make a plain sentence no update."""

STATEMENTS = _lines("đã | đang | vừa | mới | vừa mới | vẫn đang | hiện đang | tiếp tục | bắt đầu | chưa")
"""Words right after the code with which a plain sentence reports what was done."""

SYLLABLES = frozenset(
    fold(syllable)
    for table in (
        *(
            UPDATING,
            LEAD,
            LINKS,
            LATER_LINKS,
            SOFT,
            PARTICLES,
            *STATUSES.values(),
            AFTER_DONE,
            AHEAD,
            AFTER_BARE,
            FUTURE,
        ),
        *(DOUBTFUL, QUESTION_TAILS, QUESTION_WORDS, ASKING, STATEMENTS, tuple(NUMBER_WORDS), ("phần trăm mươi trăm",)),
    )
    for phrase in table
    for syllable in phrase.split()
    if len(syllable) > 1
)
"""Every syllable of the tables, without its tones: what is left of Telex or VNI keys is taken off to reach one."""

STOP_WORDS = frozenset(
    _lines("va | cua | cac | cho | theo | nhung | trong | voi | la | thi | duoc | da | em | a | nhe | roi | nhiem | vu")
)
"""Words that say nothing of a title; those that are half of a compound ("tự chủ", "tài sản") are not among them."""

ABBREVIATIONS = {
    "tthc": "thu tuc hanh chinh",
    "cntt": "cong nghe thong tin",
    "qppl": "quy pham phap luat",
    "cchc": "cai cach hanh chinh",
    "cbcc": "can bo cong chuc",
    "cbccvc": "can bo cong chuc vien chuc",
    "ccvc": "cong chuc vien chuc",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "cqdt": "chinh quyen dien tu",
    "cqs": "chinh quyen so",
    "cpdt": "chinh phu dien tu",
    "vtvl": "vi tri viec lam",
    "tgbc": "tinh gian bien che",
    "csdl": "co so du lieu",
    "qlnn": "quan ly nha nuoc",
    "thpl": "thi hanh phap luat",
    "vbqppl": "van ban quy pham phap luat",
}
