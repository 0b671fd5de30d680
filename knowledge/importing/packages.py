"""Whether an office file (a zip package) is safe to open: its size unpacked, its entries, macros, entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Literal

MAX_ENTRIES = 500
MAX_UNPACKED = 30 * 1024 * 1024
_MAX_RATIO = 100
_SMALL = 1024 * 1024
"""Bytes; a part below this may be packed as tightly as it likes."""


class PackageRefused(Exception):
    """The package is not to be opened; `code` is the problem's code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def package_kind(data: bytes) -> Literal["docx", "xlsx"]:
    """What kind of document the package holds. Raises PackageRefused. Reads the parts, with a limit, to be sure that
    the sizes which the package claims are true."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            names = {info.filename for info in infos}
            _check_entries(infos)
            _check_parts(package, infos)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise PackageRefused("not_this_format") from error
    if any("vbaproject" in name.lower() for name in names):
        raise PackageRefused("has_macros")
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise PackageRefused("not_a_document")


def _check_entries(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise PackageRefused("zip_bomb")
    for info in infos:
        if info.flag_bits & 0x1:
            raise PackageRefused("encrypted")
        if info.file_size > _SMALL and info.file_size > _MAX_RATIO * max(info.compress_size, 1):
            raise PackageRefused("zip_bomb")


def _check_parts(package: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    total = 0
    for info in infos:
        with package.open(info) as part:
            head = part.read(4096)
            if info.filename.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in head.upper().replace(b"\x00", b""):
                raise PackageRefused("has_entities")
            total += len(head)
            while chunk := part.read(64 * 1024):
                total += len(chunk)
                if total > MAX_UNPACKED:
                    raise PackageRefused("zip_bomb")
