"""What a file is, by its first bytes: names and media types are only claimed. A name counts only against a file."""

from __future__ import annotations

import io
import zipfile

from knowledge.lexicon.secrets import SECRET
from knowledge.vietnamese import clean

JPEG, PNG, PDF, DOCX, XLSX, WEBP = "jpg", "png", "pdf", "docx", "xlsx", "webp"
PICTURES = frozenset({JPEG, PNG, WEBP})
_MAGIC = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))
_MACRO = ("vbaproject.bin", "vbadata.xml")
_MOST_ENTRIES = 2000


def is_named_secret(name: str) -> bool:
    """Whether the name bears a mark of secrecy."""
    return SECRET.search(clean(name)) is not None


def kind_of(content: bytes) -> str | None:
    """The extension that fits the content; None for what is none of the kinds that offices hand in (a program, a
    document with macros, an old binary format)."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return _office_document(content) if content.startswith(b"PK") else None


def _office_document(content: bytes) -> str | None:
    """Only the archive's list of names is read: nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if len(names) > _MOST_ENTRIES or any(name.endswith(_MACRO) for name in names):
        return None
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else None
