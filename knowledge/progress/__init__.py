"""What a progress message says: "/tiendo II.5 60% đã trình UBND tỉnh", its variants, and the plain sentence."""

from knowledge.progress.codes import codes_like, nearest_codes
from knowledge.progress.reading import read
from knowledge.progress.update import ErrorCode, Reading, StatusCode, Update, implied_status

__all__ = ["ErrorCode", "Reading", "StatusCode", "Update", "codes_like", "implied_status", "nearest_codes", "read"]
