"""Bytes of a plan document → the neutral blocks of tables.py, by what the bytes are, never by the file's name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from knowledge.importing.packages import PackageRefused, package_kind
from knowledge.importing.problems import Problem
from knowledge.importing.tables import Document, Paragraph, Table, TooManyRows
from knowledge.importing.whole_words import with_whole_words
from knowledge.lexicon.importing import SECRET

MAX_OFFICE = 5 * 1024 * 1024
MAX_PDF = 20 * 1024 * 1024
_MARKED_WITHIN = 60
"""Blocks among which a mark of secrecy stands."""
_LETTERHEAD_WITHIN, _LETTERHEAD_ROWS = 3, 6
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM6", b"II*\x00", b"MM\x00*")
_OTHER_TEXT = re.compile(rb"\s*(?:\{\\rtf|(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)\b)", re.IGNORECASE)
"""RTF, and web pages that are called .doc or .xls."""
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!")


class Refused(Exception):
    """The file is not to be read; `problem` says why."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.problem = Problem(code, data=data)


def read_document(data: bytes) -> Document:
    """Reads .docx, .xlsx, .pdf, Markdown and tabbed text. Raises Refused for anything else, too large or unsafe."""
    document = _read(data)
    if not document.blocks:
        raise Refused("empty_file")
    if mark := _mark(document):
        raise Refused("classified", text=mark)
    return with_whole_words(document)


def is_classified(data: bytes) -> bool:
    """Whether the first page bears a mark of secrecy, where its text can be read. Never raises."""
    try:
        if b"%PDF-" in data[:1024]:
            return bool(_mark(_pdf(data, first_only=True)))
        read_document(data)
    except Refused as refusal:
        return refusal.problem.code == "classified"
    return False


def _mark(document: Document) -> str:
    """The mark of secrecy among the first blocks, as printed; "" for none."""
    for number, block in enumerate(document.blocks[:_MARKED_WITHIN]):
        texts: Iterable[str] = (block.text,) if isinstance(block, Paragraph) else ()
        if isinstance(block, Table) and number < _LETTERHEAD_WITHIN:
            texts = (cell for row in block.rows[:_LETTERHEAD_ROWS] for cell in row.cells)
        found = next((text for text in texts if SECRET.match(text.strip(" .[]()"))), None)
        if found is not None:
            return found
    return ""


def _read(data: bytes) -> Document:
    if not data.strip():
        raise Refused("empty_file")
    if data.startswith(_PROGRAMS):
        raise Refused("not_a_document")
    if data.startswith(_PICTURES):
        raise Refused("picture")
    if _OTHER_TEXT.match(data):
        raise Refused("other_text")
    if data.startswith(_OLD_OFFICE):
        raise Refused("old_or_encrypted")
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    if data.startswith(b"PK"):
        return _office(data)
    if len(data) > MAX_OFFICE:
        raise Refused("too_large", limit=str(MAX_OFFICE // 1024**2))
    from knowledge.importing.text_document import read_text_document

    return read_text_document(_decoded(data))


def _pdf(data: bytes, *, first_only: bool = False) -> Document:
    from knowledge.importing.pdf_document import PdfRefused, read_pdf

    if len(data) > MAX_PDF:
        raise Refused("too_large", limit=str(MAX_PDF // 1024**2))
    try:
        return read_pdf(data, first_only=first_only)
    except PdfRefused as refusal:
        raise Refused(refusal.code) from refusal


def _office(data: bytes) -> Document:
    if len(data) > MAX_OFFICE:
        raise Refused("too_large", limit=str(MAX_OFFICE // 1024**2))
    try:
        kind = package_kind(data)
    except PackageRefused as refusal:
        raise Refused(refusal.code) from refusal
    try:
        if kind == "docx":
            from knowledge.importing.docx_document import read_docx

            return read_docx(data)
        from knowledge.importing.xlsx_document import read_xlsx

        return read_xlsx(data)
    except TooManyRows as error:
        raise Refused("too_many_rows") from error
    except Exception as error:  # whatever a broken package makes the library raise, the file cannot be read
        raise Refused("not_this_format") from error


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("not_text") from error
    if "\x00" in text:
        raise Refused("not_text")
    return unicodedata.normalize("NFC", text)
