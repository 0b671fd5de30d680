"""Files from outside that must not be opened are refused by name of what is wrong."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest

from handlers.wording.plan import problem
from knowledge.importing.reading import Refused, read_document
from tests.knowledge.importing.papers import docx_bytes, office_plan, xlsx_bytes


def _package(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def _with(part: str, data: bytes) -> bytes:
    """An office's plan with one part of its package added or replaced."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes(office_plan()))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return _package({**parts, part: data})


def _garbled(data: bytes) -> bytes:
    return data[:300] + bytes(byte ^ 0xFF for byte in data[300:700]) + data[700:]


def _long_sheet() -> bytes:
    book = openpyxl.Workbook()
    for number in range(5002):
        book.active.append([number, "Việc", "Văn phòng", "Quý I/2026"])
    return xlsx_bytes(book)


_XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"MZ\x90\x00" + b"\x00" * 100, "not_a_document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old_or_encrypted"),
        (b"PK\x03\x04 not a package", "not_this_format"),
        (_package({"a.txt": b"x"}), "not_a_document"),
        (_package({f"{n}.xml": b"" for n in range(600)}), "zip_bomb"),
        (_with("word/media/x.bin", b"\x00" * 40_000_000), "zip_bomb"),
        (_with("word/vbaProject.bin", b"x"), "has_macros"),
        (_package({"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"x"}), "has_macros"),
        (_with("word/document.xml", _XXE), "has_entities"),
        (_with("word/document.xml", b"<broken"), "not_this_format"),
        (b"\x00\x01\x02\xff" * 20, "not_text"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "picture"),
        (b"{\\rtf1\\ansi K\\u7871? ho\\u7841?ch}", "other_text"),
        (b"\xef\xbb\xbf<html><table><tr><td>STT</td></tr></table></html>", "other_text"),
        (docx_bytes(docx.Document()), "empty_file"),
        (_garbled(docx_bytes(office_plan())), "not_this_format"),
        (_long_sheet(), "too_many_rows"),
        (b"%PDF-1.7\nbroken", "not_this_format"),
        ("MẬT\n\nKẾ HOẠCH\nNăm 2026\n".encode(), "classified"),
        (b"a" * (5 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_a_file_that_must_not_be_read_is_refused_in_words(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_document(data)
    assert refused.value.problem.code == code
    assert problem(refused.value.problem)
