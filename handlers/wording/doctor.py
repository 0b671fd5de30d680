"""What the check-up of an installation says to whoever runs it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

TITLE = "Kiểm tra cài đặt"
STATES = {"good": "tốt", "note": "lưu ý", "bad": "lỗi"}
COLUMNS = ("Mục", "Kết quả", "Chi tiết")

SETTINGS = "Cấu hình"
PLAN_FILE = "Tệp kế hoạch"
DATABASE = "Cơ sở dữ liệu"
PLAN = "Kế hoạch đang theo dõi"
PEOPLE = "Người dùng"
OUTBOX = "Tin chờ gửi"
CLOCK = "Đồng hồ"
TELEGRAM = "Telegram"
FETCHING = "Nhận tin"

NO_SCHEMA = "chưa có; sẽ được tạo khi chạy dondoc serve hoặc dondoc db upgrade"
OLD_SCHEMA = "cấu trúc cũ; sẽ được nâng cấp khi chạy dondoc serve hoặc dondoc db upgrade"
NEW_SCHEMA = "cấu trúc mới hơn chương trình; cần cập nhật dondoc"
NO_PLAN = "chưa nạp; sẽ được nạp khi chạy dondoc serve"
NO_OFFICE = "chưa có ai của Văn phòng; tạo mã mời: dondoc invite --role office"
NO_TOKEN = "chưa đặt DONDOC_TELEGRAM_TOKEN nên kênh này tắt"


def settings(database: str) -> str:
    """The database's address, its password hidden."""
    return f"hợp lệ; cơ sở dữ liệu: {database}"


def plan_file(title: str, tasks: int, targets: int) -> str:
    """A plan file that can be used."""
    return f"{title}: {tasks} nhiệm vụ, {targets} chỉ tiêu"


def plan_file_bad(path: str, errors: int) -> str:
    """A plan file that cannot be used."""
    return f"{path}: {errors} lỗi; xem bằng dondoc plan check {path}"


def schema(revision: str) -> str:
    """A database that can be read and written."""
    return f"đọc và ghi được, cấu trúc {revision}"


def no_database(error: str) -> str:
    """A database that cannot be used; the engine's own words."""
    return f"chưa dùng được: {error}"


def plan(plan_id: str, version: int, since: date) -> str:
    """The plan that the office follows."""
    return f"{plan_id}, bản {version}, theo dõi từ {since:%d/%m/%Y}"


def people(members: int, office: int) -> str:
    """How many people there are."""
    return f"{members} người, trong đó {office} của Văn phòng"


def outbox(waiting: int, failed: int) -> str:
    """What waits and what could not be sent within a week."""
    return f"{waiting} tin đang chờ; 7 ngày qua {failed} tin không gửi được"


def clock(now: datetime, zone: str) -> str:
    """The time at the office."""
    return f"{now:%H:%M ngày %d/%m/%Y} ({zone})"


def clock_set(now: datetime) -> str:
    """The clock was set by hand."""
    return f"đang đặt tay bằng DONDOC_NOW, bắt đầu từ {now:%H:%M ngày %d/%m/%Y}; bỏ trống khi chạy thật"


def clock_off(skew: timedelta) -> str:
    """The machine's clock differs from the service's."""
    return f"lệch {int(skew.total_seconds())} giây so với Telegram; cần chỉnh giờ máy"


def telegram(username: str) -> str:
    """The service knows us."""
    return f"kết nối được, bot @{username}"


def no_telegram(error: str) -> str:
    """The service cannot be reached."""
    return f"chưa kết nối được ({error}); kiểm tra mạng và DONDOC_TELEGRAM_API_BASE"


def telegram_refuses(status: int) -> str:
    """The service does not know the token."""
    return f"máy chủ từ chối ({status}); kiểm tra DONDOC_TELEGRAM_TOKEN"


def polling(pending: int) -> str:
    """Updates are fetched."""
    return f"tự lấy tin (long polling); {pending} tin đang chờ ở Telegram"


def webhook(pending: int, failing: bool) -> str:
    """Updates are brought."""
    error = "; lần gọi gần nhất không thành công" if failing else ""
    return f"webhook; {pending} tin đang chờ ở Telegram{error}"


ZALO_BOT = "Zalo (bot)"
ZALO_FETCHING = "Nhận tin Zalo"
ZALO_OA = "Zalo OA"
NO_ZALO_TOKEN = "chưa đặt DONDOC_ZALO_BOT_TOKEN nên kênh này tắt"
ZALO_NO_TOKEN_AT_ALL = "DONDOC_ZALO_BOT_TOKEN không đúng dạng <số>:<chữ>; chép lại từ tin của Zalo Bot Creator"
ZALO_TOKEN_REFUSED = "Zalo không nhận mã; kiểm tra DONDOC_ZALO_BOT_TOKEN (đặt lại mã thì mã cũ hết hiệu lực)"
ZALO_POLLING = "tự lấy tin (dùng thử); tin gửi lúc máy tắt có thể mất, chạy thật nên đặt DONDOC_PUBLIC_URL"
ZALO_WEBHOOK = "webhook đã đăng ký đúng địa chỉ"
ZALO_WEBHOOK_LATER = "webhook sẽ được đăng ký khi chạy dondoc serve"
OA_INCOMPLETE = "cần đủ DONDOC_ZALO_OA_APP_ID, _APP_SECRET, _SECRET_KEY và DONDOC_PUBLIC_URL"
OA_NO_CONSENT = "OA chưa cấp quyền cho ứng dụng: chạy dondoc zalo oa"
OA_NEVER_STARTED = "đủ cấu hình; mã truy cập sẽ được lấy khi chạy dondoc serve"


def zalo_bot(name: str) -> str:
    """The service knows us."""
    return f"kết nối được, bot {name}"


def no_zalo(error: str) -> str:
    """The service cannot be reached."""
    return f"chưa kết nối được ({error}); kiểm tra mạng và DONDOC_ZALO_BOT_API_BASE"


def zalo_hook_in_the_way(url: str) -> str:
    """A webhook is registered, so nothing can be fetched."""
    return f"đang có webhook {url} nên không tự lấy tin được; gỡ: dondoc zalo webhook --remove"


def oa_token(until: datetime) -> str:
    """The account's access token that is kept."""
    return f"mã truy cập có hiệu lực đến {until:%H:%M ngày %d/%m/%Y}, được tự gia hạn khi dondoc serve chạy"
